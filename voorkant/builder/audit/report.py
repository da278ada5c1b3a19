"""What *Kwaliteit* says of protection: the audit, what protection costs, and how its rules changed. Never a value."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from voorkant.builder.audit.exposure import Exposure
from voorkant.builder.audit.ranges import Level
from voorkant.builder.audit.run import Report
from voorkant.builder.database import Database, checked, query_file
from voorkant.builder.quality import Row
from voorkant.declare.atomic import write_atomically
from voorkant.declare.settings import DOMINANCE, Settings
from voorkant.domain.problem import DataRefused
from voorkant.domain.protection import Protection
from voorkant.text.numbers import SEPARATOR, number
from voorkant.text.periods import day

PLACES = {"regio": "de regio", "gemeente": "een gemeente", "wijk": "een wijk", "kern": "een kern",
          "praktijk": "een praktijk", "school": "een school"}  # fmt: skip
LEVELS = {"regio": "regio", "gemeente": "gemeenten", "wijk": "wijken", "kern": "kernen", "praktijk": "praktijken",
          "school": "scholen"}  # fmt: skip
ENOUGH = 100
"""Shown cells from which something is said of how near they are to the truth."""
VOLUME_STEP, BIAS = 5, 0.5
UNKNOWN = "te weinig cellen"


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
        "Kleine aantallen die in twijfel blijven": f"Alle. Het smalst begrensde kan nog {number(min(narrow))} waarden "
        "hebben."
        if narrow
        else "Er zijn geen kleine aantallen.",
        "Restrisico": _risk(own, protection),
    }
    if in_bulk := sum(report.in_bulk for report in own):
        told["In een keer ruimer gemaakt"] = (
            f"{number(in_bulk)} cellen. Er zijn zo weinig jeugdigen op zoveel plaatsen dat niet van elk klein aantal "
            "apart is gezocht of het in twijfel blijft. Daarom kan er meer ruimer zijn gemaakt dan nodig is."
        )
    return [("toets", "", item, None, place, text) for place, (item, text) in enumerate(told.items())]


def _risk(reports: Sequence[Report], protection: Protection) -> str:
    """What is left: in how many cells the one youth whom an attacker does not know moves what is shown."""
    known = Exposure.together(report.exposure for report in reports)
    told = [f"{known.percent(level)}% ({PLACES[level]})" for level in PLACES if known.cells.get(level)]
    if not told:
        return "Er is geen cel waarin iemand is geteld."
    closed = " Van praktijken en scholen toont dit niveau niets." if protection is Protection.OPENBAAR else ""
    return (
        "Wie van een plaats alle jeugdigen kent op een na, ziet aan zoveel van de cellen of die ene is meegeteld: "
        f"{', '.join(told)}.{closed}"
    )


def _count(reports: Iterable[Report], name: str) -> str:
    return number(sum(getattr(report, name) for report in reports))


def utility_rows(database: Database, titles: Mapping[str, str], protection: Protection, level: Level) -> list[Row]:
    """A line per indicator and level: what is to be seen of it, and how near to the truth."""
    database.view("kept", f"select * from kept_{checked(protection.value)}")  # noqa: S608 - a checked name
    found = database.rows(query_file("audit", "utility"), {"protection": protection.value, "spread": level.spread})
    return [
        ("nut", "", f"{titles[slug]}\n{LEVELS[level]}", None, place, SEPARATOR.join(use(shown, figures, measured)))
        for place, (slug, level, _, shown, *measured, figures) in enumerate(found)
    ]


def use(shown: float, figures: int, measured: Sequence[float | None]) -> list[str]:
    """Shown cells, volume, error of half and of 95% of them, error of their sum with its standard error of rounding.

    They come from the truth, so they stand in steps too coarse to work back from; of few cells only the first is told,
    and of many in which nobody is counted too: one of the others is then a part of nothing.
    """
    cells = f"{number(shown)}%"
    known = [value for value in measured if value is not None]
    if figures < ENOUGH or len(known) < len(measured):
        return [cells, *[UNKNOWN] * (len(measured) - 1)]
    volume, median, worst, bias, chance = known
    part = round(volume / VOLUME_STEP) * VOLUME_STEP
    near = "minder dan" if abs(bias) < BIAS else "meer dan"
    sum_ = f"{near} {number(BIAS, 1)}% (toeval: {number(chance, 1)}%)"
    return [cells, f"ongeveer {number(part)}%", number(median), number(worst), sum_]


def rule_changes(folder: Path, settings: Settings, today: date) -> list[dict[str, Any]]:
    """The rules that were in force, oldest first, with those of now; kept in the builder's own folder."""
    path = folder / "rules.json"
    now = {protection.value: _rule(settings, protection) for protection in Protection}
    known: list[dict[str, Any]] = []
    if path.exists():
        try:
            known = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise DataRefused(
                f"Er is niet gepubliceerd: {path} is beschadigd. Zet het terug uit een reservekopie of haal het weg; "
                "dan is niet meer te zien welke regels eerder golden."
            ) from error
    if not known or known[-1]["rules"] != now:
        known.append({"since": today.isoformat(), "rules": now})
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_atomically(path, json.dumps(known))
    return known


def _rule(settings: Settings, protection: Protection) -> list[Any]:
    """Threshold and rounding; and, where a municipality set them, how far the level goes and the rule of amounts."""
    rule, narrowing = settings.rules[protection], settings.narrowings[protection].words
    amounts = "" if settings.dominance == DOMINANCE else f"overheersing {settings.dominance}%"
    set_too = "; ".join(filter(None, (narrowing, amounts)))
    return [rule.threshold, rule.base, *([set_too] if set_too else [])]


def ground_rows(settings: Settings, protection: Protection) -> list[Row]:
    """The ground on which a level protects less than it should, where there is one."""
    ground = settings.grounds.get(protection)
    return [("toets", "", "Grond voor minder bescherming", None, None, ground)] if ground else []


def change_rows(changes: Iterable[Mapping[str, Any]], protection: Protection) -> list[Row]:
    """Each change of a level's rule. The first rule is no change."""
    rows: list[Row] = []
    former = None
    for change in changes:
        rule = change["rules"][protection.value]
        if former and former != rule:
            item = f"Regel gewijzigd op {day(date.fromisoformat(change['since']))}"
            rows.append(("toets", "", item, None, None, _changed(former, rule)))
        former = rule
    return rows


def _changed(former: Sequence[Any], now: Sequence[Any]) -> str:
    told = []
    if former[:2] != now[:2]:
        told.append(f"De drempel ging van {former[0]} naar {now[0]}, de afronding van {former[1]} naar {now[1]}.")
    if former[2:] != now[2:]:
        told.append(f"Verder geldt: {now[2]}." if now[2:] else "Verder geldt weer wat gewoonlijk geldt.")
    return " ".join(told)
