"""Checks that are switched off for a source, with a reason: in `voorkant.toml` as `[[regel_uit]]`, or from the page."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from voorkant.declare.atomic import write_atomically
from voorkant.declare.home import Home
from voorkant.declare.jobs import make_shared
from voorkant.declare.source import Source
from voorkant.declare.strict import Table, nearest, read_toml
from voorkant.domain.codes import is_bsn
from voorkant.domain.problem import DataRefused, Problem
from voorkant.domain.switchable import SWITCHABLE

LONGEST_REASON = 300
_NUMBER = re.compile(r"(?<!\d)\d{8,9}(?!\d)")


@dataclass(frozen=True)
class RuleOff:
    """One check that is off for one source. `who` and `day` (ISO) are known of what the page asked, and may undo."""

    source: str
    rule: str
    reason: str
    who: str = ""
    day: str = ""

    @property
    def from_page(self) -> bool:
        return bool(self.who)


def read_rules_off(top: Table) -> tuple[RuleOff, ...]:
    """What `[[regel_uit]]` says. DataRefused for a rule that cannot be switched off, or without a reason."""
    found: dict[tuple[str, str], RuleOff] = {}
    for table in top.tables("regel_uit"):
        off = _rule_off(table)
        if (off.source, off.rule) in found:
            raise table.refuse(f"de regel '{off.rule}' staat voor '{off.source}' al uit. Haal er een weg.")
        found[off.source, off.rule] = off
    return tuple(found.values())


def _rule_off(table: Table, *, from_page: bool = False) -> RuleOff:
    off = RuleOff(table.take("bron", str), table.choice("regel", SWITCHABLE), table.take("reden", str).strip())
    if from_page:
        off = replace(off, who=table.take("door", str), day=table.take("op", str))
    table.done()
    if objection := objection_to(off.reason):
        raise table.refuse(f"'reden' kan zo niet. {objection}")
    return off


def objection_to(reason: str) -> str:
    """Why a reason cannot stand there for everyone to read, in Dutch; empty when it can."""
    if not reason.strip():
        return "Vul een reden in: die blijft zichtbaar bij de cijfers."
    if len(reason) > LONGEST_REASON:
        return f"Houd de reden korter dan {LONGEST_REASON} tekens."
    if not reason.isprintable():
        return "Schrijf de reden op een regel, met gewone tekens."
    if "@" in reason or any(map(is_bsn, _NUMBER.findall(re.sub(r"(?<=\d)[ .-](?=\d)", "", reason)))):
        return "Noem in de reden geen nummers of adressen van personen."
    return ""


def rules_off(home: Home, stated: Iterable[RuleOff]) -> tuple[RuleOff, ...]:
    """All checks that are off: what the page keeps in `work/rules`, and before it what the settings state."""
    paths = sorted((home.work / "rules").glob("*.toml"))
    asked = [_rule_off(read_toml(path), from_page=True) for path in paths]
    found = {(off.source, off.rule): off for off in (*asked, *stated)}
    return tuple(found[key] for key in sorted(found))


def as_told(off: Iterable[RuleOff]) -> list[list[str]]:
    """What is off, as the result of a check keeps it."""
    return [[item.source, item.rule, item.reason] for item in off]


def switch_off(home: Home, off: RuleOff) -> None:
    """Keep a wish of the page. Problem without a fitting reason, or for a rule that stays on."""
    if off.rule not in SWITCHABLE:
        raise Problem(f"De regel '{off.rule}' kan niet uit.{nearest(off.rule, SWITCHABLE)}")
    if objection := objection_to(off.reason):
        raise Problem(objection)
    path = _place(home, off)
    make_shared(path.parent)
    told = {"bron": off.source, "regel": off.rule, "reden": off.reason.strip(), "door": off.who, "op": off.day}
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in told.items())
    write_atomically(path, "\n".join(lines) + "\n")


def switch_on(home: Home, off: RuleOff) -> None:
    """Undo it. What stands in the settings is for a person to take away."""
    _place(home, off).unlink(missing_ok=True)


def _place(home: Home, off: RuleOff) -> Path:
    return home.work / "rules" / f"{off.source}-{off.rule}.toml"


def without_rules(sources: Mapping[str, Source], off: Iterable[RuleOff]) -> dict[str, Source]:
    """The sources, each with the checks that are off for it. DataRefused for a source that does not exist."""
    found = dict(sources)
    for item in off:
        if item.source not in found:
            where = "work/rules" if item.from_page else "voorkant.toml, [[regel_uit]]"
            raise DataRefused(f"{where}: de bron '{item.source}' bestaat niet.{nearest(item.source, sources)}")
        source = found[item.source]
        found[item.source] = replace(source, rules_off={**source.rules_off, item.rule: item.reason})
    return found
