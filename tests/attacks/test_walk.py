"""The attack through the real app: whatever is asked of it, what it says is what the attacked cubes hold.

So the attack on the cubes (`test_whole.py`) is an attack on every page, link and file. `make attack` asks everything.
"""

import csv
import io
import os
import shutil
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from tests.attacks import walk
from tests.attacks.seen import CELLS, LEVELS, Key
from tests.exports import write_home
from tests.pages import said
from tests.pages.app import another_page
from voorkant.builder.build import build
from voorkant.commands import figures
from voorkant.cube.reader import Publication, current
from voorkant.declare.home import Home
from voorkant.domain.area import LAND_CODE, REGIO_CODE, Level
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.sheet import figure_csv
from voorkant.report.workbook import figure_xlsx
from voorkant.ui import controls
from voorkant.ui.panels import answers

SAMPLE = 3
"""Selections that the suite asks for; all of them with `make attack`."""
PARTS = 8 if os.environ.get("VOORKANT_ATTACK") else 1
"""Into so many the walk is cut, so that workers can share it."""
NUMBERS = ["numerator", "numerator_low", "numerator_high", "denominator"]
CLOSED = ("exports", "records", "secrets", "jobs", "uploads", "deliveries.json")
"""What a page that shows figures may not need; the rest of a home is what people declare or keep in the app."""
EXPORTED = ("teller", "teller_minimaal", "teller_maximaal", "noemer")


