"""Who reads what is told of pilots: each level with what it knows, and what was told is known from then on."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from tests.unit.builder.pilot.made import HUISARTS, PILOT, cells_of, fallen, shown_of, thinned
from voorkant.builder.pilot.beside import Sum
from voorkant.builder.pilot.case import Case
from voorkant.builder.pilot.readers import Readers
from voorkant.declare.settings import Rule
from voorkant.domain.protection import Protection

INTERN, OPENBAAR = Protection.INTERN, Protection.OPENBAAR
RULES = {INTERN: Rule(5, 3), OPENBAAR: Rule(10, 5)}


@pytest.fixture(scope="module")
def case() -> Case:
    made = fallen(rate=1.2)
    return thinned(made, first_year(made), 2)


@pytest.fixture
def readers(case: Case) -> Readers:
    shown, other = shown_of(cells_of(case)), shown_of(cells_of(case).assign(indicator="contacten"))
    told_at = {(INTERN, HUISARTS.slug): shown, (INTERN, "verwijzingen_sggz"): shown, (INTERN, "contacten"): other}
    declared = SimpleNamespace(settings=SimpleNamespace(rules=RULES))
    guard = SimpleNamespace(shown=told_at | {(OPENBAAR, HUISARTS.slug): shown}, declared=declared)
    return Readers(guard, frozenset({(level, "praktijk", (HUISARTS.slug,)) for level in Protection}))


def first_year(case: Case) -> np.ndarray:
    found = np.zeros(case.counts.shape, dtype=bool)
    found[0, :12] = True
    return found


def second_year(case: Case) -> np.ndarray:
    return np.roll(first_year(case), 12, axis=1)


def sum_of(case: Case, where: np.ndarray) -> Sum:
    count = float(case.events.events[where[case.events.place, case.events.month]].sum())
    return Sum(case, where, count, count)


def test_what_may_be_told_is_known_from_then_on(case: Case, readers: Readers) -> None:
    """The second year, and then both: the first would be what is left."""
    both = sum_of(case, first_year(case) | second_year(case))
    assert readers.tells(INTERN)([sum_of(case, second_year(case))])
    assert not readers.tells(INTERN)([both])
    assert len(readers.told[INTERN]) == 1


def test_all_is_told_first_and_who_knows_too_much_then_is_named(case: Case, readers: Readers) -> None:
    """Only those are asked step by step; what is told to others leaves enough in doubt in any order."""
    hopeful = Readers(readers.guard)
    tells = hopeful.tells(INTERN)
    assert tells([sum_of(case, second_year(case))])
    assert hopeful.narrowed() == frozenset()
    assert tells([sum_of(case, first_year(case) | second_year(case))])
    assert hopeful.narrowed() == {(INTERN, "praktijk", (HUISARTS.slug,))}
    assert list(hopeful.of(INTERN, case)) == []


def test_who_reads_openbaar_may_read_intern_too(case: Case, readers: Readers) -> None:
    readers.tell(INTERN, [sum_of(case, second_year(case))])
    alone, inside = readers.of(OPENBAAR, case)
    assert (len(alone.knows), alone.beside.wanted, len(inside.knows), inside.beside.wanted) == (0, 5, 1, 3)
    assert len(list(readers.of(INTERN, case))) == 1


def test_only_what_says_something_of_the_outcome_is_laid_beside_it(case: Case, readers: Readers) -> None:
    for slug, unit in (("verwijzingen_sggz", "praktijk"), ("contacten", "praktijk"), (HUISARTS.slug, "wijk")):
        other = replace(case, indicator=replace(HUISARTS, slug=slug), pilot=replace(PILOT, unit=unit))
        readers.tell(INTERN, [sum_of(other, second_year(other))])
    [reader] = readers.of(INTERN, case)
    assert [item.case.indicator.slug for item in reader.knows] == ["verwijzingen_sggz"]


def test_where_no_cells_were_audited_there_is_nothing_to_lay_beside(case: Case, readers: Readers) -> None:
    elsewhere = replace(case, indicator=replace(HUISARTS, slug="onbekend"))
    assert list(readers.of(INTERN, elsewhere)) == []
    assert list(readers.of(INTERN, replace(case, places=()))) == []
    assert readers.tells(INTERN)([sum_of(elsewhere, first_year(elsewhere))])
