"""What users do is put on record in `work/`: who, as what, and with which selection; never a figure."""

import logging
from typing import Any

from voorkant.declare.auditlog import Action, Entry, app_log
from voorkant.declare.home import find_home
from voorkant.declare.jobs import make_shared, storing
from voorkant.domain.problem import Problem
from voorkant.ui import access, cache, pace, signed

server = logging.getLogger(__name__)


def objection() -> str:
    """Why nothing can be put on record now, in Dutch; empty when it can. For what a button should not offer."""
    try:
        with storing():
            app_log(find_home()).look()
    except Problem as problem:
        return str(problem)
    return ""


def log(action: Action, **about: Any) -> None:
    """Add a line for the current user. Problem where that cannot be done: then what it is about is not done either."""
    user = access.current_user()
    log_of(user.name, user.role, action, **about)


def denied(who: str, role: str, what: str) -> None:
    """Someone asked for what they may not: a line a minute for each. The refusal stands without it too."""
    if signed.settings() and not pace.DENIED.wait((who, what)):
        try:
            log_of(who, role, Action.DENIED, wat=what)
        except Problem as problem:
            server.error("a refusal could not be put on record: %s", problem)


def log_of(who: str, role: str, action: Action, **about: Any) -> None:
    """The same for someone who is on the way in or out, or who is refused."""
    home, published = find_home(), cache.publication()
    with storing():
        make_shared(home.work)
        app_log(home).append(Entry(action, who, role, published.name if published else "", about))
