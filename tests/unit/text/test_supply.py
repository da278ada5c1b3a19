"""Words about agreements: late is the day after the last day in time."""

from datetime import date

import pytest

from voorkant.declare.supply import TERMS
from voorkant.text import supply

DUE = date(2026, 5, 12)


@pytest.mark.parametrize(
    ("delivered", "due", "today", "said"),
    [
        (True, DUE, DUE, "op tijd"),
        (True, DUE, date(2026, 5, 13), "te laat sinds 13 mei 2026"),
        (True, None, DUE, "niet te bepalen"),
        (False, None, DUE, "nog nooit geleverd"),
    ],
)
def test_where_a_supplier_stands(delivered: bool, due: date | None, today: date, said: str) -> None:
    assert supply.state(delivered=delivered, due=due, today=today) == said


def test_what_is_awaited() -> None:
    assert supply.awaited("2026-Q1", DUE) == "1e kwartaal 2026, uiterlijk 12 mei 2026"


def test_every_term_has_words() -> None:
    assert set(supply.EVERY) == set(TERMS)
    assert supply.agreed("kwartaal", 42) == "Afgesproken is een levering elk kwartaal, binnen 42 dagen na afloop."
    assert supply.agreed("jaar", 1).endswith("binnen 1 dag na afloop.")
    assert supply.agreed("jaar", 0).endswith("meteen na afloop.")
