"""Every finding of a check: filtered, the first ones on screen, and all of them as a file."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import streamlit as st

from voorkant.report.findings import findings_csv, findings_xlsx
from voorkant.text.numbers import number
from voorkant.ui import access
from voorkant.ui.table import table

SHOWN = 200
ALL = ""
SEVERITIES = {
    "stop": "Bestand geweigerd",
    "geweigerd": "Rij geweigerd",
    "waarschuwing": "Waarschuwing",
    "melding": "Ter informatie",
}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Rule = dict[str, Any]


def findings(path: Path, result: Mapping[str, Any]) -> None:
    """The meldingen of a check; its result counts them per severity and rule, by importance."""
    st.header("Meldingen", anchor=False)
    rules: list[Rule] = result["rules"]
    if not rules:
        st.write("Er viel niets op: elke rij kan worden gebruikt.")
        return
    severity, rule = _filters(rules)
    found = pq.read_table(path, filters=_chosen(severity, rule))
    st.write(_said(found.num_rows))
    rows = [_row(item) for item in found.slice(0, SHOWN).to_pylist()]
    with st.container(key="meldingen"):
        table(("Melding, en wat te doen", "Plaats", "Waarde"), rows, caption="Meldingen", quiet=True)
    _downloads(path, result["files"])


def _filters(rules: Sequence[Rule]) -> tuple[str, str]:
    left, right = st.columns([1, 2])
    known = [code for code in SEVERITIES if any(rule["severity"] == code for rule in rules)]
    severity = left.selectbox(
        "Ernst", [ALL, *known], format_func=lambda code: SEVERITIES.get(code, "Alle meldingen"), key="ernst"
    )
    there = [rule["rule_text"] for rule in rules if severity in (ALL, rule["severity"])]
    rule = right.selectbox(
        "Regel", [ALL, *dict.fromkeys(there)], format_func=lambda text: text or "Alle regels", key="regel"
    )
    return severity, rule


def _chosen(severity: str, rule: str) -> list[tuple[str, str, str]] | None:
    asked = [("severity", "==", severity)] * bool(severity) + [("rule_text", "==", rule)] * bool(rule)
    return asked or None


def _said(total: int) -> str:
    if total > SHOWN:
        return f"{number(total)} meldingen; hier staan de eerste {SHOWN}. Het bestand eronder bevat ze alle."
    return "1 melding." if total == 1 else f"{number(total)} meldingen."


def _row(item: dict[str, Any]) -> tuple[str, str, str]:
    times = f" ({number(item['count'])} keer)" if item["count"] > 1 else ""
    advice = f"{SEVERITIES[item['severity']]}. {item['suggestion'] or ''}"
    return f"{item['rule_text']}{times}\n{advice}", f"{item['file']}\n{_place(item)}", item["value"] or ""


def _place(item: dict[str, Any]) -> str:
    line = f"regel {number(item['line'])}" if item["line"] else ""
    column = f"kolom {item['column']}" if item["column"] else ""
    return ", ".join(filter(None, [item.get("sheet"), line, column]))


def _downloads(path: Path, files: Sequence[dict[str, Any]]) -> None:
    with st.container(horizontal=True):
        st.download_button(
            "Alle meldingen als CSV", lambda: _csv(path), "meldingen.csv", "text/csv", key="meldingen_csv",
            on_click="ignore",
        )  # fmt: skip
        st.download_button(
            "Terugkoppeling aan de leverancier (Excel)", lambda: _xlsx(path, files), "terugkoppeling.xlsx", XLSX,
            key="meldingen_xlsx", on_click="ignore",
        )  # fmt: skip


@access.requires("gegevens_inladen")
def _csv(path: Path) -> bytes:
    return findings_csv(pq.read_table(path).to_pylist())


@access.requires("gegevens_inladen")
def _xlsx(path: Path, files: Sequence[dict[str, Any]]) -> bytes:
    return findings_xlsx([file | {"findings": file["why"]} for file in files], pq.read_table(path).to_pylist())
