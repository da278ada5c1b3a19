"""Protection: what must be hidden is hidden, what is shown can be what it says, and openbaar follows from intern."""

from collections.abc import Iterator
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inserting import insert
from voorkant.builder.database import query_file
from voorkant.declare.settings import Rule

LEVELS = ("regio", "gemeente", "wijk", "praktijk")
SMALL = ("wijk", "praktijk")
RULES = st.sampled_from([(5, 3, 10, 5), (3, 3, 5, 3), (7, 5, 15, 7)])
COUNTS = ("numerator", "denominator", "youths", "others")
Cell = dict[str, Any]


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect()
    connection.execute("create table area (area_id bigint, level varchar)")
    insert(connection, "area", list(enumerate(LEVELS)))
    yield connection
    connection.close()


@st.composite
def count_cells(draw: st.DrawFn) -> list[Cell]:
    """Cells of a count of unique youths: the numerator is the number of youths."""
    return [
        {
            "level": draw(st.sampled_from(LEVELS)),
            "numerator": n,
            "denominator": draw(st.integers(0, 900)),
            "youths": n,
            "others": 0,
        }
        for n in draw(st.lists(st.integers(0, 60), min_size=1, max_size=30))
    ]


@st.composite
def share_cells(draw: st.DrawFn) -> list[Cell]:
    pairs = draw(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=30))
    return [
        {
            "level": draw(st.sampled_from(LEVELS)),
            "numerator": hit,
            "denominator": hit + miss,
            "youths": hit,
            "others": miss,
        }
        for hit, miss in pairs
    ]


def _run(
    connection: duckdb.DuckDBPyConnection, cells: list[Cell], rule: tuple[int, ...], **judged: bool
) -> tuple[list[Cell], list[Cell]]:
    """(intern, openbaar) cells in the order of the true ones."""
    connection.execute(
        "create or replace table true_cell (programme varchar, area_id bigint, period_id integer, dimension varchar, "
        "split_value varchar, numerator bigint, denominator bigint, youths bigint, others bigint, status varchar, "
        "reason varchar)"
    )
    rows = [
        ("", LEVELS.index(c["level"]), n, "", "", *(c[key] for key in COUNTS), "definitief", c.get("reason"))
        for n, c in enumerate(cells)
    ]
    insert(connection, "true_cell", rows)
    threshold, base, outer_threshold, outer_base = rule
    params = {"sensitive": True, "is_share": False, "people": True, "unknown_keys": False} | judged
    connection.execute(
        f"create or replace table intern_cell as {query_file('protect', 'intern')}",
        params | {"threshold": threshold, "base": base},
    )
    of, inside = Rule(outer_threshold, outer_base), Rule(threshold, base)
    outer = params | {"threshold": of.shown_from(inside), "base": outer_base, "inner_base": base,
                      "limit": of.hidden_limit(inside)}  # fmt: skip
    connection.execute(f"create or replace table openbaar_cell as {query_file('protect', 'openbaar')}", outer)
    return _fetch(connection, "intern_cell"), _fetch(connection, "openbaar_cell")


def _fetch(connection: duckdb.DuckDBPyConnection, table: str) -> list[Cell]:
    cursor = connection.execute(
        f"select numerator, numerator_low, numerator_high, denominator, reason from {table} order by period_id"
    )
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


@given(cells=count_cells(), rule=RULES)
def test_a_small_group_is_hidden_and_every_range_holds_the_truth(
    connection: Any, cells: list[Cell], rule: tuple[int, ...]
) -> None:
    intern, openbaar = _run(connection, cells, rule)
    for true, inner, outer in zip(cells, intern, openbaar, strict=True):
        n, small_level = true["numerator"], true["level"] in SMALL
        assert (inner["reason"] == "klein") == (0 < n < rule[0] or (n == 0 and small_level))
        for shown, limit in ((inner, rule[0] - 1), (outer, Rule(*rule[2:]).hidden_limit(Rule(*rule[:2])))):
            assert shown["numerator_low"] <= n <= shown["numerator_high"]
            assert (shown["numerator"] is None) == (shown["reason"] == "klein")
            if shown["numerator"] is None:
                assert (shown["numerator_low"], shown["numerator_high"]) == (0, limit)
            elif n:
                assert shown["numerator_high"] - shown["numerator_low"] >= 2
        if inner["reason"] == "klein":
            assert outer["reason"] == "klein"
        if outer["numerator"]:
            assert n >= Rule(*rule[2:]).least_shown(Rule(*rule[:2])) >= rule[2]


