"""The pictures of cohorts: a share by term for every period in which they began, and the curve over all of them."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from voorkant.analysis.survival import Survival
from voorkant.charts.curve import Curve, CurvePlot, Reached
from voorkant.charts.description import Description, Kind, Point, Series
from voorkant.domain.protection import Status
from voorkant.report.bands import WHOLE, Part
from voorkant.report.cohorts import LAST, TERMS, Cohort, Cohorts, survival
from voorkant.report.compare import why
from voorkant.text import cohorts as words
from voorkant.text import periods
from voorkant.text.reasons import status_words

HUES = {3: "ander", 6: "context", 12: "uitkomst"}
NO_TIME = "Niet getekend: de as telt maanden vanaf het eerste contact."
ABSENT = "–"


def periods_plot(of: Cohorts) -> Description | None:
    """None where of no period a year is over that can be told."""
    found = of.of(of.kind)
    done = [item for item in found if item.is_over(LAST) and item.within(LAST)]
    if not done:
        return None
    newest, waiting = done[-1], [item.period for item in found if not item.is_over(LAST)]
    parts = [(months, part.words) for months in TERMS if (part := newest.within(months))]
    told = f"{words.of_period(newest.period, parts, of.place, waiting)} {words.NOT_BY_CONTACT}"
    title = f"{of.programme}: hoeveel trajecten werden gevolgd door een verwijzing, per {words.START[of.kind]}?"
    suppression = words.suppressed([item.period for item in found if _hidden(item)], of.publication.base)
    first, last = found[0].rows[0], found[-1].rows[0]
    return Description(
        key="cohorten", kind=Kind.LINE, title=title, series=tuple(_series(months, found, of) for months in TERMS),
        unit="% van de begonnen trajecten", axis="% van de trajecten die in de periode begonnen",
        denominator="trajecten die in de periode begonnen en waarvan de jeugdige wordt gevolgd", sentence=told,
        alt=f"Lijnen. {title.rstrip('?')}. {of.place}. {told} {suppression}", source=of.header.source_text,
        period=periods.span(first.period, last.period), status=_states(found),
        suppression=suppression, first=first.start, last=last.end,
        ticks=tuple((point.middle, point.short) for point in _series(LAST, found, of).points),
        no_events="Niet getekend: het gaat om wat na de start gebeurt.",
    )  # fmt: skip


def _states(found: Sequence[Cohort]) -> str:
    return " of ".join(dict.fromkeys(status_words(item.rows[0].status) for item in found))


def _hidden(item: Cohort) -> bool:
    return any((part := item.within(months)) is None or part.value is None for months in item.over)


def _series(months: int, found: Sequence[Cohort], of: Cohorts) -> Series:
    return Series(words.named(months), HUES[months], tuple(_point(item, months, of) for item in found))


def _point(item: Cohort, months: int, of: Cohorts) -> Point:
    """Not over yet: no value, and hatched. What is hidden is told in words: bars of three terms would overlap."""
    row, part, over = item.rows[0], item.within(months), item.is_over(months)
    place = {
        "start": row.start,
        "end": row.end,
        "label": periods.period(row.period),
        "short": periods.short(row.period),
    }
    firm = item.is_over(LAST) and row.status == Status.DEFINITIEF
    status = status_words(row.status if item.is_over(LAST) else Status.ONVOLLEDIG)
    about: dict[str, Any] = place | {"status": status, "firm": firm, "complete": over}
    if part is None or part.value is None:
        reason = words.ABSENT if not over else why("klein", of.header, of.publication)
        return Point(words=reason if part is None else f"{reason} ({part.words})", reason=reason, **about)
    return Point(words=part.words, value=part.value, low=part.low, high=part.high, **about)


def curve_plot(of: Cohorts) -> CurvePlot | None:
    """None where nobody was followed, or nobody referred."""
    found = of.pooled()
    curve = survival(found)
    if not len(curve.time):
        return None
    sides = [survival(found, side) for side in ("low", "high")]
    points = [_reached(months, place, curve, sides) for place, months in enumerate(curve.time.astype(int).tolist())]
    parts = [(int(one.at), one.words) for one in points]
    told = f"{words.curve(found[0].period, found[-1].period, parts)} {words.SOONER} {words.NOT_BY_CONTACT}"
    title = f"{of.programme}: hoe lang na het eerste contact volgt een verwijzing?"
    risk = dict(zip(curve.time.astype(int).tolist(), curve.at_risk.astype(int).tolist(), strict=True))
    suppression = words.suppressed([item.period for item in found if _hidden(item)], of.publication.base)
    return CurvePlot(
        key="tijd", title=title, axis="deel van de trajecten waarvan de jeugdige was verwezen", sentence=told,
        denominator="begonnen trajecten waarvan de jeugdige tot dan is gevolgd", source=of.header.source_text,
        alt=f"Lijn. {title} {of.place}. {told} {suppression}", period=periods.span(found[0].period, found[-1].period),
        status=_states(found), suppression=suppression, no_events=NO_TIME,
        headers=("Na het eerste contact", "Nog gevolgd", "Verwezen", "Deel dat was verwezen"),
        lines=tuple(_line(place, curve, points) for place in range(len(points))),
        across="maanden na het eerste contact; daaronder de gevolgde trajecten",
        curves=(Curve(of.programme, own=True, points=tuple(points)),),
        ticks=((0.0, "0"), *((float(months), words.at_risk(months, count)) for months, count in risk.items())),
    )  # fmt: skip


def _reached(months: int, place: int, curve: Survival, sides: Sequence[Survival]) -> Reached:
    """With the margin of chance around the least and the most that hidden counts can be."""
    value = WHOLE * (1 - float(curve.share[place]))
    reach = [_margin(side, months) for side in (curve, *sides)]
    low, high = min(low for low, _ in reach), max(high for _, high in reach)
    return Reached(months, Part(value, low, high).words, value, low, high)


def _margin(curve: Survival, months: int) -> tuple[float, float]:
    """Of the part that was referred by then; nobody before the first."""
    seen = np.flatnonzero(curve.time <= months)
    if not len(seen):
        return 0.0, 0.0
    low, high = 1 - float(curve.high[seen[-1]]), 1 - float(curve.low[seen[-1]])
    return (0.0 if np.isnan(low) else WHOLE * low), WHOLE * high


def _line(place: int, curve: Survival, points: Sequence[Reached]) -> tuple[str, ...]:
    return (
        f"{int(curve.time[place])} maanden",
        f"{int(curve.at_risk[place])}",
        f"{int(curve.events[place])}",
        points[place].words,
    )
