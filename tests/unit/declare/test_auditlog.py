"""The audit log: only added to, by many at once, and whatever is changed or cut off is seen and named."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from voorkant import ROOT
from voorkant.declare import auditlog, clock
from voorkant.declare.auditcheck import check_logs, read_log, set_back
from voorkant.declare.auditlog import Action, AuditLog, Entry
from voorkant.declare.home import Home
from voorkant.domain.problem import DataRefused
from voorkant.text.auditwords import ACTIONS

ENTRY = Entry(Action.DOWNLOAD, "Anne", "beleidsmedewerker", "000001", {"indicator": "contacten"})


@pytest.fixture
def log(tmp_path: Path) -> AuditLog:
    """Five lines."""
    found = AuditLog(tmp_path / "audit.jsonl")
    for _ in range(5):
        found.append(ENTRY)
    return found


def lines(log: AuditLog) -> list[bytes]:
    return log.path.read_bytes().splitlines(keepends=True)


def faults(log: AuditLog) -> list[tuple[int, str]]:
    return [(item.line, item.text) for item in read_log(log, "app").faults]


def test_a_line_says_who_did_what_and_when(log):
    found = read_log(log, "app")
    assert (found.faults, found.notes, len(found.records)) == ([], [], 5)
    told = found.records[2]
    assert (told["n"], told["who"], told["role"]) == (3, "Anne", "beleidsmedewerker")
    assert (told["action"], told["filter"]) == ("interne_versie_gedownload", {"indicator": "contacten"})
    assert (told["publication"], datetime.fromisoformat(told["at"]).tzinfo is not None) == ("000001", True)
    assert log.path.stat().st_mode & 0o007 == 0


CHANGED = {
    "edited in the middle": (lambda old: [*old[:2], old[2].replace(b"Anne", b"Bert"), *old[3:]], 4, "vorige regel"),
    "edited at the end": (lambda old: [*old[:4], old[4].replace(b"Anne", b"Bert")], 5, "veranderd"),
    "one taken out": (lambda old: [*old[:1], *old[2:]], 2, "veranderd of weggehaald"),
    "two swapped": (lambda old: [old[0], old[2], old[1], *old[3:]], 2, "veranderd of weggehaald"),
    "cut off": (lambda old: old[:3], 4, "er horen er 5"),
    "cut off in a line": (lambda old: [*old[:4], old[4][:20]], 5, "afgebroken"),
    "emptied": (lambda _old: [], 1, "er horen er 5"),
    "written over": (lambda old: [*old[:1], b"niets\n", *old[2:]], 2, "niet te lezen"),
    "added to by hand": (lambda old: [*old, old[4], old[4]], 6, "veranderd of weggehaald"),
}


@pytest.mark.parametrize("how", CHANGED)
def test_what_was_changed_is_seen_and_where(log, how):
    change, line, words = CHANGED[how]
    log.path.write_bytes(b"".join(change(lines(log))))
    assert any(found == line and words in text for found, text in faults(log)), faults(log)


@pytest.mark.parametrize("how", ["edited at the end", "cut off", "cut off in a line", "emptied"])
def test_nothing_is_added_to_a_log_of_which_the_end_was_changed(log, how):
    changed = b"".join(CHANGED[how][0](lines(log)))
    log.path.write_bytes(changed)
    with pytest.raises(DataRefused, match="klopt niet"):
        log.append(ENTRY)
    assert log.path.read_bytes() == changed


@pytest.mark.parametrize("before", [True, False])
def test_what_is_added_while_it_is_read_is_no_fault(log, monkeypatch, before):
    """Before the lines are read or after, with a head on either side."""
    read = Path.read_bytes

    def meanwhile(path: Path) -> bytes:
        if path != log.path:
            return read(path)
        monkeypatch.setattr(Path, "read_bytes", read)
        former = read(path)
        for _ in range(3):
            log.append(ENTRY)
        return read(path) if before else former

    monkeypatch.setattr(Path, "read_bytes", meanwhile)
    assert faults(log) == []
    assert len(lines(log)) == 8
    assert faults(log) == []


def test_a_look_at_the_end_is_taken_again_when_a_line_was_added(log, monkeypatch):
    tail = AuditLog._tail

    def meanwhile(of: AuditLog) -> bytes:
        monkeypatch.setattr(AuditLog, "_tail", tail)
        former = tail(of)
        of.append(ENTRY)
        return former

    monkeypatch.setattr(AuditLog, "_tail", meanwhile)
    log.look()
    log.path.unlink()
    with pytest.raises(DataRefused, match="leeg of weg"):
        log.look()


def test_a_log_of_which_the_head_is_gone(log):
    log.head.unlink()
    assert faults(log)
    with pytest.raises(DataRefused):
        log.append(ENTRY)


def test_killed_between_a_line_and_its_head(log):
    head = log.head.read_bytes()
    log.append(ENTRY)
    log.head.write_bytes(head)
    assert faults(log) == []
    log.append(ENTRY)
    assert (faults(log), len(lines(log))) == ([], 7)


def test_a_disk_that_is_full_leaves_no_half_line(log, monkeypatch):
    whole = log.path.read_bytes()
    monkeypatch.setattr(auditlog.os, "write", lambda handle, line, real=os.write: real(handle, line[:10]))
    with pytest.raises(OSError, match="space"):
        log.append(ENTRY)
    assert log.path.read_bytes() == whole


ADD = """
import sys
from pathlib import Path
from voorkant.declare.auditlog import Action, AuditLog, Entry
for _ in range(20):
    AuditLog(Path(sys.argv[1])).append(Entry(Action.PUBLISH, "Bea", "worker"))
