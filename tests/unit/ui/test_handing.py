"""A file that is made on request goes to the browser that it was made for."""

import ast
import threading

from tests.coroutines import finished
from voorkant import ROOT
from voorkant.ui.cookies import SESSION as COOKIE
from voorkant.ui.handing import MOST, Owners, OwnFiles, later


def answer(path: str, browser: str, content: bytes | None, prefix: str = "") -> str:
    """Whether the app behind the middleware is reached, or the text in its place."""
    said = []

    async def app(_scope, _receive, _send):
        said.append("app")

    async def send(message):
        said.append(message.get("body", b"").decode())

    headers = [(b"cookie", f"{COOKIE}={browser}".encode())]
    scope = {"type": "http", "method": "GET", "path": path, "headers": headers}
    finished(OwnFiles(app, prefix, lambda _: content)(scope, None, send))
    return "".join(said)


def test_only_the_browser_that_asked_gets_it():
    owners_content = b"cijfers van GM9901"
    assert later(lambda: owners_content)() == owners_content  # outside a session: local mode, without a cookie
    assert answer("/media/1.csv", "", owners_content) == "app"
    assert answer("/media/1.csv", "iemand", owners_content).startswith("Dit bestand is er niet")
    assert answer("/voor/media/1.csv", "iemand", owners_content, "/voor").startswith("Dit bestand is er niet")


def test_what_is_not_there_is_not_given_and_what_is_no_file_passes():
    assert answer("/media/2.csv", "", None).startswith("Dit bestand is er niet")
    assert answer("/kwaliteit", "iemand", None) == "app"
    assert answer("/static/media/letter.woff2", "iemand", None) == "app"  # of the app itself, for everyone


def test_two_browsers_may_have_made_the_same_and_old_ones_are_forgotten():
    owners = Owners()
    owners.add(b"a", "een")
    owners.add(b"a", "twee")
    assert owners.has(b"a", "een")
    assert owners.has(b"a", "twee")
    assert not owners.has(b"b", "een")
    for number in range(MOST):
        owners.add(str(number).encode(), "een")
    assert not owners.has(b"a", "een")


def test_the_thread_is_left_as_it_was():
    before = vars(threading.current_thread()).get("streamlit_script_run_ctx")
    later(lambda: b"x")()
    assert vars(threading.current_thread()).get("streamlit_script_run_ctx") is before


def test_every_button_hands_over_in_this_way():
    """Another would show a button of which the file is not there."""
    buttons = [
        (path.name, node.args[1])
        for folder in ("voorkant/ui", "pages")
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "download_button"
    ]
    assert buttons
    others = [name for name, given in buttons if not (isinstance(given, ast.Call) and given.func.id == "later")]
    assert others == []
