"""What is different since a snapshot: revised figures, other definitions, and what is gone."""

import streamlit as st

from voorkant.report.memo.frozen import Since
from voorkant.text import snapshots as words
from voorkant.ui.heading import heading
from voorkant.ui.panels.notice import noticed
from voorkant.ui.table import stacked

MOST = 40
"""So many revised figures are listed; the rest is counted."""


def show(found: Since, lead: str = "") -> None:
    """Nothing of it changes the snapshot."""
    heading(words.SINCE, lead)
    if found.newer:
        st.write(words.newer(found.newer, len(found.revised)))
    if not (found.revised or found.redefined or found.gone):
        st.write(words.UNCHANGED)
    if found.revised:
        lines = [
            (item.table, f"{item.row}\n{item.column}", item.old, item.new, item.why) for item in found.revised[:MOST]
        ]
        stacked(words.REVISED_HEADERS, lines, caption="Cijfers die nu anders zijn")
        if len(found.revised) > MOST:
            st.caption(f"En nog {len(found.revised) - MOST} andere.")
    for title, lines_of in (("Definities die veranderden", found.redefined), ("Wat er niet meer is", found.gone)):
        if lines_of:
            noticed(title, lines_of)
