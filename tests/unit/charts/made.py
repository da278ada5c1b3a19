"""A chart description to draw in tests."""

from dataclasses import replace
from datetime import date
from typing import Any

from voorkant.charts.description import Description, Event, Kind, Point, Series
from voorkant.domain.period import PeriodType, periods_between

QUARTERS = periods_between(date(2024, 1, 1), date(2025, 12, 31), PeriodType.QUARTER)


def point(number: int, **given: Any) -> Point:
    """A firm quarter with a margin of one on both sides."""
    period = QUARTERS[number]
    usual = {"words": "5,0 (4,0 tot 6,0)", "status": "definitief", "firm": True, "value": 5.0, "low": 4.0, "high": 6.0}
    short = f"kw {period.code[-1]} {period.code[:4]}"
    return Point(period.start, period.end, period.code, short, **usual | given)


def hidden(number: int, **given: Any) -> Point:
    nothing = {"value": None, "low": None, "high": None, "reason": "minder dan 5"}
    return point(number, **nothing | given)


def description(points: list[Point], *, events: tuple[Event, ...] = (), **changed: Any) -> Description:
    made = Description(
        key="proef", kind=Kind.LINE, title="Verwijzingen: geen duidelijke verandering",
        series=(Series("Verwijzingen", "uitkomst", tuple(points)),), unit="verwijzingen per 1.000 jeugdigen",
        axis="per 1.000", denominator="jeugdigen", sentence="Het waren er 5,0.", alt="Lijn.", source="Bron",
        period="2024 tot en met 2025", status="definitief", suppression="Alles wordt getoond.",
        first=date(2024, 1, 1), last=date(2025, 12, 31), events=events,
        ticks=tuple((one.middle, one.short) for one in points),
    )  # fmt: skip
    return replace(made, **changed)


def event(start: date, **given: Any) -> Event:
    return Event("Iets", start, **{"end": None, "when": "toen"} | given)
