"""From referral to help: shares of protected counts, what is hidden, and the picture beside the Treeknorm."""

from dataclasses import replace

import pytest

from tests.unit.report.made import band
from tests.unit.report.test_compare import HEADER
from voorkant.charts.ready import ready
from voorkant.report.bands import Band
from voorkant.report.rows import Publication
from voorkant.report.waiting import Waited, Waits, beside, brief, by_year, newest, sentence, waiting_plot

INTERN = Publication("p1", "intern", 5, 3)
COUNTS = {"": 100, "tot_4_weken": 21, "tot_7_weken": 33, "tot_10_weken": 21, "langer": 18, "onbekend": 6}


def bands(year: str = "2024", status: str = "definitief", **counts: int | None) -> list[Band]:
    known = {part: (None, 0, 4) if count is None else (count, count - 1, count + 1)
             for part, count in (COUNTS | counts).items()}  # fmt: skip
    return [band(year, "wachttijd", part, found, status) for part, found in known.items()]


def waited(**counts: int | None) -> Waited:
    return by_year(bands(**counts))["2024"]


def waits(found: list[Band], year: str = "2024") -> Waits:
    return Waits(HEADER, found, year, "Aa", INTERN)


def test_shares_are_of_all_referrals_with_the_interval_of_wilson() -> None:
    part = waited().within(10)
    assert part is not None
    assert (part.value, round(part.low), round(part.high)) == (75.0, 66, 82)
    assert part.words == "75% (66 tot 82%)"
    assert [waited().within(end).value for end in (4, 7)] == [21.0, 54.0]
    assert waited().half == 7
    assert waited(tot_4_weken=60).half == 4


def test_a_hidden_band_leaves_what_the_share_can_be() -> None:
    part = waited(tot_4_weken=None, **{"": 80}).within(7)
    assert part is not None
    assert (part.value, part.low, part.high) == (None, pytest.approx(100 * 32 / 81), pytest.approx(100 * 38 / 79))
    assert waited(**{"": None}).within(10) is None
    few = [replace(item, numerator=None, numerator_low=0, numerator_high=4) for item in bands(**{"": 4})]
    few = [replace(item, numerator=4, numerator_low=3, numerator_high=5) if not item.part else item for item in few]
    assert Waited("2024", few).within(10) is None, "0 to 100% says nothing"
    assert beside(few) == ""
    open_ended = [
        item if item.numerator else replace(item, numerator_high=None) for item in bands(tot_4_weken=None, **{"": 80})
    ]
    assert Waited("2024", open_ended).part("tot_4_weken").high == pytest.approx(100 * 7 / 79), "no more than is left"


def test_the_sentence_names_both_norms_half_of_them_and_what_it_does_not_mean() -> None:
    said = sentence(waited())
    assert said.startswith("Van de verwijzingen in 2024 begon 21% (14 tot 30%) binnen 4 weken en 75%")
    assert "De helft begon binnen 7 weken." in said
    assert said.endswith("Minder verwijzingen bij langere wachttijd is geen daling van de vraag.")
    assert "Minder dan de helft begon binnen 10 weken." in sentence(waited(tot_7_weken=3, tot_10_weken=3))
    assert "helft" not in sentence(waited(tot_4_weken=None))
    assert "te klein om te zeggen" in sentence(waited(**{"": None}))


def test_beside_referrals_the_newest_final_year_is_told_with_the_one_before() -> None:
    found = [*bands("2023", tot_4_weken=12), *bands(), *bands("2025", "voorlopig")]
    assert newest(found).period == "2024"
    said = beside(found)
    assert said.startswith(
        "Wachttijd: van de verwijzingen in 2024 begon de hulp bij 75% (66 tot 82%) binnen 10 weken, tegen 66%"
    )
    assert "tegen" not in beside(bands())
    assert beside(bands("2025", "voorlopig")) == ""
    assert beside([]) == ""


def test_in_a_longer_story_only_what_is_told_is_said() -> None:
    assert brief(bands(), "2024") == (
        "Bij 75% (66 tot 82%) van die specialistische verwijzingen begon de hulp binnen 10 weken."
    )
    assert brief(bands(tot_4_weken=None, **{"": 80}), "2024") == brief(bands(), "2020") == ""


def test_the_curve_runs_to_ten_weeks_beside_the_year_before() -> None:
    plot = waiting_plot(waits([*bands("2023"), *bands(langer=None, **{"": 83})]))
    assert plot is not None
    assert [curve.own for curve in plot.curves] == [True, False]
    assert plot.lines[0] == ("binnen 4 weken", "21 (20 tot 22)", "25% (17 tot 36%)", "21% (14 tot 30%)")
    assert plot.lines[3] == ("tot nu toe", "minder dan 5 jeugdigen", "89 tot 96%", "93% (86 tot 97%)")
    assert "Te klein om te tonen: later dan na 10 weken." in plot.suppression
    drawn = ready(plot, height=340).to_dict()
    assert [shape["x0"] for shape in drawn["layout"]["shapes"]] == [4.0, 10.0]
    assert drawn["data"][3]["y"] == pytest.approx([2100 / 83, 5400 / 83, 7500 / 83, None], abs=0.001)
    assert drawn["data"][2]["x"] == [0, 4], "from nobody at the start"


def test_what_is_not_told_is_hatched_as_far_as_it_can_be() -> None:
    plot = waiting_plot(waits(bands(tot_4_weken=None, **{"": 80})))
    assert plot is not None
    _, line, bar = ready(plot, height=340).to_dict()["data"]
    assert line["y"] == [None] * 4
    assert len(bar["x"]) == 4
    assert all(high > 0 for high in bar["y"])
    assert waiting_plot(waits(bands(), "2020")) is None
    assert waiting_plot(waits(bands(**{"": None}))) is None
