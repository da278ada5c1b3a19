"""The worker does what the app asked, tells how far it is, and leaves nothing behind when it is stopped or killed."""

import json
import os
import signal
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta

import pyarrow.parquet as pq
import pytest

from tests.exports import contacts
from voorkant.builder import publishing, worker
from voorkant.builder.store.history import read_history
from voorkant.cube.reader import current
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.domain.job import BROKEN_OFF, Job, JobFile, Kind, State, Status

ROLLOUT = "programma;locatie;startdatum\nojg;01000001;2024-02-01\n"
BROKEN_ROWS = "programma;locatie;startdatum\nojg;01000001;2024-02-01\nojg;01000002;31-02-2024\n"
BSN = "client_bsn;contactdatum\n" + "".join(f"{number};2024-01-01\n" for number in ("111222333", "123456782") * 15)


@pytest.fixture
def home(quarter: Home) -> Home:
    return quarter


def bring(home: Home, number: int = 1, **texts: str) -> Job:
    """A check of files, as the page asks for it; the word before the dot is the name of the argument."""
    jobs, files = Jobs(home), []
    for place, (name, text) in enumerate(texts.items()):
        file = JobFile(f"{name}.csv", f"job{number}/file{place}.csv")
        jobs.upload(file).parent.mkdir(parents=True, exist_ok=True)
        jobs.upload(file).write_text(text, encoding="utf-8")
        files.append(file)
    job = Job(f"job{number}", Kind.CHECK, tuple(files), "Anne", "2026-11-23T10:00:00")
    jobs.ask(job)
    return job


def ask_publication(home: Home, checked: Job, name: str = "job8") -> Job:
    job = replace(checked, id=name, kind=Kind.PUBLISH, check=checked.id)
    Jobs(home).ask(job)
    return job


def done(home: Home, job: Job) -> Status:
    worker.work(home, once=True)
    return Jobs(home).status(job)


def name_of_publication(home: Home) -> str:
    found = current(home.published)
    assert found
    return found.name


def exports(home: Home) -> set[str]:
    return {path.name for path in home.exports.iterdir()}


def test_a_check_reports_and_stores_nothing(home):
    before, history = exports(home), read_history(home.records)
    status = done(home, bring(home, uitrol_nieuw=BROKEN_ROWS, vreemd="kleur;maat\nrood;3\n"))
    assert (status.state, status.percent) == (State.DONE, 100)
    rollout, strange = status.result["files"]
    assert (rollout["file"], rollout["kind"]) == ("uitrol_nieuw.csv", "uitrol")
    assert (rollout["rows_in"], rollout["rows_used"], rollout["rows_refused"]) == (2, 1, 1)
    assert (strange["kind"], strange["refused"], strange["removed"]) == (None, True, False)
    assert "kleur" in strange["why"][0]["suggestion"]
    assert exports(home) == before
    assert read_history(home.records) == history
    assert name_of_publication(home) == "000001"


def test_every_finding_is_in_the_table_and_counted_by_rule(home):
    many = "programma;locatie;startdatum\n" + "ojg;01000001;31-02-2024\n" * 3 + "ojg;01000002;32-01-2024\n" * 2
    job = bring(home, uitrol=many)
    result = done(home, job).result
    found = pq.read_table(Jobs(home).findings(job)).to_pylist()
    assert [item["line"] for item in found if item["severity"] == "geweigerd"] == [2, 3, 4, 5, 6]
    assert sum(rule["count"] for rule in result["rules"] if rule["severity"] == "geweigerd") == 5


def test_beside_the_findings_stands_how_the_first_look_in_their_file(home):
    job = bring(home, uitrol=BROKEN_ROWS, clienten=BSN)
    result = done(home, job).result
    (preview,) = json.loads(Jobs(home).preview(job).read_text(encoding="utf-8"))
    assert (preview["file"], preview["sheet"]) == ("uitrol.csv", None)
    assert [mark["rule"] for mark in preview["marks"]] == ["datum_onmogelijk"]
    assert ["ojg", "01000002", "31-02-2024"] in [row["cells"] for row in preview["rows"]]
    impossible = next(rule for rule in result["rules"] if rule["rule"] == "datum_onmogelijk")
    assert (impossible["count"], impossible["kinds"]) == (1, {"uitrol": 1})


def test_samples_of_personal_columns_are_patterns(home):
    job = bring(home, ojg=contacts())
    columns = {item["name"]: item for item in done(home, job).result["files"][0]["columns"]}
    assert columns["client_id"]["samples"] == ["A99"]
    assert columns["gemeentecode"]["samples"] == ["GM9901", "GM9902"]
    assert all(len(item["samples"]) <= 20 for item in columns.values())


def test_a_file_with_bsn_is_removed_at_once_and_named(home):
    job = bring(home, clienten=BSN, uitrol=ROLLOUT)
    refused, fine = done(home, job).result["files"]
    assert (refused["refused"], refused["removed"], fine["refused"]) == (True, True, False)
    assert not Jobs(home).upload(job.files[0]).exists()
    assert Jobs(home).upload(job.files[1]).exists()
    for path in (path for path in home.path.rglob("*") if path.is_file()):
        assert b"111222333" not in path.read_bytes(), path


