"""The history of deliveries: who, when, which file, what changed; and the button that undoes the last publication."""

import json
from collections.abc import Sequence
from typing import Any

import streamlit as st

from voorkant.declare.home import find_home
from voorkant.domain.job import Job, State
from voorkant.domain.problem import DataRefused
from voorkant.text import periods
from voorkant.text.numbers import number
from voorkant.ui import access, cache, jobs
from voorkant.ui.intake.act import act
from voorkant.ui.names import source_title
from voorkant.ui.panels.notice import notice
from voorkant.ui.table import table

Delivery = dict[str, Any]
SHOWN = 25
ASKED = "_inladen_ongedaan"
CHANGES = {"added": "nieuw", "changed": "gewijzigd", "removed": "vervallen", "unchanged": "hetzelfde"}


@access.requires("gegevens_inladen")
def read() -> list[Delivery] | None:
    """The account that the builder keeps, newest first; None where no publication has made one yet."""
    path = find_home().work / "deliveries.json"
    try:
        told: list[Delivery] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise DataRefused(f"{path} is beschadigd. Draai 'voorkant build' om het opnieuw te maken.") from error
    return told


def history(deliveries: Sequence[Delivery]) -> None:
    """The newest deliveries, and how to take the last ones back."""
    _ended()
    headers = ("Bestand", "Rijen", "Wat er veranderde")
    table(headers, map(_row, deliveries[:SHOWN]), caption="Leveringen, de nieuwste eerst", numeric=frozenset({1}),
          quiet=True)  # fmt: skip
    if len(deliveries) > SHOWN:
        st.caption(f"Dit zijn de nieuwste {SHOWN} van {number(len(deliveries))} leveringen.")
    _undo(last_taken_in(deliveries))


def last_taken_in(deliveries: Sequence[Delivery]) -> list[Delivery]:
    """What undoing takes back; empty where there is nothing to go back to."""
    counting = [item for item in deliveries if item["undone"] is None]
    last = counting[0]["publication"] if counting else ""
    if any(item.get("purged") for item in counting if item["publication"] == last):
        return []  # without its removed rows the figures of before do not come back
    earlier = [item for item in counting if item["publication"] != last and item["used"]]
    return [item for item in counting if item["publication"] == last] if last and earlier else []


def _row(item: Delivery) -> tuple[str, str, str]:
    title = source_title(item["kind"]) if item["kind"] else "soort niet herkend"
    by = f"door {item['who']}" if item["who"] else "via de map exports"
    used = number(item["rows_used"]) if item["used"] else "geweigerd"
    file = f"{item['file']}\n{title}, {periods.moment(item['at'])} {by}; kenmerk {item['hash']}"
    return file, used, _changed(item)


def _changed(item: Delivery) -> str:
    undone = item["undone"]
    counts = ", ".join(
        f"{number(item['changes'][key])} {word}" for key, word in CHANGES.items() if item["changes"].get(key)
    )
    replaced = item["replaced"]
    span = f"vervangt {periods.period(replaced[0])} t/m {periods.period(replaced[1])}" if replaced else ""
    stood_out = len(item["warnings"])
    warned = f"{stood_out} {'waarschuwing' if stood_out == 1 else 'waarschuwingen'}" if stood_out else ""
    first = "" if item["changes"] or not item["used"] else "eerste levering"
    removed = f"{number(item['purged'])} rijen verwijderd na hun bewaartermijn" if item.get("purged") else ""
    said = "; ".join(filter(None, [counts, span, warned, removed])) or first
    if not undone:
        return said
    by = f" door {undone['by']}" if undone["by"] else ""
    return f"Ongedaan gemaakt op {periods.moment(undone['at'])}{by}\n{said}"


def _undo(last: Sequence[Delivery]) -> None:
    """Asks for a second yes, with what it takes back."""
    in_force = cache.publication()
    if not last or in_force is None or jobs.publishing():
        return
    if not st.session_state.get(ASKED):
        if st.button("Maak laatste publicatie ongedaan", key="ongedaan"):
            st.session_state[ASKED] = in_force.name
            st.rerun()
        return
    files = ", ".join(item["file"] for item in last)
    rows = sum(item["rows_used"] for item in last)
    st.info(
        f"Publicatie {last[0]['publication']} ongedaan maken? Deze bestanden tellen dan niet meer mee: {files} "
        f"({number(rows)} rijen). De cijfers worden weer zoals ze daarvoor waren. De bestanden blijven bewaard; kies "
        "ze op deze pagina om ze opnieuw in te lezen."
    )
    with st.container(horizontal=True):
        seen = st.session_state[ASKED]
        act("Ja, maak ongedaan", "ongedaan_ja", lambda: _ask(seen), main=True)
        act("Nee, laat zo", "ongedaan_nee", lambda: st.session_state.pop(ASKED))


def _ask(seen: str) -> None:
    st.session_state.pop(ASKED)
    jobs.undo(seen)


def _ended() -> None:
    """Why the last wish to undo did not come true, until something else is asked."""
    asked: Job | None = jobs.last_undo()
    if asked is None:
        return
    status = jobs.look(jobs.desk(), asked)
    if status.state in {State.FAILED, State.STOPPED}:
        notice("Ongedaan maken is niet gelukt", status.step)
    elif status.state is State.DONE:
        st.info(f"Publicatie {status.result['undone']} is ongedaan gemaakt: de cijfers zijn weer zoals ze waren.")
