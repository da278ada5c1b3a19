"""What a checkup sees of the way in: who may sign in, with which secret, and how the app is reached."""

import os
from collections.abc import Iterator
from datetime import timedelta

from voorkant.commands.checkup.found import Found, State
from voorkant.declare import clock
from voorkant.declare.home import Home
from voorkant.declare.login import SECRET, read_login, read_secret, secret_file
from voorkant.declare.serving import Serving
from voorkant.declare.settings import read_settings
from voorkant.domain.problem import Problem

SOON = timedelta(days=30)


def entrance(home: Home) -> Iterator[Found]:
    try:
        serving, login = read_settings(home.settings).serving, read_login(home.settings)
    except Problem as problem:
        yield Found("inloggen", State.WRONG, str(problem), "Verbeter dat bestand; tot dan start de app niet.")
        return
    if login is not None:
        yield from _secret(home)
    elif serving.address:
        yield Found("inloggen", State.WARNING, "[server] noemt een adres, maar [inloggen] ontbreekt.",
                    "Stel het inloggen in: zonder antwoordt de app alleen deze computer.")  # fmt: skip
    else:
        yield Found("inloggen", State.GOOD, "Lokale modus: de app antwoordt alleen deze computer.")
    yield from _served(serving)


def _secret(home: Home) -> Iterator[Found]:
    """The app's secret; another user may not see it, and the environment of a service is not ours."""
    path = secret_file(home)
    if not os.environ.get(SECRET) and not (path.exists() and os.access(path, os.R_OK)):
        yield Found("inloggen", State.UNKNOWN, "Het clientgeheim is voor deze gebruiker niet te zien.",
                    f"Controleer dat de app het krijgt: in {path}, of in {SECRET}.")  # fmt: skip
        return
    try:
        read_secret(home)
    except Problem as problem:
        yield Found("inloggen", State.WRONG, str(problem), "Tot dat in orde is, start de app niet.")
    else:
        yield Found("inloggen", State.GOOD, "Inloggen is ingesteld en het clientgeheim is te lezen.")


def _served(serving: Serving) -> Iterator[Found]:
    until = serving.contact_until
    if serving.address and until is None:
        yield Found("adres", State.WARNING, "Er is geen security.txt: [server.veiligheid] is leeg.",
                    "Noem 'contact' en 'geldig_tot': een gemeente hoort te zeggen wie meldingen krijgt.")  # fmt: skip
    elif until and until <= clock.now().date() + SOON:
        yield Found("adres", State.WARNING, f"security.txt is geldig tot {until:%d-%m-%Y}.",
                    "Kijk of het adres nog klopt, en zet 'geldig_tot' verder vooruit.")  # fmt: skip
    if serving.address and not serving.proxies:
        yield Found("adres", State.WARNING, "[server] noemt een adres en geen 'proxys'.",
                    "Noem de proxy, of het logboek kent alleen haar adres en niet dat van de bezoeker.")  # fmt: skip