def test_what_was_delivered_before_is_known(home):
    text = (home.exports / "uitrol.csv").read_text(encoding="utf-8")
    assert done(home, bring(home, nog_eens=text)).result["files"][0]["known"]


def test_files_that_wait_in_the_inbox_are_named(home):
    (home.exports / "later.csv").write_text(ROLLOUT, encoding="utf-8")
    assert done(home, bring(home, uitrol=BROKEN_ROWS)).result["waiting"] == ["later.csv"]


def test_a_publication_moves_the_files_counts_them_and_tells_every_step(home, monkeypatch):
    checked = bring(home, uitrol=ROLLOUT, uitrol_2=BROKEN_ROWS, vreemd="kleur;maat\nrood;3\n")
    done(home, checked)
    told: list[Status] = []
    tell = Jobs.tell

    def telling(jobs: Jobs, job: Job, status: Status) -> None:
        told.append(status)
        tell(jobs, job, status)
        if status.step == "Publiceren":
            jobs.stop(job)  # too late: nothing comes after it

    monkeypatch.setattr(Jobs, "tell", telling)
    status = done(home, ask_publication(home, checked))
    assert (status.state, status.result["publication"]) == (State.DONE, "000002")
    rows = {file["file"]: file["rows_used"] for file in status.result["files"]}
    assert rows == {"uitrol (2).csv": 1, "uitrol_2.csv": 1}  # another file of the same name keeps both
    assert (home.exports / "uitrol (2).csv").read_text(encoding="utf-8") == ROLLOUT
    assert "uitrol_2.csv" in exports(home)
    assert "vreemd.csv" not in exports(home)
    assert not any(Jobs(home).uploads.rglob("*.csv"))
    percents = [status.percent for status in told]
    assert percents == sorted(percents)
    assert percents[-1] == 100
    assert percents[-2] > 80
    assert {"Klaarzetten: uitrol_2.csv", "Lezen: uitrol_2.csv", "Publiceren"} <= {status.step for status in told}


def test_who_comes_second_has_to_check_again(home):
    first, second = bring(home, 1, uitrol_a=ROLLOUT), bring(home, 2, uitrol_b=BROKEN_ROWS)
    done(home, first)
    one, two = ask_publication(home, first, "job8"), ask_publication(home, second, "job9")
    assert done(home, one).state is State.DONE
    late = Jobs(home).status(two)
    assert late.state is State.FAILED
    assert "iemand anders gepubliceerd" in late.step
    assert name_of_publication(home) == "000002"
    assert Jobs(home).upload(second.files[0]).exists()


@pytest.mark.parametrize("step", ["Klaarzetten", "Lezen", "Meten en beschermen"])
def test_stopped_between_two_steps_nothing_has_changed(home, monkeypatch, step):
    checked = bring(home, uitrol_2=ROLLOUT)
    done(home, checked)
    before, history = exports(home), read_history(home.records)
    asked = ask_publication(home, checked)
    tell = Jobs.tell

    def stopping(jobs: Jobs, job: Job, status: Status) -> None:
        tell(jobs, job, status)
        if status.step.startswith(step):
            jobs.stop(job)

    monkeypatch.setattr(Jobs, "tell", stopping)
    status = done(home, asked)
    assert status.state is State.STOPPED
    assert (exports(home), read_history(home.records)) == (before, history)
    assert name_of_publication(home) == "000001"
    assert Jobs(home).upload(checked.files[0]).exists()


def test_stopped_before_it_began(home):
    job = bring(home, uitrol=ROLLOUT)
    Jobs(home).stop(job)
    assert done(home, job).state is State.STOPPED


def test_a_full_disk_is_said_and_leaves_all_as_it_was(home, monkeypatch):
    checked = bring(home, uitrol_2=ROLLOUT)
    done(home, checked)
    before = exports(home)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("voorkant.builder.publish.write_cube", full)
    status = done(home, ask_publication(home, checked))
    assert status.state is State.FAILED
    assert "De schijf is vol" in status.step
    assert exports(home) == before
    monkeypatch.undo()
    assert done(home, ask_publication(home, checked, "job9")).state is State.DONE


def test_no_permission_is_said(home, monkeypatch):
    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "/plek")

    monkeypatch.setattr(publishing.shutil, "copyfile", closed)
    checked = bring(home, uitrol_2=ROLLOUT)
    done(home, checked)
    status = done(home, ask_publication(home, checked))
    assert (status.state, "Geen schrijfrechten voor /plek" in status.step) == (State.FAILED, True)


def test_a_wrong_declaration_is_said(home):
    home.settings.write_text("[regio]\nnaam = 3\n", encoding="utf-8")
    status = done(home, bring(home, uitrol=ROLLOUT))
    assert status.state is State.FAILED
    assert "voorkant.toml" in status.step


