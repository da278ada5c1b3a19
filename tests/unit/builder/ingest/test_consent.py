"""What is too precise is left out, and shortened before anything is kept once someone who may has said so."""

import json
import tomllib
from pathlib import Path

import pytest

from voorkant.builder.ingest.read import read_file
from voorkant.builder.ingest.report import FileReport, describe, every_finding, report_json
from voorkant.declare.consent import consents, with_consent, write_consent
from voorkant.declare.home import Home
from voorkant.declare.settings import read_settings
from voorkant.domain.problem import DataRefused

from .conftest import HEAD, SOURCES, contact, contacts, rules

DAYS = ["12-03-2010", "2011-04-05", "20120506"]
BIRTHS = contacts(
    *(contact(n, minuten=day) for n, day in enumerate(DAYS)), head=HEAD.replace("minuten", "Geboortedatum")
)
CODES = contacts(
    contact(1, minuten="9711 AB"), contact(2, minuten="9712"), head=HEAD.replace("minuten", "postcode")
)  # fmt: skip


def read(tmp_path: Path, text: str, *allowed: str) -> FileReport:
    path = tmp_path / "export.csv"
    path.write_text(text, encoding="utf-8")
    return read_file(path, with_consent(SOURCES, {"ojg_contacten": allowed}))


def told(report: FileReport) -> str:
    return describe(report) + json.dumps([report_json(report), list(every_finding(report))])


def test_without_consent_a_column_of_birth_dates_is_left_out_and_says_what_can_be_done(tmp_path):
    report = read(tmp_path, BIRTHS)
    assert rules(report) == ["kolom_te_precies", "kolom_genegeerd"]
    assert "voorkant.toml" in report.findings[0].suggestion
    assert report.table.column("geboortejaar").null_count == len(DAYS)


def test_with_consent_only_the_year_is_left(tmp_path):
    report = read(tmp_path, BIRTHS, "geboortedatum")
    assert report.table.column("geboortejaar").to_pylist() == [2010, 2011, 2012]
    assert {(found.rule, found.value, found.count) for found in report.findings} == {
        ("geboortedatum_verkort", "99-99-9999", 1),
        ("geboortedatum_verkort", "9999-99-99", 1),
        ("geboortedatum_verkort", "99999999", 1),
    }
    assert not any(day in told(report) for day in DAYS)
    assert "2010-03" not in str(report.table.to_pylist())


def test_what_is_no_date_is_a_fault_under_consent_too(tmp_path):
    report = read(tmp_path, BIRTHS.replace("12-03-2010", "gisteren").replace("20120506", "2012"), "geboortedatum")
    assert report.table.column("geboortejaar").to_pylist() == [None, 2011, 2012]
    assert "jaar_onleesbaar" in rules(report)


def test_postcodes_are_shortened_under_their_own_consent_alone(tmp_path):
    refused = read(tmp_path, CODES, "geboortedatum")
    assert (rules(refused), refused.table.column("postcode4").to_pylist()) == (["postcode6"], [None, "9712"])
    report = read(tmp_path, CODES, "postcode6")
    assert (rules(report), report.table.column("postcode4").to_pylist()) == (["postcode6_verkort"], ["9711", "9712"])
    assert "9711 AB" not in told(report)


def test_consent_for_one_kind_is_none_for_another():
    given = with_consent(SOURCES, {"ojg_contacten": ("geboortedatum",)})
    assert given["ojg_contacten"].column("geboortejaar").reduce
    assert not given["ggz_verwijzingen"].column("geboortejaar").reduce


def settings(tmp_path: Path, text: str) -> Home:
    (tmp_path / "voorkant.toml").write_text(text, encoding="utf-8")
    return Home(tmp_path)


def test_consent_in_the_settings_needs_a_ground(tmp_path):
    home = settings(tmp_path, '[bronnen.ojg_contacten]\nverkort = ["geboortedatum"]\ngrond = "Verordening 3"\n')
    assert read_settings(home.settings).reduced == {"ojg_contacten": ("geboortedatum",)}
    for wrong, words in (('["geboortedatum"]', "grond"), ('["naam"]\ngrond = "x"', "geboortedatum, postcode6")):
        with pytest.raises(DataRefused, match=words):
            read_settings(settings(tmp_path, f"[bronnen.ojg_contacten]\nverkort = {wrong}\n").settings)


def test_consent_given_on_the_page_adds_to_that_of_the_settings(tmp_path):
    home = Home(tmp_path)
    write_consent(home, "ojg_contacten", ["postcode6"], grond='Besluit "7"\\', wie="Anne", op="2026-11-25")
    write_consent(home, "ojg_contacten", ["geboortedatum"], grond="Besluit 8", wie="Anne", op="2026-11-25")
    found = consents(home, {"ojg_contacten": ("geboortedatum",), "declaraties": ("geboortedatum",)})
    assert set(found["ojg_contacten"]) == {"geboortedatum", "postcode6"}
    assert found["declaraties"] == ("geboortedatum",)
    kept = (home.work / "verkort" / "ojg_contacten.postcode6.toml").read_text(encoding="utf-8")
    assert tomllib.loads(kept) == {
        "verkort": ["postcode6"],
        "grond": 'Besluit "7"\\',
        "wie": "Anne",
        "op": "2026-11-25",
    }
