"""`purge`, `key rotate` and `audit`: housekeeping of what is kept, and the record of who did what."""

from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from voorkant.commands.exports import HOME, JSON
from voorkant.commands.output import document, message, result
from voorkant.declare.auditcheck import check_logs
from voorkant.declare.home import Home, find_home
from voorkant.domain.problem import DataRefused, Problem
from voorkant.text.auditwords import line

if TYPE_CHECKING:
    from voorkant.builder.purge import Gone

NOTHING_NEW = 3
key = typer.Typer(no_args_is_help=True, help="De sleutel waarmee jeugdigen in de opslag onherkenbaar zijn.")


@key.callback()
def about_keys() -> None:
    """De sleutel waarmee jeugdigen in de opslag onherkenbaar zijn."""


@key.command("rotate")
def rotate(home: HOME = None, as_json: JSON = False) -> None:
    """Vernieuw de sleutel: alle opgeslagen pseudoniemen worden opnieuw versleuteld, de cijfers blijven gelijk."""
    from voorkant.builder.rotate import rotate as run  # noqa: PLC0415 - DuckDB is slow to import

    done = run(Home(home.resolve()) if home else find_home(), message)
    if as_json:
        document({"key": done.key, "former": done.former, "deliveries": done.deliveries})
    message(f"{done.deliveries} leveringen staan nu onder sleutel {done.key} (was {done.former}).")
    message("Bewaar een nieuwe reservekopie van de sleutel, los van die van de gegevens.")


def purge(
    home: HOME = None,
    as_json: JSON = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Zeg alleen wat er zou worden verwijderd.")] = False,
    day: Annotated[str, typer.Option("--day", metavar="JJJJ-MM-DD", help="Reken vanaf deze dag; anders vandaag.")] = "",
) -> None:
    """Verwijder wat zijn bewaartermijn heeft gehad, zoals voorkant.toml die noemt."""
    from voorkant.builder.purge import purge as run  # noqa: PLC0415 - DuckDB is slow to import

    gone = run(Home(home.resolve()) if home else find_home(), day=_day(day, "--day"), dry_run=dry_run)
    if as_json:
        document({"rows": gone.rows, "first_kept": {slug: kept.isoformat() for slug, kept in gone.first_kept.items()},
                  "files": gone.files, "publications": gone.publications, "jobs": len(gone.jobs),
                  "in_exports": gone.in_exports, "dry_run": dry_run})  # fmt: skip
    _tell(gone, "te verwijderen" if dry_run else "verwijderd")
    if gone.is_nothing:
        raise typer.Exit(NOTHING_NEW)


def _tell(gone: "Gone", done: str) -> None:
    for slug, rows in gone.rows.items():
        message(f"{slug}: {rows} rijen van voor {gone.first_kept[slug]} {done}.")
    if gone.publications or gone.jobs:
        message(f"{len(gone.publications)} oude publicaties en {len(gone.jobs)} oude opdrachten {done}.")
    if gone.in_exports:
        files = ", ".join(gone.in_exports)
        message(f"Deze bestanden staan nog in exports/, met die rijen erin; verwijder ze zelf: {files}.")
    if gone.is_nothing:
        message("Er is niets dat zijn bewaartermijn heeft gehad.")
    elif gone.rows and done == "verwijderd":
        message("De cijfers op het scherm gaan nog over deze rijen. Draai 'voorkant build' om zonder ze te publiceren.")


def audit(
    home: HOME = None,
    as_json: JSON = False,
    since: Annotated[str, typer.Option("--since", metavar="JJJJ-MM-DD", help="Alleen vanaf deze dag.")] = "",
) -> None:
    """Toon het logboek, en kijk na of er niets in is veranderd of weggehaald."""
    first = _day(since, "--since")
    both = check_logs(Home(home.resolve()) if home else find_home())
    records = sorted((item for log in both for item in log.records), key=lambda item: date_time(item["at"]))
    shown = [item for item in records if first is None or date_time(item["at"]).date() >= first]
    faults, notes = ([remark for log in both for remark in getattr(log, kind)] for kind in ("faults", "notes"))
    if as_json:
        document({"records": shown, "faults": [*map(asdict, faults)], "notes": [*map(asdict, notes)]})
    else:
        result("\n".join(map(line, shown)) if shown else "Er staat nog niets in het logboek.")
    for remark in notes:
        message(f"Let op, logboek van de {remark.log}, regel {remark.line}: {remark.text}")
    for remark in faults:
        message(f"Fout in het logboek van de {remark.log}, regel {remark.line}: {remark.text}")
    message("Het logboek klopt niet." if faults else f"Het logboek is heel: {len(records)} regels.")
    if faults:
        raise typer.Exit(DataRefused.exit_code)


def date_time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _day(text: str, option: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Problem(f"'{text}' is geen dag. Schrijf {option} als JJJJ-MM-DD, zoals 2026-01-31.") from error
