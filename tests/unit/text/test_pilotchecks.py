"""Every check that can be released has a sentence for every state."""

from dataclasses import replace

import pytest

from tests.unit.analysis.made import rolled_out
from voorkant.analysis.assess import Rules, assess
from voorkant.builder.pilot.estimates import UNTOLD
from voorkant.text.checks import State, checks
from voorkant.text.pilotchecks import CHECKS, check_words, left_out_words, mark


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("name", CHECKS)
def test_a_check_has_a_sentence_in_every_state(name, state):
    words = check_words(name, state, 0.25)
    assert words.endswith(".")
    assert "{" not in words


def test_a_value_is_told_as_it_is():
    assert check_words("maanden_erna", State.GOOD, 30.5) == "Bij de middelste eenheid zijn er 30,5 maanden na de start."
    assert check_words("maanden_erna", State.GOOD, 12.0) == "Bij de middelste eenheid zijn er 12 maanden na de start."
    assert check_words("kleinste_daling", State.GOOD, 0.26) == "Een daling vanaf 26% zou te zien zijn."


def test_a_check_without_words_is_an_error():
    with pytest.raises(ValueError, match="no words"):
        check_words("rang", State.NOTE, 1.0)
    assert "rang" in UNTOLD


def test_the_second_interval_is_held_against_the_first() -> None:
    found = assess(rolled_out(ratio=0.65, rate=3), Rules(draws=99))
    state = {check.name: check.status for check in checks(found)}
    assert state["interval_zonder_een"] is State.GOOD
    assert found.companions is not None
    doubtful = replace(found.companions, left_out=replace(found.companions.left_out, error=9.0))
    other = {check.name: check.status for check in checks(replace(found, companions=doubtful))}
    assert other["interval_zonder_een"] is State.WARNING
    refused = {check.name: check.status for check in checks(replace(found, finding=None))}
    assert refused["interval_zonder_een"] is State.NOTE


def test_a_state_has_a_sign_and_a_word():
    assert mark(State.GOOD) == ("✓", "in orde")
    assert mark(State.WARNING) == ("!", "let op")


def test_what_may_not_be_told_of_a_unit_left_out_is_not_told() -> None:
    assert left_out_words(None) == ""
