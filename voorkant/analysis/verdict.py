"""The ladder of verdicts: codes only; their words stand in `text`, so that builder, pages and command say the same.

A finding that contradicts itself cannot be made, so no verdict can follow from one.
"""

from dataclasses import dataclass
from enum import StrEnum

from voorkant.analysis.gate import Refusal

HINT = 0.20
RELEVANT = 0.80
IMPLAUSIBLE = 0.50
SAME = 1e-9


class Verdict(StrEnum):
    """The only verdicts there are, in the order in which they are tried."""

    REFUSED = "geen_uitspraak"
    FALL = "aantoonbare_daling"
    RISE = "aantoonbare_stijging"
    MAYBE_FALL = "aanwijzing_daling"
    MAYBE_RISE = "aanwijzing_stijging"
    UNLIKELY = "geen_verschil_daling_onwaarschijnlijk"
    POSSIBLE = "geen_verschil_daling_mogelijk"


class Doubt(StrEnum):
    """Why something that points one way is not demonstrable."""

    CHANCE = "toeval"
    ONE_UNIT = "een_eenheid"
    DONUT = "maanden_ervoor"
    PEAK = "piek_vooraf"
    SERIES = "geen_vergelijking"


@dataclass(frozen=True)
class Finding:
    """Observed and expected events, the (1 - alpha) interval of their ratio, and p of the same test."""

    observed: float
    expected: float
    low: float
    high: float
    p: float
    alpha: float = 0.05

    def __post_init__(self) -> None:
        """ValueError when number, interval and p say different things."""
        if not (self.expected > 0 and self.observed > 0):
            raise ValueError("a finding needs events, observed and expected")
        if not self.low * (1 - SAME) <= self.ratio <= self.high * (1 + SAME):
            raise ValueError("the estimate lies outside its own interval")
        if not 0 <= self.p <= 1 or (self.p <= self.alpha) == (self.low <= 1 <= self.high):
            raise ValueError("p and the interval of the same test contradict each other")

    @property
    def ratio(self) -> float:
        return self.observed / self.expected

    @property
    def expected_low(self) -> float:
        """What is expected at least, from the interval of the ratio."""
        return self.observed / self.high

    @property
    def expected_high(self) -> float:
        return self.observed / self.low if self.low > 0 else float("inf")

    @property
    def implausible(self) -> bool:
        """More than 50% away: rather a mistake in the data than a programme."""
        return abs(self.ratio - 1) > IMPLAUSIBLE


@dataclass(frozen=True)
class Robustness:
    """What held when it was looked at in other ways."""

    comparison: bool = True
    one_unit_keeps: bool = True
    donut_keeps: bool = True
    peak: bool = False

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        held = [(self.comparison, Doubt.SERIES), (self.one_unit_keeps, Doubt.ONE_UNIT),
                (self.donut_keeps, Doubt.DONUT), (not self.peak, Doubt.PEAK)]  # fmt: skip
        return tuple(doubt for fine, doubt in held if not fine)


@dataclass(frozen=True)
class Judgement:
    """The verdict with what led to it: why not (refusals), or why not more (doubts)."""

    verdict: Verdict
    doubts: tuple[Doubt, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def judge(
    finding: Finding | None, held: Robustness, refused: tuple[Refusal, ...] = (), relevant: float = RELEVANT
) -> Judgement:
    """The first row of the ladder that applies. Without a finding there must be a reason why."""
    if refused:
        return Judgement(Verdict.REFUSED, refusals=refused)
    if finding is None:
        raise ValueError("without a finding a reason for refusing is needed")
    chance = () if finding.p <= finding.alpha else (Doubt.CHANCE,)
    doubts = chance + held.doubts
    if finding.ratio != 1 and finding.p <= HINT:
        fell = finding.ratio < 1
        if not doubts:
            return Judgement(Verdict.FALL if fell else Verdict.RISE)
        return Judgement(Verdict.MAYBE_FALL if fell else Verdict.MAYBE_RISE, doubts)
    return Judgement(Verdict.UNLIKELY if finding.low > relevant else Verdict.POSSIBLE)
