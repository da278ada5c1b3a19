"""Encodings and contents: nothing guessed beyond the fixed order."""

import codecs

import pytest

from .conftest import HEAD, Read, contact, contacts, rules

TEXT = contacts(contact(1, vervolg="overig"), head=HEAD.replace("vervolg", "vervolg").replace("minuten", "opmérking"))


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("cp1252"), "cp1252"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_each_encoding_gives_the_same_row(read: Read, raw: bytes, encoding: str) -> None:
    report = read(raw)
    assert (report.encoding, report.rows_in, report.rows_used) == (encoding, 1, 1)
    assert report.table.column("contact_id").to_pylist() == ["K1"]


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        (b"", "leeg_bestand"),
        (b"\n\n  \r\n", "leeg_bestand"),
        (b"%PDF-1.7 ...", "geen_tekst"),
        (b"PK\x03\x04rest", "beschadigd"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "geen_tekst"),
        (b"MZ\x90\x00", "geen_tekst"),
        (b"  <!DOCTYPE html><html>", "geen_tekst"),
        (b"\xef\xbb\xbf<html>", "geen_tekst"),
        (b"\x00" * 5_000_000, "nulbytes"),
        (TEXT.encode("utf-16-le"), "nulbytes"),
        (b"contact_id;na\x81m\n", "codering"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "codering"),
        (b"x" * 2_000_000, "regel_te_lang"),
        (HEAD.encode() + b"\n" + b"x" * 2_000_000 + b"\n", "regel_te_lang"),
    ],
)
def test_what_is_no_export_is_refused_as_a_whole(read: Read, raw: bytes, rule: str) -> None:
    report = read(raw)
    assert rules(report) == [rule]
    assert report.is_refused
    assert report.table is None
    assert report.rows_in == report.rows_refused + report.rows_skipped


@pytest.mark.parametrize(
    ("newline", "name"), [("\n", "\n"), ("\r\n", "\r\n"), ("\r", "\r")], ids=["unix", "windows", "old mac"]
)
def test_newlines(read: Read, newline: str, name: str) -> None:
    report = read(contacts(contact(1), contact(2)).replace("\n", newline))
    assert (report.rows_in, report.rows_used, report.dialect.newline) == (2, 2, name)


def test_mixed_newlines(read: Read) -> None:
    report = read(f"{HEAD}\r\n{contact(1)}\n{contact(2)}\r{contact(3)}\r\n")
    assert (report.rows_in, report.rows_used, report.dialect.newline) == (3, 3, "gemengd")


def test_a_file_without_a_last_newline_is_read_and_mentioned(read: Read) -> None:
    report = read(contacts(contact(1))[:-1])
    assert (report.rows_used, rules(report)) == (1, ["afgekapt"])


def test_two_files_joined_keep_all_rows(read: Read) -> None:
    one = codecs.BOM_UTF8 + contacts(contact(1)).encode()
    two = codecs.BOM_UTF8 + contacts(contact(2)).encode()
    report = read(one + two)
    assert (report.rows_in, report.rows_used, dict(report.skipped)) == (3, 2, {"herhaalde kop": 1})
    assert "bom_midden" in rules(report)


def test_joined_files_with_other_headers_are_refused(read: Read) -> None:
    one = codecs.BOM_UTF8 + contacts(contact(1)).encode()
    two = (
        codecs.BOM_UTF8
        + contacts(contact(2), head=HEAD.replace("client_id;contactdatum", "contactdatum;client_id")).encode()
    )
    assert rules(read(one + two)) == ["bestanden_samengevoegd"]


def test_a_file_that_is_too_large_is_not_even_opened(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voorkant.builder.ingest.read.MAX_BYTES", 10)
    assert rules(read(contacts(contact(1)))) == ["te_groot"]
