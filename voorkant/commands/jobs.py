"""`worker` and `watch`: the commands that publish without anyone at the keyboard."""

import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from voorkant.commands.exports import HOME, tell
from voorkant.commands.output import message
from voorkant.declare import mapping, variant
from voorkant.declare.auditlog import to_server_log
from voorkant.declare.home import Home, find_home
from voorkant.declare.jobs import storing
from voorkant.domain.problem import Problem

Seen = frozenset[tuple[Path, int, int]]
"""The files of the inbox, and what was decided about their headers, with their size and time of change."""


def worker(
    once: Annotated[bool, typer.Option("--once", help="Stop als er niets meer wacht.")] = False, home: HOME = None
) -> None:
    """Doe wat er op de pagina Gegevens inladen is gevraagd."""
    from voorkant.builder.worker import work  # noqa: PLC0415 - the builder is slow to import

    to_server_log()
    work(_home(home), once=once)


def watch(
    home: HOME = None,
    every: Annotated[float, typer.Option("--every", min=1, help="Om de zoveel seconden kijken.")] = 60,
) -> None:
    """Publiceer zodra er iets nieuws in exports/ staat; stop met Ctrl+C."""
    where = _home(home)
    to_server_log()
    message(f"Voorkant kijkt elke {every:g} seconden in {where.exports}.")
    try:
        keep_watch(where, _ticks(every))
    except KeyboardInterrupt:  # the usual way to end it
        message("Voorkant kijkt niet meer.")


def _home(named: Path | None) -> Home:
    return Home(named.resolve()) if named else find_home()


def _ticks(every: float) -> Iterator[None]:
    while True:
        yield
        time.sleep(every)


def keep_watch(home: Home, ticks: Iterable[None]) -> None:
    """At each tick: build when the inbox changed and then stood still, so that no file is read half copied."""
    built, before = None, _seen(home)
    for _ in ticks:
        now = _seen(home)
        if now and now != built and now == before and _build(home):
            built = now
        before = now


def _seen(home: Home) -> Seen:
    from voorkant.builder.intake import listed  # noqa: PLC0415

    files = listed(home)
    decided = [path for folder in (*mapping.folders(home), *variant.folders(home)) for path in folder.glob("*.toml")]
    return frozenset(stamp for path in files + decided * bool(files) if (stamp := _stamp(path)))


def _stamp(path: Path) -> tuple[Path, int, int] | None:
    """None for a file that is gone again."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return None
    return path, stat.st_size, stat.st_mtime_ns


def _build(home: Home) -> bool:
    """Whether these files need no further look. What stood in the way may be gone at the next tick."""
    from voorkant.builder.build import build  # noqa: PLC0415

    try:
        with storing():
            tell(build(home, message))
    except Problem as problem:
        message(f"Niet gepubliceerd: {problem}")
        return False
    return True
