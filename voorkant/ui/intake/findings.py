"""Every finding of a check: filtered, a page at a time on screen, and all of them as a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq
import streamlit as st

from voorkant.text.numbers import number
from voorkant.ui.intake.paging import SIZE, first_of_page
from voorkant.ui.table import table

ALL = ""
SEVERITIES = {
    "stop": "Bestand geweigerd",
    "geweigerd": "Rij geweigerd",
    "waarschuwing": "Waarschuwing",
    "melding": "Ter informatie",
}
Rule = Mapping[str, Any]


@dataclass(frozen=True)
class Choice:
    """What is asked for; an empty word is everything."""

    file: str = ALL
    severity: str = ALL
    rule: str = ALL

    def fits(self, found: Rule) -> bool:
        """Whether a rule or a mark is of the chosen severity and rule."""
        return self.severity in (ALL, found["severity"]) and self.rule in (ALL, found["rule_text"])


def findings(path: Path, result: Mapping[str, Any]) -> Choice | None:
    """The findings of a check; its result counts them per rule, by importance. None when there are none."""
    st.header("Meldingen", anchor=False)
    rules: list[Rule] = result["rules"]
    if not rules:
        st.write("Er viel niets op: elke rij kan worden gebruikt.")
        return None
    choice = _choose(rules, [file["file"] for file in result["files"]])
    found = pq.read_table(path, filters=_filters(choice))
    st.write(_said(found.num_rows, pc.sum(found["count"]).as_py() or 0))
    if found.num_rows:
        first = first_of_page(found.num_rows, choice)
        rows = [_row(item) for item in found.slice(first, SIZE).to_pylist()]
        with st.container(key="meldingen"):
            table(("Melding, en wat te doen", "Plaats", "Waarde"), rows, caption="Meldingen", quiet=True)
    return choice


def _choose(rules: Sequence[Rule], files: Sequence[str]) -> Choice:
    """The filters; a file is asked for only where there is more than one."""
    file = ALL
    if len(files) > 1:
        file = st.selectbox(
            "Bestand", [ALL, *files], format_func=lambda name: name or "Alle bestanden", key="meldingen_bestand"
        )
    left, right = st.columns([1, 2])
    known = [code for code in SEVERITIES if any(rule["severity"] == code for rule in rules)]
    severity = left.selectbox(
        "Ernst", [ALL, *known], format_func=lambda code: SEVERITIES.get(code, "Alle meldingen"), key="ernst"
    )
    there = [rule["rule_text"] for rule in rules if severity in (ALL, rule["severity"])]
    rule = right.selectbox(
        "Regel", [ALL, *dict.fromkeys(there)], format_func=lambda text: text or "Alle regels", key="regel"
    )
    return Choice(file, severity, rule)


def _filters(choice: Choice) -> list[tuple[str, str, str]] | None:
    asked = {"file": choice.file, "severity": choice.severity, "rule_text": choice.rule}
    return [(column, "==", value) for column, value in asked.items() if value] or None


def _said(total: int, times: int) -> str:
    """How many there are; one finding can be met in more than one row."""
    if not total:
        return "Geen meldingen bij deze keuze."
    often = f", samen {number(times)} keer" if times > total else ""
    return f"{'1 melding' if total == 1 else f'{number(total)} meldingen'}{often}."


def _row(item: dict[str, Any]) -> tuple[str, str, str]:
    times = f" ({number(item['count'])} keer)" if item["count"] > 1 else ""
    advice = f"{SEVERITIES[item['severity']]}. {item['suggestion'] or ''}"
    return f"{item['rule_text']}{times}\n{advice}", f"{item['file']}\n{_place(item)}", item["value"] or ""


def _place(item: dict[str, Any]) -> str:
    """`Blad1!D7` in a workbook, else line and column."""
    line = f"regel {number(item['line'])}" if item["line"] else ""
    column = f"kolom {item['column']}" if item["column"] else ""
    where = [item["place"]] if item["place"] else [item["sheet"], line]
    return ", ".join(filter(None, [*where, column]))
