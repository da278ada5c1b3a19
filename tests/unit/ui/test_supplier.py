"""What a supplier gets back holds the findings of its own files, and the steward's CSV those of all."""

import csv
import io

import pytest
from python_calamine import CalamineWorkbook
from streamlit.testing.v1 import AppTest

from voorkant.declare.findingfile import SCHEMA, FindingFile
from voorkant.declare.supply import Supply
from voorkant.ui.intake import supplier

SUPPLY = Supply("uitrol", "Bureau", "jaar")
FILE = {"file": "a.csv", "kind": "uitrol", "rows_in": 2, "rows_used": 1, "rows_refused": 1, "rows_skipped": 0,
        "findings": []}  # fmt: skip


@pytest.fixture
def path(tmp_path):
    usual = dict.fromkeys(SCHEMA.names) | {"severity": "geweigerd", "rule": "x", "rule_text": "Dit klopt niet.",
                                            "line": 3, "suggestion": "Herstel het.", "count": 1}  # fmt: skip
    with FindingFile(tmp_path / "findings.parquet") as book:
        book.add(usual | {"file": name} for name in ("a.csv", "b.csv"))
        book.close()
    return tmp_path / "findings.parquet"


def test_a_supplier_gets_its_own_files(path):
    book = CalamineWorkbook.from_filelike(io.BytesIO(supplier._xlsx(path, [FILE], SUPPLY)))
    rows = book.get_sheet_by_name("Meldingen").to_python()
    assert [row[1] for row in rows[1:]] == ["a.csv"]
    assert ["Beste Bureau,"] in book.get_sheet_by_name("Begeleidende tekst").to_python()


def test_the_list_of_all_findings_has_every_file(path):
    rows = csv.DictReader(io.StringIO(supplier._csv(path).decode("utf-8-sig")), delimiter=";")
    assert [row["bestand"] for row in rows] == ["a.csv", "b.csv"]


def test_more_findings_than_a_browser_can_take_are_made_elsewhere(monkeypatch):
    drawn = []
    monkeypatch.setattr(supplier, "_downloads", lambda *_: drawn.append("files"))
    app = AppTest.from_function(sent_back, kwargs={"count": supplier.MOST + 1}).run()
    assert supplier.TOO_MANY in [text.value for text in app.markdown]
    app = AppTest.from_function(sent_back, kwargs={"count": supplier.MOST}).run()
    assert supplier.TOO_MANY not in [text.value for text in app.markdown]
    assert drawn == ["files"]


def sent_back(count):
    from pathlib import Path  # noqa: PLC0415 - AppTest runs this body as a script of its own

    from voorkant.ui.intake import supplier  # noqa: PLC0415

    rule = {"severity": "geweigerd", "rule": "x", "rule_text": "Dit klopt niet.", "count": count, "kinds": {}}
    supplier.send_back(Path("nergens"), {"files": [], "rules": [rule]})
