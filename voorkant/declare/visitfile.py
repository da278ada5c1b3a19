"""When someone last saw the figures of a gemeente, and what was newest then; one TOML each in `work/visits/<user>/`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from voorkant.declare.home import Home
from voorkant.declare.keptfile import Shelf
from voorkant.declare.memofile import user_folder
from voorkant.declare.strict import Table, read_toml


@dataclass(frozen=True)
class Visit:
    """`measures`: slug -> newest final period; `verdicts`: pilot -> the moment that was judged last."""

    publication: str
    day: str
    measures: Mapping[str, str] = field(default_factory=dict)
    verdicts: Mapping[str, str] = field(default_factory=dict)


def read_visit(home: Home, user: str, gemeente: str) -> Visit | None:
    """None before the first. DataRefused for a damaged file."""
    path = _shelf(home, user).folder / f"{gemeente.lower()}.toml"
    return _visit(read_toml(path)) if path.exists() else None


def _shelf(home: Home, user: str) -> Shelf:
    return Shelf(home.work / "visits" / user_folder(user))


def _visit(table: Table) -> Visit:
    found = Visit(
        table.take("publication", str), table.take("day", str), _pairs(table, "measures"), _pairs(table, "verdicts")
    )
    table.done()
    return found


def _pairs(table: Table, key: str) -> dict[str, str]:
    split = (item.partition("|") for item in table.texts(key, ()))
    return {name: value for name, _, value in split}


def keep(home: Home, user: str, gemeente: str, visit: Visit) -> None:
    told = {
        "publication": visit.publication, "day": visit.day,
        "measures": [f"{name}|{value}" for name, value in visit.measures.items()],
        "verdicts": [f"{name}|{value}" for name, value in visit.verdicts.items()],
    }  # fmt: skip
    _shelf(home, user).write(gemeente.lower(), told)
