"""When someone last saw the figures of a gemeente, and what was newest then; one TOML each in `work/visits/<user>/`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from voorkant.declare.home import Home
from voorkant.declare.keptfile import Shelf
from voorkant.declare.strict import Table, read_toml
from voorkant.declare.userfolder import Folders, Owner


@dataclass(frozen=True)
class Visit:
    """`measures`: slug -> newest final period; `verdicts`: pilot -> the moment that was judged last."""

    publication: str
    day: str
    measures: Mapping[str, str] = field(default_factory=dict)
    verdicts: Mapping[str, str] = field(default_factory=dict)


def read_visit(home: Home, owner: Owner, gemeente: str) -> Visit | None:
    """None before the first. DataRefused for a damaged file."""
    path = _folders(home).read(owner) / f"{gemeente.lower()}.toml"
    return _visit(read_toml(path)) if path.exists() else None


def _folders(home: Home) -> Folders:
    return Folders(home.work / "visits")


def _visit(table: Table) -> Visit:
    found = Visit(
        table.take("publication", str), table.take("day", str), _pairs(table, "measures"), _pairs(table, "verdicts")
    )
    table.done()
    return found


def _pairs(table: Table, key: str) -> dict[str, str]:
    split = (item.partition("|") for item in table.texts(key, ()))
    return {name: value for name, _, value in split}


def keep(home: Home, owner: Owner, gemeente: str, visit: Visit) -> None:
    told = {
        "publication": visit.publication, "day": visit.day,
        "measures": [f"{name}|{value}" for name, value in visit.measures.items()],
        "verdicts": [f"{name}|{value}" for name, value in visit.verdicts.items()],
    }  # fmt: skip
    Shelf(_folders(home).write(owner)).write(gemeente.lower(), told)
