"""A real server and forged messages: whatever a browser says, what comes back is what the role may meet."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.attacks.roleworld import OTHER, OWN, STRANGER, THIEF, TRUE_COUNT, may_meet, write_world
from tests.attacks.test_roles import KEY, OPENS
from tests.attacks.wire import Wire, tab
from tests.browser.server import serving
from voorkant.ui.handing import GONE

Tab = Callable[[str], Wire]
HIGH = ("beleidsmedewerker", "manager")
"""Whose messages, files and parts of pages others try to use."""
LOW = ("raad", "functionaris", "regio", "wethouder")
IDENTIFIER = re.compile(r"[0-9a-f]{32,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""Of messages, parts and sessions: new each time, and one in fifty visits has the digits of a true count in one."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = write_world(tmp_path_factory.mktemp("wire") / "home")
    with serving(home, started_by="tests.attacks.served_as") as found:
        yield found


@pytest.fixture
def opened(address: str) -> Iterator[Tab]:
    with ExitStack() as open_:

        def new(role: str) -> Wire:
            made = open_.enter_context(tab(address, role))
            made.ask(gemeente=OTHER if role == STRANGER else OWN)
            return made

        yield new


def met(wire: Wire) -> set[str]:
    words = IDENTIFIER.sub(" ", wire.words()).replace(".", "")
    return set(KEY.findall(wire.words())) | ({f"{THIEF}-DETAIL"} if str(TRUE_COUNT // 100) in words else set())


def test_the_menu_that_is_sent_is_that_of_the_role(opened):
    for role in ("raad", "manager"):
        paths = {path for path in opened(role).pages() if path}
        assert paths == {stem for stem in OPENS[role] if stem != "overzicht"}


def test_forged_messages_open_nothing(opened):
    """The pages, controls and parts of pages of others, for the own gemeente and another, at the level of others."""
    pages: dict[str, str] = {}
    states: dict[str, WidgetState] = {}
    fragments: set[str] = set()
    for role in HIGH:
        high = opened(role)
        pages |= high.pages()
        for page in high.pages().values():
            high.ask(page, gemeente=OWN, openbaar="false")
        fragments |= high.fragments()
        states |= {item.id: WidgetState(id=item.id, bool_value=False) for item in high.elements("checkbox")}
        states |= {item.id: WidgetState(id=item.id, trigger_value=True) for item in high.elements("button")}
        assert met(high) == may_meet(role) | ({f"{THIEF}-DETAIL"} if role == "manager" else set())
    assert fragments
    for role in LOW:
        low = opened(role)
        for page in pages.values():
            low.ask(page, states=states.values(), gemeente=OWN, openbaar="false")
        low.ask(pages["voorkant_achterkant"], states=states.values(), gemeente=OTHER, openbaar="false")
        low.ask(pages["vragen"], gemeente=OTHER, vraag="daalt", opname="9876543210")
        for fragment in sorted(fragments)[::3]:
            low.ask(pages["voorkant_achterkant"], fragment=fragment)
        assert met(low) <= may_meet(role), role


def test_a_file_that_someone_else_may_make_is_not_given(opened):
    """The button of a colleague, pressed by someone of another gemeente, and the address of what it made."""
    high, stranger = opened("beleidsmedewerker"), opened(STRANGER)
    high.ask(high.pages()["momentopnamen"], gemeente=OWN)
    [button] = high.elements("download_button")
    path = high.file(button.deferred_file_id).deferred_file.url
    assert path.startswith("/media/")
    given = high.get(path)
    assert (given.status_code, given.text) == (200, f"{THIEF}-EIGEN-{OWN}")
    assert stranger.get(path).status_code == 404
    pressed = stranger.file(button.deferred_file_id).deferred_file.url
    assert not pressed or stranger.get(pressed).text == GONE
    stranger.ask(stranger.pages()["momentopnamen"], gemeente=OWN, opname="0123456789")
    assert stranger.elements("download_button") != []  # of its own gemeente, which it saw first
    assert met(stranger) == {f"{THIEF}-EIGEN-{OTHER}"}
