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
NOT_FOLLOWED = "Jeugdigen worden hier niet gevolgd"
NOT_LINKED = (
    "Contacten en verwijzingen mogen hier niet aan elkaar worden gekoppeld. Leg in voorkant.toml onder [koppeling] de "
    "bronnen, een grond en een DPIA vast, en lees de leveringen daarna opnieuw in."
)
NO_PSEUDONYM = (
    "In de contacten of in de verwijzingen staat geen pseudoniem van de jeugdige. Vraag dat op bij wie ze levert: het "
    "moet in beide hetzelfde zijn."
)
AND_LINK = " Leg dan ook in voorkant.toml onder [koppeling] de bronnen, een grond en een DPIA vast."
TOO_SHORT = (
    "Er zijn nog geen {} aan cijfers na het eerste contact. Dit verschijnt vanzelf als er later genoeg is geleverd."
)
NOT_OF = (
    "Van {} is dit niet gepubliceerd, van een ander programma wel. Kies in de zijbalk een ander programma: niet elk "
    "programma heeft deze maat."
)
NOT_YET = (
    "Geen enkele periode is lang genoeg gevolgd, of de aantallen zijn te klein. Kies een groter gebied of wacht op "
    "leveringen."
)
START = {"quarter": "startkwartaal", "half": "starthalfjaar", "year": "startjaar"}
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
