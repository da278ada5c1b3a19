"""What a gemeente wants to reach: a value of a figure in a year, with its source, as `doelen.toml` declares it."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from voorkant.declare.home import Home
from voorkant.declare.strict import Table, read_toml
from voorkant.declare.unchanged import while_same
from voorkant.domain.personal import holds_personal

FILE = "doelen.toml"
YEARS = range(2015, 2101)
LONGEST = 200


@dataclass(frozen=True)
class Goal:
    """A value per year, in the unit of the indicator. Empty `programme`: of an indicator without one, or of any."""

    indicator: str
    area: str
    value: float
    year: int
    source: str
    programme: str = ""

    def concerns(self, indicator: str, area: str, programme: str) -> bool:
        return (self.indicator, self.area) == (indicator, area) and self.programme in ("", programme)


def read_goals(home: Home) -> tuple[Goal, ...]:
    """All, the earliest year first; empty where there is no file. DataRefused when it is wrong."""
    path = home.path / FILE
    return _goals(path) if path.is_file() else ()


@while_same
def _goals(path: Path) -> tuple[Goal, ...]:
    top = read_toml(path)
    found = [_goal(table) for table in top.tables("doel")]
    top.done()
    return tuple(sorted(found, key=lambda item: item.year))


def _goal(table: Table) -> Goal:
    found = Goal(
        indicator=table.take("indicator", str),
        area=table.take("gebied", str),
        value=table.take("waarde", float),
        year=table.take("jaar", int),
        source=table.take("bron", str),
        programme=table.take("programma", str, ""),
    )
    table.done(_objections(found))
    return found


def _objections(goal: Goal) -> Iterator[str]:
    """Why a goal cannot be drawn, in Dutch."""
    if not isfinite(goal.value) or goal.value < 0:
        yield "'waarde' is een getal van 0 of hoger, in de eenheid van het cijfer per jaar."
    if goal.year not in YEARS:
        yield f"'jaar' ligt tussen {YEARS[0]} en {YEARS[-1]}."
    if not goal.source.strip() or len(goal.source) > LONGEST:
        yield f"'bron' zegt in hoogstens {LONGEST} tekens waar het doel is vastgelegd."
    if holds_personal(goal.source):
        yield "in 'bron' staat een persoonsgegeven. Schrijf het zonder gegevens van een persoon."


def ahead(goals: tuple[Goal, ...], year: int) -> Goal | None:
    """The first goal for a year or later, else the last of all; None without any."""
    return next((goal for goal in goals if goal.year >= year), goals[-1] if goals else None)
