"""From the rows of a publication to the answer to a question of the council: sentences, a label and one picture."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from voorkant.analysis.trend import POINTS, Trend, five_point_trend
from voorkant.analysis.verdict import Verdict
from voorkant.charts.description import Description, Kind, Series
from voorkant.charts.told import Told
from voorkant.domain.protection import Reason
from voorkant.report import moments
from voorkant.report.figure import Figure, describe, far, say
from voorkant.report.pilot import At, Pilot
from voorkant.report.pilotchart import in_time
from voorkant.report.rows import Cell
from voorkant.text import council, periods
from voorkant.text.also import watched_words
from voorkant.text.council import Label
from voorkant.text.direction import Direction, Margin
from voorkant.text.origin import WAITING_TIME
from voorkant.text.pilotstory import answer_expected, headline, refused, story
from voorkant.text.reasons import TREND
from voorkant.text.sentences import Change

DIRECTIONS = {Trend.RISES: Direction.HIGHER, Trend.FALLS: Direction.LOWER}
Picture = Description | Told


@dataclass(frozen=True)
class Answer:
    """What can be said. `about`: term -> words that explain it; `unknown`: what the figures do not tell."""

    lines: tuple[str, ...]
    label: Label
    unknown: tuple[str, ...] = ()
    picture: Picture | None = None
    bars: tuple[tuple[float, ...], ...] = ()  # percent of the width, for each line of a picture
    figure: Figure | None = None
    pilot: Pilot | None = None

    @property
    def text(self) -> str:
        return " ".join(self.lines)

    @property
    def digest(self) -> str:
        """What stands for the answer: another sentence, label or course in the picture gives another."""
        drawn = [(point.label, point.words) for series in _series(self.picture) for point in series.points]
        lines = self.picture.lines if isinstance(self.picture, Told) else drawn
        return hashlib.sha256(repr((self.lines, self.label, lines)).encode()).hexdigest()[:16]


def _series(picture: Picture | None) -> tuple[Series, ...]:
    return picture.series if isinstance(picture, Description) else ()


def nothing(*lines: str) -> Answer:
    """No answer: what is needed for one."""
    return Answer(lines, council.NO_ANSWER)


def figure(found: Figure, answer: str, beside: Figure | None = None) -> Answer:
    """Of one measure: its course, its height, or `compare`d with the same of a wider area."""
    if all(cell.reason == Reason.NVT for cell in found.cells):
        return nothing(council.NOT_HERE)
    firm = found.firm
    if firm is None:
        return replace(nothing(say(found)), picture=describe(found), figure=found, unknown=_unknown(found))
    lines, label = _said(found, firm, answer, beside)
    plain = compared(found, beside) if answer == "compare" and beside else describe(found)
    level = council.sentences.level(firm.new, found.place)
    said = tuple(filter(None, (level, *lines, far(found))))[: council.MOST_LINES]
    made = Answer(said, label, _unknown(found), figure=found)
    if answer == "trend" and (title := _title(found)):
        plain = replace(plain, title=title)
    return replace(made, picture=worded(plain, made, found.place))


def _title(found: Figure) -> str:
    """The course as the title of its chart, so that it says the same as the answer; empty where there is none."""
    cells = _whole(found)[-POINTS:]
    trend = _trend(cells)
    return (
        "" if trend is Trend.TOO_FEW else f"{found.header.title}: {TREND[trend]} sinds {periods.the(cells[0].period)}"
    )


def _said(found: Figure, firm: Change, answer: str, beside: Figure | None) -> tuple[tuple[str, ...], Label]:
    """The sentences after the first, and how sure they are."""
    header = found.header
    match answer:
        case "compare":
            name = beside.place if beside else ""
            said, direction = council.wider(firm.new, _margin(beside, firm.new.period) if beside else None, name)
            return (said, council.OTHER_PLACES), council.label(direction, header.better)
        case "level":
            return (council.caveat(header.ladder, Direction.UNKNOWN),), council.DESCRIBES
    said, direction = _course(found, firm)
    return (said, council.caveat(header.ladder, direction)), council.label(direction, header.better)


def _margin(beside: Figure, period: str) -> Margin | None:
    """What the wider area has in a period."""
    cell = next((cell for cell in beside.cells if cell.period == period and cell.value is not None), None)
    return Margin(cell.value or 0.0, cell.low, cell.high) if cell else None


def _course(found: Figure, change: Change) -> tuple[str, Direction]:
    """By the trend test where there are enough whole periods since the last break, else against a year earlier."""
    cells = _whole(found)[-POINTS:]
    trend = _trend(cells)
    if trend is Trend.TOO_FEW:
        return council.moved(change, found.header.counts), change.direction
    direction = DIRECTIONS.get(trend, Direction.UNCLEAR)
    first, last = (replace(change.new, period=cell.period, margin=Margin(cell.value or 0.0, cell.low, cell.high))
                   for cell in (cells[0], cells[-1]))  # fmt: skip
    return council.course(direction, first, last), direction


def _trend(cells: Sequence[Cell]) -> Trend:
    columns = (np.array([getattr(cell, name) for cell in cells], dtype=float) for name in ("value", "low", "high"))
    return five_point_trend(*columns).trend


def _whole(found: Figure) -> list[Cell]:
    """The firm cells of whole periods since what is counted last changed."""
    began = found.finding.began if found.finding else None
    breaks = [item.start for item in found.happenings if item.breaks and item.concerns(found.header.slug)]
    firm = [cell for cell in found.cells if moments.is_firm(cell) and not moments.is_part(cell, began)]
    since = max((day for day in breaks if firm and day <= firm[-1].end), default=None)
    return [cell for cell in firm if since is None or cell.start >= since]


def compared(own: Figure, other: Figure) -> Description:
    """Both on one axis, in the same periods."""
    mine, theirs = describe(own, span=other.cells), describe(other, span=own.cells)
    [line], [beside] = mine.series, theirs.series
    named = (replace(line, name=own.place), Series(other.place, "ander", beside.points))
    return replace(mine, series=named, kind=Kind.LINE if mine.kind is Kind.LINE else Kind.DOTS)


def worded(plain: Description, answer: Answer, place: str) -> Description:
    """The chart with the answer as its sentence."""
    title = plain.title.rstrip("?")
    alt = f"{title}. {place}, {plain.period}, {plain.unit}. {answer.text} {plain.suppression}"
    return replace(plain, sentence=answer.text, alt=alt)


def _unknown(found: Figure) -> tuple[str, ...]:
    header = found.header
    until = found.publication.data_until
    late = f"Wat er na {periods.day(until)} gebeurde." if until else ""
    wait = WAITING_TIME if header.counts == "verwijzingen" else ""
    return tuple(filter(None, (council.UNKNOWN.get(header.ladder, ""), late, wait)))


def pilot(found: Pilot, place: str) -> Answer:
    """Of a pilot: its verdict in words, never more than that."""
    declared, at = found.declared, found.judged or found.now
    verdict = at.verdict if found.judged else Verdict.REFUSED if found.now.refusals else None
    label = council.of_verdict(verdict, declared.relevant, declared.better)
    made = Answer(_of_pilot(found, at, verdict), label, (council.PILOT_UNKNOWN,), pilot=found)
    plain = None if found.is_draft else in_time(found)
    return replace(made, picture=worded(plain, made, place)) if plain else made


def _of_pilot(found: Pilot, at: At, verdict: Verdict | None) -> tuple[str, ...]:
    declared = found.declared
    if verdict is Verdict.REFUSED:
        month = at.text("antwoord")
        (why, mend), *_ = refused(at.refusals, month)
        because, helps = f"{why[:1].lower()}{why[1:]}", f"{mend[:1].lower()}{mend[1:]}"
        return f"{title_of(found)} geeft nog geen uitspraak: {because}", f"Wat helpt: {helps}", answer_expected(month)
    if at.figures is None:
        return (council.HIDDEN_PILOT,) if verdict else (f"{title_of(found)} loopt.", council.NO_VERDICT)
    seen, difference, *_ = story(at.figures, found.setting(at))
    if verdict is None:
        return seen, difference, council.NO_VERDICT
    last = council.judged(verdict, declared.programme_title, headline(verdict, at.doubts, declared.relevant)[1])
    worse = [watched_words(item) for item in found.now.watched if item.is_worse]
    return (seen, last, f"Let op: {' '.join(worse)}") if worse else (seen, difference, last)


def title_of(found: Pilot) -> str:
    return f"De pilot ‘{found.declared.title}’"
