"""One linear programme of the search for doubt: some counts move, and HiGHS says how far and what stops them."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import OptimizeResult, linprog

from voorkant.builder.audit.propagate import HIGH, LOW, NEAR
from voorkant.builder.audit.table import Floats, Ints

MOST_STEPS = 20_000
"""Of the simplex method, for one programme; the demo needs some 5,000 for its largest."""
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
        found = linprog(
            np.concatenate([-aim, aim]), A_ub=self.above, b_ub=self.limit, A_eq=self.equal, b_eq=self.to,
            bounds=np.stack([np.zeros(2 * len(aim)), np.concatenate([self.up, self.down])], axis=1),
            method="highs-ds", options={"maxiter": MOST_STEPS, "presolve": presolve},
        )  # fmt: skip
        effort = ONCE + OF_EACH * float(len(aim)) + float(found.nit) * (EACH + found.nit)
        if found.status != 0:
            return Solved(None, Blame(), effort, found.nit)
        moved: Floats = found.x[: len(aim)] - found.x[len(aim) :]
        return Solved(self.start + moved, self._blame(found), effort, found.nit)

    def _blame(self, found: OptimizeResult) -> Blame:
        stops = np.abs(found.upper.marginals) > NEAR
        size = len(self.variables)
        bounds = {(int(variable), HIGH) for variable in self.variables[stops[:size]]}
        bounds |= {(int(variable), LOW) for variable in self.variables[stops[size:]]}
        rows = (
            of[np.abs(part.marginals) > NEAR] for of, part in zip(self.rows, (found.ineqlin, found.eqlin), strict=True)
        )
        return Blame(frozenset(bounds), frozenset(int(row) for part in rows for row in part))
