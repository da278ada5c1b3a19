"""The two charts of a pilot: observed against expected in time, and their ratio since each unit's own start."""

from datetime import date, timedelta

from voorkant.charts.description import Description, Kind, Point, Series
from voorkant.declare.pilot import month
from voorkant.domain.period import MONTHS
from voorkant.report.pilot import Estimate, Pilot
from voorkant.text.numbers import between, number, rate
from voorkant.text.periods import months, period, short, span
from voorkant.text.pilotstory import agreeing, certainty

OBSERVED, EXPECTED = "reeks_waargenomen", "reeks_verwacht"
SINCE = "sinds_start"
QUARTER = 3
ORIGIN = date(2000, 1, 1)
"""Where the axis of quarters since the start puts the start; its days are never printed."""
GROWS = "Groeit het verschil na de start?"
POOLED = (
    "Kwartalen zijn samengenomen tot er genoeg is, en alle begonnen eenheden zijn opgeteld: nooit een enkele eenheid."
)


def in_time(pilot: Pilot) -> Description | None:
    """Observed and expected a month; None where no points were released."""
    observed, expected = pilot.now.points(OBSERVED), pilot.now.points(EXPECTED)
    if not observed:
        return None
    declared = pilot.declared
    first, last = _ends(observed[0].scope)[0], _ends(observed[-1].scope)[1]
    counted = declared.counts or "gebeurtenissen"
    series = (
        Series("Waargenomen", "uitkomst", tuple(_observed(row) for row in observed)),
        Series("Verwacht", "context", tuple(_expected(row) for row in expected)),
    )
    title = f"{declared.indicator_title}: waargenomen en verwacht bij wie begonnen is"
    sentence = _since_sentence(pilot)
    shown = span(first, last)
    return Description(
        key=f"pilot-{declared.slug}",
        kind=Kind.LINE,
        title=title,
        series=series,
        unit=f"{counted} per maand",
        axis=f"{counted} per maand, alle begonnen eenheden samen",
        denominator="niet van toepassing: aantallen van begonnen eenheden samen",
        sentence=sentence,
        alt=f"{title}. Twee lijnen, in {counted} per maand, {shown}. {sentence} {POOLED}",
        source=declared.source_text or "onbekend",
        period=shown,
        status="definitief",
        suppression=f"{POOLED} Aantallen zijn afgerond.{_beyond(pilot, last)}",
        first=month(first).start,
        last=month(last).end,
        ticks=tuple((point.middle, point.short) for point in series[0].points),
        margin="marge van verwacht (95%)",
    )


def _ends(scope: str) -> tuple[str, str]:
    first, _, last = scope.partition("..")
    return first, last


def _months(scope: str) -> int:
    first, last = (month(code).start for code in _ends(scope))
    return (last.year - first.year) * MONTHS + last.month - first.month + 1


def _point(row: Estimate, words: str, numerator: str, *, band: bool) -> Point:
    first, last = _ends(row.scope)
    count = _months(row.scope)
    return Point(
        start=month(first).start,
        end=month(last).end,
        label=months(first, last),
        short=short(first),
        words=words,
        status="definitief",
        firm=True,
        value=(row.value or 0.0) / count,
        low=(row.low or 0.0) / count if band else None,
        high=(row.high or 0.0) / count if band else None,
        numerator=numerator,
    )


def _observed(row: Estimate) -> Point:
    words = rate((row.value or 0.0) / _months(row.scope))
    possible = f"{number(row.value or 0.0)} ({number(row.low or 0.0)} tot {number(row.high or 0.0)})"
    return _point(row, words, possible, band=False)


def _expected(row: Estimate) -> Point:
    count = _months(row.scope)
    margin = between((row.low or 0.0) / count, (row.high or 0.0) / count)
    words = f"{rate((row.value or 0.0) / count)} ({margin})"
    return _point(row, words, number(row.value or 0.0), band=True)


def _beyond(pilot: Pilot, last: str) -> str:
    """That the lines go on after what the verdict counts: the sums of their table are others then."""
    judged = pilot.judged.text("cijfers_tot") if pilot.judged else ""
    if judged in ("", last):
        return ""
    return f" Het oordeel telt tot en met {period(judged)}; de lijnen gaan door tot en met {period(last)}."


def _since_sentence(pilot: Pilot) -> str:
    """The newest figures, of which there is no verdict; where those were not released, what the lines are."""
    figures, setting = pilot.now.figures, pilot.setting(pilot.now)
    if figures is None:
        return "De lijnen zijn een beeld; een uitspraak is er niet."
    found = agreeing(figures, setting.relevant)
    until = f" tot en met {short(setting.until)}" if setting.until else ""
    seen, expected = number(found.observed), number(found.expected)
    told = f"Sinds {short(setting.start)}{until}: {seen} waargenomen, {expected} verwacht."
    return f"{told} {certainty(found, setting)}"


def since_start(pilot: Pilot) -> Description | None:
    """Observed over expected by quarter since the start; None where no points were released."""
    rows = pilot.now.points(SINCE)
    if not rows:
        return None
    declared = pilot.declared
    points = tuple(_quarters(row) for row in rows)
    sentence = (
        "Elk punt heeft een ruime marge: dit is een beeld van hoe het verschil zich ontwikkelt, geen toets. Voor de "
        "start hoort de verhouding rond 1 te liggen."
    )
    return Description(
        key=f"sinds-start-{declared.slug}",
        kind=Kind.DOTS,
        title=GROWS,
        series=(Series("Verhouding", "uitkomst", points),),
        unit="waargenomen gedeeld door verwacht",
        axis="waargenomen gedeeld door verwacht, per kwartaal sinds de eigen start; 1 is zoals verwacht",
        denominator="het verwachte aantal",
        sentence=sentence,
        alt=f"{GROWS} Punten per kwartaal, van {points[0].label} tot en met {points[-1].label}. {sentence}",
        source=declared.source_text or "onbekend",
        period=f"{points[0].label} tot en met {points[-1].label}",
        status="definitief",
        suppression=f"{POOLED} De verhouding is afgerond op tienden.",
        first=points[0].start,
        last=points[-1].end,
        ticks=tuple((point.middle, point.short) for point in points),
        margin="marge (95%, voor alle punten samen)",
        calendar=False,
        no_events="Niet getekend: de tijd telt hier vanaf elke eigen start.",
        level=1.0,
    )


def _quarters(row: Estimate) -> Point:
    first, last = (int(part) for part in row.scope.split(".."))
    value, low, high = row.value or 0.0, row.low or 0.0, row.high or 0.0
    return Point(
        start=_day(first),
        end=_day(last + 1) - timedelta(days=1),
        label=_quarter(first, last),
        short=str(first + 1) if first >= 0 else str(first),
        words=f"{number(value, 1)} ({between(low, high)})",
        status="definitief",
        firm=True,
        value=value,
        low=low,
        high=high,
    )


def _day(quarter: int) -> date:
    count = ORIGIN.year * MONTHS + quarter * QUARTER
    return date(count // MONTHS, count % MONTHS + 1, 1)


def _quarter(first: int, last: int) -> str:
    """`3e kwartaal na de start`; quarter 0 is the first with the programme."""
    side = "na" if first >= 0 else "voor"
    near, far = (first + 1, last + 1) if first >= 0 else (-last, -first)
    words = f"{near}e" if near == far else f"{near}e tot en met {far}e"
    return f"{words} kwartaal {side} de start"
