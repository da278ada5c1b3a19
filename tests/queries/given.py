"""Tables drawn as text: what is delivered, and what a query must make of it."""

from pathlib import Path

from tests.inserting import insert
from voorkant import ROOT
from voorkant.builder import counted, marts, measure, protect, region
from voorkant.builder.database import Database
from voorkant.builder.store.records import relate
from voorkant.declare.home import Home
from voorkant.declare.indicator import Indicator, read_indicator
from voorkant.declare.programme import read_programmes
from voorkant.declare.settings import Settings
from voorkant.declare.source import read_sources

SOURCES = read_sources(ROOT / "data" / "sources")
REGION = Settings(region_name="Proefregio", gemeenten={"GM9901": "Aa", "GM9902": "Bee"})


def rows(text: str) -> tuple[list[str], list[list[str | None]]]:
    """(column names, rows) of a drawn table; an empty cell or '-' is missing."""
    lines = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in text.strip().splitlines()]
    return lines[0], [[None if cell in ("", "-") else cell for cell in line] for line in lines[1:]]


def given(folder: Path, settings: Settings = REGION, **tables: str) -> Database:
    """A database with these deliveries, its marts and its region. Rows get row_id 1, 2, 3 unless they name one."""
    home = Home(folder)
    database = Database(home)
    for source in SOURCES.values():
        relate(database, home.records, source, [])
    for slug, text in tables.items():
        names, values = rows(text)
        if "row_id" not in names:
            names, values = [*names, "row_id"], [[*row, str(number)] for number, row in enumerate(values, 1)]
        insert(database.connection, f"src_{slug} ({', '.join(names)})", values)
    marts.build_marts(database, home, read_programmes(ROOT / "data" / "programmes").values())
    region.define_region(database, settings)
    counted.prepare(database)
    return database


def indicator(slug: str) -> Indicator:
    (path,) = (ROOT / "queries" / "indicators").glob(f"{slug}.*")
    return read_indicator(path)


def prepared(database: Database) -> dict[str, region.Window]:
    """The windows of the sources, with periods and denominators made: ready to measure."""
    windows = region.source_windows(database, SOURCES, {})
    region.define_periods(database, windows)
    measure.prepare(database)
    protect.prepare(database)
    return windows


def expect(database: Database, query: str, text: str) -> None:
    """The query must give exactly the drawn rows, in any order; only the drawn columns count."""
    names, wanted = rows(text)
    found = database.rows(f"select {', '.join(names)} from ({query})")
    shown = sorted(map(_words, found))
    asked = sorted(tuple(_word(cell) for cell in row) for row in wanted)
    assert shown == asked, f"{shown} is not {asked}"


def _words(row: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(_word(value) for value in row)


def _word(value: object) -> str:
    return "-" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
