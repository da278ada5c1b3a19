"""The checkout as the tests of this folder read it."""

import ast
import os
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PRODUCT = ("app.py", "start.py", "voorkant", "pages", "bootstrap")
ALL = (*PRODUCT, "bench", "queries", "data", "docs", "tests", "deploy", ".ci", ".streamlit", "Makefile", "REUSE.toml",
       "pyproject.toml", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "publiccode.yml")  # fmt: skip

MADE = {"__pycache__", "node_modules", ".git", ".venv", ".venv-next", "var"}
"""What a run leaves behind, in whatever folder."""


def files(*places: str, endings: tuple[str, ...]) -> list[Path]:
    """The files under these places, in order."""
    roots = [ROOT / place for place in places]
    found = chain.from_iterable([root] if root.is_file() else _under(root) for root in roots)
    return sorted(path for path in found if path.suffix in endings)


def _under(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = set(folders) - MADE  # not gone into: what is installed is twenty times as much
        yield from (Path(folder, name) for name in names)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All of its nodes: ten tests go through them, and to walk a tree takes as long as to parse it."""
    return tuple(ast.walk(parsed(path)))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in nodes(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """(line, text) of every string constant that is not a docstring or a text that documents a constant."""
    notes = {id(node.value) for node in nodes(path) if isinstance(node, ast.Expr)}
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.lineno, node.value
