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

from tests import cubes
from tests.attacks import visit, walk
from tests.attacks.seen import CELLS, LEVELS, Key
from tests.exports import write_home
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
from voorkant.ui.panels import answers, download

SAMPLE = 3
"""Selections that the suite asks for; all of them with `make attack`."""
IN_FULL = bool(os.environ.get("VOORKANT_ATTACK"))
PARTS = 8 if IN_FULL else 1
"""Into so many the walk is cut, so that workers can share it."""
NUMBERS = ["numerator", "numerator_low", "numerator_high", "denominator"]
CLOSED = ("exports", "records", "secrets", "jobs", "uploads", "deliveries.json")
"""What a page that shows figures may not need; the rest of a home is what people declare or keep in the app."""
OF_PILOTS = ("pages/werkt_het/pilot.py", "pages/werkt_het/kosten.py")
EXPORTED = ("teller", "teller_minimaal", "teller_maximaal", "noemer")


def some_of(everything: list) -> list:
    return everything[:: 1 if IN_FULL else max(1, len(everything) // SAMPLE)]


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
    for turn, one in enumerate(asked):
        for page in walk.WALKED:
            whole = visit.page(home, monkeypatch, page, one.query)
            chosen = whole.chosen  # where a figure is not offered the page takes another place
            held = walk.held(one.cubes(copy), [chosen.area, chosen.gemeente, REGIO_CODE, LAND_CODE])
            assert not walk.numbers(whole.everything) - held, f"{page} with {one.query}"
            assert visit.page(cubes_alone[one.protection], monkeypatch, page, one.query) == whole
            assert not whole.files or page in visit.GIVING
            part = one.query | walk.part_of(chosen, one.cubes(copy)[0])
            less = visit.page(home, monkeypatch, page, part)
            assert not walk.numbers(less.everything) - held, f"{page} with {part}"
            for view in whole.choices[turn % SAMPLE :: SAMPLE]:  # in turns: each with areas and indicators of all kinds
                asks = part | view  # sums and indices are in no cube, so here it is what is asked with cubes alone
                other = visit.page(home, monkeypatch, page, asks)
                assert visit.page(cubes_alone[one.protection], monkeypatch, page, asks) == other, f"{page} with {asks}"


@pytest.mark.parametrize("page", walk.BESIDE)
def test_every_other_page_says_and_hands_out_the_same_where_nothing_but_cubes_is_left(
    home: Path, publication: Publication, cubes_alone: dict[str, Path], page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for gemeente in some_of([scope for scope in publication.scopes() if scope != "regio"]):
        for level, alone in cubes_alone.items():
            query = {"gemeente": gemeente, "openbaar": str(level == Protection.OPENBAAR).lower()}
            whole = visit.page(home, monkeypatch, page, query)
            assert visit.page(alone, monkeypatch, page, query) == whole
            assert not whole.files or page in visit.GIVING
            for choice in whole.choices if IN_FULL else ():
                asks = query | choice
                other = visit.page(home, monkeypatch, page, asks)
                assert visit.page(alone, monkeypatch, page, asks) == other, f"{page} with {asks}"


@pytest.fixture(scope="module")
def giving(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which every page has files: the one that is attacked, else one with cubes that were written by hand."""
    return home if IN_FULL else cubes.write_home(tmp_path_factory.mktemp("giving") / "home")


@pytest.fixture(scope="module")
def public_alone(giving: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("public") / "home"
    shutil.copytree(giving, made, ignore=shutil.ignore_patterns(*CLOSED))
    for cube in (made / "published").glob("*/*/*.duckdb"):
        if cube.stem != Protection.OPENBAAR:
            cube.unlink()
    return made


@pytest.fixture(scope="module")
def pilots(public_alone: Path) -> dict[str, list[str]]:
    """Of each gemeente the pilots; read before the app opens the same cubes."""
    found = {}
    for path in sorted((public_alone / "published").glob("*/GM*/openbaar.duckdb")):
        with duckdb.connect(str(path), read_only=True) as cube:
            found[path.parent.name] = [slug for (slug,) in cube.execute("select slug from pilot order by 1").fetchall()]
    return found


@pytest.mark.parametrize("page", visit.GIVING)
def test_a_public_file_is_made_of_public_cubes_alone(
    giving: Path, public_alone: Path, pilots: dict[str, list[str]], page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    queries = [{"gemeente": gemeente} for gemeente in pilots]
    if page in OF_PILOTS:
        queries = [query | {"pilot": slug} for query in queries for slug in pilots[query["gemeente"]]]
    heard = 0
    for query in queries:
        if heard and not IN_FULL:
            break
        inside = visit.page(giving, monkeypatch, page, query | {"openbaar": "false"})
        same = controls.parameters(inside.chosen) | query | {"openbaar": "true"}
        assert unlike(inside.files, visit.page(public_alone, monkeypatch, page, same).files) == []
        heard += len(inside.files)
    assert heard


def test_a_public_file_that_is_made_of_what_is_on_the_screen_is_noticed(
    home: Path, publication: Publication, cubes_alone: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The naive way: hand out what is drawn, and call it public."""
    page, gemeente = "pages/beeld/voorkant_achterkant.py", publication.scopes()[0]
    public = visit.page(cubes_alone["openbaar"], monkeypatch, page, {"gemeente": gemeente, "openbaar": "true"})
    assert public.files
    monkeypatch.setattr(download, "_made", lambda files: files.internal() if files.internal else None)
    inside = visit.page(home, monkeypatch, page, {"gemeente": gemeente, "openbaar": "false"})
    naive = {(key, "openbaar", suffix): content for (key, _, suffix), content in inside.files.items()}
    assert unlike(naive, public.files)


def unlike(given: visit.Files, public: visit.Files) -> list[visit.Name]:
    """The public files among those given that are not the ones that public cubes give."""
    return [name for name, content in given.items() if name[1] == "openbaar" and public.get(name) != content]


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
