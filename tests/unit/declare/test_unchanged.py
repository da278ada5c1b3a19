"""A file is read once while it stays the same, and anew when it is another one or was wrong."""

from pathlib import Path

import pytest

from voorkant.declare.atomic import write_atomically
from voorkant.declare.unchanged import while_same


def test_a_file_is_read_again_when_it_is_another_one(tmp_path: Path) -> None:
    seen: list[str] = []

    @while_same
    def read(path: Path) -> str:
        seen.append(path.read_text(encoding="utf-8"))
        return seen[-1]

    path = tmp_path / "x.toml"
    write_atomically(path, "een")
    assert [read(path), read(path), len(seen)] == ["een", "een", 1]
    write_atomically(path, "twe")  # as long, and perhaps within the same tick of the clock
    assert [read(path), len(seen)] == ["twe", 2]
    path.unlink()
    with pytest.raises(FileNotFoundError):
        read(path)


def test_what_is_asked_beside_the_file_is_part_of_the_question(tmp_path: Path) -> None:
    @while_same
    def read(path: Path, times: int) -> str:
        return path.read_text(encoding="utf-8") * times

    path = tmp_path / "x.toml"
    write_atomically(path, "a")
    assert [read(path, 1), read(path, 2), read(path, 1)] == ["a", "aa", "a"]


def test_what_is_wrong_is_looked_at_each_time(tmp_path: Path) -> None:
    tries: list[Path] = []

    @while_same
    def read(path: Path) -> str:
        tries.append(path)
        raise ValueError(path.name)

    path = tmp_path / "x.toml"
    path.touch()
    for _ in range(2):
        with pytest.raises(ValueError, match=r"x\.toml"):
            read(path)
    assert len(tries) == 2
