"""Files that are made to crash, hang or fill the memory end in a report, soon and within bounds."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from voorkant import ROOT
from voorkant.builder.ingest.read import read_file

from .conftest import SOURCES, rules
from .hostile import FILES, made

MOST_ROOM, MOST_CPU, MOST_MB = 4 << 30, 20, 1_500
"""Address space, CPU seconds for one file, and megabytes in use at most."""
READER = """
import json, resource, sys, time
from pathlib import Path
from voorkant import ROOT
from voorkant.builder.ingest.read import read_files
from voorkant.builder.ingest.report import describe, every_finding
from voorkant.declare.source import read_sources
sources = read_sources(ROOT / "data" / "sources")
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]), int(sys.argv[2])))
for path in sorted(Path(sys.argv[1]).iterdir()):
    start = time.process_time()
    reports = read_files(path, sources)
    told = "".join(map(describe, reports)) + str([list(every_finding(report)) for report in reports])
    status = Path("/proc/self/status").read_text()  # ru_maxrss would be that of who started this, if that is more
    most = int(status.partition("VmHWM:")[2].split()[0]) / 1024
    print(json.dumps([path.name, [found.rule for report in reports for found in report.findings],
                      time.process_time() - start, most, "\\x1b" in told]), flush=True)
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[str], float, float, bool]]:
    """All of them, read in one process that may use no more than its room."""
    folder = tmp_path_factory.mktemp("hostile")
    for number, (_, raw) in enumerate(made()):
        (folder / f"{number:02d}").write_bytes(raw)
    command = [sys.executable, "-c", READER, str(folder), str(MOST_ROOM)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == len(FILES), f"it ended at {FILES[len(lines)].name}: {done.stderr[-2000:]}"
    return {FILES[int(name)].name: tuple(rest) for name, *rest in lines}


@pytest.mark.parametrize("item", FILES, ids=lambda item: item.name)
def test_it_ends_in_a_report(outcomes, item):
    found, cpu, megabytes, escapes = outcomes[item.name]
    assert item.rule is None or item.rule in found
    assert cpu < MOST_CPU
    assert megabytes < MOST_MB
    assert not escapes or item.name == "terminal codes"


def test_a_file_of_two_gigabytes_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "groot.csv"
    with path.open("wb") as file:
        file.truncate(2_000_000_001)  # takes no room on the disk
    assert rules(read_file(path, SOURCES)) == ["te_groot"]
