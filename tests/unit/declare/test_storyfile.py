"""Stories: kept with role, day and consent, and with nothing of a person."""

from dataclasses import replace
from datetime import date

import pytest

from voorkant.declare.home import Home
from voorkant.declare.storyfile import Story, keep, read_stories, remove
from voorkant.domain.problem import DataRefused, Problem

STORY = Story(
    "", "Na drie gesprekken\nging het weer.", "ouder", date(2025, 3, 1), "Mag in interne stukken.", "GM9901", "figuur",
    "contacten", public=False, who="Anne", day="2026-11-26",
)  # fmt: skip


@pytest.fixture
def home(tmp_path) -> Home:
    return Home(tmp_path)


def test_what_is_kept_is_read_back_the_newest_first(home):
    first = keep(home, STORY)
    second = keep(home, replace(STORY, told=date(2025, 9, 1), pin="pilot", pinned="ojg-olievlek"))
    assert (first, second) == ("2025-03-01-ouder-contacten", "2025-09-01-ouder-ojg-olievlek")
    assert [item.id for item in read_stories(home)] == [second, first]
    assert read_stories(home)[1] == replace(STORY, id=first)
    remove(home, first)
    assert [item.id for item in read_stories(home)] == [second]


@pytest.mark.parametrize(
    ("change", "said"),
    [({"text": " "}, "hoogstens 1000"), ({"text": "x" * 1001}, "hoogstens 1000"),
     ({"consent": ""}, "zonder toestemming"),
     ({"teller": "Jan"}, "Kies wie"), ({"gemeente": "Aa"}, "Kies bij welk"), ({"pinned": "../x"}, "Kies bij welk"),
     ({"text": "a\x07"}, "gewone letters"), ({"text": "Bel 06 12 34 56 78"}, "persoonsgegeven"),
     ({"consent": "BSN 111222333"}, "persoonsgegeven")],
)  # fmt: skip
def test_what_cannot_be_kept_is_said_and_not_written(home, change, said):
    with pytest.raises(Problem, match=said):
        keep(home, replace(STORY, **change))
    assert read_stories(home) == ()


def test_a_damaged_file_is_named(home):
    path = home.work / "stories" / f"{keep(home, STORY)}.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("Mag in interne stukken.", ""), encoding="utf-8")
    with pytest.raises(DataRefused, match=r"contacten.toml: Vul in wat er is afgesproken"):
        read_stories(home, strict=True)
    assert read_stories(home) == ()
