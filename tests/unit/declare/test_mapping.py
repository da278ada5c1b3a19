"""Mappings and variants: what is written reads back, and what can no longer be is named."""

import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorkant import ROOT
from voorkant.declare.home import Home
from voorkant.declare.mapping import (
    FileMapping,
    clashes,
    forget_mapping,
    mapping_text,
    read_mapping,
    read_mappings,
    save_mapping,
    stale,
    with_headers,
    with_words,
)
from voorkant.declare.source import read_source, read_sources
from voorkant.declare.sourcetext import source_text
from voorkant.declare.variant import (
    Variant,
    objection,
    read_variants,
    save_variant,
    slug_of,
    variant_text,
)
from voorkant.domain.names import fingerprint
from voorkant.domain.problem import DataRefused, Problem

SOURCES = read_sources(ROOT / "data" / "sources")
CONTACTS = SOURCES["preventie_contacten"]
PRINT = fingerprint(["Bezoek", "Dag"])
MAPPED = FileMapping(
    "preventie_contacten",
    "Welzijn 'De Brug'",
    {"Bezoek": "contact_id", "Dag": "contactdatum", "Opm.": ""},
    {"vervolg": {'"klaar"': "zelf_afgehandeld", "?!": ""}},
)
FORM = Variant("kinderwerk", "Kinderwerk", "een bezoek", replace(MAPPED, supplier=""), {"voorziening": "kinderwerk"})


@pytest.fixture
def home(tmp_path) -> Home:
    return Home(tmp_path)


def test_a_fingerprint_is_of_the_names_and_not_of_their_order():
    assert fingerprint(["Contact-ID", "datum"]) == fingerprint(["DATUM ", "contact id", ""])
    assert fingerprint(["datum"]) != fingerprint(["datum", "wijk"])


def test_a_mapping_is_remembered_and_forgotten(home):
    save_mapping(home, PRINT, MAPPED)
    assert read_mappings(home) == {PRINT: MAPPED}
    forget_mapping(home, PRINT)
    forget_mapping(home, PRINT)
    assert read_mappings(home) == {}


def test_what_the_municipality_puts_there_goes_before_what_the_page_made(home):
    save_mapping(home, PRINT, MAPPED)
    own = home.path / "mappings" / f"{PRINT}.toml"
    own.parent.mkdir()
    own.write_text('kind = "uitrol"\n', encoding="utf-8")
    assert read_mappings(home)[PRINT] == FileMapping("uitrol")


@given(
    st.builds(
        FileMapping,
        st.text(),
        st.text(),
        st.dictionaries(st.text(), st.text(), max_size=4),
        st.dictionaries(st.text(), st.dictionaries(st.text(), st.text(), max_size=3), max_size=3),
    )
)
def test_any_mapping_reads_back(tmp_path_factory, mapping):
    path = tmp_path_factory.mktemp("m") / f"{PRINT}.toml"
    path.write_text(mapping_text(mapping), encoding="utf-8", newline="")
    assert read_mapping(path) == mapping


@pytest.mark.parametrize(
    ("text", "told"),
    [("", "'kind'"), ('kind = "a"\nkindd = "b"', "'kindd'"), ('kind = "a"\n[columns]\nx = 1', "'x'"),
     ('kind = "a"\n[values]\nx = "y"', "'x'")],
)  # fmt: skip
def test_a_mistake_in_a_mapping_is_named(tmp_path, text, told):
    path = tmp_path / f"{PRINT}.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataRefused, match=told):
        read_mapping(path)


def test_a_mapping_without_fingerprint_has_no_place(home):
    (home.path / "mappings").mkdir()
    (home.path / "mappings" / "kinderwerk.toml").write_text('kind = "uitrol"\n', encoding="utf-8")
    with pytest.raises(DataRefused, match="Hernoem"):
        read_mappings(home)
    with pytest.raises(DataRefused, match="kenmerk"):
        save_mapping(home, "../../etc", MAPPED)


