"""Boundaries of areas from any GeoJSON in `geo/` of the home: those of CBS and PDOK as they are downloaded.

Drawn are plane coordinates: degrees are flattened at the latitude of the Netherlands, metres of the RD grid are taken
as they are. What cannot be used says so, file by file, and the others are used all the same.
"""

import json
import math
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from voorkant.declare.home import Home
from voorkant.declare.simpler import simpler
from voorkant.domain.problem import DataRefused

FOLDER = "geo"
ENDINGS = (".geojson", ".json")
NEARLY_ALL = 0.9
LARGEST = 100_000_000
"""Bytes of a file: the wijken of the country in full detail take half of that."""
_CODE = re.compile(r"(GM|WK|BU)?\d{4,8}")
_PLACE = re.compile(r"\d{8}|\d{2}[A-Z]{2}(\d{2})?")
"""An AGB code, or a BRIN with its vestiging."""
_NAMED = ("statcode", "gm_code", "wk_code", "gemeentecode", "wijkcode", "code", "identificatie")
_KINDS = {4: "GM", 6: "WK"}
"""What a code without letters is, by its digits."""
_DEGREES = (3.0, 50.5), (7.5, 54.5)
_SWAPPED = (50.5, 3.0), (54.5, 7.5)
_METRES = (0.0, 289_000.0), (300_000.0, 640_000.0)
"""The lower left and upper right corner of the Netherlands and the sea beside it."""
_MIDDLE = 5.3872, 52.1552
_MIDDLE_KM = 155.0, 463.0
"""The same place, the middle of the RD grid, in degrees and in its kilometres."""
_KM_PER_DEGREE = 111.2
HEAVY = 10_000
"""Points of the areas that are asked for: with more they are made simpler, as every change draws them anew."""
_ACROSS = 1_000
"""So many times the tolerance is the whole map across: less than a pixel of any screen."""
_FLAT = math.cos(math.radians(_MIDDLE[1]))

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Boundaries:
    """The rings of every area by its code, in one plane, and why a file was not used (in Dutch)."""

    rings: Mapping[str, tuple[Ring, ...]]
    refused: tuple[str, ...] = ()
    simplified: bool = False  # points were left out that no screen can show


def stamp(home: Home) -> tuple[tuple[str, int, int], ...]:
    """What the folder holds, so that it is read anew only when it changed."""
    found = [(path, path.stat()) for path in paths(home)]
    return tuple((path.name, state.st_size, state.st_mtime_ns) for path, state in found)


def paths(home: Home) -> list[Path]:
    folder = home.path / FOLDER
    return sorted(path for path in folder.glob("*") if path.suffix.lower() in ENDINGS) if folder.is_dir() else []


def read_boundaries(home: Home, prefix: str, only: Collection[str] = ()) -> Boundaries:
    """The areas whose code begins with `prefix` (GM, or WK and four digits); of two files the later name counts.

    `only`: the codes that are drawn, so that what is made simpler goes by the size of their map; empty = all.
    """
    rings: dict[str, tuple[Ring, ...]] = {}
    refused = []
    for path in paths(home):
        try:
            found = _read(path)
        except DataRefused as refusal:
            refused.append(str(refusal))
            continue
        wanted = {code for code in found if code.startswith(prefix) and (not only or code in only)}
        rings |= {code: found[code] for code in sorted(wanted)}
    heavy = sum(len(ring) for shape in rings.values() for ring in shape) > HEAVY
    return Boundaries(_lighter(rings) if heavy else rings, tuple(refused), heavy)


def _lighter(rings: Mapping[str, tuple[Ring, ...]]) -> dict[str, tuple[Ring, ...]]:
    """The same shapes with fewer points; a part that is smaller than the tolerance stays as it was."""
    xs, ys = ([point[n] for shape in rings.values() for ring in shape for point in ring] for n in (0, 1))
    tolerance = max(max(xs) - min(xs), max(ys) - min(ys)) / _ACROSS
    return {
        code: tuple(made if len(made := simpler(ring, tolerance)) > 2 else ring for ring in shape)  # noqa: PLR2004 - less is no surface
        for code, shape in rings.items()
    }


def read_features(path: Path) -> list[Any]:
    """DataRefused when it is no GeoJSON, or one with nothing in it."""
    if path.stat().st_size > LARGEST:
        raise DataRefused(f"{path.name}: groter dan 100 MB. Download de grenzen vereenvoudigd, of van minder gebieden.")
    try:
        told = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError):
        raise DataRefused(f"{path.name}: geen geldige GeoJSON. Download het bestand opnieuw.") from None
    features = told.get("features") if isinstance(told, dict) else None
    if not isinstance(features, list) or not features:
        raise DataRefused(f"{path.name}: er staan geen gebieden in. Kies bij het downloaden GeoJSON met vlakken.")
    return features


def place_of(feature: Any) -> tuple[str, tuple[float, float]] | None:
    """(AGB or BRIN code, coordinates) of a practice or school; None of anything else."""
    shape = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(shape, dict) or shape.get("type") != "Point":
        return None
    texts = (str(value).strip().upper() for value in _properties(feature).values() if isinstance(value, str))
    code = next((text for text in texts if _PLACE.fullmatch(text)), None)
    point = next(_points([shape.get("coordinates")]), None)
    return (code, point) if code and point else None


