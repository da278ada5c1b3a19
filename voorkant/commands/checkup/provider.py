"""What a checkup sees of the provider of the login: whether it answers, under the name that it has here."""

import json
import urllib.request
from collections.abc import Iterator

from voorkant.commands.checkup.found import Found, State
from voorkant.declare.home import Home
from voorkant.declare.login import METADATA, read_login
from voorkant.domain.problem import Problem

NAME = "aanbieder"
PATIENCE = 5
"""Seconds that it may take; the app waits as long."""


def provider(home: Home) -> Iterator[Found]:
    """Nothing in local mode, and nothing of settings that are wrong: of those is told elsewhere."""
    try:
        login = read_login(home.settings)
    except Problem:
        return
    if login is not None:
        yield _answers(login.provider)


def _answers(address: str) -> Found:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - https, by the settings
            issuer = str(json.load(answer)["issuer"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        return Found(NAME, State.WRONG, f"De aanbieder antwoordt niet zoals het hoort ({error}).",
                     f"Sta verkeer van deze server naar {address} toe, en kijk of 'aanbieder' klopt.")  # fmt: skip
    if issuer.rstrip("/") != address.removesuffix(METADATA):
        return Found(NAME, State.WARNING, f"De aanbieder noemt zichzelf {issuer}.",
                     "Gebruik dat adres als 'aanbieder'.")  # fmt: skip
    return Found(NAME, State.GOOD, f"De aanbieder {issuer} antwoordt.")
