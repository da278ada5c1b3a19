"""Who is signed in where this script runs, by the session of its browser and the settings of this moment."""

import logging
from contextvars import ContextVar
from pathlib import Path

import streamlit as st

from voorkant.declare.claims import Granted, Refused, user_of
from voorkant.declare.home import Home, find_home
from voorkant.declare.login import Login
from voorkant.declare.settings import read_settings
from voorkant.declare.strict import nearest
from voorkant.declare.unchanged import while_same
from voorkant.domain.problem import DataRefused, Problem
from voorkant.ui.cookies import SESSION
from voorkant.ui.permits import ROLES
from voorkant.ui.sessions import SESSIONS, Session

log = logging.getLogger(__name__)
ASKING: ContextVar[str | None] = ContextVar("ASKING", default=None)
"""The number of the session whose websocket asks: a file that is made at its download is made outside a script."""


class NotSignedIn(Problem):
    """Nobody is signed in here, or not any more."""


class NoAccess(Problem):
    """Someone signed in who has no access."""

    def __init__(self, refused: Refused, login: Login) -> None:
        super().__init__(f"Geen toegang tot Voorkant. Vraag het aan: {login.ask}.")
        self.refused, self.login = refused, login


class Mode:
    """How this process was started; decided once, so that a setting that disappears opens no door."""

    signing_in: bool | None = None  # None: not started as a server, as in a test of a page


def settings() -> Login | None:
    """How people sign in now; None in local mode. Problem when a running login has become unclear: then none is in."""
    if Mode.signing_in is False:
        return None
    try:
        found = login_of(find_home())
    except Problem as problem:
        log.error("the settings of the login cannot be used: %s", problem)  # noqa: TRY400 - its sentence says it all
        raise Problem(
            "De instellingen van Voorkant kloppen niet, zodat niemand nu toegang heeft. Waarschuw de beheerder; "
            "in het logboek van de server staat wat er mis is."
        ) from problem
    if found is None and Mode.signing_in:
        raise Problem("Inloggen staat niet meer in de instellingen. Waarschuw de beheerder: Voorkant moet opnieuw aan.")
    return found


def login_of(home: Home) -> Login | None:
    """The login of a home, as its file is at this moment. DataRefused when any part of the settings is wrong."""
    try:
        return _login(home.settings)
    except FileNotFoundError:
        return None


@while_same
def _login(path: Path) -> Login | None:
    login = read_settings(path).login
    if login and (unknown := sorted(set(login.roles) - ROLES)):
        raise DataRefused(
            f"{path.name}, [inloggen.rollen]: de rol '{unknown[0]}' bestaat niet.{nearest(unknown[0], ROLES)}"
        )
    return login


def live(session: Session | None, login: Login) -> Session | None:
    """The session while it lasts."""
    return session if session and not SESSIONS.over(session, login.idle, login.longest) else None


def session(login: Login) -> Session | None:
    """The session of the browser that asks, or that this script runs for."""
    return live(SESSIONS.find(ASKING.get() or st.context.cookies.get(SESSION)), login)


def judged(session: Session, login: Login) -> Granted | Refused:
    """What the settings of this moment give someone; looked up once for each change of the settings."""
    if session.judged is None or session.judged[0] is not login:
        session.judged = (login, user_of(session.claims, login))
    return session.judged[1]


def lost(session: Session, login: Login) -> str:
    """Whether the settings took something away that may be on screen, which ends a session; a word for the log."""
    now = judged(session, login)
    if session.held and not session.held.within(now):
        return "rechten_gewijzigd"
    session.held = now if isinstance(now, Granted) else None
    return ""


def named(session: Session) -> tuple[str, str]:
    """(name, roles) as a log names who has a session."""
    found = session.held or (session.judged[1] if session.judged else None)
    if isinstance(found, Granted):
        return found.name, ", ".join(sorted(found.roles))
    return (found.name if found and found.name else "onbekend"), ""


def granted(login: Login) -> Granted:
    """What the one who looks may be. NotSignedIn or NoAccess when that is nothing."""
    if (found := session(login)) is None:
        raise NotSignedIn("Log in om Voorkant te gebruiken. Laad deze pagina daarvoor opnieuw.")
    user = judged(found, login)
    if isinstance(user, Refused):
        raise NoAccess(user, login)
    return user
