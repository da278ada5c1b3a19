"""What people read is plain Dutch (B1): short sentences, words that everyone knows, and a text that reads easily."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from statistics import mean

import pytest
import textstat

from tests.repo.tree import files, name, parsed

SHOWN = files("voorkant/text", "voorkant/ui", "voorkant/report", "pages", endings=(".py",))
DECLARED = files("queries/indicators", "data/programmes", "data/questions", "data/sources", endings=(".sql", ".toml"))
LINE = re.compile(r'^\s*\w+\s*=\s*"(.+)"', re.MULTILINE)
"""A text of a declaration: a definition, a title, what a column means."""
LONGEST, MIDDLING, EASY = 20, 12, 60
"""Words of a sentence at most and on average; Flesch-Douma of all of them (60 and up is plain)."""
LEAST = 5
"""Fewer words are a label."""
EDGE = "|"
SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\s*\|\s*")
ENGLISH = re.compile(r"\b(?:the|and|needs?|where|which|with|no)\b")
DUTCH = re.compile(r"\b(?:de|het|een|en|van|is|zijn|niet|er|dat|met|op|in|te|voor|of|wat)\b", re.IGNORECASE)
STIFF = {
    "teneinde": "om", "middels": "met", "betreffende": "over", "aangaande": "over", "inzake": "over",
    "omtrent": "over", "reeds": "al", "tevens": "ook", "echter": "maar", "derhalve": "daarom", "aldus": "zo",
    "alsmede": "en", "doch": "maar", "indien": "als", "dient": "moet", "dienen": "moeten", "conform": "volgens",
    "hetgeen": "wat", "ten behoeve van": "voor", "met betrekking tot": "over", "in het kader van": "voor",
    "door middel van": "met", "ten aanzien van": "over", "op basis van": "met", "als gevolg van": "door",
    "met name": "vooral", "zulks": "dat", "thans": "nu", "voorts": "ook", "desalniettemin": "toch",
    "significant": "duidelijk", "causaal": "oorzaak", "representatief": "past bij de hele groep",
    "implementatie": "invoering", "evalueren": "bekijken", "participatie": "meedoen", "faciliteren": "helpen",
    "optimaliseren": "beter maken", "genereren": "maken", "initiëren": "beginnen", "prioriteren": "kiezen",
}  # fmt: skip
"""Words of a letter from an office, with what stands for them here."""


def wording(node: ast.AST) -> str:
    """A text as it is read: what is filled in counts as one word, and markup ends a sentence."""
    if isinstance(node, ast.JoinedStr):
        whole = "".join(str(part.value) if isinstance(part, ast.Constant) else "12" for part in node.values)
    else:
        whole = str(node.value)
    return " ".join(re.sub(r"\{\w*\}", "12", re.sub(r"<[^>]*>", f" {EDGE} ", whole)).split())


def read(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, text) of every text that is no docstring and no part of another."""
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    inside -= {id(node) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)}
    inside |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
        if is_text and id(node) not in inside:
            yield node.lineno, wording(node)


@cache
def sentences() -> list[tuple[str, str]]:
    """(file:line, sentence) of all that is Dutch and longer than a label."""
    texts = [(f"{name(path)}:{line}", text) for path in SHOWN for line, text in read(parsed(path))]
    texts += [(name(path), text) for path in DECLARED for text in LINE.findall(path.read_text(encoding="utf-8"))]
    return [
        (place, said)
        for place, text in texts
        for said in SENTENCE.split(text)
        if len(said.split()) >= LEAST and DUTCH.search(said) and not ENGLISH.search(said)
    ]


def test_there_is_much_to_read():
    assert len(sentences()) > 1_200
    assert {place.partition("/")[0] for place, _ in sentences()} == {"data", "pages", "queries", "voorkant"}


def test_no_sentence_is_long():
    assert [(place, said) for place, said in sentences() if len(said.split()) > LONGEST] == []
    assert mean(len(said.split()) for _, said in sentences()) < MIDDLING


@pytest.mark.parametrize("word", STIFF)
def test_no_word_is_stiff(word):
    pattern = re.compile(rf"\b{word}\b", re.IGNORECASE)
    assert [(place, said, STIFF[word]) for place, said in sentences() if pattern.search(said)] == []


def test_all_of_it_reads_easily():
    textstat.set_lang("nl")
    hard = (
        "Teneinde de doelmatigheidsverbetering te bewerkstelligen dienen uitvoeringsmodaliteiten geoperationaliseerd."
    )
    assert textstat.flesch_reading_ease(hard) < EASY
    assert textstat.flesch_reading_ease(" ".join(f"{said.rstrip('.:;')}." for _, said in sentences())) > EASY


def test_the_reader_sees_whole_sentences():
    tree = ast.parse('"""Doc."""\nx = f"<p>Er zijn {n} rijen.</p>"\n"note"\ny = "Dit is {woord} tekst"')
    assert [said for _, said in read(tree)] == ["| Er zijn 12 rijen. |", "Dit is 12 tekst"]
