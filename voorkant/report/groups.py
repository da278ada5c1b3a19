"""A measure by age, sex, referrer or request for help: the years of each group on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from voorkant.analysis.trend import POINTS, Trend, five_point_trend
from voorkant.charts.multiples import Mark, MultiplesPlot, Panel
from voorkant.domain.protection import Status
from voorkant.report.compare import why
from voorkant.report.course import ARROW
from voorkant.report.figure import GOOD
from voorkant.report.rows import Header, Publication
from voorkant.text import council, numbers, periods
from voorkant.text.reasons import ALL_SHOWN, TREND, status_words

DIMENSIONS = {"age_group": "Leeftijd", "sex": "Geslacht", "verwijzer": "Verwijzer", "hulpvraag": "Hulpvraag"}
"""Of what can be split, in the order in which it is offered."""
NO_TIME = "Niet getekend: zie het totaal op Voorkant & achterkant."
ABSENT = "–"
SCALE = "Alle groepen staan op één schaal."
NO_SUM = "Groepen zijn elk apart beschermd en afgerond, dus ze tellen niet altijd op tot het totaal."
SHORT = {Trend.NONE: "geen trend", Trend.TOO_FEW: "te weinig jaren"}


@dataclass(frozen=True)
class Row:
    """One year of a group (panel groups)."""

    part: str
    period: str
    value: float | None
    low: float | None
    high: float | None
    range_high: float | None
    status: str
    reason: str | None


@dataclass(frozen=True)
class Grouped:
    """A measure in one place, by one dimension."""

    header: Header
    rows: Sequence[Row]
    dimension: str
    place: str
    publication: Publication


def multiples(of: Grouped) -> MultiplesPlot | None:
    """None where there is nothing of it."""
    years = sorted({row.period for row in of.rows})
    if all(row.value is None and row.range_high is None for row in of.rows):
        return None
    by_part = sorted(of.rows, key=lambda row: (_first_number(row.part), row.part, row.period))
    found = {part: list(rows) for part, rows in groupby(by_part, key=lambda row: row.part)}
    panels = tuple(_panel(part, rows, years, of) for part, rows in found.items())
    by = DIMENSIONS[of.dimension].lower()
    title = f"{of.header.title}: hoe verloopt het naar {by}?"
    sentence = f"{_extremes(found)} {SCALE} {NO_SUM}"
    states = dict.fromkeys(status_words(row.status) for row in of.rows)
    return MultiplesPlot(
        key=f"groepen_{of.header.slug}_{of.dimension}", title=title, sentence=sentence,
        axis=" · ".join(filter(None, (of.header.unit_text, GOOD.get(of.header.better)))),
        denominator=of.header.denominator_text, source=of.header.source_text, period=periods.span(years[0], years[-1]),
        alt=f"{title.rstrip('?')}. {of.place}, {of.header.unit_text}. {sentence}", status=" of ".join(states),
        suppression=_suppressed(of), headers=("Jaar", *(panel.name for panel in panels)), no_events=NO_TIME,
        lines=tuple((year, *(panel.marks[n].words for panel in panels)) for n, year in enumerate(years)),
        panels=panels, periods=tuple(years), ladder=of.header.ladder,
    )  # fmt: skip


def _first_number(part: str) -> int:
    """Ages stand by age."""
    start = part.partition("-")[0]
    return int(start) if start.isdigit() else 0


def _panel(part: str, rows: Sequence[Row], years: Sequence[str], of: Grouped) -> Panel:
    known = {row.period: row for row in rows}
    return Panel(council.part_words(part), _course(rows), tuple(_mark(known.get(year), of) for year in years))


def _mark(row: Row | None, of: Grouped) -> Mark:
    if row is None:
        return Mark(ABSENT, firm=False)
    firm = row.status == Status.DEFINITIEF
    if row.value is None:
        return Mark(_hidden(row, of), firm, range_high=row.range_high)
    margin = "" if row.low is None or row.high is None else f" ({numbers.between(row.low, row.high)})"
    later = "" if firm else f", {status_words(row.status)}"
    return Mark(f"{numbers.rate(row.value)}{margin}{later}", firm, row.value, row.low, row.high)


def _hidden(row: Row, of: Grouped) -> str:
    reason = why(row.reason, of.header, of.publication)
    if row.range_high is None:
        return reason
    possible = numbers.between(0.0, row.range_high)
    return f"{reason} ({numbers.with_unit(possible, numbers.short_unit(of.header.unit_text))})"


def _firm(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row.status == Status.DEFINITIEF and row.value is not None]


def _course(rows: Sequence[Row]) -> str:
    """`↘ daalt`: the trend of the last five firm years, or that there are too few."""
    firm = [row for row in _firm(rows) if row.low is not None]
    columns = (np.array([getattr(row, name) for row in firm], dtype="float64") for name in ("value", "low", "high"))
    found = five_point_trend(*columns).trend
    more = f" ({len(firm)} van {POINTS})" if found is Trend.TOO_FEW else ""
    return f"{ARROW[found]} {SHORT.get(found, TREND[found])}{more}"


def _extremes(found: dict[str, list[Row]]) -> str:
    """Which group is highest and lowest in the newest year in which two are firm, and whether that is chance."""
    newest = sorted({row.period for rows in found.values() for row in _firm(rows)}, reverse=True)
    for year in newest:
        shown = [row for rows in found.values() for row in _firm(rows) if row.period == year]
        if len(shown) > 1:
            low, *_, high = sorted(shown, key=lambda row: row.value or 0.0)
            return _between(low, high, year)
    return "Er zijn te weinig groepen met een definitief cijfer om hoog en laag te noemen."


def _between(low: Row, high: Row, year: str) -> str:
    names = [f"{council.part_words(row.part)} ({numbers.rate(row.value or 0.0)})" for row in (high, low)]
    told = f"In {periods.period(year)} was het het hoogst bij {names[0]} en het laagst bij {names[1]}"
    if low.high is None or high.low is None:
        return f"{told}; zonder marge is niet te zeggen of dat een duidelijk verschil is."
    return f"{told}." if high.low > low.high else f"{told}; dat verschil kan toeval zijn."


def _suppressed(of: Grouped) -> str:
    hidden = [row for row in of.rows if row.value is None]
    reasons = dict.fromkeys(why(row.reason, of.header, of.publication) for row in hidden)
    told = f"{len(hidden)} van de {len(of.rows)} cijfers: {', '.join(reasons)}." if hidden else ALL_SHOWN
    return told if of.header.published else f"{told} Aantallen zijn afgerond op {of.publication.base}."
