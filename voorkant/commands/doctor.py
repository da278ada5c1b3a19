"""`doctor`: whether an installation is in order, and what to do where it is not."""

from collections.abc import Iterator
from dataclasses import asdict
from functools import partial

import typer

from voorkant.commands.checkup import entrance, installation, machine
from voorkant.commands.checkup.found import Found, State, careful
from voorkant.commands.checkup.provider import provider
from voorkant.commands.exports import HOME, JSON
from voorkant.commands.output import document, message, result
from voorkant.declare.home import Home, find_home
from voorkant.domain.problem import DataRefused, Problem

WIDTH = max(map(len, State))


def doctor(home: HOME = None, as_json: JSON = False) -> None:
    """Kijk of deze installatie in orde is, en zeg wat er te doen is. Er wordt niets veranderd."""
    where = Home(home.resolve()) if home else find_home()
    if not where.path.is_dir():
        raise Problem(f"De map {where.path} is er niet. Geef de goede map met --home, of zet VOORKANT_HOME.")
    found = list(examined(where))
    wrong = [item for item in found if item.state is State.WRONG]
    if as_json:
        document({"home": str(where.path), "in_order": not wrong, "checks": [asdict(item) for item in found]})
    else:
        result("\n".join(line for item in found for line in _lines(item)))
    message(
        f"{where.path}: {len(wrong)} {'fout' if len(wrong) == 1 else 'fouten'}." if wrong else "Geen fouten gevonden."
    )
    if wrong:
        raise typer.Exit(DataRefused.exit_code)


def examined(home: Home) -> Iterator[Found]:
    """All that is looked at, in the order in which it is told."""
    looks = {
        "versies": machine.versions,
        "lettertypen": machine.letters,
        "gebruiker": machine.user,
        "schijf": partial(machine.disk, home),
        "rechten": partial(installation.rights, home),
        "instellingen": partial(installation.settings, home),
        "inloggen": partial(entrance.entrance, home),
        "sleutel": partial(installation.key, home),
        "logboek": partial(installation.logs, home),
        "publicatie": partial(installation.publication, home),
        "bewaard": partial(installation.kept, home),
        "opdrachten": partial(installation.jobs, home),
        "poort": machine.port,
        "aanbieder": partial(provider, home),
    }
    for name, look in looks.items():
        yield from careful(name, look)


def _lines(item: Found) -> Iterator[str]:
    yield f"{item.state:<{WIDTH}}  {item.name}: {item.text}"
    if item.advice:
        yield f"{'':<{WIDTH}}  Doe: {item.advice}"
