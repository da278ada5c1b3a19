"""What a checkup sees of a home: settings, rights, key, logs and clock, publication, jobs."""

import os
import stat
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from voorkant.commands.checkup.found import Found, State
from voorkant.cube import reader
from voorkant.declare import clock
from voorkant.declare.auditcheck import check_logs, set_back
from voorkant.declare.compared import read_groups
from voorkant.declare.eventfile import read_events
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.declare.keptfile import DAMAGED
from voorkant.declare.questionfile import read_questions
from voorkant.declare.snapshotfile import read_snapshots
from voorkant.declare.storyfile import read_stories
from voorkant.domain.job import State as JobState
from voorkant.domain.problem import DataRefused, Problem
from voorkant.domain.protection import Protection

OTHERS, GROUP_TOO = stat.S_IRWXO, stat.S_IRWXO | stat.S_IRWXG
TOLERANCE = timedelta(minutes=10)


def settings(home: Home) -> Iterator[Found]:
    from voorkant.builder.declared import read_declared  # noqa: PLC0415 - DuckDB is slow to import

    try:
        declared = read_declared(home)
    except Problem as problem:
        yield Found("instellingen", State.WRONG, str(problem), "Verbeter dat bestand; tot dan start de app niet.")
        return
    for why in declared.refused_pilots.values():
        yield Found("instellingen", State.WARNING, why, "Verbeter dat bestand; de andere pilots gaan door.")
    yield Found("instellingen", State.GOOD, "voorkant.toml en wat erbij hoort is te lezen.")


def rights(home: Home) -> Iterator[Found]:
    """Who may look where. On Windows that is up to the folder's own settings, which we do not read."""
    if os.name != "posix":
        yield Found("rechten", State.UNKNOWN, "Op Windows kijkt dit niet naar rechten.",
                    "Zorg dat alleen wie publiceert bij records en secrets kan.")  # fmt: skip
        return
    wrong = False
    for path, bits, state in _closed(home):
        if path.exists() and path.stat().st_mode & bits:
            wrong = True
            mode = stat.S_IMODE(path.stat().st_mode) & ~bits
            yield Found("rechten", state, f"{path} is open voor anderen.", f"Draai: chmod {mode:o} {path}")
    if not wrong:
        yield Found(
            "rechten", State.GOOD, "Alles met gegevens is dicht voor anderen, en zij veranderen geen instelling."
        )


def _closed(home: Home) -> Iterator[tuple[Path, int, State]]:
    """(place, rights that nobody has there, how bad it is). Exports hold records too, but made up ones in a demo."""
    yield from ((place, GROUP_TOO, State.WRONG) for place in (home.records, home.path / "secrets"))
    yield from ((place, OTHERS, State.WRONG) for place in (home.work, home.published))
    yield home.exports, OTHERS, State.WARNING
    yield from ((place, stat.S_IWOTH, State.WRONG) for place in (home.path, home.settings))


def key(home: Home) -> Iterator[Found]:
    from voorkant.builder.store.history import read_history  # noqa: PLC0415
    from voorkant.builder.store.keys import load  # noqa: PLC0415

    try:
        history = read_history(home.records)
    except Problem as problem:
        yield Found("geschiedenis", State.WRONG, str(problem), "Zet records terug uit de laatste reservekopie.")
        return
    if not any(item.used for item in history):  # `load` would make a first key
        yield Found("sleutel", State.GOOD, "Er is nog niets ingelezen; de sleutel wordt dan gemaakt.")
        return
    try:
        load(home, history)
    except Problem as problem:
        yield Found("sleutel", State.WRONG, str(problem), "Zie docs/handleiding/sleutel-bewaren-logboek.md.")
    else:
        yield Found("sleutel", State.GOOD, "De sleutel is er en hoort bij de opgeslagen gegevens.",
                    "Bewaar een reservekopie, los van die van records.")  # fmt: skip


