"""What has outlived its term is gone from the store, nothing comes back in its place, and the figures say why."""

import json
import shutil
import signal
from dataclasses import replace
from datetime import date, timedelta

import duckdb
import pytest

from tests.unit.builder.test_counting import referral, store  # noqa: F401 - a fixture
from tests.unit.builder.test_undo import in_force, silent
from tests.unit.commands.test_build import run
from voorkant.builder.build import build
from voorkant.builder.database import Database
from voorkant.builder.leaving import leaving
from voorkant.builder.purge import purge
from voorkant.builder.store.counting import DELIVERY_ROWS
from voorkant.builder.store.history import Undone, read_history, write_history
from voorkant.cube.reader import current
from voorkant.declare import clock
from voorkant.declare.auditcheck import check_logs
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.domain.job import Job, Kind, State, Status
from voorkant.domain.problem import DataRefused, Problem
from voorkant.ui.intake.history import last_taken_in

DAY = "2024-12-20"
TERMS = """
[bronnen.ojg_contacten]
bewaartermijn = "5 maanden"
[bewaren]
publicaties = "1 maand"
opdrachten = "1 jaar"
"""


@pytest.fixture
def home(published: Home) -> Home:
    published.settings.write_text(published.settings.read_text(encoding="utf-8") + TERMS, encoding="utf-8")
    return published


def months(home: Home) -> set[str]:
    """The months of the contacts that are on disk, in any file."""
    files = [str(path) for path in (home.records / "rows").glob("*.parquet")]
    query = "select distinct strftime(contactdatum, '%Y-%m') from read_parquet(?, union_by_name = true)"
    return {month for (month,) in duckdb.execute(query, [files]).fetchall() if month}


def test_what_the_audit_remembers_of_those_periods_leaves_too(home, capsys):
    assert remembered(home) >= {"2024-01", "2024-06", "2024-07", "2024-Q2", "2024-Q3", "2024"}
    assert run(capsys, "purge", "--home", str(home.path), "--day", DAY)[0] == 0
    left = remembered(home)
    assert not left & {"2024-01", "2024-06", "2024-Q2"}
    assert left >= {"2024-07", "2024-Q3", "2024"}
    assert build(home, silent).exit_code == 0


def remembered(home: Home) -> set[str]:
    """The periods of contacts of which the true counts are kept."""
    files = [str(path) for path in (home.records / "audit").glob("*.parquet")]
    query = "select distinct period_code from read_parquet(?) where indicator = 'contacten'"
    return {code for (code,) in duckdb.execute(query, [files]).fetchall()}


def test_a_dry_run_removes_nothing_and_says_what_would_go(home, capsys):
    before = {path: path.read_bytes() for path in home.records.rglob("*.parquet")}
    code, out, err = run(capsys, "purge", "--home", str(home.path), "--dry-run", "--day", DAY, "--json")
    told = json.loads(out)
    assert (code, told["rows"], told["first_kept"]) == (0, {"ojg_contacten": 96}, {"ojg_contacten": "2024-07-01"})
    assert (told["files"], told["in_exports"], told["dry_run"]) == (["ojg_contacten.csv"], ["ojg_contacten.csv"], True)
    assert "te verwijderen" in err
    assert {path: path.read_bytes() for path in home.records.rglob("*.parquet")} == before
    assert [item["action"] for item in check_logs(home)[1].records] == ["publiceren"]


def test_rows_leave_the_store_and_the_next_publication_says_why(home, capsys):
    code, _, err = run(capsys, "purge", "--home", str(home.path), "--day", DAY)
    assert (code, "96 rijen van voor 2024-07-01 verwijderd" in err, "voorkant build" in err) == (0, True, True)
    assert months(home) == {f"2024-{month:02d}" for month in range(7, 13)}
    assert in_force(home) == "000001"
    assert check_logs(home)[1].records[-1]["filter"]["rijen"] == {"ojg_contacten": 96}
    assert run(capsys, "purge", "--home", str(home.path), "--day", DAY)[0] == 3

    shutil.rmtree(home.exports)  # as it was told
    assert build(home, silent).publication == "000002"
    cube = current(home.published).cube("GM9901", "intern")
    shown = cube.query("series", indicator="contacten", programme="ojg", level="gemeente", period_type="month",
                       dimension="", areas=[], first="", last="")  # fmt: skip
    assert min(shown["period"]) == "2024-07"
    notes = cube.rows("quality_notes", topic="ontbreekt").named()
    assert ["bewaartermijn" in note["text"] for note in notes if note["item"] == "Gegevens van voor 1 juli 2024"] == [
        True
    ]
    assert {"source": "", "item": "Bewaartermijn Contacten van de Ondersteuner Jeugd & Gezin", "text": "5 maanden"} in (
        cube.rows("quality_notes", topic="instelling").named()
    )


