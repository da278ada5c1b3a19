"""Every part of the Office files is valid by the schemas of ECMA-376, where these stand beside the checkout.

They are not ours to hand on: `ref/xsd` of python-docx has them, and VOORKANT_ECMA can name any folder with them.
"""

import io
import os
import re
import shutil
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from voorkant import ROOT
from voorkant.charts.description import Description, Kind
from voorkant.report.memo import files
from voorkant.report.memo.description import Section, Shown

SCHEMAS = Path(os.environ.get("VOORKANT_ECMA", ROOT.parent / "shared" / "reference" / "ecma-376"))
pytestmark = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schemas of ECMA-376 are not beside the checkout")

DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006"
OF = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "wml.xsd",
    "http://schemas.openxmlformats.org/presentationml/2006/main": "pml.xsd",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "sml.xsd",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "dml-main.xsd",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "dml-chart.xsd",
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing": "dml-spreadsheetDrawing.xsd",
    f"{DOCUMENT}/extended-properties": "shared-documentPropertiesExtended.xsd",
}
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SPACE = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<xs:attribute name="space"><xs:simpleType><xs:restriction base="xs:NCName"><xs:enumeration value="default"/>
<xs:enumeration value="preserve"/></xs:restriction></xs:simpleType></xs:attribute></xs:schema>"""


@pytest.fixture(scope="module")
def schemas(tmp_path_factory):
    """By namespace; the one of `xml:space`, which stands elsewhere, beside them."""
    folder = shutil.copytree(SCHEMAS, tmp_path_factory.mktemp("ecma") / "xsd")
    (folder / "ruimte.xsd").write_text(SPACE, encoding="utf-8")
    word = folder / "wml.xsd"
    outside = re.compile(r'(<xsd:import namespace="http://www.w3.org/XML/1998/namespace")[^>]*>')
    word.write_text(
        outside.sub(r'\1 schemaLocation="ruimte.xsd"/>', word.read_text(encoding="utf-8")), encoding="utf-8"
    )
    return {name: etree.XMLSchema(file=str(folder / file)) for name, file in OF.items()}


def told(content):
    """The parts of a package, without what it says itself may be ignored."""
    with ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name.endswith(".xml"):
                root = etree.fromstring(package.read(name))
                ignored = {
                    root.nsmap[prefix] for prefix in root.attrib.pop(f"{{{COMPATIBILITY}}}Ignorable", "").split()
                }
                for element in list(root.iter(etree.Element)):
                    if etree.QName(element).namespace in ignored:
                        element.getparent().remove(element)
                    for key in [key for key in element.attrib if etree.QName(key).namespace in ignored]:
                        del element.attrib[key]
                yield name, root


def objections(content, schemas):
    for name, root in told(content):
        schema = schemas.get(etree.QName(root).namespace)
        if schema is not None and not schema.validate(root):
            yield from (f"{name}: {error.message}" for error in schema.error_log)


@pytest.fixture
def lines(memo):
    """The same with every chart in time drawn as lines: margins as an area in Excel, and as edges of a second line."""
    described = [shown.picture for shown in memo.pictures if isinstance(shown.picture, Description)]
    pictures = [replace(picture, kind=Kind.LINE) for picture in described]
    pictures += [replace(item, series=(*item.series, replace(item.series[0], name="ander"))) for item in pictures]
    shown = tuple(Shown(picture, number=number) for number, picture in enumerate(pictures, 1))
    return replace(memo, about=replace(memo.about, editable=True), sections=(Section("kern", "De kern", shown),))


@pytest.mark.parametrize("suffix", ["docx", "pptx", "xlsx"])
def test_every_part_is_valid(memo, lines, place, schemas, suffix):
    for one in (memo, lines):
        assert list(objections(files.written(one, suffix, place), schemas)) == []
