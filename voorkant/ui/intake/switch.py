"""Switching a check off for a source, with a reason, and on again; what was checked already is checked anew."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from voorkant.declare.ruleoff import LONGEST_REASON, RuleOff
from voorkant.domain.job import State
from voorkant.domain.switchable import SWITCHABLE
from voorkant.text import periods
from voorkant.ui import jobs, rules
from voorkant.ui.intake.act import act
from voorkant.ui.intake.findings import Choice
from voorkant.ui.literally import literally
from voorkant.ui.names import source_title

LATER = "Dit geldt voor bestanden die hierna worden ingelezen. Wat al is ingelezen, blijft zoals het toen is gelezen."


def switch(found: Sequence[Mapping[str, Any]], choice: Choice) -> None:
    """For the rules among the chosen findings that can be off: for which source, and why."""
    able = [
        (kind, rule["rule"])
        for rule in found
        if choice.fits(rule) and rule["rule"] in SWITCHABLE and rule["severity"] != "melding"
        for kind in rule["kinds"]
        if kind
    ]
    if not able:
        return
    with st.expander("Een regel uitzetten voor een bron", key="regel_uitzetten"):
        kind, rule = st.selectbox("Welke regel, voor welke bron?", able, format_func=_words, key="uitzetten_regel")
        st.write(f"{SWITCHABLE[rule].why} {LATER}")
        reason = st.text_area(
            "Waarom kan deze regel hier uit?", key=f"reden_{kind}_{rule}", max_chars=LONGEST_REASON, height=80
        )
        st.caption("De reden blijft te lezen bij de meldingen, in het verslag en op Kwaliteit. Noem geen personen.")
        act("Deze regel uitzetten voor deze bron", "uitzetten", lambda: _off(RuleOff(kind, rule, reason)))


def _words(pair: tuple[str, str]) -> str:
    return f"{SWITCHABLE[pair[1]].sentence} ({source_title(pair[0])})"


def _off(wish: RuleOff) -> None:
    rules.switch_off(wish)
    _again()


def _on(off: RuleOff) -> None:
    rules.switch_on(off)
    _again()


def _again() -> None:
    """A check that is on screen says what holds under the rules of now."""
    found = jobs.flow()
    if found and found.publication is None and found.checked.state is State.DONE:
        jobs.check_again(found)


def switched() -> None:
    """Every rule that is off, with its reason; those of the page can be switched on here."""
    st.write("Deze regels staan uit. De rijen waar ze over gaan worden gebruikt, en blijven genoemd bij de meldingen.")
    for off in rules.rules_off():
        with st.container(border=True, key=f"uit_{off.source}_{off.rule}"):
            st.markdown(f"**{SWITCHABLE[off.rule].sentence}** {source_title(off.source)}")
            st.text(f"Reden: {off.reason}")
            if off.from_page:
                day = periods.day(date.fromisoformat(off.day))
                st.caption(f"Uitgezet door {literally(off.who)} op {day}. {LATER}")
                label = f"Weer aanzetten voor {source_title(off.source)}"
                act(label, f"aanzetten_{off.source}_{off.rule}", lambda off=off: _on(off))
            else:
                st.caption(
                    "Dit staat in voorkant.toml, onder [[regel_uit]]. Haal het daar weg om de regel aan te zetten."
                )