def _read(path: Path) -> dict[str, tuple[Ring, ...]]:
    """DataRefused when nothing in it can be drawn. A file of practices and schools has no areas."""
    features = read_features(path)
    if any(map(place_of, features)):
        return {}
    key = _key(features, path.name)
    found: dict[str, tuple[Ring, ...]] = {}
    for feature in features:
        code, rings = _code(_properties(feature).get(key)), tuple(_rings(feature))
        if code and rings:
            found[code] = found.get(code, ()) + rings
    if not found:
        raise DataRefused(f"{path.name}: er staan geen vlakken met een gebiedscode in. Kies vlakken, geen punten.")
    return flat(found, path.name)


def _properties(feature: Any) -> Mapping[str, Any]:
    told = feature.get("properties") if isinstance(feature, dict) else None
    return told if isinstance(told, dict) else {}


def _key(features: list[Any], name: str) -> str:
    """The property that holds the codes: a wijk names its gemeente too, so the one with the most different codes."""
    seen = [_properties(feature) for feature in features]
    names = sorted({str(key) for row in seen for key in row}, key=lambda key: (key.lower() not in _NAMED, key))
    codes = {key: [code for row in seen if (code := _code(row.get(key)))] for key in names}
    full = [key for key in names if len(codes[key]) > NEARLY_ALL * len(seen)]
    if not full:
        raise DataRefused(
            f"{name}: geen gebiedscodes gevonden. Elk vlak heeft een eigenschap nodig met een code zoals GM0344 of "
            f"WK034401. Er is wel: {', '.join(names[:8]) or 'geen enkele eigenschap'}."
        )
    return max(full, key=lambda key: len(set(codes[key])))


def _code(value: Any) -> str | None:
    text = str(value).strip().upper() if isinstance(value, str) else ""
    if not _CODE.fullmatch(text):
        return None
    return text if text[0].isalpha() else f"{_KINDS[len(text)]}{text}" if len(text) in _KINDS else None


def _rings(feature: Any) -> Iterator[Ring]:
    """The outer rings and holes of a polygon or several, each with at least three points."""
    shape = feature.get("geometry") if isinstance(feature, dict) else None
    kind, parts = (shape.get("type"), shape.get("coordinates")) if isinstance(shape, dict) else (None, None)
    polygons = {"Polygon": [parts], "MultiPolygon": parts}.get(str(kind)) or []
    for polygon in polygons if isinstance(polygons, list) else []:
        for ring in polygon if isinstance(polygon, list) else []:
            points = tuple(_points(ring))
            if len(points) > 2:  # noqa: PLR2004 - less is no surface
                yield points


def _points(ring: Any) -> Iterator[tuple[float, float]]:
    for point in ring if isinstance(ring, list) else []:
        if isinstance(point, list) and len(point) > 1 and all(isinstance(part, int | float) for part in point[:2]):
            yield float(point[0]), float(point[1])


def flat(found: Mapping[str, tuple[Ring, ...]], name: str) -> dict[str, tuple[Ring, ...]]:
    """In one plane, in kilometres. DataRefused for coordinates of which we do not know where they lie."""
    points = [point for rings in found.values() for ring in rings for point in ring]
    low = min(x for x, _ in points), min(y for _, y in points)
    high = max(x for x, _ in points), max(y for _, y in points)
    if _inside(low, high, _METRES):
        return {code: _scaled(rings, 0.001, 0.001) for code, rings in found.items()}
    if _inside(low, high, _DEGREES):
        return {code: _from_degrees(rings) for code, rings in found.items()}
    if _inside(low, high, _SWAPPED):
        raise DataRefused(f"{name}: lengte en breedte zijn verwisseld. In GeoJSON staat de lengte (zoals 5,1) voorop.")
    raise DataRefused(
        f"{name}: de coördinaten zijn geen lengte en breedte (EPSG:4326) en geen Rijksdriehoek (EPSG:28992). "
        "Kies bij het downloaden een van die twee."
    )


def _inside(low: tuple[float, float], high: tuple[float, float], box: tuple[tuple[float, float], ...]) -> bool:
    return all(box[0][n] <= low[n] and high[n] <= box[1][n] for n in range(2))


def _scaled(rings: tuple[Ring, ...], across: float, up: float) -> tuple[Ring, ...]:
    return tuple(tuple((x * across, y * up) for x, y in ring) for ring in rings)


def _from_degrees(rings: tuple[Ring, ...]) -> tuple[Ring, ...]:
    """Shifted so that they lie where the RD grid lies, near enough to draw both kinds in one picture."""
    moved = tuple(tuple((x - _MIDDLE[0], y - _MIDDLE[1]) for x, y in ring) for ring in rings)
    flat = _scaled(moved, _KM_PER_DEGREE * _FLAT, _KM_PER_DEGREE)
    return tuple(tuple((x + _MIDDLE_KM[0], y + _MIDDLE_KM[1]) for x, y in ring) for ring in flat)
