"""What remains: an attacker who knows every youth of a place but one, and looks whether that one is counted.

No rule on small numbers stops this: whoever knows 13 of 14 youths sees the last where the two round differently. So it
is measured at every publication, on the cells as they are shown, and told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from voorkant.builder.audit.ranges import Published, block, rounded
from voorkant.builder.audit.table import Bools, Ints


@dataclass(frozen=True)
class Exposure:
    """Per area level: the cells in which somebody is counted, and those that say something of the one unknown."""

    cells: Mapping[str, int] = field(default_factory=dict)
    moved: Mapping[str, int] = field(default_factory=dict)

    def percent(self, level: str) -> int:
        """Upwards, so that 0 is none."""
        return -(-100 * self.moved[level] // self.cells[level])

    @classmethod
    def together(cls, parts: Iterable["Exposure"]) -> "Exposure":
        cells: dict[str, int] = {}
        moved: dict[str, int] = {}
        for part in parts:
            for level, count in part.cells.items():
                cells[level] = cells.get(level, 0) + count
                moved[level] = moved.get(level, 0) + part.moved[level]
        return cls(cells, moved)


def exposure(published: Published, step: Ints) -> Exposure:
    """Of all cells with somebody in them: whether they would look otherwise without one average youth."""
    cells = published.cells
    counted = (cells["true_youths"] > 0).to_numpy()
    moved = counted & _looks_otherwise(published, step)
    levels = cells["level"].to_numpy(str)
    names = [str(level) for level in np.unique(levels[counted])]
    return Exposure(
        {level: int((counted & (levels == level)).sum()) for level in names},
        {level: int((moved & (levels == level)).sum()) for level in names},
    )


def _looks_otherwise(published: Published, step: Ints) -> Bools:
    cells, level = published.cells, published.level
    count, youths = cells["true_numerator"].to_numpy(float), cells["true_youths"].to_numpy(float)
    own = np.maximum(1, np.round(count / np.maximum(youths, 1)))  # the rows of one youth
    less = np.maximum(count - own, 0)
    # what an inner level made wider counts as if it were shown: its range may move as well
    shown = (~published.is_hidden | (cells["reason"] == "herleidbaar").to_numpy()) & (step == 0)
    otherwise = rounded(less, level) != published.number
    hidden_then = youths - 1 < level.rule.threshold
    # a hidden one looks the same without one of its youths, unless nobody is left where 0 is not small
    nobody_left = published.is_small & (step == 0) & (youths == 1) & ~cells["is_small_level"].to_numpy(bool)
    now, then = np.array(block(published, step)), np.array(block(published, step, less))
    wide = (step > 0) & ~published.is_share & (now != then).any(axis=0)
    found: Bools = (shown & (otherwise | hidden_then)) | nobody_left & ~published.is_share | wide
    return found
