"""Consent to shorten what is too precise: offered where a check found it, given with a reason, put on record."""

from typing import Any

import streamlit as st

from voorkant.domain.problem import Problem
from voorkant.ui import jobs
from voorkant.ui.intake.act import act
from voorkant.ui.jobs import Flow
from voorkant.ui.names import source_title

LABELS = {
    "geboortedatum": "Verkort geboortedatums tot het jaar",
    "postcode6": "Verkort postcodes tot de vier cijfers",
}
WHY = "Alleen wat overblijft wordt overgenomen. Dit geldt ook voor latere leveringen van deze soort."


def consent(flow: Flow) -> None:
    """Nothing where no checked file holds a column that could be shortened."""
    wanted: dict[str, set[str]] = {}
    for file in flow.checked.result["files"]:
        if file.get("reducible"):
            wanted.setdefault(file["kind"], set()).update(file["reducible"])
    for kind, names in sorted(wanted.items()):
        _offer(flow, kind, sorted(names))


def _offer(flow: Flow, kind: str, names: list[str]) -> None:
    st.subheader(f"Te precies: {source_title(kind)}", anchor=False)
    st.write(WHY)
    chosen = [name for name in names if st.checkbox(LABELS[name], key=f"verkort_{kind}_{name}")]
    ground: Any = st.text_input("Grond: waarom mag dit worden verwerkt?", key=f"grond_{kind}")
    act("Vastleggen en opnieuw controleren", f"vastleggen_{kind}", lambda: _record(flow, kind, chosen, ground.strip()))


def _record(flow: Flow, kind: str, names: list[str], ground: str) -> None:
    if not (names and ground):
        raise Problem("Vink aan wat mag worden verkort en schrijf op waarom dat mag.")
    jobs.allow(flow, kind, names, ground)
