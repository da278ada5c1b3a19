"""What the app takes from the machine that it runs on: secrets from the environment, and room for connections."""

import os
import sys
from pathlib import Path

from voorkant.domain.problem import Problem

TOKEN, TOKEN_FILE = "VOORKANT_METRICS_TOKEN", "VOORKANT_METRICS_TOKEN_FILE"
SHORTEST_TOKEN = 24
CONNECTIONS = 8_192
"""Open files that the app asks for: a system gives 1,024 by default, and a thousand idle connections would fill it."""


def metrics_token() -> str:
    """With which a monitor may read the metrics; empty: nobody may. Problem when it is unreadable or too short."""
    named = os.environ.get(TOKEN_FILE)
    try:
        token = Path(named).read_text(encoding="utf-8").strip() if named else os.environ.get(TOKEN, "")
    except (OSError, UnicodeDecodeError) as error:
        raise Problem(
            f"{TOKEN_FILE} noemt {named}, en dat is niet te lezen. Verbeter de naam of de rechten."
        ) from error
    if (named or token) and len(token) < SHORTEST_TOKEN:
        raise Problem(
            f"{TOKEN_FILE if named else TOKEN} heeft minder dan {SHORTEST_TOKEN} tekens. "
            "Maak een langer token, bijvoorbeeld met: openssl rand -hex 32."
        )
    return token


def room_for_connections() -> None:
    """Raise the limit of open files as far as the system allows, up to what the app can use."""
    if sys.platform == "win32":  # which has no such limit
        return
    import resource  # noqa: PLC0415 - not there on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CONNECTIONS if hard == resource.RLIM_INFINITY else min(CONNECTIONS, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
