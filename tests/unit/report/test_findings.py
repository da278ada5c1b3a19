"""The report for a supplier: every finding, the important ones first, and a letter that says what is asked."""

import csv
import io
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from voorkant.declare.supply import Supply
from voorkant.domain.finding import Severity
from voorkant.report import findings as report
from voorkant.report.findings import covering_text, findings_csv, findings_xlsx

FILE = {"file": "mei.csv", "rows_in": 1200, "rows_used": 1100, "rows_refused": 90, "rows_skipped": 10, "findings": []}


def finding(severity: str = "geweigerd", **given: Any) -> dict[str, Any]:
    usual = {
        "file": "mei.csv", "rule": "datum_onleesbaar", "severity": severity, "line": 7, "column": "contactdatum",
        "value": "gisteren", "suggestion": "Schrijf een dag als 31-12-2024.", "count": 1,
        "rule_text": "Deze datum is niet te lezen.",
    }  # fmt: skip
    return usual | given


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def book(content: bytes) -> dict[str, list[list[Any]]]:
    opened = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: opened.get_sheet_by_name(name).to_python() for name in opened.sheet_names}


def test_the_most_important_come_first_over_all_files() -> None:
    mixed = [finding(severity.value, file=name) for name in ("a.csv", "b.csv") for severity in reversed(Severity)]
    rows = table(findings_csv(mixed))
    assert [row["ernst"] for row in rows] == [severity.value for severity in Severity for _ in range(2)]
    assert [row["bestand"] for row in rows] == ["a.csv", "b.csv"] * len(Severity)


def test_a_finding_is_told_in_full_in_both_files() -> None:
    told = [finding(line=None, value=None, column=None, count=3), finding()]
    (first, second) = table(findings_csv(told))
    assert second == {
        "ernst": "geweigerd", "bestand": "mei.csv", "regelnummer": "7", "kolom": "contactdatum", "waarde": "gisteren",
        "wat er is": "Deze datum is niet te lezen.", "wat te doen": "Schrijf een dag als 31-12-2024.",
        "aantal keer": "1",
    }  # fmt: skip
    assert (first["regelnummer"], first["waarde"], first["aantal keer"]) == ("", "", "3")
    header, one, two = book(findings_xlsx([FILE], told))["Meldingen"]
    assert header == list(second)
    assert [str(cell or "") for cell in one] == [cell if cell != "3" else "3.0" for cell in first.values()]
    assert (two[2], two[4]) == (7, "gisteren")


def test_the_sheet_of_a_workbook_is_named_where_there_is_one() -> None:
    assert "blad" not in table(findings_csv([finding()]))[0]
    rows = table(findings_csv([finding(sheet="Mei", place="Mei!C7"), finding()]))
    assert [(row["blad"], row["cel"]) for row in rows] == [("Mei", "Mei!C7"), ("", "")]


@pytest.mark.parametrize("value", ["=1+1", "+31612", "-2+3", "@x", "\tx"])
def test_no_value_runs_as_a_formula(value: str) -> None:
    told = [finding(value=value)]
    assert table(findings_csv(told))[0]["waarde"] == f"'{value}"
    assert book(findings_xlsx([FILE], told))["Meldingen"][1][4] == f"'{value}"


def test_the_letter_counts_and_asks_for_what_was_met() -> None:
    told = covering_text([FILE], [finding(), finding(count=1500), finding("melding", rule_text="Let op.")])
    assert "mei.csv: 1.200 regels, 1.100 gebruikt, 90 geweigerd, 10 overgeslagen." in told
    assert "- 1.501 keer geweigerd: Deze datum is niet te lezen.\n- 1 keer melding: Let op." in told
    assert "Herstel de geweigerde rijen" in told
    assert "Controleer wat bij een waarschuwing staat" not in told
    assert "Stuur nooit burgerservicenummers" in told


def test_the_letter_names_the_supplier_and_what_was_agreed() -> None:
    supply = Supply("ojg_contacten", "Backoffice", "maand", days=10)
    told = covering_text([FILE], [finding()], supply)
    assert "Beste Backoffice,\n" in told
    assert "Afgesproken is een levering elke maand, binnen 10 dagen na afloop.\nStuur nooit" in told
    assert ["Beste Backoffice,"] in book(findings_xlsx([FILE], [finding()], supply))["Begeleidende tekst"]
    assert "Afgesproken" not in covering_text([FILE], [finding()])


def test_the_letter_of_a_refused_file_says_so() -> None:
    stopped = FILE | {"findings": [finding("stop")]}
    assert "mei.csv: het hele bestand is geweigerd." in covering_text([stopped], [finding("stop")])


def test_a_delivery_without_findings_is_told_so() -> None:
    assert "Er hoeft niets te gebeuren" in covering_text([FILE], [])
    assert len(book(findings_xlsx([FILE], []))["Meldingen"]) == 1
    assert table(findings_csv([])) == []


def test_the_workbook_opens_on_the_letter() -> None:
    sheets = book(findings_xlsx([FILE], [finding()]))
    assert list(sheets) == ["Begeleidende tekst", "Meldingen"]
    assert sheets["Begeleidende tekst"][0] == ["Terugkoppeling over de levering"]


def test_what_does_not_fit_on_a_sheet_stands_on_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "SHEET_ROWS", 2)
    sheets = book(findings_xlsx([FILE], [finding(line=line) for line in range(1, 6)]))
    lines = [row[2] for name, rows in sheets.items() if name.startswith("Meldingen") for row in rows[1:]]
    assert lines == [1, 2, 3, 4, 5]
