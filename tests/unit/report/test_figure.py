"""From cells to a chart with its words: period, status and margin always beside the value, hidden counts never."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.report.made import HEADER, PUBLICATION, cell, event, figure, finding, hidden
from voorkant.charts import plotly
from voorkant.charts.description import Kind
from voorkant.charts.table import table
from voorkant.declare.goalfile import Goal
from voorkant.report.figure import describe
from voorkant.report.rows import Finding

MUCH_HIGHER = cell(2024, numerator=68, value=9.4, low=7.4, high=11.9)


def test_a_clear_change_is_the_title_with_what_it_means():
    found = finding(old=MUCH_HIGHER)
    assert describe(figure([cell(2024), cell(2025)], found)).title == "Verwijzingen: lager dan in 2024, gunstiger"


def test_without_judgement_the_title_only_says_the_direction():
    found = finding(old=MUCH_HIGHER)
    neutral = replace(HEADER, better="neither")
    assert describe(figure([cell(2025)], found, header=neutral)).title == "Verwijzingen: lager dan in 2024"


@pytest.mark.parametrize(
    ("found", "title"),
    [
        (finding(), "Verwijzingen: geen duidelijke verandering sinds 2024"),
        (finding(broken=True), "Verwijzingen: hoe verloopt het?"),
        (replace(finding(), old=None), "Verwijzingen: hoe verloopt het?"),
        (None, "Verwijzingen: hoe verloopt het?"),
    ],
)
def test_no_direction_is_a_finding_too_or_a_question(found, title):
    assert describe(figure([cell(2025)], found)).title == title


def test_the_sentence_carries_the_uncertainty():
    assert "(onzekerheidsmarge 3,2 tot 6,4; definitief)" in describe(figure([cell(2025)], finding())).sentence


def test_without_a_firm_value_the_newest_one_is_said_with_its_status():
    shown = describe(figure([cell(2025, status="voorlopig")], None)).sentence
    assert shown.endswith("In 2025 was het 4,6 verwijzingen per 1.000 jeugdigen (voorlopig).")
    told = describe(figure([hidden(2025, status="voorlopig")], None)).sentence
    assert told.endswith("In 2025, voorlopig: minder dan 5 jeugdigen (0 tot 0,56 per 1.000).")


def test_a_process_share_always_says_what_it_does_not_say():
    share = replace(HEADER, ladder="inzet", shape="share", unit_text="% van de trajecten")
    assert describe(figure([cell(2025)], finding(), header=share)).sentence.endswith(
        "Dit zegt nog niet of er minder verwijzingen zijn."
    )


def test_hidden_cells_have_words_for_every_column():
    rows = table(describe(figure([hidden(2024), hidden(2025, reason="niet_geleverd", bounds=False)], None)))
    assert [row["Waarde (verwijzingen per 1.000 jeugdigen)"] for row in rows] == [
        "minder dan 5 jeugdigen (0 tot 0,56 per 1.000)",
        "niet geleverd",
    ]
    assert [row["Teller"] for row in rows] == ["0 tot 4", "–"]


def test_a_rounded_count_stands_with_what_it_can_be():
    assert table(describe(figure([cell(2025)], None)))[0]["Teller"] == "33 (32 tot 34)"
    published = replace(HEADER, shape="published")
    assert table(describe(figure([cell(2025)], None, header=published)))[0]["Teller"] == "33"


@pytest.mark.parametrize(
    ("value", "reason", "told"), [(0.0, "klein", True), (0.0, "niet_geleverd", False), (4.6, "klein", False)]
)
def test_zeros_between_hidden_periods_are_not_told_as_a_course(value, reason, told):
    cells = [hidden(2024, reason=reason), cell(2025, numerator=0, value=value, low=0.0, high=3.0)]
    assert ("Een lijn op 0 is dus niet het verloop." in describe(figure(cells, None)).sentence) is told


def test_suppression_counts_by_reason_and_names_the_rounding():
    cells = [cell(2023), hidden(2024), hidden(2025, reason="herleidbaar")]
    assert describe(figure(cells, None)).suppression == (
        "2 van de 3 perioden worden niet getoond: minder dan 5 jeugdigen (1), "
        "verborgen, anders herleidbaar (1). Aantallen zijn afgerond op 3."
    )


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        (["definitief", "definitief"], "definitief"),
        (["definitief", "voorlopig"], "definitief tot en met 2024, daarna voorlopig"),
        (["voorlopig", "onvolledig"], "voorlopig of nog niet volledig"),
        (["onvolledig", "definitief"], "definitief, behalve 2024 (nog niet volledig)"),
    ],
)
def test_status_of_a_series(statuses, words):
    cells = [cell(year, status=status) for year, status in zip((2024, 2025), statuses, strict=True)]
    assert describe(figure(cells, None)).status == words


def test_few_periods_are_dots():
    assert describe(figure([cell(2024), cell(2025)], None)).kind is Kind.DOTS
    assert describe(figure([cell(year) for year in range(2020, 2026)], None)).kind is Kind.LINE


def test_the_time_axis_holds_the_other_figure_too():
    described = describe(figure([cell(2025)], None), span=[cell(2019)])
    assert (described.first, described.last) == (date(2019, 1, 1), date(2025, 12, 31))


def test_a_period_that_only_the_other_figure_has_is_said_not_left_blank():
    described = describe(figure([cell(2024), cell(2025)], None), span=[cell(2023), cell(2024)])
    assert [point.reason for point in described.points] == ["niet geleverd", "", ""]
    assert table(described)[0]["Teller"] == "–"
    assert "niet geleverd (1)" in described.suppression
    assert [words for _, words in described.ticks] == ["2023", "2024", "2025"]


def test_only_events_that_concern_the_indicator_and_fall_in_its_time():
    events = [event(date(2025, 1, 1), slug) for slug in ("", "verwijzingen_sggz", "contacten")]
    events.append(event(date(2023, 1, 1)))
    assert len(describe(figure([cell(2025)], None, happenings=events)).events) == 2


def test_the_alt_text_says_what_the_chart_shows():
    alt = describe(figure([cell(2024), hidden(2025)], finding())).alt
    for part in (
        "Verwijzingen",
        "Aldermeer",
        "2024 tot en met 2025",
        "4,6",
        "definitief",
        "minder dan 5 jeugdigen (1)",
    ):
        assert part in alt


@given(st.integers(0, 4), st.sampled_from(["klein", "herleidbaar"]), st.integers(600, 9000))
def test_no_hidden_number_stands_in_any_word(true_count, reason, denominator):
    """The words are the same whatever the count was: it is not among what they are made of."""
    made = describe(figure([cell(2024), hidden(2025, reason=reason, denominator=denominator)], finding(period="2024")))
    words = " ".join([made.title, made.sentence, made.alt, made.suppression, *table(made)[1].values()])
    rate = f"{1000 * true_count / denominator:.3f}".replace(".", ",")
    assert rate not in words
    assert f"{true_count} verwijzingen" not in re.sub(r"minder dan \d+", "", words)
    assert PUBLICATION.protection == "intern"


def test_figures_of_one_time_number_their_events_alike():
    events = [event(date(2025, 1, 1), "contacten"), event(date(2025, 2, 1))]
    described = describe(figure([cell(2025)], None, happenings=events))
    assert [item.number for item in described.events] == [2]


def test_an_event_that_is_left_out_is_still_told():
    of = event(date(2025, 1, 1))
    described = describe(replace(figure([cell(2025)], None, happenings=[of]), left_out=frozenset({of.code})))
    assert [item.shown for item in described.events] == [False]
    assert described.marked == ()


@pytest.mark.parametrize(("lag", "words"), [(59, "nog niet volledig"), (6, "niet geleverd")])
def test_a_period_of_which_nothing_can_be_known_yet_is_not_called_undelivered(lag, words):
    known = replace(PUBLICATION, data_until=date(2025, 12, 31))
    shown = replace(figure([cell(2024)], None, header=replace(HEADER, lag_weeks=lag)), publication=known)
    last = describe(shown, span=[cell(2024), cell(2025)]).points[-1]
    assert (last.label, last.words, last.complete) == ("2025", words, lag == 6)


@pytest.mark.parametrize(("families", "words"), [(True, "minder dan 5 gezinnen"), (False, "minder dan 5 jeugdigen")])
def test_a_small_number_of_a_programme_of_families_is_one_of_families(families, words):
    header = replace(HEADER, counts="trajecten", families=families)
    description = describe(figure([cell(2024), hidden(2025)], finding(), header=header))
    assert description.points[-1].reason == words
    assert words in description.suppression


def test_a_goal_is_a_line_with_its_name_and_a_sentence():
    goal = Goal("verwijzingen_sggz", "GM9901", 9.0, 2027, "Beleidsplan")
    shown = describe(replace(figure([cell(2024), cell(2025)], finding()), goal=goal))
    assert (shown.level, shown.level_name) == (9.0, "doel 2027: 9,0")
    assert "Het doel voor 2027 is 9,0 (Beleidsplan); in 2025 was het 4,6, dus 4,4 lager dan het doel." in shown.sentence
    assert shown.sentence in shown.alt
    drawn = plotly.figure(shown, height=300)
    assert drawn["layout"]["yaxis"]["range"][1] > 9.0
    assert "doel 2027: 9,0" in [trace.get("name") for trace in drawn["data"]]
    without = describe(replace(figure([hidden(2025)], Finding(None, None, hidden(2025))), goal=goal))
    assert "nog geen definitief cijfer om ernaast te leggen" in without.sentence
