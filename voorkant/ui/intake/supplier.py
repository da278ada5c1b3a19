"""What goes back to who delivered: a message to copy, and every finding as a file."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from voorkant.declare.findingfile import Stored
from voorkant.declare.home import find_home
from voorkant.declare.settings import read_settings
from voorkant.declare.supply import Supply, supply_of
from voorkant.report.findings import covering_text, findings_csv, findings_xlsx
from voorkant.ui import access
from voorkant.ui.handing import later
from voorkant.ui.names import source_title

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ALL = "Alle bestanden"
MOST = 1_000_000
"""More findings than this are no file for a browser."""
TOO_MANY = (
    "Er zijn meer dan een miljoen meldingen. Dat bestand is te groot voor de browser: maak het met "
    "`voorkant check BESTAND --report meldingen.csv`."
)
File = Mapping[str, Any]


def send_back(path: Path, result: Mapping[str, Any]) -> None:
    """The downloads, and the covering text for the supplier that the settings name."""
    files = [file | {"findings": file["why"]} for file in result["files"]]
    supply = _supply({file["kind"] for file in files})
    own = [file for file in files if supply is None or file["kind"] == supply.source]
    if sum(rule["count"] for rule in result["rules"]) > MOST:
        st.write(TOO_MANY)
    else:
        _downloads(path, own, supply)
    with st.expander("Bericht aan de leverancier", key="bericht"):
        if supply and supply.contact:
            st.text(f"Voor: {supply.contact}")
        st.write("Kopieer deze tekst, en stuur het Excelbestand mee.")
        st.code(covering_text(own, _rules(result["rules"], supply), supply), language=None, wrap_lines=True)


def _downloads(path: Path, own: Sequence[File], supply: Supply | None) -> None:
    with st.container(horizontal=True):
        st.download_button(
            "Alle meldingen als CSV", later(lambda: _csv(path)), "meldingen.csv", "text/csv", key="meldingen_csv",
            on_click="ignore",
        )  # fmt: skip
        st.download_button(
            "Terugkoppeling aan de leverancier (Excel)", later(lambda: _xlsx(path, own, supply)), "terugkoppeling.xlsx",
            XLSX, key="meldingen_xlsx", on_click="ignore",
        )  # fmt: skip


def _supply(kinds: set[str | None]) -> Supply | None:
    """Whose delivery it is: stated in the settings, or chosen where more than one can be meant."""
    agreed = read_settings(find_home().settings).supplies
    fitting = [supply for supply in agreed if supply.source in kinds]
    if not fitting:
        return None
    sure = supply_of(list(kinds), agreed)
    if sure:
        return sure
    names = {f"{supply.supplier} ({source_title(supply.source)})": supply for supply in fitting}
    chosen = st.selectbox("Terugkoppeling aan", [ALL, *names], key="leverancier")
    return names.get(chosen)


def _rules(rules: Sequence[Mapping[str, Any]], supply: Supply | None) -> list[Mapping[str, Any]]:
    """How often each rule was met in the files of this supplier."""
    if supply is None:
        return list(rules)
    own = [(rule, rule["kinds"].get(supply.source, 0)) for rule in rules]
    return [{**rule, "count": count} for rule, count in own if count]


@access.requires("gegevens_inladen")
def _csv(path: Path) -> bytes:
    return findings_csv(Stored(path))


@access.requires("gegevens_inladen")
def _xlsx(path: Path, files: Sequence[File], supply: Supply | None) -> bytes:
    names = [file["file"] for file in files]
    return findings_xlsx(files, Stored(path, names), supply)
