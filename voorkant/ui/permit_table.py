"""Which role sees what and may do what, as it is enforced: the declared table itself, in Dutch."""

from collections.abc import Collection, Iterator

import streamlit as st

from voorkant.domain.protection import Protection
from voorkant.ui.access import PAGES, PageRule
from voorkant.ui.permits import ACTIONS, DETAIL, LEVELS, ROLE_NAMES, WHOLE, WIDE, WORDS
from voorkant.ui.table import stacked

LEAD = (
    "Dit is de tabel waarmee Voorkant zelf nagaat wie wat mag. Een pagina die iemand niet mag openen, staat niet in "
    "het menu. Wat er verder op een pagina kan, vraagt elke keer opnieuw om toestemming."
)
ALL_GEMEENTEN = "; alleen wie bij alle gemeenten van de publicatie hoort"
NO_FIGURES = frozenset({"Gegevens inladen", "Begrippen en methode"})
PUBLIC, OWN, TRUE = "openbaar", "intern van de eigen gemeente, van andere openbaar", "detail"


def show() -> None:
    st.write(LEAD)
    stacked(("Rol", "Eigen gemeente", "Andere gemeenten", "Detail"), _levels(), caption="Wat elke rol ziet")
    stacked(("Pagina", "Cijfers", "Wie"), _pages(), caption="Wie welke pagina opent")
    stacked(("Handeling", "Wie"), _actions(), caption="Wie wat mag doen")


def _levels() -> Iterator[tuple[str, ...]]:
    for role, name in ROLE_NAMES.items():
        others = "openbaar, ook van wijken" if role == WIDE else "openbaar, van de gemeente als geheel"
        own = others if role == WIDE else LEVELS[role].value
        yield name, own, others, "met een vastgelegde grond, per programma" if role in ACTIONS[DETAIL] else "nooit"


def _pages() -> Iterator[tuple[str, ...]]:
    for rule in PAGES:
        yield rule.title, level_words(rule), who(ACTIONS[rule.action])


def level_words(rule: PageRule) -> str:
    """At which level a page shows figures, to who may see most."""
    if rule.detail or rule.title in NO_FIGURES:
        return TRUE if rule.detail else "geen"
    inside = any(LEVELS[role] == Protection.INTERN for role in ACTIONS[rule.action])
    return PUBLIC if rule.public or not inside else OWN


def _actions() -> Iterator[tuple[str, ...]]:
    opening = {rule.action for rule in PAGES}
    for action, roles in ACTIONS.items():
        if action not in opening or action in WHOLE:
            yield WORDS[action].capitalize(), who(roles) + (ALL_GEMEENTEN if action in WHOLE else "")


def who(roles: Collection[str]) -> str:
    """The roles by name, in the order of the table."""
    if set(roles) == set(ROLE_NAMES):
        return "iedereen met een rol"
    return ", ".join(name.lower() for role, name in ROLE_NAMES.items() if role in roles)
