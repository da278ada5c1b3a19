"""Panels made for tests: a known effect, known starts, and the same numbers every time."""

import numpy as np

from voorkant.analysis.panel import Panel

MONTHS = 60


def panel(starts: list[int], *, ratio: float = 1.0, months: int = MONTHS, rate: float = 1.5, seed: int = 1) -> Panel:
    """Units with these starts (`months` is never) and `rate` events a month, times `ratio` once they have started."""
    random = np.random.default_rng(seed)
    begin = np.array(starts)
    exposure = np.repeat(random.uniform(300, 700, (len(starts), 1)), months, axis=1)
    season = 1 + 0.2 * np.sin(np.arange(months) / 12 * 2 * np.pi)
    on = np.arange(months) >= begin[:, None]
    means = exposure / 500 * rate * season * np.where(on, ratio, 1.0)
    return Panel(random.poisson(means).astype(float), exposure, begin, begin, np.full(len(starts), months))


def rolled_out(*, ratio: float = 1.0, rate: float = 1.5, seed: int = 1) -> Panel:
    """Ten units that start one after the other, and ten that never do."""
    return panel([*range(20, 50, 3), *[MONTHS] * 10], ratio=ratio, rate=rate, seed=seed)
