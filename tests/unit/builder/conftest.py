"""One small home with one publication, built once; each test gets a copy of it."""

import shutil
from pathlib import Path

import pytest

from tests.exports import write_home
from voorkant.builder.build import build
from voorkant.declare.home import Home


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = write_home(tmp_path_factory.mktemp("made") / "home")
    build(Home(home), lambda _step: None)
    return home


@pytest.fixture
def published(made: Path, tmp_path: Path) -> Home:
    shutil.copytree(made, tmp_path / "home")
    return Home(tmp_path / "home")
