"""How fast the demo is made: the small one that a first start waits for, and a million contacts from nothing to CSV."""

import resource
import sys
import tempfile
import time
from pathlib import Path

from voorkant.builder.demo import write_demo

MILLION = 1_000_000
LEAST_ROWS_PER_SECOND = 200_000
MOST_SECONDS_SMALL = 3.0


def seconds(rows: int | None, tries: int = 3) -> float:
    """The best of some tries: what else the machine does is not the generator's."""
    taken = []
    for _ in range(tries):
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            write_demo(Path(folder), rows=rows)
            taken.append(time.perf_counter() - start)
    return min(taken)


def main() -> int:
    small, large = seconds(None), seconds(MILLION)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"small demo: {small:.2f} s (at most {MOST_SECONDS_SMALL:.0f})")
    print(f"{MILLION:,} contacts: {MILLION / large:,.0f} rows/s (at least {LEAST_ROWS_PER_SECOND:,}), {memory:.0f} MB")
    return int(small > MOST_SECONDS_SMALL or MILLION / large < LEAST_ROWS_PER_SECOND)


if __name__ == "__main__":
    sys.exit(main())
