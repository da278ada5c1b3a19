"""Trajecten that began together: shares by term, those that are not over yet, and the curve over all of them."""

from datetime import date, timedelta

import numpy as np
import pytest

from tests.unit.report.test_compare import HEADER
from voorkant.charts.ready import ready
from voorkant.report.bands import Band
from voorkant.report.cohortplots import curve_plot, periods_plot
from voorkant.report.cohorts import Cohorts, brief, survival
from voorkant.report.rows import Publication

UNTIL = date(2025, 12, 31)
INTERN = Publication("p1", "intern", 5, 3, UNTIL)
BANDS = ("", "binnen_3_maanden", "na_3_tot_6_maanden", "na_6_tot_12_maanden", "niet_binnen_12_maanden")


def begun(year: int, quarter: int, *counts: int | None, kind: str = "quarter", reason: str = "klein") -> list[Band]:
    """The counts of `BANDS`; None is hidden."""
    if kind == "year":
        code, start, end = str(year), date(year, 1, 1), date(year, 12, 31)
    else:
        code, start = f"{year}-Q{quarter}", date(year, 3 * quarter - 2, 1)
        end = date(year + quarter // 4, 3 * quarter % 12 + 1, 1) - timedelta(days=1)
    return [
        Band(code, kind, start, end, "tijd_tot_verwijzing", band, count, 0 if count is None else count - 1,
             4 if count is None else count + 1, "definitief" if end.year < 2025 else "voorlopig",
             reason if count is None else None)
        for band, count in zip(BANDS, counts, strict=False)
    ]  # fmt: skip


def cohorts(*found: list[Band]) -> Cohorts:
    return Cohorts(HEADER, [row for rows in found for row in rows], "Aa", "OJG", INTERN)


WHOLE = begun(2024, 4, 60, 12, 6, 6, 36)
SIX = begun(2025, 2, 60, 9, 6, 3)
THREE = begun(2025, 3, 60, 15, 3)
HIDDEN = begun(2024, 3, 60, 12, None, 6, 36)


def test_a_term_counts_once_everybody_has_been_followed_for_it() -> None:
    """The data end on 31 December 2025: half a year after June, 92 days after September."""
    found = cohorts(WHOLE, SIX, THREE, begun(2025, 4, 30, 0)).of("quarter")
    assert [item.over for item in found] == [[3, 6, 12], [3, 6], [3], []]
    assert [found[0].within(months).value for months in (3, 6, 12)] == [20.0, 30.0, 40.0]
    assert found[1].within(12) is None


def test_a_hidden_band_leaves_what_the_share_can_be() -> None:
    (found,) = cohorts(HIDDEN).of("quarter")
    assert found.within(3).value == 20.0
    part = found.within(6)
    assert (part.value, part.low, part.high) == (None, pytest.approx(100 * 15 / 61), pytest.approx(100 * 17 / 59))
    assert [found.counts(side)[1][6] for side in ("low", "middle", "high")] == [2, 3, 4], "what all others leave"
    assert cohorts(begun(2024, 1, None, reason="niet_gekoppeld")).of("quarter") == []
    (small,) = cohorts(begun(2024, 1, None, None)).of("quarter")
    assert small.within(3) is None


def test_quarters_that_are_not_over_have_no_value_and_are_named() -> None:
    before = [begun(2023, 4, 60, 12, 6, 6, 36), *(begun(2024, quarter, 60, 12, 6, 6, 36) for quarter in (1, 2))]
    plot = periods_plot(cohorts(*before, HIDDEN, WHOLE, SIX, THREE))
    assert plot is not None
    three, six, twelve = (series.points[3:] for series in plot.series)
    assert [point.value for point in three] == [20.0, 20.0, 15.0, 25.0]
    assert [point.value for point in six] == [None, 30.0, 25.0, None]
    assert [point.words for point in twelve[2:]] == ["nog niet volledig"] * 2
    assert not twelve[2].firm
    assert six[0].words == "minder dan 5 jeugdigen (25 tot 29%)"
    assert (
        "was 20% (12 tot 32%) binnen 3, 30% (20 tot 43%) binnen 6 en 40% (29 tot 53%) binnen 12 maanden"
        in plot.sentence
    )
    assert "Nog niet voor elke termijn lang genoeg gevolgd: 2e kwartaal 2025 tot en met" in plot.sentence
    assert "Geheel of deels te klein om te tonen: 3e kwartaal 2024." in plot.suppression
    assert ready(plot, height=340).to_dict()["data"]
    assert periods_plot(cohorts(SIX, THREE)) is None, "nothing is over yet"
    assert "gevolgd" not in periods_plot(cohorts(WHOLE)).sentence.partition("verwezen.")[2]


def test_the_curve_counts_everybody_for_as_long_as_they_were_followed() -> None:
    """At 3 months 36 of 180 and 144 left; at 6 months 12 of the 99 still followed (45 were followed for 3 months)."""
    curve = survival(cohorts(WHOLE, SIX, THREE).pooled())
    assert curve.time.tolist() == [3.0, 6.0, 12.0]
    assert curve.at_risk.tolist() == [180.0, 99.0, 42.0]
    assert curve.events.tolist() == [36.0, 12.0, 6.0]
    assert curve.share == pytest.approx(np.cumprod([1 - 36 / 180, 1 - 12 / 99, 1 - 6 / 42]))


def test_years_stand_for_their_quarters_where_they_are_over() -> None:
    year = begun(2024, 0, 240, 48, 24, 24, 144, kind="year")
    found = cohorts(year, WHOLE, SIX).pooled()
    assert [item.period for item in found] == ["2024", "2025-Q2"]


def test_the_curve_has_its_band_and_who_is_still_followed() -> None:
    plot = curve_plot(cohorts(WHOLE, SIX, THREE))
    assert plot is not None
    assert plot.ticks == ((0.0, "0"), (3.0, "3<br>180"), (6.0, "6<br>99"), (12.0, "12<br>42"))
    assert plot.lines[1][:3] == ("6 maanden", "99", "12")
    assert all(one.low < one.value < one.high for one in plot.curves[0].points)
    assert "20% (15 tot 27%) na 3, 30% (23 tot 38%) na 6 en" in plot.sentence
    assert "niet altijd door dat contact" in plot.sentence
    assert [trace["showlegend"] for trace in ready(plot, height=340).to_dict()["data"]] == [False, False], "it is alone"
    drawn = ready(plot, height=340).to_dict()["layout"]
    assert drawn["xaxis"]["ticktext"][1] == "3<br>180"
    assert drawn["yaxis"]["range"] == [0, 79.5], "three quarters of the whole and room above it"
    assert curve_plot(cohorts()) is None
    assert curve_plot(cohorts(begun(2024, 1, 30, 0, 0, 0, 30))) is None, "nobody was referred"


def test_the_finest_period_is_shown_of_which_nearly_all_can_be_told() -> None:
    year = begun(2024, 0, 240, 48, 24, 24, 144, kind="year")
    assert cohorts(year, WHOLE).kind == "quarter"
    assert cohorts(year, WHOLE, HIDDEN).kind == "year"
    assert cohorts(year, begun(2024, 1, 60)).kind == "year", "of a quarter without terms there is nothing to tell"
    assert cohorts().kind == "year"


def test_a_hidden_term_widens_the_margin_of_the_curve_and_keeps_its_trajecten() -> None:
    plot = curve_plot(cohorts(begun(2024, 0, 60, 12, None, 6, 36, kind="year")))
    sure = curve_plot(cohorts(begun(2024, 0, 60, 12, 3, 6, 36, kind="year")))
    assert plot is not None
    assert sure is not None
    (wide, narrow) = (made.curves[0].points[1] for made in (plot, sure))
    assert wide.value == narrow.value, "in the middle of what it can be"
    assert wide.low < narrow.low < narrow.high < wide.high
    assert "Geheel of deels te klein om te tonen: 2024." in plot.suppression
    none = curve_plot(cohorts(begun(2024, 0, 60, None, 9, 6, 36, kind="year")))
    assert none is not None, "the least of a first term can be nobody"


def test_in_a_longer_story_the_newest_period_is_told() -> None:
    assert brief(cohorts(WHOLE, SIX)) == (
        "Van de trajecten van OJG die in het 4e kwartaal 2024 begonnen, was 40% (29 tot 53%) binnen een jaar verwezen "
        "naar specialistische jeugd-GGZ."
    )
    assert brief(cohorts(SIX)) == ""
