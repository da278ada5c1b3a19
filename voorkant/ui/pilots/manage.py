"""On the page of one pilot: the check before it is locked, the lock, changes, and what was decided."""

from html import escape

import streamlit as st

from voorkant.declare.pilot import Pilot as Declared
from voorkant.declare.register import Choice, Decision, State
from voorkant.domain.selection import Selection
from voorkant.report.pilot import Pilot
from voorkant.text.numbers import number
from voorkant.text.periods import moment
from voorkant.text.verdicts import title
from voorkant.ui import cache
from voorkant.ui.heading import heading
from voorkant.ui.intake.act import act, attempt
from voorkant.ui.panels.notice import notice
from voorkant.ui.pilots import card, keeping, read
from voorkant.ui.pilots.agreed import foreseen, in_words

DIFFERS = (
    "Van {amount} eenheden noemt de pilot een andere start of stop dan de uitrol. De uitrol geldt: haal die dagen uit "
    "de pilot, of verbeter de uitrol. Tot dan kan de pilot niet worden vastgelegd."
)


def plan(pilot: Pilot) -> None:
    """Of a draft: what it will be able to show, and the button that lays it down."""
    if State(pilot.declared.state) is State.DRAFT:
        heading("Wat zal deze pilot kunnen aantonen?")
        _ahead(pilot)
        lock(pilot)


def _ahead(pilot: Pilot) -> None:
    st.html(f'<div class="vk-plan">{foreseen(pilot.plan)}</div>')


def lock(pilot: Pilot) -> None:
    """The button that lays a pilot down, or why that cannot be done yet; not once it was."""
    now = keeping.declared(pilot.declared.slug)
    if now and keeping.may_change(pilot):
        _lock(pilot, now)


def _lock(pilot: Pilot, now: Declared) -> None:
    if read.register().entries(now.slug):
        return
    if now.digest != pilot.declared.digest:
        notice("Nog niet vooruitgerekend", "De pilot is daarna gewijzigd. Laat de pilots eerst opnieuw beoordelen.")
    elif (differs := pilot.plan.value("plan_uitrol_anders")) > 0:
        notice("Nog niet vast te leggen", DIFFERS.format(amount=number(differs)))
    else:
        st.caption("Vastleggen bewaart de verwachting met tijd, naam en kenmerk. Wijzigen kan daarna alleen zichtbaar.")
        main = State(pilot.declared.state) is State.DRAFT
        act("Pilot vastleggen", "pilot_vastleggen", lambda: keeping.lock(now, in_words(pilot.plan)), main=main)


def change(pilot: Pilot, *, may_lock: bool) -> None:
    """The text of the pilot, to change; of what was locked only with a reason. Nothing where its file is gone."""
    now = keeping.declared(pilot.declared.slug)
    if now is None:
        return
    if may_lock:
        _ahead(pilot)
        _lock(pilot, now)
    _form(now)


def _form(now: Declared) -> None:
    with st.form("pilot_tekst", enter_to_submit=False, border=False):
        toml = st.text_area("De pilot als tekst (TOML)", keeping.text(now), key="pilot_toml", height=320)
        locked = bool(read.register().entries(now.slug))
        reason = ""
        if locked:
            reason = st.text_area("Waarom wordt dit gewijzigd?", key="pilot_reden", max_chars=500, height=80)
        sent = st.form_submit_button("Wijziging bewaren", key="pilot_wijziging")
    if sent:
        attempt(lambda: _change(now, toml, reason, locked=locked))


def _change(now: Declared, toml: str, reason: str, *, locked: bool) -> None:
    after = keeping.parsed(toml, now.slug)
    if locked:
        keeping.amend(now, after, reason)
    else:
        keeping.draft(after)


def decided(pilot: Pilot) -> str:
    """HTML of what was decided, newest first; for the gemeenten of the pilot alone."""
    if not read.is_own(pilot):
        return "<p>Besluiten staan er voor de gemeenten van deze pilot.</p>"
    found = read.decisions(pilot)
    lines = "".join(f"<li>{_line(item)}</li>" for item in found)
    return f'<ol class="vk-story">{lines}</ol>' if lines else "<p>Er is nog geen besluit vastgelegd.</p>"


def _line(item: Decision) -> str:
    told = f", publicatie {escape(item.publication)}" if item.publication else ""
    verdict = f" Oordeel toen: {escape(item.verdict)}." if item.verdict else ""
    return (
        f"<strong>{escape(Choice(item.choice).capitalize())}</strong>: {escape(item.why)} "
        f"<small>({escape(moment(item.at))}, {escape(item.who)}{told}.{verdict})"
        "</small>"
    )


def decide(pilot: Pilot, chosen: Selection) -> None:
    """Room for the next decision."""
    taken = len(read.decisions(pilot))  # after each an empty form, so that none is kept twice
    with st.form(f"besluit_vastleggen_{taken}", enter_to_submit=False, border=False):
        choice = st.selectbox(
            "Besluit", [item.value for item in Choice], format_func=str.capitalize, key=f"besluit_keuze_{taken}"
        )
        why = st.text_area("Waarom?", key=f"besluit_waarom_{taken}", max_chars=500, height=100)
        st.caption("Het besluit blijft staan met de naam, de dag, de publicatie en het oordeel van dat moment.")
        sent = st.form_submit_button("Besluit bewaren", key="besluit_bewaren", type="primary")
    if sent:
        attempt(lambda: _keep(pilot, chosen, str(choice), why))


def _keep(pilot: Pilot, chosen: Selection, choice: str, why: str) -> None:
    verdict = card.verdict(pilot)
    words = title(verdict, pilot.declared.relevant) if verdict else ""
    publication = cache.about(chosen.gemeente, chosen.protection)["publication"]
    keeping.decide(pilot.declared.slug, keeping.decision(choice, why, publication=publication, verdict=words))
