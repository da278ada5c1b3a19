"""How often the whole rule is right and wrong on pilots whose truth is known; the bounds are those of the design.

Per scenario and replication one pilot without an effect (ratio 1) and two with one (0.8 and 0.7) go through the same
gate, test, companions and ladder as a real one. Only the ends of the interval are not looked for: whether it holds the
truth follows from the test at the truth. A bound holds when it is not missed by more than two Monte Carlo errors.
Run: python -m bench.calibration [replications] [--write]    (writes docs/calibration.md)
"""

import sys
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import numpy as np

from bench.scenarios import SCENARIOS, Scenario, drawn
from voorkant import ROOT
from voorkant.analysis.assess import Rules, beside, held, standing
from voorkant.analysis.assignment import orders
from voorkant.analysis.gate import refusals
from voorkant.analysis.imputation import imputed
from voorkant.analysis.merge import merged
from voorkant.analysis.power import smallest_fall
from voorkant.analysis.prepare import Prepared, prepared
from voorkant.analysis.randomisation import Null, null_logs
from voorkant.analysis.verdict import Finding, Verdict, judge

REPLICATIONS, DRAWS, PROCESSES = 1000, 499, 2
ALPHA = 0.05
FALSE_ALARM, TWO_SIDED, COVERAGE, BIAS, POWER = 0.03, 0.06, 0.93, 0.025, 0.75
TARGET = ROOT / "docs" / "calibration.md"
HEAD = ("scenario", "p ≤ .05 at 1", "daling at 1", "interval holds 0.8", "bias at 0.8", "daling at 0.7", "refused")


@dataclass(frozen=True)
class Row:
    """The shares of one scenario; `bias` and its error are of the log ratio at 0.8."""

    scenario: Scenario
    two_sided: float
    false_alarm: float
    coverage: float
    bias: float
    bias_error: float
    power: float
    refused: float
    replications: int

    def error(self, share: float) -> float:
        """The Monte Carlo error of a share."""
        return float(np.sqrt(max(share * (1 - share), 1e-12) / self.replications))

    def missed(self) -> list[str]:
        """The bounds that do not hold here."""
        name = self.scenario.name
        tests = [(self.false_alarm - 2 * self.error(self.false_alarm) > FALSE_ALARM,
                  f"{name}: demonstrable fall without an effect")]  # fmt: skip
        if self.scenario.bounded:
            tests += [
                (self.two_sided - 2 * self.error(self.two_sided) > TWO_SIDED, f"{name}: two-sided"),
                (self.coverage + 2 * self.error(self.coverage) < COVERAGE, f"{name}: interval"),
                (abs(self.bias) - 2 * self.bias_error > BIAS, f"{name}: bias"),
            ]
        if name == "base":
            tests.append((self.power + 2 * self.error(self.power) < POWER, f"{name}: power at 0.7"))
        return [words for wrong, words in tests if wrong]


@dataclass(frozen=True)
class Case:
    """One pilot with a known ratio, its log ratio, and what other deals of the starts give."""

    ready: Prepared
    totals: tuple[float, float]
    log: float
    null: Null

    @classmethod
    def of(cls, scenario: Scenario, ratio: float, seed: int, at: float) -> "Case":
        """`at`: the log ratio that is put to the test."""
        ready = prepared(drawn(scenario, ratio, seed))
        found, small = imputed(ready.panel), merged(ready.panel)
        deals, complete = orders(small, DRAWS, seed)
        log, nodes = float(found.log[0]), np.array([at])
        null = Null(nodes, null_logs(small, deals, nodes), log, complete)
        return cls(ready, (float(found.observed[0]), float(found.expected[0])), log, null)

    def verdict(self) -> Verdict:
        """By the rules of a real pilot. The rows that are counted here do not look at the ends of the interval."""
        panel, p = self.ready.panel, self.null.p(0.0)
        companions = beside(panel, ALPHA)
        mde = smallest_fall(companions.left_out.error, panel.units, ALPHA)
        refused = refusals(standing(self.ready, Rules(), self.totals, mde), ALPHA)
        way = (0.0, 1 - 1e-12) if self.log < 0 else (1 + 1e-12, float("inf"))
        ends = (0.0, float("inf")) if p > ALPHA else way
        finding = None if refused else Finding(*self.totals, *ends, p, ALPHA)
        return judge(finding, held(self.totals[0] / self.totals[1], companions), refused).verdict


