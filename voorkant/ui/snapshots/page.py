"""The page of the snapshots: which there are, what one said, its files, and what is different now."""

from dataclasses import replace
from datetime import date
from functools import partial
from html import escape
from urllib.parse import urljoin

import streamlit as st

from voorkant.declare.memofile import Draft
from voorkant.declare.snapshotfile import Snapshot
from voorkant.domain.selection import Selection
from voorkant.report.memo.files import FORMATS
from voorkant.report.memo.frozen import readable, since
from voorkant.text import snapshots as words
from voorkant.text.periods import day
from voorkant.ui import access, cache, own
from voorkant.ui.handing import later
from voorkant.ui.heading import heading
from voorkant.ui.intake.act import act
from voorkant.ui.memo import keeping as drafts
from voorkant.ui.panels.answers import ASKER
from voorkant.ui.panels.notice import notice
from voorkant.ui.snapshots import changed, keeping, view
from voorkant.ui.table import table

KEY = "opname"
GONE = "De link noemt een momentopname die hier niet (meer) bestaat. Hieronder staat de nieuwste."


def show(chosen: Selection) -> None:
    found = keeping.here(chosen.gemeente)
    if not found:
        notice("Er is nog geen momentopname", words.NONE_YET)
        return
    if st.query_params.get(KEY, next(iter(found))) not in found:
        st.info(GONE)
    code = own.choice(KEY, "Welke momentopname?", {code: _words(item) for code, item in found.items()}, told=True)
    _one(found[code])


def _words(item: Snapshot) -> str:
    return f"{item.title} ({item.kind.lower()}, {day(date.fromisoformat(item.at[:10]))}, {item.code})"


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
    if item.view:
        _of_view(item)
    else:
        changed.show(since(ASKER, item))
    _told(item)
    if not item.view and access.current_user().may(drafts.ACTION):
        act(words.ANEW, f"opname_{item.code}_nieuw", lambda: _anew(item))


def _button(item: Snapshot, suffix: str) -> None:
    form = FORMATS[suffix]
    st.download_button(
        f"Download {form.word}", later(partial(keeping.file, item, suffix)), f"momentopname-{item.code}.{suffix}",
        form.media, key=f"opname_{item.code}_{suffix}", on_click="ignore",
    )  # fmt: skip


def _of_view(item: Snapshot) -> None:
    """A view is made anew by its own page, which then says what changed."""
    heading(words.SINCE, words.of_view(item.publication, cache.required().name))
    address = urljoin(st.context.url or "", view.reached(f"{item.view}&{KEY}={item.code}"))
    st.html(f'<p><a href="{escape(address)}" target="_self">{words.ANEW} ›</a></p>')


@st.fragment
def _told(item: Snapshot) -> None:
    """The tables as they were, folded."""
    part = st.expander("De cijfers van toen", key=f"opname_{item.code}_cijfers", on_change="rerun")
    if part.open:
        with part:
            for found in readable(item):
                table(found.headers, found.lines, caption=found.title)


def _anew(item: Snapshot) -> None:
    """A draft of the same choices, found on Raadsbrief; the one of last time while nothing of it is changed."""
    wish = replace(item.wish, concept=True)
    same = [name for name, draft in drafts.here(item.gemeente).items() if _alike(draft, wish)]
    name = same[-1] if same else drafts.begin(wish)
    st.switch_page("pages/raad/raadsbrief.py", query_params={"brief": name})


def _alike(draft: Draft, wish: Draft) -> bool:
    return replace(draft, name="", day="") == replace(wish, name="", day="")
