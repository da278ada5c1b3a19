"""From the rows of a figure panel to the description of a chart, with all its words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from voorkant.charts.description import Description, Event, Kind, Point, Series
from voorkant.declare.goalfile import Goal
from voorkant.domain.protection import Reason, Status
from voorkant.report.rows import Cell, Deliveries, Finding, Happening, Header, Publication, numbered
from voorkant.text import goals, numbers, periods, sentences
from voorkant.text.direction import Direction, judgement
from voorkant.text.reasons import COMPARISON, reason_words, status_words

FEW = 3
"""With so few periods a line would suggest a course that is not there: dots."""
NOTHING: dict[str, Any] = dict.fromkeys(
    ("numerator", "numerator_low", "numerator_high", "denominator", "value", "low", "high", "range_low", "range_high")
)
GOOD = {"lower": "lager is gunstig", "higher": "hoger is gunstig"}


@dataclass(frozen=True)
class Figure:
    """One indicator in one place, as the cube gives it. `happenings` may reach beyond the time of its cells."""

    header: Header
    place: str
    cells: Sequence[Cell]
    finding: Finding | None
    publication: Publication
    happenings: Sequence[Happening] = ()
    deliveries: Deliveries | None = None
    left_out: frozenset[str] = frozenset()  # codes of events that are not drawn
    goal: Goal | None = None  # what the gemeente wants to reach

    @property
    def delivered(self) -> str:
        """The files behind it, in words."""
        return self.deliveries.words if self.deliveries else "geen bestand"

    @property
    def firm(self) -> sentences.Change | None:
        return self.finding.change(self.header.unit_text) if self.finding else None


def describe(figure: Figure, *, span: Sequence[Cell] = ()) -> Description:
    """The chart of a figure; `span` are cells whose periods the time axis must hold too. ValueError without cells."""
    figure = replace(figure, cells=_filled(figure, span))
    header, cells = figure.header, figure.cells
    points = tuple(point(cell, figure) for cell in cells)
    sentence = say(figure)
    title = finding_title(figure)
    period = periods.span(cells[0].period, cells[-1].period)
    suppression = suppressed(figure)
    return Description(
        key=f"{header.slug}-{header.ladder}",
        kind=Kind.DOTS if len(points) <= FEW else Kind.LINE,
        title=title,
        series=(Series(header.title, header.ladder, points),),
        unit=header.unit_text,
        axis=" · ".join(filter(None, (header.unit_text, GOOD.get(header.better)))),
        denominator=header.denominator_text,
        sentence=sentence,
        alt=f"{title.rstrip('?')}. {figure.place}, {period}, {header.unit_text}. {sentence} {suppression}",
        source=header.source_text,
        period=period,
        status=statuses(cells),
        suppression=suppression,
        first=cells[0].start,
        last=cells[-1].end,
        level=figure.goal.value if figure.goal else None,
        level_name=goals.name(figure.goal, header.unit_text) if figure.goal else None,
        ticks=tuple((one.middle, one.short) for one in points),
        events=tuple(
            event(item, number, shown=item.code not in figure.left_out)
            for number, item in numbered(figure.happenings, cells[0].start, cells[-1].end)
            if item.concerns(header.slug)
        ),
    )


def _filled(figure: Figure, span: Sequence[Cell]) -> list[Cell]:
    """The cells with, for every period that only another figure has, one that says why there is nothing."""
    cells = figure.cells
    own = {cell.period for cell in cells}
    others = {cell.period: cell for cell in span if cell.period not in own}
    absent = [
        replace(cell, indicator=cells[0].indicator, **NOTHING, **_absent(cell, figure)) for cell in others.values()
    ]
    return sorted([*cells, *absent], key=lambda cell: cell.start)


def _absent(cell: Cell, figure: Figure) -> dict[str, Any]:
    """Not complete yet where nothing of the period can be known on the last day of the data; else not delivered."""
    until = figure.publication.data_until
    if until and cell.start + timedelta(weeks=figure.header.lag_weeks) > until:
        return {"status": Status.ONVOLLEDIG, "reason": Reason.ONVOLLEDIG}
    return {"reason": Reason.NIET_GELEVERD}


def point(cell: Cell, figure: Figure) -> Point:
    """A cell in words; a hidden one has its reason and, where known, its range."""
    reason = _reason(cell, figure)
    return Point(
        start=cell.start,
        end=cell.end,
        label=periods.period(cell.period),
        short=periods.short(cell.period),
        words=_words(cell, reason, figure.header.unit_text),
        status=status_words(cell.status),
        firm=cell.status == Status.DEFINITIEF,
        complete=cell.status != Status.ONVOLLEDIG,
        value=cell.value,
        low=cell.low,
        high=cell.high,
        range_low=cell.range_low,
        range_high=cell.range_high,
        reason=reason,
        numerator=_numerator(cell, figure),
        denominator="" if cell.denominator is None else numbers.number(cell.denominator),
    )


def _reason(cell: Cell, figure: Figure) -> str:
    if cell.value is not None:
        return ""
    code = cell.reason or "geen_cijfer"
    header, small = figure.header, figure.publication.small
    return reason_words(
        code, small=small, published=header.published, counts=header.small_of, counted=cell.numerator is not None
    )


def _words(cell: Cell, reason: str, unit: str) -> str:
    if cell.value is not None:
        margin = f" ({numbers.between(cell.low, cell.high)})" if cell.low is not None and cell.high is not None else ""
        return f"{numbers.rate(cell.value)}{margin}"
    if cell.range_high is None:
        return reason
    possible = numbers.between(cell.range_low or 0.0, cell.range_high)
    return f"{reason} ({numbers.with_unit(possible, numbers.short_unit(unit))})"


def _numerator(cell: Cell, figure: Figure) -> str:
    """The count with what it can be, where that tells something; a published count is not rounded by us."""
    header = figure.header
    if cell.numerator_low is None or cell.numerator_high is None:
        return "" if cell.numerator is None else numbers.number(cell.numerator)
    possible = numbers.possible(cell.numerator_low, cell.numerator_high)
    if cell.numerator is None:
        return possible if figure.publication.tells(cell.numerator_high) else ""
    shown = numbers.number(cell.numerator)
    return shown if header.published or cell.numerator_low == cell.numerator_high else f"{shown} ({possible})"


def event(happening: Happening, number: int, *, shown: bool = True) -> Event:
    return Event(
        title=happening.title,
        start=happening.start,
        end=happening.end,
        when=periods.event_days(happening.start, happening.end),
        note=happening.note or "",
        source=happening.source or "",
        breaks=happening.breaks,
        number=number,
        shown=shown,
        code=happening.code,
    )


def finding_title(figure: Figure) -> str:
    """The indicator with its direction, so that the title is a finding; a question where nothing can be compared."""
    firm, header = figure.firm, figure.header
    if firm is None or firm.old is None or firm.direction is Direction.UNKNOWN:
        return f"{header.title}: hoe verloopt het?"
    if not firm.direction.clear:
        return f"{header.title}: {firm.direction} sinds {periods.the(firm.old.period)}"
    judged = judgement(firm.direction, header.better)
    told = f"{header.title}: {firm.direction} dan in {periods.the(firm.old.period)}"
    return told if judged == "niet_vergeleken" else f"{told}, {COMPARISON[judged]}"


def say(figure: Figure) -> str:
    """The sentence under the chart: level with margin, the change that goes with it, and how far the goal is."""
    firm = figure.firm
    if firm is None:
        newest = figure.cells[-1]
        told = f"Er is nog geen cijfer dat definitief en te tonen is. {_newest(newest, figure)}"
    else:
        told = f"{sentences.level(firm.new, figure.place)} {sentences.change(firm, figure.header.counts)}"
    only = sentences.PROCESS_ONLY if firm and figure.header.process_share else ""
    return " ".join(filter(None, (told, zeros(figure), far(figure), only)))


def zeros(figure: Figure) -> str:
    """That a line of zeros is no course, where all that was counted is hidden; else empty."""
    hidden = any(cell.reason in (Reason.KLEIN, Reason.HERLEIDBAAR) for cell in figure.cells)
    shown = [cell.value for cell in figure.cells if cell.value is not None]
    return sentences.ZEROS.format(counts=figure.header.counts) if hidden and shown and not any(shown) else ""


def far(figure: Figure) -> str:
    """How far the figure is from its goal; empty without one."""
    if figure.goal is None:
        return ""
    return goals.distance(figure.goal, figure.header.unit_text, figure.firm.new if figure.firm else None)


def _newest(cell: Cell, figure: Figure) -> str:
    when, status = periods.the(cell.period), status_words(cell.status)
    if cell.value is not None:
        value = numbers.with_unit(numbers.rate(cell.value), figure.header.unit_text)
        return f"In {when} was het {value} ({status})."
    return f"In {when}, {status}: {_words(cell, _reason(cell, figure), figure.header.unit_text)}."


def statuses(cells: Sequence[Cell]) -> str:
    """The one status that all have; else up to where they are firm, or which ones are not."""
    found = list(dict.fromkeys(cell.status for cell in cells))
    if len(found) == 1:
        return status_words(found[0])
    firm = [cell for cell in cells if cell.status == Status.DEFINITIEF]
    others = [cell for cell in cells if cell.status != Status.DEFINITIEF]
    words = " of ".join(status_words(code) for code in found if code != Status.DEFINITIEF)
    if not firm:
        return words
    if firm[-1].start < others[0].start:
        return f"definitief tot en met {periods.period(firm[-1].period)}, daarna {words}"
    return f"definitief, behalve {', '.join(periods.period(cell.period) for cell in others)} ({words})"


def suppressed(figure: Figure) -> str:
    reasons = Counter(_reason(cell, figure) for cell in figure.cells if cell.value is None)
    shown = len(figure.cells) - reasons.total()
    rounded = any(cell.numerator is not None and cell.numerator_low != cell.numerator_high for cell in figure.cells)
    return sentences.suppression(reasons, shown, base=figure.publication.base if rounded else None)
