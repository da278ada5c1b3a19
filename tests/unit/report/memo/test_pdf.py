"""A PDF says which sign it cannot show; what a page of ours says it always can."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from voorkant.domain.problem import Problem
from voorkant.report.memo import pdf
from voorkant.report.memo.description import Grid, Heading, Memo, Section, Words


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


def test_wherever_a_page_ends_a_heading_its_words_their_note_and_a_picture_stay_whole(memo):
    [shown, *_] = memo.pictures
    told = (
        Words("b", "Zo begint dit deel."),
        Heading("De maat"),
        Words("c", "Dit is de zin.", note="Dit is de noot."),
        Words("d", "Hoe zeker is dit?", look="klein"),
        replace(shown, number=1),
    )
    turned = set()
    for lines in range(10, 46, 2):
        before = Section("kern", "De kern", tuple(Words("a", f"Regel {number}.") for number in range(lines)))
        made = pdf.write(Memo(memo.about, (before, Section("inzet", "Het deel", told))))
        pages = PdfReader(io.BytesIO(made)).pages
        said = [page.extract_text() for page in pages]
        led = ("Het deel", "Zo begint", "De maat", "Dit is de zin", "Dit is de noot", "Hoe zeker")
        found = {next(place for place, page in enumerate(said) if word in page) for word in led}
        assert len(found) == 1, lines
        [drawn] = [place for place, page in enumerate(pages) if b" c\n" in page.get_contents().get_data()]  # its points
        assert [word for word in ("Figuur", shown.picture.title[-9:], "Bron:") if word not in said[drawn]] == [], lines
        turned |= found
    assert turned == {0, 1}
