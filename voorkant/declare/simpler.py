"""Lines with fewer points that look the same: what lies within a tolerance of the rest is left out.

Source: Douglas and Peucker (1973), Cartographica 10.
"""

import numpy as np
from numpy.typing import NDArray

Ring = tuple[tuple[float, float], ...]


def simpler(ring: Ring, tolerance: float) -> Ring:
    """No point that is left out lies further than `tolerance` from the line that stays; its ends stay."""
    points = np.array(ring)
    kept = np.zeros(len(points), dtype=bool)
    kept[[0, -1]] = True
    parts = [(0, len(points) - 1)]
    while parts:
        first, last = parts.pop()
        if last - first > 1:
            away = _away(points[first + 1 : last], points[first], points[last])
            far = int(away.argmax())
            if away[far] > tolerance:
                kept[first + 1 + far] = True
                parts += [(first, first + 1 + far), (first + 1 + far, last)]
    return tuple(point for point, keep in zip(ring, kept.tolist(), strict=True) if keep)


def _away(points: NDArray[np.float64], start: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far points lie from the line through two others; from the one where those are the same, as of a ring."""
    along, beside = end - start, points - start
    length = float(np.hypot(*along))
    if length == 0:
        return np.asarray(np.hypot(beside[:, 0], beside[:, 1]))
    return np.asarray(np.abs(along[0] * beside[:, 1] - along[1] * beside[:, 0]) / length)
