"""Answers from a publication: whatever is asked of whichever gemeente, three sentences at most, and a public file."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests import pilots
from tests.unit.report.test_council import SETTING, place
from voorkant.cube.reader import Cube
from voorkant.declare.questionfile import Question
from voorkant.domain.selection import Selection
from voorkant.report.councilparts import places
from voorkant.text.council import MOST_LINES
from voorkant.ui import cache, own
from voorkant.ui.panels import download
from voorkant.ui.questions import answering, behind, keeping
from voorkant.ui.questions.pictures import bars

CHOSEN = Selection("GM9901", "GM9901", "gemeente", "year", "ojg", "contacten", "verwijzingen_sggz")
GROUPS = Question("leeftijden", "Hoe oud?", "parts", ("verwijzingen_sggz",), split="age_group")
PLACES = Question("wijken-2", "Waar?", "places", ("contacten", "verwijzingen_sggz"), programme="ojg")


@pytest.fixture(autouse=True)
def _bare(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own, "left_out", frozenset)


@pytest.mark.parametrize("gemeente", ["GM9901", "GM9902", "GM9903"])
def test_every_preset_question_has_an_answer_or_a_need(gemeente):
    questions = keeping.here(gemeente).values()
    found = answering.all_of(questions, replace(CHOSEN, gemeente=gemeente, area=gemeente))
    assert len(found) == 12
    for item in found.values():
        assert 1 <= len(item.lines) <= MOST_LINES
        assert item.text.endswith(".")
        assert item.label.words
        assert item.picture is None or item.picture.sentence == item.text


def test_questions_of_all_programmes_are_read_at_once_and_answered_as_if_alone(monkeypatch):
    visits = [Question(name, "Hoeveel?", "level", ("contacten",), programme=name) for name in ("ojg", "sjb")]
    questions = [*keeping.here("GM9901").values(), *visits]
    alone = {item.slug: answering.all_of([item], CHOSEN)[item.slug] for item in questions}
    asked, read = [], Cube.rows
    monkeypatch.setattr(Cube, "rows", lambda cube, panel, **about: asked.append(panel) or read(cube, panel, **about))
    cache.forget()
    found = answering.all_of(questions, CHOSEN)
    assert asked.count("figure") == 2  # of the gemeente, and of what is around it
    assert found["ojg"].text != found["sjb"].text
    assert {slug: item.digest for slug, item in found.items()} == {slug: item.digest for slug, item in alone.items()}


def test_an_answer_is_public_whatever_the_screen_shows():
    slug = "verwijzingen"
    [found] = answering.all_of([keeping.here("GM9901")[slug]], CHOSEN).values()
    assert found.figure.publication.protection == "openbaar"
    assert [mark.number for mark in found.picture.events] == list(range(1, len(found.picture.events) + 1))


def test_a_comparison_stands_beside_the_region_or_else_the_country():
    asked = [Question("a", "A?", "compare", ("verwijzingen_sggz",)), keeping.here("GM9901")["vergelijken"]]
    region, country = answering.all_of(asked, CHOSEN).values()
    assert [line.name for line in region.picture.series] == ["Aldermeer", "de regio"]
    assert [line.name for line in country.picture.series] == ["Aldermeer", "Nederland"]


def test_a_pilot_is_one_of_the_gemeente():
    effect = Question("a", "A?", "effect", programme="ojg")
    named, elsewhere = replace(effect, slug="b", pilot=pilots.YOUNG), replace(effect, slug="c", pilot=pilots.ELSEWHERE)
    found = answering.all_of([effect, named, elsewhere], CHOSEN)
    assert found["a"].pilot.declared.slug == pilots.FALL
    assert found["b"].label.words == "Nog geen oordeel"
    assert "geen pilot om naar te kijken" in found["c"].text


def test_the_table_of_a_picture_is_a_public_file():
    [found] = answering.all_of([GROUPS], CHOSEN).values()
    wanted = answering.asked(GROUPS, CHOSEN)
    files = behind.account(GROUPS, found, {}, wanted).files
    assert files.internal is None
    lines = download.public_file(files.public(), download.FORMATS[0]).decode("utf-8-sig").splitlines()
    assert lines[0].startswith('"Groep";"Aantal";"Deel van het geheel"') or lines[0].startswith("Groep;Aantal")
    assert len(lines) == 1 + 3
    assert "openbaar" in lines[1]
    assert bars(found, found.picture).count("<li>") == 3


def test_wijken_have_two_bars_each_and_too_few_have_none():
    [few] = answering.all_of([PLACES], CHOSEN).values()
    assert "te weinig wijken" in few.text
    rows = [place(str(number), 10.0 - number, number, 4 - number) for number in range(1, 4)]
    found = places(rows, SETTING, 6)
    drawn = bars(found, found.picture)
    assert drawn.count("<li>") == 3
    assert drawn.count("vk-bar-track") == 6
    assert "inzet 10,0" in drawn
