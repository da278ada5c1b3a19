"""Choosing files: dropped or picked, looked at on the door, and put away for a check."""

import streamlit as st

from voorkant.ui import jobs
from voorkant.ui.intake.act import act
from voorkant.ui.intake.receive import Incoming, most_megabytes, objection, receive
from voorkant.ui.panels.notice import notice

TURN = "_inladen_beurt"
PROMISE = (
    "Kies exports in CSV of Excel, of een zip daarvan. De bestanden blijven op deze computer. Controleren verandert "
    "niets aan de cijfers; dat doet pas *Publiceren*. Een bestand met burgerservicenummers of namen van personen wordt "
    "hier direct verwijderd."
)


def choose() -> None:
    """The uploader; a new one each turn, so that the browser's copy is let go once the files are put away."""
    st.write(PROMISE)
    turn = st.session_state.setdefault(TURN, 0)
    chosen = st.file_uploader(
        "Bestanden", accept_multiple_files=True, key=f"bestanden_{turn}", max_upload_size=most_megabytes()
    )
    objections = {file.file_id: objection(file) for file in chosen}
    for file in chosen:
        if words := objections[file.file_id]:
            notice(f"{file.name} kan niet worden ingeladen", words)
    fit = [file for file in chosen if not objections[file.file_id]]
    if fit:
        act("Controleren", "controleren", lambda: _check(fit), main=True)


def _check(files: list[Incoming]) -> None:
    name = jobs.new_id()
    jobs.check(name, receive(jobs.desk(), name, files))
    st.session_state[TURN] += 1
