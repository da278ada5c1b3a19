"""What a monitor and a finder of a weakness may ask without signing in."""

from datetime import UTC, datetime, time
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from voorkant.cube.reader import REGIO, Publication
from voorkant.declare.home import find_home
from voorkant.declare.serving import Serving
from voorkant.declare.unchanged import while_same
from voorkant.domain.problem import DataRefused, Problem
from voorkant.domain.protection import Protection
from voorkant.ui import cache

ALIVE, READY = "/gezond/leeft", "/gezond"
SECURITY_TXT = "/.well-known/security.txt"


def alive(_request: Request) -> JSONResponse:
    """Whether the process answers at all: a monitor that gets nothing starts it again."""
    return JSONResponse({"status": "gezond"})


def ready(_request: Request) -> JSONResponse:
    """Whether there is a publication that can be read; 503 with the sentence when there is not."""
    try:
        found = cache.publication(find_home().published)
        if found is None:
            return JSONResponse({"status": "leeg", "melding": "Er is nog geen publicatie."}, status_code=503)
        _read(found)
    except Problem as problem:
        return JSONResponse({"status": "storing", "melding": str(problem)}, status_code=503)
    return JSONResponse({"status": "gezond", "publicatie": found.name})


def _read(found: Publication) -> None:
    """DataRefused when the public cube is not the one that was published, or is not there."""
    try:
        _opened(found.folder / REGIO / f"{Protection.OPENBAAR}.duckdb", found)
    except OSError as error:
        raise DataRefused(
            f"De openbare cijfers van publicatie {found.name} ontbreken. Draai 'voorkant build' om weer te publiceren."
        ) from error


@while_same  # anyone may ask, so it is read again only when it is another file
def _opened(_cube: Path, found: Publication) -> None:
    found.cube(REGIO, Protection.OPENBAAR)


def security_txt(serving: Serving) -> Response:
    """Whom to tell about a weakness, as RFC 9116 has it; 404 while the settings name nobody."""
    if serving.contact_until is None:
        return PlainTextResponse("Niet gevonden.", status_code=404)
    until = datetime.combine(serving.contact_until, time(), UTC)
    lines = [*(f"Contact: {text}" for text in serving.contact), f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}",
             "Preferred-Languages: nl, en"]  # fmt: skip
    if serving.address:
        lines.append(f"Canonical: {serving.address.removesuffix(serving.prefix).rstrip('/')}{SECURITY_TXT}")
    if serving.policy:
        lines.append(f"Policy: {serving.policy}")
    return PlainTextResponse("\n".join(lines) + "\n")
