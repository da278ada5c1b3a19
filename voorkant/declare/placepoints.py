"""Where practices and schools lie: points of any GeoJSON in `geo/` of the home, found by their AGB or BRIN code."""

from collections.abc import Mapping
from dataclasses import dataclass

from voorkant.declare.boundaries import flat, paths, place_of, read_features
from voorkant.declare.home import Home
from voorkant.domain.problem import DataRefused

Point = tuple[float, float]


@dataclass(frozen=True)
class Points:
    """A point of every place by its code, in the plane of the boundaries, and why a file was not used (in Dutch)."""

    at: Mapping[str, Point]
    refused: tuple[str, ...] = ()


def read_points(home: Home) -> Points:
    """Of a place in two files the later name counts. What is wrong with a file of areas is said of the areas."""
    found: dict[str, Point] = {}
    refused = []
    for path in paths(home):
        try:
            named = dict(filter(None, map(place_of, read_features(path))))
        except DataRefused:
            continue
        try:
            plane = flat({code: ((point,),) for code, point in named.items()}, path.name) if named else {}
        except DataRefused as refusal:
            refused.append(str(refusal))
            continue
        found |= {code: rings[0][0] for code, rings in sorted(plane.items())}
    return Points(found, tuple(refused))
