"""Choices of a part of a page itself: they stand in the URL beside those of the sidebar, by code."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import streamlit as st

KEYS = frozenset(
    "begroting maat opzoeken vraag zonder naast met beeld kaartlaag jaar weergave wat delen groep rol plek".split()
    + "brief opname".split()
)
"""The parameters that parts of pages have of their own."""
SEPARATOR = "."
NOBODY = "geen"
"""The code of an empty choice, which is not the same as no choice."""
LONGEST = 4_000
"""Letters of a choice: all gemeenten of the country by code."""
ARRIVED = "_arrived"
"""In the session: whether this run is the first, which a link brought about."""
VAIN = "De link noemt bij ‘{}’ een keuze die hier niet (meer) bestaat. Hier staat nu een andere."
MOST_BUTTONS, WIDTH = 6, 640
"""More choices than this stand in a list, which is at most so many pixels wide."""


def left_out() -> frozenset[str]:
    """The codes of events that are not drawn."""
    return frozenset(filter(None, st.query_params.get("zonder", "").split(SEPARATOR)))


def leave_out(codes: Iterable[str]) -> None:
    """Keep in the URL which events are not drawn; nothing where all are."""
    if found := SEPARATOR.join(sorted(codes)):
        st.query_params["zonder"] = found
    elif "zonder" in st.query_params:
        del st.query_params["zonder"]


def choice(key: str, label: str, options: Mapping[str, str], *, told: bool = False) -> str:
    """One of the codes of `options` (code -> words). KeyError for a key that is not declared in `KEYS`.

    `told`: the page itself says what a link names in vain.
    """
    if key not in KEYS:
        raise KeyError(key)
    codes = list(options)
    if len(codes) == 1:
        return codes[0]
    _stand(key, _asked(key, options, codes[0], "" if told else label))
    draw = partial(st.radio, horizontal=True) if len(codes) <= MOST_BUTTONS else partial(st.selectbox, width=WIDTH)
    return draw(
        label,
        codes,
        format_func=lambda code: options[code],
        key=_widget(key),
        on_change=_keep,
        args=(key, codes),
    )


def select(key: str, label: str, options: Mapping[str, str], default: str, *, told: bool = False) -> str:
    """The same from a longer list; `default` counts until someone chooses."""
    if key not in KEYS:
        raise KeyError(key)
    _stand(key, _asked(key, options, default, "" if told else label))
    return st.selectbox(
        label, list(options), format_func=lambda code: options[code], key=_widget(key), on_change=_keep,
        args=(key, list(options)), filter_mode="contains", width=WIDTH,
    )  # fmt: skip


def _asked(key: str, options: Mapping[str, str], default: str, label: str) -> str:
    asked = st.query_params.get(key)
    if asked in options:
        return asked
    if asked is not None:
        _vain(label)
    return default


def _vain(label: str) -> None:
    """What a link names is not there: said where the choice stands, as long as nobody chose."""
    if label and st.session_state.get(ARRIVED):
        st.info(VAIN.format(label.rstrip("?")))


def several(key: str, label: str, options: Mapping[str, str], default: Sequence[str]) -> list[str]:
    """Some of the codes of `options`; `default` counts until someone chooses, or chooses none."""
    if key not in KEYS:
        raise KeyError(key)
    asked = st.query_params.get(key)
    codes = default if asked is None else asked.split(SEPARATOR)
    if any(code not in options for code in codes if code != NOBODY):
        _vain(label)
    _stand(key, [code for code in dict.fromkeys(codes) if code in options])
    return st.multiselect(
        label, list(options), format_func=lambda code: options[code], key=_widget(key), on_change=_keep_several,
        args=(key,), placeholder="Kies",
    )  # fmt: skip


def forget(key: str) -> None:
    """Let the default count again."""
    if key in st.query_params:
        del st.query_params[key]


def _stand(key: str, value: object) -> None:
    """The URL says what a widget stands at: it is what a link, a reload and the back button bring."""
    if st.session_state.get(_widget(key)) != value:
        st.session_state[_widget(key)] = value


def _keep_several(key: str) -> None:
    st.query_params[key] = SEPARATOR.join(st.session_state[_widget(key)]) or NOBODY


def _widget(key: str) -> str:
    return f"eigen_{key}"


def _keep(key: str, codes: Sequence[str]) -> None:
    """Before the page is drawn anew, so that its header links to what was chosen.

    A browser names a choice by its words. Of words that have changed since, such as a title, Streamlit makes no code
    but takes them for a new choice: nobody chose then, and what the URL says stays.
    """
    if (chosen := st.session_state[_widget(key)]) in codes:
        st.query_params[key] = chosen


def put(key: str, code: str) -> None:
    """Choose for the reader: what was just made is what the page then shows."""
    st.query_params[key] = code
    st.session_state.pop(_widget(key), None)


def parameters() -> dict[str, str]:
    """What of it stands in the URL of this page; what is longer than any choice can be is not handed on."""
    given = st.query_params.to_dict()
    return {key: given[key] for key in sorted(KEYS & given.keys()) if len(given[key]) <= LONGEST}
