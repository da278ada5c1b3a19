"""What pages keep: what one file spoils stops no other, is noted for who looks and is logged once."""

import logging

import pytest

from voorkant.declare.keptfile import DAMAGED, each
from voorkant.domain.problem import DataRefused


def read(path):
    if path.name == "stuk":
        raise DataRefused("stuk: regel 3 is geen TOML.")
    return path.name


def test_a_damaged_file_is_left_out_noted_and_logged_once(tmp_path, caplog):
    paths = [tmp_path / name for name in ("goed", "stuk", "ook goed")]
    for path in paths:
        path.touch()
    met = {}
    token = DAMAGED.set(met)
    with caplog.at_level(logging.ERROR):
        assert [each(paths, read), each(paths, read)] == [["goed", "ook goed"]] * 2
    DAMAGED.reset(token)
    assert met == {tmp_path / "stuk": "stuk: regel 3 is geen TOML."}
    assert [record.getMessage().endswith("stuk: regel 3 is geen TOML.") for record in caplog.records] == [True]
    assert each(paths, read) == ["goed", "ook goed"]  # also where nobody asked which
    with pytest.raises(DataRefused, match="regel 3"):
        each(paths, read, strict=True)


@pytest.mark.parametrize("error", [FileNotFoundError, DataRefused])
def test_what_someone_takes_away_meanwhile_is_not_damaged(tmp_path, error):
    gone, met = tmp_path / "weg", {}

    def late(_path):
        gone.unlink()
        raise error("weg: kan niet worden gelezen.")

    gone.touch()
    token = DAMAGED.set(met)
    assert each([gone], late, strict=True) == []
    DAMAGED.reset(token)
    assert met == {}
