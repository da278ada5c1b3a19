"""The meetlat: steps towards a goal, each with what the gemeente itself says of it, as `meetlat.toml` declares it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from voorkant.declare.home import Home
from voorkant.declare.strict import Table, read_toml
from voorkant.domain.personal import holds_personal

FILE = "meetlat.toml"
STATUSES = ("gehaald", "op_weg", "nog_niet", "niet_gemeten")
MOST_STEPS, LONGEST = 20, 600


@dataclass(frozen=True)
class Step:
    """One step. `status` is the gemeente's own judgement; the figures that are named are shown beside it."""

    title: str
    goal: str
    status: str
    evidence: str
    source: str
    day: date | None
    programme: str
    indicators: tuple[str, ...]
    pilot: str


@dataclass(frozen=True)
class Meetlat:
    """The meetlat of one gemeente, its lowest step first."""

    gemeente: str
    title: str
    steps: tuple[Step, ...]


def read_meetlatten(home: Home) -> dict[str, Meetlat]:
    """By gemeente; empty where there is no file. DataRefused when it is wrong."""
    path = home.path / FILE
    if not path.is_file():
        return {}
    top = read_toml(path)
    found: dict[str, Meetlat] = {}
    for table in top.tables("meetlat"):
        meetlat = _meetlat(table)
        if meetlat.gemeente in found:
            raise table.refuse(f"'gemeente': {meetlat.gemeente} heeft al een meetlat. Laat er een weg.")
        found[meetlat.gemeente] = meetlat
    top.done()
    return found


def _meetlat(table: Table) -> Meetlat:
    found = Meetlat(
        gemeente=table.take("gemeente", str),
        title=table.take("title", str),
        steps=tuple(_step(step) for step in table.tables("step")),
    )
    table.done()
    if not 0 < len(found.steps) <= MOST_STEPS:
        raise table.refuse(f"een meetlat heeft een tot {MOST_STEPS} stappen, elk met [[meetlat.step]].")
    return found


def _step(table: Table) -> Step:
    found = Step(
        title=table.take("title", str),
        goal=table.take("goal", str),
        status=table.choice("status", STATUSES),
        evidence=table.take("evidence", str, ""),
        source=table.take("source", str, ""),
        day=table.take("date", date, None),
        programme=table.take("programme", str, ""),
        indicators=table.texts("indicators", ()),
        pilot=table.take("pilot", str, ""),
    )
    table.done(_objections(found))
    return found


def _objections(step: Step) -> Iterator[str]:
    """Why a step cannot be shown so, in Dutch."""
    judged = step.status != "niet_gemeten"
    if not (step.title.strip() and step.goal.strip()):
        yield "'title' en 'goal' mogen niet leeg zijn."
    if judged and not (step.evidence.strip() and step.source.strip() and step.day):
        yield "een oordeel heeft 'evidence', 'source' en 'date' nodig. Vul ze in, of kies niet_gemeten."
    texts = (step.title, step.goal, step.evidence, step.source)
    if any(len(text) > LONGEST for text in texts):
        yield f"houd elke tekst korter dan {LONGEST} tekens."
    if any(holds_personal(text) for text in texts):
        yield "in de tekst staat een persoonsgegeven. Schrijf het zonder gegevens van een persoon."
