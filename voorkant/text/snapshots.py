"""The words about a frozen memo: what is still so, what was revised since, and why as far as that is known."""

from collections.abc import Sequence

from voorkant.text import periods

NOT_THERE = "staat er niet meer"
UNCHANGED = "Alle cijfers en definities zijn nog zoals ze toen waren."
REVISED_HEADERS = ("Figuur", "Wat", "Toen", "Nu", "Waardoor")
OTHER_RULE = "opnieuw gepubliceerd; wat er anders is aan de gegevens staat op Kwaliteit"


def made(who: str, at: str, version: str) -> str:
    return f"Bevroren op {periods.moment(at)} door {who}, met Voorkant {version}."


def newer(publication: str, count: int) -> str:
    """That there are newer figures, and how many of these are others now."""
    if not count:
        return f"Sindsdien is publicatie {publication} verschenen. In dit stuk verandert daardoor geen cijfer."
    word = "cijfer is" if count == 1 else "cijfers zijn"
    return f"Sindsdien is publicatie {publication} verschenen: {count} {word} in dit stuk nu anders."


def redefined(title: str, old: str, new: str) -> str:
    if old == new:
        return f"{title}: de omschrijving is gelijk, maar er wordt anders geteld."
    return f"{title}: toen ‘{old}’ Nu ‘{new}’"


def reason(delivered: Sequence[str], *, redefined: bool) -> str:
    """Why figures are others now."""
    told = ["de definitie is veranderd"] if redefined else []
    told += [f"nieuwe levering ({'; '.join(delivered)})"] if delivered else []
    return " en ".join(told) or OTHER_RULE