"""


def test_threads_and_processes_add_at_once(log):
    other = subprocess.Popen([sys.executable, "-c", ADD, str(log.path)], cwd=ROOT)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: AuditLog(log.path).append(ENTRY), range(40)))
    assert other.wait() == 0
    assert (faults(log), len(lines(log))) == ([], 65)


def test_a_clock_that_jumps_back_is_noted_and_no_fault(log, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: datetime(2020, 1, 1).astimezone())
    log.append(ENTRY)
    found = read_log(log, "app")
    assert (found.faults, [note.line for note in found.notes]) == ([], [6])
    assert "klok liep terug" in found.notes[0].text
    assert set_back(found.records, clock.now(), timedelta()) == ""
    assert set_back(found.records[:5], clock.now(), timedelta())


def test_the_log_of_the_server_has_the_same_lines(tmp_path, capfd, monkeypatch):
    monkeypatch.setattr(auditlog.server_log, "handlers", [])
    monkeypatch.setattr(auditlog.server_log, "propagate", True)
    auditlog.to_server_log()
    auditlog.to_server_log()
    AuditLog(tmp_path / "audit.jsonl").append(ENTRY)
    assert capfd.readouterr().err == "audit " + (tmp_path / "audit.jsonl").read_text(encoding="utf-8")


def both(tmp_path: Path) -> Home:
    """A home in which the app added three lines, after the second of which the builder did."""
    home = Home(tmp_path)
    home.work.mkdir()
    home.records.mkdir()
    app = auditlog.app_log(home)
    app.append(ENTRY)
    app.append(ENTRY)
    seen = auditlog.read_head(app.head)
    auditlog.builder_log(home).append(ENTRY, app={"n": seen.n, "hash": seen.hash})
    app.append(ENTRY)
    return home


def test_the_builder_knows_which_line_of_the_app_was_the_last(tmp_path):
    home = both(tmp_path)
    app = auditlog.app_log(home)
    assert [log.faults for log in check_logs(home)] == [[], []]
    first = lines(app)[:1]
    app.path.write_bytes(first[0])  # cut off, with a head that fits
    app.head.write_text(json.dumps({"n": 1, "hash": auditlog.hashed(first[0][:-1])}), encoding="utf-8")
    assert read_log(app, "app").faults == []
    assert ["regel 1 van de bouwer" in item.text for item in check_logs(home)[0].faults] == [True]


def test_a_line_that_the_builder_names_while_both_are_read_is_there(tmp_path, monkeypatch):
    home = both(tmp_path)
    app, builder, read = auditlog.app_log(home), auditlog.builder_log(home), Path.read_bytes

    def meanwhile(path: Path) -> bytes:
        former = read(path)
        if path == app.path:
            monkeypatch.setattr(Path, "read_bytes", read)
            app.append(ENTRY)
            seen = auditlog.read_head(app.head)
            builder.append(ENTRY, app={"n": seen.n, "hash": seen.hash})
        return former

    monkeypatch.setattr(Path, "read_bytes", meanwhile)
    assert [log.faults for log in check_logs(home)] == [[], []]


def test_a_log_that_was_laid_aside_is_told(tmp_path):
    home = both(tmp_path)
    app = auditlog.app_log(home)
    app.path.unlink()
    app.head.unlink()
    found = check_logs(home)[0]
    assert (found.faults, ["is weg" in note.text for note in found.notes]) == ([], [True])


def test_every_action_has_words():
    assert set(ACTIONS) == {action.value for action in Action}
