"""The audit log on screen: whether it was changed, and its lines by who, what and when, the newest first."""

import json
from collections.abc import Sequence
from typing import Any

import streamlit as st

from voorkant.declare.auditcheck import Checked, read_log
from voorkant.declare.auditlog import ACCOUNT, app_log
from voorkant.declare.home import find_home
from voorkant.domain.problem import DataRefused
from voorkant.text.auditwords import ACTIONS, about
from voorkant.text.numbers import number
from voorkant.text.periods import moment
from voorkant.ui import access
from voorkant.ui.permits import WORDS
from voorkant.ui.table import stacked

Record = dict[str, Any]
SHOWN = 100
EVERYONE, EVERYTHING = "Iedereen", "Alles"
WHOLE = "Het logboek van de app is heel ({lines}): geen regel is veranderd of weggehaald."
BUILDER = (
    "Wat de bouwer opschreef ({lines}) staat er zoals hij het zelf het laatst nakeek. 'voorkant audit' kijkt beide "
    "logboeken opnieuw na, naast elkaar."
)
NOTHING = "Er staat nog niets in het logboek."


@access.requires("bekijk_bescherming")
def read() -> tuple[Checked, list[Record]]:
    """The app's own log, checked line by line, and the builder's as it handed that over. DataRefused when damaged."""
    path = find_home().work / ACCOUNT
    try:
        builder: list[Record] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        builder = []
    except ValueError as error:
        raise DataRefused(f"{path} is beschadigd. Draai 'voorkant build' om het opnieuw te maken.") from error
    return read_log(app_log(find_home()), "app"), builder


@st.fragment
def show() -> None:
    app, builder = read()
    _state(app, builder)
    everything = sorted(_mine([*app.records, *builder]), key=lambda item: item["at"], reverse=True)
    if not everything:
        st.write(NOTHING)
        return
    found = _chosen(everything)
    stacked(("Wanneer", "Wie", "Wat"), map(_row, found[:SHOWN]), caption="Logboek, het nieuwste eerst")
    if len(found) > SHOWN:
        st.caption(f"Dit zijn de nieuwste {SHOWN} van {number(len(found))} regels. Kies iemand, of wat er is gedaan.")


def _mine(records: list[Record]) -> list[Record]:
    """In a region who is of one gemeente does not see what another did with its own."""
    user = access.current_user()
    if user.holds_all:
        return records
    return [item for item in records if item["log"] != "app" or user.holds(item["filter"].get("gemeente", ""))]


def _state(app: Checked, builder: Sequence[Record]) -> None:
    """Whether a line of the log was changed or taken away."""
    if app.faults:
        said = " ".join(f"Regel {item.line}: {item.text}" for item in app.faults)
        st.error(f"Het logboek van de app klopt niet. {said}")
    else:
        st.success(WHOLE.format(lines=_lines(len(app.records))))
    for note in app.notes:
        st.caption(f"Let op, regel {note.line}: {note.text}")
    st.caption(BUILDER.format(lines=_lines(len(builder))))


def _lines(count: int) -> str:
    return "1 regel" if count == 1 else f"{number(count)} regels"


def _chosen(records: Sequence[Record]) -> list[Record]:
    left, middle, right = st.columns(3)
    names = [EVERYONE, *sorted({item["who"] for item in records})]
    kinds = {EVERYTHING: EVERYTHING} | {
        code: ACTIONS.get(code, code) for code in sorted({item["action"] for item in records})
    }
    who = left.selectbox("Wie", names, key="logboek_wie")
    what = middle.selectbox("Wat", list(kinds), format_func=lambda code: kinds[code], key="logboek_wat")
    since = right.date_input("Vanaf", value=None, format="DD-MM-YYYY", key="logboek_vanaf")
    return [
        item
        for item in records
        if who in (EVERYONE, item["who"])
        and what in (EVERYTHING, item["action"])
        and (since is None or item["at"][:10] >= since.isoformat())
    ]


def _row(item: Record) -> tuple[str, str, str]:
    did = ACTIONS.get(item["action"], item["action"])
    what = item["filter"].get("wat", "")  # an action that was refused stands there by its code
    told = WORDS.get(what, about(item))
    return moment(item["at"]), f"{item['who']}\n{item['role']}", f"{did}\n{told}" if told else did
