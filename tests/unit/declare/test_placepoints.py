"""Where practices and schools lie: their points, beside boundaries in the same folder."""

import json

import pytest

from tests.unit.declare.test_boundaries import _feature, _home
from voorkant.declare.boundaries import read_boundaries
from voorkant.declare.placepoints import read_points


def point(properties, at=(5.3872, 52.1552)):
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Point", "coordinates": list(at)}}


def test_practices_and_schools_are_found_by_their_code_and_areas_are_left_alone(tmp_path) -> None:
    """The middle of the RD grid stands at 155, 463 km, also in metres."""
    home = _home(tmp_path, _feature({"statcode": "GM0344"}))
    _home(tmp_path, point({"agb": "01000001", "naam": "Een"}), point({"BRIN": "99aa00 "}), name="plekken.geojson")
    _home(tmp_path, point({"brin": "99AA"}, (155_000.0, 463_000.0)), point({"naam": "niets"}), name="rd.json")
    found = read_points(home)
    assert found.refused == ()
    assert {code: pytest.approx(at) for code, at in found.at.items()} == dict.fromkeys(
        ("01000001", "99AA00", "99AA"), (155.0, 463.0)
    )
    assert list(read_boundaries(home, "GM").rings) == ["GM0344"]
    assert read_boundaries(home, "GM").refused == (), "a file of places is no wrong file of areas"


def test_what_cannot_be_drawn_says_so_once(tmp_path) -> None:
    home = _home(tmp_path, point({"agb": "01000001"}, (99.0, 99.0)), name="ver.geojson")
    (tmp_path / "geo" / "stuk.json").write_text(json.dumps({"features": []}), encoding="utf-8")
    (why,) = read_points(home).refused
    assert why.startswith("ver.geojson: de coördinaten")
    (why,) = read_boundaries(home, "GM").refused
    assert why.startswith("stuk.json: ")
