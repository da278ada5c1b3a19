"""The years of all areas on one scale: each its own line, or the percentiles of all where they are many."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from voorkant.charts.courses import Course, CoursesPlot
from voorkant.domain.protection import Status
from voorkant.report.compare import why
from voorkant.report.figure import event
from voorkant.report.rows import Happening
from voorkant.report.standings import ABSENT, Compared, about
from voorkant.text import numbers, periods
from voorkant.text.reasons import status_words

MANY_AREAS, FEWEST_YEARS = 20, 2
PERCENTILES = (10, 25, 50, 75, 90)
KINDS = ("other", "peer", "own")
HOW = "Een open punt kan nog veranderen. Een lijn is onderbroken waar een jaar niet te tonen of niet volledig is."


@dataclass(frozen=True)
class Yearly:
    """One year of one area (panel series)."""

    area: str
    area_name: str
    period: str
    value: float | None
    status: str
    reason: str | None

    @property
    def drawn(self) -> float | None:
        """A line may not run to a year that is not complete."""
        return None if self.status == Status.ONVOLLEDIG else self.value


def courses_plot(
    of: Compared, years: Sequence[Yearly], whole: Sequence[Yearly], changes: Sequence[Happening] = ()
) -> CoursesPlot | None:
    """`whole`: the years of the region, beside them; `changes`: of what is counted. None with fewer than two years,
    or where not one of them is shown.
    """
    codes = sorted({item.period for item in years})
    if len(codes) < FEWEST_YEARS or all(item.drawn is None for item in years):
        return None
    names = {item.area: item.area_name for item in years} | {item.area: of.whole or item.area_name for item in whole}
    courses = [
        _course(names[area], kind, [cells.get(code) for code in codes], of)
        for area, kind, cells in _ordered(of, years, whole)
    ]
    title = f"{of.header.title}: het verloop in {_where(of, len({item.area for item in years}))}"
    sentence = f"{HOW} {of.kind.no_cause}"
    listed = courses[::-1]
    return CoursesPlot(
        key="verloop", title=title, axis=of.axis, sentence=sentence, alt=f"{title}. {of.header.unit_text}. {sentence}",
        headers=("Jaar", *(item.name for item in listed)), periods=tuple(codes), courses=tuple(courses),
        lines=tuple((code, *(item.words[number] for item in listed)) for number, code in enumerate(codes)),
        several=(f"gekozen {of.kind.many}", f"andere {of.kind.many}"),
        percentiles=tuple(_percentiles(years, codes)) or None, cuts=_cuts(codes, changes) or None,
        events=tuple(event(item, number) for number, item in enumerate(changes, 1)),
        **(about(of, of.all) | _times(years, codes)),
    )  # fmt: skip


def _where(of: Compared, areas: int) -> str:
    if of.of_parts:
        return f"{of.kind.counted(areas)} van {of.own.name}"
    return of.kind.and_others(of.own.name, areas - 1)


def _cuts(codes: Sequence[str], changes: Sequence[Happening]) -> frozenset[int]:
    """Before which years a line is cut, as in any other chart of a course."""
    firsts, lasts = ([date(int(code), *day) for code in codes] for day in ((1, 1), (12, 31)))
    return frozenset(
        number
        for number in range(1, len(codes))
        if any(firsts[number - 1] < item.start <= lasts[number] for item in changes)
    )


def _times(years: Sequence[Yearly], codes: Sequence[str]) -> dict[str, str]:
    states = dict.fromkeys(status_words(item.status) for item in years)
    return {"period": periods.span(codes[0], codes[-1]), "status": " of ".join(states),
            "no_events": "Geen verandering in de telling in deze jaren."}  # fmt: skip


def _ordered(
    of: Compared, years: Sequence[Yearly], whole: Sequence[Yearly]
) -> Iterator[tuple[str, str, Mapping[str, Yearly]]]:
    """(area, kind, its years): the region first and the own area last, so that it is drawn over the others."""
    kinds = {item.area: "peer" for item in of.peers} | {of.own.area: "own"}
    areas = dict.fromkeys(item.area for item in years)
    order = sorted(areas, key=lambda area: KINDS.index(kinds.get(area, "other")))
    for area in dict.fromkeys(item.area for item in whole):
        yield area, "benchmark", {item.period: item for item in whole if item.area == area}
    for area in order:
        yield area, kinds.get(area, "other"), {item.period: item for item in years if item.area == area}


def _course(name: str, kind: str, cells: Sequence[Yearly | None], of: Compared) -> Course:
    values = tuple(cell.drawn if cell else None for cell in cells)
    firm = tuple(cell is not None and cell.status == Status.DEFINITIEF for cell in cells)
    return Course(name, kind, values, tuple(_said(cell, of) for cell in cells), firm)


def _said(cell: Yearly | None, of: Compared) -> str:
    if cell is None:
        return ABSENT
    if cell.value is None:
        return why(cell.reason, of.header, of.publication)
    told = numbers.rate(cell.value)
    return told if cell.status == Status.DEFINITIEF else f"{told} ({status_words(cell.status)})"


def _percentiles(years: Sequence[Yearly], codes: Sequence[str]) -> Iterator[tuple[float, ...] | None]:
    """Only where areas are many: of a few, their own lines say more."""
    if len({item.area for item in years}) < MANY_AREAS:
        return
    for code in codes:
        shown = [item.drawn for item in years if item.period == code and item.drawn is not None]
        yield tuple(float(part) for part in np.percentile(shown, PERCENTILES)) if len(shown) >= MANY_AREAS else None
