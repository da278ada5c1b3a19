"""What is locked stays to be read, and a change of it shows."""

from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from tests.unit.declare.test_pilot import PLAIN, read
from voorkant.declare import register as registered
from voorkant.declare.home import Home
from voorkant.declare.pilot import read_pilots
from voorkant.declare.register import Decision, Entry, Register, State
from voorkant.domain.problem import DataRefused, Problem

AT = "2026-11-26T10:00:00+01:00"
PILOT = read(PLAIN)
LATER = replace(PILOT, moments=("2026-12", "2028-06"))


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return Register(Home(tmp_path))


def amendment(reason: str = "De praktijk begint later.") -> Entry:
    return Entry("2027-01-05T09:00:00+01:00", "Bram", "", "", reason)


def test_a_draft_is_locked_with_who_when_and_what(register):
    register.save_draft(PILOT)
    assert register.state(PILOT) is State.DRAFT
    register.lock(PILOT, who="Anne", at=AT)
    (entry,) = register.entries("proef")
    assert (entry.who, entry.at, entry.digest) == ("Anne", AT, PILOT.digest)
    assert 'title = "OJG in Aa"' in entry.toml
    assert register.state(PILOT) is State.LOCKED


def test_two_who_decide_at_once_are_both_heard(register, monkeypatch):
    """The second begins when the first has read what there is, and has not written yet."""
    write = registered.write_atomically
    others = []

    def meanwhile(path, text):
        monkeypatch.setattr(registered, "write_atomically", write)
        others.append(Thread(target=register.decide, args=("proef", Decision(AT, "Bram", "wachten", "Nog niet."))))
        others[0].start()
        others[0].join(0.2)  # it waits for the first, or is done before it
        write(path, text)

    monkeypatch.setattr(registered, "write_atomically", meanwhile)
    register.decide("proef", Decision(AT, "Anne", "doorgaan", "Het loopt."))
    others[0].join()
    assert [item.who for item in register.decisions("proef")] == ["Bram", "Anne"]


def test_a_pilot_is_locked_once(register):
    register.lock(PILOT, who="Anne", at=AT)
    with pytest.raises(Problem, match="al vastgelegd"):
        register.lock(PILOT, who="Anne", at=AT)
    with pytest.raises(Problem, match="Leg een wijziging vast"):
        register.save_draft(LATER)


def test_an_amendment_names_what_changed_and_keeps_what_was(register):
    register.save_draft(PILOT)
    register.lock(PILOT, who="Anne", at=AT)
    register.amend(PILOT, LATER, amendment())
    first, second = register.entries("proef")
    assert '"2027-12"' in first.toml
    assert (second.keys, second.reason, second.who) == (("moments",), "De praktijk begint later.", "Bram")
    assert read_pilots(register.home)["proef"] == LATER
    assert register.state(LATER) is State.LOCKED


@pytest.mark.parametrize(
    ("after", "reason", "message"),
    [(LATER, " ", "Schrijf waarom"), (PILOT, "Zomaar.", "niets gewijzigd")],
)  # fmt: skip
def test_an_amendment_needs_a_reason_and_a_change(register, after, reason, message):
    register.lock(PILOT, who="Anne", at=AT)
    with pytest.raises(Problem, match=message):
        register.amend(PILOT, after, amendment(reason))


def test_what_was_not_locked_is_not_amended(register):
    register.save_draft(PILOT)
    with pytest.raises(Problem, match="nog niet vastgelegd"):
        register.amend(PILOT, LATER, amendment())


def test_a_change_outside_the_register_shows(register):
    register.lock(PILOT, who="Anne", at=AT)
    assert register.state(LATER) is State.CHANGED


def test_a_file_that_nobody_locked_is_open(register):
    assert register.state(PILOT) is State.OPEN


def test_a_form_does_not_hide_a_file(register, tmp_path):
    (tmp_path / "pilots").mkdir()
    (tmp_path / "pilots" / "proef.toml").write_text(PLAIN, encoding="utf-8")
    with pytest.raises(Problem, match=r"al een bestand pilots/proef\.toml"):
        register.save_draft(PILOT)


def test_decisions_stand_newest_first(register):
    for choice, why in (("wachten", "Nog te weinig."), ("doorgaan", "Het oordeel is gunstig.")):
        register.decide("proef", Decision(AT, "Anne", choice, why, "000002"))
    assert [item.choice for item in register.decisions("proef")] == ["doorgaan", "wachten"]
    assert register.decisions("een-andere") == []


def test_a_decision_needs_a_reason_and_a_known_word(register):
    with pytest.raises(Problem, match="waarom"):
        register.decide("proef", Decision(AT, "Anne", "doorgaan", " "))
    with pytest.raises(ValueError, match="no decision"):
        register.decide("proef", Decision(AT, "Anne", "juichen", "Hoera."))


@pytest.mark.parametrize("text", ["{", "{}", '["a"]'])
def test_a_damaged_register_is_refused(register, text):
    register.lock(PILOT, who="Anne", at=AT)
    (register.folder / "proef.json").write_text(text, encoding="utf-8")
    with pytest.raises(DataRefused, match=r"proef\.json in work/ is beschadigd"):
        register.entries("proef")
