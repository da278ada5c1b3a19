"""The secret under which youths are re-keyed: outside the record store, readable by its owner alone."""

import os
import secrets
import stat

from voorkant.declare.home import Home
from voorkant.domain.problem import Problem

KEY_BYTES = 32


def load(home: Home) -> bytes:
    """The key that VOORKANT_KEY_FILE names, else the home's own `secrets/pseudonym.key`, made at first use."""
    named = os.environ.get("VOORKANT_KEY_FILE")
    path = home.path / "secrets" / "pseudonym.key" if not named else type(home.path)(named)
    if not path.exists() and not named:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
    if not path.exists():
        raise Problem(f"De sleutel {path} bestaat niet. Zet hem terug of maak VOORKANT_KEY_FILE leeg.")
    if os.name == "posix" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise Problem(f"De sleutel {path} is leesbaar voor anderen. Draai: chmod 600 {path}")
    key = path.read_bytes()
    if len(key) != KEY_BYTES:
        raise Problem(f"De sleutel {path} is geen sleutel van {KEY_BYTES} bytes. Zet de goede sleutel terug.")
    return key
