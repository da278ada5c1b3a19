"""Switching a rule off or on is for who brings data in, and a disk that refuses is said in Dutch."""

import pytest

from voorkant.declare.auditcheck import read_log
from voorkant.declare.auditlog import app_log
from voorkant.declare.home import Home
from voorkant.declare.ruleoff import RuleOff
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.ui import access, rules
from voorkant.ui.access import User

WISH = RuleOff("uitrol", "eind_voor_begin", "  Ingetrokken\n besluiten. ")
READER = User("Anne", frozenset({"beleidsmedewerker"}), frozenset({"*"}), Protection.INTERN)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("VOORKANT_HOME", str(tmp_path))
    return tmp_path


def test_a_wish_is_kept_and_on_record_with_who_asked_and_when(home):
    rules.switch_off(WISH)
    (off,) = rules.rules_off()
    assert (off.reason, off.who, len(off.day)) == ("Ingetrokken besluiten.", "lokale modus", 10)
    assert rules.as_checked() == [["uitrol", "eind_voor_begin", "Ingetrokken besluiten."]]
    rules.switch_on(off)
    records = read_log(app_log(Home(home)), "app").records
    assert [(item["action"], item["filter"]) for item in records] == [
        ("regel_uitgezet", {"bron": "uitrol", "regel": "eind_voor_begin"}),
        ("regel_aangezet", {"bron": "uitrol", "regel": "eind_voor_begin"}),
    ]
    assert (records[0]["who"], "gegevensbeheerder" in records[0]["role"]) == ("lokale modus", True)


@pytest.mark.parametrize("do", [rules.switch_off, rules.switch_on])
def test_who_only_reads_may_not(monkeypatch, do):
    rules.switch_off(WISH)
    before = rules.rules_off()
    monkeypatch.setattr(access, "current_user", lambda: READER)
    with pytest.raises(Problem, match="geen toegang"):
        do(WISH)
    assert rules.rules_off() == before


def test_a_disk_that_refuses_is_said(home, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("voorkant.declare.ruleoff.write_atomically", full)
    with pytest.raises(Problem, match="De schijf is vol"):
        rules.switch_off(WISH)
