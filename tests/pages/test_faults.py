"""What a reader sees when the disk or the publication fails under a running app: figures, or one calm sentence."""

import errno
import shutil
from pathlib import Path

import pytest

from tests.pages.app import open_app, text
from voorkant.declare import visitfile
from voorkant.ui import cache

PAGE = "pages/beeld/voorkant_achterkant.py"


@pytest.fixture
def own(full: Path, tmp_path: Path) -> Path:
    """A home of one's own, to damage."""
    return Path(shutil.copytree(full, tmp_path / "home"))


def cubes(home: Path) -> list[Path]:
    return list((home / "published").glob("*/*/*.duckdb"))


@pytest.mark.parametrize("damage", ["removed", "overwritten", "cut off"])
def test_cubes_that_fail_under_a_running_app(own: Path, monkeypatch, damage: str):
    app = open_app(own, monkeypatch, PAGE)
    assert len(app.get("plotly_chart")) >= 1
    for cube in cubes(own):
        cube.chmod(0o644)
        match damage:
            case "removed":
                cube.unlink()
            case "overwritten":
                cube.write_bytes(b"iets anders" * 100)
            case "cut off":
                cube.write_bytes(cube.read_bytes()[:-20_000])
    app.run()
    assert not app.exception
    assert "Traceback" not in text(app)
    cache.forget()  # as after a restart: nothing is remembered
    app.run()
    assert not app.exception
    assert "Dit lukt nu niet" in text(app)
    assert "Draai 'voorkant build'" in text(app).replace("&#x27;", "'")


def test_a_disk_that_takes_no_more_takes_no_figure_away(full: Path, monkeypatch):
    def refuse(*_given):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(visitfile, "keep", refuse)
    app = open_app(full, monkeypatch)
    assert not app.exception
    assert "Dit lukt nu niet" not in text(app)
    assert "Hoe staat het ervoor" in text(app)
