"""Only a manager keeps pilots, and what stands in the way is said before anything is written."""

from pathlib import Path

import pytest

from tests.unit.declare.test_pilot import PLAIN, read
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.declare.register import Register
from voorkant.domain.job import Job, Kind
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.ui import access, cache, jobs
from voorkant.ui.access import User
from voorkant.ui.pilots import busy, keeping

PILOT = read(PLAIN)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("VOORKANT_HOME", str(tmp_path))
    monkeypatch.setattr(jobs.Hand, "start", lambda _self: None)
    cache.forget()
    return Home(tmp_path)


ACTS = {
    "draft": lambda: keeping.draft(PILOT),
    "lock": lambda: keeping.lock(PILOT),
    "amend": lambda: keeping.amend(PILOT, PILOT, "Zomaar."),
    "decide": lambda: keeping.decide("proef", keeping.decision("doorgaan", "Ja.", publication="1", verdict="")),
    "assess": jobs.assess,
}


@pytest.mark.parametrize("role", sorted(access.ROLES - {"manager"}))
@pytest.mark.parametrize("act", ACTS)
def test_other_roles_do_nothing(home, monkeypatch, role, act):
    user = User("Anne", frozenset({role}), frozenset({"*"}), Protection.INTERN)
    monkeypatch.setattr(access, "current_user", lambda: user)
    with pytest.raises(Problem, match="geen toegang"):
        ACTS[act]()
    assert not (home.work / "pilots").exists()
    assert not keeping.may()


@pytest.mark.parametrize("act", ["draft", "lock", "amend", "assess"])
def test_while_a_publication_is_under_way_nothing_is_laid_down(home, act):
    Jobs(home).ask(Job("job1", Kind.PUBLISH, (), "Bram", "2026-11-26T10:00:00"))
    with pytest.raises(Problem, match="Bram is al aan het publiceren"):
        ACTS[act]()
    assert Register(home).entries("proef") == []


@pytest.mark.parametrize(
    ("title", "slug"), [("OJG in Aduard", "ojg-in-aduard"), ("  Één, twee! ", "een-twee"), ("a" * 99, "a" * 60)]
)  # fmt: skip
def test_a_slug_holds_plain_letters(title, slug):
    assert keeping.slug_of(title) == slug


def test_outcomes_are_counts_of_what_changes():
    assert set(keeping.outcomes()) == {"verwijzingen_sggz", "verwijzingen_sggz_huisarts"}


def test_an_assessment_that_failed_is_told_until_something_else_is_asked(home):
    assert busy.show() is False
    jobs.assess()
    (job,) = Jobs(home).all()
    assert job.kind is Kind.ASSESS
