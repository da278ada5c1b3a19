"""Where a figure comes from, in words."""

import pytest

from voorkant.charts.description import Kind
from voorkant.text import origin


@pytest.mark.parametrize(("count", "said"), [
    (0, ""), (1, "0.csv"), (5, "0.csv, 1.csv, 2.csv, 3.csv, 4.csv"),
    (7, "0.csv, 1.csv, 2.csv, 3.csv, 4.csv en 2 oudere"),
])  # fmt: skip
def test_files_are_named_up_to_five(count, said):
    assert origin.files([f"{number}.csv" for number in range(count)]) == said


def test_limits_say_what_may_not_be_read_into_it():
    assert origin.limits("inzet", "contacten", 1) == (
        "Dit zegt nog niet of er minder verwijzingen zijn. Een periode is volledig na 1 week."
    )
    assert "langere wachttijd is geen daling van de vraag" in origin.limits("uitkomst", "verwijzingen", 6)
    assert "wachttijd" not in origin.limits("uitkomst", "euro", 6)
    assert origin.limits("anders", "", 0) == "Een periode is meteen volledig."


def test_the_last_check_names_publication_and_moment():
    assert origin.checked("000001", "2026-11-26T13:43+00:00").startswith("Bij publicatie 000001 op 26 november 2026 om")
    assert origin.checked("000001", "").startswith("Bij publicatie 000001: ")


def test_every_kind_of_chart_has_its_reading():
    assert {str(kind) for kind in Kind} <= set(origin.READING)
