"""The register of events: what is kept is read back, and nothing of a person is kept."""

from dataclasses import replace
from datetime import date

import pytest

from voorkant import ROOT
from voorkant.declare.eventfile import KINDS, KeptEvent, keep, read_events, remove
from voorkant.declare.home import Home
from voorkant.declare.source import read_sources
from voorkant.domain.problem import DataRefused, Problem

EVENT = KeptEvent(
    "2024-03-01-nieuw-contract", "Nieuw contract", date(2024, 3, 1), date(2024, 6, 30), "GM9901", "inkoop",
    'Met "aanhalingstekens".', "Raadsbesluit", "verwijzingen_sggz", breaks=True, public=False, who="Anne",
    day="2026-11-26",
)  # fmt: skip


@pytest.fixture
def home(tmp_path) -> Home:
    return Home(tmp_path)


def test_what_is_kept_is_read_back(home):
    later = replace(EVENT, id="later", title="Zwaan", start=date(2025, 1, 1), end=None)
    keep(home, later)
    keep(home, EVENT)
    assert read_events(home) == (EVENT, later)


@pytest.mark.parametrize("code", ["01000001", "12AB", "12AB00"])
def test_an_event_can_be_of_one_practice_or_school(home, code):
    keep(home, replace(EVENT, area=code))
    (found,) = read_events(home)
    assert (found.area, found.is_of_place) == (code, True)
    assert not EVENT.is_of_place


def test_kept_again_is_changed_and_removed_is_gone(home):
    keep(home, EVENT)
    keep(home, replace(EVENT, title="Ander contract"))
    assert [item.title for item in read_events(home)] == ["Ander contract"]
    remove(home, EVENT.id)
    remove(home, EVENT.id)
    assert read_events(home) == ()


def test_names_say_what_and_do_not_collide(home):
    named = replace(EVENT, id="", title="Één contract: nieuw!")
    assert keep(home, named) == "2024-03-01-een-contract-nieuw"
    assert keep(home, named) == "2024-03-01-een-contract-nieuw-2"
    assert keep(home, replace(named, title="?!")) == "2024-03-01"


@pytest.mark.parametrize(
    ("change", "said"),
    [({"title": "  "}, "Vul in"), ({"title": "x" * 101}, "korter"), ({"end": date(2023, 1, 1)}, "voor de eerste"),
     ({"area": "../x"}, "Het gebied"), ({"indicator": "a b"}, "Het gebied"), ({"kind": "feest"}, "Kies wat"),
     ({"title": "a\x07"}, "gewone letters"), ({"note": "Bel 06 12 34 56 78"}, "persoonsgegeven"),
     ({"source": "j.jansen@voorbeeld.nl"}, "persoonsgegeven"), ({"note": "BSN 111222333"}, "persoonsgegeven"),
     ({"id": "../x"}, "bestaat niet"), ({"area": "01000001", "public": True}, "blijft intern")],
)  # fmt: skip
def test_what_cannot_be_kept_is_said_and_not_written(home, change, said):
    with pytest.raises(Problem, match=said):
        keep(home, replace(EVENT, **change))
    assert read_events(home) == ()


def test_a_damaged_file_is_named(home):
    keep(home, EVENT)
    path = home.work / "events" / f"{EVENT.id}.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("start = 2024", "start = 2025"), encoding="utf-8")
    with pytest.raises(DataRefused, match=r"nieuw-contract.toml: De laatste dag ligt voor de eerste"):
        read_events(home, strict=True)
    assert read_events(home) == ()


def test_kinds_are_those_of_an_export():
    column = next(
        item for item in read_sources(ROOT / "data" / "sources")["gebeurtenissen"].columns if item.name == "soort"
    )
    assert set(KINDS) == {value for value, _ in column.values}
