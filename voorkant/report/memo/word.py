"""A memo as a Word document, in a template of ours or of the municipality."""

import io
from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.shared import Cm, Pt

from voorkant.charts import office, picture
from voorkant.report.memo import reading
from voorkant.report.memo.description import Grid, Heading, Memo, Section, Shown, Words
from voorkant.report.memo.layout import LONG, stays
from voorkant.report.memo.package import made_at, timeless
from voorkant.report.memo.wordchart import chart
from voorkant.report.memo.wordcheck import opened, rendered
from voorkant.report.memo.wordtable import table
from voorkant.report.memo.wordtext import LOOKS, SMALL, Footnotes, caption, clean, contents, heading, paragraph
from voorkant.text.memo import CONCEPT

MARK = "\ue000{}\ue001"
"""What a field of the template becomes until the parts are put in its place."""
WIDE = Cm(13)


def write(memo: Memo, template: bytes) -> bytes:
    """The same bytes for the same memo and template. Problem for a template that cannot be used."""
    found = opened(template)
    rendered(found, fields(memo))
    document = found.docx
    _fill(document, memo)
    about, core = memo.about, document.core_properties
    core.title, core.author, core.language, core.subject = about.title, about.place, "nl-NL", about.kind
    core.created = core.modified = made_at(about.made)
    core.last_modified_by, core.revision, core.comments = about.place, 1, f"Voorkant {about.version}, {about.code}"
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())


def fields(memo: Memo) -> dict[str, Any]:
    """What a template may name."""
    about = memo.about
    return {
        "titel": about.title, "soort": about.kind, "gemeente": about.place, "periode": about.period,
        "peildatum": about.until, "publicatie": about.publication, "versie": about.version, "kenmerk": about.code,
        "link": about.link, "concept": CONCEPT if about.concept else "", "inhoud": MARK.format("inhoud"),
        "onderdelen": [{"kop": section.heading, "inhoud": MARK.format(section.key)} for section in memo.sections],
    }  # fmt: skip


def _fill(document: Document, memo: Memo) -> None:
    """Put the parts in the place of their marks; each is written at the end of the document and moved."""
    notes = Footnotes(document)
    read = [(place.text.strip(), place._p) for place in document.paragraphs]
    for text, place in read:
        if not text.startswith(MARK[0]):
            continue
        key = text.strip(MARK[0] + MARK[-1])
        whole = key == "inhoud"
        sections = [section for section in memo.sections if whole or section.key == key]
        for made in _written(document, sections, notes, headed=whole, editable=memo.about.editable):
            place.addprevious(made)
        place.getparent().remove(place)
    notes.store()


def _written(
    document: Document, sections: list[Section], notes: Footnotes, *, headed: bool, editable: bool
) -> Iterator[Any]:
    """The elements of these parts, in order."""
    if headed and len(sections) >= LONG:
        yield from (made._p for made in contents(document, [section.heading for section in sections]))
    for number, section in enumerate(sections, 1):
        if headed:
            yield heading(document, section.heading, level=1, bookmark=number)._p
        # LibreOffice leaves a heading alone at the foot of a page where two more are kept to each other below it
        for block, kept in stays(section, opening=False):
            match block:
                case Words():
                    yield from _words(document, block, notes, kept=kept)
                case Heading():
                    yield heading(document, block.text, level=2)._p
                case Shown():
                    yield from _picture(document, block, editable=editable)
                case Grid():
                    yield from _table(document, block)


def _words(document: Document, block: Words, notes: Footnotes, *, kept: bool) -> Iterator[Any]:
    lines = [line for line in block.text.splitlines() if line.strip()]
    for number, line in enumerate(lines):
        is_last = number == len(lines) - 1
        is_told = block.look == "verhaal"
        made = paragraph(document, line, SMALL if is_told and is_last else LOOKS[block.look])
        made.paragraph_format.keep_with_next = kept if is_last else is_told
        made.paragraph_format.keep_together = not block.note
        if block.note and is_last:
            made.paragraph_format.widow_control = False
            notes.add(made, block.note)
        yield made._p


def _picture(document: Document, block: Shown, *, editable: bool) -> Iterator[Any]:
    """The picture, or where Office has one a chart that can be edited; with alt text, caption and source."""
    place = document.add_paragraph()
    place.paragraph_format.keep_with_next = True
    place.paragraph_format.line_spacing, place.paragraph_format.space_after = 1.0, Pt(0)  # of so high a line much else
    made = office.native(block.picture, block.bars) if editable else None
    if made:
        chart(document, place, made, block.number)
    else:
        shape = place.add_run().add_picture(io.BytesIO(picture.png(block.picture, block.bars) or b""), width=WIDE)
        shape._inline.docPr.set("descr", clean(block.picture.alt))
        shape._inline.docPr.set("title", clean(block.picture.title))
    yield place._p
    named = caption(document, "Figuur", block.number, block.picture.title)
    named.paragraph_format.keep_with_next = True
    yield named._p
    told = [reading.marks(block.picture), reading.brief(block.picture)]
    source = paragraph(document, " ".join(filter(None, told)), SMALL)
    source.paragraph_format.keep_together = True
    yield source._p


def _table(document: Document, block: Grid) -> Iterator[Any]:
    """A caption above a table whose first row is repeated on every page."""
    of = f" (bij figuur {block.of})" if block.of else ""
    above = caption(document, "Tabel", block.number, f"{block.caption}{of}")
    above.paragraph_format.keep_with_next = True
    yield above._p
    yield table(document, block.caption, block.headers, block.lines)
    yield paragraph(document, "", SMALL)._p
