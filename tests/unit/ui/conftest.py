"""A small published home, and caches that start empty."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cubes import write_home
from voorkant.ui import cache


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_home(tmp_path_factory.mktemp("ui") / "home")


@pytest.fixture
def published(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("VOORKANT_HOME", str(home))
    cache.forget()
    yield home
    cache.forget()
