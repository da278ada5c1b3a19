"""The page of the snapshots: which there are, what one said, its files, and what is different now."""

from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from voorkant.declare.snapshotfile import Snapshot
from voorkant.domain.selection import Selection
from voorkant.report.memo.files import FORMATS
from voorkant.report.memo.frozen import Since, since
from voorkant.text import snapshots as words
from voorkant.ui import access, own
from voorkant.ui.handing import later
from voorkant.ui.heading import heading
from voorkant.ui.intake.act import act
from voorkant.ui.memo import keeping as drafts
from voorkant.ui.panels.answers import ASKER
from voorkant.ui.panels.notice import notice
from voorkant.ui.snapshots import keeping
from voorkant.ui.table import stacked, table

KEY = "opname"
GONE = "De link noemt een momentopname die hier niet (meer) bestaat. Hieronder staat de nieuwste."
MOST = 40
"""So many revised figures are listed; the rest is counted."""


def show(chosen: Selection) -> None:
    found = keeping.here(chosen.gemeente)
    if not found:
        notice(
            "Er is nog geen momentopname", "Bevries een stuk op Raadsbrief. Wat er dan staat, blijft zo te downloaden."
        )
        return
    if st.query_params.get(KEY, next(iter(found))) not in found:
        st.info(GONE)
    code = own.choice(KEY, "Welke momentopname?", {code: _words(item) for code, item in found.items()})
    _one(found[code])


def _words(item: Snapshot) -> str:
    return f"{item.title} ({item.kind.lower()}, {item.code})"


def _one(item: Snapshot) -> None:
    heading(item.title, words.made(item.who, item.at, item.version))
    terms = {"Soort": item.kind, "Gemeente": item.place, "Periode": f"tot en met {item.period}",
             "Peildatum": item.until, "Publicatie": item.publication, "Kenmerk": item.code,
             "Bescherming": item.protection}  # fmt: skip
    listed = "".join(f"<div><dt>{term}</dt><dd>{escape(said)}</dd></div>" for term, said in terms.items())
    st.html(f'<dl class="vk-account">{listed}</dl>')
    with st.container(horizontal=True):
        for suffix in item.files:
            if suffix in FORMATS:
                _button(item, suffix)
    _changed(since(ASKER, item))
    _told(item)
    if access.current_user().may(drafts.ACTION):
        act("Bekijk met nieuwe cijfers", f"opname_{item.code}_nieuw", lambda: _anew(item))


def _button(item: Snapshot, suffix: str) -> None:
    form = FORMATS[suffix]
    st.download_button(
        f"Download {form.word}", later(partial(keeping.file, item, suffix)), f"momentopname-{item.code}.{suffix}",
        form.media, key=f"opname_{item.code}_{suffix}", on_click="ignore",
    )  # fmt: skip


def _changed(found: Since) -> None:
    """What would be different now; nothing of it changes the snapshot."""
    heading("Wat er sindsdien veranderde")
    if found.newer:
        st.write(words.newer(found.newer, len(found.revised)))
    if not (found.revised or found.redefined or found.gone):
        st.write(words.UNCHANGED)
    if found.revised:
        lines = [
            (item.table, f"{item.row}\n{item.column}", item.old, item.new, item.why) for item in found.revised[:MOST]
        ]
        stacked(words.REVISED_HEADERS, lines, caption="Cijfers die nu anders zijn")
        if len(found.revised) > MOST:
            st.caption(f"En nog {len(found.revised) - MOST} andere.")
    for title, lines_of in (("Definities die veranderden", found.redefined), ("Wat er niet meer is", found.gone)):
        if lines_of:
            notice(title, " ".join(lines_of))


@st.fragment
def _told(item: Snapshot) -> None:
    """The tables as they were, folded."""
    part = st.expander("De cijfers van toen", key=f"opname_{item.code}_cijfers", on_change="rerun")
    if part.open:
        with part:
            for found in item.tables:
                table(found.headers, found.lines, caption=found.title)


def _anew(item: Snapshot) -> None:
    """A draft of the same choices, which its author then finds on Raadsbrief."""
    name = drafts.begin(replace(item.wish, concept=True))
    st.switch_page("pages/raad/raadsbrief.py", query_params={"brief": name})
