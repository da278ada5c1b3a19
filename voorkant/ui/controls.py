"""The sidebar's controls, bound to the URL; links hold codes and every value, so that they mean the same next year."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode, urljoin

import streamlit as st

from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.ui import access, own
from voorkant.ui.choices import NONE, PLACE_AND_TIME, Choice, choose

STATE = "_selection"
WORDS = "_words"
DEFAULTS = "_defaults"
STARTED = "_started"
KEPT = "_kept"
"""What was last chosen in each control: a page draws only those that it uses, and Streamlit forgets the others."""
BARE = "_bare"
"""The measure that an address without one means: that with which its page was entered, or back would lead nowhere."""
SINGLE = "maat"
"""The control of a page about one measure, which draws it itself: by code, as all choices of a part of a page."""
NO_FIGURES = {
    True: "Van deze maat zijn er hier geen cijfers. Kies een andere maat of een ander programma.",
    False: "Deze twee maten hebben samen geen cijfers op dit niveau. Kies een andere maat of een ander niveau.",
}
LONGEST = 200
"""Letters of a name with its code."""
HELP = {
    "gemeente": "Typ drie letters van de naam, of de gemeentecode.",
    "niveau": "Alleen niveaus waarop er cijfers zijn.",
    "periode": "Alleen perioden waarvan er op dit niveau cijfers zijn.",
    "openbaar": "Toont de cijfers zoals ze naar buiten mogen. Alles wat het scherm verlaat is openbaar.",
}


def selection() -> Selection:
    """What is chosen in the sidebar. Problem outside a page of the app."""
    found = st.session_state.get(STATE)
    if found is None:
        raise Problem("Er is nog niets gekozen. Open de app bij het begin.")
    return found


def words(key: str) -> str:
    """What is chosen in one control, as the reader sees it; empty when the control has nothing to choose."""
    return st.session_state.get(WORDS, {}).get(key, "")


def summary() -> str:
    """The choices that matter most in one line, for a screen without the sidebar."""
    return " · ".join(filter(None, map(words, ("gebied", "periode", "inzet", "uitkomst"))))


def parameters(chosen: Selection) -> dict[str, str]:
    """Every value of a selection as the parameters of a link, in codes, defaults included."""
    area = {"gebied": chosen.area} if chosen.level != "gemeente" else {}
    level = {"niveau": chosen.level} if chosen.period_type else {}
    values = {
        "gemeente": chosen.gemeente, "programma": chosen.programme or NONE, SINGLE: chosen.measure,
        "inzet": chosen.inzet, "uitkomst": chosen.uitkomst, **level, **area, "periode": chosen.period_type,
        "van": chosen.first, "tot": chosen.last, "pilot": chosen.pilot,
        "openbaar": str(chosen.protection == Protection.OPENBAAR).lower(),
    }  # fmt: skip
    return {key: value for key, value in values.items() if value}


def link(chosen: Selection, page: str | None = None, **more: str) -> str:
    """The full address of a selection on this page, or on another (its URL path; empty = the first page).

    `more`: choices of a part of the page. Empty for a page that the user may not open: then there is no link.
    """
    if page and not access.opens(page):
        return ""
    here = st.context.url or ""
    base = here if page is None else urljoin(here, f"./{page}")
    also = own.parameters() | _standing_by(chosen) if page is None else {}
    return f"{base.split('?')[0]}?{urlencode(also | more | parameters(chosen))}"


def all_periods(chosen: Selection) -> str:
    """The address of a selection without a first and last period; empty where none was chosen."""
    known = st.session_state.get(DEFAULTS, {})
    wide = (known.get("van", chosen.first), known.get("tot", chosen.last))
    return "" if (chosen.first, chosen.last) == wide else link(replace(chosen, first="", last=""))


def _standing_by(chosen: Selection) -> dict[str, str]:
    """Place and time as they stand on a page that does not use them: a link to it leads on to what they were."""
    kept = {} if chosen.period_type else st.session_state.get(KEPT, {})
    return {key: kept[key] for key in sorted(PLACE_AND_TIME & kept.keys()) if kept[key]}


def translated(used: frozenset[str]) -> tuple[dict[str, str] | None, list[str]]:
    """(The URL's parameters with today's words where it has codes or None, what in it exists no longer)."""
    given = dict(st.query_params)
    words, unknown = dict(given), []

    def pick(choice: Choice) -> str:
        asked = given.get(choice.key)
        code = choice.match(asked)
        if code is None and asked is not None:
            unknown.append(choice.label.lower())
        elif code is not None and choice.key != SINGLE:
            words[choice.key] = choice.options[code]
        return code if code is not None else _kept(choice)

    if given:
        choose(pick, placed=bool(used & PLACE_AND_TIME), single=SINGLE in used)
    return (words if words != given else None), unknown


def arrive(page: Any, used: frozenset[str]) -> list[str]:
    """Turn a link's codes into the words that the controls know; returns what the link named that is not there."""
    if (SINGLE in used) > (BARE in st.session_state):
        st.session_state[BARE] = st.session_state.get(KEPT, {}).get(SINGLE, "")
    elif SINGLE not in used:
        st.session_state.pop(BARE, None)
    words, unknown = translated(used)
    first = not st.session_state.get(STARTED)
    if words is not None:
        st.switch_page(page, query_params=words)
    st.session_state[STARTED], st.session_state[own.ARRIVED] = True, first
    return unknown if first else []


