"""A fuzzer of the reader: broken exports, workbooks and zips, each from its own number, for as long as you like.

It holds that the reader ends in a report, whatever the bytes: every row counted once, within the time and memory
limits, and with no value of a person in what it says. What breaks that is kept beside its number.
Run: python -m bench.fuzz_reader MINUTES [FIRST_SEED [FOLDER]]; one input again: python -m bench.fuzz_reader 0 SEED
"""

import json
import os
import re
import resource
import select
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from bench.fuzz_corpus import CANARIES, broken, corpus
from voorkant import ROOT
from voorkant.builder.ingest.read import read_files
from voorkant.builder.ingest.report import FileReport, describe, every_finding, report_json
from voorkant.declare.source import read_sources

BATCH, MOST_CPU, MOST_ROOM, PATIENCE = 500, 5.0, 3 << 30, 60
"""Inputs per process; CPU seconds and address space for one input; seconds without a word before it is a hang."""
SOURCES = read_sources(ROOT / "data" / "sources")


class BrokenError(AssertionError):
    """What the reader promises does not hold."""


def hold(reports: list[FileReport]) -> None:
    for report in reports:
        if report.rows_in != report.rows_used + report.rows_refused + report.rows_skipped:
            raise BrokenError("rows are not all accounted for")
        if (report.table is None) != report.is_refused:
            raise BrokenError("a table of a refused file, or none of one that is not")
        if report.table is not None:
            _hold_rows(report)
        told = json.dumps([report_json(report), list(every_finding(report))], allow_nan=False) + describe(report)
        if leaked := [canary for canary in CANARIES if re.search(rf"(?<!\w){re.escape(canary)}(?!\w)", told)]:
            raise BrokenError(f"a finding repeats {leaked}")


def _hold_rows(report: FileReport) -> None:
    used, refused = report.table.column("line").to_pylist(), report.refused_rows.column("line").to_pylist()
    if len(used) != report.rows_used or len(set(refused)) != report.rows_refused:
        raise BrokenError("the rows are not as many as the report says")
    if set(used) & set(refused) or used != sorted(set(used)):
        raise BrokenError("a row is both used and refused, or used twice")


def one(seed: int, found: list[bytes], folder: Path) -> str | None:
    """Why this input is a finding; None when all holds."""
    raw, start = broken(seed, found), time.process_time()
    path = folder / "export.csv"
    path.write_bytes(raw)
    try:
        hold(read_files(path, SOURCES))
    except BaseException as error:  # noqa: BLE001 - every kind of failure is what is looked for
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}: {str(error)[:200]}"
    took = time.process_time() - start
    return f"slow: {took:.1f} s of CPU" if took > MOST_CPU else None


def batch(first: int, found: list[bytes], channel: int) -> None:
    """In a process of its own: a line for each input before and after."""
    with open(os.devnull, "w") as silent:  # noqa: PTH123 - a panic of a library is caught, its noise is not wanted
        os.dup2(silent.fileno(), 2)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_ROOM, MOST_ROOM))
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + BATCH):
            os.write(channel, f"{seed}\t\n".encode())
            why = one(seed, found, Path(folder))
            os.write(channel, f"{seed}\t{why or 'ok'}\n".encode())


def watch(first: int, found: list[bytes]) -> tuple[int, dict[int, str]]:
    """(inputs done, finding per seed) of one batch; what ends its process is a finding too."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        batch(first, found, writing)
        os._exit(0)
    os.close(writing)
    text = b""
    while select.select([reading], [], [], PATIENCE)[0] and (part := os.read(reading, 1 << 16)):
        text += part
    os.close(reading)
    os.kill(child, signal.SIGKILL)  # it is over, or it hangs
    _, status = os.waitpid(child, 0)
    lines = [line.split("\t", 1) for line in text.decode(errors="replace").splitlines()]
    done = {int(seed): why for seed, why in lines if why}
    bad = {seed: why for seed, why in done.items() if why != "ok"}
    busy = int(lines[-1][0])
    if busy not in done:
        bad[busy] = f"the process hung or ended: {status}"
        done[busy] = bad[busy]
    return len(done), bad


def main() -> int:
    minutes = float(sys.argv[1])
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    kept = Path(sys.argv[3] if len(sys.argv) > 3 else tempfile.mkdtemp(prefix="fuzz-"))
    kept.mkdir(parents=True, exist_ok=True)
    found = corpus()
    if not minutes:
        (kept / f"{first}.bin").write_bytes(broken(first, found))
        print(one(first, found, kept), kept)
        return 0
    done, seed, kinds, until = 0, first, Counter[str](), time.monotonic() + 60 * minutes
    while time.monotonic() < until:
        count, bad = watch(seed, found)
        for number, why in bad.items():
            kinds[why] += 1
            if kinds[why] <= 3:
                (kept / f"{number}.bin").write_bytes(broken(number, found))
                print(f"{number}: {why}", flush=True)
        done, seed = done + count, seed + count
    print(f"{done:,} inputs in {minutes:.0f} minutes, {sum(kinds.values())} findings of {len(kinds)} kinds; {kept}")
    return int(bool(kinds))


if __name__ == "__main__":
    sys.exit(main())
