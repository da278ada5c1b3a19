"""The words of routes: who refers to what, and what that does not mean."""

from collections.abc import Sequence

from voorkant.text import periods
from voorkant.text.council import part_words
from voorkant.text.enumeration import listed

HELP = {
    "verwijzingen_sggz": "specialistische jeugd-GGZ",
    "verwijzingen_basis_ggz": "basis-GGZ",
    "verwijzingen_overig": "andere jeugdhulp",
}
"""The kinds of help by the indicator that counts referrals to them, in the order of the picture."""
UNKNOWN = "verwijzer_onbekend"
NO_HELP_YET = "Een verwijzing is nog geen hulp, en dit zegt niet of er te veel of te weinig wordt verwezen."
NO_FLOWS = "Van geen enkele verwijzer is een aantal te tonen. Kies een ander jaar of een groter gebied."
NO_REFERRALS = (
    "Hier zijn geen verwijzingen per jaar gepubliceerd. Nodig is een levering van verwijzingen met gemeente, "
    "productcategorie en verwijzer. Kies anders een andere plek."
)
NO_VERWIJZER = (
    "Van geen enkele verwijzing is bekend wie verwees. Vraag de kolom verwijzer_type op bij wie de verwijzingen levert."
)


MORE_IN_REGION = "De regio laat er meer zien"


def total(amounts: Sequence[tuple[str, str]], *, everything: str, period: str, place: str) -> str:
    """`amounts`: (kind of help, how many) of those that are known."""
    parts = listed([f"{words} naar {name}" for name, words in amounts])
    return f"Verwijzingen naar jeugdhulp in {place} in {periods.the(period)}: {everything}. Daarvan gingen er {parts}."


def partly(amounts: Sequence[tuple[str, str]], missing: Sequence[str], *, period: str, place: str) -> str:
    """The same where of some kinds of help no amount is told: then nothing is said of all together."""
    parts = listed([f"{words} naar {name}" for name, words in amounts])
    return (
        f"Verwijzingen naar jeugdhulp in {place} in {periods.the(period)}: {parts}. "
        f"Niet te tonen: {listed([f'naar {name}' for name in missing])}."
    )


def most(named: Sequence[tuple[str, str]]) -> str:
    """Who referred most often, and who after that."""
    (first, words), *rest = named
    after = f", daarna {part_words(rest[0][0])} ({rest[0][1]})" if rest else ""
    return f"De meeste verwijzingen: {part_words(first)} ({words}){after}."


def wider(hidden: tuple[int, int]) -> str:
    """That much is hidden here; the link to the region stands behind it."""
    count, among = hidden
    return f"Hier {'is' if count == 1 else 'zijn'} {count} van de {among} stromen te klein om te tonen."


def hidden(names: Sequence[str], small: str) -> str:
    """Which streams have no width; empty where all have one."""
    if not names:
        return ""
    place = "staat die" if len(names) == 1 else "staan ze"
    return f"Niet getekend, want {small}: {listed(names)}; in de tabel {place} wel."
