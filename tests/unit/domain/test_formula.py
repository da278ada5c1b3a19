"""No text of a file is run by a spreadsheet."""

import pytest

from voorkant.domain.formula import harmless
from voorkant.report.csvfile import csv_bytes


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1+1", "-2+3", "=1"])
def test_a_formula_becomes_text(text):
    assert harmless(text) == f"'{text}"
    assert f"'{text[:1]}".encode() in csv_bytes(["naam"], [[text]])


@pytest.mark.parametrize("text", ["Jansen-de Vries", "a=b", "", "2024-H1"])
def test_other_text_stays_as_it_is(text):
    assert harmless(text) == text
