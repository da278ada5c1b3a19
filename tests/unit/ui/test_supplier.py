"""What a supplier gets back holds the findings of its own files, and the steward's CSV those of all."""

import csv
import io

import pytest
from python_calamine import CalamineWorkbook

from voorkant.builder.checking import FINDING, write_findings
from voorkant.declare.supply import Supply
from voorkant.ui.intake import supplier

SUPPLY = Supply("uitrol", "Bureau", "jaar")
FILE = {"file": "a.csv", "kind": "uitrol", "rows_in": 2, "rows_used": 1, "rows_refused": 1, "rows_skipped": 0,
        "findings": []}  # fmt: skip


@pytest.fixture
def path(tmp_path):
    usual = dict.fromkeys(FINDING.names) | {"severity": "geweigerd", "rule": "x", "rule_text": "Dit klopt niet.",
                                            "line": 3, "suggestion": "Herstel het.", "count": 1}  # fmt: skip
    write_findings(tmp_path / "findings.parquet", [usual | {"file": name} for name in ("a.csv", "b.csv")])
    return tmp_path / "findings.parquet"


def test_a_supplier_gets_its_own_files(path):
    book = CalamineWorkbook.from_filelike(io.BytesIO(supplier._xlsx(path, [FILE], SUPPLY)))
    rows = book.get_sheet_by_name("Meldingen").to_python()
    assert [row[1] for row in rows[1:]] == ["a.csv"]
    assert ["Beste Bureau,"] in book.get_sheet_by_name("Begeleidende tekst").to_python()


def test_the_list_of_all_findings_has_every_file(path):
    rows = csv.DictReader(io.StringIO(supplier._csv(path).decode("utf-8-sig")), delimiter=";")
    assert [row["bestand"] for row in rows] == ["a.csv", "b.csv"]
