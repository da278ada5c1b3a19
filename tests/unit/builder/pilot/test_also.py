"""Other outcomes of a pilot: judged together, told as a ratio, and never with the counts behind them."""

from dataclasses import replace

import pytest

from tests.unit.analysis.made import rolled_out
from tests.unit.builder.pilot.made import FIRST, HUISARTS, INTERN, OPENBAAR, PILOT, case_of, fallen, together
from voorkant.builder.pilot.also import ALSO, Also, other_rows, others
from voorkant.builder.pilot.case import Case

ALL = replace(HUISARTS, slug="verwijzingen_sggz", title="Alle verwijzingen", within=())
INDICATORS = {item.slug: item for item in (HUISARTS, ALL, replace(ALL, slug="aandeel", shape="share"))}
SEVERAL = replace(PILOT, unit="wijk", secondary=("verwijzingen_sggz", "aandeel", "onbekend"))


def found(case: Case, pilot=SEVERAL) -> tuple[Also, ...]:
    return others(pilot, INDICATORS, FIRST + 60, lambda asked, _indicator: replace(case, pilot=asked))


def told(also: tuple[Also, ...], level=INTERN, tells=lambda _sums: True):
    return [row[1:] for row in other_rows("2023-12", also, level, tells) if row[2] == ALSO]


def test_only_counts_that_exist_are_assessed() -> None:
    assert [item.indicator.slug for item in found(fallen())] == ["verwijzingen_sggz"]


@pytest.mark.parametrize("level", [INTERN, OPENBAAR])
def test_a_fall_is_told_as_a_ratio_with_its_interval(level) -> None:
    [(scope, name, value, low, high, code)] = told(found(fallen()), level)
    assert (scope, name, code) == ("verwijzingen_sggz", ALSO, "lager")
    assert low < value < high < 1
    assert value == round(value, 2)


def test_a_ratio_that_would_give_a_count_away_beside_cells_is_not_told() -> None:
    """What is asked is what the ratio tells of the observed: the counts that could have been released with it."""
    also, asked = found(fallen()), []
    assert told(also, tells=lambda sums: asked.extend(sums) or False) == [
        ("verwijzingen_sggz", ALSO, None, None, None, "herleidbaar")
    ]
    [told_of] = asked
    observed = told_of.case.counts[told_of.where].sum()
    assert told_of.low <= observed <= told_of.high
    assert told_of.high - told_of.low + 1 >= INTERN.wanted


def test_what_no_comparison_shows_is_no_difference() -> None:
    case = case_of(rolled_out(ratio=1.0, rate=4.0, seed=3))
    assert [row[-1] for row in told(found(case))] == ["geen_verschil"]


def test_a_series_without_comparison_is_never_lower() -> None:
    assert [row[-1] for row in told(found(together()))] != ["lager"]


def test_more_outcomes_make_each_less_sure() -> None:
    """Of five with the same chance none is lower when one alone just was."""
    [alone] = found(fallen())
    assert alone.code == "lager"
    five = replace(PILOT, unit="wijk", secondary=tuple(f"v{number}" for number in range(5)))
    known = {HUISARTS.slug: HUISARTS} | {slug: replace(ALL, slug=slug) for slug in five.secondary}
    case = fallen()
    together_ = others(five, known, FIRST + 60, lambda asked, _indicator: replace(case, pilot=asked))
    assert {item.p for item in together_} == {min(5 * alone.p, 1.0)}
    assert all(item.code == ("lager" if item.p <= item.found.alpha else "geen_verschil") for item in together_)
    assert replace(alone, p=1.0).code == "geen_verschil"


def test_too_few_are_not_told_and_what_is_refused_says_so() -> None:
    refused = found(fallen(), replace(SEVERAL, unit="gezin"))
    assert told(refused) == [("verwijzingen_sggz", ALSO, None, None, None, "geen_uitspraak")]
    [item] = found(fallen())
    youths = item.found.case.events
    of_one = replace(item.found.case, events=replace(youths, youth=youths.youth * 0))
    few = replace(item, found=replace(item.found, case=of_one))
    assert told((few,)) == [("verwijzingen_sggz", ALSO, None, None, None, "klein")]


def test_the_same_referrals_of_a_practice_are_no_other_outcome() -> None:
    """All referrals of a practice are those by its huisartsen: the verdict once more is told as what it is."""
    per_practice = replace(SEVERAL, unit="praktijk", secondary=("verwijzingen_sggz", "ander"))
    known = INDICATORS | {"ander": replace(ALL, slug="ander")}
    also = others(per_practice, known, FIRST + 60, lambda asked, _indicator: replace(fallen(), pilot=asked))
    other, same = also
    assert (other.indicator.slug, other.code) == ("ander", "lager")
    assert other.found is not None
    assert other.found.finding is not None
    assert other.p == other.found.finding.p  # judged as the only one
    assert told((same,)) == [("verwijzingen_sggz", ALSO, None, None, None, "zelfde_telling")]
