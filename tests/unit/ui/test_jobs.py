"""What a steward asks for stands in `work/`, one publication at a time, and a worker is at hand."""

import sys
from pathlib import Path

import pytest

from voorkant.declare.auditcheck import read_log
from voorkant.declare.auditlog import app_log
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.domain.job import Job, JobFile, Kind, State, Status
from voorkant.domain.problem import DataRefused, Problem
from voorkant.domain.protection import Protection
from voorkant.ui import access, cache, jobs, process, signed
from voorkant.ui.access import LOCAL, User

FILES = (JobFile("a.csv", "een/a.csv"),)
CHECKED = Status(State.DONE, "Klaar", 100, {"publication": None, "files": [], "rules": [], "waiting": []})


class Launched:
    """A process that has left with a code, or that is still there (None)."""

    code: int | None = 0

    def poll(self) -> int | None:
        return self.code


@pytest.fixture
def launched(monkeypatch) -> list[list[str]]:
    """The commands that would have been started."""
    commands: list[list[str]] = []

    def launch(command: list[str], log: Path) -> Launched:
        commands.append(command)
        log.write_text("Fout: De map is weg.\n", encoding="utf-8")
        return Launched()

    monkeypatch.setattr(process, "launch", launch)
    return commands


@pytest.fixture
def desk(tmp_path, monkeypatch, launched) -> Jobs:
    monkeypatch.setenv("VOORKANT_HOME", str(tmp_path))
    cache.forget()
    return Jobs(Home(tmp_path))


def flow() -> jobs.Flow:
    found = jobs.flow()
    assert found
    return found


def checked(desk: Jobs) -> jobs.Flow:
    jobs.check(jobs.new_id(), FILES)
    desk.tell(flow().check, CHECKED)
    return flow()


def test_nothing_was_asked(desk):
    assert jobs.flow() is None
    assert jobs.publishing() is None


def test_a_check_is_written_and_a_worker_started(desk, launched, tmp_path):
    jobs.check("een", FILES)
    (job,) = desk.all()
    assert (job.kind, job.files, job.who, job.role) == (Kind.CHECK, FILES, LOCAL.name, LOCAL.role)
    assert flow().status.state is State.WAITING
    assert launched == [[sys.executable, "-m", "voorkant", "worker", "--once", "--home", str(tmp_path)]]


def test_a_worker_that_lives_is_not_started_again(desk, launched, monkeypatch):
    monkeypatch.setattr(Launched, "code", None)
    jobs.check("een", FILES)
    jobs.hand().attend()
    assert len(launched) == 1


def test_a_worker_of_someone_else_is_enough(desk, launched):
    with desk.alone(0):
        jobs.check("een", FILES)
    assert launched == []


def test_a_job_that_still_waits_gets_a_new_worker(desk, launched):
    jobs.check("een", FILES)
    assert jobs.hand().attend() == ""
    assert len(launched) == 2


def test_a_worker_that_cannot_work_is_not_started_for_ever(desk, launched, monkeypatch):
    jobs.check("een", FILES)
    monkeypatch.setattr(Launched, "code", 1)
    assert jobs.hand().attend() == "De map is weg."
    assert jobs.hand().attend() == "De map is weg."
    assert len(launched) == 1


def test_where_people_sign_in_the_app_starts_nothing(desk, launched, monkeypatch):
    jobs.check("een", FILES)
    launched.clear()
    monkeypatch.setattr(signed.Mode, "signing_in", True)
    jobs.hand().start()
    assert "voorkant-worker" in jobs.hand().attend()
    with desk.alone(0):
        assert jobs.hand().attend() == ""
    assert launched == []


def test_busy_without_a_worker_is_broken_off(desk):
    jobs.check("een", FILES)
    desk.tell(flow().check, Status(State.BUSY, "Controleren: a.csv", 50))
    assert flow().status.state is State.FAILED
    assert "afgebroken" in flow().status.step
    with desk.alone(0):
        assert flow().status == Status(State.BUSY, "Controleren: a.csv", 50)


