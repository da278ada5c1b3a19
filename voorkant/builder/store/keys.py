"""The secret under which youths are re-keyed: outside the record store, readable by its owner alone.

It is a chain. Its first 32 bytes re-key what a supplier calls a youth; every rotation adds 32 bytes, which re-key what
the former ones made. The history says up to which link the rows are keyed, so a longer chain does no harm.
"""

import binascii
import hashlib
import os
import secrets
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from voorkant.builder.store.history import Delivery
from voorkant.declare.home import Home
from voorkant.domain.problem import DataRefused

KEY_BYTES = 32
KEY, KEY_FILE = "VOORKANT_KEY", "VOORKANT_KEY_FILE"
NOTHING = "Er is niets gepubliceerd en niets veranderd."
_ID_DOMAIN = b"voorkant key id\0"
_ID_SIGNS = 12


def key_id(chain: bytes) -> str:
    """What is stored with the rows: it tells keys apart and says nothing of them."""
    return hashlib.sha256(_ID_DOMAIN + chain).hexdigest()[:_ID_SIGNS]


def load(home: Home, history: Sequence[Delivery]) -> bytes:
    """The chain under which the rows of this history are keyed; a first key where nothing is stored yet.

    DataRefused when the key is gone, open to others, damaged, or that of another store.
    """
    used = [item for item in history if item.used]
    wanted = next((item.key for item in reversed(used) if item.key), "")
    found = _read(home)
    if found is None:
        if used:
            raise DataRefused(
                f"De sleutel {_place(home)} is er niet, en zonder die sleutel sluiten nieuwe leveringen niet aan op de "
                f"opgeslagen gegevens. Zet de sleutel terug uit de reservekopie. {NOTHING}"
            )
        return _first(home)
    if not wanted:
        return found
    for end in range(KEY_BYTES, len(found) + 1, KEY_BYTES):
        if key_id(found[:end]) == wanted:
            return found[:end]
    raise DataRefused(
        f"De sleutel hoort niet bij de opgeslagen gegevens: die zijn gemaakt met sleutel {wanted}, en dit is "
        f"{key_id(found)}. Zet de goede sleutel terug. {NOTHING}"
    )


def lengthen(home: Home, chain: bytes) -> bytes:
    """The chain with a new link, on disk. Whoever breaks off here loses nothing: rows name the link that they need."""
    if os.environ.get(KEY):
        raise DataRefused(
            f"De sleutel staat in {KEY} en kan daar niet worden vernieuwd. Zet hem in een bestand dat {KEY_FILE} noemt."
        )
    longer = chain + secrets.token_bytes(KEY_BYTES)
    _write(_place(home), longer)
    return longer


def _place(home: Home) -> Path:
    named = os.environ.get(KEY_FILE)
    return Path(named) if named else home.path / "secrets" / "pseudonym.key"


def _read(home: Home) -> bytes | None:
    """All links that there are; None when there is no key."""
    if given := os.environ.get(KEY):
        return _whole(_bytes(given.strip()), KEY)
    path = _place(home)
    if not path.exists():
        if os.environ.get(KEY_FILE):
            raise DataRefused(f"De sleutel {path} bestaat niet. Zet hem terug of maak {KEY_FILE} leeg. {NOTHING}")
        return None
    if os.name == "posix" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise DataRefused(f"De sleutel {path} is leesbaar voor anderen. Draai: chmod 600 {path}. {NOTHING}")
    return _whole(path.read_bytes(), str(path))


def _bytes(text: str) -> bytes:
    try:
        return binascii.unhexlify(text)
    except ValueError:
        return b""


def _whole(chain: bytes, where: str) -> bytes:
    if not chain or len(chain) % KEY_BYTES:
        raise DataRefused(f"In {where} staat geen sleutel van {KEY_BYTES} bytes. Zet de goede sleutel terug. {NOTHING}")
    return chain


def _first(home: Home) -> bytes:
    path = _place(home)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    _write(path, secrets.token_bytes(KEY_BYTES), fresh=True)
    return _read(home) or b""


def _write(path: Path, chain: bytes, *, fresh: bool = False) -> None:
    """Whole or not at all; a `fresh` one never takes the place of a key that is there."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(chain)
            file.flush()
            os.fsync(handle)
        if not fresh:
            part.replace(path)
        else:
            with suppress(FileExistsError):  # another command was first: its key is the one
                os.link(part, path)
    finally:
        part.unlink(missing_ok=True)