def test_after_a_kill_the_next_worker_starts_clean(home, broken):
    checked = bring(home, uitrol_2=ROLLOUT)
    done(home, checked)
    asked, before = ask_publication(home, checked), exports(home)
    code, _ = broken("function", "publish.write_cube", "worker", "--once", "--home", home.path)
    assert code == -signal.SIGKILL
    jobs = Jobs(home)
    assert jobs.status(asked).state is State.BUSY
    assert not jobs.is_worked_on()
    assert name_of_publication(home) == "000001"
    again = ask_publication(home, checked, "job9")
    assert done(home, again).result["publication"] == "000002"
    broken = jobs.status(asked)
    assert (broken.state, broken.step) == (State.FAILED, BROKEN_OFF)
    assert exports(home) == before | {"uitrol_2.csv"}


def test_what_a_broken_off_job_had_placed_is_taken_back(home):
    checked = bring(home, uitrol_2=ROLLOUT)
    done(home, checked)
    asked = ask_publication(home, checked)
    (home.exports / "uitrol_2.csv").write_text(ROLLOUT, encoding="utf-8")
    placed = {"placed": {checked.files[0].path: "uitrol_2.csv"}}
    Jobs(home).tell(asked, Status(State.BUSY, "Lezen", 40, placed))
    worker.work(home, once=True)
    assert "uitrol_2.csv" not in exports(home)


def test_uploads_that_were_left_alone_are_removed(home):
    job = bring(home, uitrol=ROLLOUT)
    folder = Jobs(home).upload(job.files[0]).parent
    done(home, job)
    long_ago = (datetime.now() - timedelta(days=8)).timestamp()  # noqa: DTZ005
    os.utime(folder, (long_ago, long_ago))
    worker.work(home, once=True)
    assert not folder.exists()


def test_old_jobs_are_forgotten(home, monkeypatch):
    monkeypatch.setattr(worker, "KEEP_JOBS", 1)
    for number in (1, 2, 3):
        bring(home, number, uitrol=ROLLOUT)
    worker.work(home, once=True)
    worker.work(home, once=True)
    assert [job.id for job in Jobs(home).all()] == ["job3"]


def test_sheets_and_files_in_a_zip_are_reported_one_by_one(home):
    file = JobFile("levering.zip", "job1/levering.zip")
    path = Jobs(home).upload(file)
    path.parent.mkdir(parents=True)
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("uitrol_2.csv", ROLLOUT)
        packed.writestr("vreemd.csv", "kleur;maat\nrood;3\n")
    job = Job("job1", Kind.CHECK, (file,), "Anne", "2026-11-23T10:00:00")
    Jobs(home).ask(job)
    told = {item["file"]: item["refused"] for item in done(home, job).result["files"]}
    assert told == {"levering.zip!uitrol_2.csv": False, "levering.zip!vreemd.csv": True}
    assert done(home, ask_publication(home, job)).result["publication"] == "000002"
    assert "levering.zip" in exports(home)


def test_a_zip_of_which_one_file_holds_bsn_is_removed_and_not_published(home):
    file = JobFile("levering.zip", "job1/levering.zip")
    path = Jobs(home).upload(file)
    path.parent.mkdir(parents=True)
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("uitrol_2.csv", ROLLOUT)
        packed.writestr("clienten.csv", BSN)
    job = Job("job1", Kind.CHECK, (file,), "Anne", "2026-11-23T10:00:00")
    Jobs(home).ask(job)
    files = done(home, job).result["files"]
    assert [(item["removed"], item["refused"]) for item in files] == [(True, True), (True, True)]
    assert [item["why"][0]["rule"] for item in files] == ["deel_geweigerd", "bsn"]
    assert not path.exists()
    assert done(home, ask_publication(home, job)).result["publication"] is None
    assert "levering.zip" not in exports(home)


def test_a_worker_that_stays_takes_what_is_asked_later(home, monkeypatch):
    asked: list[Job] = []

    def sleep(_seconds: float) -> None:
        if asked:
            raise KeyboardInterrupt
        asked.append(bring(home, uitrol=ROLLOUT))

    monkeypatch.setattr(worker.time, "sleep", sleep)
    with pytest.raises(KeyboardInterrupt):
        worker.work(home, once=False)
    assert Jobs(home).status(asked[0]).state is State.DONE
    assert not Jobs(home).is_worked_on()


def test_a_file_that_is_gone_is_named(home):
    checked = bring(home, uitrol_2=ROLLOUT)
    Jobs(home).upload(checked.files[0]).unlink()
    gone = done(home, checked)
    assert (gone.state, "uitrol_2.csv is er niet meer" in gone.step) == (State.FAILED, True)
    again = bring(home, 2, uitrol_3=ROLLOUT)
    done(home, again)
    Jobs(home).upload(again.files[0]).unlink()
    assert "uitrol_3.csv is er niet meer" in done(home, ask_publication(home, again)).step


def test_what_stands_in_the_inbox_already_is_left_there(home):
    checked = bring(home, uitrol_2=ROLLOUT)
    done(home, checked)
    (home.exports / "uitrol_2.csv").write_text(ROLLOUT, encoding="utf-8")
    assert done(home, ask_publication(home, checked)).result["publication"] == "000002"
    assert (home.exports / "uitrol_2.csv").exists()
