"""A user of every role on every page, of every kind of gemeente: what is met there is what the role may meet.

What may be met is laid down in roleworld.py and here, once more and by hand: a hole in the product's own table is not
one in this. The same walk must find the holes of an app that checks less.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.attacks.roleworld import BARE, GROUND, OTHER, OWN, THIEF, TRUE_COUNT, USERS, may_meet, write_world
from tests.pages import said
from tests.pages.app import open_app, text
from voorkant.declare.auditcheck import read_log
from voorkant.declare.auditlog import app_log
from voorkant.declare.home import Home
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.text.snapshots import KEEP
from voorkant.ui import access, audit, cache
from voorkant.ui.access import PAGES, User
from voorkant.ui.detail.read import Measure, places

EVERYONE = ["overzicht"]
FIGURES = ["voorkant_achterkant", "maat", "vergelijken", "kaart", "verwijsroutes", "meetlat", "uitrol"]
ACCOUNT = ["kwaliteit", "gebeurtenissen", "begrippen"]
PILOTS, COUNCIL = ["pilots", "pilot", "kosten"], ["vragen", "momentopnamen"]
INSIDE = [*EVERYONE, *FIGURES, *PILOTS, *COUNCIL, "raadsbrief", *ACCOUNT]
OPENS = {
    "wethouder": INSIDE,
    "beleidsmedewerker": INSIDE,
    "manager": [*INSIDE, "detail"],
    "gegevensbeheerder": [*INSIDE, "bescherming"],
    "functionaris": [*EVERYONE, *FIGURES, *ACCOUNT, "bescherming"],
    "regio": INSIDE,
    "raad": [*EVERYONE, *COUNCIL],
}
"""By hand: a page that someone adds opens for nobody here until it is written down. The steward is of one gemeente in
a region, so what touches the deliveries of all gemeenten is not theirs."""
INTERN = "(intern)"
"""What stands on the button of every file that is not public."""
KEY = re.compile(rf"{THIEF}-[A-Z]+-GM\d{{4}}")
WALK = [(role, page.stem) for role in OPENS for page in (rule.file for rule in PAGES) if page.stem in OPENS[role]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield write_world(tmp_path_factory.mktemp("roles") / "home")
    cache.forget()


def visit(home: Path, patch: pytest.MonkeyPatch, user: User, page: str, **query: str) -> AppTest:
    """A page as a user opens it, with every folded part open."""
    patch.setattr(access, "current_user", lambda: user)
    path = next((rule.path for rule in PAGES if rule.file.stem == page), None)
    app = said.unfolded(open_app(home, patch, path, **query))
    assert not app.exception, f"{page} of {user.role}"
    return app


def everything(app: AppTest) -> str:
    """All that reaches the browser: elements, charts and the options of controls."""
    return "\n".join([text(app), *map(str, said.charts(app)), str(app.main), str(app.sidebar)])


def met(app: AppTest) -> set[str]:
    found = everything(app)
    true_counts = {f"{THIEF}-DETAIL"} if str(TRUE_COUNT // 100) in found.replace(".", "") else set()
    return set(KEY.findall(found)) | true_counts


def test_the_menu_of_a_role_is_what_was_agreed(monkeypatch, home):
    monkeypatch.setenv("VOORKANT_HOME", str(home))
    for role, user in USERS.items():
        monkeypatch.setattr(access, "current_user", lambda user=user: user)
        assert sorted(rule.file.stem for rule in access.menu()) == sorted(OPENS[role]), role


@pytest.mark.parametrize(("role", "page"), WALK)
def test_a_page_shows_what_its_role_may_meet(home, monkeypatch, role, page):
    gemeenten = (OWN, OTHER, BARE) if WALK.index((role, page)) % 3 == 0 else (OWN, OTHER)
    for gemeente in gemeenten:
        app = visit(home, monkeypatch, USERS[role], page, gemeente=gemeente, openbaar="false")
        check(app, role, page, gemeente)


def check(app: AppTest, role: str, page: str, gemeente: str) -> None:
    """Nothing of another gemeente or level is met, no way leads to a closed page, and of others all is public."""
    allowed = may_meet(role) | ({f"{THIEF}-DETAIL"} if page == "detail" and gemeente == OWN else set())
    assert met(app) <= allowed, f"{page} of {gemeente}"
    assert closed_links(app, OPENS[role]) == []
    if gemeente != OWN or may_meet(role) == may_meet("raad"):
        assert INTERN not in everything(app), f"{page} of {gemeente}"


def closed_links(app: AppTest, opens: list[str]) -> list[str]:
    """The links of a page that lead to one that is not in the menu."""
    found = re.findall(r'href="([^"#]*)"', text(app))
    stems = [urlsplit(unescape(address)).path.rpartition("/")[2] for address in found if "?" in address]
    return [stem for stem in stems if stem and stem not in opens]


def test_the_walk_meets_what_there_is(home, monkeypatch):
    """Or it would prove nothing: every canary of the own gemeente can be met by who may."""
    inside, council = USERS["beleidsmedewerker"], USERS["raad"]
    pages = ["voorkant_achterkant", "gebeurtenissen", "vragen", "raadsbrief", "momentopnamen", "vergelijken"]
    seen = [met(visit(home, monkeypatch, inside, page, gemeente=OWN)) for page in pages]
    assert set().union(*seen) == may_meet("beleidsmedewerker")
    assert [page for page, found in zip(pages, seen, strict=True) if not found] == []
    assert met(visit(home, monkeypatch, council, "momentopnamen", gemeente=OWN)) == may_meet("raad")
    assert met(visit(home, monkeypatch, USERS["manager"], "detail", gemeente=OWN)) == {f"{THIEF}-DETAIL"}
    log = visit(home, monkeypatch, USERS["functionaris"], "bescherming", gemeente=OWN)
    assert met(log) == may_meet("functionaris")


NAIVE = {
    "no look at whose gemeente it is": ("holds", True, "wethouder", "gebeurtenissen", OTHER),
    "the same of what was kept": ("holds", True, "raad", "vragen", OTHER),
    "the level of a page for that of the role": (
        "level_in", Protection.INTERN, "functionaris", "voorkant_achterkant", OWN,
    ),
    "every page in every menu": ("may", True, "raad", "overzicht", OWN),
}  # fmt: skip


@pytest.mark.parametrize("hole", NAIVE)
def test_an_app_that_checks_less_is_caught(home, monkeypatch, hole):
    naive, answer, role, page, gemeente = NAIVE[hole]
    monkeypatch.setattr(User, naive, lambda *_: answer)
    if naive == "level_in":
        monkeypatch.setattr(User, "may_read", lambda *_: True)
    app = visit(home, monkeypatch, USERS[role], page, gemeente=gemeente)
    with pytest.raises(AssertionError):
        check(app, role, page, gemeente)


@pytest.mark.parametrize("role", OPENS)
def test_a_closed_page_is_not_there_whatever_the_browser_asks(home, monkeypatch, role):
    """`switch_page` sends the hash of a page, as a forged message would; the app falls back on the first page."""
    first = None
    for stem in [rule.file.stem for rule in PAGES if rule.file.stem not in OPENS[role]]:
        app = visit(home, monkeypatch, USERS[role], stem, gemeente=OWN)
        first = first or app.title[0].value
        assert app.title[0].value == first.replace("in Beekerwoude", "in Aldermeer")
        assert met(app) <= may_meet(role), stem


@pytest.mark.parametrize("role", [role for role in OPENS if may_meet(role) == may_meet("raad")])
def test_forged_states_of_controls_open_nothing(home, monkeypatch, role):
    """What a colleague's browser sends with every change: the level, another gemeente, every folded part."""
    colleague = visit(home, monkeypatch, USERS["beleidsmedewerker"], "overzicht", gemeente=OWN)
    states = colleague._tree.get_widget_states()
    assert any("openbaar" in state.id for state in states.widgets)
    for state in states.widgets:
        if "openbaar" in state.id:
            state.bool_value = False
    app = visit(home, monkeypatch, USERS[role], "overzicht", gemeente=OWN)
    forged = app._run(states)
    check(forged, role, "overzicht", OWN)
    assert "Interne versie" not in everything(forged)


