"""A pilot, as `pilots/<slug>.toml` declares it: what is asked, of which units, and when an answer may be given."""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from voorkant.declare.home import Home
from voorkant.declare.strict import Table, read_toml
from voorkant.declare.tomltext import to_toml
from voorkant.declare.unchanged import while_same
from voorkant.domain.period import Period, PeriodType, parse_period

UNITS = ("praktijk", "school", "wijk", "kern", "gemeente", "gezin")
NOT_YET, LISTED = "not_yet", "listed"
COMPARISONS = frozenset({NOT_YET, LISTED})
"""Compared with units of the same gemeenten that have not started, or with those that are listed alone."""
MOST_MOMENTS = 3
MOST_SECONDARY = 5
RELEVANT = (0.05, 0.99)


@dataclass(frozen=True)
class Unit:
    """A place that takes part. Days and hours only where `uitrol` lacks them."""

    code: str
    start: date | None = None
    end: date | None = None
    hours: float | None = None  # a week


@dataclass(frozen=True)
class Pilot:
    """What was laid down. `window` and `moments` are months; a moment is the last month whose figures count at it."""

    slug: str
    title: str
    question: str
    programme: str
    gemeenten: tuple[str, ...]
    unit: str
    comparison: str
    primary: str
    relevant: float
    window: tuple[str, str]
    moments: tuple[str, ...]
    secondary: tuple[str, ...] = ()
    guardrails: tuple[str, ...] = ()
    budget: int | None = None  # euro, for the whole window
    units: tuple[Unit, ...] = ()

    @property
    def first(self) -> date:
        return month(self.window[0]).start

    @property
    def last(self) -> date:
        return month(self.window[1]).end

    @property
    def digest(self) -> str:
        """The same as long as the same is laid down, however it is written."""
        return hashlib.sha256(to_toml(values(self)).encode()).hexdigest()[:16]


@lru_cache(maxsize=1024)
def month(code: str) -> Period:
    """The month of a code. ValueError when it is none."""
    try:
        period = parse_period(code)
    except ValueError:
        period = None
    if period is None or period.type is not PeriodType.MONTH:
        raise ValueError(f"{code!r} is geen maand: schrijf 2025-03")
    return period


@while_same
def read_pilot(path: Path) -> Pilot:
    """The pilot that a TOML file declares. DataRefused when the file is wrong."""
    return of_table(read_toml(path), path.stem)


def of_table(top: Table, slug: str) -> Pilot:
    """The pilot that a table declares. DataRefused with the key when it is wrong."""
    budget = top.table("budget") if top.has("budget") else None
    pilot = Pilot(
        slug=slug,
        title=top.take("title", str),
        question=top.take("question", str),
        programme=top.take("programme", str),
        gemeenten=top.texts("gemeenten"),
        unit=top.choice("unit", UNITS),
        comparison=top.choice("comparison", COMPARISONS),
        primary=top.take("primary", str),
        relevant=top.take("relevant_rr", float, 0.80),
        window=_window(top),
        moments=_months(top, "moments"),
        secondary=top.texts("secondary", ()),
        guardrails=top.texts("guardrails", ()),
        budget=budget.take("amount", int) if budget else None,
        units=tuple(_unit(table) for table in top.tables("units")),
    )
    for table in filter(None, (budget, top)):
        table.done()
    _sound(pilot, top)
    return pilot


def _unit(table: Table) -> Unit:
    unit = Unit(table.take("code", str), table.take("start", date, None), table.take("end", date, None),
                table.take("hours", float, None))  # fmt: skip
    table.done()
    if unit.end and not (unit.start and unit.start <= unit.end):
        raise table.refuse("'end' ligt voor 'start', of 'start' ontbreekt. Verbeter de dagen.")
    return unit


def _months(top: Table, key: str) -> tuple[str, ...]:
    found = top.texts(key)
    for code in found:
        try:
            month(code)
        except ValueError as error:
            raise top.refuse(f"'{key}': {error}.") from error
    return found


