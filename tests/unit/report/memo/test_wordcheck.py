"""Templates of others: what cannot be used is refused with a sentence, before anything of it is run."""

import io
from zipfile import ZipFile

import docx
import pytest

from voorkant.declare.memofile import KINDS
from voorkant.domain.problem import DataRefused
from voorkant.report.memo import wordcheck
from voorkant.report.memo.wordcheck import objections, opened
from voorkant.report.memo.wordtemplate import template


def made(*lines, head=""):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.sections[0].header.paragraphs[0].text = head
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def changed(content, name, text):
    """The same package with another part, or one more."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as given, ZipFile(out, "w") as package:
        for part in given.namelist():
            package.writestr(part, text if part == name else given.read(part))
        if name not in given.namelist():
            package.writestr(name, text)
    return out.getvalue()


def damaged(content):
    """The same package with bytes that cannot be unpacked."""
    with ZipFile(io.BytesIO(content)) as package:
        at = package.getinfo("word/document.xml").header_offset + 60
    return content[:at] + b"\xff" * 40 + content[at + 40 :]


@pytest.mark.parametrize("kind", KINDS)
def test_ours_can_be_used(kind):
    assert list(objections(opened(template(kind)))) == []


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["Niets"], "het veld {{ inhoud }} ontbreekt"),
        (["{{ titl }}{{ inhoud }}"], "het veld 'titl' bestaat niet. Bedoeld: 'titel'?"),
        (["{{ inhoud.x }}"], "het veld 'x' van een onderdeel bestaat niet"),
        (["{{ inhoud", "{{ titel }}"], "een veld dat niet klopt: ‘{{ inhoud"),
        (["{% for deel in onderdelen %}{{ deel.kop }}"], "een lus of een 'if' die niet klopt of niet wordt gesloten"),
        (["Zie {{ inhoud }}"], "'{{ inhoud }}' moet in een alinea van zichzelf staan"),
        (["{%p for deel in onderdelen %}", "{{p deel.inhoud }}", "{%p endfor %}"], "zonder letter na '{{'"),
        (["{% for n in range(10) %}{{ inhoud }}{% endfor %}"], "een lus gaat over 'onderdelen'"),
        (
            ["{% for a in onderdelen %}{% for b in onderdelen %}{{ b.kop }}{% endfor %}{% endfor %}"],
            "zonder een lus daarin",
        ),
        (["{% macro m() %}{{ m() }}{% endmacro %}{{ inhoud }}"], "'macro' mag niet"),
        (["{{ titel.__class__.__mro__ }}{{ inhoud }}"], "'__mro__'"),
        (["{{ cycler(1) }}{{ inhoud }}"], "'call' mag niet"),
        (["{{ titel * 999999999 }}{{ inhoud }}"], "'mul' mag niet"),
        (["{% set a = titel %}{{ inhoud }}"], "'assign' mag niet"),
        (["{% include 'x' %}{{ inhoud }}"], "'include' mag niet"),
    ],
)
def test_what_a_field_may_not_be(lines, said):
    assert said in " ".join(objections(opened(made(*lines))))


def test_parts_stand_where_paragraphs_can():
    assert list(objections(opened(made("{% if concept %} {{ inhoud }} {% endif %}", "{{inhoud}}")))) == []
    assert "alinea van zichzelf" in " ".join(objections(opened(made("{{ inhoud }}", head="{{ inhoud }}"))))
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "{{ inhoud }}"
    out = io.BytesIO()
    document.save(out)
    assert "alinea van zichzelf" in " ".join(objections(opened(out.getvalue())))


def test_a_header_is_looked_at_too():
    assert "een koptekst: het veld 'weg' bestaat niet" in " ".join(
        objections(opened(made("{{ inhoud }}", head="{{ weg }}")))
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7", "geen .docx"),
        (changed(made("{{ inhoud }}"), "word/vbaProject.bin", b"x"), "macro's"),
        (changed(made("{{ inhoud }}"), "[Content_Types].xml", b"macroEnabled"), "macro's"),
        (changed(made("{{ inhoud }}"), "[Content_Types].xml", wordcheck.LOCKED.encode()), ".dotx"),
        (changed(made("{{ inhoud }}"), "word/media/foto.png", b"0" * (wordcheck.MOST_IMAGE + 1)), "foto.png is groter"),
        (damaged(made("{{ inhoud }}")), "geen Word-document dat te openen is"),
        (changed(made("{{ inhoud }}"), "word/document.xml", b"geen xml"), "geen Word-document dat te openen is"),
        (
            changed(
                made("{{ inhoud }}"),
                "word/_rels/settings.xml.rels",
                b'<Relationships><Relationship Type="x/attachedTemplate" TargetMode="External"/></Relationships>',
            ),
            "van elders",
        ),
    ],
)
def test_what_a_file_may_not_be(content, said):
    with pytest.raises(DataRefused, match="niet te gebruiken") as refused:
        opened(content)
    assert said in str(refused.value)


def test_what_is_too_large_is_not_opened(monkeypatch):
    monkeypatch.setattr(wordcheck, "MOST_BYTES", 100)
    with pytest.raises(DataRefused, match="groter dan 0 MB"):
        opened(made("{{ inhoud }}"))
    monkeypatch.setattr(wordcheck, "MOST_BYTES", 10**9)
    monkeypatch.setattr(wordcheck, "MOST_UNPACKED", 100)
    with pytest.raises(DataRefused, match="uitgepakt is het te groot"):
        opened(made("{{ inhoud }}"))
