"""What is released of a pilot: rounded, pooled, without a verdict between moments, and nothing that tells a count."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.analysis.made import panel
from tests.unit.builder.pilot.made import FIRST, INTERN, OPENBAAR, case_of, fallen, together
from voorkant.builder.audit.ranges import Level
from voorkant.builder.pilot.case import Break
from voorkant.builder.pilot.estimates import NOW, Moment, Row, released, result
from voorkant.builder.pilot.evaluate import evaluate
from voorkant.builder.pilot.series import FEWEST_UNITS, drawn
from voorkant.builder.pilot.together import Guard, Told, narrowest

MOMENTS = {"2022-12": 48, "2023-12": 60, NOW: 60}


def moments(case, **untils):
    return [Moment(name, evaluate(case, FIRST + until)) for name, until in (untils or MOMENTS).items()]


def rows(case, level: Level = INTERN) -> list[Row]:
    return released(moments(case), level).rows


def named(found: list[Row], moment: str, name: str) -> list[Row]:
    return [row for row in found if row[0] == moment and row[2] == name]


def test_a_verdict_belongs_to_a_moment_and_never_to_now():
    found = rows(fallen())
    assert named(found, "2023-12", "oordeel")[0][6] == "aantoonbare_daling"
    assert named(found, NOW, "oordeel") == []
    assert named(found, NOW, "waargenomen")


@pytest.mark.parametrize(("level", "base"), [(INTERN, 3), (OPENBAAR, 5)])
def test_counts_are_rounded_as_those_of_their_level(level, base):
    found = rows(fallen(), level)
    counts = [row[3] for row in found if row[2] in ("waargenomen", "reeks_waargenomen")]
    assert counts
    assert all(count % base == 0 for count in counts)


@pytest.mark.parametrize("level", [INTERN, OPENBAAR])
def test_all_counts_together_leave_enough_in_doubt(level):
    case = fallen()
    told = []
    for row in rows(case, level):
        if row[2] == "reeks_waargenomen":
            first, last = row[1].split("..")
            told.append(Told(at(first), at(last) + 1, int(row[4]), int(row[5])))
        elif row[2] == "waargenomen":
            until = MOMENTS[row[0]]
            told.append(Told(0, until, int(row[4]), int(row[5])))
    assert len(told) > 5
    assert narrowest(told, level.least_shown) >= level.wanted
    assert narrowest(told) >= INTERN.wanted


def test_both_levels_together_leave_a_small_count_its_three_values():
    inner = released(moments(fallen()), INTERN)
    outer = released(moments(fallen()), OPENBAAR, inner)
    assert len(outer.told) > 3
    assert narrowest([*inner.told, *outer.told]) >= INTERN.wanted


def test_figures_that_would_tell_beside_others_are_left_out():
    inner = released(moments(fallen()), INTERN)
    shifted = tuple(replace(item, low=item.high, high=item.high) for item in inner.told[:1])
    found = released(moments(fallen()), OPENBAAR, replace(inner, told=shifted))
    assert named(found.rows, NOW, "waargenomen") == []
    assert named(found.rows, NOW, "reden")[0][6] == "herleidbaar"


def at(month: str) -> int:
    return (int(month[:4]) - 2019) * 12 + int(month[5:]) - 1


def test_a_point_is_never_of_a_single_unit():
    found = evaluate(case_of(panel([20, 22, 24, 26, *[60] * 8], rate=5.0)), FIRST + 60)
    shown = drawn(found, INTERN, ([], Guard(INTERN.wanted)))
    started = [row for row in found.panel.begin if row < 60]
    first_month = at(shown.months[0].span.split("..")[0])
    until = at(shown.months[0].span.split("..")[1]) + 1
    assert sum(first_month <= begin < until or begin <= first_month for begin in started) >= FEWEST_UNITS
    assert all(point.expected >= 20 for point in shown.months)


def test_two_units_give_no_points():
    found = evaluate(case_of(panel([20, 30, *[60] * 10], rate=9.0)), FIRST + 60)
    assert drawn(found, INTERN, ([], Guard(INTERN.wanted))).months == ()


def test_ratios_since_the_start_are_tenths():
    points = [row for row in rows(fallen()) if row[2] == "sinds_start"]
    assert points
    assert all(round(row[3] * 10) == pytest.approx(row[3] * 10) for row in points)


def test_the_band_since_the_start_is_the_95_percent_that_its_legend_says():
    case = fallen()
    once = replace(case, pilot=replace(case.pilot, moments=("2023-12",)))
    none = ((), Guard(3))
    two, one = (drawn(evaluate(item, FIRST + 60), INTERN, none).since for item in (case, once))
    assert two == one != ()


def test_a_check_tells_whether_it_holds_and_not_its_ratio():
    found = {row[1]: row for row in named(rows(fallen()), "2023-12", "controle")}
    assert found["een_eenheid_weg"][3] is None
    assert found["maanden_ervoor"][3] == 20
    assert "rang" not in found
    assert (found["interval_zonder_een"][3], found["interval_zonder_een"][6]) == (None, "goed")
    assert "interval_zonder_een" not in {row[1] for row in named(rows(fallen()), NOW, "controle")}


def test_a_refusal_names_its_reasons_and_a_break_by_its_title():
    broken = Break("Andere telling", date(2021, 1, 1), False, False, frozenset({0}))
    case = replace(fallen(), breaks=(broken,))
    found = rows(case)
    assert named(found, "2022-12", "weigering")[0][6] == "registratiebreuk"
    assert named(found, "2022-12", "breuk")[0][6] == "Andere telling"
    assert named(rows(case, OPENBAAR), "2022-12", "breuk")[0][6] == "Een breuk in de registratie"
    assert named(found, "2022-12", "waargenomen") == []
    assert named(found, NOW, "reeks_waargenomen") == []
    of_one = replace(fallen(), breaks=(replace(broken, is_local=True),))
    assert named(rows(of_one), "2022-12", "breuk")[0][6] == "Een breuk in de registratie bij een van de plekken"


def test_a_refusal_says_when_an_answer_can_be_expected():
    young = moments(fallen(rate=1.0), **{NOW: 27})
    found = released(young, INTERN).rows
    assert named(found, NOW, "antwoord")[0][6] > "2021-03"


def test_one_series_has_figures_and_no_points():
    found = rows(together())
    assert named(found, "2023-12", "eenheden")[0][6] == "tijdreeks"
    assert named(found, "2023-12", "waargenomen")
    assert named(found, NOW, "reeks_waargenomen") == []
    assert {row[1] for row in named(found, NOW, "controle")} >= {"vergelijking"}


def test_few_youths_release_nothing_but_why():
    case = fallen()
    few = replace(case, events=replace(case.events, youth=case.events.youth * 0))
    found = rows(few)
    assert named(found, "2023-12", "reden")[0][6] == "klein"
    assert named(found, "2023-12", "waargenomen") == []
    assert named(found, "2023-12", "oordeel")


def test_the_dose_is_that_of_who_has_begun():
    case = fallen()
    places = (replace(case.places[0], hours=18.0), *(replace(item, hours=None) for item in case.places[1:]))
    assert named(rows(replace(case, places=places)), NOW, "uren")[0][3] == 18.0
    nobody = tuple(replace(item, hours=None) for item in case.places)
    assert named(rows(replace(case, places=nobody)), NOW, "uren") == []


def test_a_unit_that_differs_from_the_rollout_is_told():
    found = rows(replace(fallen(), differs=("01000001", "01000002")))
    assert [row[3] for row in named(found, NOW, "controle") if row[1] == "uitrol_anders"] == [2.0]


def test_what_was_refused_has_no_result():
    assert result(evaluate(replace(fallen(), mapped=0.1), FIRST + 60)) is None
