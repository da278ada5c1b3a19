"""Which part of the page it is time for, read back from `work/` at every visit."""

import streamlit as st

from voorkant.domain.job import Kind, State
from voorkant.ui import cache, controls, jobs, quality
from voorkant.ui.intake import ending, history
from voorkant.ui.intake.choose import choose
from voorkant.ui.intake.compare import compare
from voorkant.ui.intake.consent import consent
from voorkant.ui.intake.couple import couple
from voorkant.ui.intake.findings import findings
from voorkant.ui.intake.plan import plan
from voorkant.ui.intake.preview import preview
from voorkant.ui.intake.products import products
from voorkant.ui.intake.progress import progress
from voorkant.ui.intake.report import report
from voorkant.ui.intake.supplier import send_back
from voorkant.ui.intake.switch import switch
from voorkant.ui.jobs import Flow
from voorkant.ui.literally import literally

LATEST = 10


def show() -> None:
    flow, undoing = jobs.flow(), jobs.publishing()
    if undoing and undoing.kind is Kind.UNDO:
        progress(undoing)
    elif flow is None:
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
        st.info(f"{literally(other.who)} is nu aan het publiceren. Controleren kan wel alvast.")


def _checked(flow: Flow) -> None:
    result = flow.checked.result
    if result["files"]:
        report(result["files"])
        consent(flow)
        couple(flow)
        _found(flow)
    plan(flow, compare(result.get("comparisons", [])))


def _found(flow: Flow) -> None:
    """What was noticed, how it stands in the file, what can be done about a rule, and what goes back."""
    desk, result = jobs.desk(), flow.checked.result
    if choice := findings(desk.findings(flow.check), result):
        preview(desk.preview(flow.check), choice)
        switch(result["rules"], choice)
        send_back(desk.findings(flow.check), result)


def care_classes() -> None:
    """Which care class products have; not while something else is asked of the steward."""
    if jobs.flow() is None:
        products()


def deliveries() -> None:
    """What was delivered, by the builder's account; else what the publication in force was made from."""
    if (account := history.read()) is not None:
        history.history(account)
    elif cache.publication() is None:
        st.write("Er is nog niets ingelezen.")
    else:
        quality.deliveries(controls.selection(), most=LATEST)
