"""At the door: what may not come in is told why, and what comes in is whole and under a name of our own."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.domain.problem import Problem
from voorkant.ui.intake import receive
from voorkant.ui.intake.receive import objection


@dataclass
class Sent:
    """A file from a browser."""

    name: str
    content: bytes = b"a;b\n1;2\n"

    @property
    def size(self) -> int:
        return len(self.content)

    def getbuffer(self) -> memoryview:
        return memoryview(self.content)


@pytest.mark.parametrize(
    "sent",
    [Sent("export.csv"), Sent("Export (2).CSV"), Sent("één.txt"), Sent("x.tsv"), Sent("x.xlsx", b"PK\x03\x04...."),
     Sent("x.xls", b"\xd0\xcf\x11\xe0...."), Sent("x.zip", b"PK\x03\x04....")],
    ids=lambda sent: sent.name,
)  # fmt: skip
def test_these_may_come_in(sent):
    assert objection(sent) == ""


@pytest.mark.parametrize(
    ("sent", "words"),
    [(Sent("../../etc/x.csv"), "De naam"), (Sent("c:\\x.csv"), "De naam"), (Sent("x\0.csv"), "De naam"),
     (Sent(".verborgen.csv"), "De naam"), (Sent("nul.csv"), "De naam"), (Sent("a" * 200 + ".csv"), "De naam"),
     (Sent("x.csv "), "De naam"), (Sent("x.exe"), "soort bestand"), (Sent("geen"), "soort bestand"),
     (Sent("x.csv.toml"), "soort bestand"), (Sent("x.csv", b""), "leeg"),
     (Sent("x.csv", b"PK\x03\x04"), "past niet bij .csv"), (Sent("x.csv", b"MZ\x90"), "past niet"),
     (Sent("x.csv", b"%PDF-1.7"), "past niet"), (Sent("x.xlsx", b"a;b"), "past niet bij .xlsx"),
     (Sent("x.xls", b"PK\x03\x04"), "past niet")],
    ids=lambda value: value.name[:20] if isinstance(value, Sent) else "",
)  # fmt: skip
def test_these_may_not(sent, words):
    assert words in objection(sent)


def test_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(receive, "most_megabytes", lambda: 1)
    assert "groter dan 1 MB" in objection(Sent("x.csv", b"a" * (1024 * 1024 + 1)))
    assert objection(Sent("x.csv", b"a" * 1024 * 1024)) == ""


def test_files_lie_under_names_of_our_own(tmp_path):
    jobs = Jobs(Home(tmp_path))
    first, second = receive.receive(jobs, "een", [Sent("a.csv"), Sent("a.csv", b"anders")])
    assert (first.name, second.name) == ("a.csv", "a.csv")
    assert (jobs.upload(first).read_bytes(), jobs.upload(second).read_bytes()) == (b"a;b\n1;2\n", b"anders")
    assert jobs.upload(first).parent == tmp_path / "work" / "uploads" / "een"
    assert "a.csv" not in {path.name for path in tmp_path.rglob("*")}


def test_a_full_disk_leaves_nothing(tmp_path, monkeypatch):
    jobs = Jobs(Home(tmp_path))
    write = Path.write_bytes

    def fills(path: Path, data: bytes) -> int:
        if data == b"tweede":
            raise OSError(28, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", fills)
    with pytest.raises(Problem, match="De schijf is vol"):
        receive.receive(jobs, "een", [Sent("a.csv"), Sent("b.csv", b"tweede")])
    assert not (jobs.uploads / "een").exists()
