"""The part of Kwaliteit that names the checks that are switched off, each with its reason."""

from typing import Any

import pandas as pd
import streamlit as st

from voorkant.domain.selection import Selection
from voorkant.text import periods
from voorkant.text.numbers import number
from voorkant.ui import cache
from voorkant.ui.names import source_title
from voorkant.ui.table import table


def rules_off(chosen: Selection) -> None:
    found = cache.ask(chosen.gemeente, chosen.protection, "quality_rules_off")
    if found.empty:
        st.write("Geen enkele regel is uitgezet: elke bron wordt op alles nagekeken.")
        return
    rows = [(f"{row.rule}\n{row.reason}", source_title(row.source), _state(row), number(row.rows))
            for row in found.itertuples(index=False)]  # fmt: skip
    headers = ("Regel, en waarom hij uit staat", "Bron", "Nu", "Rijen")
    table(headers, rows, caption="Regels die zijn uitgezet", numeric=frozenset({3}), quiet=True)
    st.caption(
        "Rijen: zo veel rijen zijn gebruikt waar de regel iets van zou hebben gezegd. Een levering houdt de regels die "
        "golden toen zij werd gelezen."
    )


def _state(row: Any) -> str:
    if not row.is_off:
        return "staat weer aan\neerder gelezen leveringen zijn zonder deze regel nagekeken"
    return f"staat uit\nsinds {periods.day(row.since.date())}" if pd.notna(row.since) else "staat uit\nin voorkant.toml"
