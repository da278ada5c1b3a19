"""Interrupted time series, for where nobody can be compared with: a line through the months before, carried on.

Source: Bernal, Cummins & Gasparrini (2017), International Journal of Epidemiology 46: segmented quasi-Poisson
regression with the number of youths as offset, two harmonics for the season, and corona as a term of its own. Standard
errors are those of quasi-Poisson: Newey-West's reject too often on series of this length. Arrays have shape (months,).
"""

from dataclasses import dataclass

import numpy as np

from voorkant.analysis.intervals import Floats
from voorkant.analysis.panel import Bools

HARMONICS = 2
MONTHS_A_YEAR = 12
FEWEST_BEFORE, FEWEST_AFTER = 24, 6
"""Two seasons are needed to tell a season from a trend."""


@dataclass(frozen=True)
class Series:
    """One series: events, youths, which months are unlike all others (corona), and the place of the start."""

    counts: Floats
    exposure: Floats
    corona: Bools
    start: int
    calendar_month: int = 1


@dataclass(frozen=True)
class Interrupted:
    """Observed and expected after the start, their ratio with its interval and p, and the expected of every month."""

    observed: float
    expected: float
    low: float
    high: float
    p: float
    error: float
    dispersion: float
    freedom: int
    line: Floats


def interrupted_series(series: Series, alpha: float = 0.05) -> Interrupted | None:
    """None when there are too few months on one side, or nothing to count."""
    known = np.isfinite(series.counts) & (np.nan_to_num(series.exposure) > 0)
    month = np.arange(len(series.counts))
    after = known & (month >= series.start)
    before = known & (month < series.start)
    if before.sum() < FEWEST_BEFORE or after.sum() < FEWEST_AFTER or not series.counts[before].sum():
        return None
    return _fitted(series, known, after, alpha)


def _fitted(series: Series, known: Bools, after: Bools, alpha: float) -> Interrupted | None:
    import statsmodels.api as sm  # noqa: PLC0415 - slow to import, and only this method needs it
    from scipy.stats import t as spread  # noqa: PLC0415

    without, with_programme = _design(series)
    design = np.column_stack([without, with_programme])
    columns = _told_apart(design, known)
    model = sm.GLM(series.counts[known], design[known][:, columns], family=sm.families.Poisson(),
                   offset=np.log(series.exposure[known]))  # fmt: skip
    found = model.fit(scale="X2")
    freedom = int(found.df_resid)
    if freedom < 1 or not series.counts[after].sum():
        return None
    dispersion = max(1.0, float(found.scale))
    covariance = found.cov_params() * (dispersion / found.scale)
    bare = np.column_stack([without, np.zeros_like(with_programme)])[:, columns]
    line = series.exposure * np.exp(bare @ found.params)
    fitted = series.exposure * np.exp(design[:, columns] @ found.params)
    change = _mean_row(design[:, columns], fitted, after) - _mean_row(bare, line, after)
    log, error = _log_ratio(fitted, line, after), float(np.sqrt(change @ covariance @ change))
    reach = float(spread.isf(alpha / 2, freedom)) * error
    p = float(2 * spread.sf(abs(log) / error, freedom))
    expected = float(line[after].sum())
    return Interrupted(float(series.counts[after].sum()), expected, float(np.exp(log - reach)),
                       float(np.exp(log + reach)), p, error, dispersion, freedom, line)  # fmt: skip


def _design(series: Series) -> tuple[Floats, Floats]:
    """Columns without the programme (level, line, season, corona) and with it (change of level and of line)."""
    month = np.arange(len(series.counts))
    angle = 2 * np.pi * (month + series.calendar_month - 1) / MONTHS_A_YEAR
    season = [wave(angle * times) for times in range(1, HARMONICS + 1) for wave in (np.sin, np.cos)]
    years = (month - series.start) / MONTHS_A_YEAR
    on = (month >= series.start).astype(np.float64)
    return np.column_stack([np.ones(len(month)), years, *season, series.corona]), np.column_stack([on, on * years])


def _told_apart(design: Floats, known: Bools) -> Bools:
    """Columns that add something in the known months: corona outside the data, for one, does not."""
    return np.array([place == 0 or bool(np.ptp(design[known, place]) > 0) for place in range(design.shape[1])])


def _mean_row(design: Floats, expected: Floats, after: Bools) -> Floats:
    """The derivative of the log of the sum after the start."""
    weights = expected[after] / expected[after].sum()
    return np.asarray(weights @ design[after])


def _log_ratio(fitted: Floats, line: Floats, after: Bools) -> float:
    """With level and line free after the start, the fitted sum is the observed one."""
    return float(np.log(fitted[after].sum() / line[after].sum()))