def _window(top: Table) -> tuple[str, str]:
    found = _months(top, "window")
    if len(found) != 2 or found[0] >= found[1]:  # noqa: PLR2004 - from and until
        raise top.refuse('\'window\' is een eerste en een latere laatste maand, zoals ["2022-01", "2027-12"].')
    return found[0], found[1]


def _sound(pilot: Pilot, top: Table) -> None:
    """DataRefused for what cannot be kept to."""
    moments, (low, high) = pilot.moments, RELEVANT
    codes = [unit.code for unit in pilot.units]
    wrong = {
        "'gemeenten' is leeg. Noem ten minste een gemeentecode.": not pilot.gemeenten,
        f"'moments' is een tot {MOST_MOMENTS} maanden, elk later dan de vorige: hoe vaker er wordt gekeken, hoe "
        "vaker toeval een uitkomst lijkt.": not 0 < len(moments) <= MOST_MOMENTS or sorted(set(moments)) != [*moments],
        "'moments' moet binnen 'window' liggen.": any(
            not pilot.window[0] < item <= pilot.window[1] for item in moments
        ),
        f"'relevant_rr' ligt tussen {low} en {high}: 0.80 is een daling van 20%.": not low <= pilot.relevant <= high,
        f"'secondary' noemt hooguit {MOST_SECONDARY} andere uitkomsten.": len(pilot.secondary) > MOST_SECONDARY,
        "'secondary' noemt de hoofduitkomst ook. Laat haar daar weg.": pilot.primary in pilot.secondary,
        "'budget' is een bedrag boven 0.": pilot.budget is not None and pilot.budget <= 0,
        "een eenheid staat er twee keer in. Laat er een weg.": len(set(codes)) < len(codes),
    }
    for message, applies in wrong.items():
        if applies:
            raise top.refuse(message)


def values(pilot: Pilot) -> dict[str, Any]:
    """The same as in its file: what `of_table` reads back."""
    told: dict[str, Any] = {
        "title": pilot.title, "question": pilot.question, "programme": pilot.programme,
        "gemeenten": list(pilot.gemeenten), "unit": pilot.unit, "comparison": pilot.comparison,
        "primary": pilot.primary, "relevant_rr": pilot.relevant, "window": list(pilot.window),
        "moments": list(pilot.moments), "secondary": list(pilot.secondary), "guardrails": list(pilot.guardrails),
    }  # fmt: skip
    if pilot.budget:
        told["budget"] = {"amount": pilot.budget}
    if pilot.units:
        keys = ("code", "start", "end", "hours")
        told["units"] = [
            {key: value for key in keys if (value := getattr(unit, key)) is not None} for unit in pilot.units
        ]
    return told


def pilot_folders(home: Home) -> tuple[Path, Path]:
    """Where the pilots of a home stand: those of its files, then those that a form made."""
    return home.path / "pilots", home.work / "pilots"


def read_pilots(home: Home) -> dict[str, Pilot]:
    """All pilots by slug, in the order of their slugs. DataRefused when one is wrong."""
    return {slug: read_pilot(path) for slug, path in sorted(pilot_files(home).items())}


def read_one(home: Home, slug: str) -> Pilot | None:
    """The pilot of a slug; None when no file declares it. A mistake in the file of another is no matter here."""
    path = pilot_files(home).get(slug)
    return read_pilot(path) if path else None


def has_one(home: Home, slug: str) -> bool:
    """Whether a file declares it."""
    return any((folder / f"{slug}.toml").exists() for folder in pilot_folders(home))


def pilot_files(home: Home) -> dict[str, Path]:
    """The file of each slug; one that a form made replaces a file of the same name."""
    return {path.stem: path for folder in pilot_folders(home) for path in sorted(folder.glob("*.toml"))}


def changed(before: Pilot, after: Pilot) -> list[str]:
    """The keys in which two declarations of one pilot differ."""
    was, now = values(before), values(after)
    return sorted(key for key in was.keys() | now.keys() if was.get(key) != now.get(key))
