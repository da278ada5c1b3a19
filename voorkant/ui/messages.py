"""What a browser may say on the websocket: what Streamlit's own page says in a finished app, and nothing else.

Streamlit listens to more, for who develops an app: emptying the caches of everyone, running at each change of a file,
telling of the repository, writing files beside the app. No page of ours sends these.
"""

import logging

from google.protobuf.message import DecodeError
from starlette.types import Message, Receive
from streamlit.proto.BackMsg_pb2 import BackMsg

log = logging.getLogger(__name__)
SAID = frozenset({"rerun_script", "stop_script", "file_urls_request", "app_heartbeat", "backend_operation_request"})
OPERATIONS = frozenset({"deferred_file", "dataframe_chunk"})
"""Of the last: making a file that is asked for, and more rows of a table."""


def is_ours(message: Message) -> bool:
    """Whether a page of a finished app can have sent it; what is no message of Streamlit was not."""
    if message["type"] != "websocket.receive":
        return True
    back = BackMsg()
    try:
        back.ParseFromString(message.get("bytes") or b"")
    except DecodeError:
        return False
    kind = back.WhichOneof("type")
    return kind in SAID and (
        kind != "backend_operation_request" or back.backend_operation_request.WhichOneof("payload") in OPERATIONS
    )


def only_ours(receive: Receive) -> Receive:
    """The messages of a browser without those."""

    async def receiver() -> Message:
        while not is_ours(message := await receive()):
            log.warning("a message that no page sends was left out")
        return message

    return receiver
