"""The closed vocabularies: every code has words, and a small count its threshold."""

import pytest

from voorkant.domain.protection import Reason, Status
from voorkant.text.reasons import COMPARISON, REASON, SPC, STATUS, SYMBOL, TREND, reason_words, status_words


def test_every_code_has_words():
    assert set(REASON) == set(Reason)
    assert set(STATUS) == set(Status)
    assert set(SYMBOL) == set(COMPARISON)


@pytest.mark.parametrize(("threshold", "words"), [(5, "minder dan 5"), (10, "minder dan 10")])
def test_a_small_count_names_its_threshold(threshold, words):
    assert reason_words("klein", threshold=threshold) == words


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ("jeugdigen", "jeugdigen"),
        ("leerlingen", "leerlingen"),
        ("contacten", "jeugdigen"),
        ("verwijzingen", "jeugdigen"),
    ],
)
def test_a_small_count_is_of_persons_whatever_is_counted(counts, words):
    assert reason_words("klein", threshold=5, counts=counts) == f"minder dan 5 {words}"


def test_a_small_published_count_names_the_rule_of_the_cbs():
    assert reason_words("klein", threshold=5, published=True) == "minder dan 10 (CBS)"
    assert reason_words("geen_cijfer", threshold=5, published=True) == "geen cijfer"


def test_an_unknown_code_is_an_error_not_a_blank():
    with pytest.raises(ValueError, match="onbekend"):
        reason_words("onbekend", threshold=5)
    with pytest.raises(ValueError, match="klaar"):
        status_words("klaar")


def test_words_are_different_from_each_other():
    for table in (REASON, STATUS, COMPARISON, SYMBOL, TREND, SPC):
        assert len(set(table.values())) == len(table)
