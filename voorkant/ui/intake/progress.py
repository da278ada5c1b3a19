"""A job that is waiting or busy: how far it is, and a button to stop it."""

import streamlit as st

from voorkant.domain.job import Job, Kind, State
from voorkant.ui import access, jobs
from voorkant.ui.intake.act import act
from voorkant.ui.panels.notice import notice

TITLES = {Kind.CHECK: "De bestanden worden gecontroleerd", Kind.PUBLISH: "Er wordt gepubliceerd",
          Kind.UNDO: "De laatste publicatie wordt ongedaan gemaakt",
          Kind.ASSESS: "De pilots worden beoordeeld en opnieuw gepubliceerd"}  # fmt: skip
EVERY = 1.0


def progress(job: Job) -> None:
    """Looks again every second, until the job is over."""
    st.header(TITLES[job.kind], anchor=False)
    st.write("Deze pagina mag dicht: het werk gaat door, en hier staat straks het resultaat.")
    st.fragment(_follow, run_every=EVERY)(job)


def _follow(job: Job) -> None:
    desk = jobs.desk()
    status = jobs.look(desk, job)
    if status.state.is_over:
        st.rerun()
    trouble = jobs.hand().attend() if status.state is State.WAITING else ""
    if trouble:
        notice("De verwerking start niet", trouble)
        act("Opnieuw proberen", "opnieuw_starten", jobs.hand().start, main=True)
        return
    st.progress(status.percent, f"{status.step or 'Wacht tot het werk begint'} ...")
    if desk.is_stopped(job):
        st.caption("Stopt na deze stap.")
    elif access.current_user().may("gegevens_inladen"):
        act("Stoppen", "stoppen", lambda: jobs.stop(job))
