"""What of the gate follows from units, starts and the end of a plan: no waiting mends it, so it is said beforehand."""

import numpy as np

from voorkant.analysis.assignment import distinct_assignments
from voorkant.analysis.gate import FEWEST_EXPECTED, FEWEST_MONTHS_AFTER, Refusal, Standing, refusals
from voorkant.analysis.panel import Panel


def at_once(panel: Panel, until: int) -> bool:
    """Whether all begin in one month, so that there is only the line of the months before."""
    starts = set(zip(panel.begin.tolist(), panel.full.tolist(), strict=True))
    return len(starts) == 1 and bool((panel.begin < until).all())


def lacking(panel: Panel, until: int, alpha: float, broken: int = 0, starts_unknown: int = 0) -> tuple[Refusal, ...]:
    """The reasons why there will be no verdict; `until` is the place at which the plan ends, also beyond the data.

    `broken`: units that are counted in another way somewhere. A unit that ran from the first month does not count.
    """
    begin, full, stop = (np.minimum(days, until) for days in (panel.begin, panel.full, panel.stop))
    kept = (begin > 0) & panel.known.any(axis=1)
    began = kept & (begin < until)
    first = int(full[began].min(initial=until))
    structure = Standing(
        treated=int(began.sum()),
        comparison=int((kept & (begin > first)).sum()),
        assignments=distinct_assignments(Panel(panel.counts, panel.exposure, begin, full, stop).only(kept)),
        before=int(begin[began].min(initial=until)),
        after=FEWEST_MONTHS_AFTER,
        expected=FEWEST_EXPECTED,
        monthly=0.0,
        mde=0.0,
        missing=0.0,
        broken=broken,
        starts_unknown=starts_unknown,
    )
    return refusals(structure, alpha)
