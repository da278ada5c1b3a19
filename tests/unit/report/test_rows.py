"""Frames become plain values."""

from datetime import date

import pandas as pd

from voorkant.report.rows import Happening, Publication, rows


def test_missing_is_none_and_days_are_days():
    frame = pd.DataFrame(
        {
            "title": ["Iets", "Meer"],
            "start": pd.to_datetime(["2025-01-01", "2025-02-01"]),
            "end": pd.to_datetime([None, "2025-03-01"]),
            "kind": ["beleid", "corona"],
            "note": [None, "x"],
            "source": [None, None],
            "breaks": [False, True],
            "indicator": ["", "contacten"],
        }
    )
    first, second = rows(frame, Happening)
    assert (first.start, first.end, first.note) == (date(2025, 1, 1), None, None)
    assert (second.end, second.breaks) == (date(2025, 3, 1), True)
    assert first.concerns("contacten")
    assert not second.concerns("dekking")


def test_no_rows():
    assert rows(pd.DataFrame({"title": []}), Happening) == []


def test_a_publication_from_its_meta():
    meta = {"publication": "p", "protection": "intern", "threshold": "5", "base": "3", "format": "1"}
    assert Publication.of(meta) == Publication("p", "intern", 5, 3)
