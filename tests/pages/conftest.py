"""Homes in the states that a page must stand."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest, local_script_runner

from tests.cubes import write_home
from tests.pages.app import open_app


@pytest.fixture(autouse=True, scope="session")
def components_found_once() -> Iterator[None]:
    """Every AppTest reads the metadata of all installed packages, for components: most of its time, and the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(autouse=True, scope="session")
def waited_for_at_once() -> Iterator[None]:
    """AppTest looks a thousand times a second whether the script has ended, beside it in the same Python."""
    looks = local_script_runner.require_widgets_deltas

    def waits(runner: local_script_runner.LocalScriptRunner, timeout: float) -> None:
        if thread := runner._script_thread:
            thread.join(timeout)
        looks(runner, timeout)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(local_script_runner, "require_widgets_deltas", waits)
        yield


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


@pytest.fixture
def opened(
    full: Path, without_cells: Path, suppressed: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., AppTest]:
    """`opened("demo" | "empty" | "suppressed", page, **query)`: the page, without an exception."""
    homes = {"demo": full, "empty": without_cells, "suppressed": suppressed}

    def open_page(home: str, page: str, **query: str) -> AppTest:
        app = open_app(homes[home], monkeypatch, page, **query)
        assert not app.exception
        return app

    return open_page
