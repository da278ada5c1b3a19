"""Several questions asked at once: p-values that take the number of questions into account.

Sources: Holm (1979), Scandinavian Journal of Statistics 6, for a handful of secondary outcomes; Benjamini & Hochberg
(1995), JRSS B 57, for lists of units. Arrays have shape (questions,); p-values from 0 to 1, a missing one stays missing
and does not count.
"""

import numpy as np

from voorkant.analysis.intervals import Floats


def holm(p: Floats) -> Floats:
    """Adjusted so that the chance of even one false find among all is at most the level."""
    asked = int(np.isfinite(p).sum())
    order = np.argsort(p, kind="stable")
    steps = p[order] * np.maximum(asked - np.arange(len(p)), 1)
    return _placed(np.minimum(np.maximum.accumulate(steps), 1.0), order)


def benjamini_hochberg(p: Floats) -> Floats:
    """Adjusted so that of all finds at most a share as large as the level is false."""
    asked = int(np.isfinite(p).sum())
    order = np.argsort(p, kind="stable")
    steps = p[order][:asked] * asked / np.arange(1, asked + 1)
    lowered = np.minimum.accumulate(steps[::-1])[::-1]
    return _placed(np.append(np.minimum(lowered, 1.0), np.full(len(p) - asked, np.nan)), order)


def _placed(values: Floats, order: np.ndarray) -> Floats:
    """Back in the order in which they were asked."""
    found = np.empty(len(values))
    found[order] = values
    return found
