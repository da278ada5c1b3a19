"""How often the same one may do the same thing: what comes too fast is refused, before it costs anything."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import wraps
from math import ceil
from threading import Lock
from typing import ParamSpec, TypeVar

from voorkant.domain.problem import Problem
from voorkant.ui import access

P = ParamSpec("P")
R = TypeVar("R")
KEYS = 10_000
"""So many are remembered; the one that was seen longest ago is forgotten first."""


@dataclass
class Pace:
    """At most `most` times in `seconds`, for each key apart."""

    most: int
    seconds: float
    clock: Callable[[], float] = time.monotonic
    _times: OrderedDict[Hashable, deque[float]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def wait(self, key: Hashable) -> int:
        """0 when it may be done now, which then counts; else after how many seconds it may."""
        now = self.clock()
        with self._lock:
            times = self._times.setdefault(key, deque())
            self._times.move_to_end(key)
            if len(self._times) > KEYS:
                self._times.popitem(last=False)
            while times and times[0] <= now - self.seconds:
                times.popleft()
            if len(times) >= self.most:
                return max(1, ceil(times[0] + self.seconds - now))
            times.append(now)
        return 0


SIGN_IN = Pace(120, 60.0)
"""Of one address: behind a proxy that is not named in the settings, all of a town hall is one address."""
HEAVY = Pace(30, 60.0)
"""Of one user: what takes seconds of computing, or starts a job of the builder."""

DENIED = Pace(1, 60.0)
"""Of one user and one action: a page that is refused runs again at every change."""


def limited(function: Callable[P, R]) -> Callable[P, R]:
    """For what is heavy: a Problem for who asks it too often. All of it has one limit; the local mode has none."""

    @wraps(function)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        user = access.current_user()
        if user is not access.LOCAL and (seconds := HEAVY.wait(user.owner)):
            raise Problem(f"Dit is in korte tijd te vaak gevraagd. Probeer het over {seconds} seconden opnieuw.")
        return function(*args, **kwargs)

    return checked
