"""What a page asks of a publication, put in the order in which it asked."""

import pytest

from voorkant.domain.selection import Selection
from voorkant.ui.panels import answers


@pytest.mark.usefixtures("published")
def test_headers_come_in_the_asked_order_and_unknown_ones_not() -> None:
    chosen = Selection("GM9901", "GM9901", "gemeente", "year", "ojg", "contacten", "verwijzingen_sggz")
    found = answers.headers(chosen, ["verwijzingen_sggz", "contacten", "onbekend"])
    assert [(slug, header.better) for slug, header in found.items()] == [
        ("verwijzingen_sggz", "lower"),
        ("contacten", "neither"),
    ]
