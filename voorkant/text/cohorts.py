"""The words of cohorts: trajecten that began together, and how many were referred after so many months."""

from collections.abc import Sequence

from voorkant.text import numbers, periods
from voorkant.text.enumeration import listed
from voorkant.text.reasons import ALL_SHOWN

NOT_BY_CONTACT = (
    "Een verwijzing na een contact is niet altijd door dat contact, en niet verwezen is niet altijd geholpen."
)
SOONER = (
    "Wie korter is gevolgd, telt mee zolang dat duurde (Kaplan-Meier). Voor de marge is gerekend met het minste en het "
    "meeste dat een verborgen aantal kan zijn."
)
NO_LINK = (
    "Hier worden jeugdigen niet van het eerste contact naar een verwijzing gevolgd. Nodig is een pseudoniem dat in "
    "contacten en verwijzingen hetzelfde is, en [koppeling] met een grond in voorkant.toml. Ook moeten er cijfers zijn "
    "van ten minste drie maanden na het eerste contact. Niet elk programma heeft deze maat."
)
NOT_YET = (
    "Geen enkele periode is lang genoeg gevolgd, of de aantallen zijn te klein. Kies een groter gebied of wacht op "
    "leveringen."
)
START = {"quarter": "startkwartaal", "half": "starthalfjaar", "year": "startjaar"}
NO_BACK = (
    "Van dit programma is niet gepubliceerd hoeveel trajecten door specialistische hulp worden gevolgd. Nodig zijn "
    "afgeronde trajecten met een pseudoniem dat ook bij verwijzingen staat, en [koppeling] met een grond. Ook moet er "
    "na een traject een jaar aan cijfers zijn. Niet elk programma heeft deze maat."
)
ABSENT = "nog niet volledig"


def named(months: int) -> str:
    return f"binnen {months} maanden"


def of_period(period: str, parts: Sequence[tuple[int, str]], place: str, waiting: Sequence[str]) -> str:
    """The newest period that is followed to the end, and which are not."""
    told = f"Van de trajecten die in {place} in {periods.the(period)} begonnen, was {_parts(parts, 'binnen')} verwezen."
    if not waiting:
        return told
    return f"{told} Nog niet voor elke termijn lang genoeg gevolgd: {periods.span(waiting[0], waiting[-1])}."


def brief(programme: str, period: str, share: str) -> str:
    return (
        f"Van de trajecten van {programme} die in {periods.the(period)} begonnen, was {share} binnen een jaar verwezen "
        "naar specialistische jeugd-GGZ."
    )


def curve(first: str, last: str, parts: Sequence[tuple[int, str]]) -> str:
    when = periods.span(first, last)
    return f"Van de trajecten die begonnen in {when} was {_parts(parts, 'na')} verwezen naar specialistische jeugd-GGZ."


def _parts(parts: Sequence[tuple[int, str]], word: str) -> str:
    """`12% (8 tot 17%) binnen 3, 15% (10 tot 21%) binnen 6 en ... binnen 12 maanden`."""
    return f"{listed([f'{words} {word} {months}' for months, words in parts])} maanden"


def at_risk(months: int, count: int) -> str:
    """What stands under the axis: the month, and how many were followed until then without a referral."""
    return f"{months}<br>{numbers.number(count)}"


def suppressed(hidden: Sequence[str], base: int) -> str:
    """Which periods are hidden, in words."""
    names = listed([periods.period(code) for code in hidden])
    told = f"Geheel of deels te klein om te tonen: {names}." if hidden else ALL_SHOWN
    return f"{told} Aantallen zijn afgerond op {base}."
