"""The files of a memo: made when they are asked for, with how far it is, while the rest of the page stays usable."""

import streamlit as st

from voorkant.charts import picture
from voorkant.declare.home import find_home
from voorkant.declare.memofile import Draft
from voorkant.domain.problem import Problem
from voorkant.report.memo.description import Memo
from voorkant.report.memo.files import FORMATS, file_name, written
from voorkant.ui import access, pace
from voorkant.ui.handing import later
from voorkant.ui.heading import heading
from voorkant.ui.memo import keeping
from voorkant.ui.panels.notice import notice

LEAD = "Openbare cijfers: het stuk mag zo naar buiten."
CHANGED = "brief_veranderd"
ELSEWHERE = (
    "Het is intussen in een ander venster veranderd, en staat hierboven zoals het nu is. Kijk het na en maak het "
    "bestand dan opnieuw."
)


@st.fragment
def show(draft: Draft, memo: Memo) -> None:
    heading("Downloaden", LEAD)
    suffix = st.radio(
        "Soort bestand", list(FORMATS), format_func=lambda code: FORMATS[code].word, horizontal=True,
        key=f"brief_{draft.name}_bestand",
    )  # fmt: skip
    if st.session_state.pop(CHANGED, "") == draft.name:
        notice("Dit concept is veranderd", ELSEWHERE)
    key = f"brief_bestand_{memo.about.code}_{suffix}"
    if st.button("Maak het bestand", key=f"brief_{draft.name}_maken", type="primary"):
        if keeping.here(draft.gemeente).get(draft.name) != draft:  # this part is drawn alone, from what was read before
            st.session_state[CHANGED] = draft.name
            st.rerun(scope="app")
        try:
            st.session_state[key] = _made(memo, suffix)
        except Problem as problem:
            notice("Dit lukt nu niet", str(problem))
    if found := st.session_state.get(key):
        st.download_button(
            f"Download {FORMATS[suffix].word} (openbaar)", later(lambda: found), file_name(memo, suffix),
            FORMATS[suffix].media, key=f"brief_{draft.name}_download", on_click="ignore",
        )  # fmt: skip


@access.requires("download")
@pace.limited
def _made(memo: Memo, suffix: str) -> bytes:
    """Pictures first, one by one, as they take most of the time."""
    shown = memo.pictures
    with st.empty():
        for number, item in enumerate(shown):
            st.progress(number / (len(shown) + 1), f"Figuur {number + 1} van {len(shown)} ...")
            picture.png(item.picture, item.bars)
        st.progress(len(shown) / (len(shown) + 1), "Het bestand wordt geschreven ...")
        return written(memo, suffix, find_home())
