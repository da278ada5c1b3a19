"""The words of a memo: short sentences of known words, and what an author changed named sentence by sentence."""

import re

import pytest

from tests.repo.tree import ROOT, files, texts
from voorkant.text import memo, snapshots
from voorkant.text.memo import HEADINGS, changed_sentences, hand

LONGEST_SENTENCE, MEAN_SENTENCE, LONGEST_WORD = 30, 14, 24
HARD = re.compile(
    r"\b(middels|teneinde|derhalve|conform|inzake|omtrent|alsmede|dienaangaande|desalniettemin|significan\w+|"
    r"kwantitatief|kwalitatief|implementeren|evident|aangaande|ten behoeve van|met betrekking tot|voornoemde)\b",
    re.IGNORECASE,
)  # fmt: skip
SHIPPED = [
    (path.name, text)
    for path in files(
        "voorkant/text", "voorkant/ui/memo", "voorkant/ui/snapshots", "voorkant/report/memo", endings=(".py",)
    )
    for _, text in texts(path)
    if " " in text and re.search(r"[a-z]\.(\s|$)", text)
]


def sentences(text):
    return [part for part in re.split(r"(?<=[.!?:;])\s+", text) if " " in part]


def words(sentence):
    return re.findall(r"[^\W\d_][\w-]*", sentence)


def test_there_is_something_to_read():
    assert len(SHIPPED) > 100
    assert (ROOT / "voorkant" / "text" / "memo.py").exists()


def test_no_sentence_is_long():
    long = [(name, part) for name, text in SHIPPED for part in sentences(text) if len(words(part)) > LONGEST_SENTENCE]
    assert long == []


def test_most_sentences_are_short():
    lengths = [len(words(part)) for _, text in SHIPPED for part in sentences(text)]
    assert sum(lengths) / len(lengths) <= MEAN_SENTENCE


def test_no_word_is_one_of_an_office():
    assert [(name, found[0]) for name, text in SHIPPED if (found := HARD.search(text))] == []


def test_every_heading_and_fixed_note_reads_by_itself():
    assert all(heading[0].isupper() and not heading.endswith(".") for heading in HEADINGS.values())
    assert all(note.endswith(".") for note in (memo.ONLY_EFFORT, memo.ONLY_SEEN, memo.APART, memo.UNCHANGED))


@pytest.mark.parametrize(
    ("text", "proposal", "found"),
    [
        ("Een. Twee.", "Een. Twee.", []),
        ("Een. Drie.", "Een. Twee.", ["Drie."]),
        ("Een.\nDrie!", "Een.", ["Drie!"]),
        ("x" * 200, "", ["x" * 139 + "…"]),
    ],
)
def test_changed_sentences_are_named(text, proposal, found):
    assert changed_sentences(text, proposal) == found


def test_leaving_out_is_named_too():
    assert hand([("De kern", "Een.", "Een. Twee.")]) == ["De kern: een voorgestelde zin is weggelaten."]


def test_what_was_revised_is_counted_and_explained():
    assert "verandert hier geen cijfer" in snapshots.newer("2", 0)
    assert "1 cijfer is nu anders" in snapshots.newer("2", 1)
    assert "2 cijfers zijn nu anders" in snapshots.newer("2", 2)
    assert snapshots.reason([], []) == snapshots.OTHER_RULE
    assert snapshots.reason(["a", "b"], ["Maat"]) == "de definitie van ‘Maat’ is veranderd en andere leveringen (a · b)"
    assert snapshots.delivered(["Een", "Twee"], "a.csv", "b.csv") == "Een, Twee: toen a.csv, nu b.csv"
    assert snapshots.delivered([snapshots.below("Een")], "a.csv", "") == "noemer van Een: toen a.csv, nu geen bestand"
    assert "Nu ‘b’" in snapshots.redefined("Maat", "a", "b")
