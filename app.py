"""Voorkant: start it with `make run`, or with `streamlit run app.py`."""

import streamlit as st

from voorkant.ui import access, cache, controls, entrance, first_run, frame, shell
from voorkant.ui.calm import calm
from voorkant.ui.snapshots import view

if __name__ == "__main__":  # once per session and rerun
    if entrance.passed():
        page, rule = frame.navigation()
        published = False
        with calm(), cache.steady():
            published = cache.publication() is not None
            if published:
                unknown = controls.arrive(page, rule.controls)
                frame.header(controls.show(rule.controls), unknown, rule)
            access.require(rule.action)
            if published:
                with frame.left_out(), view.around(rule, controls.selection()):
                    page.run()
            elif not rule.needs_publication:
                page.run()
            else:
                first_run.show()
        entrance.account(headed=published)
else:  # once, by the server
    app = st.App(__file__, **shell.options())
