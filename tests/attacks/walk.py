"""Everything that can be asked of the app: the selections that a publication's own catalogue offers, and what is said.

The catalogue is the table `offer` of each cube, and the pages are those of the menu: what is added later is walked too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path

import duckdb

from tests.attacks.seen import CELLS, LEVELS
from voorkant.domain.selection import Selection
from voorkant.text.numbers import number, rate
from voorkant.ui.access import PAGES, SELECTION

WALKED = [rule.path for rule in PAGES if rule.controls == SELECTION]
BESIDE = [rule.path for rule in PAGES if rule.needs_publication and rule.path not in WALKED]
"""Pages that compute with what cells say, or say other things: nothing but the cubes may stand behind them either."""
OFFER = "select distinct indicator, programme, level, area, type from offer order by all"
TABLES = """
    select distinct indicator.slug, programme.slug, area.level, period.type, split.dimension
    from cell join indicator using (indicator_id) join programme using (programme_id) join area using (area_id)
        join period using (period_id) join split using (split_id)
"""
PERIODS = "select code from period where type = $type and code between $first and $last order by code"
RATES = """
    select cell.value, cell.low, cell.high, indicator.per * cell.numerator_low / nullif(cell.denominator, 0),
        indicator.per * least(cell.numerator_high, cell.denominator) / nullif(cell.denominator, 0),
        indicator.per * cell.numerator_high / nullif(cell.denominator, 0)
    from cell join indicator using (indicator_id) join area using (area_id)
    where area.code = $area
"""
NUMBER = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")
DAYS = 31
"""Dates, and how many periods of how many: a count as small as this is never shown but as the end of a range."""


@dataclass(frozen=True)
class Asked:
    """One selection, in the parameters of a link, with the cubes that answer it."""

    gemeente: str
    level: str
    area: str
    period: str
    inzet: str
    uitkomst: str
    protection: str

    @property
    def query(self) -> dict[str, str]:
        return {
            "gemeente": self.gemeente, "niveau": self.level, "gebied": self.area, "periode": self.period,
            "inzet": self.inzet, "uitkomst": self.uitkomst, "openbaar": str(self.protection == "openbaar").lower(),
        }  # fmt: skip

    def cubes(self, publication: Path) -> list[Path]:
        return [publication / self.gemeente / f"{self.protection}.duckdb", publication / "regio" / "openbaar.duckdb"]


def reachable(publication: Path) -> Iterator[Asked]:
    """For each gemeente, protection, level, period and indicator a selection; areas take turns."""
    levels = [path for path in publication.glob("GM*/*.duckdb") if path.stem in LEVELS]  # true counts are no level
    for cube in sorted(levels):
        with duckdb.connect(str(cube), read_only=True) as connection:
            offers = connection.execute(OFFER).fetchall()
        turn = 0
        for level, period in sorted({(row[2], row[4]) for row in offers}):
            own = [row for row in offers if (row[2], row[4]) == (level, period)]
            front, back = (sorted({row[0] for row in own if bool(row[1]) == wanted}) for wanted in (True, False))
            areas = sorted({row[3] for row in own})
            for inzet, uitkomst in zip_longest(front, back, fillvalue=""):
                yield Asked(
                    cube.parent.name, level, areas[turn % len(areas)], period,
                    inzet or (front or [""])[0], uitkomst or (back or [""])[0], cube.stem,
                )  # fmt: skip
                turn += 1


def part_of(chosen: Selection, cube: Path) -> dict[str, str]:
    """The first and last period of a link that leaves out some at both ends; nothing where there are too few."""
    asked = {"type": chosen.period_type, "first": chosen.first, "last": chosen.last}
    with duckdb.connect(str(cube), read_only=True) as connection:
        codes = [code for (code,) in connection.execute(PERIODS, asked).fetchall()]
    return {"van": codes[len(codes) // 3], "tot": codes[-2]} if len(codes) > 3 else {}


def tables(publication: Path, protection: str) -> list[tuple[str, ...]]:
    """Every table that a level's cubes hold: indicator, programme, area level, period type, dimension."""
    found: set[tuple[str, ...]] = set()
    for path in publication.glob(f"*/{protection}.duckdb"):
        with duckdb.connect(str(path), read_only=True) as cube:
            found |= set(cube.execute(TABLES).fetchall())
    return sorted(found)


def numbers(text: str) -> set[str]:
    """The numbers of a text that can be a figure."""
    found = {match for match in NUMBER.findall(text) if not (match.isdigit() and int(match) <= DAYS)}
    return found | {match.replace(".", "") for match in found if "," not in match}


def written(value: float) -> set[str]:
    """A rate as a page may write it: with the decimals that its own size asks, or those of the rate beside it."""
    return {rate(value), *(number(value, decimals) for decimals in (0, 1, 2))}


def held(cubes: list[Path], areas: list[str]) -> set[str]:
    """All numbers that these cubes hold of these areas, as a page would write them, and those in their other tables."""
    found: set[str] = {"95", "100", "99,8"}
    for path in cubes:
        found |= _beside_cells(path).union(*(_of_area(path, area) for area in areas))
    return found | {text.replace(".", "") for text in found if "," not in text}


@cache
def _beside_cells(path: Path) -> set[str]:
    with duckdb.connect(str(path), read_only=True) as cube:
        tables = {name for (name,) in cube.execute("select table_name from duckdb_tables()").fetchall()} - {"cell"}
        rows = [str(cube.execute(f'select * from "{table}"').fetchall()) for table in tables]
    return set[str]().union(*map(numbers, rows))


@cache
def _of_area(path: Path, area: str) -> set[str]:
    with duckdb.connect(str(path), read_only=True) as cube:
        cells = cube.execute(f"{CELLS} where area.code = $area", {"area": area}).fetchall()
        rates = cube.execute(RATES, {"area": area}).fetchall()
    counts = {number(value) for row in cells for value in row[11:15] if value is not None}
    return counts.union(*(written(value) for value in {value for row in rates for value in row if value is not None}))
