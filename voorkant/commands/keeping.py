"""`key rotate`: housekeeping of what the builder keeps."""

import typer

from voorkant.commands.exports import HOME, JSON
from voorkant.commands.output import document, message
from voorkant.declare.home import Home, find_home

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
