"""What a pilot costs and avoids: from its released figures and what was entered."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import isfinite

from voorkant.analysis.costs import Range, avoided, per_year
from voorkant.charts.told import Told
from voorkant.declare.costfile import Cost
from voorkant.declare.pilot import month
from voorkant.domain.period import MONTHS
from voorkant.report.pilot import At, Pilot
from voorkant.text.costs import (
    FEW,
    HEADINGS,
    MEANINGS,
    SILENT,
    TOTAL_NOT_PER_PRAKTIJK,
    TOTAL_UNKNOWN,
    Outlook,
    Priced,
    outlook,
    rounded_euro,
    story,
)
from voorkant.text.numbers import number
from voorkant.text.periods import span
from voorkant.text.pilotstory import agreeing

TOTAL = "verwijzingen_sggz"
"""All referrals together: what has to fall as well, or a fall is a shift."""
ALSO = "ook_bekeken"
LOWER = "lager"
HEADERS = ("Per jaar", "Laag", "Midden", "Hoog", "Bron")
ASSUMED = "De marge komt uit het oordeel over de pilot. Wat een verwijzing kost, is ingevuld en heeft hier geen marge."


@dataclass(frozen=True)
class Costs:
    """All that is known of the money of a pilot; `entered` None where nobody entered anything."""

    pilot: Pilot
    entered: Cost | None

    @property
    def found(self) -> At:
        return self.pilot.judged or self.pilot.now

    @cached_property
    def months(self) -> int:
        """From the first start up to the last month that counts."""
        start, until = self.pilot.setting(self.found).start, self.found.text("cijfers_tot")
        return _months(start, until) if until else 0

    @cached_property
    def span(self) -> Range | None:
        """Referrals a year that did not come; None where no figures were released."""
        figures = self.found.figures
        if figures is None or self.months < 1:
            return None
        seen = agreeing(figures, self.pilot.declared.relevant)
        return avoided(seen.observed, (seen.low, seen.expected, seen.high), self.months)

    @property
    def total_falls(self) -> bool | None:
        """Whether all referrals together fall; None where that was not, or cannot be, looked at."""
        if self.pilot.declared.unit == "praktijk":  # only what a huisarts refers belongs to a practice
            return None
        if self.pilot.declared.indicator == TOTAL:
            return True
        row = next((row for row in self.found.rows if row.name == ALSO and row.scope == TOTAL), None)
        return None if row is None or row.value is None else row.text == LOWER

    @cached_property
    def outlook(self) -> Outlook:
        verdict = self.pilot.judged.verdict if self.pilot.judged else None
        comparison = self.pilot.setting(self.found).comparison
        return outlook(verdict, self.span, comparison=comparison, total_falls=self.total_falls)

    @cached_property
    def priced(self) -> Priced:
        """What a referral costs only as someone entered it: what is declared is per youth, who can have several."""
        each, yearly = self._each, self._yearly
        return Priced(each[0], each[1], yearly[0], yearly[1])

    @property
    def _each(self) -> tuple[float | None, str]:
        if self.entered and self.entered.each:
            return float(self.entered.each), self.entered.each_source
        return None, ""

    @property
    def _yearly(self) -> tuple[float | None, str]:
        declared = self.pilot.declared
        if self.entered and self.entered.yearly:
            return float(self.entered.yearly), self.entered.yearly_source
        if declared.budget:
            months = _months(declared.first, declared.last)
            return per_year(declared.budget, months), f"budget van de pilot, over {number(months)} maanden"
        return None, ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The story, without its heading."""
        setting = self.pilot.setting(self.found)
        told = story(self.outlook, self.span, self.priced, counted=setting.counted, start=setting.start)
        unknown = self.outlook is Outlook.FEWER and self.total_falls is None
        why = TOTAL_NOT_PER_PRAKTIJK if self.pilot.declared.unit == "praktijk" else TOTAL_UNKNOWN
        return (MEANINGS[self.outlook], *told, *((why,) if unknown else ()))

    def worth(self, each: float) -> Range:
        """The range in euro, rounded as in its sentence."""
        found = (self.span or Range(0.0, 0.0, 0.0)).times(each)
        return Range(*(rounded_euro(value) for value in (found.low, found.middle, found.high)))

    @property
    def heading(self) -> str:
        return HEADINGS[self.outlook]

    def table(self) -> Iterator[tuple[str, ...]]:
        """The rows of the picture: what is known, a year."""
        priced, counted = self.priced, self.pilot.setting(self.found).counted
        if self.span and self.outlook not in SILENT:
            yield f"{counted} minder dan verwacht", *_three(self.span), "oordeel over de pilot"
            if priced.each:
                yield "euro minder aan verwijzingen", *_three(self.worth(priced.each), few=0), priced.each_source
        if priced.yearly:
            cost = number(priced.yearly)
            yield "euro voor het programma", cost, cost, cost, priced.yearly_source
        if priced.break_even is not None:
            even = number(priced.break_even)
            yield f"{counted} minder waarbij het loont", even, even, even, "programma gedeeld door een verwijzing"


def _months(first: str, last: str) -> int:
    one, other = month(first).start, month(last).start
    return (other.year - one.year) * MONTHS + other.month - one.month + 1


def _three(found: Range, *, few: int = FEW) -> tuple[str, str, str]:
    """With a decimal where there are `few`, as in the sentence beside it."""
    low, middle, high = (
        number(value, 1 if abs(value) < few else 0) if isfinite(value) else "onbegrensd"
        for value in (found.low, found.middle, found.high)
    )
    return low, middle, high


def told(costs: Costs) -> Told | None:
    """The range as a picture with its words; None where nothing is known that could be drawn."""
    lines = tuple(costs.table())
    if not lines:
        return None
    declared, setting = costs.pilot.declared, costs.pilot.setting(costs.found)
    title = f"Wat kost en vermijdt {declared.programme_title}?"
    sentence = f"{costs.heading}. {costs.lines[1]}"
    until = costs.found.text("cijfers_tot") or declared.last
    return Told(
        key=f"kosten-{declared.slug}",
        title=title,
        axis="per jaar; onder 0 is het meer in plaats van minder",
        denominator="niet van toepassing: aantallen en euro's per jaar van begonnen eenheden samen",
        sentence=sentence,
        alt=f"{title.rstrip('?')}. {'; '.join(', '.join(line[:4]) for line in lines)}. {sentence}",
        source=declared.source_text or "onbekend",
        period=span(setting.start, until),
        status="definitief",
        suppression=f"Aantallen zijn afgerond. {ASSUMED}",
        headers=HEADERS,
        lines=lines,
        no_events="Niet getekend: dit is geen reeks in de tijd.",
    )
