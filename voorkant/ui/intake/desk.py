"""Which part of the page it is time for, read back from `work/` at every visit."""

import streamlit as st

from voorkant.domain.job import State
from voorkant.ui import cache, controls, jobs, quality
from voorkant.ui.intake import ending
from voorkant.ui.intake.choose import choose
from voorkant.ui.intake.consent import consent
from voorkant.ui.intake.findings import findings
from voorkant.ui.intake.plan import plan
from voorkant.ui.intake.progress import progress
from voorkant.ui.intake.report import report
from voorkant.ui.jobs import Flow

LATEST = 10


def show() -> None:
    flow = jobs.flow()
    if flow is None:
        _others()
        choose()
    elif not flow.status.state.is_over:
        progress(flow.job)
    elif flow.publication and flow.status.state is State.DONE:
        ending.published(flow)
    else:
        if flow.status.state is not State.DONE:
            ending.not_done(flow)
        if flow.checked.state is State.DONE:
            _checked(flow)


def _others() -> None:
    if other := jobs.publishing():
        st.info(f"{other.who} is nu aan het publiceren. Controleren kan wel alvast.")


def _checked(flow: Flow) -> None:
    result = flow.checked.result
    report(result["files"])
    consent(flow)
    findings(jobs.desk().findings(flow.check), result)
    plan(flow)


def deliveries() -> None:
    """What the publication in force was made from."""
    if cache.publication() is None:
        st.write("Er is nog niets ingelezen.")
    else:
        quality.deliveries(controls.selection(), most=LATEST)
