"""What was planted in the demo comes out of the builder as planned, from its files to what is released."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from voorkant.analysis.gate import Lack
from voorkant.analysis.verdict import Verdict
from voorkant.builder import build, marts
from voorkant.builder.audit.run import level_of
from voorkant.builder.database import Database
from voorkant.builder.declared import read_declared
from voorkant.builder.intake import take_in
from voorkant.builder.pilot.case import Case, number
from voorkant.builder.pilot.estimates import NOW, Moment, released
from voorkant.builder.pilot.evaluate import Evaluated, evaluate
from voorkant.builder.pilot.read import read_case
from voorkant.builder.pilot.together import narrowest
from voorkant.declare.home import Home
from voorkant.declare.pilot import month
from voorkant.declare.settings import Settings
from voorkant.domain.protection import Protection

A, SCHOOLS, B = "ojg-olievlek", "jeugdhulp-op-school", "ojg-spreekuur-rietmeer"
C, D = "steungezinnen", "scholen-noordermeent"


@pytest.fixture(scope="module")
def cases(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Case]]:
    """Every pilot of the demo as the marts know it; nothing is measured, protected or published for it."""
    own = Home(Path(shutil.copytree(home, tmp_path_factory.mktemp("pilots") / "home")))
    declared = read_declared(own)
    history = take_in(own, declared, [], lambda _step: None)
    database = Database(own)
    windows = build._prepare(database, own, declared, history)
    marts.add_events(database)
    indicators = {item.slug: item for item in declared.indicators}
    yield {
        slug: read_case(database, pilot, indicators[pilot.primary], windows) for slug, pilot in declared.pilots.items()
    }
    database.close()


def last(case: Case) -> Evaluated:
    """At the last agreed moment."""
    return evaluate(case, number(month(case.pilot.moments[-1]).end) + 1)


@pytest.mark.parametrize("slug", [A, SCHOOLS])
def test_a_fall_that_was_planted_is_inside_the_interval_and_is_seen(slug, cases, truth):
    found, planted = last(cases[slug]), truth["pilot"][slug]["rr_gemiddeld"]
    assert found.finding.low < planted < found.finding.high
    assert found.judgement.verdict in {Verdict.FALL, Verdict.MAYBE_FALL}


def test_all_units_of_the_truth_take_part(cases, truth):
    begun = sum(place.begin is not None for place in cases[A].places)
    assert begun == truth["pilot"][A]["eenheden"]


def test_no_fall_is_claimed_where_none_was_planted(cases):
    found = last(cases[B])
    assert found.finding.low < 1 < found.finding.high
    assert found.judgement.verdict in {Verdict.POSSIBLE, Verdict.UNLIKELY}


def test_families_get_no_verdict_and_the_reason(cases):
    (reason,) = evaluate(cases[C], 0).judgement.refusals
    assert reason.lack is Lack.FAMILIES


def test_a_break_is_refused_by_its_name(cases):
    found = last(cases[D])
    assert Lack.BREAK in {reason.lack for reason in found.judgement.refusals}
    rows = released([Moment("2023-04", found)], level_of(Settings(), Protection.OPENBAAR)).rows
    assert [row[6] for row in rows if row[2] == "breuk"] == ["Nieuwe registratie van verwijzingen"]
    assert [row for row in rows if row[2] in ("waargenomen", "verhouding")] == []


@pytest.mark.parametrize("slug", [A, SCHOOLS, B])
def test_what_both_levels_tell_leaves_every_count_three_values(slug, cases):
    case = cases[slug]
    untils = {code: number(month(code).end) + 1 for code in case.pilot.moments} | {NOW: case.first + case.months}
    moments = [Moment(name, evaluate(case, until)) for name, until in untils.items()]
    inner = released(moments, level_of(Settings(), Protection.INTERN))
    outer = released(moments, level_of(Settings(), Protection.OPENBAAR), inner)
    assert len(inner.told) > len(untils)
    assert narrowest(inner.told) >= 3
    assert narrowest(outer.told, 11) >= 5
    assert narrowest([*inner.told, *outer.told]) >= 3


def test_the_same_files_give_the_same_figures_bit_for_bit(cases):
    case = cases[B]
    level = level_of(Settings(), Protection.INTERN)
    first, second = (released([Moment(NOW, evaluate(case, case.first + case.months))], level) for _ in range(2))
    assert (first.rows, first.told) == (second.rows, second.told)
    assert first.rows
