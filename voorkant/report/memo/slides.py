"""A memo as slides: one for each finding, with a chart that can be edited and what to say in the speaker notes."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Cm, Pt

from voorkant.charts import palette
from voorkant.charts.office import native
from voorkant.charts.picture import png
from voorkant.report.memo import reading
from voorkant.report.memo.description import Heading, Memo, Shown, Words
from voorkant.report.memo.natives import TYPES, data, dressed
from voorkant.report.memo.package import made_at, timeless
from voorkant.text.memo import CONCEPT

WIDE, HIGH, EDGE = Cm(33.867), Cm(19.05), Cm(1.6)
TITLE_ONLY = 5
"""The layout with a title alone, of the presentation that comes with python-pptx."""
ACROSS, DOWN, BETWEEN = 105, 18, 0.3
"""Of points on a slide: how many letters and lines fit there, and the room between two in lines."""
SIZES = ((15, 38, 19), (12, 48, 25))
"""Of the words beside a chart: how large, and then how many letters and lines fit there."""


def write(memo: Memo) -> bytes:
    """The same bytes for the same memo."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE, HIGH
    about, core = memo.about, deck.core_properties
    core.title, core.author, core.language, core.subject = about.title, about.place, "nl-NL", about.kind
    core.created = core.modified = made_at(about.made)
    core.last_modified_by, core.comments = about.place, f"Voorkant {about.version}, {about.code}"
    _opening(deck, memo)
    if lines := _points(memo, "kern"):
        _listed(deck, memo, "De kern", lines)
    for pilot, lines in _pilots(memo):
        _listed(deck, memo, f"Werkt het? {pilot}", lines)
    for shown, said in _findings(memo):
        _finding(deck, memo, shown, said)
    for section, key in (("onbekend", "Wat niet bekend is"), ("verantwoording", "Verantwoording")):
        if lines := _points(memo, section):
            _listed(deck, memo, key, lines)
    out = io.BytesIO()
    deck.save(out)
    return timeless(out.getvalue())


def _points(memo: Memo, key: str) -> list[str]:
    """What of a part stands on a slide: its points, and of the account everything."""
    looks = {"punt"} | ({"gewoon"} if key == "verantwoording" else set())
    return [words.text for section, words in memo.words if section.key == key and words.look in looks]


def _pilots(memo: Memo) -> Iterator[tuple[str, list[str]]]:
    """Of each pilot its verdict, why where no chart says more, and what was looked at beside it."""
    found: dict[str, tuple[str, list[str]]] = {}  # by its name in files: two may have one title
    under = slug = ""
    for section, block in memo.blocks():
        match block:
            case _ if section.key != "pilots":
                continue
            case Heading():
                under = block.text
            case Words(look="oordeel"):
                slug = _slug(block)
                found[slug] = under, [block.text]
            case Words(look="punt"):
                lines = found[slug][1]
                lines += [block.text] if f"{under}:" in lines else [f"{under}:", block.text]
            case Words() if slug == _slug(block) and under == found[slug][0]:
                found[slug][1].append(block.text)
            case Shown():
                del found[slug][1][1:]
    yield from found.values()


def _slug(block: Words) -> str:
    """`pilot:ojg-olievlek:vraag`"""
    return block.key.split(":")[1]


def _findings(memo: Memo) -> Iterator[tuple[Shown, list[str]]]:
    """Each picture with the sentences that stand before it under the same heading."""
    for section in memo.sections:
        said: list[str] = []
        for block in section.blocks:
            match block:
                case Heading():
                    said = []
                case Words():
                    said.append(block.text)
                case Shown():
                    yield block, said


def _slide(deck: Any, memo: Memo, title: str) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    place = slide.shapes.title
    place.left, place.top, place.width, place.height = EDGE, Cm(0.9), WIDE - 2 * EDGE, Cm(2.2)
    _text(place.text_frame, [title], TITLE)
    about = memo.about
    mark = f" · {CONCEPT}" if about.concept else ""
    foot = slide.shapes.add_textbox(EDGE, HIGH - Cm(1.3), WIDE - 2 * EDGE, Cm(0.9))
    told = f"{about.place} · {about.kind}{mark} · openbare cijfers · kenmerk {about.code}"
    _text(foot.text_frame, [told], FOOT)
    return slide


