"""The sentence of a verdict on a pilot: number, interval and direction in words that cannot contradict each other."""

from dataclasses import dataclass
from datetime import date
from math import floor, isfinite

from babel.dates import format_date

from voorkant.analysis.gate import WIDE_MDE, waiting
from voorkant.analysis.verdict import Finding, Judgement, Verdict
from voorkant.text.numbers import number
from voorkant.text.verdicts import ONLY_WAITING, VERDICTS, doubt_words, lack_words, title

IMPLAUSIBLE = "Onwaarschijnlijk groot: controleer de gegevens."
RISE_MAY_BE = (
    "Mogelijk wordt er eerder gesignaleerd, verschuift een wachtlijst, of begonnen eenheden waar het al steeg."
)
ELSEWHERE = "Deze pilot loopt niet in {}, maar in {}. Dit zijn de openbare cijfers van die pilot."
NO_CAUSE = "Dit bewijst niet dat {programme} de oorzaak is"
EXPECTED, CARRIED_ON = "zonder {programme} verwacht", "volgens de lijn van ervoor verwacht"


@dataclass(frozen=True)
class Telling:
    """What a sentence needs beside the judgement. Shares: 0.2 is 20%; nan or None where there is none.

    `comparison`: whether what was expected comes from units without the programme, or from the months before alone.
    """

    counted: str = "verwijzingen"
    programme: str = "het programma"
    relevant: float = 0.80
    mde: float = float("nan")
    breakdown: float = float("nan")
    last_month: date | None = None
    comparison: bool = True


def told(judgement: Judgement, finding: Finding | None, telling: Telling) -> str:
    """The whole sentence of a verdict."""
    if judgement.verdict is Verdict.REFUSED or finding is None:
        return _refused(judgement, telling)
    parts = [f"{_headed(judgement, telling)}: {_amounts(finding, telling)}.", _after(judgement, telling)]
    if telling.mde > WIDE_MDE:
        parts.append(f"Alleen grote verschillen zijn zichtbaar: een daling vanaf {_percent(telling.mde)}%.")
    if finding.implausible:
        parts.append(IMPLAUSIBLE)
    return " ".join(part for part in parts if part)


def _headed(judgement: Judgement, telling: Telling) -> str:
    head = title(judgement.verdict, telling.relevant)
    return f"{head} ({doubt_words(judgement.doubts)})" if judgement.doubts else head


def _amounts(finding: Finding, telling: Telling) -> str:
    seen = round(finding.observed)
    low, middle, high = (
        beside(value, seen) for value in (finding.expected_low, finding.expected, finding.expected_high)
    )
    basis = EXPECTED.format(programme=telling.programme) if telling.comparison else CARRIED_ON
    return f"{number(seen)} {telling.counted}, {basis} {middle} ({low} tot {high})"


def beside(value: float, seen: int) -> str:
    """A whole number that stays on its own side of what was seen, so that rounding never turns a difference round."""
    if not isfinite(value):
        return "onbegrensd"
    rounded = floor(value + 0.5)
    if value > seen:
        rounded = max(rounded, seen + 1)
    elif value < seen:
        rounded = min(rounded, seen - 1)
    return number(max(rounded, 0))


def _after(judgement: Judgement, telling: Telling) -> str:
    """What must be said beside the figures; a verdict that names no direction claims nothing that needs it."""
    way = VERDICTS[judgement.verdict].way
    if not way:
        return ""
    rise = f" {RISE_MAY_BE}" if way == "hoger" else ""
    cause = NO_CAUSE.format(programme=telling.programme)
    if not isfinite(telling.breakdown):
        return f"{cause}.{rise}"
    return f"{cause}: een extra trendverschil van {_drift(telling.breakdown)}% per jaar zou het ook verklaren.{rise}"


def _drift(share: float) -> str:
    return number(share * 100, 1)


def _percent(share: float) -> str:
    return number(share * 100)


def _refused(judgement: Judgement, telling: Telling) -> str:
    waits = waiting(judgement.refusals) is not None
    words = [lack_words(refusal, waits=waits) for refusal in judgement.refusals]
    reasons, mends = "; ".join(reason for reason, _ in words), "; ".join(dict.fromkeys(mend for _, mend in words))
    parts = [f"{title(Verdict.REFUSED, telling.relevant)}: {reasons}.", f"Wat helpt: {mends}."]
    if isfinite(telling.mde):
        parts.append(f"Zichtbaar wordt pas een daling vanaf {_percent(telling.mde)}%.")
    parts.append(_when(judgement, telling))
    return " ".join(parts)


def _when(judgement: Judgement, telling: Telling) -> str:
    months = waiting(judgement.refusals)
    if months is None or telling.last_month is None:
        return ONLY_WAITING
    place = telling.last_month.year * 12 + telling.last_month.month - 1 + months
    month = format_date(date(place // 12, place % 12 + 1, 1), "MMMM y", locale="nl")
    return f"Een antwoord is op zijn vroegst te verwachten met de cijfers tot en met {month}."
