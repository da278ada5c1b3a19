"""A chart in a Word document that can be edited: its own part, with the workbook of its numbers beside it."""

from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.oxml import parse_xml as parse_chart

from voorkant.charts.office import Native
from voorkant.report.memo.natives import TYPES, data, dressed
from voorkant.report.memo.package import timeless

WIDE, HIGH = Cm(15), Cm(7.5)
EXTERNAL = (
    f'<c:externalData xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" {nsdecls("r")} r:id="{{}}">'
    '<c:autoUpdate val="0"/></c:externalData>'
)


def chart(document: Document, place: Paragraph, made: Native, number: int) -> None:
    """Put it in a paragraph. The same numbers, look and words as on a slide."""
    numbers = data(made)
    root = parse_chart(ChartXmlWriter(TYPES[made.kind], numbers).xml.encode())
    dressed(Chart(root, None), made)
    package = document.part.package
    book = Part(
        PackURI(f"/word/embeddings/cijfers{number}.xlsx"), CONTENT_TYPE.SML_SHEET,
        timeless(numbers._workbook_writer.xlsx_blob), package,
    )  # fmt: skip
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, b"", package)
    root.append(parse_chart(EXTERNAL.format(part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)).encode()))
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    place.add_run()._r.append(_frame(document.part.relate_to(part, RELATIONSHIP_TYPE.CHART), made, number))


def _frame(relation: str, made: Native, number: int) -> Any:
    """What stands in the text for the chart, with its words for who cannot see it."""
    drawing = parse_xml(
        f'<w:drawing {nsdecls("w", "wp", "a", "r")}><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{WIDE}" cy="{HIGH}"/><wp:docPr id="{9000 + number}" name="Grafiek {number}"/>'
        '<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{relation}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    named = drawing.xpath(".//wp:docPr")[0]
    named.set("descr", made.alt)
    named.set("title", made.title)
    return drawing
