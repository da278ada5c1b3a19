"""Homes in the states that a page must stand."""

from pathlib import Path

import pytest

from tests.cubes import write_home


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_home(tmp_path_factory.mktemp("full") / "home")


@pytest.fixture(scope="session")
def suppressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_home(tmp_path_factory.mktemp("suppressed") / "home", suppressed=True)


@pytest.fixture(scope="session")
def without_cells(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publication that holds no figure at all."""
    return write_home(tmp_path_factory.mktemp("without") / "home", empty=True)


@pytest.fixture
def unpublished(tmp_path: Path) -> Path:
    return tmp_path / "home"
