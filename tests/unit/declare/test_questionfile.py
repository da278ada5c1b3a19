"""Questions of the council: ours, the municipality's and those of the page; and who looked at an answer."""

from dataclasses import replace

import pytest

from voorkant.declare import checkedfile
from voorkant.declare.checkedfile import Checked, read_checked
from voorkant.declare.home import Home
from voorkant.declare.questionfile import Question, keep, read_questions, remove
from voorkant.domain.problem import DataRefused, Problem

QUESTION = Question(
    "", "Stijgt het?", "trend", ("contacten",), programme="ojg", gemeente="GM9901", who="Anne", day="2026-11-26"
)
CHECKED = Checked("minder-ggz", "GM9901", "000001", "abc", "Anne", "2026-11-26")


@pytest.fixture
def home(tmp_path) -> Home:
    return Home(tmp_path)


def test_the_preset_questions_come_first_and_in_their_order(home):
    keep(home, QUESTION)
    found = read_questions(home)
    assert len(found) == 13
    assert [item.place for item in found[:12]] == list(range(1, 13))
    assert found[-1] == replace(QUESTION, slug="vraag-stijgt-het")
    assert found[-1].kept
    assert not found[0].kept
    remove(home, "vraag-stijgt-het")
    assert len(read_questions(home)) == 12


def test_the_municipality_wins_over_ours(home):
    (home.path / "questions").mkdir()
    (home.path / "questions" / "inzet.toml").write_text(
        'title = "Anders?"\nindicators = ["contacten"]\nanswer = "level"\n', encoding="utf-8"
    )
    assert {item.slug: item.title for item in read_questions(home)}["inzet"] == "Anders?"


@pytest.mark.parametrize(
    ("change", "said"),
    [({"title": "Geen vraag"}, "vraagteken"), ({"title": "x" * 160 + "?"}, "hoogstens 160"),
     ({"title": "Hoe gaat het met 06 12 34 56 78?"}, "persoonsgegeven"), ({"answer": "anders"}, "Kies waar"),
     ({"period": "month"}, "per welke periode"), ({"area": "../x"}, "bestaat niet"),
     ({"indicators": ("../x",)}, "bestaat niet"), ({"indicators": ()}, "Kies de maat"),
     ({"answer": "places"}, "Kies twee maten"), ({"answer": "parts"}, "welke groepen"),
     ({"answer": "effect", "programme": ""}, "welke pilot")],
)  # fmt: skip
def test_what_cannot_be_answered_is_not_kept(home, change, said):
    with pytest.raises(Problem, match=said):
        keep(home, replace(QUESTION, **change))
    assert len(read_questions(home)) == 12


def test_a_damaged_question_names_its_file(home):
    name = keep(home, QUESTION)
    path = home.work / "questions" / f"{name}.toml"
    path.write_text(path.read_text().replace("Stijgt het?", "Stijgt het"), encoding="utf-8")
    with pytest.raises(DataRefused, match=f"{name}.toml: Schrijf een vraag"):
        read_questions(home, strict=True)
    assert name not in [item.slug for item in read_questions(home)]


def test_a_mark_is_kept_once_and_holds_for_the_same_answer(home):
    checkedfile.keep(home, CHECKED)
    checkedfile.keep(home, replace(CHECKED, who="Bas"))
    checkedfile.keep(home, replace(CHECKED, gemeente="GM9902"))
    found = read_checked(home)
    assert set(found) == {("GM9901", "minder-ggz"), ("GM9902", "minder-ggz")}
    mark = found["GM9901", "minder-ggz"]
    assert (mark.who, mark.holds("abc"), mark.holds("abd")) == ("Bas", True, False)
    checkedfile.remove(home, "GM9901", "minder-ggz")
    assert set(read_checked(home)) == {("GM9902", "minder-ggz")}
