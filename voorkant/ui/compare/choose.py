"""What is compared and with whom: the measure, a group, and the gemeenten that may be swapped."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from voorkant.declare.compared import LONGEST, Group
from voorkant.domain.selection import Selection
from voorkant.report.peers import Peers
from voorkant.ui import access, own
from voorkant.ui.compare import keeping
from voorkant.ui.compare.asked import Asked
from voorkant.ui.intake.act import act, attempt

ALIKE, EVERYONE = "lijkt", "alle"
FIRST = "verwijzingen_sggz"


@dataclass(frozen=True)
class Choice:
    """The measure, and the codes of who stands beside the own gemeente."""

    slug: str
    peers: tuple[str, ...]


def measure(of: Asked) -> str:
    """One of those with a figure of the own gemeente."""
    return own.select("maat", "Maat", of.titles, first_of(of.titles, of.chosen))


def members(of: Asked, peers: Peers, group: str) -> tuple[str, ...]:
    """Those of the group, until someone swaps one."""
    others = {item.area: item.name for item in peers.others}
    return tuple(own.several("met", "Naast welke gemeenten?", others, _members(of, group, others)))


def first_of(titles: Mapping[str, str], chosen: Selection) -> str:
    """The measure that is shown until someone chooses one."""
    return next((slug for slug in (FIRST, chosen.uitkomst) if slug in titles), next(iter(titles)))


def group(of: Asked) -> str:
    """Whose gemeenten stand beside the own one until someone swaps one."""
    options = {ALIKE: "Meest vergelijkbare gemeenten", EVERYONE: "Alle gemeenten van de regio"}
    options |= {_code(item): f"Groep: {item.title}" for item in of.groups}
    before = st.session_state.get("_groep")
    found = own.select("naast", "Vergelijken met", options, ALIKE)
    if before is not None and before != found:
        own.forget("met")  # another group brings its own gemeenten
    st.session_state["_groep"] = found
    return found


def _code(group: Group) -> str:
    return group.id or "-".join(group.gemeenten)


def _members(of: Asked, group: str, others: Mapping[str, str]) -> tuple[str, ...]:
    if group == EVERYONE:
        return tuple(others)
    members = next((item.gemeenten for item in of.groups if _code(item) == group), None)
    return of.peers.nearest if members is None and of.peers else tuple(members or ())


@st.fragment
def manage(of: Asked, peers: tuple[str, ...]) -> None:
    """Keep the chosen gemeenten as a group, or remove one; folded away until someone wants it."""
    user = access.current_user()
    if not (user.may(keeping.ACTION) and user.holds(of.chosen.gemeente)):
        return
    part = st.expander("Deze gemeenten als groep bewaren", key="groep_bewaren", on_change="rerun")
    if part.open:
        with part:
            _form(of, peers)


def _form(of: Asked, peers: tuple[str, ...]) -> None:
    with st.form("groep", enter_to_submit=False, border=False, clear_on_submit=True):
        title = st.text_input("Naam van de groep", max_chars=LONGEST, key="groep_naam")
        sent = st.form_submit_button("Groep bewaren", key="groep_bewaren_nu", type="primary")
    if sent:
        attempt(lambda: keeping.keep(Group(title, peers, gemeente=of.chosen.gemeente)))
    for item in of.groups:
        if item.id:
            act(f"Verwijder de groep {item.title}", f"groep_weg_{item.id}", lambda kept=item: keeping.remove(kept))  # type: ignore[misc]
