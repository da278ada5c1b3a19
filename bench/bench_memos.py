"""Hundreds of memos in one process, of the four kinds of piece: whether its memory stays what it is.

Every memo is another one (a title of its own, and by turns a gemeente and periods), so that nothing is found in a cache
that a next memo would not find there. Run: python -m bench.bench_memos [home [memos [formats, with commas [step]]]]
"""

import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from voorkant import ROOT
from voorkant.declare.home import Home
from voorkant.declare.memofile import KINDS, ORDERS, Draft
from voorkant.domain.problem import Problem
from voorkant.report.asking import Asker
from voorkant.report.memo.files import written
from voorkant.report.memo.make import make
from voorkant.report.opened import asker

USUAL = (str(ROOT / "var" / "demo"), "100", "docx,pdf,pptx,xlsx", "10")
GEMEENTEN = ("GM9901", "GM9902", "GM9903")
PERIODS = (("2018", "2025"), ("2020", "2024"), ("2022-H1", "2025-H2"), ("2024-Q1", "2025-Q4"))
MEASURES = ("ojg:contacten", "ojg:bereikte_jeugdigen", "ojg:zonder_verwijzing", ":verwijzingen_sggz",
            ":verwijzingen_sggz_huisarts", ":cbs_jeugdhulpgebruik")  # fmt: skip
PILOTS, PAGE_KB = ("ojg-olievlek",), 4


def drafts() -> Iterator[Draft]:
    """Without end; none is like one before it."""
    for number in count():
        kind = list(KINDS)[number % len(KINDS)]
        since, period = PERIODS[number // len(KINDS) % len(PERIODS)]
        yield Draft(name="", title=f"Brief {number + 1}", kind=kind, gemeente=GEMEENTEN[number % len(GEMEENTEN)],
                    since=since, period=period, measures=MEASURES, pilots=PILOTS, order=ORDERS[kind])  # fmt: skip


def memory_mb() -> float:
    """What the process holds in memory now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_KB / 1024


def one(ask: Asker, home: Home, draft: Draft, formats: list[str]) -> None:
    memo = make(ask, draft)
    for suffix in formats:
        written(memo, suffix, home)


def main(path: str, memos: str, formats: str, step: str) -> None:
    home, began = Home(Path(path).resolve()), time.process_time()
    ask = asker(home)
    refused = 0
    for number, draft in zip(range(1, int(memos) + 1), drafts(), strict=False):
        try:
            one(ask, home, draft, formats.split(","))
        except Problem:
            refused += 1
        if number == 1 or not number % int(step):
            print(f"{number:5} memos  {memory_mb():6.0f} MB  {time.process_time() - began:7.1f} s CPU", flush=True)
    print(f"{refused} refused")


if __name__ == "__main__":
    main(*sys.argv[1:], *USUAL[len(sys.argv) - 1 :])
