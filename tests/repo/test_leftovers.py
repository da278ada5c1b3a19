"""Nothing that belongs to one machine, one moment or one maker."""

import ast
import re

import pytest

from tests.repo.tree import ALL, PRODUCT, ROOT, files, name, nodes

WRITTEN = (".py", ".sql", ".toml", ".md", ".js", ".css", ".yml", ".yaml", ".sh", ".conf", ".service", ".timer", "")
UNWANTED = {
    "a note to self": r"\b(TODO|FIXME|XXX|HACK)\b",
    "a section banner": r"^\s*((#|--|//)\s*[-=*~]{3,}|#{7,})",
    "a path of one machine": r"(?<![\w.])/(work|root|tmp/w|home/\w+)/|[A-Z]:\\Users",
    "the number of an issue": r"\b[Ii]ssue #?\d|\bfixes #\d",
}
AVOIDED = re.compile(r"mark\.(skip|xfail)|pytest\.skip\(|time\.sleep\(")
WITHOUT_OUTSIDE_FILES = re.compile(r"pytest\.mark\.skipif\(not [A-Z_]+\.(is_dir|exists)\(\), ")
"""Figures that others published are read where they lie beside the checkout; they are not ours to ship."""


@pytest.mark.parametrize("what", UNWANTED)
def test_no_leftovers(what):
    pattern = re.compile(UNWANTED[what], re.MULTILINE)
    looked_at = [path for path in files(*ALL, endings=WRITTEN) if ROOT / "tests" / "repo" not in path.parents]
    assert [name(path) for path in looked_at if pattern.search(path.read_text(encoding="utf-8"))] == []


def test_no_exception_disappears():
    assert [(name(path), line) for path in files(*PRODUCT, endings=(".py",)) for line in swallowed(path)] == []


def swallowed(path) -> list[int]:
    handlers = [node for node in nodes(path) if isinstance(node, ast.ExceptHandler)]
    return [
        item.lineno for item in handlers if item.type is None or all(isinstance(step, ast.Pass) for step in item.body)
    ]


def test_tests_neither_sleep_nor_skip():
    looked_at = [path for path in files("tests", endings=(".py",)) if path.name != "test_leftovers.py"]
    assert [name(path) for path in looked_at if AVOIDED.search(written(path))] == []


def written(path) -> str:
    return WITHOUT_OUTSIDE_FILES.sub("", path.read_text(encoding="utf-8"))


def test_no_drawer_for_everything():
    assert [name(path) for path in files(*PRODUCT, endings=(".py",)) if path.stem in {"utils", "helpers", "misc"}] == []
