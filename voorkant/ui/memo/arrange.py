"""The parts of a memo: which are in, in which order, and their words, changed in place."""

from dataclasses import replace
from functools import partial

import streamlit as st

from voorkant.declare.memofile import ALWAYS, LONGEST_TEXT, SECTIONS, Draft, moved
from voorkant.domain.problem import Problem
from voorkant.report.memo.description import Memo, Section, Words
from voorkant.report.memo.parts import digest
from voorkant.text.memo import HEADINGS
from voorkant.ui.heading import heading
from voorkant.ui.intake.act import attempt
from voorkant.ui.literally import literally
from voorkant.ui.memo import keeping, unkept

LINE, HIGHEST = 88, 300
"""Letters on a line, and the most pixels that a field of text takes."""
PART = "onderdeel:{}"
"""Stands for the tick of a part beside the names of its texts, which may be the same."""
BOTH = "Deze tekst is intussen in een ander venster veranderd. Daarvan staat hierboven wat er nu is."
LEAD = "Vink aan wat erin komt en zet het op volgorde. Elke verandering is meteen bewaard."


def show(draft: Draft, memo: Memo | None) -> None:
    heading("Onderdelen en teksten", LEAD)
    written = {section.key: section for section in memo.sections} if memo else {}
    for key in (*draft.order, *(key for key in SECTIONS if key not in draft.order)):
        with st.container(key=f"brief-onderdeel-{key}", gap="xsmall"):
            _part(draft, key, written.get(key))


def _part(draft: Draft, key: str, section: Section | None) -> None:
    """A line with the tick and the buttons to move it; below it its texts."""
    is_in = key in draft.order
    with st.container(horizontal=True, vertical_alignment="center"):
        st.checkbox(
            HEADINGS[key], is_in, key=f"brief_{draft.name}_in_{key}_{is_in}", disabled=key == ALWAYS and is_in,
            on_change=partial(_tick, draft, key, is_in=is_in),
        )  # fmt: skip
        if is_in:
            for sign, places, words in (("↑", -1, "omhoog"), ("↓", 1, "omlaag")):
                label = f"{sign} :small[{HEADINGS[key]} {words}]"
                if st.button(label, key=f"brief_{draft.name}_{words}_{key}", type="tertiary"):
                    attempt(partial(keeping.change, draft, partial(_moved, key, places)))
    unkept.show(draft, PART.format(key))
    found = [block for block in section.blocks if isinstance(block, Words) and not block.fixed] if section else []
    if key == "vervolg" and is_in and not found:
        found = [Words("vervolg", "")]
    if is_in and found:
        _texts(draft, key, found)


def _tick(draft: Draft, key: str, *, is_in: bool) -> None:
    unkept.tried(draft, PART.format(key), lambda: keeping.change(draft, partial(_ticked, key, is_in=is_in)))


def _ticked(key: str, latest: Draft, *, is_in: bool) -> Draft:
    rest = tuple(item for item in latest.order if item != key)
    return replace(latest, order=rest if is_in else (*rest, key))


def _moved(key: str, places: int, latest: Draft) -> Draft:
    return replace(latest, order=moved(latest.order, key, places))


def _texts(draft: Draft, key: str, found: list[Words]) -> None:
    """The proposals of a part in fields of text, folded until someone wants to change one."""
    part = st.expander(f"Teksten van ‘{HEADINGS[key]}’", key=f"brief_{draft.name}_teksten_{key}", on_change="rerun")
    if part.open:
        with part:
            for number, item in enumerate(found, 1):
                _text(draft, item, f"{HEADINGS[key]}, tekst {number}")


def _text(draft: Draft, item: Words, label: str) -> None:
    key = f"brief_{draft.name}_tekst_{digest(item.key + item.text + item.stale)}"
    lines = sum(-(-len(line) // LINE) or 1 for line in item.text.splitlines())
    st.text_area(
        label, item.text, key=key, max_chars=LONGEST_TEXT, height=min(68 + 24 * max(lines - 1, 0), HIGHEST),
        on_change=partial(_write, draft, item, key),
    )  # fmt: skip
    if (lost := unkept.show(draft, item.key)) and lost.why == BOTH:
        _choice(draft, item, lost.text)
    if item.stale:
        st.caption(f"De cijfers zijn veranderd. Eerder stond hier, met de hand geschreven: {literally(item.stale)}")


def _write(draft: Draft, item: Words, key: str) -> None:
    """Kept beside what stood for the proposal then; an empty field is the proposal again."""
    text = st.session_state[key].strip()
    unkept.tried(draft, item.key, lambda: keeping.change(draft, partial(_worded, draft, item, text)), text)


def _worded(draft: Draft, item: Words, text: str, latest: Draft) -> Draft:
    """`draft`: as it was when the text was written. Problem where the same text was changed since then."""
    changed = latest.with_text(item.key, text if text != item.proposal else "", digest(item.proposal))
    if latest.text(item.key) not in (draft.text(item.key), changed.text(item.key)):
        raise Problem(BOTH)
    return changed


def _choice(draft: Draft, item: Words, text: str) -> None:
    """Two texts in one place: the author says which of them stays."""
    key = f"brief_{draft.name}_{digest(item.key)}"
    mine = partial(keeping.change, draft, partial(_worded, draft, item, text))
    with st.container(horizontal=True):
        st.button(
            "Neem wat hier was geschreven",
            key=f"{key}_mijn",
            on_click=partial(unkept.tried, draft, item.key, mine, text),
        )
        st.button("Laat staan wat er nu is", key=f"{key}_andere", on_click=partial(unkept.settle, draft, item.key))
