"""What a municipality says about the data of who signs in: `[inloggen.privacy]`. All of it has a default."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from voorkant.declare.strict import Table


@dataclass(frozen=True)
class Privacy:
    """Who answers for what is noted of users, why, how long, and whom to ask. Empty: the page says it in general."""

    controller: str = ""
    ground: str = ""
    kept: str = ""  # how long the log is kept, after "Het logboek blijft"
    contact: str = ""
    statement: str = ""  # the address of the municipality's own privacy statement


def take_privacy(table: Table) -> Privacy:
    """DataRefused for an address that is none, or a key that nobody knows."""
    found = Privacy(
        controller=_words(table, "verantwoordelijke"),
        ground=_words(table, "grond"),
        kept=_words(table, "logboek_bewaren").rstrip("."),
        contact=_words(table, "contact"),
        statement=_words(table, "verklaring"),
    )
    table.done()
    parts = urlsplit(found.statement)
    if found.statement and (parts.scheme != "https" or not parts.hostname):
        raise table.refuse(
            f"'verklaring' is {found.statement!r}, maar hier hoort een webadres dat met https:// begint."
        )
    return found


def _words(table: Table, key: str) -> str:
    text: str = table.take(key, str, "")
    return " ".join(text.split())
