"""What *Kwaliteit* says of protection: the audit, what protection costs, and how its rules changed. Never a value."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from voorkant.builder.audit.run import Report
from voorkant.builder.database import Database, checked, query_file
from voorkant.builder.quality import Row
from voorkant.declare.atomic import write_atomically
from voorkant.declare.settings import Settings
from voorkant.domain.protection import Protection
from voorkant.text.numbers import number

LEVELS = {"regio": "regio", "gemeente": "gemeenten", "wijk": "wijken", "kern": "kernen", "praktijk": "praktijken",
          "school": "scholen"}  # fmt: skip


def audit_rows(reports: Iterable[Report], protection: Protection) -> list[Row]:
    """The audit of a level in a few lines."""
    own = [report for report in reports if report.protection is protection]
    if not own:
        return []
    narrow = [report.narrowest for report in own if report.small]
    hidden, coarsened = sum(report.hidden for report in own), sum(report.coarsened for report in own)
    told = {
        "Getoetste tabellen": f"{_count(own, 'tables')} tabellen met samen {_count(own, 'cells')} cellen.",
        "Verborgen omdat ze klein zijn": f"{number(hidden)} cellen.",
        "Ruimer gemaakt omdat ze iets kleins verraden": f"{number(coarsened)} cellen tonen een bereik in plaats van "
        "een aantal.",
        "Kleine aantallen die in twijfel blijven": f"{_count(own, 'small')} aantallen; het smalst begrensde kan nog "
        f"{number(min(narrow, default=0))} waarden hebben.",
    }
    return [("toets", "", item, None, None, text) for item, text in told.items()]


def _count(reports: Iterable[Report], name: str) -> str:
    return number(sum(getattr(report, name) for report in reports))


def utility_rows(database: Database, titles: Mapping[str, str], protection: Protection) -> list[Row]:
    """A line per indicator and level: what is to be seen of it, and how near to the truth."""
    database.view("kept", f"select * from kept_{checked(protection.value)}")  # noqa: S608 - a checked name
    rows: list[Row] = []
    for slug, level, _, shown, volume, median, worst, bias in database.rows(
        query_file("audit", "utility"), {"protection": protection.value}
    ):
        text = (
            f"{number(shown, 1)}% van de cellen toont een aantal, goed voor {number(volume or 0, 1)}% van het totaal."
        )
        if median is not None:
            text += (f" De helft ligt hooguit {number(median)} van het ware aantal, 95% hooguit {number(worst)}; "
                     f"samen {number(bias or 0, 2)}% verschil.")  # fmt: skip
        rows.append(("nut", "", f"{titles[slug]}, {LEVELS[level]}", None, shown, text))
    return rows


def rule_changes(folder: Path, settings: Settings, today: date) -> list[dict[str, Any]]:
    """The rules that were in force, oldest first, with those of now; kept in the builder's own folder."""
    path = folder / "rules.json"
    now = {
        protection.value: [settings.rules[protection].threshold, settings.rules[protection].base]
        for protection in Protection
    }
    known: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    if not known or known[-1]["rules"] != now:
        known.append({"since": today.isoformat(), "rules": now})
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_atomically(path, json.dumps(known))
    return known


def ground_rows(settings: Settings, protection: Protection) -> list[Row]:
    """The ground on which a level protects less than it should, where there is one."""
    ground = settings.grounds.get(protection)
    return [("toets", "", "Grond voor minder bescherming", None, None, ground)] if ground else []


def change_rows(changes: Iterable[Mapping[str, Any]], protection: Protection) -> list[Row]:
    """Each change of a level's rule. The first rule is no change."""
    rows: list[Row] = []
    former = None
    for change in changes:
        threshold, base = change["rules"][protection.value]
        if former and former != [threshold, base]:
            text = f"De drempel ging van {former[0]} naar {threshold}, de afronding van {former[1]} naar {base}."
            rows.append(("toets", "", f"Regel gewijzigd op {change['since']}", None, None, text))
        former = [threshold, base]
    return rows
