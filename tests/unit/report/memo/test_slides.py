"""Slides: each verdict with the pilot that it is of, and no chart without its caveat."""

import io
from dataclasses import replace
from types import SimpleNamespace

import pytest
from pptx import Presentation

from voorkant.report.memo import slides
from voorkant.report.memo.description import Heading, Memo


@pytest.fixture(scope="module")
def told(memo):
    """Title -> words, of each slide."""
    deck = Presentation(io.BytesIO(slides.write(memo)))
    found = {}
    for slide in deck.slides:
        first, _foot, *others = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        found[first] = "\n".join(others)
    return found


def test_a_verdict_has_the_name_of_its_pilot_and_what_was_looked_at_beside_it(told):
    pilots = {title: words for title, words in told.items() if title.startswith("Werkt het? ")}
    assert len(pilots) == 2
    fall, refused = pilots.values()
    assert fall.startswith("• Oordeel: Aantoonbare daling.\nOok bekeken:\n• ")
    assert refused.startswith("• Oordeel: Nog geen uitspraak mogelijk.\n• ")
    assert "Wat helpt:" in refused


def test_two_pilots_with_one_title_each_have_a_slide(memo):
    titles = [title for title, _ in slides._pilots(memo)]
    named = dict.fromkeys(titles, "Twee keer")
    same = Memo(memo.about, tuple(
        replace(section, blocks=tuple(
            replace(block, text=named.get(block.text, block.text)) if isinstance(block, Heading) else block
            for block in section.blocks))
        for section in memo.sections))  # fmt: skip
    assert [title for title, _ in slides._pilots(same)] == ["Twee keer"] * 2
    assert [lines for _, lines in slides._pilots(same)] == [lines for _, lines in slides._pilots(memo)]


def test_beside_a_chart_stands_what_does_not_follow_from_it(told):
    [pilot] = [words for title, words in told.items() if "waargenomen en verwacht" in title]
    assert "Dit bewijst niet dat" in pilot


@pytest.mark.parametrize(
    ("sentences", "size"),
    [(["Kort."], 15), (["Een zin van zestig letters, die op een dia komt te staan. " * 5] * 3, 12)],
)
def test_longer_words_are_smaller(sentences, size):
    assert slides._beside(sentences) == (sentences, size)


def test_what_does_not_fit_stands_in_the_notes_alone():
    lines, size = slides._beside(["Een zin van vijftig letters, en dat tien keer. " * 10] * 5)
    assert (len(lines), size) == (2, 12)


@pytest.mark.parametrize(("shape", "fitted"), [((400, 300), (267, 200)), ((400, 150), (400, 150))])
def test_a_high_picture_leaves_room_for_its_source(shape, fitted):
    frame = SimpleNamespace(width=shape[0], height=shape[1])
    slides._within(frame, 200)
    assert (frame.width, frame.height) == fitted


def test_a_line_that_leads_to_others_is_never_the_last_of_a_slide():
    lines = ["een zin. " * 23, *["nog een."] * 11, "Let op:", "dit."]
    first, second = slides._pages(lines)
    assert (first[-1], second) == ("nog een.", ["Let op:", "dit."])
    assert list(slides._pages(lines[:3])) == [lines[:3]]
    assert list(slides._pages(["x" * 3000, "y"])) == [["x" * 3000], ["y"]]
    assert list(slides._pages([])) == []
