"""What stands beside a verdict has words for every code, and no verdict of its own."""

import re

import pytest

from voorkant.text.also import ALSO, CLEAR, NO_FIGURE, NOT_WATCHED, WATCHED, Also, Watched, also_words, watched_words

FORBIDDEN = re.compile(r"aantoonbaar|bewezen|significant|effect|dankzij|bespaar", re.IGNORECASE)


@pytest.mark.parametrize("code", ALSO)
@pytest.mark.parametrize("among", [1, 3])
def test_another_outcome_is_told_with_its_interval(code, among):
    said = also_words(Also("Alle verwijzingen", code, 0.8, 0.7, None), among=among)
    assert said.startswith("Alle verwijzingen: ")
    assert "0,80, tussen 0,70 en onbegrensd" in said
    assert not FORBIDDEN.search(said)
    assert ("meer uitkomsten" in said) == (code == "geen_verschil" and among > 1)


@pytest.mark.parametrize("code", NO_FIGURE)
def test_another_outcome_without_a_figure_says_why(code):
    assert (
        also_words(Also("Alle verwijzingen", code, None, None, None), among=2)
        == f"Alle verwijzingen: {NO_FIGURE[code]}."
    )


@pytest.mark.parametrize("name", WATCHED)
@pytest.mark.parametrize("code", CLEAR)
def test_what_is_watched_names_both_times(name, code):
    said = watched_words(Watched(name, code, 12.0, 10.0))
    assert CLEAR[code] in said
    assert said.index("12") < said.index("10", said.index("12"))
    assert not FORBIDDEN.search(said)


@pytest.mark.parametrize("code", NOT_WATCHED)
def test_what_cannot_be_watched_says_why(code):
    assert watched_words(Watched("nog_iets", code, None, None)) == f"Nog iets: {NOT_WATCHED[code]}."


def test_a_code_without_words_is_an_error():
    with pytest.raises(KeyError):
        also_words(Also("x", "anders", 1.0, 0.9, 1.1), among=1)
    with pytest.raises(KeyError):
        watched_words(Watched("crisis", "anders", None, None))
