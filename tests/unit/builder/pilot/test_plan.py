"""What a pilot will be able to show, said before it begins."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.analysis.made import panel
from tests.unit.builder.pilot.made import INTERN, PILOT, case_of, fallen
from voorkant.builder.pilot.plan import plan_rows

AHEAD = replace(PILOT, window=("2019-01", "2027-12"), moments=("2026-12",))


def coming(rate: float = 3.0):
    """Twenty practices of which ten will begin after the data."""
    case = case_of(panel([60] * 20, rate=rate), AHEAD)
    planned = [date(2024, month, 1) for month in range(2, 12)]
    begun = [replace(place, begin=day) for place, day in zip(case.places, planned, strict=False)]
    return replace(case, places=(*begun, *case.places[10:]))


def falls(rows) -> dict[str, float]:
    return {row[0]: row[2] for row in rows if row[1] == "plan"}


def test_the_smallest_fall_gets_smaller_with_time_and_units():
    found = falls(plan_rows(coming(), INTERN))
    assert 0.05 < found["jaar_langer"] < found["zoals_gepland"] < 0.6
    assert found["helft_meer_eenheden"] < found["zoals_gepland"]


def test_it_says_from_when_there_is_enough():
    (found,) = [row for row in plan_rows(coming(), INTERN) if row[1] == "plan_genoeg"]
    assert "2024-08" <= found[5] <= "2027-12"


def test_little_is_never_enough_within_the_window():
    short = replace(coming(rate=0.02), pilot=replace(AHEAD, window=("2019-01", "2024-12"), moments=("2024-12",)))
    assert [row for row in plan_rows(short, INTERN) if row[1] == "plan_genoeg"] == []


def test_expected_events_are_rounded():
    (found,) = [row for row in plan_rows(coming(), INTERN) if row[1] == "plan_verwacht"]
    assert found[2] % 3 == 0


def told(rows, name: str) -> dict[str, tuple[float, float]]:
    return {row[5]: row[2:4] for row in rows if row[1] == name}


def test_once_begun_it_is_what_the_figures_can_show_now_and_at_the_end():
    over = falls(plan_rows(fallen(), INTERN))
    assert set(over) == {"gezien", "jaar_langer", "helft_meer_eenheden"}
    going_on = replace(fallen(), pilot=AHEAD)
    later = falls(plan_rows(going_on, INTERN))
    assert later["jaar_langer"] < later["zoals_gepland"] < later["gezien"] <= over["gezien"]
    assert told(plan_rows(going_on, INTERN), "plan_genoeg") == {}
    assert list(told(plan_rows(going_on, INTERN), "plan_genoeg_nu")) == ["2023-12"]


def test_once_begun_with_little_it_says_from_when_there_is_enough():
    little = case_of(panel([*range(30, 58, 4), *[60] * 8], rate=0.3), AHEAD)
    rows = plan_rows(little, INTERN)
    assert "gezien" in falls(rows)
    (month,) = told(rows, "plan_genoeg")
    assert "2024-01" <= month <= "2027-12"


def test_without_a_start_nothing_can_be_foreseen():
    rows = plan_rows(case_of(panel([60] * 20), AHEAD), INTERN)
    assert rows[0] == ("", "plan_reden", None, None, None, "niet_te_voorspellen")
    assert told(rows, "plan_tekort")["te_weinig_begonnen"] == (0, 3)


def starting(months: list[int], units: int = 20):
    """Practices of which some will begin after the data, in these months of 2024."""
    case = case_of(panel([60] * units, rate=3.0), AHEAD)
    days = [date(2024, month, 1) for month in months]
    begun = [replace(place, begin=day) for place, day in zip(case.places, days, strict=False)]
    return replace(case, places=(*begun, *case.places[len(days) :]))


@pytest.mark.parametrize(
    ("case", "lacks"),
    [(starting([2, 5]), {"te_weinig_begonnen": (2, 3)}),
     (starting([2, 5, 8], units=5), {}),
     (starting([2, 2, 2, 5], units=5), {"te_weinig_vergelijking": (2, 3), "te_weinig_verdelingen": (20, 40)}),
     (replace(starting([2, 5, 8]), pilot=replace(AHEAD, moments=("2025-06", "2026-06", "2027-06"))), {}),
     (starting([2, 2, 2, 2, 2, 2], units=6), {})],
)  # fmt: skip
def test_what_no_waiting_mends_is_said_before_the_start(case, lacks):
    rows = plan_rows(case, INTERN)
    assert told(rows, "plan_tekort") == lacks
    if lacks:
        assert told(rows, "plan_genoeg") == {}


def test_all_at_once_is_a_series():
    assert "alles_tegelijk" in told(plan_rows(starting([2] * 6, units=6), INTERN), "plan_reden")


def test_units_that_began_before_the_months_do_not_count():
    early = case_of(panel([0, 0, 30, 33, *[60] * 10], rate=3.0), AHEAD)
    assert told(plan_rows(early, INTERN), "plan_tekort") == {"te_weinig_begonnen": (2, 3)}


@pytest.mark.parametrize(
    ("changed", "why"),
    [({"mapped": 0.5}, "te_weinig_herleid"), ({"months": 0}, "geen_maanden"),
     ({"pilot": replace(AHEAD, unit="gezin")}, "alleen_te_beschrijven")],
)  # fmt: skip
def test_what_stands_in_the_way_is_said(changed, why):
    assert plan_rows(replace(coming(), **changed), INTERN)[0][5] == why


def test_a_start_other_than_that_of_the_rollout_is_told():
    rows = plan_rows(replace(coming(), differs=("01000001",)), INTERN)
    assert ("", "plan_uitrol_anders", 1.0, None, None, None) in rows
