"""Trajecten that began in the same quarter, followed until a referral: shares by term, and a curve over all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

import numpy as np

from voorkant.analysis.survival import Survival, kaplan_meier
from voorkant.domain.protection import Reason
from voorkant.report.bands import Band, Part, reach, share
from voorkant.report.rows import Header, Publication
from voorkant.text import cohorts as words

TERMS = {3: ("binnen_3_maanden", 91), 6: ("na_3_tot_6_maanden", 182), 12: ("na_6_tot_12_maanden", 365)}
"""Months: the band that ends there, and the days that must have gone by."""
LAST = 12
KINDS = ("quarter", "half", "year")
ASKED = {"indicators": ["tijd_tot_verwijzing"], "types": KINDS, "dimensions": ["termijn"]}
"""What panel route_bands is asked, of a programme."""
ENOUGH = 0.8
Side = Literal["low", "middle", "high"]
"""Of what a hidden count can be."""
HIDDEN = frozenset({Reason.KLEIN, Reason.HERLEIDBAAR})


@dataclass(frozen=True)
class Cohort:
    """Those of one period. `until` is the last day of the data."""

    rows: Sequence[Band]
    until: date

    @property
    def period(self) -> str:
        return self.rows[0].period

    @property
    def whole(self) -> Band | None:
        return next((item for item in self.rows if not item.part), None)

    @property
    def counted(self) -> bool:
        """Whether there is somebody in it, and terms to tell of."""
        there = self.whole is not None and bool(self.whole.numerator or self.whole.reason in HIDDEN)
        return there and any(item.part for item in self.rows)

    def is_over(self, months: int) -> bool:
        """Whether of everybody in it so many months have gone by."""
        return self.rows[0].end + timedelta(days=TERMS[months][1]) <= self.until

    @property
    def over(self) -> list[int]:
        return [months for months in TERMS if self.is_over(months)]

    def band(self, months: int) -> Band | None:
        return next((item for item in self.rows if item.part == TERMS[months][0]), None)

    def _sides(self, *terms: int) -> tuple[list[Band], list[Band]]:
        """The bands of some terms, and all others."""
        names = {TERMS[months][0] for months in terms}
        bands = [item for item in self.rows if item.part]
        return [item for item in bands if item.part in names], [item for item in bands if item.part not in names]

    def counts(self, side: Side) -> tuple[int, dict[int, int]] | None:
        """(all, referred in each term that is over); of a hidden one its least, middle or most. None without any."""
        if self.whole is None or not self.whole.numerator or not self.over:
            return None
        found = {}
        for months in self.over:
            item, can = self.band(months), reach(*self._sides(months), self.whole)
            if item and item.numerator is not None:
                found[months] = item.numerator
            elif can:
                found[months] = {"low": can[0], "middle": sum(can) // 2, "high": can[1]}[side]
        return self.whole.numerator, found

    def within(self, months: int) -> Part | None:
        """The share that was referred by then; None where nothing can be said of it yet, or at all."""
        if not self.is_over(months):
            return None
        return share(*self._sides(*(term for term in TERMS if term <= months)), self.whole)


@dataclass(frozen=True)
class Cohorts:
    """Those of a programme in a place."""

    header: Header
    found: Sequence[Band]
    place: str
    programme: str
    publication: Publication

    def of(self, kind: str) -> list[Cohort]:
        """By quarter, half or year, the oldest first, without those of which no term is over."""
        return self._by_kind.get(kind, [])

    @cached_property
    def _by_kind(self) -> dict[str, list[Cohort]]:
        until = self.publication.data_until or date.min
        periods: dict[tuple[str, date, str], list[Band]] = {}
        for item in self.found:
            periods.setdefault((item.type, item.start, item.period), []).append(item)
        made: dict[str, list[Cohort]] = {}
        for (kind, _, _), items in sorted(periods.items(), key=lambda entry: entry[0]):
            if (cohort := Cohort(items, until)).counted:
                made.setdefault(kind, []).append(cohort)
        return made

    @property
    def counted(self) -> bool:
        """Whether anybody is followed at all."""
        return bool(self.of(self.kind))

    @cached_property
    def kind(self) -> str:
        """The finest kind of period of which nearly all that are over can be told, else the coarsest."""
        for kind in KINDS:
            over = [item for item in self.of(kind) if item.is_over(LAST)]
            told = [item for item in over if (part := item.within(LAST)) and part.value is not None]
            if over and len(told) >= ENOUGH * len(over):
                return kind
        return KINDS[-1]

    def pooled(self) -> list[Cohort]:
        """Years that are followed to the end, and the shorter periods since: of a year fewer numbers are hidden."""
        years = [item for item in self.of("year") if item.is_over(LAST) and item.counts("middle")]
        last = years[-1].rows[0].end if years else date.min
        since = [item for item in self.of(self.kind) if item.rows[0].start > last and item.counts("middle")]
        return [*years, *since]


def brief(of: Cohorts) -> str:
    """How many trajecten of the newest period were followed by a referral; empty where that is not told."""
    over = [(item.period, part) for item in of.of(of.kind) if (part := item.within(LAST)) and part.value is not None]
    return words.brief(of.programme, over[-1][0], over[-1][1].words) if over else ""


def survival(found: Sequence[Cohort], side: Side = "middle") -> Survival:
    """Kaplan-Meier of the published counts: everybody is followed to the last term that is over for the cohort."""
    times, seen = [np.empty(0)], [np.empty(0, dtype=bool)]
    for months, count, is_event in _followed(found, side):
        times.append(np.full(count, float(months)))
        seen.append(np.full(count, is_event))
    return kaplan_meier(np.concatenate(times), np.concatenate(seen))


def _followed(found: Sequence[Cohort], side: Side) -> Iterator[tuple[int, int, bool]]:
    """(months, how many, whether they were referred then)."""
    for cohort in found:
        counts = cohort.counts(side)
        if counts:
            whole, referred = counts
            yield from ((months, count, True) for months, count in referred.items())
            yield max(cohort.over), max(whole - sum(referred.values()), 0), False
