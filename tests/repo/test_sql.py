"""Every query: a header that parses, one SELECT, and a header that says what the SELECT does."""

import tomllib

import pytest
import sqlglot
from sqlglot import exp

from tests.repo.tree import ROOT, files, name
from voorkant.cube.format import TABLES
from voorkant.declare.indicator import read_indicator, split_header

QUERIES = {name(path): path for path in files("queries", endings=(".sql",))}
DECLARES_COLUMNS = ("queries/staging/", "queries/marts/", "queries/indicators/", "queries/panels/", "queries/intake/")
INDICATORS = ROOT / "queries" / "indicators"
LAYERS = {
    "queries/indicators/": ("dim_", "fct_", "src_"),
    "queries/marts/": ("dim_", "fct_", "src_", "stg_"),
    "queries/staging/": ("src_",),
}
LOOKUPS = {
    "programme",
    "build_setting",
    "code_verwijzer",
    "code_gemeente",
    "productindeling",
    "year_number",
    "mapped_gemeente",
}


def header(query: str) -> dict:
    return tomllib.loads(split_header(QUERIES[query].read_text(encoding="utf-8"), query)[0])


def statement(query: str) -> exp.Expression:
    parsed = sqlglot.parse(split_header(QUERIES[query].read_text(encoding="utf-8"), query)[1], dialect="duckdb")
    assert len(parsed) == 1, "one file is one statement"
    return parsed[0]


def tables(select: exp.Expression) -> set[str]:
    """The tables and views that a query reads, without its own common table expressions."""
    return {table.name for table in select.find_all(exp.Table) if table.name} - {
        cte.alias for cte in select.find_all(exp.CTE)
    }


@pytest.mark.parametrize("query", QUERIES)
def test_it_says_what_it_is_and_is_one_select(query):
    assert header(query)["item" if query.startswith("queries/quality/") else "title"]
    assert isinstance(statement(query), exp.Query)


@pytest.mark.parametrize("query", QUERIES)
def test_declared_parameters_are_the_ones_used(query):
    used = {parameter.name for parameter in statement(query).find_all(exp.Parameter, exp.Placeholder)}
    assert used == set(header(query).get("params", {}))


@pytest.mark.parametrize("query", [query for query in QUERIES if query.startswith(DECLARES_COLUMNS)])
def test_declared_columns_are_the_ones_returned(query):
    assert statement(query).named_selects == list(header(query)["columns"])


@pytest.mark.parametrize("query", [query for query in QUERIES if query.startswith(tuple(LAYERS))])
def test_layers_are_respected(query):
    below = next(prefixes for layer, prefixes in LAYERS.items() if query.startswith(layer))
    read = tables(statement(query)) - LOOKUPS
    assert {table for table in read if not table.startswith(below)} == set()


@pytest.mark.parametrize("query", [query for query in QUERIES if query.startswith("queries/panels/")])
def test_panels_read_the_cube_alone(query):
    assert tables(statement(query)) - set(TABLES) == set()


def test_every_indicator_can_be_read():
    assert [path.stem for path in sorted(INDICATORS.glob("*.*")) if read_indicator(path).slug != path.stem] == []


@pytest.mark.parametrize("path", [path for path in INDICATORS.glob("*.toml") if "like" in path.read_text()], ids=name)
def test_a_variant_is_one_select_with_its_columns_from_the_marts(path):
    """The words that it swaps make another query of the one that is lint-free already."""
    found = read_indicator(path)
    (select,) = sqlglot.parse(found.query, dialect="duckdb")
    assert select.named_selects == list(found.columns)
    assert not list(select.find_all(exp.Parameter, exp.Placeholder))
    assert {table for table in tables(select) - LOOKUPS if not table.startswith(LAYERS["queries/indicators/"])} == set()
