"""The one table that turns codes of cells, comparisons, trends and signals into Dutch words."""

from dataclasses import dataclass

from voorkant.domain.protection import Reason, Status

STATUS = {
    Status.DEFINITIEF: "definitief",
    Status.VOORLOPIG: "voorlopig",
    Status.ONVOLLEDIG: "nog niet volledig",
}
REASON = {
    Reason.KLEIN: "minder dan {threshold}",
    Reason.HERLEIDBAAR: "verborgen, anders herleidbaar",
    Reason.NIET_GELEVERD: "niet geleverd",
    Reason.ONVOLLEDIG: "nog niet volledig",
    Reason.NIET_GEKOPPELD: "niet gekoppeld",
    Reason.NVT: "niet van toepassing",
    Reason.GEEN_CIJFER: "geen cijfer",
}
NO_DENOMINATOR = "noemer niet geleverd"
PERSONS = ("jeugdigen", "gezinnen", "leerlingen")
BEHIND = {"weken": "gezinnen", "antwoorden": "mensen"}
"""Who stands behind what is counted, where that is not a youth."""
PUBLISHED_SMALL = "minder dan 10 (CBS)"
"""The CBS publishes nothing below 10; this is its rule, whatever the threshold of the publication."""


@dataclass(frozen=True)
class Small:
    """What counts as small in a publication. `rounded`: the number below the threshold was rounded before.

    An openbaar cell is made from the intern one, so a true 10 can be a 9 there and be hidden below 10.
    """

    threshold: int
    rounded: bool


COMPARISON = {
    "gunstiger": "gunstiger",
    "vergelijkbaar": "vergelijkbaar",
    "ongunstiger": "ongunstiger",
    "niet_vergeleken": "niet vergeleken",
}
ALL_SHOWN = "Alles wordt getoond."
SYMBOL = {"gunstiger": "▲", "vergelijkbaar": "●", "ongunstiger": "▼", "niet_vergeleken": "○"}
TREND = {
    "stijgt": "stijgt",
    "daalt": "daalt",
    "geen": "geen duidelijke verandering",
    "te_weinig": "te weinig perioden",
}
EXPECTED = {-1: "lager", 0: "binnen verwachting", 1: "hoger"}
"""Observed against expected: below, within or above the limits of a funnel."""
SPC = {"normaal": "normale schommeling", "anders": "duidelijk anders"}


def status_words(code: str) -> str:
    return STATUS[Status(code)]


def reason_words(code: str, *, small: Small, published: bool = False, counts: str = "", counted: bool = False) -> str:
    """Why a cell shows no figure; a small count names its threshold and, given what is counted, of whom.

    The unit of protection is a person: a small number of contacts or referrals is one of few youths. Of what was
    `counted` itself, what is not delivered is the denominator.
    """
    reason = Reason(code)
    if counted and reason is Reason.NIET_GELEVERD:
        return NO_DENOMINATOR
    if reason is not Reason.KLEIN:
        return REASON[reason]
    if published:
        return PUBLISHED_SMALL
    persons = counts if counts in PERSONS else BEHIND.get(counts, "jeugdigen") if counts else ""
    words = f"{REASON[reason].format(threshold=small.threshold)} {persons}".strip()
    return f"{words} (afgerond)" if small.rounded else words
