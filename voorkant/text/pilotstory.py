"""The story of a pilot from its released figures: so many, so many expected, how sure, and what else it may be.

Released figures are rounded, so that a number can land on the other side of another. `agreeing` puts it back on the
side that is released too: the ratio says which way, chance as a class says whether the interval holds no difference.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite

from voorkant.analysis.gate import ALPHA, WIDE_MDE, Refusal
from voorkant.analysis.verdict import IMPLAUSIBLE, Doubt, Verdict
from voorkant.text.numbers import number
from voorkant.text.periods import period
from voorkant.text.pilots import IMPLAUSIBLE as TOO_LARGE
from voorkant.text.pilots import NO_CAUSE, RISE_MAY_BE
from voorkant.text.verdicts import ONLY_WAITING, VERDICTS, doubt_words, lack_words, title

FIRM = "tot_alpha"
"""The class of chance at which the interval does not hold 1."""
INFINITE = float("inf")
NOT_JUDGED = "Of dit meer is dan toeval, wordt alleen op de afgesproken momenten beoordeeld."
"""Of figures between two moments: whoever looks at chance each time sees a difference that is none in one of five."""
OTHERS = "iets anders dat in dezelfde tijd bij begonnen eenheden veranderde, of andere afspraken over registreren"


@dataclass(frozen=True)
class Figures:
    """What was released at one moment: counts, the bounds of what was expected, the ratio with its limits."""

    observed: float
    expected: float
    low: float  # of what was expected
    high: float
    ratio: float
    ratio_low: float
    ratio_high: float
    firm: bool  # the interval does not hold 1
    verdict: Verdict | None = None  # that of the moment, where there is one

    @property
    def way(self) -> int:
        """-1: fewer than expected, 1: more, 0: neither."""
        named = {"lager": -1, "hoger": 1}.get(VERDICTS[self.verdict].way, 0) if self.verdict else 0
        apart = (self.ratio > 1) - (self.ratio < 1)
        if named or apart or not self.firm:
            return named or apart
        rounded_away = (self.observed > self.expected) - (self.observed < self.expected)
        return rounded_away or (1 if self.ratio_high - 1 > 1 - self.ratio_low else -1)


@dataclass(frozen=True)
class Setting:
    """What the sentences need beside the figures."""

    counted: str  # verwijzingen
    programme: str  # its title
    relevant: float
    start: str  # the month of the first start
    mde: float = float("nan")
    breakdown: float = float("nan")
    comparison: bool = True
    began: str = ""  # bij 17 begonnen praktijken
    until: str = ""  # the last month that counts

    @property
    def whose(self) -> str:
        """Of whom and until when the count is: who reads it as that of all places, divides by the wrong number."""
        until = f" tot en met {period(self.until)}" if self.until else ""
        return f" {self.began}, geteld vanaf de eigen start{until}" if self.began else ""

    @property
    def basis(self) -> str:
        return f"zonder {self.programme}" if self.comparison else "volgens de lijn van ervoor"


def agreeing(found: Figures, relevant: float) -> Figures:
    """The same figures, none on the wrong side of another by rounding."""
    seen, way = found.observed, found.way
    least, most = {-1: (seen + 1, INFINITE), 0: (0.0, INFINITE), 1: (0.0, max(seen - 1, 0.0))}[way]
    expected = min(max(found.expected, least), most)
    if found.firm:
        low, high = (min(max(bound, least), most) for bound in (found.low, found.high))
    else:
        low, high = min(found.low, seen), max(found.high, seen)
    limits = _limits(found, relevant)
    ratio = min(max(found.ratio, limits[0]), limits[1])
    return replace(found, expected=expected, low=min(low, expected), high=max(high, expected), ratio=ratio,
                   ratio_low=limits[0], ratio_high=limits[1])  # fmt: skip


def _limits(found: Figures, relevant: float) -> tuple[float, float]:
    """The limits of the ratio on the sides of 1, and of the smallest relevant fall, that the verdict says."""
    low, high = found.ratio_low, found.ratio_high
    if found.firm:
        return (min(low, 0.99), min(high, 0.99)) if found.way < 0 else (max(low, 1.01), max(high, 1.01))
    low, high = min(low, 1.0), max(high, 1.0)
    if found.verdict is Verdict.UNLIKELY:
        return max(low, min(relevant + 0.01, 1.0)), high
    return (min(low, relevant) if found.verdict is Verdict.POSSIBLE else low), high


def story(figures: Figures, setting: Setting) -> tuple[str, ...]:
    """Four sentences: what was seen and expected, the difference, how sure, and other explanations."""
    found = agreeing(figures, setting.relevant)
    return (_seen(found, setting), _difference(found), certainty(found, setting), _others(found, setting))


def in_short(figures: Figures, setting: Setting) -> tuple[str, str]:
    """`501 verwijzingen`, and what was expected with its margin."""
    found = agreeing(figures, setting.relevant)
    margin = f"{_amount(found.low)} tot {_amount(found.high)}"
    return (
        f"{number(found.observed)} {setting.counted} sinds {period(setting.start)}",
        f"{setting.basis} verwacht: {number(found.expected)} ({margin})",
    )


def _seen(found: Figures, setting: Setting) -> str:
    margin = f"tussen {_amount(found.low)} en {_amount(found.high)}"
    return (
        f"Sinds {period(setting.start)} zijn er {number(found.observed)} {setting.counted}{setting.whose}; "
        f"{setting.basis} was de verwachting {number(found.expected)} ({margin})."
    )


def _amount(value: float) -> str:
    return number(value) if isfinite(value) else "onbegrensd"


def _difference(found: Figures) -> str:
    more = found.observed - found.expected
    near, far = sorted((found.ratio_low, found.ratio_high), key=lambda limit: abs(limit - 1))
    crosses = found.ratio_low < 1 < found.ratio_high
    limits = (found.ratio_low, found.ratio_high) if crosses else (near, far)
    margin = " en ".join(_change(limit, crosses=crosses) for limit in limits)
    if not more:
        return f"Dat is even veel (tussen {margin})."
    word = "meer" if more > 0 else "minder"
    return f"Dat is ongeveer {number(abs(more))} {word} ({_percent(abs(found.ratio - 1))}%; tussen {margin})."


def _change(ratio: float, *, crosses: bool) -> str:
    """A limit in percent; its direction is named where the two limits differ in it."""
    if not isfinite(ratio):
        return "onbegrensd meer"
    word = (" minder" if ratio < 1 else " meer") if crosses else ""
    return f"{_percent(abs(ratio - 1))}%{word}"


def certainty(found: Figures, setting: Setting) -> str:
    """Chosen from the interval alone, and only at a moment at which there is a verdict."""
    relevant = number((1 - setting.relevant) * 100)
    if found.verdict is None:
        words = NOT_JUDGED
    elif found.ratio_high < 1:
        words = "Zo'n verschil naar beneden is bij toeval zelden te zien."
    elif found.ratio_low > 1:
        words = "Zo'n verschil naar boven is bij toeval zelden te zien."
    elif found.ratio_low > setting.relevant:
        words = f"Dit verschil kan toeval zijn; een daling van {relevant}% of meer is onwaarschijnlijk."
    else:
        words = f"Dit verschil kan toeval zijn; ook een daling van {relevant}% of meer is niet uitgesloten."
    if setting.mde > WIDE_MDE:
        words += f" Alleen grote verschillen zijn zichtbaar: een daling vanaf {_percent(setting.mde)}%."
    return words


def _others(found: Figures, setting: Setting) -> str:
    if found.verdict is None or found.ratio_low <= 1 <= found.ratio_high:
        return f"Andere verklaringen: toeval, {OTHERS}."
    cause = NO_CAUSE.format(programme=setting.programme)
    drift = ""
    if isfinite(setting.breakdown):
        drift = f" Een extra trendverschil van {_percent(setting.breakdown)}% per jaar zou het ook verklaren."
    rise = f" {RISE_MAY_BE}" if found.ratio_low > 1 else ""
    large = f" {TOO_LARGE}" if abs(found.ratio - 1) > IMPLAUSIBLE else ""
    return f"{cause}. Andere verklaringen: {OTHERS}.{drift}{rise}{large}"


def _percent(share: float) -> str:
    return number(share * 100)


def headline(verdict: Verdict, doubts: Sequence[Doubt], relevant: float) -> tuple[str, str]:
    """The title of a verdict, and its one line: why it is no firmer one where there are doubts."""
    words = VERDICTS[verdict]
    if doubts:
        why = doubt_words(tuple(doubts))
        return title(verdict, relevant), f"{why[:1].upper()}{why[1:]}."
    return title(verdict, relevant), words.meaning


def refused(reasons: Sequence[Refusal], month: str = "") -> list[tuple[str, str]]:
    """Every reason with what helps, each as a sentence; `month`: with which figures an answer is expected, if ever."""
    words = [lack_words(reason, waits=bool(month)) for reason in reasons]
    return [(_sentence(reason), _sentence(mend)) for reason, mend in words]


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def margin_words(moments: int) -> str:
    """How wide the margin of a verdict is: the more often is looked, the wider."""
    share = f"{number(100 * (1 - ALPHA / moments), 0 if moments == 1 else 1)}%"
    return share if moments == 1 else f"{share}, omdat er {moments} keer wordt geoordeeld"


def answer_expected(month: str) -> str:
    """When an answer is to be expected; without a month, that waiting gives none."""
    if not month:
        return ONLY_WAITING
    return f"Een antwoord is op zijn vroegst te verwachten met de cijfers tot en met {period(month)}."
