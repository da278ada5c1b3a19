"""One linear programme of the search for doubt: some counts move, and HiGHS says how far and what stops them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import highspy
import numpy as np
from scipy import sparse

from voorkant.builder.audit.propagate import HIGH, LOW, NEAR
from voorkant.builder.audit.table import Floats, Ints

MOST_STEPS = 20_000
"""Of the simplex method, for one programme; the demo needs some 5,000 for its largest."""
OPTIONS = {"output_flag": False, "solver": "simplex", "threads": 1, "simplex_iteration_limit": MOST_STEPS}
ONCE, OF_EACH, EACH = 60_000, 300, 1200
"""The effort of a programme, of each of its variables, and of a step, which takes longer the more there were: as
measured."""


@dataclass(frozen=True)
class Blame:
    """What keeps a count from being more, or less, than it is: by the duals of the linear programme."""

    bounds: frozenset[tuple[int, int]] = frozenset()  # (variable, side)
    rows: frozenset[int] = frozenset()

    def __or__(self, other: "Blame") -> "Blame":
        return Blame(self.bounds | other.bounds, self.rows | other.rows)


@dataclass(frozen=True)
class Solved:
    """A solution, None where HiGHS needs too many steps; what it was stopped by; and what it took."""

    solution: Floats | None
    blame: Blame
    effort: float
    steps: int


@dataclass(frozen=True)
class Programme:
    """A linear programme over some variables; all others keep their true value."""

    variables: Ints
    start: Floats  # the truth; a solution is (moves up, moves down) from it, so that nothing moves without a reason
    up: Floats
    down: Floats
    above: sparse.csr_matrix  # above @ moves <= limit
    limit: Floats
    equal: sparse.csr_matrix
    to: Floats
    rows: tuple[Ints, Ints]  # the equations behind `above` and `equal`

    def solve(self, aim: Floats, *, presolve: bool = False) -> Solved:
        """The solution with the largest `aim @ x`, and what stops it.

        `presolve`: worth its time where much moves; where little does, a solution is found before it is done.
        """
        model, columns = self._model, np.arange(2 * len(aim), dtype=np.int32)
        model.clearSolver()  # each from the truth: from the last solution the demo took 2.6 times the steps
        model.setOptionValue("presolve", "on" if presolve else "off")
        model.changeColsCost(len(columns), columns, np.concatenate([-aim, aim]))
        model.run()
        steps = model.getInfo().simplex_iteration_count
        effort = ONCE + OF_EACH * float(len(aim)) + float(steps) * (EACH + steps)
        if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return Solved(None, Blame(), effort, steps)
        found = model.getSolution()
        moves = np.array(found.col_value)
        moved: Floats = moves[: len(aim)] - moves[len(aim) :]
        return Solved(
            self.start + moved, self._blame(np.array(found.col_dual), np.array(found.row_dual)), effort, steps
        )

    @cached_property
    def _model(self) -> highspy.Highs:
        """What stays the same whatever is aimed at; SciPy would check and hand over all of it for each aim."""
        matrix = sparse.vstack([self.above, self.equal]).tocsr()
        programme: Any = highspy.HighsLp()
        programme.num_row_, programme.num_col_ = matrix.shape
        programme.col_cost_ = programme.col_lower_ = np.zeros(matrix.shape[1])
        programme.col_upper_ = np.concatenate([self.up, self.down])
        programme.row_lower_ = np.concatenate([np.full(len(self.limit), -highspy.kHighsInf), self.to])
        programme.row_upper_ = np.concatenate([self.limit, self.to])
        programme.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        programme.a_matrix_.num_row_, programme.a_matrix_.num_col_ = matrix.shape
        programme.a_matrix_.start_, programme.a_matrix_.index_ = matrix.indptr, matrix.indices
        programme.a_matrix_.value_ = matrix.data
        model = highspy.Highs()
        for option, value in OPTIONS.items():
            model.setOptionValue(option, value)
        model.passModel(programme)
        return model

    def _blame(self, of_columns: Floats, of_rows: Floats) -> Blame:
        stops, size = of_columns < -NEAR, len(self.variables)
        bounds = {(int(variable), HIGH) for variable in self.variables[stops[:size]]}
        bounds |= {(int(variable), LOW) for variable in self.variables[stops[size:]]}
        rows = np.concatenate(self.rows)[np.abs(of_rows) > NEAR]
        return Blame(frozenset(bounds), frozenset(int(row) for row in rows))