def test_true_counts_are_on_record_before_they_are_seen(home, monkeypatch):
    visit(home, monkeypatch, USERS["manager"], "detail", gemeente=OWN)
    [*_, last] = read_log(app_log(Home(home)), "app").records
    assert (last["action"], last["who"]) == ("detail_bekeken", USERS["manager"].name)
    assert last["filter"] == {"gemeente": OWN, "programma": "ojg", "indicator": "contacten", "jaar": 2025}
    monkeypatch.setattr(audit, "log", refuse)
    app = visit(home, monkeypatch, USERS["manager"], "detail", gemeente=OWN)
    assert "vol is vol" in text(app)
    assert met(app) == set()


def refuse(*_: object, **__: object) -> None:
    raise Problem("vol is vol")


@pytest.mark.parametrize("page", ["detail", "bescherming"])
def test_no_snapshot_is_made_of_true_counts_or_of_who_did_what(home, monkeypatch, page):
    """Nor by who may do everything: the page does not offer it, whatever its address asks."""
    everyone = replace(USERS["manager"], roles=frozenset(OPENS))
    wanted = {"gemeente": OWN, "openbaar": "true", "opname": "nieuw"}
    offered = {name: keeps(visit(home, monkeypatch, everyone, name, **wanted)) for name in ("kwaliteit", page)}
    assert offered == {"kwaliteit": True, page: False}


