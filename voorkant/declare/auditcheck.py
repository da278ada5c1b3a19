"""Reading the audit logs of a home back, and seeing whether a line was changed, taken away or cut off."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from voorkant.declare.auditlog import NOTHING_BEFORE, AuditLog, Mark, app_log, builder_log, hashed, read_head
from voorkant.declare.home import Home

Record = dict[str, Any]
_FIELDS = ("n", "at", "who", "role", "action", "filter", "publication", "prev")


@dataclass(frozen=True)
class Remark:
    """Something about one line of a log (`app` or `bouwer`), in Dutch."""

    log: str
    line: int
    text: str


@dataclass
class Checked:
    """The lines that can be read, what is wrong with the log, and what is good to know."""

    name: str
    records: list[Record] = field(default_factory=list)
    hashes: list[str] = field(default_factory=list)  # of every line, also of one that cannot be read
    faults: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)

    def fault(self, line: int, text: str) -> None:
        self.faults.append(Remark(self.name, line, text))


def check_logs(home: Home) -> tuple[Checked, Checked]:
    """The logs of app and builder, each on its own and beside the other."""
    builder = read_log(builder_log(home), "bouwer")  # first: what it names of the app's is there then
    app = read_log(app_log(home), "app")
    _compare(app, builder.records)
    return app, builder


def read_log(log: AuditLog, name: str) -> Checked:
    """All lines of one log, and whether they follow on each other up to the last one that was added."""
    found, prev = Checked(name), NOTHING_BEFORE
    before, raw, after = read_head(log.head), log.path.read_bytes() if log.path.exists() else b"", read_head(log.head)
    *lines, rest = raw.split(b"\n")
    for number, line in enumerate(lines, 1):
        record = _record(line)
        if record is None:
            found.fault(number, "deze regel is niet te lezen: er is in het bestand geschreven.")
        else:
            if (record["n"], record["prev"]) != (number, prev):
                found.fault(number, "tussen de vorige regel en deze is iets veranderd of weggehaald.")
            found.records.append(record | {"log": name})
        prev = hashed(line)
        found.hashes.append(prev)
    if rest:
        found.fault(len(lines) + 1, "deze regel is afgebroken.")
    _compare_head(found, log, before, after)
    _clock(found)
    return found


def _record(line: bytes) -> Record | None:
    try:
        told = json.loads(line)
        datetime.fromisoformat(told["at"])
    except (ValueError, TypeError, KeyError):
        return None
    return told if isinstance(told, dict) and set(_FIELDS) <= told.keys() else None


def _compare_head(found: Checked, log: AuditLog, before: Mark, after: Mark) -> None:
    """The head is at most one line behind: where someone was killed between the two.

    Others add lines while this reads, and another user cannot lock their log; so the lines reach at least as far as
    the head did `before`, and no farther than it does `after`.
    """
    lines = len(found.hashes)
    if lines < before.n:
        found.fault(lines + 1, f"vanaf hier ontbreken regels: er horen er {before.n} te zijn.")
    elif before.n and found.hashes[before.n - 1] != before.hash:
        found.fault(before.n, "deze regel is veranderd nadat hij was geschreven.")
    elif lines > after.n + 1:
        found.fault(after.n + 1, f"vanaf hier staan regels die niet bij {log.head.name} horen.")


def _clock(found: Checked) -> None:
    for former, record in zip(found.records, found.records[1:], strict=False):
        if datetime.fromisoformat(record["at"]) < datetime.fromisoformat(former["at"]):
            text = f"de klok liep terug, van {former['at']} naar {record['at']}."
            found.notes.append(Remark(found.name, record["n"], text))


def _compare(app: Checked, records: Sequence[Record]) -> None:
    """The builder wrote down which line of the app was the last; that line has to be there still."""
    begun = app.records[0]["at"] if app.records else ""
    missed = set()
    for record in records:
        seen = record.get("app") or {}
        number = seen.get("n", 0)
        if not number or app.hashes[number - 1 : number] == [seen["hash"]]:
            continue
        if not begun or datetime.fromisoformat(begun) > datetime.fromisoformat(record["at"]):
            missed.add(record["n"])
        else:
            app.fault(number, f"deze regel is weg of veranderd; regel {record['n']} van de bouwer noemt hem nog.")
    if missed:
        when = f"begint op {begun}" if begun else "is weg"
        app.notes.append(Remark("app", 1, f"het logboek van de app {when}; de bouwer kende er een van daarvoor."))


def set_back(records: Sequence[Record], now: datetime, tolerance: timedelta) -> str:
    """The time of the last line when the clock now stands well before it; else empty."""
    last = records[-1]["at"] if records else ""
    return last if last and datetime.fromisoformat(last) > now + tolerance else ""
