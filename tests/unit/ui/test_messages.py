"""A browser is heard when it says what a page of ours says; what Streamlit keeps for developers goes no further."""

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.coroutines import finished
from voorkant.ui.messages import only_ours


def said(fill) -> dict:
    message = BackMsg()
    fill(message)
    return {"type": "websocket.receive", "bytes": message.SerializeToString()}


RERUN = said(lambda back: back.rerun_script.SetInParent())
LEFT = {"type": "websocket.disconnect", "code": 1000}


def passed(*messages: dict) -> dict:
    """The first message that the app gets."""
    left = iter([*messages, LEFT])

    async def receive() -> dict:
        return next(left)

    return finished(only_ours(receive)())


@pytest.mark.parametrize(
    "fill",
    [
        lambda back: back.rerun_script.SetInParent(),
        lambda back: setattr(back, "stop_script", True),
        lambda back: setattr(back, "app_heartbeat", True),
        lambda back: setattr(back.file_urls_request, "request_id", "1"),
        lambda back: setattr(back.backend_operation_request.deferred_file, "file_id", "1"),
        lambda back: setattr(back.backend_operation_request.dataframe_chunk, "source_id", "1"),
    ],
)
def test_what_a_page_says_is_heard(fill):
    assert passed(said(fill)) == said(fill)


@pytest.mark.parametrize(
    "fill",
    [
        lambda back: setattr(back, "clear_cache", True),
        lambda back: setattr(back, "set_run_on_save", True),
        lambda back: setattr(back, "load_git_info", True),
        lambda back: setattr(back, "debug_shutdown_runtime", True),
        lambda back: back.backend_operation_request.install_skills.SetInParent(),
        lambda back: back.backend_operation_request.dismiss_skills_nudge.SetInParent(),
        lambda back: setattr(back.backend_operation_request, "request_id", "1"),
        lambda back: None,
    ],
)
def test_what_no_page_says_is_left_out_and_the_next_is_heard(fill):
    assert passed(said(fill), RERUN) == RERUN


def test_what_is_no_message_is_left_out_and_leaving_is_not():
    broken = {"type": "websocket.receive", "bytes": b"\xff\xff"}
    assert passed(broken, {"type": "websocket.receive", "text": "x"}) == LEFT
