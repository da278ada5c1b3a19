"""Drafts of memos: read back as they were kept, of their own user alone, and refused with what is wrong."""

from dataclasses import replace

import pytest

from voorkant.declare.home import Home
from voorkant.declare.memofile import ORDERS, Draft, Text, folders, keep, moved, read_drafts, remove
from voorkant.declare.userfolder import Owner
from voorkant.domain.problem import DataRefused, Problem

DRAFT = Draft(
    "", "Jeugdhulp in 2025", "raadsbrief", "GM9901", "2025", "2022", ("ojg:contacten", ":verwijzingen_sggz"), False,
    ("ojg",), ("leeftijd",), ("2025-verhaal",), ORDERS["raadsbrief"], (Text("kern", "Een 'zin'\nen \"meer\".", "abc"),),
    concept=False, editable=True, day="2026-11-26",
)  # fmt: skip

ANNE = Owner("Anne de Vries")


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path)


def test_a_draft_is_read_back_as_it_was_kept(home):
    name = keep(home, ANNE, DRAFT)
    assert read_drafts(home, ANNE) == {name: replace(DRAFT, name=name)}
    assert keep(home, ANNE, DRAFT) != name
    assert read_drafts(home, Owner("Bram")) == {}
    remove(home, ANNE, name)
    assert name not in read_drafts(home, ANNE)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"title": " "}, "titel"),
        ({"kind": "roman"}, "soort stuk"),
        ({"gemeente": "../x"}, "gemeente"),
        ({"period": "ooit"}, "onbekende periode"),
        ({"since": "2026"}, "eerste periode"),
        ({"since": "2025-Q1"}, "eerste periode"),
        ({"measures": ("zonder dubbele punt",)}, "maten"),
        ({"measures": tuple(f":maat{n}" for n in range(9))}, "hoogstens 8 maten"),
        ({"pilots": ("../x",)}, "pilot"),
        ({"order": ("kern", "kern")}, "twee keer"),
        ({"order": ("niets",)}, "Een onderdeel bestaat niet"),
        ({"texts": (Text("kern", "x" * 4001),)}, "korter dan 4000"),
        ({"texts": (Text("kern", "Bel 06-12345678"),)}, "persoonsgegeven"),
    ],
)
def test_what_cannot_be_kept_is_said(home, given, said):
    with pytest.raises(Problem, match=said):
        keep(home, ANNE, replace(DRAFT, **given))


def test_a_damaged_file_is_refused(home):
    name = keep(home, ANNE, DRAFT)
    path = folders(home).read(ANNE) / f"{name}.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('period = "2025"', 'period = "ooit"'), encoding="utf-8")
    with pytest.raises(DataRefused, match="onbekende periode"):
        read_drafts(home, ANNE)


def test_parts_move_and_stop_at_the_ends():
    assert moved(("a", "b", "c"), "a", 1) == ("b", "a", "c")
    assert moved(("a", "b", "c"), "a", -1) == ("a", "b", "c")
    assert moved(("a", "b", "c"), "c", 1) == ("a", "b", "c")


def test_a_proposal_is_kept_as_no_text_at_all():
    assert DRAFT.with_text("kern", "", "abc").texts == ()
    assert DRAFT.with_text("kern", "Nieuw.", "abc").text("kern") == Text("kern", "Nieuw.", "abc")
    assert DRAFT.pairs == [("ojg", "contacten"), ("", "verwijzingen_sggz")]
