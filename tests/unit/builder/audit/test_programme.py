"""One linear programme, beside SciPy's own way to HiGHS."""

import numpy as np
import pytest
from scipy import sparse
from scipy.optimize import linprog

from voorkant.builder.audit.programme import MOST_STEPS, Programme
from voorkant.builder.audit.propagate import HIGH, LOW, NEAR

COUNTS, SUMS = 12, 7


def programme(chance: np.random.Generator) -> Programme:
    """Counts that move from a truth under sums of which some are known and others have a limit."""
    start = chance.integers(0, 10, COUNTS).astype(float)
    matrix = sparse.csr_matrix(chance.integers(-1, 2, (SUMS, COUNTS)).astype(float))
    both = sparse.hstack([matrix, -matrix]).tocsr()
    return Programme(
        variables=np.arange(COUNTS) + 100,
        start=start,
        up=chance.integers(0, 5, COUNTS).astype(float),
        down=np.minimum(start, chance.integers(0, 5, COUNTS)),
        above=both[:4],
        limit=chance.integers(0, 4, 4).astype(float),
        equal=both[4:],
        to=np.zeros(SUMS - 4),
        rows=(np.arange(4) + 50, np.arange(SUMS - 4) + 70),
    )


def by_scipy(asked: Programme, aim: np.ndarray):
    return linprog(
        np.concatenate([-aim, aim]), A_ub=asked.above, b_ub=asked.limit, A_eq=asked.equal, b_eq=asked.to,
        bounds=np.stack([np.zeros(2 * COUNTS), np.concatenate([asked.up, asked.down])], axis=1), method="highs-ds",
    )  # fmt: skip


@pytest.mark.parametrize("presolve", [False, True])
@pytest.mark.parametrize("seed", range(10))
def test_it_finds_as_much_within_all_that_is_known(seed, presolve):
    chance = np.random.default_rng(seed)
    asked, aim = programme(chance), chance.normal(size=COUNTS)
    found = asked.solve(aim, presolve=presolve).solution
    moved = found - asked.start
    both = np.concatenate([moved, np.zeros(COUNTS)])
    assert aim @ moved == pytest.approx(-by_scipy(asked, aim).fun)
    assert (moved <= asked.up + NEAR).all()
    assert (moved >= -asked.down - NEAR).all()
    assert (asked.above @ both <= asked.limit + NEAR).all()
    assert asked.equal @ both == pytest.approx(asked.to, abs=NEAR)


@pytest.mark.parametrize("seed", range(10))
def test_it_blames_what_has_a_price(seed):
    """With aims by chance one solution is the best, so nobody else's prices are right."""
    chance = np.random.default_rng(seed)
    asked, aim = programme(chance), chance.normal(size=COUNTS)
    blame, other = asked.solve(aim).blame, by_scipy(asked, aim)
    priced = np.concatenate([other.ineqlin.marginals, other.eqlin.marginals])
    assert blame.rows == {*np.concatenate(asked.rows)[np.abs(priced) > NEAR].tolist()}
    full = np.abs(other.upper.marginals) > NEAR
    moves = np.concatenate([asked.up, asked.down]) > 0  # what can not move at all SciPy may call full below
    ends = [*((int(v), HIGH) for v in asked.variables), *((int(v), LOW) for v in asked.variables)]
    assert {end for end, can in zip(ends, moves, strict=True) if can and end in blame.bounds} == {
        end for end, stop, can in zip(ends, full, moves, strict=True) if can and stop
    }


def test_what_was_aimed_at_before_changes_nothing():
    chance = np.random.default_rng(3)
    asked, aim = programme(chance), chance.normal(size=COUNTS)
    alone = asked.solve(aim)
    for _ in range(5):
        asked.solve(chance.normal(size=COUNTS), presolve=True)
    again = asked.solve(aim)
    assert (again.solution == alone.solution).all()
    assert (again.blame, again.effort, again.steps) == (alone.blame, alone.effort, alone.steps)


def test_too_many_steps_prove_nothing(monkeypatch):
    chance = np.random.default_rng(3)
    asked = programme(chance)
    asked._model.setOptionValue("simplex_iteration_limit", 1)
    assert asked.solve(chance.normal(size=COUNTS)).solution is None
    asked._model.setOptionValue("simplex_iteration_limit", MOST_STEPS)
    assert asked.solve(chance.normal(size=COUNTS)).solution is not None


def test_it_says_nothing(capfd):
    """What a build prints can be one JSON document."""
    chance = np.random.default_rng(3)
    programme(chance).solve(chance.normal(size=COUNTS), presolve=True)
    assert capfd.readouterr() == ("", "")