def show(used: frozenset[str]) -> Selection:
    """Draw the controls that a page uses; the others keep their value, until a page that draws them."""
    with st.sidebar:
        seen, last = st.container(key="keuzes"), st.container(key="keuzes_onder")

    said: dict[str, str] = {}
    placed = bool(used & PLACE_AND_TIME)
    if not placed:
        _keep_given()

    def pick(choice: Choice) -> str:
        if not choice.options:
            return ""
        if choice.key not in used or choice.key == SINGLE:
            return _keep(choice, _standing(choice))
        with last if choice.key == "openbaar" else seen:
            code = _widget(choice)
        said[choice.key] = choice.options[code]
        return _keep(choice, code)

    chosen = choose(pick, placed=placed, single=SINGLE in used)
    st.session_state[WORDS] = said
    if not chosen.period_type and "periode" in used:
        seen.caption(NO_FIGURES[SINGLE in used])
    st.session_state[STATE] = chosen
    return chosen


def _keep_given() -> None:
    """What the URL says of place and time, for the page that will use it; nothing that is longer than any name."""
    asked = {key: st.query_params[key] for key in PLACE_AND_TIME if key in st.query_params}
    given = {key: words for key, words in asked.items() if len(words) <= LONGEST}
    st.session_state[KEPT] = given | st.session_state.get(KEPT, {})


def _keep(choice: Choice, code: str) -> str:
    st.session_state.setdefault(KEPT, {})[choice.key] = code
    return code


def _standing(choice: Choice) -> str:
    """What a control that is not drawn stands at: what the URL says, else what was last chosen, else the default."""
    asked = choice.match(st.query_params.get(choice.key))
    return _default_or(choice, _kept(choice)) if asked is None else asked


def _kept(choice: Choice) -> str:
    kept = st.session_state.get(KEPT, {}).get(choice.key)
    code = choice.match(st.session_state.get(BARE, kept) if choice.key == SINGLE else kept)
    return code if code else choice.fallback()


def _restore(choice: Choice) -> None:
    """Give a control that was not drawn on the page before what it stood at there."""
    code = _kept(choice)
    if choice.key not in st.session_state and choice.key not in st.query_params and code != choice.fallback():
        st.session_state[choice.key] = code == "true" if choice.key == "openbaar" else code


def _widget(choice: Choice) -> str:
    _restore(choice)
    if choice.key == "openbaar" and len(choice.options) == 1:
        return choice.fallback()
    if choice.key == "openbaar":
        on = st.toggle(choice.label, key=choice.key, help=HELP[choice.key], bind="query-params")
        return str(on).lower()
    codes = list(choice.options)
    if choice.key in st.session_state:
        st.session_state[choice.key] = _default_or(choice, st.session_state[choice.key])
    else:
        _default_or(choice, "")
    value = st.selectbox(
        choice.label,
        codes,
        index=codes.index(choice.fallback()),  # what the back button brings where the address leaves a choice out
        format_func=lambda code: choice.options.get(code, code),
        key=choice.key,
        help=HELP.get(choice.key),
        filter_mode="contains",
        bind="query-params",
    )
    return value if value in choice.options else choice.fallback()


def _default_or(choice: Choice, code: str) -> str:
    """A control that stood at its default goes along when other choices give it another default."""
    known = st.session_state.setdefault(DEFAULTS, {})
    before, known[choice.key] = known.get(choice.key), choice.fallback()
    return choice.fallback() if code == before else code
