"""Other ways to read a series: its counts, its sum over twelve months, or each period beside the first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from voorkant.charts.description import Description, Point
from voorkant.domain.protection import Reason, Status
from voorkant.report.figure import Figure, describe
from voorkant.report.rows import Cell
from voorkant.report.swing import swing, swing_chart, why_no_swing
from voorkant.text import numbers, periods
from voorkant.text.reasons import status_words
from voorkant.text.sums import ADDITIVE, total

RATE, COUNT, YEARLY, INDEX, SWING = "cijfer", "aantal", "jaar", "index", "schommeling"
VIEWS = {
    RATE: "Cijfer", COUNT: "Aantal", YEARLY: "Laatste 12 maanden samen", INDEX: "Eerste periode is 100",
    SWING: "Gewone schommeling",
}  # fmt: skip
SAID = {COUNT: "Als aantal {}", YEARLY: "Alle {} samen", INDEX: "Met de eerste periode als 100"}
PER_YEAR = {28: 12, 29: 12, 30: 12, 31: 12, 90: 4, 91: 4, 92: 4}
"""Days of a month or a quarter -> how many make a year."""
POSSIBLE = "wat het kan zijn door bescherming"
NOT_ADDED = "één persoon kan in meer perioden tellen, dus deze perioden zijn niet op te tellen"
NO_COUNT = "van dit cijfer zijn er geen aantallen"
WIDEST = 2
"""A sum with hidden periods says nothing where it can be more than so many times as high as it can be low."""
HIDDEN = "{} van de {} perioden zijn verborgen, dus de som is niet te zeggen"
BROKEN = "de telling is in deze twaalf maanden veranderd"


def as_chosen(figure: Figure, *, span: Sequence[Cell] = (), view: str = RATE, since: date | None = None) -> Description:
    """The chart of a figure in a view; `span` as for `describe`, `since` as for `swing`."""
    return viewed(describe(figure, span=span), figure, view, since)


def viewed(description: Description, figure: Figure, view: str, since: date | None = None) -> Description:
    """The same chart in another view, or as it was, with why, where the view has no meaning for it."""
    if view == RATE:
        return description
    if why := _why_not(figure, view):
        return replace(description, axis=f"{description.axis} · {VIEWS[view].lower()} is er niet: {why}")
    if view == SWING:
        found = swing(figure, since)
        return swing_chart(description, figure, found) if found else description
    cells = {cell.start: cell for cell in figure.cells}
    breaks = [event.start for event in description.events if event.breaks]
    points = description.points
    if view == INDEX:
        changed, unit = tuple(_indexed(points)), f"eerste periode is 100, naar {figure.header.unit_text}"
    elif view == COUNT:
        changed = tuple(_counted(point, cells.get(point.start), figure) for point in points)
        unit = figure.header.counts
    else:
        changed, unit = tuple(_summed(points, figure, breaks)), f"{figure.header.counts} in twaalf maanden"
    if not changed:
        return replace(description, axis=f"{description.axis} · er zijn nog geen twaalf maanden om op te tellen")
    series = replace(description.series[0], points=changed)
    told = f"{description.sentence}{_newest(changed, SAID[view].format(figure.header.counts))}"
    alt = description.alt.replace(description.sentence, told)
    margin = description.margin if view == INDEX else POSSIBLE
    return replace(
        description, series=(series,), unit=unit, axis=unit, margin=margin, sentence=told,
        alt=f"{alt} Weergave: {unit}.",
        ticks=tuple((one.middle, one.short) for one in changed), level=None, level_name=None,
    )  # fmt: skip


def _newest(points: Sequence[Point], lead: str) -> str:
    """What the newest firm period is in this view: the sentence itself is about the figure."""
    found = next((point for point in reversed(points) if point.firm and point.value is not None), None)
    return f" {lead} ({found.label}): {found.words}." if found else ""


def _why_not(figure: Figure, view: str) -> str:
    if view == INDEX:
        return ""
    if view == SWING:
        return why_no_swing(figure)
    if figure.header.shape not in ("count", "published") or figure.header.published:
        return NO_COUNT
    if view == YEARLY and figure.header.counts not in ADDITIVE:
        return NOT_ADDED
    return "" if view == COUNT or _size(figure) else "kies maanden of kwartalen"


def _size(figure: Figure) -> int:
    """How many periods make a year; 0 where they are no parts of one."""
    first = figure.cells[0]
    return PER_YEAR.get((first.end - first.start).days + 1, 0)


def _indexed(points: Sequence[Point]) -> Iterator[Point]:
    """Each value beside the first that is final; its margin goes along, that of the first is not in it."""
    base = next((point.value for point in points if point.value and point.firm), None)
    for point in points:
        if point.value is None or base is None:
            yield replace(point, range_low=None, range_high=None)
            continue
        low, high = (None if bound is None else 100 * bound / base for bound in (point.low, point.high))
        value = 100 * point.value / base
        yield replace(point, value=value, low=low, high=high, words=numbers.number(value))


def _counted(point: Point, cell: Cell | None, figure: Figure) -> Point:
    if cell is None or cell.numerator is None:
        told = cell is not None and figure.publication.tells(cell.numerator_high)
        low, high = (cell.numerator_low, cell.numerator_high) if cell and told else (None, None)
        words = point.reason or point.words
        if low is not None and high is not None:
            words = f"{words} ({numbers.possible(low, high)} {figure.header.counts})"
        return replace(point, value=None, low=None, high=None, range_low=low, range_high=high, words=words)
    return replace(
        point, value=float(cell.numerator), low=cell.numerator_low, high=cell.numerator_high, words=point.numerator
    )


def _summed(points: Sequence[Point], figure: Figure, breaks: Sequence[date]) -> Iterator[Point]:
    """Of every period the sum of the year that ends with it, hidden counts as their range."""
    size, cells = _size(figure), list(figure.cells)
    place = {point.start: point for point in points}
    for last in range(size - 1, len(cells)):
        year = cells[last - size + 1 : last + 1]
        yield _sum(place[cells[last].start], year, breaks)


def _sum(point: Point, year: Sequence[Cell], breaks: Sequence[date]) -> Point:
    nothing = {"value": None, "low": None, "high": None, "range_low": None, "range_high": None}
    label = f"12 maanden tot en met {periods.period(year[-1].period)}"
    statuses = [cell.status for cell in year]
    worst = next((one for one in (Status.ONVOLLEDIG, Status.VOORLOPIG) if one in statuses), Status.DEFINITIEF)
    state = {"label": label, "status": status_words(worst), "firm": worst == Status.DEFINITIEF,
             "complete": worst != Status.ONVOLLEDIG, "denominator": ""}  # fmt: skip
    if any(year[0].start < day <= year[-1].end for day in breaks):
        return replace(point, **state, **nothing, reason=BROKEN, words=BROKEN, numerator="")
    if any(cell.numerator_high is None and cell.reason not in (None, Reason.NVT) for cell in year):
        why = "een van de perioden is er niet"
        return replace(point, **state, **nothing, reason=why, words=why, numerator="")
    made = total([cell for cell in year if cell.numerator_high is not None], "verwijzingen")
    high = made.high or 0
    hidden = sum(cell.numerator is None and cell.numerator_high is not None for cell in year)
    if hidden and high > WIDEST * made.low:
        why = HIDDEN.format(hidden, len(year))
        return replace(point, **state, **nothing, reason=why, words=why, numerator="")
    shown = {"value": (made.low + high) / 2, "low": float(made.low), "high": float(high), "reason": ""}
    return replace(point, **state, **(nothing | shown), words=made.words, numerator=made.words)
