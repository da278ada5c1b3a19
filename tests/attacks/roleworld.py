"""A region with something to steal in every place where things are kept, and a user of each role of one gemeente.

A word that starts with KANARIE stands where only some may come: it names whose it is and at which level.
"""

import shutil
from datetime import date
from pathlib import Path

import duckdb

from tests.cubes import PUBLICATION, write_home
from voorkant.declare import compared, eventfile, questionfile, storyfile
from voorkant.declare.auditlog import Action, Entry, app_log
from voorkant.declare.compared import Group
from voorkant.declare.eventfile import KeptEvent
from voorkant.declare.home import Home
from voorkant.declare.memofile import Draft, as_toml
from voorkant.declare.memofile import keep as keep_draft
from voorkant.declare.questionfile import Question
from voorkant.declare.snapshotfile import Snapshot, digest
from voorkant.declare.snapshotfile import keep as keep_snapshot
from voorkant.declare.storyfile import Story
from voorkant.ui.access import User
from voorkant.ui.permits import LEVELS

OWN, OTHER, BARE = "GM9901", "GM9902", "GM9903"
"""The gemeente of every user, one with cubes of its own, and one without."""
GROUND = '[detail.ojg]\nrollen = ["manager"]\ngrond = "Begeleiding van de ondersteuners; DPIA 2026-3"\n'
TRUE_COUNT = 7_312_400
"""True counts are this and something: a number that nothing else can be."""
THIEF = "KANARIE"


def user(role: str, *scopes: str) -> User:
    return User(f"Proef {role}", frozenset({role}), frozenset(scopes or (OWN,)), LEVELS[role])


USERS = {role: user(role) for role in LEVELS}
STRANGER = "vreemd"
"""The name of a council member of the other gemeente, where users are known by a name."""


def may_meet(role: str) -> set[str]:
    """The canaries that a user of the role may come across, laid down here once more, apart from the product."""
    inside = role in ("wethouder", "beleidsmedewerker", "manager", "gegevensbeheerder")
    return {f"{THIEF}-INTERN-{OWN}", f"{THIEF}-EIGEN-{OWN}"} if inside else {f"{THIEF}-EIGEN-{OWN}"}


def write_world(folder: Path) -> Path:
    home = Home(write_home(folder))
    home.settings.write_text(GROUND, encoding="utf-8")
    cubes = home.published / PUBLICATION
    for gemeente in (OWN, OTHER):
        _plant(cubes / gemeente / "intern.duckdb", f"{THIEF}-INTERN-{gemeente}")
        _true_counts(cubes / gemeente)
        _keep(home, gemeente)
    return home.path


def _plant(cube: Path, word: str) -> None:
    with duckdb.connect(str(cube)) as connection:
        connection.execute("insert into event select ?, date '2024-03-01', null, null, 'beleid', ?, '', '', false",
                           [word, word])  # fmt: skip
        connection.execute("insert into quality values ('ontbreekt', '', ?, null, null, ?)", [word, word])


def _true_counts(folder: Path) -> None:
    """Beside the cube of the gemeente the one with true counts: its practices, or else itself as if it were one."""
    path = Path(shutil.copy(folder / "intern.duckdb", folder / "detail-ojg.duckdb"))
    with duckdb.connect(str(path)) as connection:
        connection.execute("delete from cell")
        connection.execute(
            "insert into cell select 1, 1, area_id, period_id, 0, $count + row_number() over (), $count, $count, 820,"
            " 1, null, null, 'definitief', null from area, period where type = 'month' and level <> 'gemeente'",
            {"count": TRUE_COUNT},
        )
        connection.execute("update meta set value = 'detail-ojg' where key = 'protection'")


def _keep(home: Home, gemeente: str) -> None:
    """What users of a gemeente kept about it: a question, a story, events, a group, a draft, a snapshot, a decision."""
    word = f"{THIEF}-EIGEN-{gemeente}"
    asked = {"indicators": ("verwijzingen_sggz",), "gemeente": gemeente, "who": word, "day": "2026-01-02"}
    questionfile.keep(home, Question("", f"Daalt {word}?", "trend", **asked))
    told = {"told": date(2025, 3, 1), "consent": word, "gemeente": gemeente, "who": word, "day": "2026-01-02"}
    inside = f"{THIEF}-INTERN-{gemeente}"
    storyfile.keep(home, Story("", inside, "ouder", pin="figuur", pinned="verwijzingen_sggz", public=False, **told))
    eventfile.keep(home, KeptEvent("", inside, date(2024, 5, 1), None, gemeente, "beleid", inside, "", "", False, False,
                                   word, "2026-01-02"))  # fmt: skip
    compared.keep(home, Group(word, (BARE,), gemeente=gemeente))
    parts = ("kern", "verantwoording")
    draft = Draft("", word, "raadsbrief", gemeente, "2025", measures=(":verwijzingen_sggz",), order=parts)
    for role in LEVELS:
        keep_draft(home, USERS[role].owner, draft)
    code = "0123456789" if gemeente == OWN else "9876543210"
    keep_snapshot(home, Snapshot(
        code, word, "Raadsinformatiebrief", gemeente, word, "2025", "31 december 2025", PUBLICATION,
        version="0", at="2026-01-02T10:00:00", who=word, draft=as_toml(draft), protection="openbaar", measures=(),
        tables=(), files={"pdf": digest(word.encode())}), {"pdf": word.encode()})  # fmt: skip
    app_log(home).append(Entry(Action.DOWNLOAD, word, "manager", "", {"gemeente": gemeente}))
