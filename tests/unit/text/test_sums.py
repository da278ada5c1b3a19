"""A sum says what it can be, and never leaves out the truth."""

import re
from types import SimpleNamespace as Part

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorkant.text.sums import ADDITIVE, Total, total

CELLS = st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 40), st.integers(0, 40)), max_size=30)


@given(CELLS)
def test_the_truth_lies_within_what_is_said(cells: list[tuple[int, int, int]]) -> None:
    truth = sum(count for count, _, _ in cells)
    parts = [Part(numerator_low=max(0, count - below), numerator_high=count + above) for count, below, above in cells]
    found = total(parts, "verwijzingen")
    assert found.high is not None
    assert found.low <= truth <= found.high
    said = [int(text.replace(".", "")) for text in re.findall(r"\d[\d.]*", found.words)]
    low, high = (said[0] - said[1], said[0] + said[1]) if "plus of min" in found.words else (said[0], said[-1])
    assert low <= truth <= high


def test_it_is_said_with_its_margin() -> None:
    shown = [Part(numerator_low=617, numerator_high=621), Part(numerator_low=611, numerator_high=631)]
    assert total(shown, "contacten").words == "1.240, plus of min 12"
    assert total([], "euro").words == "0"
    assert Total(40, 40).words == "40"
    assert Total(0, 8).words == "0 tot 8"
    assert Total(40, None).words == "ten minste 40"


def test_a_hidden_cell_counts_as_its_range() -> None:
    hidden = [Part(numerator_low=0, numerator_high=4), Part(numerator_low=11, numerator_high=13)]
    assert total(hidden, "trajecten") == Total(11, 17)
    unknown = [Part(numerator_low=0, numerator_high=None), Part(numerator_low=11, numerator_high=13)]
    assert total(unknown, "trajecten") == Total(11, None)
    assert total([Part(numerator_low=None, numerator_high=None)], "trajecten") == Total(0, None)


@pytest.mark.parametrize("counts", ["jeugdigen", "leerlingen", "gezinnen", "iets nieuws"])
def test_people_are_not_added(counts: str) -> None:
    assert counts not in ADDITIVE
    with pytest.raises(ValueError, match="do not add up"):
        total([], counts)
