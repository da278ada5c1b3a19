"""Answers become values."""

from datetime import date

from voorkant.cube.reader import Rows
from voorkant.report.rows import Happening, Publication, rows


def test_rows_become_values_by_the_name_of_their_column():
    names = ("extra", "title", "start", "end", "kind", "note", "source", "breaks", "indicator")
    found = Rows(
        names,
        [
            (1, "Iets", date(2025, 1, 1), None, "beleid", None, None, False, ""),
            (2, "Meer", date(2025, 2, 1), date(2025, 3, 1), "corona", "x", None, True, "contacten"),
        ],
    )
    first, second = rows(found, Happening)
    assert (first.start, first.end, first.note) == (date(2025, 1, 1), None, None)
    assert (second.end, second.breaks) == (date(2025, 3, 1), True)
    assert first.concerns("contacten")
    assert not second.concerns("dekking")


def test_no_rows():
    assert rows(Rows(("title",), []), Happening) == []


def test_a_publication_from_its_meta():
    meta = {"publication": "p", "protection": "intern", "threshold": "5", "base": "3", "format": "1"}
    assert Publication.of(meta) == Publication("p", "intern", 5, 3)
