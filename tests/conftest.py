"""What holds for every test: nothing leaves this machine; and the home that many tests start from."""

import gc
import shutil
import socket
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.exports import LATER, write_home, write_quarter
from voorkant.builder.build import build
from voorkant.declare.home import Home

LOOPBACK = ("127.", "::1", "localhost")
# a machine that is busy with other work makes no test fail
settings.register_profile("usual", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", settings.get_profile("usual"), max_examples=2_000)
settings.load_profile("usual")


def _guarded(real: Callable[..., Any]) -> Callable[..., Any]:
    def call(self: socket.socket, *arguments: Any) -> Any:
        address = arguments[-1]
        if isinstance(address, tuple) and not str(address[0]).startswith(LOOPBACK):
            # not an exception that a library under test could catch and forget
            pytest.fail(f"a test tried to reach {address[0]}:{address[1]}; tests stay on this machine")
        return real(self, *arguments)

    return call


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
        yield


@pytest.fixture(autouse=True, scope="session")
def parsed_once() -> Iterator[None]:
    """Each of some hundred builds reads the same seventy TOML files of ours, which is a twentieth of its time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tomllib, "loads", cache(tomllib.loads))
        yield


def _published(folder: Path, write: Callable[[Path], Path]) -> Path:
    home = write(folder / "home")
    build(Home(home), lambda _step: None)
    return home


def _published_again(home: Path, folder: Path) -> Path:
    """A copy with a second publication, of `bevolking_2.csv`."""
    again = Home(Path(shutil.copytree(home, folder / "home")))
    (again.exports / "bevolking_2.csv").write_text(LATER, encoding="utf-8")
    build(again, lambda _step: None)
    return again.path


@pytest.fixture(scope="session")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small home with its first publication, made once; nobody writes in it."""
    return _published(tmp_path_factory.mktemp("published"), write_home)


@pytest.fixture
def published(published_once: Path, tmp_path: Path) -> Home:
    """A home of one's own with that publication."""
    return Home(Path(shutil.copytree(published_once, tmp_path / "home")))


@pytest.fixture
def published_twice(published_once: Path, tmp_path: Path) -> Home:
    """A home of one's own with a second publication too."""
    return Home(_published_again(published_once, tmp_path))


@pytest.fixture(scope="session")
def quarter_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smaller home with its first publication, made once; nobody writes in it."""
    return _published(tmp_path_factory.mktemp("quarter"), write_quarter)


@pytest.fixture
def quarter(quarter_once: Path, tmp_path: Path) -> Home:
    """A home of one's own with that publication, for who looks at how a build goes and not at what it says."""
    return Home(Path(shutil.copytree(quarter_once, tmp_path / "home")))


@pytest.fixture(scope="session")
def quarter_twice_once(quarter_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smaller home with a second publication; nobody writes in it."""
    return _published_again(quarter_once, tmp_path_factory.mktemp("quarter_twice"))


@pytest.fixture
def quarter_twice(quarter_twice_once: Path, tmp_path: Path) -> Home:
    """A home of one's own with both publications."""
    return Home(Path(shutil.copytree(quarter_twice_once, tmp_path / "home")))


def pytest_collection_finish() -> None:
    """What is here by now stays: to look through all of it for garbage again and again is 3% of the time.

    And what comes is looked through less often, for another 1%.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)
