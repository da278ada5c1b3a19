"""The assessment of one pilot: test, interval by inversion, jackknife and all checks, against its budget in seconds.

Computing time of this process, best of three, so that other work on the machine does not count. Lists that change every
month are the worst case: then no months can be taken together.
Run: python -m bench.bench_assess
"""

import time
from dataclasses import replace

import numpy as np

from bench.scenarios import Scenario, drawn
from voorkant.analysis.assess import Rules, assess
from voorkant.analysis.panel import Panel

CASES = ((Scenario("20 units, 60 months"), 3.0), (Scenario("40 units, 96 months", 40, 20, 96), 8.0))


def growing(panel: Panel) -> Panel:
    """The same pilot with lists that grow every month."""
    return replace(panel, exposure=panel.exposure * np.linspace(1, 1.1, panel.months))


def seconds(panel: Panel, draws: int) -> float:
    """The fastest of three."""
    took = []
    for _ in range(3):
        began = time.process_time()
        assess(panel, Rules(draws=draws))
        took.append(time.process_time() - began)
    return min(took)


def main() -> None:
    for scenario, budget in CASES:
        panel = drawn(scenario, 0.8, 1)
        level, worst = seconds(panel, 999), seconds(growing(panel), 999)
        print(f"{scenario.name}: {level:.2f} s, with lists that grow every month {worst:.2f} s (budget {budget})")
        more = ", ".join(f"{draws}: {seconds(panel, draws):.2f} s" for draws in (499, 1999, 3999))
        print(f"  by number of deals: {more}")


if __name__ == "__main__":
    main()
