"""The part of Kwaliteit that says who delivered, who is late, and which figures wait for it."""

from datetime import date, datetime
from typing import Any

import pandas as pd
import streamlit as st

from voorkant.domain.selection import Selection
from voorkant.text import periods, supply
from voorkant.ui import cache
from voorkant.ui.names import source_title
from voorkant.ui.table import stacked


def today() -> date:
    """The day on which someone looks: for the remark whether a delivery is late, for no figure."""
    return datetime.now().astimezone().date()


def supplies(chosen: Selection) -> None:
    found = cache.ask(chosen.gemeente, chosen.protection, "quality_supply")
    if found.empty:
        st.write("Er staan geen afspraken over leveringen in voorkant.toml ([[levering]]).")
        return
    rows = [(_who(row), _state(row), _last(row), row.figures or "geen") for row in found.itertuples(index=False)]
    headers = ("Leverancier", "Stand", "Laatste levering", "Cijfers die erop wachten")
    with st.container(key="afspraken"):
        stacked(headers, rows, caption="Afspraken over leveringen, en wie te laat is")
    st.caption("Op tijd of te laat is bepaald op de dag van kijken. Het verandert niets aan de cijfers.")


def _who(row: Any) -> str:
    place = f", {row.gemeenten}" if row.gemeenten else ""
    return f"{row.supplier}\n{source_title(row.source)}{place}, {supply.EVERY[row.term]}"


def _state(row: Any) -> str:
    due = row.due.date() if pd.notna(row.due) else None
    said = supply.state(delivered=bool(row.file), due=due, today=today())
    if due:
        return f"{said}\nverwacht: {supply.awaited(row.expected, due)}"
    return f"{said}\ndeze soort heeft geen datum of jaar" if row.file else said


def _last(row: Any) -> str:
    if not row.file:
        return "geen"
    until = f", gegevens tot en met {periods.day(row.until.date())}" if pd.notna(row.until) else ""
    return f"{periods.day(row.delivered.date())}\n{row.file}{until}"
