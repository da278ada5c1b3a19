"""A small programme by year: counts as counts, shares as shares, hidden ones with their words."""

from dataclasses import replace

from tests.unit.report.made import HEADER, cell, figure, hidden
from voorkant.report.byyear import by_year

SHARE = replace(HEADER, slug="doel_behaald", title="Doel behaald", shape="share", unit_text="% van de trajecten")


def test_a_count_stands_with_what_it_can_be_and_a_share_with_its_margin():
    reached = figure([cell(2024), cell(2025, status="voorlopig")], None)
    goals = figure([cell(2024, value=50.0, low=29.0, high=71.0)], None, header=SHARE)
    assert by_year([reached, goals]) == (
        ("Jaar", "Verwijzingen", "Doel behaald (%)"),
        [("2024", "33 (32 tot 34)", "50,0 (29,0 tot 71,0)"), ("2025", "33 (32 tot 34)\nvoorlopig", "–")],
    )


def test_a_hidden_year_says_why_and_a_year_without_the_programme_is_left_out():
    cells = [cell(2023, numerator=None, value=None, reason="nvt"), hidden(2024)]
    [(year, words)] = by_year([figure(cells, None)])[1]
    assert year == "2024"
    assert words.startswith("minder dan 5 jeugdigen (0 tot 0,56 per 1.000")
