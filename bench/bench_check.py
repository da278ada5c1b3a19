"""`check` of a clean file of contacts against a floor: the same file to Parquet by bare DuckDB, with as many threads.

Each runs in a process of its own, in turns; time is the shortest of the turns and memory the most that one of them
took. Run: python -m bench.bench_check [rows ...]
"""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from voorkant import ROOT

ROWS = (1_000_000, 10_000_000)
TURNS = 3
BUDGET, LINEAR = 4.0, 11.0
MOST_MB = {1_000_000: 1_500, 10_000_000: 4_000}
MAKE = """
import sys
from pathlib import Path
from voorkant.builder.demo import exports
from voorkant.builder.demo.world import make_world
rows, folder = int(sys.argv[1]), Path(sys.argv[2])
exports._ENOUGH_FOR_FAULTS = rows + 1
exports.write_contacts(make_world(folder, 1, rows, lambda _: None))
"""
FLOOR = """
import duckdb, sys
source = f"read_csv('{sys.argv[1]}', delim=';', all_varchar=true, header=true)"
connection = duckdb.connect(config={"threads": sys.argv[3]})
connection.execute(f"copy (select * from {source}) to '{sys.argv[2]}'")
"""


@dataclass(frozen=True)
class Run:
    """What one process took."""

    wall: float
    cpu: float
    megabytes: float


def run(*arguments: str) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{arguments}: exit {process.returncode}")
    return Run(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def measure(path: Path) -> tuple[list[Run], list[Run]]:
    """(checks, floors), each right after the other."""
    target, threads = path.with_suffix(".parquet"), str(pa.cpu_count())
    pairs = [
        (run("-m", "voorkant", "check", str(path), "--json"), run("-c", FLOOR, str(path), str(target), threads))
        for _ in range(TURNS)
    ]
    target.unlink()
    checks, floors = zip(*pairs, strict=True)
    return list(checks), list(floors)


def report(rows: int, path: Path) -> tuple[float, bool]:
    """(CPU seconds of a check, whether it is within its budget)."""
    checks, floors = measure(path)
    took, lowest = min(item.wall for item in checks), min(item.wall for item in floors)
    cpu, floor_cpu = min(item.cpu for item in checks), min(item.cpu for item in floors)
    memory, most = max(item.megabytes for item in checks), MOST_MB.get(rows, 4_000)
    print(
        f"{rows:,} rows: check {took:.1f} s, floor {lowest:.1f} s, ratio {took / lowest:.2f} (at most {BUDGET:.0f}); "
        f"CPU {cpu:.1f} s against {floor_cpu:.1f} s, {cpu / floor_cpu:.2f}; {memory:,.0f} MB (at most {most:,})"
    )
    return cpu, took <= BUDGET * lowest and memory <= most


def main() -> int:
    wanted = [int(text) for text in sys.argv[1:]] or ROWS
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for rows in wanted:
            subprocess.run([sys.executable, "-c", MAKE, str(rows), folder], cwd=ROOT, check=True)
            found[rows] = report(rows, Path(folder, "ojg_contacten.csv"))
    within = all(fits for _, fits in found.values())
    if len(found) > 1:
        few, many = min(found), max(found)
        growth = found[many][0] / found[few][0]
        print(f"{many // few} times as many rows: {growth:.1f} times the CPU time (at most {LINEAR:.0f})")
        within = within and growth <= LINEAR * (many / few) / 10
    return int(not within)


if __name__ == "__main__":
    sys.exit(main())
