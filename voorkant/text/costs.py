"""The sentences of what a pilot costs and what it avoids: words, sign and range that cannot contradict each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite, log10

from voorkant.analysis.costs import Range, break_even
from voorkant.analysis.verdict import Verdict
from voorkant.text.numbers import number
from voorkant.text.periods import period

SIGNIFICANT = 2
FEW = 10
"""Below this a number a year keeps a decimal."""


class Outlook(StrEnum):
    """What may be said of money at all."""

    REFUSED = "geen_oordeel"
    HIDDEN = "niet_getoond"
    SERIES = "geen_vergelijking"
    CHANCE = "kan_toeval_zijn"
    MORE = "meer"
    SHIFT = "verschuiving"
    FEWER = "minder"


HEADINGS = {
    Outlook.REFUSED: "Nog geen bedrag mogelijk",
    Outlook.HIDDEN: "Nog geen bedrag te tonen",
    Outlook.SERIES: "Geen bedrag: er is niets om mee te vergelijken",
    Outlook.CHANCE: "Geen besparing te tonen",
    Outlook.MORE: "Geen besparing: meer verwijzingen dan verwacht",
    Outlook.SHIFT: "Verschuiving, geen besparing",
    Outlook.FEWER: "Minder verwijzingen dan verwacht",
}
MEANINGS = {
    Outlook.REFUSED: "Zonder oordeel over de pilot is er ook geen bedrag. Op de pagina Pilot staat wat er ontbreekt.",
    Outlook.HIDDEN: "De aantallen van deze pilot zijn te klein om te tonen, en daarmee ook elk bedrag.",
    Outlook.SERIES: "Wat er zonder het programma was gebeurd is hier niet te zeggen, en dus ook niet wat het oplevert.",
    Outlook.CHANCE: "Het verschil kan toeval zijn. De bedragen hieronder lopen daarom van meer tot minder kosten.",
    Outlook.MORE: "Er kwamen meer verwijzingen dan verwacht, en dat kost geld. Mogelijk wordt er eerder gesignaleerd.",
    Outlook.SHIFT: "Er zijn minder verwijzingen van deze soort, maar alle verwijzingen samen dalen niet aantoonbaar.",
    Outlook.FEWER: "De hele marge ligt onder de verwachting. Dat bewijst niet dat het programma de oorzaak is.",
}
SILENT = frozenset({Outlook.REFUSED, Outlook.HIDDEN, Outlook.SERIES})
"""Of these not one amount of what was avoided is told."""
NO_COST = "Wat een verwijzing kost, is nog niet ingevuld. Daarmee is te zien wanneer dit loont."
NO_BUDGET = "Wat het programma per jaar kost, is nog niet ingevuld. Daarmee is te zien wanneer dit loont."
TOTAL_UNKNOWN = "Of alle verwijzingen samen ook dalen, is bij deze pilot niet bekeken: het kan een verschuiving zijn."

TOTAL_NOT_PER_PRAKTIJK = (
    "Of alle verwijzingen samen ook dalen, is per praktijk niet te tellen: het kan een verschuiving zijn naar andere "
    "verwijzers."
)


@dataclass(frozen=True)
class Priced:
    """What a referral and a year of the programme cost, in euro, and who says so; None where nobody does."""

    each: float | None = None
    each_source: str = ""
    yearly: float | None = None
    yearly_source: str = ""

    @property
    def break_even(self) -> float | None:
        """Referrals a year less."""
        return break_even(self.yearly, self.each) if self.each and self.yearly else None


@dataclass(frozen=True)
class Measured:
    """The newest final amount per youth (panel pilot_costs)."""

    period: str
    value: float
    place: str

    @property
    def words(self) -> str:
        return f"in {self.place} {_euro(self.value)} per jeugdige ({period(self.period)})"


def measured_words(found: Sequence[Measured], source: str) -> str:
    """What was declared, to hold what someone enters against; empty where nothing was measured."""
    if not found:
        return ""
    return (
        f"Gemeten, ter vergelijking: {' en '.join(item.words for item in found)}. Dat is wat er in een jaar voor "
        f"specialistische jeugd-GGZ is gedeclareerd per jeugdige, niet per verwijzing, en afgerond. Bron: {source}."
    )


def outlook(verdict: Verdict | None, span: Range | None, *, comparison: bool, total_falls: bool | None) -> Outlook:
    """What may be said; `total_falls` None where all referrals together were not looked at."""
    if verdict is None or verdict is Verdict.REFUSED:
        return Outlook.REFUSED
    if not comparison:
        return Outlook.SERIES
    if span is None:
        return Outlook.HIDDEN
    if verdict is Verdict.RISE and span.high < 0:
        return Outlook.MORE
    if verdict is not Verdict.FALL or span.low <= 0:
        return Outlook.CHANCE
    return Outlook.SHIFT if total_falls is False else Outlook.FEWER


def story(found: Outlook, span: Range | None, priced: Priced, *, counted: str, start: str) -> tuple[str, ...]:
    """What was avoided, what that is in euro, when it pays, and whether it does."""
    lines = [] if found in SILENT or span is None else [_avoided(span, counted, start), _money(span, priced)]
    lines += [_pays(priced, counted), _compared(found, span, priced)]
    return tuple(line for line in lines if line)


def _avoided(span: Range, counted: str, start: str) -> str:
    return (
        f"Sinds {period(start)} zijn er per jaar ongeveer {_amount(span.middle)} {counted} {_way(span.middle)} dan "
        f"verwacht (tussen {_between(span)})."
    )


def _money(span: Range, priced: Priced) -> str:
    if not priced.each:
        return ""
    worth = span.times(priced.each)
    limits = [_euro(value) for value in (worth.low, worth.high)]
    if span.crosses:
        words = f"tussen {limits[0]} meer en {limits[1]} minder kosten per jaar"
    else:
        words = f"tussen {' en '.join(sorted_by_size(limits, worth))} {_way(worth.middle)} kosten per jaar"
    return f"Een verwijzing kost {_euro(priced.each)} ({priced.each_source}). Dat is {words}."


def sorted_by_size(limits: list[str], worth: Range) -> list[str]:
    """Smallest first, whatever the sign."""
    return limits if abs(worth.low) <= abs(worth.high) else limits[::-1]


def _pays(priced: Priced, counted: str) -> str:
    even = priced.break_even
    if even is None:
        return NO_COST if not priced.each else NO_BUDGET
    return (
        f"Het programma kost {_euro(priced.yearly or 0.0)} per jaar ({priced.yearly_source}). "
        f"Dit loont bij {number(even)} {counted} minder per jaar."
    )


def _compared(found: Outlook, span: Range | None, priced: Priced) -> str:
    """Where the point at which it pays lies; said of a fall alone."""
    even = priced.break_even
    if found is not Outlook.FEWER or span is None or even is None:
        return ""
    if span.low >= even:
        return "Ook de ondergrens ligt daar niet onder: wat er werd vermeden, kost meer dan het programma."
    if span.high < even:
        return "Ook de bovengrens ligt daaronder: het programma kost meer dan wat er werd vermeden."
    return "Of het loont is niet te zeggen: dat punt ligt binnen de marge."


def _way(value: float) -> str:
    return "minder" if value > 0 else "meer"


def _between(span: Range) -> str:
    if span.crosses:
        return f"{_amount(span.low)} meer en {_amount(span.high)} minder"
    near, far = sorted((span.low, span.high), key=abs)
    return f"{_amount(near)} en {_amount(far)} {_way(span.middle)}"


def _amount(value: float) -> str:
    """Without its sign; never 0 for what is not 0."""
    size = abs(value)
    if not isfinite(size):
        return "onbegrensd"
    return number(max(size, 0.1) if size else 0.0, 1 if size < FEW else 0)


def _euro(value: float) -> str:
    """Without its sign."""
    size = rounded_euro(abs(value))
    return f"€\u00a0{number(size)}" if isfinite(size) else "een onbegrensd bedrag"


def rounded_euro(value: float) -> float:
    """Two figures and zeros: more would suggest that more is known."""
    if not isfinite(value) or abs(value) < 1:
        return value if not isfinite(value) else 0.0
    step = 10 ** max(int(log10(abs(value))) + 1 - SIGNIFICANT, 0)
    return float(round(value / step) * step)
