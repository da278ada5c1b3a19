"""A pilot as a page reads it, and its charts."""

from dataclasses import replace
from datetime import date
from math import isnan

import pytest

from tests import pilots as made
from voorkant.analysis.gate import Lack
from voorkant.analysis.verdict import Verdict
from voorkant.report.pilot import NOW, Declaration, Estimate, Pilot, months_left, pilots
from voorkant.report.pilotchart import in_time, since_start
from voorkant.text.checks import State

DECLARED = Declaration(
    slug="proef", title="Proef", question="Werkt het?", programme="ojg", programme_title="OJG", unit="praktijk",
    comparison="not_yet", indicator="verwijzingen_sggz", indicator_title="Verwijzingen", counts="verwijzingen",
    better="lower", unit_text="per 1.000", source_text="Verwijzingen", relevant=0.8, first="2019-01", last="2026-12",
    moments="2024-06,2025-06,2026-06", gemeenten="GM9901", secondary="", guardrails="", budget=None,
    state="vastgelegd", digest="a",
)  # fmt: skip


def pilot(rows, **changed) -> Pilot:
    declared = replace(DECLARED, **changed)
    return Pilot(declared, tuple(Estimate("proef", *row) for row in rows))


FALL = pilot(list(made.fall()))


def test_the_last_moment_that_passed_gives_the_verdict():
    assert FALL.passed == ["2024-06", "2025-06"]
    assert FALL.judged.moment == "2025-06"
    assert FALL.judged.verdict is Verdict.FALL
    assert FALL.coming == "2026-06"
    assert FALL.now.verdict is None


def test_months_until_the_next_moment():
    assert months_left(FALL) == 8
    assert months_left(replace(FALL, declared=replace(DECLARED, moments="2024-06,2025-06"))) is None
    assert months_left(pilot([])) is None


def test_a_draft_is_known_by_its_state():
    assert not FALL.is_draft
    assert pilot([], state="concept").is_draft


def test_figures_need_all_three_and_a_missing_bound_is_infinite():
    assert FALL.judged.figures.firm
    rows = [row for row in made.fall() if row[2] != "verhouding"]
    assert pilot(rows).judged.figures is None
    open_ = [(*row[:4], row[4], None, row[6]) if row[2] == "verwacht" else row for row in made.fall()]
    assert pilot(open_).judged.figures.high == float("inf")


def test_refusals_breaks_and_checks_are_values():
    found = pilot(list(made.refused())).judged
    assert [reason.lack for reason in found.refusals] == [Lack.BREAK, Lack.AFTER]
    assert found.refusals[1].months == 2
    assert found.breaks == [(date(2021, 1, 1), "Andere telling <van> verwijzingen")]
    assert found.checks[0].state is State.WARNING
    assert found.units == (14, 6, 8)
    assert found.figures is None


def test_what_is_not_there_is_nothing():
    nothing = pilot([]).now
    assert (nothing.hidden, nothing.units, nothing.text("oordeel")) == ("", None, "")
    assert isnan(nothing.value("kleinste_daling"))


def test_each_pilot_gets_its_own_rows():
    other = replace(DECLARED, slug="ander")
    rows = [Estimate(slug, NOW, "", "cijfers_tot", None, None, None, "2025-10") for slug in ("ander", "proef")]
    first, second = pilots([DECLARED, other], rows)
    assert [row.slug for row in first.estimates] == ["proef"]
    assert [row.slug for row in second.estimates] == ["ander"]


def test_one_series_is_told_as_such():
    rows = [(*row[:6], "tijdreeks") if row[2] == "eenheden" else row for row in made.fall()]
    assert not pilot(rows).setting(pilot(rows).judged).comparison
    assert FALL.setting(FALL.judged).comparison


def test_counts_over_unequal_times_are_drawn_per_month():
    description = in_time(FALL)
    first, second = description.series
    assert [point.value for point in first.points][:2] == [5.0, 11.0]
    assert second.points[0].label == "1e halfjaar 2024"
    assert first.points[0].low is None
    assert (first.points[0].words, second.points[0].words[:4]) == ("5,0", "6,7 ")  # each has its name above its column
    assert second.points[0].low == pytest.approx(5.0)
    assert description.title in description.alt
    assert description.sentence in description.alt
    assert "alleen op de afgesproken momenten" in description.sentence  # the newest figures have no verdict


def test_lines_that_go_on_after_the_verdict_say_so():
    last = in_time(FALL).series[0].points[-1].end
    assert "Sinds mrt 2019 tot en met okt 2025: 501 waargenomen" in in_time(FALL).sentence
    assert " Het oordeel telt tot en met juni 2025; de lijnen gaan door tot en met " in in_time(FALL).suppression
    same = [(*row[:6], f"{last:%Y-%m}") if row[2] == "cijfers_tot" else row for row in made.fall()]
    assert "Het oordeel" not in in_time(pilot(same)).suppression


def test_quarters_since_the_start_are_counted_from_one():
    description = since_start(FALL)
    assert [point.short for point in description.points] == ["-2", "1", "2", "3"]
    assert description.points[0].label == "1e tot en met 2e kwartaal voor de start"
    assert description.points[1].label == "1e kwartaal na de start"
    assert description.level == 1.0
    assert not description.calendar


def test_without_points_there_is_no_chart():
    assert in_time(pilot([])) is None
    assert since_start(pilot([])) is None


def test_points_without_figures_say_that_they_are_a_picture():
    rows = [row for row in made.fall() if not (row[0] == NOW and row[2] == "verhouding")]
    assert in_time(pilot(rows)).sentence == "De lijnen zijn een beeld; een uitspraak is er niet."
