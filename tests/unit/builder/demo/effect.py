"""A plain observed-over-expected: what a unit would have had, by units that have not started yet."""

import numpy as np
import pandas as pd

MONTHS = pd.period_range("2018-01", "2025-09", freq="M")


def counted(rows: pd.DataFrame, unit: str, units: list[str]) -> np.ndarray:
    """Rows by unit and final month."""
    months = rows.day.dt.to_period("M")
    table = rows.groupby([unit, months]).size().unstack(fill_value=0)
    return table.reindex(index=units, columns=MONTHS, fill_value=0).to_numpy(dtype=float)


def rate_ratio(counts: np.ndarray, youths: np.ndarray, starts: list[pd.Timestamp | None]) -> tuple[float, float]:
    """Observed over expected after the start, and how many were expected. A month in which it starts is left out."""
    begin = np.array(
        [len(MONTHS) if start is None else (start - MONTHS[0].start_time).days / 30.4375 for start in starts]
    )
    index = np.arange(len(MONTHS))[None]
    before, after = index < np.floor(begin + 0.02)[:, None], index >= np.ceil(begin - 0.1)[:, None]
    expected, months = youths.copy(), before.any(axis=0)
    for _ in range(200):
        for axis in (1, 0):
            seen, fitted = (part.sum(axis=axis, keepdims=True) for part in (counts * before, expected * before))
            expected *= np.divide(seen, fitted, out=np.ones_like(seen), where=fitted > 0)
    after &= months[None]
    return counts[after].sum() / expected[after].sum(), expected[after].sum()
