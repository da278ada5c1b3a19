"""What a checkup sees of the machine: Python and packages, letters, room on disk, the port, and who we are."""

import os
import shutil
import socket
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from io import BytesIO
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement

from voorkant import ROOT, __version__
from voorkant.charts.sheet.letters import FAMILY
from voorkant.commands.checkup.found import Found, State
from voorkant.declare.home import Home

OLDEST_PYTHON = (3, 11)
LEAST, LITTLE = 500 * 10**6, 5 * 10**9
"""Bytes free below which publishing stops, and below which it is time to make room."""
PORT = "VOORKANT_PORT"
SHOWN = 5
WORD = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20">'
    f'<text x="2" y="15" font-size="14" font-family="{FAMILY}">Één</text></svg>'
)


def versions() -> Iterator[Found]:
    python = sys.version.split()[0]
    if sys.version_info < OLDEST_PYTHON:
        yield Found("versies", State.WRONG, f"Python {python} is te oud.", "Installeer Python 3.11 of nieuwer.")
    lock = ROOT / "requirements.txt"
    if not lock.exists():
        yield Found("versies", State.UNKNOWN, f"{lock.name} is er niet, dus de pakketten zijn niet te vergelijken.",
                    "Installeer Voorkant uit een hele kopie van de broncode.")  # fmt: skip
        return
    other = list(_other_versions(lock))
    if other:
        more = f" en nog {len(other) - SHOWN}" if len(other) > SHOWN else ""
        yield Found("versies", State.WRONG, f"Niet wat is vastgelegd: {', '.join(other[:SHOWN])}{more}.",
                    "Installeer opnieuw: python -m pip install --require-hashes -r requirements.txt")  # fmt: skip
    else:
        yield Found("versies", State.GOOD, f"Voorkant {__version__}, Python {python}, alle pakketten als vastgelegd.")


def _other_versions(lock: Path) -> Iterator[str]:
    for line in lock.read_text(encoding="utf-8").splitlines():
        if line and line[0] not in " #-":
            try:
                wanted = Requirement(line.removesuffix("\\").strip())
            except InvalidRequirement:
                yield f"regel {line[:40]!r} van {lock.name} is onleesbaar"
                continue
            if wanted.marker and not wanted.marker.evaluate():
                continue
            try:
                found = version(wanted.name)
            except PackageNotFoundError:
                yield f"{wanted.name} ontbreekt"
                continue
            if not wanted.specifier.contains(found, prereleases=True):
                yield f"{wanted.name} {found} in plaats van {wanted.specifier}"


def letters() -> Iterator[Found]:
    """Draw a word as pictures are drawn, and look whether it is there."""
    import vl_convert  # noqa: PLC0415 - slow to import
    from PIL import Image  # noqa: PLC0415

    drawn = Image.open(BytesIO(vl_convert.svg_to_png(WORD)))
    if drawn.getbbox() is not None:  # nothing but see-through where no letter was found
        yield Found("lettertypen", State.GOOD, "Plaatjes en stukken hebben hun eigen letters bij zich.")
    else:
        yield Found("lettertypen", State.WRONG, "Er zijn geen letters om plaatjes mee te maken.",
                    "Installeer de pakketten opnieuw: de letters komen met vl-convert-python mee.")  # fmt: skip


def disk(home: Home) -> Iterator[Found]:
    if hasattr(os, "statvfs") and os.statvfs(home.path).f_flag & os.ST_RDONLY:
        yield Found("schijf", State.WRONG, f"De schijf met {home.path} is alleen te lezen.",
                    "Koppel haar aan om te schrijven: tot dan wordt niets bewaard of gepubliceerd.")  # fmt: skip
        return
    free = shutil.disk_usage(home.path).free
    words = f"{free / 10**9:.1f} GB vrij".replace(".", ",")
    if free < LEAST:
        yield Found("schijf", State.WRONG, f"Er is nog maar {words}.", "Maak ruimte, of publiceren mislukt.")
    elif free < LITTLE:
        yield Found("schijf", State.WARNING, f"Er is nog {words}.", "Maak ruimte; 'voorkant purge' haalt weg wat mag.")
    else:
        yield Found("schijf", State.GOOD, f"Er is {words}.")


def port() -> Iterator[Found]:
    """Whether the app answers where it is expected."""
    number = os.environ.get(PORT, "8501")
    if not number.isdecimal() or not 0 < int(number) < 2**16:
        yield Found("poort", State.WRONG, f"{PORT} is {number!r}, en dat is geen poort.", "Kies 1 tot en met 65535.")
        return
    with socket.socket() as probe:
        probe.settimeout(2)
        taken = probe.connect_ex(("127.0.0.1", int(number))) == 0
    if not taken:
        yield Found("poort", State.WARNING, f"Op poort {number} antwoordt niets. De app staat uit of elders.",
                    f"Start de app, of zet {PORT} op de poort die zij gebruikt.")  # fmt: skip
        return
    status = _asked(f"http://127.0.0.1:{number}/gezond")
    match status:
        case 200:
            yield Found("poort", State.GOOD, f"De app antwoordt op poort {number} en kan haar publicatie lezen.")
        case 503:
            yield Found("poort", State.WRONG, f"De app antwoordt op poort {number}, maar kan geen publicatie tonen.",
                        "Publiceer met 'voorkant build', en kijk bij 'publicatie' hierboven.")  # fmt: skip
        case _:
            yield Found("poort", State.WRONG, f"Op poort {number} draait iets anders dan Voorkant.",
                        "Stop dat programma, of geef de app een andere poort.")  # fmt: skip


def _asked(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own machine
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def user() -> Iterator[Found]:
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        yield Found("gebruiker", State.WARNING, "Dit draait als root.",
                    "Draai Voorkant als een eigen gebruiker, en 'voorkant doctor' ook.")  # fmt: skip
    else:
        yield Found("gebruiker", State.GOOD, "Dit draait niet als root.")
