"""How a job ended when it did not lead to a check to look at: published, stopped or failed."""

from typing import Any

import streamlit as st

from voorkant.domain.job import Job, Kind, State
from voorkant.text import periods
from voorkant.text.numbers import number
from voorkant.ui import access, jobs
from voorkant.ui.intake.act import act
from voorkant.ui.intake.report import COUNTS
from voorkant.ui.jobs import Flow
from voorkant.ui.panels.notice import notice
from voorkant.ui.table import table

WORK = {Kind.CHECK: "Controleren", Kind.PUBLISH: "Publiceren", Kind.UNDO: "Ongedaan maken"}
ENDED = {State.STOPPED: "gestopt", State.FAILED: "niet gelukt"}


def published(flow: Flow) -> None:
    """What the publication took in, and where to see what became of it."""
    result = flow.published.result
    st.header("Gepubliceerd" if result["publication"] else "Niets nieuws", anchor=False)
    st.write(_words(flow.job, result))
    if result["files"]:
        rows = [(file["file"], *(number(file[key]) for key in COUNTS)) for file in result["files"]]
        headers = ("Bestand", "Rijen", "Gebruikt", "Geweigerd", "Overgeslagen")
        table(headers, rows, caption="Ingelezen bestanden", numeric=frozenset({1, 2, 3, 4}), quiet=True)
    quality = access.page("Kwaliteit")
    if quality in access.menu():
        st.page_link(quality.file, label="Bekijk op Kwaliteit hoe volledig de gegevens zijn")
    act("Meer bestanden inladen", "meer_bestanden", lambda: jobs.close(flow))


def _words(job: Job, result: dict[str, Any]) -> str:
    if not result["publication"]:
        return "Deze gegevens waren al ingelezen. De cijfers zijn niet veranderd."
    return f"Publicatie {result['publication']}, gemaakt door {job.who} op {periods.moment(job.at)}."


def not_done(flow: Flow) -> None:
    """Why it stopped; after a check that failed there is nothing else on the page."""
    notice(f"{WORK[flow.job.kind]} is {ENDED[flow.status.state]}", flow.status.step)
    if flow.publication is None:
        with st.container(horizontal=True):
            act("Opnieuw controleren", "opnieuw_controleren", lambda: jobs.check_again(flow), main=True)
            act("Andere bestanden kiezen", "andere_bestanden", lambda: jobs.close(flow))
