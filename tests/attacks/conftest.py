"""The home under attack; the walk opens pages as the tests of pages do."""

import os
import shutil
from pathlib import Path

import pytest

from tests.attacks import world
from tests.pages.conftest import components_found_once, waited_for_at_once

__all__ = ["components_found_once", "waited_for_at_once"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the home that `make attack` names, as the app of the walk holds its cubes open; else a small world."""
    made = tmp_path_factory.mktemp("attacked")
    if named := os.environ.get("VOORKANT_ATTACK"):
        return Path(shutil.copytree(named, made / "home"))
    world.publish(made, world.some(seed=3))
    return made