@given(cells=count_cells(), rule=RULES)
def test_openbaar_is_a_function_of_the_intern_cell(connection: Any, cells: list[Cell], rule: tuple[int, ...]) -> None:
    intern, openbaar = _run(connection, cells, rule)
    outcome: dict[Any, Any] = {}
    for true, inner, outer in zip(cells, intern, openbaar, strict=True):
        key = (inner["numerator"], inner["reason"], true["denominator"])
        assert outcome.setdefault(key, outer) == outer


@given(cells=share_cells(), rule=RULES)
def test_a_share_hides_a_small_part_and_a_small_rest(connection: Any, cells: list[Cell], rule: tuple[int, ...]) -> None:
    intern, openbaar = _run(connection, cells, rule, is_share=True, people=False)
    for true, inner, outer in zip(cells, intern, openbaar, strict=True):
        hits, misses = true["youths"], true["others"]
        assert (inner["reason"] == "klein") == (hits < rule[0] or misses < rule[0])
        assert (inner["denominator"] is None) == (hits + misses < rule[0])
        for shown in (inner, outer):
            assert (shown["numerator"] is None) == (shown["reason"] == "klein")
            assert shown["numerator_low"] <= true["numerator"]
            assert shown["numerator_high"] is None or true["numerator"] <= shown["numerator_high"]
            if shown["numerator"] is not None:
                assert shown["numerator"] <= shown["denominator"]
        if inner["reason"] == "klein":
            assert outer["numerator"] is None


def test_many_contacts_of_few_youths_are_hidden(connection: Any) -> None:
    cell = {"level": "gemeente", "numerator": 40, "denominator": 500, "youths": 3, "others": 0}
    intern, openbaar = _run(connection, [cell], (5, 3, 10, 5), people=False)
    assert [shown["reason"] for shown in (*intern, *openbaar)] == ["klein", "klein"]
    # neither the threshold nor the inhabitants say how many contacts three youths can have
    assert [shown["numerator_high"] for shown in (*intern, *openbaar)] == [None, None]
    assert intern[0]["numerator"] is None


def test_contacts_of_seven_youths_are_intern_only(connection: Any) -> None:
    cell = {"level": "gemeente", "numerator": 40, "denominator": 500, "youths": 7, "others": 0}
    intern, openbaar = _run(connection, [cell], (5, 3, 10, 5), people=False)
    assert intern[0]["numerator"] == 39
    assert openbaar[0]["reason"] == "klein"


def test_what_is_not_about_people_is_left_as_it_is(connection: Any) -> None:
    cell = {"level": "praktijk", "numerator": 2, "denominator": 4, "youths": 0, "others": 0}
    intern, openbaar = _run(connection, [cell], (5, 3, 10, 5), sensitive=False)
    assert (intern[0]["numerator"], openbaar[0]["numerator"], openbaar[0]["denominator"]) == (2, 2, 4)


@pytest.mark.parametrize("is_share", [False, True])
def test_what_is_no_figure_for_another_reason_has_no_bounds_at_either_level(connection: Any, is_share: bool) -> None:
    cell = {"level": "gemeente", "numerator": 0, "denominator": 900, "youths": 0, "others": 0, "reason": "nvt"}
    for (shown,) in _run(connection, [cell], (5, 3, 10, 5), is_share=is_share, people=not is_share):
        assert (shown["numerator"], shown["numerator_low"], shown["numerator_high"]) == (None, None, None)
        assert shown["reason"] == "nvt"


@given(rows=st.lists(st.integers(1, 60), min_size=1, max_size=30), rule=RULES)
def test_rows_of_nobody_known_can_be_what_is_said_of_them(
    connection: Any, rows: list[int], rule: tuple[int, ...]
) -> None:
    """Where people are counted and three of these rows count as one."""
    cells = [{"level": "gemeente", "numerator": n, "denominator": 900, "youths": max(1, n // 3), "others": 0}
             for n in rows]  # fmt: skip
    for level in _run(connection, cells, rule, unknown_keys=True):
        for n, shown in zip(rows, level, strict=True):
            assert shown["numerator_low"] <= n <= shown["numerator_high"]
            assert n >= 3 * rule[0] or shown["reason"] == "klein"
