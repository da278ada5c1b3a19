"""Every action by a user of every role, for the own gemeente and another: the function that does the work refuses.

The menu and the buttons are not asked: who forges a message comes here as well.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.attacks.roleworld import OTHER, OWN, USERS, write_world
from voorkant.declare.compared import Group
from voorkant.declare.costfile import Cost
from voorkant.declare.eventfile import KeptEvent
from voorkant.declare.home import Home
from voorkant.declare.memofile import ORDERS, Draft
from voorkant.declare.pilot import Pilot
from voorkant.declare.questionfile import Question, read_questions
from voorkant.declare.register import Register
from voorkant.declare.ruleoff import RuleOff
from voorkant.declare.snapshotfile import read_snapshots
from voorkant.declare.storyfile import Story, read_stories
from voorkant.domain.problem import Problem
from voorkant.ui import access, cache, first_run, jobs, rules
from voorkant.ui.access import ACTIONS
from voorkant.ui.compare import keeping as groups
from voorkant.ui.events import register
from voorkant.ui.first_run import DemoJob
from voorkant.ui.guard import logbook
from voorkant.ui.intake import history, receive
from voorkant.ui.memo import keeping as drafts
from voorkant.ui.pilots import keeping as pilots
from voorkant.ui.pilots import pricing
from voorkant.ui.questions import keeping as questions
from voorkant.ui.snapshots import keeping as snapshots
from voorkant.ui.stories import keeping as stories

MAY = {
    "wethouder": {"download"},
    "beleidsmedewerker": {"download", "kosten_beheren", "groepen_beheren", "vragen_beheren", "brieven_beheren",
                          "verhalen_beheren"},
    "manager": {"download", "pilots_beheren", "kosten_beheren", "groepen_beheren", "verhalen_beheren"},
    "gegevensbeheerder": {"download", "gebeurtenissen_beheren", "verhalen_beheren", "bekijk_bescherming"},
    "functionaris": {"download", "bekijk_bescherming"},
    "regio": {"download"},
    "raad": {"download"},
}  # fmt: skip
"""By hand, of who is of one gemeente in a region: what touches all deliveries is not theirs, whatever their role."""
Do = Callable[[Home, str], Any]
EVENT = KeptEvent("", "Gebeurtenis", date(2025, 1, 1), None, "", "beleid", "", "", "", breaks=False, public=True)


def _question(gemeente: str) -> Question:
    return Question("", "Daalt het hier?", "trend", indicators=("verwijzingen_sggz",), gemeente=gemeente)


def _story(gemeente: str) -> Story:
    wish = {"pin": "figuur", "pinned": "verwijzingen_sggz", "public": False}
    return Story("", "Het hielp.", "ouder", date(2025, 1, 1), "Mag intern.", gemeente, **wish)


def _draft(gemeente: str) -> Draft:
    order = ORDERS["raadsbrief"]
    return Draft("", "Brief", "raadsbrief", gemeente, "2025", measures=(":verwijzingen_sggz",), order=order)


def _pilot(gemeente: str) -> Pilot:
    months = (("2020-01", "2025-12"), ("2025-06",))
    told = ("Proef", "Werkt het?", "ojg", (gemeente,), "praktijk", "not_yet", "verwijzingen_sggz", 0.8)
    return Pilot(_slug(gemeente), *told, *months)


def _slug(gemeente: str) -> str:
    return f"proef-{gemeente.lower()}"


def _decide(gemeente: str) -> None:
    wish = pilots.decision("doorgaan", "Het gaat goed.", publication="1", verdict="")
    pilots.decide(_slug(gemeente), wish)


def _of(kept: Iterable[Any], gemeente: str) -> Any:
    return next(item for item in kept if item.gemeente == gemeente)


def _snapshot(home: Home, gemeente: str) -> bytes:
    return snapshots.file(_of(read_snapshots(home).values(), gemeente), "pdf")


def _event(gemeente: str) -> KeptEvent:
    return KeptEvent(**{**vars(EVENT), "area": gemeente})


DOES: list[tuple[str, str, Do]] = [
    ("groepen_beheren", "keep", lambda _, of: groups.keep(Group("Groep", (of,), gemeente=of))),
    ("groepen_beheren", "remove", lambda _, of: groups.remove(Group("Groep", (of,), "groep-kanarie", gemeente=of))),
    ("vragen_beheren", "keep", lambda _, of: questions.keep(_question(of))),
    ("vragen_beheren", "remove", lambda home, of: questions.remove(_of(read_questions(home), of))),
    ("vragen_beheren", "check", lambda _, of: questions.check(_question(of), of, publication="1", digest="0" * 16)),
    ("verhalen_beheren", "keep", lambda _, of: stories.keep(_story(of))),
    ("verhalen_beheren", "remove", lambda home, of: stories.remove(_of(read_stories(home), of))),
    ("brieven_beheren", "begin", lambda _, of: drafts.begin(_draft(of))),
    ("brieven_beheren", "freeze", lambda _, of: snapshots.freeze(_draft(of), "/momentopnamen?opname={code}")),
    ("gebeurtenissen_beheren", "keep", lambda _, of: register.keep(_event(of), ())),
    ("kosten_beheren", "keep", lambda _, of: pricing.keep(Cost(_slug(of), 1, "Contract", 2, "Begroting"))),
    ("pilots_beheren", "draft", lambda _, of: pilots.draft(_pilot(of))),
    ("pilots_beheren", "lock", lambda _, of: pilots.lock(_pilot(of))),
    ("pilots_beheren", "decide", lambda _, of: _decide(of)),
    ("download", "snapshot", _snapshot),
    ("bekijk_bescherming", "log", lambda _home, _of: logbook.read()),
    ("gegevens_inladen", "history", lambda _home, _of: history.read()),
    ("gegevens_inladen", "receive", lambda _home, _of: receive.receive(jobs.desk(), "map", [])),
    ("gegevens_inladen", "check", lambda _home, _of: jobs.check("map", [])),
    ("publiceren", "undo", lambda _home, _of: jobs.undo("000001")),
    ("regels_uitzetten", "off", lambda _home, _of: rules.switch_off(RuleOff("ojg_contacten", "datum", "Reden."))),
    ("demo_klaarzetten", "demo", lambda home, _of: first_run.start(DemoJob(home, process=object()))),  # which runs
]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = write_world(tmp_path_factory.mktemp("acting") / "home")
    for gemeente in (OWN, OTHER):
        Register(Home(home)).save_draft(_pilot(gemeente))
    return home


@pytest.fixture
def home(world: Path, monkeypatch: pytest.MonkeyPatch) -> Iterable[Home]:
    monkeypatch.setenv("VOORKANT_HOME", str(world))
    monkeypatch.setattr(jobs, "_ask", lambda _job: None)  # no worker is started by a test
    monkeypatch.setattr(snapshots.frozen, "freeze", lambda *_, **__: _stop())
    cache.forget()
    yield Home(world)
    cache.forget()


def _stop() -> None:
    raise Problem("Hier houdt de proef op.")


def kept(home: Home) -> list[tuple[str, bytes]]:
    """All that the app keeps."""
    files = (path for path in sorted(home.work.rglob("*")) if path.is_file() and path.suffix != ".lock")
    return [(str(path), path.read_bytes()) for path in files]


def is_refused(do: Do, home: Home, gemeente: str) -> bool:
    before = kept(home)
    try:
        do(home, gemeente)
    except Problem as problem:
        if "toegang" in str(problem):
            assert kept(home) == before, "it was refused after something was kept"
            return True
    return False


def test_every_action_is_tried():
    assert {action for action, _, _ in DOES} >= {action for action in ACTIONS if not action.startswith("bekijk_")}
    assert set(MAY) == set(USERS)


@pytest.mark.parametrize("role", MAY)
def test_an_action_is_for_its_roles_and_for_their_own_gemeente(home, monkeypatch, role):
    monkeypatch.setattr(access, "current_user", lambda: USERS[role])
    wide = {"bekijk_bescherming"}  # not about a gemeente
    for action, name, do in DOES:
        may = action in MAY[role]
        assert is_refused(do, home, OTHER) is not (may and action in wide), (name, action, OTHER)
        if may and name != "remove":
            assert not is_refused(do, home, OWN), (name, action, OWN)
        elif not may:
            assert is_refused(do, home, OWN), (name, action, OWN)


def test_who_is_of_all_gemeenten_touches_the_whole_publication(home, monkeypatch):
    steward = USERS["gegevensbeheerder"]
    for scopes, may in ((("*",), True), ((OWN, OTHER), True), ((OWN,), False)):
        someone = replace(steward, scopes=frozenset(scopes))
        assert someone.may("gegevens_inladen") is may
        monkeypatch.setattr(access, "current_user", lambda someone=someone: someone)
        assert ("Gegevens inladen" in [rule.title for rule in access.menu()]) is may


def test_a_check_on_the_role_alone_is_caught(home, monkeypatch):
    monkeypatch.setattr(access, "current_user", lambda: USERS["beleidsmedewerker"])
    monkeypatch.setattr(access, "require_own", lambda *_: None)
    assert not is_refused(_snapshot, home, OTHER)
