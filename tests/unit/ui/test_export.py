"""A mapping that leaves as a source reads back strictly, and knows the same file without the mapping."""

from pathlib import Path

import pytest

from voorkant.builder.ingest.read import read_file
from voorkant.declare.home import Home
from voorkant.declare.mapping import FileMapping
from voorkant.declare.source import read_sources
from voorkant.declare.variant import Variant, read_variants, save_variant
from voorkant.domain.names import fingerprint
from voorkant.ui.intake.coupling import Known
from voorkant.ui.intake.export import toml

TEXT = "Bezoeknr;Hulpaanbod;Datum;duur;Hoe verder\n1;opvoeden;01-03-2024;x;klaar\n2;opvoeden;02-03-2024;x;?!\n"
COLUMNS = {"Bezoeknr": "contact_id", "Hulpaanbod": "voorziening", "Datum": "startdatum", "duur": "",
           "Hoe verder": "vervolg"}  # fmt: skip
WORDS = {"vervolg": {"klaar": "zelf_afgehandeld", "?!": ""}}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    (tmp_path / "export.csv").write_text(TEXT, encoding="utf-8")
    return Home(tmp_path)


def known(home: Home, saved: FileMapping) -> Known:
    return Known.of(home, {"mapping": {"fingerprint": "0" * 16, "headers": []}}, saved, prefix="x")


def test_a_kind_with_the_headers_of_a_supplier(home):
    columns = COLUMNS | {"Datum": "contactdatum"}
    mapping = FileMapping("preventie_contacten", "De Brug", columns, WORDS)
    shipped = known(home, mapping).sources
    before = read_file(home.path / "export.csv", shipped, mappings={fingerprint(columns): mapping})
    (home.path / "sources").mkdir()
    (home.path / "sources" / "preventie_contacten.toml").write_text(toml(known(home, mapping), mapping), "utf-8")
    after = read_file(home.path / "export.csv", read_sources(*home.declared("sources")))
    assert after.kind == "preventie_contacten"
    assert after.columns == before.columns
    assert after.table.to_pylist() == before.table.to_pylist()
    assert after.table["vervolg"].to_pylist() == ["zelf_afgehandeld", None]


def test_a_form_with_more_headers(home):
    form = FileMapping("preventie_contacten", "", {"Nr": "contact_id", "Dag": "contactdatum"})
    shipped = known(home, form).sources
    save_variant(home, Variant("kinderwerk", "Kinderwerk", "r", form, {"voorziening": "k"}), shipped)
    columns = {"Bezoeknr": "contact_id", "Datum": "contactdatum", "Hoe verder": "vervolg", "duur": ""}
    mapping = FileMapping("kinderwerk", "", columns, WORDS)
    left = toml(known(home, mapping), mapping)
    (home.work / "sources" / "kinderwerk.toml").write_text(left, encoding="utf-8")
    kinds = read_variants(shipped, home)
    report = read_file(home.path / "export.csv", shipped | kinds)
    assert (report.form, report.table["voorziening"].to_pylist()) == ("kinderwerk", ["k", "k"])
    assert report.table["vervolg"].to_pylist() == ["zelf_afgehandeld", None]
