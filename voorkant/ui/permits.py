"""Which role may do what, up to which level of protection, and over how much: the one table, with its Dutch words."""

from collections.abc import Mapping

from voorkant.domain.protection import Protection

ROLE_NAMES: Mapping[str, str] = {
    "wethouder": "Wethouder",
    "beleidsmedewerker": "Beleidsmedewerker",
    "manager": "Manager",
    "gegevensbeheerder": "Gegevensbeheerder",
    "functionaris": "Functionaris gegevensbescherming",
    "regio": "Medewerker van de regio",
    "raad": "Raadslid of griffie",
}
LEVELS: Mapping[str, Protection] = {
    "wethouder": Protection.INTERN,
    "beleidsmedewerker": Protection.INTERN,
    "manager": Protection.INTERN,
    "gegevensbeheerder": Protection.INTERN,
    "functionaris": Protection.OPENBAAR,
    "regio": Protection.OPENBAAR,
    "raad": Protection.OPENBAAR,
}
"""The level that a role reads of its own gemeenten; of others everyone reads the public figures of the region."""
ROLES = frozenset(LEVELS)
INSIDE = frozenset(role for role, level in LEVELS.items() if level == Protection.INTERN)
WIDE = "regio"
"""The role that reads the public cubes of every gemeente, and the intern one of none."""
FIGURES = INSIDE | {WIDE, "functionaris"}
STEWARD, OFFICER = frozenset({"gegevensbeheerder"}), frozenset({"beleidsmedewerker"})
DETAIL = "bekijk_detail"

ACTIONS: Mapping[str, frozenset[str]] = {
    "bekijk_overzicht": ROLES,
    "bekijk_beeld": FIGURES,
    "bekijk_pilots": INSIDE | {WIDE},
    "bekijk_raad": ROLES - {"functionaris"},
    "bekijk_brieven": INSIDE | {WIDE},
    "bekijk_verantwoording": FIGURES,
    "bekijk_bescherming": STEWARD | {"functionaris"},
    "bekijk_intern": INSIDE,
    DETAIL: OFFICER | {"manager"},
    "download": ROLES,
    "demo_klaarzetten": STEWARD,
    "gegevens_inladen": STEWARD,
    "publiceren": STEWARD,
    "regels_uitzetten": STEWARD,
    "pilots_beheren": frozenset({"manager"}),
    "kosten_beheren": OFFICER | {"manager"},
    "gebeurtenissen_beheren": STEWARD,
    "groepen_beheren": OFFICER | {"manager"},
    "vragen_beheren": OFFICER,
    "brieven_beheren": OFFICER,
    "verhalen_beheren": OFFICER | STEWARD | {"manager"},
}
"""Every action, and the roles that may do it."""
WORDS: Mapping[str, str] = {
    "bekijk_overzicht": "het overzicht bekijken",
    "bekijk_beeld": "cijfers bekijken",
    "bekijk_pilots": "pilots en kosten bekijken",
    "bekijk_raad": "antwoorden en momentopnamen bekijken",
    "bekijk_brieven": "raadsbrieven bekijken",
    "bekijk_verantwoording": "kwaliteit en begrippen bekijken",
    "bekijk_bescherming": "bescherming en logboek bekijken",
    "bekijk_intern": "interne cijfers van de eigen gemeente bekijken",
    DETAIL: "ware aantallen per plek bekijken, met een vastgelegde grond",
    "download": "bestanden downloaden",
    "demo_klaarzetten": "de demo klaarzetten",
    "gegevens_inladen": "gegevens inladen",
    "publiceren": "publiceren en ongedaan maken",
    "regels_uitzetten": "een regel van een bron uitzetten",
    "pilots_beheren": "pilots vastleggen, wijzigen en besluiten",
    "kosten_beheren": "kosten invullen",
    "gebeurtenissen_beheren": "gebeurtenissen bijhouden",
    "groepen_beheren": "groepen gemeenten bewaren",
    "vragen_beheren": "vragen toevoegen en antwoorden nakijken",
    "brieven_beheren": "raadsbrieven maken en bevriezen",
    "verhalen_beheren": "verhalen bijhouden",
}
"""What each action is, after "wie mag"."""
WHOLE = frozenset({"demo_klaarzetten", "gegevens_inladen", "publiceren", "regels_uitzetten"})
"""What touches the deliveries of every gemeente of a publication: only for who is of all of them."""


def level_of(roles: frozenset[str]) -> Protection:
    """The highest level that one of the roles reads."""
    return Protection.INTERN if roles & INSIDE else Protection.OPENBAAR
