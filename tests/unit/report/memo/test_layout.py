"""How wide columns are, and what stays together on a page."""

import pytest

from voorkant.report.memo.description import Heading, Section, Words
from voorkant.report.memo.layout import ROOM, kept, stays, whole, widths

SOURCES = (
    ("1, 2", "Verwijzingen naar jeugdhulp en jeugd-GGZ", "2018 tot en met 2025", "definitief", "Alles is er. " * 30),
    ("3", "Contacten", "2024", "definitief", "Alles wordt getoond."),
)  # fmt: skip


def yearly(count):
    return [(f"{year}", "24,0 (20,9 tot 27,4)", "1.535 (1.532 tot 1.537)", "definitief") for year in range(count)]


def test_columns_have_what_they_ask_for_where_there_is_room():
    wide = widths(("Periode", "Waarde", "Teller", "Status"), yearly(8))
    assert sum(wide) <= ROOM
    assert wide[2] > wide[1] > wide[3]
    assert whole(("Periode", "Waarde", "Teller", "Status"), yearly(8))


def test_the_longest_words_get_what_is_left():
    wide = widths(("Figuren", "Bron", "Periode", "Status", "Niet getoond"), SOURCES)
    assert sum(wide) == ROOM
    assert max(wide) == wide[4] > 2 * wide[3]


def test_a_table_without_rows_has_columns():
    assert len(widths(("Periode", "Waarde"), ())) == len(("Periode", "Waarde"))
    assert kept(("Periode", "Waarde"), ()) == [False]


@pytest.mark.parametrize(("rows", "broken"), [(8, 0), (40, 35)])
def test_a_short_table_is_not_broken_and_no_row_of_a_long_one_stands_alone(rows, broken):
    found = kept(("Periode", "Waarde", "Teller", "Status"), yearly(rows))
    assert len(found) == rows + 1
    assert found[:3] == [True] * 3
    assert found[-3:] == [True, True, False]
    assert found[:-1].count(False) == broken


def test_a_table_of_sentences_may_be_broken():
    assert not whole(("Figuren", "Bron", "Periode", "Status", "Niet getoond"), SOURCES)


def test_what_leads_to_something_does_not_stay_behind():
    points = [Words(f"{number}", "Punt", look="punt") for number in range(4)]
    blocks = (Words("a", "Inleiding"), Heading("Kop"), Words("b", "Zin"), *points, Words("c", "Daarna"))
    assert [stay for _, stay in stays(Section("x", "X", blocks))] == [
        True, False, True, False, False, True, False, False
    ]  # fmt: skip
    assert [stay for _, stay in stays(Section("x", "X", blocks), opening=False)][:2] == [False, False]
