"""What goes in a memo: measures, time, comparison, pilots, questions and stories, kept in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from voorkant.declare.memofile import KINDS, LONGEST_TITLE, MOST_MEASURES, Draft
from voorkant.domain.period import PeriodType
from voorkant.text.periods import TYPES
from voorkant.ui.intake.act import attempt
from voorkant.ui.memo import keeping, offer

NOTHING = "Niets om te kiezen"


def begin(gemeente: str, take: "object") -> None:
    """The form of a new draft; `take` gets its name."""
    with st.form("brief_nieuw", enter_to_submit=False, border=False):
        title = st.text_input("Titel", "Jeugdhulp in cijfers", key="brief_nieuw_titel", max_chars=LONGEST_TITLE)
        kind = st.selectbox("Soort stuk", list(KINDS), format_func=lambda code: KINDS[code], key="brief_nieuw_soort")
        sent = st.form_submit_button("Concept beginnen", key="brief_nieuw_beginnen", type="primary")
    if sent:
        attempt(lambda: take(keeping.begin(offer.first(gemeente, title, kind))))  # type: ignore[operator]


def show(draft: Draft) -> None:
    """All choices of a draft, folded until they are wanted."""
    part = st.expander("Wat er in het stuk komt", key=f"brief_keuzes_{draft.name}", on_change="rerun")
    if part.open:
        with part:
            _form(draft)


def _form(draft: Draft) -> None:
    key = f"brief_{draft.name}"
    by = st.selectbox(
        "Cijfers per", list(offer.KINDS), index=_place(offer.KINDS, draft.asked.type), key=f"{key}_per",
        format_func=lambda kind: TYPES[PeriodType(kind)],
    )  # fmt: skip
    spans = offer.spans(draft.gemeente, by)
    with st.form(f"{key}_vorm", enter_to_submit=False, border=False):
        title = st.text_input("Titel", draft.title, key=f"{key}_titel", max_chars=LONGEST_TITLE)
        left, right = st.columns(2)
        with left:
            since = _one("Eerste periode", spans, draft.since, f"{key}_van_{by}", last=True)
        with right:
            period = _one("Nieuwste periode", spans, draft.period, f"{key}_tot_{by}")
        chosen = {
            "measures": _some(
                "Maten", offer.measures(draft.gemeente), draft.measures, f"{key}_maten", most=MOST_MEASURES
            ),
            "pilots": _some("Pilots", offer.pilots(draft.gemeente), draft.pilots, f"{key}_pilots"),
            "questions": _some("Vragen van de raad", offer.asked(draft.gemeente), draft.questions, f"{key}_vragen"),
            "stories": _some("Verhalen (openbaar)", offer.stories(draft.gemeente), draft.stories, f"{key}_verhalen"),
        }
        compare = st.checkbox("Naast de regio of het land", draft.compare, key=f"{key}_naast")
        concept = st.checkbox("Het woord CONCEPT erop", draft.concept, key=f"{key}_concept")
        editable = st.checkbox("Grafieken in Word te bewerken", draft.editable, key=f"{key}_grafiek")
        sent = st.form_submit_button("Keuzes bewaren", key=f"{key}_bewaren", type="primary")
    if sent:
        wish = replace(draft, title=" ".join(title.split()), since=since, period=period or draft.period,
                       compare=compare, concept=concept, editable=editable, **chosen)  # fmt: skip
        attempt(lambda: keeping.keep(wish))


def _place(options: Sequence[str], value: str) -> int:
    return list(options).index(value) if value in options else 0


def _one(label: str, options: Mapping[str, str], value: str, key: str, *, last: bool = False) -> str:
    codes = list(options)
    if not codes:
        st.caption(f"{label}: {NOTHING.lower()}.")
        return ""
    place = codes.index(value) if value in options else (len(codes) - 1 if last else 0)
    return st.selectbox(label, codes, index=place, format_func=lambda code: options[code], key=key)


def _some(
    label: str, options: Mapping[str, str], value: Sequence[str], key: str, *, most: int | None = None
) -> tuple[str, ...]:
    """Also what a draft names that is not there any more: it stays until someone takes it out."""
    words = {code: f"{code.rpartition(':')[2]} (bestaat niet meer)" for code in value if code not in options} | dict(
        options
    )
    if not words:
        return ()
    found = st.multiselect(
        label, list(words), list(value), format_func=lambda code: words[code], key=key, max_selections=most,
        placeholder="Kies",
    )  # fmt: skip
    return tuple(found)
