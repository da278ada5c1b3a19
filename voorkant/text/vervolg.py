"""The words of what follows a closed traject, and of help that begins after it."""

from collections.abc import Sequence

from voorkant.text import periods
from voorkant.text.enumeration import listed

VERVOLG = {
    "zonder_verwijzing": "zonder verwijzing",
    "specialistisch": "naar specialistische jeugd-GGZ",
    "andere_hulp": "naar andere hulp",
    "onbekend": "gestopt of onbekend",
}
"""What follows, in the order of the picture."""
AFTER = {
    "hulp_3": "hulp binnen 3 maanden",
    "hulp_6": "hulp na 3 tot 6 maanden",
    "hulp_12": "hulp na 6 tot 12 maanden",
    "geen": "geen hulp binnen een jaar",
}
"""When specialist help began."""
MONTHS = {"hulp_3": 3, "hulp_6": 6, "hulp_12": 12}
CLOSED = "afgesloten"
NOT_BY = "Wat erop volgt, schreef de hulpverlener op. Hulp na een traject komt niet altijd door dat traject."
NO_CLOSED = (
    "Van geen enkel traject is hier bekend dat het is afgesloten en wat erop volgde. Vraag de kolommen afgerond en "
    "vervolg op (op school: einddatum en vervolg)."
)
NONE_TOLD = "Van dit jaar is hier geen aantal te tonen. Kies een ander jaar of een groter gebied."
NO_LINK = "Of daarna specialistische hulp begon, is hier niet te tonen: daarvoor moeten jeugdigen worden gevolgd."
TOO_SOON = "Of daarna specialistische hulp begon, is nog niet te tonen: er is geen jaar voorbij."


def closed(amount: str, parts: Sequence[tuple[str, str]], *, period: str, place: str) -> str:
    """How many were closed, and what followed. `parts`: (what, how many) of those that are known."""
    told = listed([f"{words} {VERVOLG[name]}" for name, words in parts])
    return f"In {periods.the(period)} werden in {place} {amount} trajecten afgesloten: {told}."


def helped(found: Sequence[tuple[str, Sequence[tuple[int, str]]]]) -> str:
    """After what, and of which part specialist help began within so many months."""
    return " ".join(
        f"Van wie {_who(name)}, begon specialistische hulp bij {_parts(parts)}." for name, parts in found if parts
    )


def _who(name: str) -> str:
    return {"zonder_verwijzing": "zonder verwijzing werd afgesloten"}.get(name, f"{VERVOLG[name]} werd verwezen")


def _parts(parts: Sequence[tuple[int, str]]) -> str:
    return f"{listed([f'{words} binnen {months}' for months, words in parts])} maanden"
