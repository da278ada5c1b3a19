"""A PDF says which sign it cannot show; what a page of ours says it always can."""

from dataclasses import replace

import pytest

from voorkant.domain.problem import Problem
from voorkant.report.memo import pdf
from voorkant.report.memo.description import Grid, Memo, Section, Words


def short(memo, text):
    blocks = (Words("a", text), Grid("Maten", ("Maat", "2025"), ((text, text),)))
    return Memo(replace(memo.about, title="Kort"), (Section("kern", "De kern", blocks),))


def test_the_signs_of_our_pages_can_be_shown(memo):
    assert pdf.write(short(memo, "✕ geen gegevens ▲ ● ▼ ○ ✓ × ≈ → €")).startswith(b"%PDF")


def test_a_sign_that_it_lacks_is_named(memo):
    with pytest.raises(Problem, match="het teken ‘🙂’ kan er niet in staan"):
        pdf.write(short(memo, "Goed 🙂"))


def test_what_else_goes_wrong_is_told_as_it_is():
    assert pdf._objection("unknown variable").startswith("unknown variable. Meld dit bij de beheerder")