def test_what_can_no_longer_be_is_named():
    assert list(stale(MAPPED, CONTACTS)) == []
    old = FileMapping("uitrol", "", {"Plek": "plaats"}, {"programma": {"x": "y"}, "weg": {"a": ""}})
    assert list(stale(old, SOURCES["uitrol"])) == [
        ("koppeling_kolom", "Plek", "plaats"),
        ("koppeling_waarde", "programma", "y"),
    ]


def test_a_word_has_one_meaning():
    column = with_words(CONTACTS, {"geslacht": {"j": "V", "weet niet": ""}}).column("geslacht")
    assert "j" not in dict(column.values)["M"]
    assert "j" in dict(column.values)["V"]
    assert "weet niet" in column.missing


def test_a_header_has_one_column():
    named = with_headers(CONTACTS, {"Datum": "startdatum", "duur": "", "minuten": "minuten"})
    assert named.column("startdatum").synonyms[0] == "Datum"
    assert "datum" not in named.column("contactdatum").synonyms
    assert "duur" not in named.column("minuten").synonyms
    assert clashes(CONTACTS, {"Minuten": "soort", "Datum": "startdatum"}) == ["Minuten"]


@pytest.mark.parametrize("slug", SOURCES)
def test_every_source_reads_back_as_it_is(tmp_path, slug):
    path = tmp_path / f"{slug}.toml"
    path.write_text(source_text(SOURCES[slug]), encoding="utf-8")
    assert read_source(path) == SOURCES[slug]


def test_a_form_of_a_kind_reads_back(home):
    save_variant(home, FORM, SOURCES)
    found = read_variants(SOURCES, home)["kinderwerk"]
    assert found == FORM.source(CONTACTS)
    assert (found.slug, found.kind, found.column("voorziening").fixed) == (
        "kinderwerk",
        "preventie_contacten",
        "kinderwerk",
    )
    assert found.marks == (("Bezoek",), ("Dag",))
    assert read_sources(home.path / "sources", home.work / "sources") == {}


@pytest.mark.parametrize("slug", ["uitrol", "kinderwerk", "../weg", "KINDERWERK"])
def test_a_form_never_takes_a_name_that_is_there(home, slug):
    save_variant(home, FORM, SOURCES)
    with pytest.raises(Problem, match="bestaat al"):
        save_variant(home, replace(FORM, slug=slug), SOURCES)


def test_a_form_with_the_name_of_a_kind_is_refused(home):
    (home.path / "sources").mkdir()
    (home.path / "sources" / "uitrol.toml").write_text(variant_text(FORM), encoding="utf-8")
    with pytest.raises(DataRefused, match=r"uitrol\.toml"):
        read_variants(SOURCES, home)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"fixed": {"voorzienin": "x"}}, "Bedoeld: 'voorziening'"),
        ({"fixed": {"geslacht": "Z"}}, "Toegestaan: M, V, X"),
        ({"fixed": {"contactdatum": "2024-01-01"}}, "vaste waarde en ook een kolom"),
        ({"mapping": replace(MAPPED, columns={"Bezoek": "weg", "Dag": "contactdatum"})}, "'weg'"),
        ({"mapping": replace(MAPPED, columns={"Bezoek": "contact_id"})}, "ten minste twee"),
    ],
)
def test_why_a_form_cannot_be(home, change, told):
    wrong = replace(FORM, **change)
    assert told in objection(wrong, CONTACTS)
    with pytest.raises(Problem, match="kan zo niet"):
        save_variant(home, wrong, SOURCES)
    path = home.path / "sources" / "kinderwerk.toml"
    path.parent.mkdir()
    path.write_text(variant_text(wrong), encoding="utf-8")
    with pytest.raises(DataRefused, match=r"kinderwerk\.toml"):
        read_variants(SOURCES, home)


def test_names_of_files_come_from_titles():
    assert slug_of("Kinderwerk Aadorp (2024)") == "kinderwerk_aadorp_2024"
    assert slug_of("Élan") == "elan"
    for title in ("", "ab", "../x", "123 soort", "con", "漢字"):
        with pytest.raises(Problem, match="titel"):
            slug_of(title)


@given(st.text(string.printable, max_size=60))
def test_no_title_leaves_the_folder(title):
    try:
        slug = slug_of(title)
    except Problem:
        return
    assert not set(slug) - set(string.ascii_lowercase + string.digits + "_")
