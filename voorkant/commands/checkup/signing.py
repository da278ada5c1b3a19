"""What a checkup sees of signing in: whether it is there, its secret, and whether the provider answers."""

import json
import urllib.request
from collections.abc import Iterator

from voorkant.commands.checkup.found import Found, State
from voorkant.declare.home import Home
from voorkant.declare.login import METADATA, SECRET, read_login, read_secret
from voorkant.domain.problem import Problem

NAME = "inloggen"
PATIENCE = 5
"""Seconds that a provider may take; the app waits as long."""


def signing(home: Home) -> Iterator[Found]:
    try:
        login = read_login(home.settings)
    except Problem:  # of which the settings tell
        return
    if login is None:
        yield Found(NAME, State.GOOD, "Zonder inloggen: de app antwoordt alleen deze computer.")
        return
    try:
        read_secret(home)
    except Problem as problem:
        yield Found(NAME, State.WARNING, str(problem),
                    f"Staat {SECRET} in de omgeving van de app, dan is dit goed; draai dit daar om het te zien.")  # fmt: skip
    yield _answers(login.provider)


def _answers(address: str) -> Found:
    """Whether the provider says how it works, under the name by which it is known here."""
    advice = f"Sta verkeer van deze server naar {address} toe, en kijk of 'aanbieder' klopt."
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - https, by the settings
            issuer = json.load(answer)["issuer"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        return Found(NAME, State.WRONG, f"De aanbieder antwoordt niet zoals het hoort ({error}).", advice)
    if str(issuer).rstrip("/") != address.removesuffix(METADATA):
        return Found(
            NAME, State.WARNING, f"De aanbieder noemt zichzelf {issuer}.", "Gebruik dat adres als 'aanbieder'."
        )
    return Found(NAME, State.GOOD, f"De aanbieder {issuer} antwoordt.")
