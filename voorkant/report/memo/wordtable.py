"""A table in a Word document: a header row that is repeated, columns as wide as their words, no row over two pages."""

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from voorkant.report.memo.layout import kept, widths
from voorkant.report.memo.wordtext import CELL, clean, styled

WIDTH = 9070
"""Twentieths of a point between the margins of an A4."""
EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="AEB8C2"/>' for side in ("top", "bottom", "insideH")
)


def table(document: Document, told: str, headers: Sequence[str], lines: Sequence[Sequence[str]]) -> Any:
    """The element of a table; `told` is its title for who cannot see it."""
    letters = widths(headers, lines)
    wide = [WIDTH * count // sum(letters) for count in letters]
    style = document.styles[styled(document, CELL)].style_id
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in wide)
    stays = kept(headers, lines)
    rows = _row(headers, wide, (style, stays[0]), head=True)
    rows += "".join(_row(line, wide, (style, stay)) for line, stay in zip(lines, stays[1:], strict=True))
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(wide)}" w:type="dxa"/><w:tblBorders>{EDGES}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val={quoteattr(clean(told))}/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(line: Sequence[str], columns: Sequence[int], look: tuple[str, bool], *, head: bool = False) -> str:
    """`look`: the style of its cells, and whether it may not be the last on a page."""
    style, stays = look
    whole = "<w:cantSplit/><w:tblHeader/>" if head else "<w:cantSplit/>"
    next_to = "<w:keepNext/>" if stays else ""
    bold = "<w:rPr><w:b/></w:rPr>" if head else ""
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="F3F5F8"/>' if head else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{next_to}</w:pPr>'
        f'<w:r>{bold}<w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r></w:p></w:tc>'
        for text, wide in zip(line, columns, strict=True)
    )
    return f"<w:tr><w:trPr>{whole}</w:trPr>{cells}</w:tr>"
