"""Which lines and branches of `voorkant/` the tests pass: `pytest -p tests.covered -n 2`, which counts in its workers.

Until Python 3.12 `coverage` has Python tell it of every line, which makes a test half as slow again. SlipCover puts a
probe at each line of what is imported and takes it out once it was passed. Its own way to start pytest does not know
pytest 9 yet, so it is called here.
"""

import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
import slipcover

SOURCE = str(Path(__file__).resolve().parent.parent / "voorkant")
LEAST = 97
"""Percent, of lines and branches together."""
PROBES = slipcover.Slipcover(branch=True, source=[SOURCE])
PASSED: list[dict[str, Any]] = []
"""What each worker told at its end."""


def joined(parts: list[dict[str, Any]]) -> dict[str, Any]:
    """What was passed in any of the parts; nothing at all when there are none."""
    whole: dict[str, Any] = {"files": {}, "summary": {"percent_covered": 0.0}}
    for number, part in enumerate(parts):
        whole = slipcover.merge_coverage(whole, part) if number else part
    return whole


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """A `conftest.py` imports what is to be counted."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        slipcover.ImportManager(PROBES, slipcover.FileMatcher(sources=[SOURCE])).__enter__()


def pytest_testnodedown(node: Any) -> None:
    told = getattr(node, "workeroutput", {}).get("passed")
    if told:  # a worker that broke down tells nothing
        PASSED.append(json.loads(told))


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if "PYTEST_XDIST_WORKER" in os.environ:
        session.config.workeroutput["passed"] = json.dumps(PROBES.get_coverage())  # type: ignore[attr-defined]
    elif joined(PASSED)["summary"]["percent_covered"] < LEAST:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    found, table = joined(PASSED), io.StringIO()
    slipcover.print_coverage(found, outfile=table, skip_covered=True)
    terminalreporter.write_line(table.getvalue())
    percent = found["summary"]["percent_covered"]
    terminalreporter.write_line(f"{percent:.2f}% of lines and branches passed; at least {LEAST}% is asked")
