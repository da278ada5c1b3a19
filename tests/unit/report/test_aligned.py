"""What a programme does since each place's own start: every cell has its number, its range or its reason."""

import pytest

from voorkant.report.aligned import Measure, Quarter, aligned, count_words
from voorkant.report.rows import Publication

PUBLICATION = Publication("000001", "intern", 5, 3)
CONTACTS = Measure("contacten", "Contacten", "contacten", "Contacten van de ondersteuner", "select 1")


def cell(place: str, quarter: int, count: int | None = 12, **more) -> Quarter:
    low, high = (None, None) if count is None else (count - 1, count + 1)
    usual = {"numerator_low": low, "numerator_high": high, "status": "definitief", "reason": None}
    return Quarter(place, f"Praktijk {place}", quarter, f"2024-Q{quarter + 1}", count, **usual | more)


SMALL = cell("a", 0, None, numerator_low=0, numerator_high=4, reason="klein")
UNBOUND = cell("b", 0, None, numerator_low=0, reason="klein")
STOPPED = cell("b", 1, None, reason="nvt")


def made(*cells):
    return aligned(CONTACTS, cells, PUBLICATION, place="Aadorp", unit="praktijk")


def test_small_ones_are_their_range_and_never_blank():
    found = made(SMALL, cell("a", 1), UNBOUND, STOPPED)
    texts = {name: [square.text for square in squares] for name, squares in found.places}
    assert texts == {"Praktijk a": ["0–4", "12"], "Praktijk b": ["×", "–"]}
    hidden = [square.hidden for _, squares in found.places for square in squares]
    assert hidden == [True, False, True, False]


def test_what_a_square_stands_for_is_told():
    (square,) = made(cell("a", 1, status="voorlopig")).places[0][1]
    assert square.words == "2e kwartaal 2024: 12 (11 tot 13), voorlopig"
    assert not square.firm
    assert count_words(STOPPED, CONTACTS, PUBLICATION) == "niet van toepassing"
    assert count_words(UNBOUND, CONTACTS, PUBLICATION) == "minder dan 5 jeugdigen"


def test_shades_grow_with_the_count():
    found = made(cell("a", 0, 3), cell("a", 1, 30), cell("a", 2, 60), cell("a", 3, 90))
    assert [square.shade for square in found.places[0][1]] == [1, 2, 3, 4]
    assert [square.shade for square in made(cell("a", 0, 0)).places[0][1]] == [1]


def test_places_keep_their_order_and_have_as_many_squares_as_quarters():
    found = made(cell("b", 0), cell("b", 1), cell("b", 2), cell("a", 0))
    assert [(name, len(squares)) for name, squares in found.places] == [("Praktijk b", 3), ("Praktijk a", 1)]
    assert list(found.quarters) == [0, 1, 2]


@pytest.mark.parametrize(
    ("cells", "said"),
    [((cell("a", 3, 30), cell("b", 3, None, numerator_low=0, numerator_high=4, reason="klein")),
      "In kwartaal 3 na de start ging het per praktijk om 0 tot 31 contacten (2 praktijken)."),
     ((STOPPED,), "Er zijn nog geen contacten te tonen.")],
)  # fmt: skip
def test_the_sentence_names_least_and_most_but_no_place(cells, said):
    told = made(*cells).told
    assert said in told.sentence
    assert "Praktijk a" not in told.sentence


def test_table_and_suppression():
    told = made(SMALL, cell("a", 1, status="voorlopig")).told
    assert told.lines == (
        ("Praktijk a", "0", "1e kwartaal 2024", "0 tot 4", "definitief"),
        ("Praktijk a", "1", "2e kwartaal 2024", "12 (11 tot 13)", "voorlopig"),
    )
    assert "1 van de 2 perioden wordt niet getoond: minder dan 5 jeugdigen (1)." in told.suppression
    assert told.status == "definitief en voorlopig"
