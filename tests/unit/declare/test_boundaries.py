"""Boundaries as they are downloaded, and what is wrong with those that cannot be drawn."""

import json
import re

import pytest

from voorkant.declare import boundaries
from voorkant.declare.boundaries import read_boundaries, stamp
from voorkant.declare.home import Home

SQUARE = [[5.3872, 52.1552], [5.5, 52.1552], [5.5, 52.3], [5.3872, 52.1552]]


def _feature(properties, ring=SQUARE, kind="Polygon"):
    shape = {"type": kind, "coordinates": [ring] if kind == "Polygon" else [[ring], [ring]]}
    return {"type": "Feature", "properties": properties, "geometry": shape}


def _home(tmp_path, *features, text=None, name="grenzen.geojson"):
    (tmp_path / "geo").mkdir(exist_ok=True)
    told = text if text is not None else json.dumps({"type": "FeatureCollection", "features": list(features)})
    (tmp_path / "geo" / name).write_text(told, encoding="utf-8-sig")
    return Home(tmp_path)


def test_without_a_folder_there_is_nothing(tmp_path) -> None:
    assert read_boundaries(Home(tmp_path), "GM") == boundaries.Boundaries({})
    assert stamp(Home(tmp_path)) == ()


@pytest.mark.parametrize(
    ("properties", "code"),
    [
        ({"statcode": "GM0344", "rubriek": "gemeente"}, "GM0344"), ({"gemeentecode": "0344"}, "GM0344"),
        ({"GM_CODE": "gm0344 ", "H2O": "NEE"}, "GM0344"), ({"anders": "GM0344"}, "GM0344"),
    ],
)  # fmt: skip
def test_a_code_is_found_whatever_its_name(tmp_path, properties, code) -> None:
    assert list(read_boundaries(_home(tmp_path, _feature(properties)), "GM").rings) == [code]


def test_wijken_name_their_gemeente_too(tmp_path) -> None:
    rows = [_feature({"gm_code": "GM0344", "wk_code": f"WK03440{n}"}) for n in (1, 2)]
    home = _home(tmp_path, *rows)
    assert list(read_boundaries(home, "WK0344").rings) == ["WK034401", "WK034402"]
    assert read_boundaries(home, "GM").rings == {}


def test_degrees_and_metres_lie_in_one_plane(tmp_path) -> None:
    """The middle of the RD grid stands at 155, 463 km in both."""
    metres = [[155_000.0, 463_000.0], [160_000.0, 463_000.0], [160_000.0, 470_000.0], [155_000.0, 463_000.0]]
    home = _home(tmp_path, _feature({"code": "GM0001"}))
    _home(tmp_path, _feature({"code": "GM0002"}, metres), name="rd.json")
    found = read_boundaries(home, "GM").rings
    assert found["GM0001"][0][0] == pytest.approx((155, 463))
    assert found["GM0002"][0][0] == pytest.approx((155, 463))
    assert len(stamp(home)) == 2


def test_an_area_of_several_parts_has_them_all(tmp_path) -> None:
    home = _home(tmp_path, _feature({"code": "GM0001"}, kind="MultiPolygon"), _feature({"code": "GM0001"}))
    assert len(read_boundaries(home, "GM").rings["GM0001"]) == 3


CODE = {"code": "GM0001"}


@pytest.mark.parametrize(
    ("features", "said"),
    [
        ([_feature({"naam": "Aa", "nummer": 3})], "geen gebiedscodes gevonden.*naam, nummer"),
        ([_feature(None)], "geen enkele eigenschap"),
        ([_feature(CODE, [[y, x] for x, y in SQUARE])], "verwisseld"),
        ([_feature(CODE, [[600_000.0, 6_800_000.0]] * 3)], "EPSG:4326"),
        ([_feature(CODE, [[5.0, 52.0]] * 2)], "geen vlakken"),
        ([{"properties": CODE, "geometry": {"type": "Point", "coordinates": [5.0, 52.0]}}], "geen vlakken"),
        ([{"properties": CODE, "geometry": None}, _feature(CODE, ["a", [None, 1]])], "geen vlakken"),
        ([], "geen gebieden"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_says_why_and_the_rest_is_used(tmp_path, features, said) -> None:
    home = _home(tmp_path, *features)
    _home(tmp_path, _feature({"code": "GM0009"}), name="goed.geojson")
    found = read_boundaries(home, "GM")
    assert list(found.rings) == ["GM0009"]
    (why,) = found.refused
    assert why.startswith("grenzen.geojson: ")
    assert re.search(said, why)


@pytest.mark.parametrize("text", ["{", "[]", "\x00", '{"features": 3}'])
def test_what_is_no_geojson_is_refused(tmp_path, text) -> None:
    assert len(read_boundaries(_home(tmp_path, text=text), "GM").refused) == 1


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(boundaries, "LARGEST", 10)
    assert "100 MB" in read_boundaries(_home(tmp_path, _feature(CODE)), "GM").refused[0]


def test_only_what_is_drawn_is_taken_and_made_simpler_where_it_has_many_points(tmp_path, monkeypatch) -> None:
    """A kilometre has hundred points on a line; what stays is the shape, within a thousandth of the map."""
    wavy = [[100_000.0 + 10 * n, 400_000.0 + (n % 2)] for n in range(2000)]
    ring = [*wavy, [110_000.0, 420_000.0], wavy[0]]
    home = _home(tmp_path, _feature({"code": "GM0001"}, ring), _feature({"code": "GM0002"}, ring))
    whole = read_boundaries(home, "GM", ["GM0001"])
    assert list(whole.rings) == ["GM0001"]
    assert not whole.simplified
    monkeypatch.setattr(boundaries, "HEAVY", 100)
    found = read_boundaries(home, "GM", ["GM0001"])
    assert found.simplified
    assert len(found.rings["GM0001"][0]) == 4
    assert found.rings["GM0001"][0][0] == found.rings["GM0001"][0][-1]
    tiny = [[100_000.0, 400_000.0], [100_001.0, 400_000.0], [100_001.0, 400_001.0], [100_000.0, 400_000.0]]
    _home(tmp_path, _feature({"code": "GM0003"}, tiny), name="klein.json")
    assert len(read_boundaries(home, "GM").rings["GM0003"][0]) == 4, "a small island stays"
