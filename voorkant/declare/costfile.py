"""What a pilot and a referral cost, as someone entered it with its source: one TOML a pilot in `work/costs/`."""

from collections.abc import Iterator
from dataclasses import dataclass

from voorkant.declare.home import Home
from voorkant.declare.keptfile import Shelf, text_objections
from voorkant.declare.strict import read_toml
from voorkant.domain.problem import Problem

LONGEST = 200
MOST = 100_000_000


@dataclass(frozen=True)
class Cost:
    """Whole euros; 0 where nothing was entered."""

    pilot: str
    each: int  # a referral
    each_source: str
    yearly: int  # a year of the programme
    yearly_source: str
    who: str = ""
    day: str = ""


def _shelf(home: Home) -> Shelf:
    return Shelf(home.work / "costs")


def read_cost(home: Home, pilot: str) -> Cost | None:
    """What was entered for a pilot; None when nothing was. DataRefused for a damaged file."""
    path = next((path for path in _shelf(home).paths() if path.stem == pilot), None)
    if path is None:
        return None
    table = read_toml(path)
    found = Cost(
        pilot=pilot,
        each=table.take("per_verwijzing", int),
        each_source=table.take("bron_verwijzing", str),
        yearly=table.take("per_jaar", int),
        yearly_source=table.take("bron_jaar", str),
        who=table.take("door", str),
        day=table.take("op", str),
    )
    table.done(objections(found))
    return found


def objections(cost: Cost) -> Iterator[str]:
    """Why it cannot be kept, in Dutch."""
    for amount, source in ((cost.each, cost.each_source), (cost.yearly, cost.yearly_source)):
        if not 0 <= amount <= MOST:
            yield "Vul een bedrag in hele euro's in, van 0 of meer."
        if amount and not source.strip():
            yield "Vul bij elk bedrag de bron in: zonder bron is een bedrag niet te verdedigen."
        if len(source) > LONGEST or "\n" in source:
            yield f"Vul de bron in op een regel, in hoogstens {LONGEST} tekens."
    yield from text_objections(cost.each_source, cost.yearly_source)


def keep_cost(home: Home, cost: Cost) -> None:
    """Write it, or replace what was there. Problem when it cannot be kept so."""
    if objection := next(objections(cost), ""):
        raise Problem(objection)
    _shelf(home).write(cost.pilot, {
        "per_verwijzing": cost.each, "bron_verwijzing": cost.each_source.strip(), "per_jaar": cost.yearly,
        "bron_jaar": cost.yearly_source.strip(), "door": cost.who, "op": cost.day,
    })  # fmt: skip
