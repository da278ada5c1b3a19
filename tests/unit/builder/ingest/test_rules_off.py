"""A check that was switched off: its rows are used, and it stays visible with its reason."""

from pathlib import Path

import pytest

from voorkant.builder.ingest.read import read_file
from voorkant.builder.ingest.report import FileReport, describe, every_finding, report_json
from voorkant.declare.ruleoff import RuleOff, without_rules
from voorkant.domain.finding import Severity

from .conftest import SOURCES

HEAD = "verwijzing_id;verwijsdatum;ingangsdatum;einddatum;gemeentecode"
ROWS = ["V1;2024-01-10;2024-02-01;2024-03-01;GM9901", "V2;2024-01-10;2024-02-01;2023-12-31;GM9901",
        "V3;2024-01-10;2024-02-01;2022-12-31;GM9901", "V4;gisteren;2024-02-01;2022-12-31;GM9901"]  # fmt: skip
SCORES = "programma;datum;vraag;schaal_min;schaal_max;score\nojg;2024-01-01;v1;1;5;9\nojg;2024-01-01;v1;1;5;3\n"
AHEAD = "contact_id;contactdatum;praktijk_agb\nK1;2099-01-01;01000001\n"
AMOUNTS = "declaratie_id;periode_start;productcategorie;productcode;bedrag\n" + "".join(
    f"D{n};2024-01-01;54;54002;{amount}\n" for n, amount in enumerate([100, 101, 99, 100, 102, 10100])
)


def read(folder: Path, text: str, *off: tuple[str, str]) -> FileReport:
    path = folder / "export.csv"
    path.write_text(text, encoding="utf-8")
    return read_file(path, without_rules(SOURCES, [RuleOff(source, rule, "Zo hoort het.") for source, rule in off]))


def verwijzingen() -> str:
    return "\n".join([HEAD, *ROWS, ""])


def test_its_rows_are_used_and_all_rows_are_accounted_for(tmp_path: Path) -> None:
    before = read(tmp_path, verwijzingen())
    after = read(tmp_path, verwijzingen(), ("ggz_verwijzingen", "eind_voor_begin"))
    assert (before.rows_used, before.rows_refused) == (1, 3)
    assert (after.rows_in, after.rows_used, after.rows_refused, after.rows_skipped) == (4, 3, 1, 0)
    assert after.table["verwijzing_id"].to_pylist() == ["V1", "V2", "V3"]


def test_it_stays_visible_with_its_reason_and_how_many_rows_it_concerned(tmp_path: Path) -> None:
    report = read(tmp_path, verwijzingen(), ("ggz_verwijzingen", "eind_voor_begin"))
    told = report_json(report)
    assert told["rules_off"] == {"eind_voor_begin": "Zo hoort het."}
    (found,) = [item for item in told["findings"] if item["switched_off"]]
    assert found["rule_text"] == "Regel uitgezet: De einddatum ligt voor de begindatum."
    assert (found["severity"], found["count"], found["line"]) == (Severity.NOTE, 2, 3)
    assert (found["suggestion"], found["value"]) == ("Reden: Zo hoort het.", None)
    assert "Regel uitgezet" in describe(report)
    assert [item["rule"] for item in every_finding(report) if item["severity"] == "geweigerd"] == ["datum_onleesbaar"]


def test_another_source_keeps_the_check(tmp_path: Path) -> None:
    report = read(tmp_path, verwijzingen(), ("jeugdhulp_school", "eind_voor_begin"))
    assert (report.rows_used, report_json(report)["rules_off"]) == (1, {})


@pytest.mark.parametrize(
    ("text", "source", "rule"),
    [(SCORES, "ervaringen", "buiten_schaal"), (AHEAD, "ojg_contacten", "datum_toekomst"),
     (AMOUNTS, "declaraties", "bedrag_100_keer")],
)  # fmt: skip
def test_every_check_that_can_be_off_can_be(tmp_path: Path, text: str, source: str, rule: str) -> None:
    assert next(found.severity for found in read(tmp_path, text).findings if found.rule == rule) is not Severity.NOTE
    report = read(tmp_path, text, (source, rule))
    assert [(found.severity, found.count) for found in report.findings if found.rule == rule] == [(Severity.NOTE, 1)]
    assert report.rows_used == report.rows_in
