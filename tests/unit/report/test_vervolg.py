"""What follows closed trajecten: what is drawn, what stands in the table alone, and what is said of help after them."""

from dataclasses import replace

import pytest

from tests.unit.report.made import band
from tests.unit.report.test_compare import HEADER
from voorkant.charts.ready import ready
from voorkant.report.bands import Band
from voorkant.report.rows import Publication
from voorkant.report.vervolg import Closings, flow_plot, sentence
from voorkant.text import vervolg as words

INTERN = Publication("p1", "intern", 5, 3)


def closed(part: str, count: int | None, indicator: str = "vervolg", **more: object) -> Band:
    known = (None, 0, 99) if count is None else (count, count - 1, count + 1) if count else (0, 0, 0)
    return replace(band("2024", indicator, part, known), **more)


def helped(part: str, count: int | None, **more: object) -> Band:
    return closed(part, count, "hulp_na_vervolg", **more)


FOUND = [
    closed("", 99), closed("zonder_verwijzing", 60), closed("specialistisch", 30), closed("onbekend", None),
    helped("", 99), helped("zonder_verwijzing:hulp_3", None), helped("zonder_verwijzing:geen", 57),
    helped("specialistisch:hulp_3", 15), helped("specialistisch:hulp_6", 6), helped("specialistisch:geen", 9),
]  # fmt: skip


def closings(*found: Band, year: str = "2024") -> Closings:
    return Closings(HEADER, found or FOUND, year, "Aa", INTERN)


def test_bands_run_from_closed_by_what_follows_to_help_and_hidden_ones_stand_in_the_table() -> None:
    made = flow_plot(closings())
    assert [(node.name, node.column) for node in made.nodes] == [
        ("Afgesloten 99", 0), ("Zonder verwijzing 60", 1), ("Naar specialistische jeugd-GGZ 30", 1),
        ("Hulp binnen 3 maanden 15", 2), ("Hulp na 3 tot 6 maanden 6", 2), ("Geen hulp binnen een jaar 66", 2),
    ]  # fmt: skip
    assert [(item.start, item.end, item.size) for item in made.streams] == [
        (0, 1, 60), (0, 2, 30), (1, 5, 57), (2, 3, 15), (2, 4, 6), (2, 5, 9),
    ]  # fmt: skip
    assert ("zonder verwijzing", "hulp binnen 3 maanden", "minder dan 5 jeugdigen") in made.lines
    assert "gestopt of onbekend en zonder verwijzing, hulp binnen 3 maanden" in made.suppression
    layout = ready(made, height=300).to_dict()["layout"]
    assert len(layout["shapes"]) == 6 + 6
    assert layout["margin"]["l"] < layout["margin"]["r"], "the name of a place that is alone stands above it"
    assert [note["x"] for note in layout["annotations"]][:2] == [0.0, pytest.approx(0.321)]


def test_the_sentence_says_how_often_help_began_and_what_a_hidden_count_leaves() -> None:
    told = sentence(closings())
    assert told.startswith("In 2024 werden in Aa 99 trajecten afgesloten: 60 zonder verwijzing en 30 naar specialis")
    assert "naar specialistische jeugd-GGZ werd verwezen, begon specialistische hulp bij 50% (33 tot 67%) bin" in told
    assert "zonder verwijzing werd afgesloten, begon specialistische hulp bij 2 tot 8% binnen 12 maanden." in told
    assert told.endswith(words.NOT_BY)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (FOUND[:4], words.NO_LINK),
        ([*FOUND[:4], helped("", None, reason="niet_gekoppeld")], words.NO_LINK),
        ([*FOUND[:4], helped("", 30, period="2023")], words.TOO_SOON),
        ([*FOUND[:4], helped("", 30, status="onvolledig")], words.TOO_SOON),
    ],
)
def test_what_comes_after_waits_for_a_link_and_for_a_year_to_go_by(found, said) -> None:
    made = flow_plot(closings(*found))
    assert said in made.sentence
    assert {node.column for node in made.nodes} == {0, 1}


def test_shares_are_not_told_where_many_are_not_followed() -> None:
    assert "begon specialistische hulp" not in sentence(closings(*FOUND[:4], helped("", 80), *FOUND[5:]))


def test_without_an_amount_nothing_is_drawn() -> None:
    assert flow_plot(closings(year="2020")) is None
    assert flow_plot(closings(closed("", None))) is None
    assert flow_plot(closings(closed("", 30), closed("onbekend", None))) is None
