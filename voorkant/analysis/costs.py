"""What fewer referrals are worth, carried from the interval of the estimate: never a number without its range.

With O observed and a ratio RR between RR_low and RR_high, what was expected lies between O / RR_high and O / RR_low, so
the referrals that did not come lie between those less O. All are spread evenly over the months since the first start.
Money is that range times what one referral costs; the cost itself is taken as it was stated, without a margin.
"""

from dataclasses import dataclass
from math import ceil, inf, isfinite

YEAR = 12


@dataclass(frozen=True)
class Range:
    """Below 0: more instead of fewer. `high` may be infinite."""

    low: float
    middle: float
    high: float

    @property
    def crosses(self) -> bool:
        """Whether no difference at all lies in it."""
        return self.low <= 0 <= self.high

    def times(self, factor: float) -> "Range":
        """All three times a positive number."""
        return Range(*(value * factor if isfinite(value) else value for value in (self.low, self.middle, self.high)))


def avoided(observed: float, expected: tuple[float, float, float], months: int) -> Range:
    """Referrals a year that did not come; `expected` is (low, middle, high), of so many months since the first start.

    ValueError without months.
    """
    if months < 1:
        raise ValueError("there is no time to spread over")
    return Range(*(value - observed for value in expected)).times(YEAR / months)


def break_even(yearly: float, each: float) -> float:
    """How many referrals a year less make up for `yearly` euro, at `each` euro a referral; a whole number, or inf."""
    return float(ceil(yearly / each)) if each > 0 else inf


def per_year(amount: float, months: int) -> float:
    """A budget for so many months, a year."""
    return amount * YEAR / months
