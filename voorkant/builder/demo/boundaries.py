"""Invented boundaries of the demo's gemeenten and wijken, out in the North Sea: nobody takes them for real ones."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from voorkant.builder.demo.region import GEMEENTEN, Praktijk, School, Wijk

FILE, POINTS = "geo/grenzen.geojson", "geo/praktijken-en-scholen.geojson"
COLUMNS, ROWS = 4, 3
WEST, SOUTH, WIDE, HIGH = 3.7, 53.7, 0.28, 0.17
"""Degrees: the corner, and how large a gemeente is."""
UNEVEN = 0.32
"""How far a corner lies from its place in the grid, as a part of a gemeente."""
Corners = np.ndarray


def geojson(wijken: Sequence[Wijk], seed: int) -> str:
    """All of them in one file, as PDOK names its properties."""
    features = [*_features(wijken, _grid(seed))]
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":")) + "\n"


def points(wijken: Sequence[Wijk], praktijken: Sequence[Praktijk], schools: Sequence[School], seed: int) -> str:
    """Practices and schools, each somewhere in its wijk."""
    random = np.random.Generator(np.random.PCG64([seed, len(praktijken), len(schools)]))
    grid, parts = _grid(seed), {}
    for number in range(len(GEMEENTEN)):
        column, row = number % COLUMNS, number // COLUMNS
        mine = [wijk.code for wijk in wijken if wijk.gemeente == number]
        square = grid[column : column + 2, row : row + 2]
        parts |= {code: (square, part) for code, part in zip(mine, _parts(len(mine)), strict=True)}
    named = [("agb", item.agb, item) for item in praktijken] + [("brin", item.brin, item) for item in schools]
    features = [
        {"type": "Feature", "properties": {key: code, "naam": item.name},
         "geometry": {"type": "Point", "coordinates": _within(*parts[wijken[item.wijk].code], random)}}
        for key, code, item in named
    ]  # fmt: skip
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":")) + "\n"


def _within(square: Corners, part: tuple[float, float, float, float], random: np.random.Generator) -> list[float]:
    left, bottom, right, top = part
    across, up = random.uniform(0.15, 0.85, 2)
    return _place(square, left + across * (right - left), bottom + up * (top - bottom))


def _grid(seed: int) -> Corners:
    """Corners that neighbours share, of shape (columns + 1, rows + 1, 2)."""
    random = np.random.Generator(np.random.PCG64([seed, COLUMNS, ROWS]))
    places = np.stack(np.meshgrid(np.arange(COLUMNS + 1), np.arange(ROWS + 1), indexing="ij"), axis=-1)
    moved: Corners = places + random.uniform(-UNEVEN, UNEVEN, places.shape)
    return moved


def _features(wijken: Sequence[Wijk], grid: Corners) -> Iterator[dict[str, Any]]:
    for number, gemeente in enumerate(GEMEENTEN):
        column, row = number % COLUMNS, number // COLUMNS
        square = grid[column : column + 2, row : row + 2]
        yield _feature(gemeente.code, gemeente.name, square, (0.0, 0.0, 1.0, 1.0))
        mine = [wijk for wijk in wijken if wijk.gemeente == number]
        for wijk, part in zip(mine, _parts(len(mine)), strict=True):
            yield _feature(wijk.code, wijk.name, square, part)


def _parts(count: int) -> Iterator[tuple[float, float, float, float]]:
    """Rows of wijken that fill a square: (left, bottom, right, top) as parts of it."""
    rows = max(1, round(count**0.5))
    sizes = [count // rows + (row < count % rows) for row in range(rows)]
    for row, size in enumerate(sizes):
        for place in range(size):
            yield place / size, row / rows, (place + 1) / size, (row + 1) / rows


def _feature(code: str, name: str, square: Corners, part: tuple[float, float, float, float]) -> dict[str, Any]:
    left, bottom, right, top = part
    round_ = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
    ring = [_place(square, across, up) for across, up in round_]
    return {
        "type": "Feature",
        "properties": {"statcode": code, "statnaam": name},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def _place(square: Corners, across: float, up: float) -> list[float]:
    """A point between the four corners of a square, in degrees."""
    low = square[0, 0] * (1 - across) + square[1, 0] * across
    high = square[0, 1] * (1 - across) + square[1, 1] * across
    x, y = low * (1 - up) + high * up
    return [round(WEST + WIDE * float(x), 4), round(SOUTH + HIGH * float(y), 4)]
