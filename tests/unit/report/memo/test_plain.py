"""HTML of a page as words: what a reader meets, without what can be pressed or only seen."""

from voorkant.declare.checkedfile import Checked
from voorkant.report.council import Answer
from voorkant.report.memo.description import Grid, Heading, Words
from voorkant.report.memo.plain import blocks
from voorkant.text.council import Label
from voorkant.ui.questions.one import marked
from voorkant.ui.table import stack


def said(markup):
    return [block.text if isinstance(block, Heading | Words) else block.lines for block in blocks(markup)]


def test_sentences_end_where_their_element_ends():
    markup = "<h3><a href='x'>Pilot</a></h3><p>Een <b>daling</b> &amp; meer.</p><ul><li>een</li><li>twee</li></ul>"
    assert said(markup) == ["Pilot", "Een daling & meer.", "een", "twee"]
    assert [type(block) for block in blocks("<h2>Kop</h2>los")] == [Heading, Words]


def test_what_can_be_pressed_or_is_a_sign_is_no_word():
    markup = "<p>Ja <a href='x'>meer</a><span aria-hidden='true'>✓</span></p><button>Kopieer <i>nu</i></button>"
    assert said(f"{markup}<details><summary>Hoe</summary><p>Zo</p></details><input value='x'><div><br></div>") == ["Ja"]
    assert said('<div class="vk-noise"><span>2023</span><small>overlappen</small></div>') == []


def test_what_leads_to_links_alone_is_left_out_with_them():
    assert said("<p>Cijfers hierbij: <a href='x'>Contacten</a></p><p>Zo staat het ervoor:</p>") == [
        "Zo staat het ervoor:"
    ]


def test_who_looked_at_an_answer_does_not_go_outside():
    answer = Answer(("Het daalt.",), Label("▼", "daalt"))
    mark = Checked("minder-ggz", "GM9901", "000001", answer.digest, "anne@gemeente.nl", "2026-11-26")
    assert "anne@gemeente.nl" in marked(mark, answer)
    assert said(f"<p>Het daalt.</p>{marked(mark, answer)}{marked(None, answer)}") == ["Het daalt."]


def test_a_term_stands_before_what_it_is():
    assert said("<dl><div><dt>Waar</dt><dd>Veldermonde</dd></div></dl>") == ["Waar: Veldermonde"]


def test_a_table_keeps_its_caption_headers_and_rows():
    made = stack(("Stap", "Oordeel"), [("1. Eerste\nklein", "ja"), ("2. Tweede", "nee")], caption="De meetlat")
    assert blocks(made) == [Grid("De meetlat", ("Stap", "Oordeel"), (("1. Eerste; klein", "ja"), ("2. Tweede", "nee")))]
    assert blocks("<table><tr><th>alleen een kop</th></tr></table>") == []