def test_what_is_asked_is_on_record_without_a_reason_or_file_name(desk, tmp_path):
    jobs.allow(checked(desk), "ojg_contacten", ["postcode6"], "Een grond van de steward.")
    jobs.publish(checked(desk), reasons={"a": "Een reden van de steward."})
    desk.tell(first_publication(desk), CHECKED)
    jobs.undo("000001")
    records = read_log(app_log(Home(tmp_path)), "app").records
    assert [(item["action"], item["filter"]) for item in records] == [
        ("verkorten_toegestaan", {"bron": "ojg_contacten", "verkort": ["postcode6"]}),
        ("publiceren_gevraagd", {"bestanden": 1}),
        ("ongedaan_maken_gevraagd", {"ongedaan": "000001"}),
    ]
    assert "steward" not in app_log(Home(tmp_path)).path.read_text(encoding="utf-8")


def test_a_publication_follows_its_check(desk):
    jobs.publish(checked(desk))
    assert flow().job.kind is Kind.PUBLISH
    assert (flow().job.check, flow().job.files) == (flow().check.id, FILES)


def test_two_cannot_publish_at_once(desk, monkeypatch):
    first = checked(desk)
    jobs.publish(first)
    monkeypatch.setattr(access, "current_user", lambda: User("Bea", LOCAL.roles, LOCAL.scopes, Protection.INTERN))
    with pytest.raises(Problem, match="lokale modus is al aan het publiceren"):
        jobs.publish(checked(desk))
    assert jobs.publishing() == first_publication(desk)
    desk.tell(first_publication(desk), CHECKED)
    assert jobs.publishing() is None


def first_publication(desk: Jobs) -> Job:
    return next(job for job in desk.all() if job.kind is Kind.PUBLISH)


def test_each_steward_has_a_desk_of_their_own(desk, monkeypatch):
    checked(desk)
    monkeypatch.setattr(access, "current_user", lambda: User("Bea", LOCAL.roles, LOCAL.scopes, Protection.INTERN))
    assert jobs.flow() is None


def test_closing_removes_what_was_brought_in(desk):
    path = desk.upload(FILES[0])
    path.parent.mkdir(parents=True)
    path.write_text("a;b\n", encoding="utf-8")
    jobs.close(checked(desk))
    assert jobs.flow() is None
    assert not path.parent.exists()
    assert len(desk.all()) == 1


def test_checking_again_takes_the_same_files(desk):
    before = checked(desk)
    jobs.check_again(before)
    assert flow().check.id != before.check.id
    assert flow().check.files == FILES
    assert flow().status.state is State.WAITING


def test_stopping_leaves_a_wish(desk):
    jobs.check("een", FILES)
    jobs.stop(flow().check)
    assert desk.is_stopped(flow().check)


@pytest.mark.parametrize(
    ("number", "words"),
    [(28, "De schijf is vol"), (13, "Geen schrijfrechten voor /plek"), (30, "Geen schrijfrechten"), (5, "lukt niet")],
)
def test_what_the_disk_refuses_is_a_sentence(desk, monkeypatch, number, words):
    def refuse(*_: object) -> None:
        raise OSError(number, "words of the system", "/plek")

    monkeypatch.setattr(Jobs, "ask", refuse)
    with pytest.raises(Problem, match=words):
        jobs.check("een", FILES)


@pytest.mark.parametrize("name", ["een.json", "een/status.json"])
def test_a_damaged_file_is_named(desk, name):
    jobs.check("een", FILES)
    (desk.folder / name).write_text("{", encoding="utf-8")
    with pytest.raises(DataRefused, match=r"\.json is beschadigd"):
        jobs.flow()


def test_who_may_not_publish_is_refused(desk, monkeypatch):
    found = checked(desk)
    nobody = User("Bea", frozenset({"wethouder"}), LOCAL.scopes, Protection.INTERN)
    monkeypatch.setattr(access, "current_user", lambda: nobody)
    for forbidden in (lambda: jobs.publish(found), lambda: jobs.check("x", FILES), lambda: jobs.close(found)):
        with pytest.raises(Problem, match="geen toegang"):
            forbidden()
