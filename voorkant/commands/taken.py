"""`undo`: the last publication that took deliveries in is taken back."""

from voorkant.commands.exports import HOME, JSON
from voorkant.commands.output import document, message
from voorkant.declare.home import Home, find_home


def undo(home: HOME = None, as_json: JSON = False) -> None:
    """Maak de laatste publicatie ongedaan: haar leveringen tellen niet meer mee."""
    from voorkant.builder.undo import undo as run  # noqa: PLC0415 - DuckDB is slow to import

    taken = run(Home(home.resolve()) if home else find_home(), message)
    made, cubes = taken.outcome.publication, taken.outcome.cubes
    if as_json:
        document({"undone": taken.publication, "files": taken.files, "publication": made, "cubes": cubes})
    message(f"Publicatie {taken.publication} is ongedaan gemaakt: {', '.join(taken.files)} tellen niet meer mee.")
    message(f"Publicatie {made} staat klaar.")