def replication(task: tuple[Scenario, int]) -> tuple[float, Verdict, float, float, Verdict]:
    """(p and verdict without an effect, p of the truth and log ratio at 0.8, verdict at 0.7)."""
    scenario, seed = task
    none, some, more = (
        Case.of(scenario, ratio, seed, at) for ratio, at in ((1.0, 0.0), (0.8, np.log(0.8)), (0.7, 0.0))
    )
    return none.null.p(0.0), none.verdict(), some.null.p(float(np.log(0.8))), some.log, more.verdict()


def measured(scenario: Scenario, replications: int, pool: ProcessPoolExecutor) -> Row:
    first = 1_000_000 * (1 + [item.name for item in SCENARIOS].index(scenario.name))
    tasks = [(scenario, first + number) for number in range(replications)]
    p, verdict, p_true, logs, verdict_more = zip(*pool.map(replication, tasks, chunksize=10), strict=True)
    off = np.array(logs) - np.log(0.8)
    return Row(
        scenario,
        two_sided=_share(value <= ALPHA for value in p),
        false_alarm=_share(found is Verdict.FALL for found in verdict),
        coverage=_share(value > ALPHA for value in p_true),
        bias=float(np.expm1(off.mean())),
        bias_error=float(off.std() / np.sqrt(replications)),
        power=_share(found is Verdict.FALL for found in verdict_more),
        refused=_share(found is Verdict.REFUSED for found in verdict),
        replications=replications,
    )


def _share(hits: Iterable[bool]) -> float:
    return float(np.mean(list(hits)))


def percent(share: float, decimals: int = 1) -> str:
    return f"{share * 100:.{decimals}f}%"


def line(row: Row) -> str:
    shares = (row.two_sided, row.false_alarm, row.coverage)
    cells = [f"{percent(share)} ± {percent(row.error(share))}" for share in shares]
    cells += [
        f"{percent(row.bias)} ± {percent(row.bias_error)}",
        f"{percent(row.power)} ± {percent(row.error(row.power))}",
    ]
    mark = "" if row.scenario.bounded else " *"
    return f"| {row.scenario.name}{mark} | {' | '.join(cells)} | {percent(row.refused)} |"


def document(rows: list[Row], replications: int) -> str:
    missed = [words for row in rows for words in row.missed()]
    verdict = "All bounds hold." if not missed else "Missed: " + "; ".join(missed) + "."
    table = "\n".join([f"| {' | '.join(HEAD)} |", f"|{' --- |' * len(HEAD)}", *map(line, rows)])
    return TEXT.format(replications=replications, draws=DRAWS, table=table, verdict=verdict)


TEXT = """# Calibration

What the whole rule does on made pilots whose truth is known: the gate, test, companions and ladder of a real one. This
page is written by `python -m bench.calibration {replications} --write`; `bench/scenarios.py` holds the pilots. Of each
scenario there are {replications} replications with {draws} deals of the starts, and ± is one Monte Carlo error.

- Without an effect (a true ratio of 1): how often p is at most .05, either way, and how often the verdict is
  *Aantoonbare daling*.
- At a true ratio of 0.8: how often the interval holds it, and how far the estimate lies off on average.
- At 0.7: how often the verdict is *Aantoonbare daling*.
- How often the gate refuses, without an effect.

{table}

\\* Printed beside the rest: here the null of the test is not true as it stands (a start after a peak, effects that
differ by unit around zero), so only the bound on *Aantoonbare daling* applies.

Bounds: *Aantoonbare daling* without an effect at most 3%; either way at most 6%; interval at least 93%; bias at most
2.5%; *Aantoonbare daling* at 0.7 in the first scenario at least 75%. A bound holds when it is not missed by more than
two Monte Carlo errors. **{verdict}**
"""


def main() -> None:
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    replications = numbers[0] if numbers else REPLICATIONS
    rows = []
    with ProcessPoolExecutor(PROCESSES) as pool:
        for scenario in SCENARIOS:
            began = time.perf_counter()
            rows.append(measured(scenario, replications, pool))
            print(line(rows[-1]), f"{time.perf_counter() - began:.0f} s", flush=True)
    missed = [words for row in rows for words in row.missed()]
    print("\n".join(missed) or "all bounds hold")
    if "--write" in sys.argv:
        TARGET.write_text(document(rows, replications), encoding="utf-8")
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