def some_of(everything: list) -> list:
    return everything[:: 1 if os.environ.get("VOORKANT_ATTACK") else max(1, len(everything) // SAMPLE)]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if named := os.environ.get("VOORKANT_ATTACK"):
        return Path(named)
    made = write_home(tmp_path_factory.mktemp("walked") / "home")
    build(Home(made), lambda _: None)
    return made


@pytest.fixture(scope="module")
def publication(home: Path) -> Publication:
    found = current(home / "published")
    assert found is not None
    return found


@pytest.fixture(scope="module")
def copy(publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cubes once more, because the app holds its own open."""
    return Path(shutil.copytree(publication.folder, tmp_path_factory.mktemp("copy") / "publication"))


@pytest.fixture(scope="module", params=range(PARTS))
def asked(copy: Path, request: pytest.FixtureRequest) -> list[walk.Asked]:
    """A part of all that can be asked, or of evenly spread some of it."""
    everything = list(walk.reachable(copy))
    assert {one.protection for one in everything} == set(Protection)
    return some_of(everything)[request.param :: PARTS]


@pytest.fixture(scope="module")
def cubes_alone(home: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Per protection a home with what people declare and the cubes that it may open: no records, exports or uploads."""
    found = {}
    for level, open_to in LEVELS.items():
        found[level] = tmp_path_factory.mktemp(level)
        shutil.copytree(home, found[level], dirs_exist_ok=True, ignore=shutil.ignore_patterns(*CLOSED))
        for cube in (found[level] / "published").glob("*/*/*.duckdb"):
            if cube.stem not in open_to:
                cube.unlink()
    return found


def cells(cube: Path) -> dict[Key, tuple]:
    with duckdb.connect(str(cube), read_only=True) as connection:
        return {
            Key(row[0], row[3], row[4], row[7], row[9], row[10]): row[11:15]
            for row in connection.execute(CELLS).fetchall()
        }


def test_a_page_says_what_the_cubes_hold_and_the_same_where_nothing_else_is_left(
    home: Path, asked: list[walk.Asked], copy: Path, cubes_alone: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for one in asked:
        for page in walk.WALKED:
            app = said.unfolded(another_page(home, monkeypatch, page, **one.query))
            assert not app.exception
            chosen = app.session_state[controls.STATE]  # where a figure is not offered the page takes another place
            held = walk.held(one.cubes(copy), [chosen.area, chosen.gemeente, REGIO_CODE, LAND_CODE])
            charts = said.charts(app)
            hover = " ".join(str(trace.get("hovertext", "")) for chart in charts for trace in chart["data"])
            unknown = walk.numbers(f"{said.page_words(app)} {hover}") - held
            assert not unknown, f"{page} with {one.query}"
            alone = said.unfolded(another_page(cubes_alone[one.protection], monkeypatch, page, **one.query))
            assert said.page_words(alone) == said.page_words(app)
            assert said.charts(alone) == charts


@pytest.mark.parametrize("page", walk.BESIDE)
def test_every_other_page_says_the_same_where_nothing_but_cubes_is_left(
    home: Path, publication: Publication, cubes_alone: dict[str, Path], page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for gemeente in some_of([scope for scope in publication.scopes() if scope != "regio"]):
        for level, alone in cubes_alone.items():
            query = {"gemeente": gemeente, "openbaar": str(level == Protection.OPENBAAR).lower()}
            whole = said.unfolded(another_page(home, monkeypatch, page, **query))
            assert not whole.exception
            less = said.unfolded(another_page(alone, monkeypatch, page, **query))
            assert said.page_words(less) == said.page_words(whole)
            assert said.charts(less) == said.charts(whole)


def test_a_file_holds_nothing_but_the_cells_of_its_cube(
    home: Path, asked: list[walk.Asked], copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VOORKANT_HOME", str(home))
    seen = 0
    for one in asked:
        known = cells(one.cubes(copy)[0])
        programmes = {key.indicator: key.programme for key in known}
        chosen = Selection(
            one.gemeente, one.area, one.level, one.period, programmes[one.inzet] if one.inzet else "", one.inzet,
            one.uitkomst, protection=Protection(one.protection),
        )  # fmt: skip
        for slug, figure in answers.figures(chosen, [one.inzet, one.uitkomst]).items():
            for row in [*from_csv(figure_csv(figure)), *from_xlsx(figure_xlsx(figure))]:
                key = Key(slug, programmes[slug], one.area, row["periode_code"], "", "")
                assert tuple(row[name] for name in EXPORTED) == known[key]
                seen += 1
    assert seen


def from_csv(content: bytes) -> list[dict]:
    lines = content.decode("utf-8-sig").splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith("indicator;"))
    rows = csv.DictReader(io.StringIO("\n".join(lines[start:])), delimiter=";")
    return [row | {name: int(row[name]) if row[name] else None for name in EXPORTED} for row in rows]


def from_xlsx(content: bytes) -> list[dict]:
    head, *rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Cijfers").to_python()
    named = [dict(zip(head, row, strict=True)) for row in rows]
    return [row | {name: None if row[name] == "" else int(row[name]) for name in EXPORTED} for row in named]


@pytest.mark.parametrize("protection", Protection)
def test_the_command_line_gives_nothing_but_the_cells_of_the_cubes(
    publication: Publication, copy: Path, protection: Protection
) -> None:
    known: dict[Key, tuple] = {}
    for cube in sorted(copy.glob(f"*/{protection}.duckdb")):
        known |= cells(cube)
    for indicator, programme, level, period, dimension in some_of(walk.tables(copy, protection)):
        wish = figures.Wish(indicator, programme, None, protection, Level(level))
        ask = {"period_type": period, "dimension": dimension, "areas": [], "first": "", "last": ""}
        found = figures.series(publication, wish, ask).to_dict("records")
        assert found
        for row in found:
            key = Key(indicator, programme, row["area"], row["period"], dimension, row["split"])
            assert tuple(None if pd.isna(row[name]) else int(row[name]) for name in NUMBERS) == known[key]


def test_a_number_that_no_cube_holds_is_noticed(asked: list[walk.Asked], copy: Path) -> None:
    held = walk.held(asked[0].cubes(copy), [asked[0].area])
    assert walk.numbers("In 2024 waren het er 4.321, of 12,34567 per 1.000.") - held == {"4.321", "4321", "12,34567"}
