"""The words of waiting: from the referral to the first day of help, beside the Treeknorm."""

from collections.abc import Sequence

from voorkant.text.enumeration import listed
from voorkant.text.origin import WAITING_TIME as NO_FALL

BAND = {
    "tot_4_weken": "binnen 4 weken",
    "tot_7_weken": "binnen 7 weken",
    "tot_10_weken": "binnen 10 weken",
    "langer": "tot nu toe",
}
COUNT = {
    "tot_4_weken": "wat binnen 4 weken begon",
    "tot_7_weken": "na 4 tot en met 7 weken",
    "tot_10_weken": "na 7 tot en met 10 weken",
    "langer": "later dan na 10 weken",
    "onbekend": "wat nog niet begon of onbekend is",
}
TICK = {"langer": "tot nu"}
MARKS = ((4.0, "4 weken"), (10.0, "10 weken"))
"""The Treeknorm, in weeks."""
NORM = (
    "De Treeknorm noemt 4 weken tot het eerste gesprek en 10 weken tot de behandeling; hier telt de tijd van de "
    "verwijzing tot de eerste dag van de hulp."
)
HIDDEN = "Van {period} zijn de aantallen te klein om te zeggen hoe lang het duurde."
NO_YEAR = "Van dit jaar is hier geen wachttijd te tonen. Kies een ander jaar of een groter gebied."
NO_START = (
    "Hier is van geen verwijzing bekend wanneer de hulp begon. Nodig is de kolom ingangsdatum, naast de dag van de "
    "verwijzing."
)


def norms(period: str, first: str, last: str) -> str:
    return f"Van de verwijzingen in {period} begon {first} binnen 4 weken en {last} binnen 10 weken."


def brief(words: str) -> str:
    return f"Bij {words} van die specialistische verwijzingen begon de hulp binnen 10 weken."


def half(weeks: int | None) -> str:
    return f"De helft begon binnen {weeks} weken." if weeks else "Minder dan de helft begon binnen 10 weken."


def unknown(words: str) -> str:
    return f"Van {words} begon de hulp nog niet, of is dat onbekend."


def beside(period: str, words: str, before: tuple[str, str] | None) -> str:
    """Beside referrals: how many began within ten weeks, and what that must keep in mind."""
    was = f", tegen {before[1]} in {before[0]}" if before else ""
    return f"Wachttijd: van de verwijzingen in {period} begon de hulp bij {words} binnen 10 weken{was}. {NO_FALL}"


def suppressed(missing: Sequence[str], base: int) -> str:
    told = f"Te klein om te tonen: {listed(missing)}." if missing else "Alle aantallen worden getoond."
    return f"{told} Aantallen zijn afgerond op {base}."