@dataclass(frozen=True)
class Letters:
    """How text looks on a slide; `points`: with a dot before each line."""

    size: int
    bold: bool = False
    colour: str = palette.INK
    points: bool = False


TITLE, FOOT = Letters(26, bold=True, colour=palette.ACCENT), Letters(11, colour=palette.MUTED)


def _text(frame: Any, lines: Sequence[str], look: Letters) -> None:
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
        paragraph.space_after, paragraph.alignment = Pt(6), PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = f"• {line}" if look.points and not line.endswith(":") else line
        run.font.size, run.font.bold, run.font.name = Pt(look.size), look.bold, "Calibri"
        run.font.color.rgb = RGBColor.from_string(look.colour[1:].upper())
        run.font._element.set("lang", "nl-NL")


def _opening(deck: Any, memo: Memo) -> None:
    about = memo.about
    slide = _slide(deck, memo, about.title)
    box = slide.shapes.add_textbox(EDGE, Cm(5), WIDE - 2 * EDGE, Cm(7))
    lines = [
        about.kind,
        f"{about.place}, tot en met {about.period}",
        f"Peildatum {about.until}, publicatie {about.publication}",
    ]
    _text(box.text_frame, lines, Letters(20))


def _listed(deck: Any, memo: Memo, title: str, lines: Sequence[str]) -> None:
    for number, page in enumerate(_pages(lines)):
        slide = _slide(deck, memo, f"{title} (vervolg)" if number else title)
        box = slide.shapes.add_textbox(EDGE, Cm(3.4), WIDE - 2 * EDGE, HIGH - Cm(5.2))
        _text(box.text_frame, page, Letters(16, points=True))


def _pages(lines: Sequence[str]) -> Iterator[list[str]]:
    """What fits on a slide together; a line that leads to others is not the last."""
    page: list[str] = []
    for line in lines:
        if page and sum(ceil(len(one) / ACROSS) + BETWEEN for one in (*page, line)) > DOWN:
            leads = [page.pop()] if len(page) > 1 and page[-1].endswith(":") else []
            yield page
            page = leads
        page.append(line)
    if page:
        yield page


def _finding(deck: Any, memo: Memo, shown: Shown, said: Sequence[str]) -> None:
    """Left the chart, right what it says; in the notes all that belongs to it."""
    about, made = shown.picture, native(shown.picture, shown.bars)
    slide = _slide(deck, memo, about.title)
    place = EDGE, Cm(3.4), Cm(20), HIGH - Cm(6.4)
    if made:
        frame = slide.shapes.add_chart(TYPES[made.kind], *place, data(made))
        dressed(frame.chart, made)
    else:
        frame = slide.shapes.add_picture(io.BytesIO(png(about, shown.bars) or b""), *place[:3])
        _within(frame, place[3])
    _named(frame, about.title, about.alt)
    box = slide.shapes.add_textbox(Cm(22.2), Cm(3.4), WIDE - Cm(22.2) - EDGE, HIGH - Cm(6.4))
    lines, size = _beside(said or [about.sentence])
    _text(box.text_frame, lines, Letters(size))
    source = slide.shapes.add_textbox(EDGE, HIGH - Cm(2.9), WIDE - 2 * EDGE, Cm(1.5))
    _text(source.text_frame, [reading.source(about)], FOOT)
    notes = [*said, reading.marks(about), reading.source(about), f"Noemer: {about.denominator}."]
    slide.notes_slide.notes_text_frame.text = "\n".join(filter(None, notes))


def _within(frame: Any, high: int) -> None:
    """A picture that is too high becomes smaller, in its own shape: below it stands where it comes from."""
    if frame.height > high:
        frame.width, frame.height = round(frame.width * high / frame.height), high


def _beside(said: Sequence[str]) -> tuple[list[str], int]:
    """The sentences that fit beside a chart, and their size: a caveat at the end may not be the one that falls off."""
    made = [(_fitting(said, letters, most), size) for size, letters, most in SIZES]
    return next((one for one in made if len(one[0]) == len(said)), made[-1])


def _fitting(said: Sequence[str], letters: int, most: int) -> list[str]:
    ends = accumulate(ceil(len(line) / letters) + 0.5 for line in said)
    return [line for line, end in zip(said, ends, strict=True) if end <= most]


def _named(frame: Any, title: str, alt: str) -> None:
    properties = frame._element.xpath(".//p:cNvPr")[0]
    properties.set("title", title)
    properties.set("descr", alt)
