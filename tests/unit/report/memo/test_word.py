"""The Word document: sound, the same bytes every time, and with all that a reader who cannot see needs."""

import io
from dataclasses import replace
from itertools import pairwise
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from voorkant.report.memo import word, wordtemplate


@pytest.fixture(scope="module")
def content(memo):
    return word.write(memo, wordtemplate.template("raadsbrief"))


@pytest.fixture(scope="module")
def document(content):
    return docx.Document(io.BytesIO(content))


def test_the_same_memo_is_the_same_file(memo, content):
    assert word.write(memo, wordtemplate.template("raadsbrief")) == content
    with ZipFile(io.BytesIO(content)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_headings_carry_the_parts(memo, document):
    heads = [item.text for item in document.paragraphs if item.style.name == "Heading 1"]
    assert heads == [section.heading for section in memo.sections]
    said = "\n".join(item.text for item in document.paragraphs)
    assert "{{" not in said
    assert "\ue000" not in said
    assert all(line in said for _, words in memo.words for line in words.text.splitlines() if words.look != "verhaal")


def test_every_picture_has_words_for_who_cannot_see_it(memo, document):
    told = [item.get("descr") for item in document.element.iter(qn("wp:docPr"))]
    assert told == [shown.picture.alt for shown in memo.pictures]
    captions = [item.text for item in document.paragraphs if item.style.name == "Caption"]
    assert [line for line in captions if line.startswith("Figuur")] == [
        f"Figuur {shown.number}: {shown.picture.title}" for shown in memo.pictures
    ]


def test_words_that_lead_to_others_are_not_the_last_on_a_page(document):
    found = document.paragraphs
    kept = {
        before.text: before.paragraph_format.keep_with_next or before.style.paragraph_format.keep_with_next
        for before, after in pairwise(found)
        if before.style.name.startswith(("Heading", "Voorkant oordeel")) or after.text.startswith("Hoe zeker")
    }
    assert len(kept) > 10
    assert [text for text, is_kept in kept.items() if not is_kept] == []
    opening = [
        before for before, after in pairwise(found) if after.style.name == "Heading 2" and "Daaruit" in before.text
    ]
    assert [item.paragraph_format.keep_with_next for item in opening] == [False]  # LibreOffice would leave its heading
    for before, after in pairwise(found):
        if before.style.name == "List Bullet":
            is_last = found[found.index(after) + 1].style.name != "List Bullet"
            assert before.paragraph_format.keep_with_next == (after.style.name == "List Bullet" and is_last)


def test_tables_have_a_header_row_and_every_word(memo, document):
    tables = [table for table in document.tables if table._tbl.find(f".//{qn('w:tblCaption')}") is not None]
    assert len(tables) == len(memo.grids)
    for table, grid in zip(tables, memo.grids, strict=True):
        rows = [tuple(cell.text for cell in row.cells) for row in table.rows]
        assert rows == [grid.headers, *grid.lines]
        assert [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows][:2] == [True, False]


def test_it_is_dutch_and_says_what_it_is(memo, content, document):
    with ZipFile(io.BytesIO(content)) as package:
        styles, notes = (package.read(f"word/{name}.xml").decode() for name in ("styles", "footnotes"))
        around = "".join(
            package.read(name).decode() for name in package.namelist() if "header" in name or "footer" in name
        )
    assert 'w:lang w:val="nl-NL"' in styles
    assert notes.count("w:footnoteRef/") == sum(bool(words.note) for _, words in memo.words)
    assert "CONCEPT" in around
    assert memo.about.code in around
    assert document.core_properties.title == memo.about.title
    assert document.core_properties.language == "nl-NL"
    assert "TOC \\o" in document.element.xml


def test_charts_can_be_edited_by_choice(memo):
    chosen = replace(memo, about=replace(memo.about, editable=True))
    made = word.write(chosen, wordtemplate.template("raadsbrief"))
    assert word.write(chosen, wordtemplate.template("raadsbrief")) == made
    with ZipFile(io.BytesIO(made)) as package:
        charts = [name for name in package.namelist() if name.startswith("word/charts/chart")]
        books = [name for name in package.namelist() if name.startswith("word/embeddings/")]
        first = package.read("word/charts/chart1.xml")
    assert len(charts) == len(books) == len(memo.pictures) - 1
    assert b"externalData" in first
    told = [item.get("descr") for item in docx.Document(io.BytesIO(made)).element.iter(qn("wp:docPr"))]
    assert told == [shown.picture.alt for shown in memo.pictures]


def test_parts_can_be_placed_one_by_one(memo):
    own = docx.Document()
    for line in ("{%p for deel in onderdelen %}", "{{ deel.kop }}", "{{ deel.inhoud }}", "{%p endfor %}"):
        own.add_paragraph(line)
    out = io.BytesIO()
    own.save(out)
    said = [item.text for item in docx.Document(io.BytesIO(word.write(memo, out.getvalue()))).paragraphs]
    assert [said.count(section.heading) for section in memo.sections] == [1] * len(memo.sections)
    assert memo.sections[0].blocks[0].text in said


def test_a_field_that_stands_twice_or_has_a_space_beside_it_is_filled_in(memo):
    own = docx.Document()
    for line in ("{{ inhoud }} ", "{{ inhoud }}"):
        own.add_paragraph(line)
    out = io.BytesIO()
    own.save(out)
    said = [item.text for item in docx.Document(io.BytesIO(word.write(memo, out.getvalue()))).paragraphs]
    assert said.count(memo.sections[0].blocks[0].text) == 2
    assert not any("\ue000" in text for text in said)
