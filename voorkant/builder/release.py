"""What of a model's result may be published: computed on true counts, released so that no count follows from it.

Observed, expected and their ratio say the same thing thrice. The ratio in two decimals times the expected in whole
numbers would be the observed, exactly, so the expected is rounded until the observed keeps as many values as a small
count must have: whoever knows all other units still cannot work out the last.
"""

from dataclasses import dataclass

import numpy as np

from voorkant.builder.audit.ranges import Level, rounded, stands_for

DECIMALS = 2
LEAST_UNITS = 3
"""With two started units, leaving one out is the result of the other."""
LEFT = 0.20
SMALL = "klein"

Row = tuple[str, float | None, float | None, float | None, str | None]
"""name, value, low, high, text: the columns of `estimate` after its keys."""


@dataclass(frozen=True)
class Result:
    """What a model found, unrounded. `youths` are those behind each arm: with the programme, and compared with."""

    observed: int
    expected: float
    ratio: tuple[float, float, float]  # with its limits
    p: float
    alpha: float  # what p is held against
    youths: tuple[int, int]
    units: int
    left_out: tuple[float, float] | None = None  # the lowest and the highest ratio with one unit left out


def release(result: Result, level: Level) -> list[Row]:
    """The rows of `estimate`; only why not, when one of the arms is of too few youths."""
    if min(*result.youths, result.observed) < level.least_shown:
        return [("reden", None, None, None, SMALL)]
    step = _step(result, level)
    if step is None:
        return [("reden", None, None, None, SMALL)]
    observed = _shown(result.observed, level)
    ratios = [round(value, DECIMALS) for value in result.ratio]
    low, high = (result.observed / limit if limit else None for limit in (result.ratio[2], result.ratio[1]))
    rows: list[Row] = [
        ("waargenomen", observed, *counted(observed, level), None),
        ("verwacht", _near(result.expected, step), _near(low, step), _near(high, step), f"stap {step}"),
        ("verhouding", *ratios, None),
        ("toeval", None, None, None, _class(result.p, result.alpha)),
    ]
    if result.left_out and result.units >= LEAST_UNITS:
        lowest, highest = (round(value, DECIMALS) for value in result.left_out)
        rows.append(("een_eruit", None, lowest, highest, None))
    return rows


def counts_left(result: Result, level: Level) -> tuple[int, int] | None:
    """What the observed can be, at least and at most, for who reads what is released; None when nothing is."""
    step = _step(result, level)
    if step is None or min(*result.youths, result.observed) < level.least_shown:
        return None
    fitting = [count for count in _counts(result, level) if _possible(count, result, step)]
    return min(fitting), max(fitting)


def _near(value: float | None, step: int) -> float | None:
    return None if value is None or not np.isfinite(value) else round(value / step) * float(step)


def _class(p: float, alpha: float) -> str:
    return "tot_alpha" if p <= alpha else "tot_020" if p <= LEFT else "boven_020"


def _step(result: Result, level: Level) -> int | None:
    """What the expected is rounded to: 1, or as much more as leaves the observed in as much doubt as may be.

    Where its own rounding leaves it fewer values than a small count must keep, the expected takes none of them.
    None when no step does that without making the expected 0: then there is too little to release.
    """
    counts = _counts(result, level)
    wanted = min(level.wanted, len(counts))
    for step in range(1, int(2 * result.expected) + 1, 2):
        if round(result.expected / step) and sum(_possible(count, result, step) for count in counts) >= wanted:
            return step
    return None


def counted(observed: float, level: Level) -> tuple[int, int]:
    """What a number that is shown as this can be, at least and at most."""
    least, most = stands_for(np.array([observed]), level)
    return int(least[0]), int(most[0])


def _counts(result: Result, level: Level) -> range:
    least, most = counted(_shown(result.observed, level), level)
    return range(least, most + 1)


def _shown(count: int, level: Level) -> float:
    return float(rounded(np.array([count]), level)[0])


def _possible(count: int, result: Result, step: int) -> bool:
    """Whether this count fits all that is released, for who knows everything else."""
    pairs = [(result.expected, result.ratio[0])]
    pairs += [(result.observed / limit, limit) for limit in result.ratio[1:] if limit and np.isfinite(limit)]
    return all(_fits(count, *pair, step) for pair in pairs)


def _fits(count: int, expected: float, ratio: float, step: int) -> bool:
    """Whether some expected number and ratio that are released as these give this count."""
    half, near, about = step / 2, round(expected / step) * step, round(ratio, DECIMALS)
    least = max(near - half, 0) * max(about - 0.5 / 10**DECIMALS, 0)
    most = (near + half) * (about + 0.5 / 10**DECIMALS)
    return least <= count <= most
