"""Every line of the server's log is JSON, has the number of its request, and tells nothing of what was selected."""

import io
import json
import logging
import warnings
from collections.abc import Iterator

import pytest
from streamlit import logger as streamlit_logger

from tests.coroutines import finished
from voorkant.declare.auditlog import server_log
from voorkant.ui import serverlog
from voorkant.ui.serverlog import Numbered

NUMBER = "0123456789abcdef" * 2


async def inner(scope, receive, send):
    logging.getLogger("voorkant.something").warning("while it was done")
    await send({"type": "http.response.start", "status": 404, "headers": []})
    await send({"type": "http.response.body", "body": dict(scope["headers"])[b"x-request-id"]})


async def fine(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


async def falls(scope, receive, send):
    raise RuntimeError("of ours")


def ask(app, machine: str = "10.0.0.5", path: str = "/vk/kwaliteit", number: str = NUMBER) -> tuple[str, str]:
    """(number in the answer, number that the page got)."""
    out = []

    async def send(message):
        out.append(message)

    asked = [(b"x-request-id", number.encode())]
    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"gemeente=GM9902",
             "client": (machine, 1), "headers": asked}  # fmt: skip
    finished(Numbered(app, proxies=["10.0.0.0/29"], prefix="/vk")(scope, None, send))
    return dict(out[0]["headers"])[b"x-request-id"].decode(), out[1]["body"].decode()


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """The log of a service, and after it the logging of before."""
    text, root, used = io.StringIO(), logging.getLogger(), streamlit_logger.setup_formatter
    before = root.handlers, root.level, server_log.handlers, server_log.propagate, server_log.level
    level = streamlit_logger._global_log_level
    monkeypatch.setattr("sys.stderr", text)
    serverlog.begin()
    yield text
    logging.captureWarnings(False)
    monkeypatch.undo()
    root.handlers, root.level, server_log.handlers, server_log.propagate, server_log.level = before
    streamlit_logger.setup_formatter = used
    streamlit_logger.update_formatter()
    streamlit_logger.set_log_level(level)
    for logger in streamlit_logger._loggers.values():
        logger.propagate = False


def lines(text: io.StringIO) -> list[dict]:
    return [json.loads(line) for line in text.getvalue().splitlines()]


def test_what_happens_in_a_request_bears_its_number(written):
    assert ask(inner) == (NUMBER, NUMBER)
    during, after = lines(written)
    assert (during["event"], during["request_id"], during["level"]) == ("while it was done", NUMBER, "warning")
    told = {name: after[name] for name in ("event", "request_id", "path", "status", "client")}
    assert told == {"event": "request", "request_id": NUMBER, "path": "/vk/kwaliteit", "status": 404,
                    "client": "10.0.0.5"}  # fmt: skip
    assert "GM9902" not in written.getvalue()


@pytest.mark.parametrize(("machine", "number"), [("10.0.0.99", NUMBER), ("10.0.0.5", 'x"\n{"event":"forged"}')])
def test_a_number_of_someone_else_is_not_taken_over(written, machine, number):
    answered, seen = ask(inner, machine=machine, number=number)
    assert answered == seen != number
    assert "forged" not in written.getvalue()


def test_a_request_that_falls_is_written_down_as_such(written):
    with pytest.raises(RuntimeError):
        ask(falls)
    assert lines(written)[-1]["status"] == 500


def test_what_is_the_same_for_everybody_is_written_down_when_it_fails(written):
    ask(inner, path="/vk/static/js/x.js")
    assert [line["event"] for line in lines(written)] == ["while it was done", "request"]
    ask(fine, path="/vk/static/js/x.js")
    ask(fine, path="/vk/gezond")
    assert len(lines(written)) == 2


def test_a_line_of_the_audit_log_and_an_error_are_one_line_each(written):
    server_log.info(json.dumps({"n": 1, "action": "publiceren"}))
    logging.getLogger("streamlit.later").error("a page failed", exc_info=ValueError("first\nsecond"))
    streamlit_logger.get_logger("streamlit.later.still").warning("of Streamlit")
    logging.getLogger("uvicorn.access").info("GET /?gemeente=GM9902")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("of a package", UserWarning, stacklevel=1)
    audit, error, later, warned = lines(written)
    assert "of a package" in warned["event"]
    assert (audit["event"], audit["audit"]) == ("audit", {"n": 1, "action": "publiceren"})
    assert "ValueError: first\nsecond" in error["exception"]
    assert later["event"] == "of Streamlit"
