"""A check that is switched off reaches every delivery read after it, *Kwaliteit*, and the fingerprint of a build."""

from dataclasses import replace

import pytest

from voorkant.builder.build import NOTHING_NEW, build
from voorkant.builder.check import check_files
from voorkant.builder.quality_rules import rule_off_rows
from voorkant.builder.store.history import Delivery
from voorkant.cube.reader import current
from voorkant.declare.home import Home
from voorkant.declare.ruleoff import RuleOff, switch_off, switch_on
from voorkant.declare.settings import Rule

WISH = RuleOff("ggz_verwijzingen", "eind_voor_begin", "Ingetrokken besluiten.", "Anne", "2026-11-23")
LATER = (
    "verwijzing_id;verwijsdatum;ingangsdatum;einddatum;gemeentecode\n"
    "X1;2024-05-01;2024-06-01;2024-05-01;GM9901\nX2;2024-05-01;2024-06-01;2024-07-01;GM9901\n"
)


@pytest.fixture
def home(quarter: Home) -> Home:
    return quarter


def rules_off(home: Home, protection: str = "intern") -> list[tuple]:
    publication = current(home.published)
    assert publication
    return [tuple(row.values()) for row in publication.cube("regio", protection).rows("quality_rules_off").named()]


def test_a_change_of_rules_publishes_again_and_is_named(home):
    assert build(home, str).exit_code == NOTHING_NEW
    switch_off(home, WISH)
    assert build(home, str).publication == "000002"
    ((source, sentence, is_off, since, rows, reason),) = rules_off(home)
    assert (source, sentence) == ("ggz_verwijzingen", "De einddatum ligt voor de begindatum.")
    assert (is_off, since.isoformat(), rows, reason) == (True, "2026-11-23", 0, "Reden: Ingetrokken besluiten.")
    switch_on(home, WISH)
    assert build(home, str).publication == "000003"
    assert rules_off(home) == []


def test_deliveries_after_it_use_its_rows_and_that_stays_said(home):
    switch_off(home, WISH)
    (home.exports / "later.csv").write_text(LATER, encoding="utf-8")
    (told,) = build(home, str).files
    assert (told["rows_used"], told["rows_refused"]) == (2, 0)
    assert (rules_off(home)[0][4], rules_off(home, "openbaar")[0][4]) == (3, 5)  # one row, rounded as the level
    switch_on(home, WISH)
    build(home, str)
    ((_, _, is_off, since, rows, reason),) = rules_off(home)
    assert (is_off, since, rows, reason) == (False, None, 3, "Reden: Ingetrokken besluiten.")


def test_a_check_knows_it_too(home, monkeypatch):
    monkeypatch.setenv("VOORKANT_HOME", str(home.path))
    (home.path / "later.csv").write_text(LATER, encoding="utf-8")
    assert [report.rows_refused for report in check_files([home.path / "later.csv"], None)] == [1]
    switch_off(home, WISH)
    (report,) = check_files([home.path / "later.csv"], None)
    assert (report.rows_used, dict(report.rules_off)) == (2, {"eind_voor_begin": "Ingetrokken besluiten."})


def test_a_delivery_that_does_not_count_is_not_counted():
    finding = {"rule": "eind_voor_begin", "switched_off": True, "count": 40, "suggestion": "Reden: Zo."}
    used = Delivery(1, "a.csv", "1", "ggz_verwijzingen", "2026-11-23", {"findings": [finding, {"rule": "bsn"}]})
    rows = rule_off_rows([], [used, replace(used, used=False)], Rule(5, 3))
    assert [(row[0], row[4]) for row in rows] == [("regel_was_uit", 39.0)]
