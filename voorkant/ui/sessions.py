"""Who is signed in: a list in the memory of the one process, so that a cookie that is not on it opens nothing.

The browser holds a random number. Claims and Streamlit's own signed cookies, with the tokens of the provider in them,
stay here. What ends a session (an idle hour, its longest time, signing out, here or everywhere) takes it off the list.
A restart empties the list: everyone signs in again.
"""

import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Lock
from typing import Any

from voorkant.declare.claims import Granted, Refused, subject_of
from voorkant.declare.login import MOST_HOURS, Login

NUMBER_BYTES = 32
LONGEST_EVER = MOST_HOURS * 3600
"""Seconds after which whoever never came back is forgotten; the settings allow no session that is longer."""


@dataclass
class Session:
    """One sign-in of one person in one browser. Times are those of a clock that is never set back."""

    number: str = field(repr=False)
    claims: Mapping[str, Any] = field(repr=False)
    cookies: Mapping[str, str] = field(repr=False)  # Streamlit's, as it signed them
    began: float
    seen: float
    judged: tuple[Login, Granted | Refused] | None = None  # by which settings it was looked at last, and what they gave
    held: Granted | None = None  # what open pages of it may be showing; None: no access

    @property
    def subject(self) -> str:
        """The person, as the provider tells one from another."""
        return subject_of(self.claims)


class Sessions:
    """All sessions. Script threads and the server ask it at the same time."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self._open: dict[str, Session] = {}
        self._lock = Lock()

    def open(self, claims: Mapping[str, Any], cookies: Mapping[str, str]) -> Session:
        """A new session, under a number that nobody had before."""
        now = self.clock()
        session = Session(secrets.token_urlsafe(NUMBER_BYTES), dict(claims), dict(cookies), now, now)
        with self._lock:
            self._open = {key: other for key, other in self._open.items() if now - other.began < LONGEST_EVER}
            self._open[session.number] = session
        return session

    def find(self, number: str | None) -> Session | None:
        """The session of a number; whether its time is over is asked with `over`."""
        return self._open.get(number) if number else None

    def left(self, session: Session, idle: timedelta, longest: timedelta) -> tuple[float, float]:
        """Seconds until it ends because nobody does anything, and until it ends anyhow."""
        now = self.clock()
        return session.seen + idle.total_seconds() - now, session.began + longest.total_seconds() - now

    def over(self, session: Session, idle: timedelta, longest: timedelta) -> str:
        """Why its time is over, in a word for the log; empty while it is not."""
        quiet, anyhow = self.left(session, idle, longest)
        if anyhow <= 0:
            return "ten_hoogste"
        return "stil" if quiet <= 0 else ""

    def touch(self, session: Session) -> None:
        """Someone did something."""
        session.seen = self.clock()

    def close(self, session: Session) -> bool:
        """Take it off the list; whether it was on it."""
        with self._lock:
            return self._open.pop(session.number, None) is not None

    def close_others(self, session: Session) -> int:
        """Take the other sessions of the same person off the list; how many there were.

        A provider that does not tell people apart has no others: they could be anyone's.
        """
        who = session.subject
        with self._lock:
            others = [item for item in self._open.values() if who and item.subject == who and item is not session]
            for other in others:
                del self._open[other.number]
        return len(others)

    def clear(self) -> None:
        with self._lock:
            self._open.clear()


SESSIONS = Sessions()
"""Those of this process."""
