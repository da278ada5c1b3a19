"""What a gemeente budgets for preventive and for specialist help, by year and task, as `begroting.toml` declares it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from voorkant.declare.home import Home
from voorkant.declare.strict import Table, read_toml
from voorkant.declare.unchanged import while_same
from voorkant.domain.personal import holds_personal

FILE = "begroting.toml"
SIDES = ("voorkant", "achterkant")
YEARS = range(2015, 2101)
LONGEST, MOST = 200, 10**11


@dataclass(frozen=True)
class Budget:
    """An amount in euro of one year for a task (`taakveld`), on one side."""

    gemeente: str
    year: int
    task: str
    side: str
    euro: int
    source: str


def read_budgets(home: Home, gemeente: str) -> tuple[Budget, ...]:
    """Those of a gemeente, by year; empty where there is no file. DataRefused when it is wrong."""
    path = home.path / FILE
    found = _budgets(path) if path.is_file() else ()
    return tuple(sorted((item for item in found if item.gemeente == gemeente), key=lambda item: (item.year, item.task)))


@while_same
def _budgets(path: Path) -> tuple[Budget, ...]:
    top = read_toml(path)
    found = tuple(_budget(table) for table in top.tables("begroting"))
    top.done()
    return found


def _budget(table: Table) -> Budget:
    found = Budget(
        gemeente=table.take("gemeente", str),
        year=table.take("jaar", int),
        task=table.take("taakveld", str),
        side=table.choice("kant", SIDES),
        euro=table.take("euro", int),
        source=table.take("bron", str),
    )
    table.done(_objections(found))
    return found


def _objections(budget: Budget) -> Iterator[str]:
    """Why an amount cannot be shown, in Dutch."""
    if not 0 < budget.euro < MOST:
        yield "'euro' is een heel bedrag boven de 0, zonder punten."
    if budget.year not in YEARS:
        yield f"'jaar' ligt tussen {YEARS[0]} en {YEARS[-1]}."
    texts = (budget.task, budget.source)
    if not all(text.strip() and len(text) <= LONGEST for text in texts):
        yield f"'taakveld' en 'bron' mogen niet leeg zijn, en hoogstens {LONGEST} tekens lang."
    if any(map(holds_personal, texts)):
        yield "in de tekst staat een persoonsgegeven. Schrijf het zonder gegevens van een persoon."
