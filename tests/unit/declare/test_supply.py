"""Agreements about deliveries: what they say, when the next one is due, and what a wrong one says."""

from datetime import date
from pathlib import Path

import pytest

from voorkant import ROOT
from voorkant.declare.settings import read_settings
from voorkant.declare.source import read_sources
from voorkant.declare.supply import Supply, check_supplies, supply_of
from voorkant.domain.problem import DataRefused

SOURCES = read_sources(ROOT / "data" / "sources")
STATED = '[[levering]]\nbron = "ggz_verwijzingen"\nleverancier = "Backoffice"\ntermijn = "kwartaal"\n'


def read(folder: Path, text: str) -> tuple[Supply, ...]:
    path = folder / "voorkant.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path).supplies


def test_an_agreement_is_read_with_its_defaults(tmp_path: Path) -> None:
    more = 'dagen = 14\ncontact = "data@backoffice.nl"\ngemeenten = ["GM9901"]\n'
    assert read(tmp_path, STATED) == (Supply("ggz_verwijzingen", "Backoffice", "kwartaal", 42),)
    assert read(tmp_path, STATED + more)[0].gemeenten == ("GM9901",)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"kwartaal"', '"kwartalen"', "Bedoeld: 'kwartaal'?"),
        ('"Backoffice"', '" "', "'leverancier' is leeg"),
        ("termijn", "dagen = -1\ntermijn", "0 of meer"),
        ("termijn", 'contact = "Jan Jansen"\ntermijn', "e-mailadres van de organisatie"),
        ("termijn", "dag = 3\ntermijn", "de sleutel 'dag' is onbekend. Bedoeld: 'dagen'?"),
    ],
)
def test_a_wrong_agreement_is_refused(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(DataRefused) as refused:
        read(tmp_path, STATED.replace(old, new))
    assert told in str(refused.value)
    assert str(refused.value).startswith("voorkant.toml, [[levering]] nummer 1")


def test_an_agreement_is_stated_once(tmp_path: Path) -> None:
    with pytest.raises(DataRefused, match="nummer 2: 'Backoffice' staat er al"):
        read(tmp_path, STATED * 2)


@pytest.mark.parametrize(
    ("source", "gemeenten", "told"),
    [("ggz_verwijzing", (), "Bedoeld: 'ggz_verwijzingen'?"), ("ervaringen", ("GM9901",), "heeft geen gemeentecode")],
)
def test_it_is_about_a_source_that_there_is(source: str, gemeenten: tuple[str, ...], told: str) -> None:
    with pytest.raises(DataRefused) as refused:
        check_supplies([Supply(source, "Backoffice", "jaar", gemeenten=gemeenten)], SOURCES)
    assert told in str(refused.value)


@pytest.mark.parametrize(
    ("term", "until", "code", "due"),
    [
        ("maand", date(2025, 12, 31), "2026-01", date(2026, 3, 14)),
        ("kwartaal", date(2025, 12, 31), "2026-Q1", date(2026, 5, 12)),
        ("kwartaal", date(2025, 11, 30), "2025-Q4", date(2026, 2, 11)),
        ("halfjaar", date(2025, 6, 30), "2025-H2", date(2026, 2, 11)),
        ("jaar", date(2025, 12, 30), "2025", date(2026, 2, 11)),
        ("schooljaar", date(2025, 7, 31), "2025/2026", date(2026, 9, 11)),
    ],
)
def test_the_next_delivery_is_the_first_period_that_is_not_whole(term: str, until: date, code: str, due: date) -> None:
    supply = Supply("ojg_contacten", "Backoffice", term)
    assert (supply.expected(until).code, supply.due(until)) == (code, due)


def test_a_supplier_is_named_only_where_it_is_certain() -> None:
    one, two, other = (Supply("a", "Een", "jaar"), Supply("a", "Twee", "jaar"), Supply("b", "Drie", "jaar"))
    assert supply_of(["a", "a"], [one, other]) == one
    assert supply_of(["a"], [one, two]) is None
    assert supply_of(["a", "b"], [one]) is None
    assert supply_of([None], [one]) is None
