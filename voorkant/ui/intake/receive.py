"""At the door: what may come in, and where it is put under a name of our own."""

import re
import shutil
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Protocol
from uuid import uuid4

from streamlit import config

from voorkant.declare.jobs import Jobs, make_shared, storing
from voorkant.domain.job import JobFile
from voorkant.ui import access

TEXT = frozenset({".csv", ".txt", ".tsv"})
SIGNED = {
    ".xlsx": b"PK\x03\x04", ".xlsm": b"PK\x03\x04", ".xlsb": b"PK\x03\x04", ".ods": b"PK\x03\x04",
    ".zip": b"PK\x03\x04", ".xls": b"\xd0\xcf\x11\xe0",
}  # fmt: skip
"""How the content of a file with this ending begins."""
NO_TEXT = (*set(SIGNED.values()), b"PK", b"%PDF", b"MZ", b"\x7fELF", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"PAR1")
ENDINGS = tuple(sorted(TEXT | set(SIGNED)))
LONGEST_NAME = 120
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]|^[.~]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)', re.IGNORECASE)


class Incoming(Protocol):
    """A file as the browser sent it."""

    name: str
    size: int

    def getbuffer(self) -> memoryview: ...


def most_megabytes() -> int:
    return int(config.get_option("server.maxUploadSize"))


def objection(file: Incoming) -> str:
    """Why a file may not come in, in Dutch; empty when it may. The reader looks at the content in full later."""
    ending = PurePosixPath(file.name).suffix.lower()
    begin = bytes(file.getbuffer()[:8])
    if _UNSAFE.search(file.name) or len(file.name) > LONGEST_NAME:
        return "De naam bevat tekens die niet kunnen, of is te lang. Geef het bestand een gewone naam."
    if ending not in ENDINGS:
        return f"Deze soort bestand kan niet worden ingelezen. Kies uit: {', '.join(ENDINGS)}."
    if file.size == 0:
        return "Het bestand is leeg. Exporteer het opnieuw."
    if file.size > most_megabytes() * 1024 * 1024:
        return f"Het bestand is groter dan {most_megabytes()} MB. Splits de export, of zet het in de map exports."
    if (ending in TEXT and begin.startswith(NO_TEXT)) or not begin.startswith(SIGNED.get(ending, b"")):
        return f"De inhoud past niet bij {ending}. Sla het bestand opnieuw op als CSV of Excel."
    return ""


@access.requires("gegevens_inladen")
def receive(jobs: Jobs, name: str, files: Sequence[Incoming]) -> list[JobFile]:
    """Put files in `work/uploads/<name>`; all of them or none. Problem when the disk refuses."""
    folder = jobs.uploads.joinpath(name)
    with storing():
        make_shared(folder)
        try:
            return [_put(jobs, name, file) for file in files]
        except OSError:
            shutil.rmtree(folder, ignore_errors=True)
            raise


def _put(jobs: Jobs, name: str, file: Incoming) -> JobFile:
    placed = JobFile(file.name, f"{name}/{uuid4().hex}{PurePosixPath(file.name).suffix.lower()}")
    path = jobs.upload(placed)
    path.write_bytes(file.getbuffer())
    path.chmod(0o660)
    return placed
