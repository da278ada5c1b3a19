"""What goes in a memo: measures, time, comparison, pilots, questions and stories, kept in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from voorkant.declare.memofile import CHOICES, KINDS, LONGEST_TITLE, MOST_MEASURES, Draft, differing
from voorkant.domain.period import PeriodType
from voorkant.domain.problem import Problem
from voorkant.text.periods import TYPES
from voorkant.ui.intake.act import attempt
from voorkant.ui.memo import keeping, offer

NOTHING = "Niets om te kiezen"
ELSEWHERE = (
    "In een ander venster is intussen veranderd: {what}. Bewaren laat dat staan; daarna is het hier ook te zien."
)
BOTH = (
    "Intussen is ook in een ander venster veranderd: {what}. Er is nog niets bewaard. Bewaar nog een keer om te houden "
    "wat hier is gekozen. Of laad de pagina opnieuw: dan staat er wat daar is gekozen."
)


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
    """A save writes what was changed here: `seen` is the draft as it was when the form was filled."""
    key = f"brief_{draft.name}_{st.session_state.get(_turn(draft), 0)}"
    if f"{key}_titel" not in st.session_state:
        st.session_state[_seen(draft)] = draft
    seen: Draft = st.session_state[_seen(draft)]
    if others := differing(draft, seen):
        st.caption(ELSEWHERE.format(what=_named(others)))
    by = st.selectbox(
        "Cijfers per", list(offer.KINDS), index=_place(offer.KINDS, seen.asked.type), key=f"{key}_per",
        format_func=lambda kind: TYPES[PeriodType(kind)],
    )  # fmt: skip
    spans = offer.spans(draft.gemeente, by)
    with st.form(f"{key}_vorm", enter_to_submit=False, border=False):
        title = st.text_input("Titel", seen.title, key=f"{key}_titel", max_chars=LONGEST_TITLE)
        left, right = st.columns(2)
        with left:
            since = _one("Eerste periode", spans, seen.since, f"{key}_van_{by}", last=True)
        with right:
            period = _one("Nieuwste periode", spans, seen.period, f"{key}_tot_{by}")
        chosen = {
            "measures": _some(
                "Maten", offer.measures(draft.gemeente), seen.measures, f"{key}_maten", most=MOST_MEASURES
            ),
            "pilots": _some("Pilots", offer.pilots(draft.gemeente), seen.pilots, f"{key}_pilots"),
            "questions": _some("Vragen van de raad", offer.asked(draft.gemeente), seen.questions, f"{key}_vragen"),
            "stories": _some("Verhalen (openbaar)", offer.stories(draft.gemeente), seen.stories, f"{key}_verhalen"),
        }
        compare = st.checkbox("Naast de regio of het land", seen.compare, key=f"{key}_naast")
        concept = st.checkbox("Het woord CONCEPT erop", seen.concept, key=f"{key}_concept")
        editable = st.checkbox("Grafieken in Word te bewerken", seen.editable, key=f"{key}_grafiek")
        sent = st.form_submit_button("Keuzes bewaren", key=f"{key}_bewaren", type="primary")
    if sent:
        wish = replace(seen, title=" ".join(title.split()), since=since, period=period or seen.period,
                       compare=compare, concept=concept, editable=editable, **chosen)  # fmt: skip
        attempt(partial(_save, draft, seen, wish))


def _save(draft: Draft, seen: Draft, wish: Draft) -> None:
    found = keeping.change(draft, partial(_joined, seen, wish))
    st.session_state[_seen(draft)] = found
    if differing(found, wish):  # the fields hold what they were filled with: new ones show what came from elsewhere
        st.session_state[_turn(draft)] = st.session_state.get(_turn(draft), 0) + 1


def _joined(seen: Draft, wish: Draft, latest: Draft) -> Draft:
    """The latest with what was chosen here. Problem, once, where another tab chose otherwise in the same place."""
    mine, moved = differing(wish, seen), {*differing(latest, seen)} & {*differing(latest, wish)}
    if both := [name for name in mine if name in moved]:
        st.session_state[_seen(seen)] = replace(seen, **{name: getattr(latest, name) for name in both})
        raise Problem(BOTH.format(what=_named(both)))
    return replace(latest, **{name: getattr(wish, name) for name in mine})


def _named(choices: Sequence[str]) -> str:
    return ", ".join(CHOICES[name] for name in choices)


def _seen(draft: Draft) -> str:
    return f"brief_gezien_{draft.name}"


def _turn(draft: Draft) -> str:
    return f"brief_beurt_{draft.name}"


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
