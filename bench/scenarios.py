"""Pilots made up for the calibration: practices as small, seasonal and unsteady as real ones, with a known effect."""

from dataclasses import dataclass

import numpy as np

from voorkant.analysis.panel import Panel

CORONA = slice(26, 30)
EARLIEST, LATEST = 18, 9
"""A start leaves at least this many months before it, and this many after."""


@dataclass(frozen=True)
class Scenario:
    """How a pilot is drawn. `rate` is per youth and month; `variance` is how many times Poisson's it is.

    `drift` and `memory`: standard deviation and month-to-month correlation of a unit's own ups and downs. `waves`: the
    number of start dates, 0 for any month. `spread`: how much effects differ between units, around their mean.
    """

    name: str
    units: int = 20
    started: int = 10
    months: int = 60
    rate: float = 0.003
    sizes: tuple[float, float] = (250, 750)
    variance: float = 1.2
    drift: float = 0.0
    memory: float = 0.0
    season: float = 0.15
    corona: float = 0.25
    trend: float = 0.0
    waves: int = 0
    missing: float = 0.0
    peak: bool = False
    spread: float = 0.0

    @property
    def bounded(self) -> bool:
        """Whether the bounds on false alarms, coverage and bias apply: not where the null is not what is tested."""
        return not self.peak and not self.spread


SCENARIOS = (
    Scenario("base"),
    Scenario("Poisson chance alone", variance=1.0, season=0, corona=0),
    Scenario("twice Poisson's variance", variance=2.0),
    Scenario("units with ups and downs of their own", drift=0.20, memory=0.7),
    Scenario("units that drift slowly", drift=0.20, memory=0.95),
    Scenario("strong season", season=0.45),
    Scenario("deep corona dip", corona=0.60),
    Scenario("falling trend, 6% a year", trend=-0.06),
    Scenario("lists of 80 to 1,600", sizes=(80, 1600)),
    Scenario("half as many events", rate=0.0015),
    Scenario("40 units, 84 months", units=40, started=20, months=84),
    Scenario("8 units, 4 started", units=8, started=4),
    Scenario("3 started of 12", units=12, started=3),
    Scenario("1 started of 20", started=1),
    Scenario("all 20 start in turn", started=20),
    Scenario("two start dates", waves=2),
    Scenario("8% of months missing", missing=0.08),
    Scenario("start after a peak", peak=True, drift=0.15, memory=0.7),
    Scenario("effects differ by unit", spread=0.25),
)


def drawn(scenario: Scenario, ratio: float, seed: int) -> Panel:
    """One pilot whose programme multiplies counts by `ratio`."""
    random = np.random.default_rng(seed)
    exposure = np.repeat(random.uniform(*scenario.sizes, (scenario.units, 1)), scenario.months, axis=1)
    means = exposure * scenario.rate * _unit(scenario, random) * _month(scenario)
    untreated = _counts(means, scenario, random)
    begin = _starts(scenario, untreated, random)
    on = np.arange(scenario.months) >= begin[:, None]
    effect = ratio * _differing(scenario, begin, random)
    # thinning (or adding to) what would have been there keeps the peaks that a start came after
    counts = np.where(on, _multiplied(untreated, effect, means, random), untreated)
    counts[random.uniform(size=counts.shape) < scenario.missing] = np.nan
    return Panel(counts, exposure, begin, begin, np.full(scenario.units, scenario.months))


def _unit(scenario: Scenario, random: np.random.Generator) -> np.ndarray:
    """The level of every unit, and its own ups and downs."""
    level = random.lognormal(0, 0.2, (scenario.units, 1))
    if not scenario.drift:
        return level
    shocks = random.normal(size=(scenario.units, scenario.months))
    waves = np.empty_like(shocks)
    waves[:, 0] = shocks[:, 0]
    for month in range(1, scenario.months):
        waves[:, month] = scenario.memory * waves[:, month - 1] + np.sqrt(1 - scenario.memory**2) * shocks[:, month]
    return level * np.exp(scenario.drift * waves - scenario.drift**2 / 2)


def _month(scenario: Scenario) -> np.ndarray:
    month = np.arange(scenario.months)
    line = (1 + scenario.season * np.sin(2 * np.pi * month / 12)) * np.exp(scenario.trend * month / 12)
    line[CORONA] *= 1 - scenario.corona
    return line


def _counts(means: np.ndarray, scenario: Scenario, random: np.random.Generator) -> np.ndarray:
    """Poisson, or with more variance: a gamma factor whose size follows from the mean."""
    if scenario.variance <= 1:
        return random.poisson(means).astype(float)
    shape = means / (scenario.variance - 1)
    return random.poisson(random.gamma(shape) * (scenario.variance - 1)).astype(float)


def _starts(scenario: Scenario, counts: np.ndarray, random: np.random.Generator) -> np.ndarray:
    begin = np.full(scenario.units, scenario.months)
    first, last = EARLIEST, scenario.months - LATEST
    for unit in range(scenario.started):
        begin[unit] = random.integers(first, last)
        if scenario.waves:
            begin[unit] = first + (last - first) * (1 + unit % scenario.waves) // (scenario.waves + 1)
        if scenario.peak:
            half_years = np.convolve(counts[unit], np.ones(6), "valid")[first - 6 : last - 6]
            begin[unit] = first + int(np.argmax(half_years))
    return begin


def _differing(scenario: Scenario, begin: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """The factor by which the effect of every unit differs from the mean effect."""
    own = random.normal(0, 1, (len(begin), 1)) * scenario.spread
    started = begin < scenario.months
    return np.exp(own - (own[started].mean() if started.any() and scenario.spread else 0.0))


def _multiplied(counts: np.ndarray, effect: np.ndarray, means: np.ndarray, random: np.random.Generator) -> np.ndarray:
    kept = random.binomial(counts.astype(int), np.broadcast_to(np.minimum(effect, 1), counts.shape))
    return kept + random.poisson(means * np.maximum(effect - 1, 0))
