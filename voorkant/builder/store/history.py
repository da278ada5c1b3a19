"""The history of deliveries, `records/history.json`: replaced as a whole, so a crash leaves the former one.

A history that belongs to a publication in the making waits beside it, in `history.next.json`, and comes in force with
that publication: whatever is killed in between, the deliveries that count are those of the figures on screen.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from voorkant.declare.atomic import write_atomically
from voorkant.domain.problem import DataRefused


@dataclass(frozen=True)
class Replaced:
    """The months of which a delivery replaced all rows of deliveries with a number below `before`."""

    first: str  # the code of a month
    last: str
    before: int


@dataclass(frozen=True)
class Undone:
    """Who took a delivery out of the figures, and when."""

    by: str
    at: str


@dataclass(frozen=True)
class Purged:
    """Rows of a delivery that were removed after their term: those of before a day (ISO), how many in all, and when."""

    before: str
    rows: int
    at: str


@dataclass(frozen=True)
class Delivery:
    """One table that was taken in, or refused as a whole (`kind` or `rows` then say so).

    A sheet of a workbook and a file in a zip are named behind `!`, in `file` and in `sha256`.
    """

    number: int
    file: str
    sha256: str
    kind: str | None
    at: str  # the time it was taken in, for people to read
    report: dict[str, Any] = field(default_factory=dict)  # as `check --json` prints it
    used: bool = True
    reading: str = ""  # how files were read then (`Declared.reading`)
    who: str = ""
    publication: str = ""  # the first one that was made from it; empty for what came in before this was kept
    changes: dict[str, int] = field(default_factory=dict)  # rows added, changed, removed, ...: with all of its kind
    warnings: tuple[dict[str, Any], ...] = ()  # what stood out, each with its `reason` where someone confirmed it
    replaced: Replaced | None = None
    undone: Undone | None = None
    key: str = ""  # the id of the key under which its youths are stored; empty for what came in before this was kept
    domain: str = ""  # what the keys of its youths are shared with: its own source, or all that may be linked
    version: int = 0  # how often its rows were written anew, for another key or without those that may not be kept
    purged: Purged | None = None

    @property
    def counts(self) -> bool:
        """Whether its rows are in the figures."""
        return self.used and self.undone is None

    @property
    def file_sha256(self) -> str:
        """The hash of the whole file that was brought in."""
        return self.sha256.partition("!")[0]

    @property
    def parquet(self) -> str:
        return f"{self.number:06d}{f'-{self.version}' if self.version else ''}.parquet"


def read_history(records: Path) -> list[Delivery]:
    """All deliveries, oldest first. DataRefused when the file is damaged."""
    path = records / "history.json"
    try:
        return [_delivery(item) for item in json.loads(path.read_text(encoding="utf-8"))]
    except FileNotFoundError:
        return []
    except (json.JSONDecodeError, TypeError, AttributeError) as error:
        raise DataRefused(
            f"{path.name} in de map records is beschadigd. Zet een reservekopie terug, of verwijder de map records "
            "om alle exports opnieuw in te lezen."
        ) from error


def _delivery(item: Mapping[str, Any]) -> Delivery:
    replaced, undone, purged = (item.get(name) for name in ("replaced", "undone", "purged"))
    nested = {
        "warnings": tuple(item.get("warnings", ())),
        "replaced": Replaced(**replaced) if replaced else None,
        "undone": Undone(**undone) if undone else None,
        "purged": Purged(**purged) if purged else None,
    }
    return Delivery(**{**item, **nested})


def write_history(records: Path, deliveries: Sequence[Delivery]) -> None:
    write_atomically(records / "history.json", _text(deliveries))


def prepare(records: Path, deliveries: Sequence[Delivery], made_from: str) -> None:
    """Lay ready the history that comes in force with the publication of this fingerprint."""
    told = {"made_from": made_from, "deliveries": json.loads(_text(deliveries))}
    write_atomically(records / "history.next.json", json.dumps(told, ensure_ascii=False))


def settle(records: Path, in_force: str | None) -> None:
    """Take the history that lies ready if its publication came in force (that of this fingerprint), else drop it."""
    ready = records / "history.next.json"
    if not ready.exists():
        return
    told = json.loads(ready.read_text(encoding="utf-8"))
    if told["made_from"] == in_force:
        write_atomically(records / "history.json", json.dumps(told["deliveries"], ensure_ascii=False))
    ready.unlink()


def _text(deliveries: Sequence[Delivery]) -> str:
    return json.dumps([asdict(item) for item in deliveries], ensure_ascii=False)
