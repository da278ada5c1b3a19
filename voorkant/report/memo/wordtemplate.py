"""The templates that Voorkant ships: one for each kind of memo, made here so that they can be read and changed."""

import io
from functools import lru_cache
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from voorkant.declare.memofile import KINDS
from voorkant.report.memo.layout import TO
from voorkant.report.memo.package import SINCE, timeless
from voorkant.report.memo.wordtext import CELL, LOOKS, SMALL, field, styled

HEAD_WIDTHS = (Cm(3.2), Cm(12.8))
FONT, BLUE = "Calibri", RGBColor(0x1D, 0x3F, 0x63)
LINES = (("Onderwerp", "{{ titel }}"), ("Gemeente", "{{ gemeente }}"), ("Periode", "tot en met {{ periode }}"),
         ("Peildatum", "{{ peildatum }}"), ("Kenmerk", "{{ kenmerk }}"))  # fmt: skip


@lru_cache(maxsize=len(KINDS))
def template(kind: str) -> bytes:
    """A .docx with fields. KeyError for a kind that is none."""
    above = TO[kind]
    document = docx.Document()
    _dutch(document)
    _page(document)
    _around(document)
    title = document.add_paragraph("{{ soort }}", style="Title")
    title.paragraph_format.space_after = Pt(4)
    mark = document.add_paragraph(style=styled(document, SMALL))
    mark.add_run("{{ concept }}").bold = True
    _head(document, (*above, *LINES))
    document.add_paragraph()
    document.add_paragraph("{{ inhoud }}")
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())


def _dutch(document: Document) -> None:
    """Language, letters and headings of the whole document."""
    styles = document.styles
    defaults = styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    language = OxmlElement("w:lang")
    for key, value in (("val", "nl-NL"), ("eastAsia", "nl-NL"), ("bidi", "ar-SA")):
        language.set(qn(f"w:{key}"), value)
    defaults.append(language)
    styles["Normal"].font.size = Pt(10.5)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    styles["Normal"].paragraph_format.line_spacing = 1.1
    for name, size in (("Normal", 0), ("Title", 22), ("Heading 1", 15), ("Heading 2", 12)):
        _lettered(styles[name], size)
    for look in dict.fromkeys([*LOOKS.values(), SMALL, CELL]):
        styled(document, look)
    styles["Caption"].font.color.rgb, styles["Caption"].font.size = BLUE, Pt(9.5)
    _settings(document.settings.element)
    core = document.core_properties
    core.author, core.title, core.comments, core.language = "Voorkant", "", "", "nl-NL"
    core.created = core.modified = SINCE.replace(tzinfo=None)
    for key, rel in list(document.part.package.rels.items()):
        if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            document.part.package.rels.pop(key)


def _settings(settings: Any) -> None:
    """Of the empty document that this begins with: Dutch in place of English, and what the standard asks of it."""
    for name, key, value in (("zoom", "percent", "100"), ("themeFontLang", "val", "nl-NL"),
                             ("decimalSymbol", "val", ","), ("listSeparator", "val", ";")):  # fmt: skip
        settings.find(qn(f"w:{name}")).set(qn(f"w:{key}"), value)


def _lettered(style: Any, size: int) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)
    if size:
        style.font.size, style.font.color.rgb, style.font.bold = Pt(size), BLUE, True


def _page(document: Document) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    page.top_margin, page.bottom_margin = Cm(2.3), Cm(2.2)


def _around(document: Document) -> None:
    """Above every page whose it is and whether it is a concept; below it the code and the page."""
    page = document.sections[0]
    head = page.header.paragraphs[0]
    head.style = document.styles[styled(document, SMALL)]
    head.add_run("{{ gemeente }} · {{ soort }} {{ concept }}")
    foot = page.footer.paragraphs[0]
    foot.style, foot.alignment = document.styles[styled(document, SMALL)], WD_ALIGN_PARAGRAPH.RIGHT
    foot.add_run("Kenmerk {{ kenmerk }} · openbare cijfers · pagina ")
    field(foot, " PAGE ", "1")


def _head(document: Document, lines: tuple[tuple[str, str], ...]) -> None:
    """The lines above a memo, as a table of two columns without borders."""
    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    for column, width in zip(table.columns, HEAD_WIDTHS, strict=True):
        column.width = width
    for term, words in lines:
        row = table.add_row()
        for cell, width in zip(row.cells, HEAD_WIDTHS, strict=True):
            cell.width = width
        row.cells[0].paragraphs[0].add_run(term).bold = True
        row.cells[1].paragraphs[0].add_run(words)
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.space_after = Pt(1)
