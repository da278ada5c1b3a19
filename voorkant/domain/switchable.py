"""The checks that a municipality may switch off for a source, and why each of them may be."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Check:
    """What the check says of a row, and why that row can be used without it."""

    sentence: str
    why: str


SWITCHABLE = {
    "eind_voor_begin": Check(
        "De einddatum ligt voor de begindatum.",
        "Beide datums zijn gelezen. Een bron kan een einddatum zo gebruiken, zoals bij een ingetrokken besluit.",
    ),
    "buiten_schaal": Check(
        "De score ligt niet tussen het minimum en het maximum van de schaal.",
        "Score en schaal zijn gelezen. Een bron kan de schaal anders invullen dan bedoeld.",
    ),
    "bedrag_100_keer": Check(
        "Dit bedrag is ongeveer 100 keer zo groot of zo klein als bij dit product gebruikelijk is.",
        "Het bedrag is gelezen en telt mee. Bij sommige producten lopen bedragen echt zo ver uiteen.",
    ),
    "datum_toekomst": Check(
        "Deze datum ligt na de dag waarop het bestand is gelezen.",
        "De datum is gelezen en telt mee. Een bron kan ook wat gepland is leveren.",
    ),
}
"""Rule -> check. All cells of the rows were read, and what they say counts once.

Every other rule stays on: after it there is no value (unreadable), no certainty which row is right (the same key
twice), a row that would count double (a total), or something of a person (the privacy stop and its warnings).
"""


def off_text(rule: str) -> str:
    """What is said of a check that is switched off. KeyError for one that cannot be."""
    return f"Regel uitgezet: {SWITCHABLE[rule].sentence}"
