"""What a server gets for signing in when it starts; with settings that are wrong it does not start at all."""

import secrets
from typing import Any

from starlette.middleware import Middleware

from voorkant.declare.home import find_home
from voorkant.declare.login import Login, read_secret
from voorkant.domain.problem import Problem
from voorkant.ui import signed
from voorkant.ui.doorway import Doorway

SCOPES = "openid profile email"


def begin() -> Login | None:
    """Decide how this process lets people in; None: local mode. SystemExit when that is not certain."""
    home = find_home()
    try:
        login = signed.login_of(home)
        if login:
            read_secret(home)
    except Problem as problem:
        raise SystemExit(f"Voorkant start niet. {problem}") from problem
    signed.Mode.signing_in = login is not None
    return login


def options(login: Login | None) -> dict[str, Any]:
    """The settings of Streamlit's own login, which are ours and nobody's else: no file of Streamlit is needed."""
    if login is None:
        return {}
    auth = {
        "redirect_uri": login.callback,
        "cookie_secret": secrets.token_hex(32),  # sessions are in memory too: after a restart everyone signs in again
        "client_id": login.client_id,
        "client_secret": read_secret(find_home()),
        "server_metadata_url": login.provider,
        "client_kwargs": {"scope": SCOPES},
    }
    return {"secrets": {"auth": auth}}


def middleware(login: Login | None) -> list[Middleware]:
    return [Middleware(Doorway, login=login)] if login else []
