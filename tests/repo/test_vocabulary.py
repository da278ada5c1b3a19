"""One word for one thing: the tables of docs/begrippen.md hold in names and on screen."""

import re
from collections.abc import Iterator

from tests.repo.tree import PRODUCT, ROOT, files, name, nodes, texts

GLOSSARY = ROOT / "docs" / "begrippen.md"
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
SCREEN_FILES = (".sql", ".toml", ".js")
PYTHON = files(*PRODUCT, endings=(".py",))


def column(heading: str) -> set[str]:
    """The words under a heading of the glossary's tables."""
    found: set[str] = set()
    position = None
    for line in GLOSSARY.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if heading in cells:
            position = cells.index(heading)
        elif not cells:
            position = None
        elif position is not None and not cells[0].startswith("---"):
            found |= {word.strip() for word in cells[position].split(",") if word.strip()}
    return found


NOT_IN_CODE = {word.replace("_", "") for word in column("niet in code")}
NOT_ON_SCREEN = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, column('niet op het scherm')))})(?:en|s|e|ë|ën)?\b", re.IGNORECASE
)


def names(path) -> Iterator[str]:
    for node in nodes(path):
        for field in ("name", "id", "arg", "attr"):
            if isinstance(found := getattr(node, field, None), str):
                yield found


def parts(identifier: str) -> set[str]:
    return {word.lower() for word in WORD.findall(identifier)} | {identifier.replace("_", "").lower()}


def test_the_tables_are_read():
    assert {"municipality", "referrer"} <= NOT_IN_CODE
    assert NOT_ON_SCREEN.search("Twee doorverwijzingen")
    assert NOT_ON_SCREEN.search("dit is significant")
    assert not NOT_ON_SCREEN.search("een verwijzing van de huisarts")


def test_names_in_python():
    wrong = [(name(path), found) for path in PYTHON for found in names(path) if parts(found) & NOT_IN_CODE]
    assert sorted(set(wrong)) == []


def test_names_in_sql():
    wrong = {
        (name(path), word)
        for path in files("queries", endings=(".sql",))
        for word in re.findall(r"\b[a-z_0-9]+\b", path.read_text(encoding="utf-8").split("*/")[-1])
        if set(word.split("_")) & NOT_IN_CODE
    }
    assert wrong == set()


def test_texts_in_python():
    found = [(name(path), line, text) for path in PYTHON for line, text in texts(path) if NOT_ON_SCREEN.search(text)]
    assert found == []


def test_texts_elsewhere():
    shown = files(
        "queries", "voorkant", "data/programmes", "data/pilots", "data/questions", "data/demo", endings=SCREEN_FILES
    )
    found = [(name(path), hit[0]) for path in shown for hit in NOT_ON_SCREEN.finditer(path.read_text(encoding="utf-8"))]
    assert found == []
