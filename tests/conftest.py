"""What holds for every test: nothing leaves this machine; and the home that many tests start from."""

import gc
import importlib
import pkgutil
import shutil
import socket
import tomllib
from collections.abc import Callable, Generator, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

import voorkant
from tests.exports import LATER, write_home, write_quarter
from voorkant.builder.build import build
from voorkant.declare.home import Home

APART = ("tests/attacks", "tests/broken", "tests/browser", "tests/properties", "tests/queries", "tests/reference")
"""What these tests start from is theirs alone, so to make it is not traced either: of what others share it would be."""
UNTRACED = (
    *APART,
    *(
        f"tests/repo/test_{name}.py"
        for name in ("borders", "deploy", "leftovers", "locks", "plain_dutch", "sizes", "sql", "vocabulary")
    ),
    *(
        f"tests/pages/test_{name}.py"
        for name in (
            "begrippen", "chart_contract", "deliveries", "gegevens_inladen", "maat", "odd_homes", "overzicht",
            "producten",
        )
    ),
    "tests/unit/analysis/test_assess.py",
    *(
        f"tests/unit/builder/{name}.py"
        for name in (
            "audit/test_memory", "demo/test_demo_home", "demo/test_demo_pilots", "demo/test_demo_published",
            "demo/test_demo_text", "demo/test_demo_verwijzingen", "ingest/test_archive", "ingest/test_broken_files",
            "ingest/test_guess", "ingest/test_hostile", "ingest/test_privacy", "ingest/test_table",
            "pilot/test_estimates", "pilot/test_evaluate", "test_bare_exports", "test_broken_off", "test_canaries",
            "test_database", "test_detail", "test_interrupt", "test_proposals", "test_rules_off", "test_supply",
            "test_undo", "test_warnings", "test_worker",
        )
    ),
    "tests/unit/commands/test_build.py",
    "tests/unit/commands/test_jobs.py",
    "tests/unit/cube/test_reader.py",
    "tests/unit/declare/test_findingfile.py",
    *(f"tests/unit/report/memo/test_{name}.py" for name in ("book", "kept", "numbers", "pdf", "word")),
    "tests/unit/ui/test_supplier.py",
)  # fmt: skip
"""Where many inputs go through lines that others cover: tracing costs half as much again and tells next to nothing.

`coverage` with a context per test says which: these have fewer than twelve lines of their own per second.
"""
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


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection(session: pytest.Session) -> Generator[None, Any, Any]:
    """What runs when a module is imported is traced, once and for all; to read the tests themselves is not."""
    plugin = session.config.pluginmanager.getplugin("_cov")
    controller = plugin and plugin.cov_controller
    shared_out = session.config.getoption("numprocesses", None)  # then others collect
    if not controller or shared_out:
        return (yield)
    for found in pkgutil.walk_packages(voorkant.__path__, "voorkant."):
        importlib.import_module(found.name)
    return (yield from _untraced(controller))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, Any, Any]:
    """`no_cover` leaves a test untraced, but not what it asks for first."""
    plugin = item.config.pluginmanager.getplugin("_cov")
    controller = plugin and plugin.cov_controller
    if not controller or not item.path.relative_to(item.config.rootpath).as_posix().startswith(APART):
        return (yield)
    return (yield from _untraced(controller))


def _untraced(controller: Any) -> Generator[None, Any, Any]:
    controller.pause()
    try:
        return (yield)
    finally:
        controller.resume()


def pytest_collection_finish() -> None:
    """What is here by now stays: to look through all of it for garbage again and again is 3% of the time.

    And what comes is looked through less often, for another 1%.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.relative_to(config.rootpath).as_posix().startswith(UNTRACED):
            item.add_marker("no_cover")
