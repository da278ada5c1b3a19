"""Templates of a municipality: what they may hold, and clear words about what they may not.

A template is a file of someone else. Only values and loops over the parts of the memo itself are run, in a sandbox:
no calls, no macros, no ranges, so that none can go on for ever.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import nodes
from jinja2.exceptions import TemplateError
from jinja2.sandbox import SandboxedEnvironment

from voorkant.declare.strict import nearest
from voorkant.domain.problem import DataRefused

FIELDS = {
    "titel": "de titel van het stuk",
    "soort": "raadsinformatiebrief, bijlage, evaluatie of halfjaarrapportage",
    "gemeente": "de naam van de gemeente",
    "periode": "de nieuwste periode",
    "peildatum": "tot en met welke dag de gegevens gaan",
    "publicatie": "de publicatie waar de cijfers uit komen",
    "versie": "de versie van Voorkant",
    "kenmerk": "het kenmerk van precies deze woorden en cijfers",
    "link": "de vaste link, als het stuk is bevroren",
    "concept": "het woord CONCEPT, of niets",
    "inhoud": "alle onderdelen, in een alinea van zichzelf",
    "onderdelen": "de onderdelen een voor een, met kop en inhoud",
}
"""What a template may name, with what it means."""
PART_FIELDS = frozenset({"kop", "inhoud"})
NEEDED = ("inhoud", "onderdelen")
MOST_BYTES, MOST_UNPACKED, MOST_IMAGE, MOST_NESTED = 20_000_000, 100_000_000, 10_000_000, 1
LOCKED = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.For, nodes.If, nodes.Compare,
    nodes.Operand, nodes.Const, nodes.Not, nodes.And, nodes.Or,
)  # fmt: skip
CONDITION = re.compile(r"\{%\s*(?:if|elif|else|endif)\b.*?%\}")
PART = re.compile(r"\{\{(?P<letters>\w*)\s+(?:\w+\.)?inhoud\s*\}\}|\{\{(?:\w+\.)?inhoud\s*\}\}")
ALONE = (
    "'{field}' moet in een alinea van zichzelf staan, zonder iets erbij en zonder letter na '{{{{'. Het kan niet in "
    "een tabel, een tekstvak of boven- of onderaan elke pagina."
)
SHOWN = 60
ADVICE = "Gebruik een .docx met alleen velden, 'if' en een lus over de onderdelen."


def refuse(why: str) -> DataRefused:
    return DataRefused(f"Dit sjabloon is niet te gebruiken: {why}")


def opened(content: bytes) -> DocxTemplate:
    """A template that was looked at from outside. DataRefused with why it cannot be used."""
    try:
        if objection := next(_package(content), ""):
            raise refuse(objection)
        found = DocxTemplate(io.BytesIO(content))
        found.init_docx()
    except (KeyError, ValueError, SyntaxError, RuntimeError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise refuse("het is geen Word-document dat te openen is. Sla het opnieuw op als .docx.") from error
    return found


def _package(content: bytes) -> Iterator[str]:
    if len(content) > MOST_BYTES:
        yield f"het is groter dan {MOST_BYTES // 1_000_000} MB. Verklein de plaatjes erin."
        return
    if not zipfile.is_zipfile(io.BytesIO(content)):
        yield "het is geen .docx. Sla het op als Word-document (.docx), niet als .doc, .odt of PDF."
        return
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = package.infolist()
        if sum(part.file_size for part in parts) > MOST_UNPACKED:
            yield "uitgepakt is het te groot. Verklein de plaatjes erin."
            return
        yield from _parts(package, parts)


def _parts(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> Iterator[str]:
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names or "word/document.xml" not in names:
        yield "het is geen Word-document. Sla het op als .docx."
        return
    kinds = package.read("[Content_Types].xml").decode("utf-8", "replace")
    if "macroEnabled" in kinds or any(name.endswith("vbaProject.bin") for name in names):
        yield "er zitten macro's in. Sla het op als .docx, zonder macro's."
    if LOCKED in kinds:
        yield "het is een .dotx. Sla het op als .docx."
    big = [part.filename for part in parts if "/media/" in part.filename and part.file_size > MOST_IMAGE]
    if big:
        yield f"het plaatje {big[0]} is groter dan {MOST_IMAGE // 1_000_000} MB. Verklein het."
    outside = [name for name in names if name.endswith(".rels") and _reaches_out(package.read(name))]
    if outside:
        yield "het haalt iets van elders op (een gekoppeld plaatje of sjabloon). Zet het in het document zelf."


def _reaches_out(relations: bytes) -> bool:
    """A link to click on is fine; a picture, template or frame from elsewhere is not."""
    told = relations.decode("utf-8", "replace")
    return any('TargetMode="External"' in part and "/hyperlink" not in part for part in told.split("<Relationship "))


def rendered(template: DocxTemplate, values: dict[str, Any]) -> None:
    """Fill in the fields. DataRefused with what a template names wrongly."""
    if objection := next(objections(template), ""):
        raise refuse(objection)
    try:
        template.render(values, _environment())
    except (TemplateError, ValueError) as error:
        raise refuse(f"het invullen lukt niet ({error}). {ADVICE}") from error


def _environment() -> SandboxedEnvironment:
    found = SandboxedEnvironment(autoescape=True)
    found.globals.clear()
    return found


def objections(template: DocxTemplate) -> Iterator[str]:
    """What is wrong with the fields of a template, in Dutch; the first is the most important."""
    named: set[str] = set()
    for where, source in _sources(template):
        try:
            tree = _environment().parse(source)
        except TemplateError:
            yield f"{where} heeft {_unread(source)}. {ADVICE}"
            return
        yield from (f"{where}: {told}" for told in _looked_at(tree, frozenset(), 0))
        named |= {node.name for node in tree.find_all(nodes.Name)}
    if not named & set(NEEDED):
        yield "het veld {{ inhoud }} ontbreekt. Zet het in een alinea van zichzelf, waar de onderdelen moeten komen."
    else:
        yield from _places(template)


def _unread(source: str) -> str:
    """The field that cannot be read, in place of the English of who reads it; else a loop or condition is not whole."""
    for field in re.findall(r"\{\{.*?\}\}", source, re.DOTALL):
        try:
            _environment().parse(field)
        except TemplateError:
            told = " ".join(re.sub(r"<[^>]*>", " ", field).split())
            return f"een veld dat niet klopt: ‘{told[:SHOWN]}’"
    return "een lus of een 'if' die niet klopt of niet wordt gesloten"


def _places(template: DocxTemplate) -> Iterator[str]:
    """Parts become paragraphs of the document itself: where none can stand they would be lost."""
    body = template.get_docx().element.body
    around = (template.get_headers_footers(uri) for uri in (template.HEADER_URI, template.FOOTER_URI))
    edges = [parse_xml(part.blob) for parts in around for _, part in parts]
    for place in (item for root in (body, *edges) for item in root.iter(qn("w:p"))):
        text = CONDITION.sub("", "".join(item.text or "" for item in place.iter(qn("w:t")))).strip()
        found = PART.search(text)
        if found and (place.getparent() is not body or found[0] != text or found["letters"]):
            yield ALONE.format(field=found[0])


def _sources(template: DocxTemplate) -> Iterator[tuple[str, str]]:
    """Each part of the document with its text, as the sandbox reads it."""
    yield "het document", template.patch_xml(template.get_xml())
    for uri, where in ((template.HEADER_URI, "een koptekst"), (template.FOOTER_URI, "een voettekst")):
        for _, part in template.get_headers_footers(uri):
            yield where, template.patch_xml(template.get_part_xml(part))


def _looked_at(node: nodes.Node, own: frozenset[str], depth: int) -> Iterator[str]:
    """`own`: the names of loops around it."""
    if not isinstance(node, ALLOWED):
        yield f"'{type(node).__name__.lower()}' mag niet in een sjabloon. {ADVICE}"
        return
    if isinstance(node, nodes.Name) and node.name not in FIELDS.keys() | own:
        yield f"het veld '{node.name}' bestaat niet.{nearest(node.name, FIELDS)}"
    if isinstance(node, nodes.Getattr) and node.attr not in PART_FIELDS:
        yield f"het veld '{node.attr}' van een onderdeel bestaat niet.{nearest(node.attr, PART_FIELDS)}"
    inside = own
    if isinstance(node, nodes.For):
        loops = isinstance(node.iter, nodes.Name) and node.iter.name == "onderdelen"
        if not loops or depth >= MOST_NESTED or node.recursive or not isinstance(node.target, nodes.Name):
            yield f"een lus gaat over 'onderdelen', zonder een lus daarin. {ADVICE}"
            return
        inside = own | {node.target.name}
    for part in _below(node):
        yield from _looked_at(part, inside, depth + isinstance(node, nodes.For))


def _below(node: nodes.Node) -> Iterator[nodes.Node]:
    """What a node is made of."""
    for _, value in node.iter_fields():
        yield from (item for item in (value if isinstance(value, list) else [value]) if isinstance(item, nodes.Node))
