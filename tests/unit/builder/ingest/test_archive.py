"""Zip files: each file in it is read for itself, and what is made to deceive is refused before it is unpacked."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from voorkant.builder.ingest.read import read_file, read_files
from voorkant.builder.ingest.report import FileReport
from voorkant.domain.problem import Problem

from .books import SHEET, changed, contacts_book, packed, packed_named
from .conftest import SOURCES, contact, contacts, rules

ReadAll = Callable[[bytes], list[FileReport]]
TEXT = contacts(contact(1))


@pytest.fixture
def read_all(tmp_path: Path) -> ReadAll:
    def read_made(raw: bytes) -> list[FileReport]:
        path = tmp_path / "x.zip"
        path.write_bytes(raw)
        return read_files(path, SOURCES)

    return read_made


def test_every_file_in_a_zip_is_a_file_of_its_own(read_all: ReadAll) -> None:
    raw = packed_named(
        {
            "map/": "",
            "map/a.csv": TEXT,
            "b.xlsx": contacts_book(contact(2)),
            "leeg.csv": "",
            "__MACOSX/map/._a.csv": "rommel",
            "map/.DS_Store": "rommel",
        }
    )
    found = {item.file: (item.kind, item.rows_used, rules(item)) for item in read_all(raw)}
    assert found == {
        "x.zip!map/a.csv": ("ojg_contacten", 1, []),
        "x.zip!b.xlsx!Blad1": ("ojg_contacten", 1, []),
        "x.zip!leeg.csv": (None, 0, ["leeg_bestand"]),
    }
    assert len({item.sha256 for item in read_all(raw)}) == 1


def test_a_reader_of_one_table_says_that_there_are_more(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(packed(a__csv=TEXT, b__csv=TEXT))
    with pytest.raises(Problem, match="2 tabellen"):
        read_file(tmp_path / "x.zip", SOURCES)


def lying(raw: bytes, size: int) -> bytes:
    """A zip whose only file says that it is of another size."""
    true = zipfile.ZipFile(io.BytesIO(raw)).infolist()[0].file_size.to_bytes(4, "little")
    return raw.replace(true, size.to_bytes(4, "little"))


def locked(raw: bytes) -> bytes:
    """A zip that says in both of its tables that it has a password."""
    made = bytearray(raw)
    made[6] |= 1
    made[raw.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(made)


def twice() -> bytes:
    return packed(a__csv=TEXT, b__csv=TEXT).replace(b"b.csv", b"a.csv")


def otherwise() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_BZIP2) as target:
        target.writestr("a.csv", TEXT)
    return made.getvalue()


@cache
def bomb() -> bytes:
    """Packed when it is asked for: to pack it takes a second, and every process reads this file."""
    return packed(bom__csv=b"0" * 200_000_000)


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        (packed, "leeg_bestand"),
        (lambda: packed_named({f"{n}.csv": TEXT for n in range(101)}), "zip_te_veel"),
        (lambda: packed_named({"../../a.csv": TEXT}), "zip_pad"),
        (lambda: packed_named({"/etc/a.csv": TEXT}), "zip_pad"),
        (lambda: packed_named({"C:\\a.csv": TEXT}), "zip_pad"),
        (lambda: packed_named({"map\\..\\a.csv": TEXT}), "zip_pad"),
        (lambda: packed(b__zip=packed(a__csv=TEXT)), "zip_in_zip"),
        (bomb, "zip_bom"),
        (lambda: lying(bomb(), 1_000), "beschadigd"),
        (lambda: packed(bom__zip=bomb()), "zip_bom"),
        (lambda: lying(packed_named({"xl/workbook.xml": b"0" * 200_000_000}), 1_000), "beschadigd"),
        (lambda: changed(contacts_book(), SHEET, lambda xml: xml + " " * 200_000_000), "zip_bom"),
        (lambda: locked(packed(a__csv=TEXT)), "wachtwoord"),
        (twice, "zip_dubbel"),
        (otherwise, "zip_methode"),
        (lambda: packed(a__csv=TEXT)[:-30], "beschadigd"),
        (lambda: packed(a__csv=TEXT).replace(b"a.csv", b"b.csv", 1), "beschadigd"),
    ],
)
def test_zips_that_are_refused(read_all: ReadAll, raw: Callable[[], bytes], rule: str) -> None:
    made = raw()
    tracemalloc.start()
    try:
        [report] = read_all(made)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert rules(report) == [rule]
    assert report.table is None
    assert most < 20_000_000, "it is refused before it is unpacked"


def test_a_workbook_in_a_zip_keeps_its_own_faults(read_all: ReadAll) -> None:
    [report] = read_all(packed(map__xlsx=contacts_book(contact(1, contactdatum="gisteren"))))
    assert (report.file, report.place(report.findings[0])) == ("x.zip!map.xlsx!Blad1", "Blad1!C2")
