"""Which checks may be switched off, by whom it is read, and what a wrong wish says."""

from pathlib import Path

import pytest

from voorkant import ROOT
from voorkant.builder.ingest.rules import RULES
from voorkant.declare.home import Home
from voorkant.declare.ruleoff import RuleOff, objection_to, rules_off, switch_off, switch_on, without_rules
from voorkant.declare.settings import read_settings
from voorkant.declare.source import read_sources
from voorkant.domain.finding import Severity
from voorkant.domain.problem import DataRefused, Problem
from voorkant.domain.switchable import SWITCHABLE

SOURCES = read_sources(ROOT / "data" / "sources")
STATED = '[[regel_uit]]\nbron = "ggz_verwijzingen"\nregel = "eind_voor_begin"\nreden = "Ingetrokken besluiten."\n'
WISH = RuleOff("ggz_verwijzingen", "datum_toekomst", "Ook geplande verwijzingen.", "Anne", "2026-11-23")


def read(folder: Path, text: str) -> tuple[RuleOff, ...]:
    path = folder / "voorkant.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path).rules_off


def test_what_can_be_off_leaves_a_value_that_was_read() -> None:
    assert {RULES[rule][0] for rule in SWITCHABLE} <= {Severity.REFUSED, Severity.WARNING}
    assert all(RULES[rule][1] == check.sentence and check.why.endswith(".") for rule, check in SWITCHABLE.items())
    personal = {"bsn", "namen", "contactgegevens", "persoonsgegeven", "persoonskolom", "geboortedatum", "postcode6"}
    unread = {rule for rule in RULES if rule.endswith(("onleesbaar", "onbekend", "dubbelzinnig", "bereik"))}
    assert not (personal | unread | {"dubbele_sleutel", "dubbele_rij", "verplicht_leeg"}) & set(SWITCHABLE)


def test_the_settings_name_a_rule_a_source_and_a_reason(tmp_path: Path) -> None:
    assert read(tmp_path, STATED) == (RuleOff("ggz_verwijzingen", "eind_voor_begin", "Ingetrokken besluiten."),)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("eind_voor_begin", "eind_voor_start", "Bedoeld: 'eind_voor_begin'?"),
        ("eind_voor_begin", "bsn", "toegestaan: bedrag_100_keer, buiten_schaal, datum_toekomst, eind_voor_begin"),
        ("Ingetrokken besluiten.", " ", "Vul een reden in"),
        ("Ingetrokken besluiten.", "x" * 301, "korter dan 300"),
        ("Ingetrokken besluiten.", "Gemeld over 111222333.", "geen nummers of adressen"),
        ("reden", "reeden", "'reden' ontbreekt (staat er als 'reeden'?)"),
        ("reden", 'door = "Anne"\nreden', "'door' is onbekend"),
    ],
)
def test_a_wrong_wish_in_the_settings_is_refused(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(DataRefused) as refused:
        read(tmp_path, STATED.replace(old, new))
    assert told in str(refused.value)
    assert str(refused.value).startswith("voorkant.toml, [[regel_uit]] nummer 1")


def test_a_rule_is_switched_off_once(tmp_path: Path) -> None:
    with pytest.raises(DataRefused, match=r"nummer 2.*al uit"):
        read(tmp_path, STATED * 2)


@pytest.mark.parametrize("reason", ["mail naar a@b.nl", "zie 111-222-333", "twee\nregels", "vreemd \x7f teken"])
def test_a_reason_stays_readable_and_names_nobody(reason: str) -> None:
    assert objection_to(reason)


def test_an_ordinary_reason_may_hold_numbers() -> None:
    assert objection_to('Besluit 2025-14 van 1 mei 2025: "begindatum" is 20250501.') == ""


def test_the_page_can_switch_off_and_on(tmp_path: Path) -> None:
    home = Home(tmp_path)
    switch_off(home, WISH)
    assert rules_off(home, ()) == (WISH,)
    assert WISH.from_page
    switch_on(home, WISH)
    assert rules_off(home, ()) == ()


def test_a_reason_with_quotes_reads_back(tmp_path: Path) -> None:
    home, wish = (
        Home(tmp_path),
        RuleOff("ojg_contacten", "datum_toekomst", 'Zie "besluit" \\ 3 é', "Anne", "2026-11-23"),
    )
    switch_off(home, wish)
    assert rules_off(home, ()) == (wish,)


def test_what_the_settings_state_goes_before_the_page(tmp_path: Path) -> None:
    stated = RuleOff(WISH.source, WISH.rule, "In de instellingen.")
    switch_off(Home(tmp_path), WISH)
    assert rules_off(Home(tmp_path), (stated,)) == (stated,)
    assert not stated.from_page


@pytest.mark.parametrize(("rule", "reason"), [("bsn", "Mag wel."), ("datum_toekomst", "")])
def test_the_page_cannot_switch_off_what_stays_on_or_without_a_reason(tmp_path: Path, rule: str, reason: str) -> None:
    with pytest.raises(Problem):
        switch_off(Home(tmp_path), RuleOff("ojg_contacten", rule, reason, "Anne", "2026-11-23"))
    assert not (tmp_path / "work").exists()


def test_a_source_knows_which_of_its_checks_are_off() -> None:
    found = without_rules(SOURCES, [WISH, RuleOff(WISH.source, "eind_voor_begin", "Ingetrokken.")])
    assert set(found["ggz_verwijzingen"].rules_off) == {"datum_toekomst", "eind_voor_begin"}
    assert found["ojg_contacten"].rules_off == {}


@pytest.mark.parametrize(("who", "where"), [("", "voorkant.toml"), ("Anne", "work/rules")])
def test_an_unknown_source_names_the_nearest_and_where_it_is_said(who: str, where: str) -> None:
    with pytest.raises(DataRefused, match=f"{where}.*Bedoeld: 'ggz_verwijzingen'"):
        without_rules(SOURCES, [RuleOff("ggz_verwijzing", "datum_toekomst", "Gepland.", who)])
