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


def test_once_begun_it_is_what_the_figures_can_show():
    assert set(falls(plan_rows(fallen(), INTERN))) == {"gezien"}


def test_without_a_start_nothing_can_be_foreseen():
    assert plan_rows(case_of(panel([60] * 20), AHEAD), INTERN) == [
        ("", "plan_reden", None, None, None, "niet_te_voorspellen")
    ]


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
