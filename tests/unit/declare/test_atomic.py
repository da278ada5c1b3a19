"""A file that is replaced is always whole, also where two write it at once."""

import os
from pathlib import Path
from threading import Thread

import pytest

from voorkant.declare import atomic
from voorkant.declare.atomic import write_atomically


def test_two_who_write_at_once_do_not_get_in_each_others_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, real = tmp_path / "x.toml", os.fsync

    def meanwhile(_handle: int) -> None:
        monkeypatch.setattr(atomic.os, "fsync", real)
        other = Thread(target=write_atomically, args=(path, "de ander"))
        other.start()
        other.join()
        assert path.read_text(encoding="utf-8") == "de ander"

    monkeypatch.setattr(atomic.os, "fsync", meanwhile)
    write_atomically(path, "de een, die later klaar is")
    assert path.read_text(encoding="utf-8") == "de een, die later klaar is"
    assert list(tmp_path.iterdir()) == [path]


def test_what_could_not_be_written_leaves_the_former_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.toml"
    write_atomically(path, "eerst")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, "later")
    assert path.read_text(encoding="utf-8") == "eerst"
    assert list(tmp_path.iterdir()) == [path]
