"""Leave one unit out: the second interval, and whether one unit alone decides.

Source: Quenouille (1956) and Tukey (1958), with Student's t on N - 1 degrees of freedom. Works on the log ratio; each
variant leaves out one unit, with the programme or without.
"""

from dataclasses import dataclass

import numpy as np

from voorkant.analysis.imputation import imputed
from voorkant.analysis.intervals import Floats
from voorkant.analysis.panel import Bools, Panel, followed


@dataclass(frozen=True)
class Jackknife:
    """`logs`: the log ratio without each unit (units,); `error` is its standard error, `seen` that of all units."""

    seen: float
    logs: Floats
    error: float

    @property
    def lowest(self) -> float:
        return float(np.exp(self.logs.min()))

    @property
    def highest(self) -> float:
        return float(np.exp(self.logs.max()))

    @property
    def keeps_sign(self) -> bool:
        """The estimate stays on its side of 1, whichever unit is left out."""
        return bool((np.sign(self.logs) == np.sign(self.seen)).all())

    def interval(self, alpha: float = 0.05) -> tuple[float, float]:
        """The interval of the ratio."""
        reach = t_quantile(1 - alpha / 2, len(self.logs)) * self.error
        return float(np.exp(self.seen - reach)), float(np.exp(self.seen + reach))


def t_quantile(share: float, units: int) -> float:
    """The t value below which that share lies, with one degree of freedom less than there are units."""
    from scipy.special import stdtrit  # noqa: PLC0415 - a slow import that only some methods need

    return float(stdtrit(units - 1, share))


def jackknife(panel: Panel, masks: tuple[Bools, Bools] | None = None) -> Jackknife:
    """The log ratio without each unit. `masks` of one variant, when not those of the panel."""
    before, after = panel.masks() if masks is None else masks
    kept = np.logical_not(np.eye(panel.units, dtype=bool))[:, :, None]
    without = before & kept
    # a month in which only the unit that is left out had no programme no longer counts
    left = followed(without, after & kept)
    logs = imputed(panel, (without, left)).log
    seen = float(imputed(panel, (before, after)).log[0])
    error = float(np.sqrt((panel.units - 1) / panel.units * ((logs - logs.mean()) ** 2).sum()))
    return Jackknife(seen, logs, error)
