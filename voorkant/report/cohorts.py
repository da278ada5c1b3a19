"""Trajecten that began in the same quarter, followed until a referral: shares by term, and a curve over all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from voorkant.analysis.intervals import wilson
from voorkant.analysis.survival import Survival, kaplan_meier
from voorkant.domain.protection import Reason
from voorkant.report.rows import Header, Publication
from voorkant.report.waiting import WHOLE, Part

TERMS = {3: ("binnen_3_maanden", 91), 6: ("na_3_tot_6_maanden", 182), 12: ("na_6_tot_12_maanden", 365)}
"""Months: the band that ends there, and the days that must have gone by."""
LAST = 12
KINDS = ("quarter", "half", "year")
ENOUGH = 0.8
HIDDEN = frozenset({Reason.KLEIN, Reason.HERLEIDBAAR})


@dataclass(frozen=True)
class Begun:
    """Trajecten that began in a period, by how long a referral took (panel route_cohorts); without a band, all."""

    period: str
    type: str
    start: date
    end: date
    band: str
    numerator: int | None
    numerator_low: int | None
    numerator_high: int | None
    status: str
    reason: str | None


@dataclass(frozen=True)
class Cohort:
    """Those of one period. `until` is the last day of the data."""

    rows: Sequence[Begun]
    until: date

    @property
    def period(self) -> str:
        return self.rows[0].period

    @property
    def whole(self) -> Begun | None:
        return next((item for item in self.rows if not item.band), None)

    @property
    def counted(self) -> bool:
        """Whether there is somebody in it, and terms to tell of."""
        there = self.whole is not None and bool(self.whole.numerator or self.whole.reason in HIDDEN)
        return there and any(item.band for item in self.rows)

    def is_over(self, months: int) -> bool:
        """Whether of everybody in it so many months have gone by."""
        return self.rows[0].end + timedelta(days=TERMS[months][1]) <= self.until

    @property
    def over(self) -> list[int]:
        return [months for months in TERMS if self.is_over(months)]

    def band(self, months: int) -> Begun | None:
        return next((item for item in self.rows if item.band == TERMS[months][0]), None)

    def counts(self) -> tuple[int, dict[int, int]] | None:
        """(all, referred in each term that is over); None where one of these is hidden."""
        if self.whole is None or not self.whole.numerator:
            return None
        found = {months: self.band(months) for months in self.over}
        if any(item is not None and item.numerator is None for item in found.values()):
            return None
        return self.whole.numerator, {months: (item.numerator or 0) if item else 0 for months, item in found.items()}

    def within(self, months: int) -> Part | None:
        """The share that was referred by then; None where nothing can be said of it yet, or at all."""
        whole = self.whole
        if not self.is_over(months) or whole is None or not whole.numerator or not whole.numerator_low:
            return None
        found = [item for term in TERMS if term <= months and (item := self.band(term))]
        if all(item.numerator is not None for item in found):
            hits = min(sum(item.numerator or 0 for item in found), whole.numerator)
            ends = wilson(np.array([float(hits)]), np.array([float(whole.numerator)]))
            return Part(WHOLE * hits / whole.numerator, *(WHOLE * float(end[0]) for end in ends))
        least = sum(item.numerator_low or 0 for item in found)
        most = sum(whole.numerator if item.numerator_high is None else item.numerator_high for item in found)
        low, high = WHOLE * least / (whole.numerator_high or whole.numerator), WHOLE * most / whole.numerator_low
        return Part(None, low, min(high, WHOLE))


@dataclass(frozen=True)
class Cohorts:
    """Those of a programme in a place."""

    header: Header
    found: Sequence[Begun]
    place: str
    programme: str
    publication: Publication

    def of(self, kind: str) -> list[Cohort]:
        """By quarter, half or year, the oldest first, without those of which no term is over."""
        until = self.publication.data_until or date.min
        codes = sorted({(item.start, item.period) for item in self.found if item.type == kind})
        made = [Cohort([item for item in self.found if item.period == code], until) for _, code in codes]
        return [item for item in made if item.counted]

    @property
    def kind(self) -> str:
        """The finest kind of period of which nearly all that are over can be told, else the coarsest."""
        for kind in KINDS:
            over = [item for item in self.of(kind) if item.is_over(LAST)]
            told = [item for item in over if (part := item.within(LAST)) and part.value is not None]
            if over and len(told) >= ENOUGH * len(over):
                return kind
        return KINDS[-1]

    def pooled(self) -> list[Cohort]:
        """Years that are followed to the end, and the quarters since: of a year fewer numbers are hidden."""
        years = [item for item in self.of("year") if item.is_over(LAST) and item.counts()]
        last = years[-1].rows[0].end if years else date.min
        return [
            *years,
            *(item for item in self.of(self.kind) if item.rows[0].start > last and item.over and item.counts()),
        ]


def survival(found: Sequence[Cohort]) -> Survival:
    """Kaplan-Meier of the published counts: everybody is followed to the last term that is over for the cohort."""
    times, seen = [np.empty(0)], [np.empty(0, dtype=bool)]
    for months, count, is_event in _followed(found):
        times.append(np.full(count, float(months)))
        seen.append(np.full(count, is_event))
    return kaplan_meier(np.concatenate(times), np.concatenate(seen))


def _followed(found: Sequence[Cohort]) -> Iterator[tuple[int, int, bool]]:
    """(months, how many, whether they were referred then)."""
    for cohort in found:
        counts = cohort.counts()
        if counts:
            whole, referred = counts
            yield from ((months, count, True) for months, count in referred.items())
            yield max(cohort.over), max(whole - sum(referred.values()), 0), False
