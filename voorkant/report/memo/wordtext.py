"""Paragraphs of a Word document: styles that are made where a template lacks them, captions, footnotes, contents."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

SMALL, VERDICT, STORY, PLAIN = "Voorkant klein", "Voorkant oordeel", "Voorkant verhaal", "Voorkant tekst"
CELL = "Voorkant cel"
MUTED = RGBColor(0x4C, 0x58, 0x66)
LOOKS = {"gewoon": PLAIN, "punt": "List Bullet", "oordeel": VERDICT, "klein": SMALL, "verhaal": STORY}
FOOTNOTES = (
    f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
    '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)


def styled(document: Document, name: str) -> str:
    """The name of a style of paragraphs that the document has; it is made where a template lacks it."""
    if name not in document.styles:
        made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=not name.startswith("Voorkant"))
        made.base_style = document.styles["Normal"]
        _dressed(made, name)
    return name


def _dressed(style: Any, name: str) -> None:
    """How a style looks that was made here."""
    style.paragraph_format.space_after = Pt(6)
    if name.startswith("Heading"):
        style.font.bold = True
        style.font.size = Pt(15 if name.endswith("1") else 12)
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.space_before = Pt(14 if name.endswith("1") else 10)
        style.element.get_or_add_pPr().append(_element("w:outlineLvl", val=str(int(name[-1]) - 1)))
    elif name == CELL:
        style.font.size = Pt(9)
        style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1.0
    elif name in (SMALL, "Caption", "footnote text"):
        style.font.size = Pt(9)
        style.paragraph_format.line_spacing = 1.0
        style.font.color.rgb = MUTED
    elif name == VERDICT:
        style.font.bold = True
        borders = OxmlElement("w:pBdr")
        borders.append(_element("w:left", val="single", sz="24", space="6", color="1D3F63"))
        style.element.get_or_add_pPr().insert(0, borders)  # before all that is set below
        style.paragraph_format.left_indent = Pt(8)
    elif name == STORY:
        style.font.italic = True
        style.paragraph_format.left_indent = Pt(18)


def _element(tag: str, **values: str) -> Any:
    made = OxmlElement(tag)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made


def clean(text: str) -> str:
    """Without what no document can hold."""
    return "".join(letter for letter in text if letter.isprintable())


def paragraph(document: Document, text: str, style: str) -> Paragraph:
    return document.add_paragraph(clean(text), style=styled(document, style))


def heading(document: Document, text: str, *, level: int, bookmark: int = 0) -> Paragraph:
    """With a bookmark where the contents point to it."""
    made = paragraph(document, text, f"Heading {level}")
    if bookmark:
        start = _element("w:bookmarkStart", id=str(bookmark), name=_mark(bookmark))
        made._p.insert(1 if made._p.pPr is not None else 0, start)
        made._p.append(_element("w:bookmarkEnd", id=str(bookmark)))
    return made


def _mark(number: int) -> str:
    return f"_Toc{number:08d}"


def field(where: Paragraph, code: str, shown: str) -> None:
    """A field with what it shows until Word counts again."""
    for kind, text in (("begin", None), (None, code), ("separate", None)):
        run = where.add_run()
        if kind:
            run._r.append(_element("w:fldChar", fldCharType=kind))
        else:
            told = _element("w:instrText")
            told.set(qn("xml:space"), "preserve")
            told.text = text
            run._r.append(told)
    where.add_run(shown)
    where.add_run()._r.append(_element("w:fldChar", fldCharType="end"))


def caption(document: Document, kind: str, number: int, text: str) -> Paragraph:
    """`Figuur 2: ...`, of which the number is a field."""
    made = paragraph(document, f"{kind} ", "Caption")
    field(made, f" SEQ {kind} \\* ARABIC ", str(number))
    made.add_run(f": {clean(text)}")
    return made


def contents(document: Document, entries: Sequence[str]) -> list[Paragraph]:
    """A table of contents that is filled already, so that nobody is asked to update it; without page numbers."""
    title = paragraph(document, "Inhoud", "TOC Heading")
    made = [title]
    for number, text in enumerate(entries, 1):
        line = document.add_paragraph(style=styled(document, "toc 1"))
        if number == 1:
            _open_field(line, ' TOC \\o "1-1" \\h \\z \\n ')
        link = _element("w:hyperlink", anchor=_mark(number), history="1")
        run = Run(OxmlElement("w:r"), line)
        run.text = clean(text)
        link.append(run._r)
        line._p.append(link)
        if number == len(entries):
            line.add_run()._r.append(_element("w:fldChar", fldCharType="end"))
        made.append(line)
    return made


def _open_field(where: Paragraph, code: str) -> None:
    spare = deepcopy(where)
    field(spare, code, "")
    for run in list(spare._p)[-5:-2]:
        where._p.append(run)


class Footnotes:
    """The footnotes of a document; its template may have some already."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._part: Part | None = None
        self._root: Any = None

    def add(self, where: Paragraph, text: str) -> None:
        """A reference at the end of a paragraph, and its text at the foot of the page."""
        root = self._found()
        number = max(int(item.get(qn("w:id"))) for item in root) + 1
        note = parse_xml(
            f'<w:footnote {nsdecls("w")} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{self._style()}"/></w:pPr>'
            '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            '<w:r><w:t xml:space="preserve"> </w:t></w:r></w:p></w:footnote>'
        )
        note.findall(f".//{qn('w:t')}")[0].text = f" {clean(text)}"
        root.append(note)
        run = where.add_run()
        run.font.superscript = True
        run._r.append(_element("w:footnoteReference", id=str(number)))

    def _style(self) -> str:
        return str(self._document.styles[styled(self._document, "footnote text")].style_id)

    def _found(self) -> Any:
        if self._root is None:
            part = self._document.part
            known = [rel.target_part for rel in part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.FOOTNOTES]
            self._part = known[0] if known else self._made()
            self._root = parse_xml(self._part.blob)
        return self._root

    def _made(self) -> Part:
        name, kind = PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES
        made = Part(name, kind, FOOTNOTES.encode(), self._document.part.package)
        self._document.part.relate_to(made, RELATIONSHIP_TYPE.FOOTNOTES)
        return made

    def store(self) -> None:
        """Write them into the document; nothing where there are none."""
        if self._part is not None:
            from lxml import etree  # noqa: PLC0415 - comes with python-docx

            self._part._blob = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
