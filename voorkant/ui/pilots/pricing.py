"""The form for what a referral and a programme cost, with who says so; kept in `work/` and put on record."""

from dataclasses import replace

import streamlit as st

from voorkant.declare.auditlog import Action
from voorkant.declare.clock import now
from voorkant.declare.costfile import LONGEST, MOST, Cost, keep_cost, read_cost
from voorkant.declare.home import find_home
from voorkant.declare.jobs import storing
from voorkant.report.pilot import Pilot
from voorkant.ui import access, audit
from voorkant.ui.intake.act import attempt
from voorkant.ui.literally import literally
from voorkant.ui.pilots import keeping, read

ACTION = "kosten_beheren"


def may(pilot: Pilot) -> bool:
    return access.current_user().may(ACTION) and read.is_own(pilot)


@st.fragment
def form(pilot: Pilot, beside: str) -> None:
    """What a referral and the programme cost, with who says so; `beside` is what was measured."""
    part = st.expander("Kosten invullen", key="kosten_invullen", on_change="rerun")
    if part.open:
        with part:
            if beside:
                st.caption(beside)
            _form(pilot, read_cost(find_home(), pilot.declared.slug))


def _form(pilot: Pilot, known: Cost | None) -> None:
    start = known or Cost(pilot.declared.slug, 0, "", 0, "")
    if known:
        st.caption(f"Ingevuld door {literally(known.who)} op {known.day}.")
    with st.form("kosten_bewaren", enter_to_submit=False, border=False):
        each = st.number_input("Kosten per verwijzing (euro)", 0, MOST, start.each, key="kosten_per_verwijzing")
        each_source = st.text_input(
            "Bron van de kosten per verwijzing", start.each_source, key="kosten_bron_verwijzing", max_chars=LONGEST
        )
        yearly = st.number_input(
            "Kosten van het programma per jaar (euro)", 0, MOST, start.yearly, key="kosten_per_jaar"
        )
        yearly_source = st.text_input(
            "Bron van de kosten per jaar", start.yearly_source, key="kosten_bron_jaar", max_chars=LONGEST
        )
        sent = st.form_submit_button("Kosten bewaren", key="kosten_klaar", type="primary")
    if sent:
        attempt(lambda: keep(Cost(pilot.declared.slug, int(each), each_source, int(yearly), yearly_source)))


@access.requires(ACTION)
def keep(cost: Cost) -> None:
    """Keep it with who entered it and when. Problem when it cannot be kept so."""
    keeping.require_own(cost.pilot)
    with storing():
        keep_cost(find_home(), replace(cost, who=access.current_user().name, day=now().date().isoformat()))
    audit.log(Action.COSTS_KEPT, pilot=cost.pilot)
