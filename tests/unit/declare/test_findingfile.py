"""Findings are written as they come, counted on the way, and read back more than once."""

import pytest

from voorkant.declare.findingfile import BATCH, SCHEMA, FindingFile, Stored


def finding(number: int = 1, **given: object) -> dict[str, object]:
    return dict.fromkeys(SCHEMA.names) | {"file": "a.csv", "severity": "geweigerd", "rule": "x", "rule_text": "Fout.",
                                          "line": number, "count": 1} | given  # fmt: skip


def test_many_are_written_and_counted_per_rule_and_kind(tmp_path):
    path = tmp_path / "findings.parquet"
    with FindingFile(path) as book:
        book.add(map(finding, range(BATCH + 2)), "uitrol")
        book.add([finding(rule_text="Let op.", severity="waarschuwing", count=9), finding(file="b.csv")], "scholen")
        book.close()
    refused, warned = book.rules()
    assert (refused["count"], refused["kinds"]) == (BATCH + 3, {"uitrol": BATCH + 2, "scholen": 1})
    assert (warned["severity"], warned["count"]) == ("waarschuwing", 9)
    found = Stored(path)
    assert len(found) == BATCH + 4
    assert [next(iter(found))["line"] for _ in range(2)] == [0, 0]
    assert [item["file"] for item in Stored(path, ["b.csv"])] == ["b.csv"]
    assert [item.name for item in tmp_path.iterdir()] == ["findings.parquet"]


def test_nothing_is_left_of_a_file_that_was_broken_off_or_is_taken_along(tmp_path):
    with pytest.raises(KeyError), FindingFile(tmp_path / "a.parquet") as book:
        book.add([finding(), {}])
    with FindingFile(tmp_path / "a.parquet") as book:
        book.add([finding()])
        found = book.taken()
    assert len(found) == 1
    assert list(tmp_path.iterdir()) == []
