"""A test looks at a page once all that it asked for has come, and not before."""

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

pytestmark = pytest.mark.browser

LINE = """() => {
  window.line = Object.setPrototypeOf(new EventTarget(), WebSocket.prototype);
  window.bytes = hex => new Uint8Array(hex.match(/../g).map(two => parseInt(two, 16))).buffer;
}"""
SENT = "hex => { try { line.send(bytes(hex)); } catch (goesNowhere) {} return window.asked; }"
GOT = """hex => { line.dispatchEvent(new MessageEvent("message", {data: bytes(hex)}));
  return new Promise(idle => requestIdleCallback(() => requestIdleCallback(() => idle(window.asked)))); }"""
LONG = "x" * 300
"""Its number of bytes is a number of two bytes."""


def got(last: str, **holds: object) -> str:
    """A message of the server, of which each part ends on this character."""
    message = ForwardMsg(hash=LONG + last, **holds)  # type: ignore[arg-type]
    message.metadata.active_script_hash = LONG + last
    return message.SerializeToString().hex()


@pytest.mark.parametrize("last", "0369af")  # read as the number of a part, a digit says that the script is done
def test_a_page_is_at_rest_once_the_script_is_done(page, last):
    page.evaluate(LINE)
    part, begun = got(last, delta={"fragment_id": LONG + last}), got(last, new_session={"name": LONG + last})
    done = {name: got(last, script_finished=f"FINISHED_{name}") for name in ("EARLY_FOR_RERUN", "SUCCESSFULLY")}
    assert page.evaluate(SENT, BackMsg(load_git_info=True).SerializeToString().hex()) == 0
    assert page.evaluate(SENT, BackMsg(rerun_script={"query_string": LONG}).SerializeToString().hex()) == 2
    came = [part, done["SUCCESSFULLY"], begun, part, done["EARLY_FOR_RERUN"], begun, part, done["SUCCESSFULLY"]]
    assert [page.evaluate(GOT, message) for message in came] == [2, 2, 1, 1, 1, 1, 1, 0]
