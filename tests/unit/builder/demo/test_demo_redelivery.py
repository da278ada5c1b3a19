"""A quarter of the demo delivered again: as it was it says nothing, and a planted anomaly gives its own warning."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from voorkant import ROOT
from voorkant.builder.compare import Comparison, Sides, compare
from voorkant.builder.database import Database
from voorkant.builder.ingest.read import read_file
from voorkant.builder.ingest.rekey import rekey
from voorkant.builder.plausible import implausible
from voorkant.builder.store.history import Delivery
from voorkant.builder.store.records import stored, write_rows
from voorkant.declare.home import Home
from voorkant.declare.source import read_sources

SOURCES = read_sources(ROOT / "data" / "sources")
AREAS = {f"GM99{number:02d}": "" for number in range(1, 13)}
DAYS = {"ojg_contacten": "contactdatum", "ggz_verwijzingen": "verwijsdatum", "jeugdhulp_school": "startdatum"}
Change = Callable[[pa.Table], pa.Table]


@pytest.fixture(scope="session")
def delivered(home: Path) -> Callable[[str], pa.Table]:
    """The used rows of an export of the demo, read once."""
    read: dict[str, pa.Table] = {}

    def table(kind: str) -> pa.Table:
        if kind not in read:
            found = read_file(home / "exports" / f"{kind}.csv", SOURCES, kind, extra_areas=AREAS).table
            read[kind] = rekey(found, SOURCES[kind], b"k" * 32, kind)
        return read[kind]

    return table


@pytest.fixture
def weigh(delivered, tmp_path: Path):
    """Deliver days of an export after all of it, or after what lies before them (`fresh`), with a change."""

    def weighed(kind: str, first: date, last: date, change: Change = lambda rows: rows, **how) -> Comparison:
        source, folder, table = SOURCES[kind], tmp_path / "records", delivered(kind)
        database = Database(Home(tmp_path))
        day = table[DAYS[kind]]
        old = table.filter(pc.less(day, first)) if how.get("fresh") else table
        new = change(table.filter(pc.and_(pc.greater_equal(day, first), pc.less_equal(day, last))))
        items = [Delivery(number, f"{number}.csv", str(number), kind, "") for number in (1, 2)]
        for item, rows in zip(items, (old, new), strict=True):
            write_rows(folder / item.parquet, rows, source, item.number)
        queries = [stored(database, folder, source, [item]) for item in items]
        sides = Sides(queries[0], items[:1], queries[1], items[1:])
        replaces = how.get("replaces", "sleutel")
        return compare(database, source, sides, ways=[replaces])[replaces]

    return weighed


def said(found: Comparison) -> list[tuple[str, str]]:
    return [(concern.rule, concern.place) for concern in implausible(found)]


LAST = (date(2025, 10, 1), date(2025, 12, 31))


@pytest.mark.parametrize("kind", DAYS)
@pytest.mark.parametrize("replaces", ["sleutel", "periode"])
def test_the_last_quarter_again_says_nothing(weigh, kind: str, replaces: str) -> None:
    found = weigh(kind, *LAST, replaces=replaces)
    assert said(found) == []
    assert (found.changes.added, found.changes.changed, found.changes.removed) == (0, 0, 0)
    assert found.changes.unchanged > 100


@pytest.mark.parametrize("kind", ["ojg_contacten", "ggz_verwijzingen"])
@pytest.mark.parametrize("quarter", [1, 2, 3, 4])
def test_a_new_quarter_says_nothing(weigh, kind: str, quarter: int) -> None:
    last = {1: 31, 2: 30, 3: 30, 4: 31}[quarter]
    found = weigh(kind, date(2024, 3 * quarter - 2, 1), date(2024, 3 * quarter, last), fresh=True)
    assert found.changes.added > 500
    assert said(found) == []


def test_codes_that_changed_with_the_definitions_of_2021_are_seen(weigh) -> None:
    found = weigh("ggz_verwijzingen", date(2021, 1, 1), date(2021, 3, 31), fresh=True)
    assert {rule for rule, _ in said(found)} == {"aandeel_anders"}
    assert "productcategorie 54" in {place for _, place in said(found)}


def without(column: str, keep: Callable[[object], bool]) -> Change:
    return lambda rows: rows.filter(pa.array([keep(value) for value in rows[column].to_pylist()]))


def november(day: object) -> bool:
    return day.month == 11


def fallen(rows: pa.Table) -> pa.Table:
    kept = [not november(day) or number % 4 == 0 for number, day in enumerate(rows["contactdatum"].to_pylist())]
    return rows.filter(pa.array(kept))


def with_values(column: str, share: int, value: object) -> Change:
    """Every so many rows this value."""

    def change(rows: pa.Table) -> pa.Table:
        values = [value if number % share == 0 else old for number, old in enumerate(rows[column].to_pylist())]
        field = rows.schema.field(column)
        return rows.set_column(rows.schema.get_field_index(column), field, pa.array(values).cast(field.type))

    return change


def renumbered(rows: pa.Table) -> pa.Table:
    fresh = pa.array([f"N{number}" for number in range(rows.num_rows)])
    return rows.set_column(rows.schema.get_field_index("contact_id"), "contact_id", fresh)


PLANTED = {
    "a month fell": ("ojg_contacten", fallen, [("maand_gedaald", "2025-11")]),
    "a month is missing": (
        "ojg_contacten",
        without("contactdatum", lambda day: not november(day)),
        [("maand_ontbreekt", "2025-11")],
    ),
    "a practice is gone": (
        "ojg_contacten",
        without("praktijk_agb", lambda code: code != "01990106"),
        [("plek_verdwenen", "01990106")],
    ),
    "ages of parents": ("ojg_contacten", with_values("geboortejaar", 10, 1980), [("leeftijd_buiten", "")]),
    "a new code": ("ggz_verwijzingen", with_values("productcode", 200, "54X99"), [("code_nieuw", "productcode 54X99")]),
    "another share": (
        "ojg_contacten",
        with_values("vervolg", 9, "jeugdhulp_aanbieder"),
        [("aandeel_anders", "vervolg jeugdhulp_aanbieder")],
    ),
    "the same rows under new numbers": (
        "ojg_contacten",
        renumbered,
        [("maand_gestegen", month) for month in ("2025-10", "2025-11", "2025-12")],
    ),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_anomaly_gives_exactly_its_warning(weigh, name: str) -> None:
    kind, change, expected = PLANTED[name]
    assert said(weigh(kind, *LAST, change)) == expected


def test_single_corrections_and_late_rows_are_no_fall(weigh, delivered) -> None:
    few = without("contactdatum", lambda day: day.day == 5)
    found = weigh("ojg_contacten", *LAST, few)
    assert said(found) == []
    assert found.changes.unchanged == np.sum([day.day == 5 for day in _days(delivered)])
    late = weigh("ojg_contacten", *LAST, lambda rows: renumbered(rows).slice(0, 40))
    assert said(late) == []
    assert late.changes.late == late.changes.added == 40


def _days(delivered) -> list[date]:
    return [day for day in delivered("ojg_contacten")["contactdatum"].to_pylist() if LAST[0] <= day <= LAST[1]]
