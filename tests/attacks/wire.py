"""A browser without a page: it speaks the messages of Streamlit's websocket itself, so it can say anything."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect

from tests.attacks.served_as import WHO
from voorkant.ui.cookies import SESSION as COOKIE

PATIENCE = 30


@dataclass
class Wire:
    """One tab of a user. `seen`: all that the server ever sent, as bytes."""

    address: str
    role: str
    socket: ClientConnection
    seen: list[bytes] = field(default_factory=list)
    frames: list[ForwardMsg] = field(default_factory=list)
    session: str = ""

    def ask(self, page: str = "", *, states: Iterable[WidgetState] = (), **query: str) -> None:
        """Have a page run, by its hash, and read on until that is done."""
        message = BackMsg()
        message.rerun_script.query_string = urlencode(query)
        message.rerun_script.page_script_hash = page
        message.rerun_script.widget_states.widgets.extend(states)
        self.socket.send(message.SerializeToString())
        self._until("script_finished")

    def ask_part(self, page: str, fragment: str) -> None:
        """Have a part of a page run; of one that is not there nothing comes, so the page itself is asked after it."""
        message = BackMsg()
        message.rerun_script.page_script_hash = page
        message.rerun_script.fragment_id = fragment
        self.socket.send(message.SerializeToString())
        self.ask(page)

    def file(self, file_id: str) -> Any:
        """Ask for a file that is made on request; the answer of the server."""
        message = BackMsg()
        wish = message.backend_operation_request
        wish.request_id, wish.session_id, wish.deferred_file.file_id = "1", self.session, file_id
        self.socket.send(message.SerializeToString())
        return self._until("backend_operation_response").backend_operation_response

    def get(self, path: str) -> httpx.Response:
        cookies = {WHO: self.role, COOKIE: f"browser-{self.role}"}
        return httpx.get(f"{self.address}{path}", cookies=cookies, timeout=PATIENCE)

    def _until(self, kind: str) -> ForwardMsg:
        while True:
            raw = self.socket.recv(timeout=PATIENCE)
            assert isinstance(raw, bytes)
            frame = ForwardMsg()
            frame.ParseFromString(raw)
            self.seen.append(raw)
            self.frames.append(frame)
            if frame.WhichOneof("type") == "new_session":
                self.session = frame.new_session.initialize.session_id or self.session
            again = frame.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
            if frame.WhichOneof("type") == kind and not (kind == "script_finished" and again):
                return frame

    def pages(self) -> dict[str, str]:
        """URL path -> hash of the pages in the menu."""
        last = [frame.navigation for frame in self.frames if frame.WhichOneof("type") == "navigation"][-1]
        return {page.url_pathname: page.page_script_hash for page in last.app_pages}

    def elements(self, kind: str) -> list[Any]:
        """All elements of a kind that were ever sent."""
        found = [frame.delta.new_element for frame in self.frames if frame.WhichOneof("type") == "delta"]
        return [getattr(element, kind) for element in found if element.WhichOneof("type") == kind]

    def fragments(self) -> set[str]:
        return {frame.delta.fragment_id for frame in self.frames if frame.WhichOneof("type") == "delta"} - {""}

    def words(self) -> str:
        return b"\n".join(self.seen).decode("utf-8", errors="replace")


@contextmanager
def tab(address: str, role: str) -> Iterator[Wire]:
    """A new tab of a user: a session of its own."""
    with connect(
        f"ws{address.removeprefix('http')}/_stcore/stream",
        additional_headers={"Cookie": f"{WHO}={role}; {COOKIE}=browser-{role}"},
        subprotocols=["streamlit"],  # type: ignore[list-item]
        max_size=None,
        open_timeout=PATIENCE,
        close_timeout=0.1,
    ) as socket:
        yield Wire(address, role, socket)
