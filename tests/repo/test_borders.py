"""Borders that the import linter cannot see."""

import ast
import tomllib

from tests.repo.tree import ROOT, files, name, nodes

FRAMES = {"groupby", "merge", "pivot", "pivot_table", "crosstab", "div", "divide", "agg", "aggregate", "resample",
          "rolling", "pct_change", "cumsum"}  # fmt: skip


def imported(path) -> set[str]:
    found = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module)
    return found


def test_the_router_knows_streamlit_and_ui_alone():
    allowed = ("streamlit", "voorkant.ui")
    assert [module for module in imported(ROOT / "app.py") if not module.startswith(allowed)] == []


def test_pages_and_ui_compute_nothing():
    """Figures are computed in the panels' SQL: there they are tested, and the query that is shown says it all."""
    found = [(name(path), line) for path in files("pages", "voorkant/ui", endings=(".py",)) for line in computing(path)]
    assert found == []


def computing(path) -> list[int]:
    calls = [node.func for node in nodes(path) if isinstance(node, ast.Call)]
    named = [call.lineno for call in calls if isinstance(call, ast.Attribute) and call.attr in FRAMES]
    divided = [node.lineno for node in nodes(path) if isinstance(node, ast.BinOp) and divides(node)]
    return named + divided


def divides(node: ast.BinOp) -> bool:
    """A division of columns; `folder / "name"` joins paths."""
    return isinstance(node.op, ast.Div | ast.FloorDiv) and any(
        isinstance(side, ast.Subscript | ast.Attribute) and not named_like_a_path(side)
        for side in (node.left, node.right)
    )


def named_like_a_path(side: ast.expr) -> bool:
    return isinstance(side, ast.Attribute) and side.attr.lower() in {"parent", "path", "folder", "work", "published"}


def test_the_import_contracts_have_no_exceptions():
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    contracts = tools["importlinter"]["contracts"]
    assert contracts
    assert [item["name"] for item in contracts if item.get("ignore_imports")] == []