def logs(home: Home) -> Iterator[Found]:
    both = check_logs(home)
    faults = [(checked, fault) for checked in both for fault in checked.faults]
    for checked, fault in faults:
        yield Found("logboek", State.WRONG, f"Logboek van de {checked.name}, regel {fault.line}: {fault.text}",
                    "Draai 'voorkant audit', en zet een reservekopie terug.")  # fmt: skip
    if not faults:
        yield Found("logboek", State.GOOD, f"Het logboek is heel. Regels: {sum(len(item.records) for item in both)}.")
    late = [last for checked in both if (last := set_back(checked.records, clock.now(), TOLERANCE))]
    if late:
        yield Found("klok", State.WRONG, f"De klok staat voor de laatste regel van het logboek ({max(late)}).",
                    "Zet de klok goed, het liefst met een tijdserver.")  # fmt: skip
    else:
        yield Found("klok", State.GOOD, f"De klok staat op {clock.now():%d-%m-%Y %H:%M}.")


def publication(home: Home) -> Iterator[Found]:
    """Whether every cube is the one that was published, and can be opened by this version."""
    try:
        found = reader.current(home.published)
        if found is None:
            yield Found("publicatie", State.WARNING, "Er is nog geen publicatie.", "Draai 'voorkant build'.")
            return
        for scope in found.scopes():
            for protection in Protection:
                if _place(found, scope, protection).exists():
                    found.cube(scope, protection)
    except Problem as problem:
        yield Found("publicatie", State.WRONG, str(problem), "Zet published terug uit een reservekopie, of publiceer.")
        return
    if found.is_whole:
        yield Found("publicatie", State.GOOD, f"Publicatie {found.name} is heel, met {len(found.scopes())} gebieden.")
    else:
        yield Found("publicatie", State.WRONG, f"Van publicatie {found.name} ontbreekt een deel.",
                    "Draai 'voorkant build' om opnieuw te publiceren.")  # fmt: skip


def _place(found: reader.Publication, scope: str, protection: Protection) -> Path:
    return found.folder / scope / f"{protection}.duckdb"


def kept(home: Home) -> Iterator[Found]:
    """What pages keep in `work/`, of which a damaged file is left out."""
    met: dict[Path, str] = {}
    token = DAMAGED.set(met)
    try:
        for read in (read_events, read_stories, read_groups, read_questions, read_snapshots):
            read(home)
    except DataRefused as refused:  # a file that a person wrote in the home
        yield Found("bewaard", State.WRONG, str(refused), "Verbeter dat bestand.")
    finally:
        DAMAGED.reset(token)
    for path, why in met.items():
        yield Found("bewaard", State.WRONG, f"{path.relative_to(home.path)} is beschadigd en telt niet mee. {why}",
                    "Zet het terug uit een reservekopie, of haal het weg.")  # fmt: skip
    if not met:
        yield Found("bewaard", State.GOOD, "Alles wat op de pagina's is bewaard, is te lezen.")


def jobs(home: Home) -> Iterator[Found]:
    """Whether someone asked for something that nobody does."""
    desk = Jobs(home)
    try:
        waiting = [job for job in desk.all() if desk.status(job).state is JobState.WAITING]
    except Problem as problem:
        yield Found("opdrachten", State.WRONG, str(problem), "Verwijder dat bestand en vraag het opnieuw.")
        return
    # the lock is not touched where there is none: whoever makes it owns it
    working = (desk.folder / "worker.lock").exists() and desk.is_worked_on()
    if waiting and not working:
        yield Found("opdrachten", State.WARNING, f"Er werkt geen worker. Opdrachten die wachten: {len(waiting)}.",
                    "Start de dienst voorkant-worker, of draai 'voorkant worker --once'.")  # fmt: skip
    else:
        told = f"Opdrachten die wachten: {len(waiting)}." if waiting else "Er wacht niets."
        yield Found("opdrachten", State.GOOD, told)