def test_what_lost_rows_can_not_be_undone(home, capsys):
    history = read_history(home.records)
    before = [replace(item, publication="000000") for item in history if item.kind != "ojg_contacten"]
    write_history(home.records, [*before, history[2]])
    purge(home, day=date.fromisoformat(DAY))
    account = json.loads((home.work / "deliveries.json").read_text(encoding="utf-8"))
    assert (account[0]["purged"], last_taken_in(account)) == (96, [])
    code, _, err = run(capsys, "undo", "--home", str(home.path))
    assert (code, "bewaartermijn" in err, in_force(home)) == (1, True, "000001")


def test_old_publications_and_jobs_go_but_the_last_two(home):
    for number in range(2, 5):
        shutil.copytree(home.published / "000001", home.published / f"{number:06d}")
    shutil.rmtree(home.published / "000002" / "regio")  # then its folder has to say how old it is
    (home.published / "current.json").write_text('{"publication": "000004", "fingerprint": "x"}', encoding="utf-8")
    jobs = Jobs(home)
    for name, at in (
        ("oud", "2020-01-01T10:00:00"),
        ("nieuw", clock.now().isoformat()),
        ("wacht", "2020-01-01T10:00:00"),
    ):
        jobs.ask(Job(name, Kind.CHECK, (), "Anne", at))
        if name != "wacht":
            jobs.tell(jobs.all()[-1] if name != "nieuw" else jobs.all()[0], Status(State.DONE))
    assert purge(home).publications == []
    next_quarter = clock.now() + timedelta(days=92)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: next_quarter)
        purge(home)
    assert sorted(path.name for path in home.published.glob("0*")) == ["000003", "000004"]
    assert {job.id for job in jobs.all()} == {"nieuw", "wacht"}


def test_a_clock_that_jumped_ahead_removes_nothing(home, monkeypatch):
    with pytest.raises(Problem, match="na vandaag"):
        purge(home, day=clock.now().date() + timedelta(days=1))
    late = clock.now() + timedelta(days=5 * 366)
    monkeypatch.setattr(clock, "now", lambda: late)
    with pytest.raises(DataRefused, match=f"purge --day {late.date()}"):
        purge(home)
    assert len(months(home)) == 12
    purge(home, day=late.date())
    assert months(home) == set()


def test_killed_before_or_after_the_history_all_rows_are_there_or_none(home, broken):
    for name, is_purged in (("write_history", False), ("sweep", True)):
        code, _ = broken("function", f"purge.{name}", "purge", "--day", DAY, "--home", home.path)
        assert code == -signal.SIGKILL
        items = [item for item in read_history(home.records) if item.kind == "ojg_contacten"]
        assert [bool(item.purged) for item in items] == [is_purged]
    purge(home, day=date.fromisoformat(DAY))  # anything that takes the lock removes what should not be there
    assert len(months(home)) == 6


def gone(found, first_kept: date) -> set[tuple[int, int]]:
    """(delivery, line) of the rows that leave."""
    folder = found.home.records
    ids = leaving(Database(found.home), folder, found.source, found.deliveries, first_kept)
    return {divmod(row, DELIVERY_ROWS) for rows in ids.values() for row in rows.to_pylist()}


def test_a_correction_that_leaves_does_not_bring_back_what_it_corrected(store):  # noqa: F811
    found = store("ggz_verwijzingen")
    days = {"1": "2020-02-01", "2": "2020-03-01", "3": "2019-03-01"}
    found.deliver(*(referral(number, verwijsdatum=day) for number, day in days.items()))
    found.deliver(referral("1", verwijsdatum="2020-01-05"), referral("2", verwijsdatum="2020-03-02"))
    found.deliver(referral("1", verwijsdatum="2019-12-01"))
    # the last message of 1 leaves, and with it the two that it had put aside
    assert gone(found, date(2020, 1, 1)) == {(1, 2), (1, 4), (2, 2), (3, 2)}


def test_a_replaced_period_does_not_come_back_and_what_was_undone_leaves_too(store):  # noqa: F811
    found = store("ggz_verwijzingen")
    found.deliver(referral("1", "2019-11-01"), referral("2", "2020-02-01"))
    found.deliver(referral("3", "2019-12-01"), replaced=("2019-11", "2020-03"))
    found.deliveries.append(replace(found.deliveries[0], undone=Undone("Anne", "2024-01-01T10:00:00")))
    assert gone(found, date(2020, 1, 1)) == {(1, 2), (2, 2)}


def test_a_source_without_time_loses_nothing(store):  # noqa: F811
    found = store("kernen")
    assert gone(found, date(2030, 1, 1)) == set()