def keeps(app: AppTest) -> bool:
    """Whether what is on screen can be kept."""
    return KEEP in [button.label for button in app.button] or "vk-keep" in text(app)


@pytest.mark.parametrize("role", OPENS)
@pytest.mark.parametrize("gemeente", [OWN, OTHER])
def test_who_may_not_see_true_counts_gets_none_from_what_reads_them(home, monkeypatch, role, gemeente):
    """Not from the functions behind the page either, by whatever name the cube is asked for."""
    monkeypatch.setenv("VOORKANT_HOME", str(home))
    monkeypatch.setattr(access, "current_user", lambda: USERS[role])
    measure = Measure("contacten", "Contacten", share=False, first=2024, last=2025)
    if (role, gemeente) == ("manager", OWN):
        assert places(gemeente, "ojg", measure, 2025)
        return
    for ask in (
        lambda: places(gemeente, "ojg", measure, 2025),
        lambda: cache.rows(gemeente, "detail-ojg", "detail_offer"),
        lambda: cache.ask(gemeente, "detail-ojg", "detail_places", indicator="contacten", year=2025),
        lambda: cache.about(gemeente, "detail-ojg"),
    ):
        with pytest.raises(Problem, match=r"toegang|grond"):
            ask()


def test_no_ground_no_true_counts(home, monkeypatch, tmp_path):
    monkeypatch.setenv("VOORKANT_HOME", str(home))
    settings = home / "voorkant.toml"
    manager = USERS["manager"]
    assert manager.detail == {"ojg"}
    assert not replace(manager, personal=False).detail
    for text_ in ("", GROUND.replace("manager", "beleidsmedewerker"), "[detail.ojg]\nrollen = 3\n"):
        with _as(settings, text_):
            assert manager.detail == set()
            assert not manager.may_read(OWN, "detail-ojg")


@contextmanager
def _as(path: Path, words: str) -> Iterator[None]:
    before = path.read_text(encoding="utf-8")
    path.write_text(words, encoding="utf-8")
    yield
    path.write_text(before, encoding="utf-8")
