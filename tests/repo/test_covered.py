"""Too little passed makes the run fail, also when every test is good."""

import json
from types import SimpleNamespace

import pytest

from tests import covered


def told(executed: int, missing: int, first: int = 1) -> str:
    lines = {"executed_lines": [*range(first, first + executed)], "missing_lines": [*range(200, 200 + missing)]}
    branches = {"executed_branches": [], "missing_branches": []}
    meta = {"software": "slipcover", "branch_coverage": True, "show_contexts": False}
    return json.dumps({"meta": meta, "files": {"a.py": lines | branches}, "summary": {
        "percent_covered": 100 * executed / (executed + missing)}})  # fmt: skip


@pytest.fixture
def ended(monkeypatch):
    """How the run ends, by what its workers told."""
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)

    def end(*parts: str):
        monkeypatch.setattr(covered, "PASSED", [])
        for part in parts:
            covered.pytest_testnodedown(SimpleNamespace(workeroutput={"passed": part}))
        session = SimpleNamespace(exitstatus=pytest.ExitCode.OK)
        covered.pytest_sessionfinish(session)
        return session.exitstatus

    return end


@pytest.mark.parametrize(
    ("parts", "good"),
    [
        ([told(97, 3)], True),
        ([told(96, 4)], False),
        ([told(60, 3), told(40, 3, first=58)], True),  # 97 of 100 in one or the other
        ([told(60, 4), told(40, 4, first=57)], False),
        ([], False),
    ],
)
def test_the_run_is_good_when_enough_is_passed(ended, parts, good):
    assert (ended(*parts) == pytest.ExitCode.OK) == good


def test_a_worker_that_broke_down_tells_nothing(ended):
    covered.pytest_testnodedown(SimpleNamespace())
    assert ended(told(97, 3)) == pytest.ExitCode.OK


def test_a_worker_tells_what_it_passed(monkeypatch):
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw0")
    monkeypatch.setattr(covered, "PROBES", SimpleNamespace(get_coverage=lambda: {"files": {"a.py": {}}}))
    told_here: dict[str, str] = {}
    covered.pytest_sessionfinish(SimpleNamespace(config=SimpleNamespace(workeroutput=told_here)))
    assert json.loads(told_here["passed"]) == {"files": {"a.py": {}}}
