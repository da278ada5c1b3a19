"""The closed vocabularies: every code has words, and a small count its threshold."""

import pytest

from voorkant.domain.protection import Reason, Status
from voorkant.text.reasons import COMPARISON, REASON, SPC, STATUS, SYMBOL, TREND, Small, reason_words, status_words


def test_every_code_has_words():
    assert set(REASON) == set(Reason)
    assert set(STATUS) == set(Status)
    assert set(SYMBOL) == set(COMPARISON)


@pytest.mark.parametrize(("threshold", "words"), [(5, "minder dan 5"), (10, "minder dan 10 (afgerond)")])
def test_a_small_count_names_its_threshold_and_openbaar_that_it_was_rounded(threshold, words):
    assert reason_words("klein", small=Small(threshold, rounded=threshold == 10)) == words


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
    assert reason_words("klein", small=Small(5, rounded=False), counts=counts) == f"minder dan 5 {words}"


def test_a_small_published_count_names_the_rule_of_the_cbs():
    assert reason_words("klein", small=Small(5, rounded=False), published=True) == "minder dan 10 (CBS)"
    assert reason_words("geen_cijfer", small=Small(5, rounded=False), published=True) == "geen cijfer"


def test_of_what_was_counted_the_denominator_is_missing():
    small = Small(5, rounded=False)
    assert reason_words("niet_geleverd", small=small) == "niet geleverd"
    assert reason_words("niet_geleverd", small=small, counted=True) == "noemer niet geleverd"
    assert reason_words("geen_cijfer", small=small, counted=True) == "geen cijfer"


def test_an_unknown_code_is_an_error_not_a_blank():
    with pytest.raises(ValueError, match="onbekend"):
        reason_words("onbekend", small=Small(5, rounded=False))
    with pytest.raises(ValueError, match="klaar"):
        status_words("klaar")


def test_words_are_different_from_each_other():
    for table in (REASON, STATUS, COMPARISON, SYMBOL, TREND, SPC):
        assert len(set(table.values())) == len(table)
