"""What answers to questions of the council read: groups of a whole, and wijken with two figures."""

import duckdb
import pytest

from tests.queries.given import rows
from voorkant.cube.format import TABLES
from voorkant.cube.reader import panel_sql

CELLS = """
    indicator | area | period | split | numerator | low | high | value | vlow | vhigh | status
    back      | GM   | 2024   | -     | 100       | 98  | 102  | 10    | 8    | 12    | definitief
    back      | GM   | 2024   | oud   | 60        | 58  | 62   | 6     | 5    | 7     | definitief
    back      | GM   | 2024   | jong  | 30        | 28  | 32   | 3     | 2    | 4     | definitief
    back      | GM   | 2024   | rest  | -         | 0   | 9    | -     | -    | -     | definitief
    back      | GM   | 2024   | ?     | 100       | 98  | 102  | 10    | 8    | 12    | definitief
    back      | GM   | 2025   | -     | 110       | 108 | 112  | 11    | 9    | 13    | voorlopig
    back      | GM   | 2025   | oud   | 70        | 68  | 72   | 7     | 6    | 8     | voorlopig
    back      | WA   | 2024   | -     | 50        | 48  | 52   | 30    | 25   | 35    | definitief
    back      | WB   | 2024   | -     | 30        | 28  | 32   | 20    | 15   | 25    | definitief
    back      | WC   | 2024   | -     | 20        | 18  | 22   | 40    | 35   | 45    | definitief
    back      | WD   | 2024   | -     | -         | 0   | 9    | -     | -    | -     | definitief
    front     | WA   | 2024   | -     | 5         | 5   | 5    | 1     | 0    | 2     | definitief
    front     | WB   | 2024   | -     | 6         | 6   | 6    | 3     | 2    | 4     | definitief
    front     | WC   | 2024   | -     | 7         | 7   | 7    | 2     | 1    | 3     | definitief
    front     | WD   | 2024   | -     | 8         | 8   | 8    | 9     | 8    | 10    | definitief
    back      | WA   | 2025   | -     | 50        | 48  | 52   | 99    | 90   | 110   | definitief
    front     | WA   | 2025   | -     | 5         | 5   | 5    | 1     | 0    | 2     | definitief
"""
INDICATOR = "0, '{0}', '{0}', '', 'uitkomst', 'lower', 'verwijzingen', 'count', '', '', '', 1000, '{0} per 1.000', '', '', 0, '', ''"


@pytest.fixture(scope="module")
def ask():
    with duckdb.connect() as connection:
        for table, columns in TABLES.items():
            connection.execute(f"create table {table} ({columns})")
        _fill(connection)

        def asked(panel, **params):
            return connection.execute(panel_sql(panel), params).fetchall()

        yield asked


def _fill(connection):
    areas, periods, splits = ["GM", "WA", "WB", "WC", "WD"], ["2024", "2025"], ["", "oud", "jong", "rest", "?"]
    for number, slug in enumerate(["front", "back"]):
        connection.execute(f"insert into indicator values ({INDICATOR.format(slug).replace('0, ', f'{number}, ', 1)})")
    connection.execute("insert into programme values (0, '', '', '', null, null), (1, 'ojg', 'OJG', 'praktijk', 1, 1)")
    for number, code in enumerate(areas):
        level = "gemeente" if code == "GM" else "wijk"
        connection.execute("insert into area values (?, ?, ?, ?, null, null, null)", [number, code, code, level])
    for number, code in enumerate(periods):
        connection.execute(f"insert into period values ({number}, 'year', '{code}', '{code}-01-01', '{code}-12-31')")
    for number, value in enumerate(splits):
        dimension = {"": "", "?": "verwijzer"}.get(value, "age_group")
        known = value.replace("?", "verwijzer_onbekend")
        connection.execute("insert into split values (?, ?, ?)", [number, dimension, known])
    for slug, area, period, split, *values, status in rows(CELLS)[1]:
        place = [int(slug == "back"), int(slug == "front"), areas.index(area), periods.index(period)]
        numerator, low, high, *rate = values
        cell = [
            *place,
            splits.index(split or ""),
            numerator,
            low,
            high,
            1000,
            *rate,
            status,
            None if numerator else "klein",
        ]
        connection.execute(f"insert into cell values ({', '.join('?' * len(cell))})", cell)


def test_groups_are_parts_of_the_newest_firm_whole(ask):
    found = ask("answer_parts", indicator="back", programme="", area="GM", period_type="year", dimension="age_group")
    assert [row[:3] for row in found] == [("2024", "oud", 60), ("2024", "jong", 30), ("2024", "rest", None)]
    assert found[0][5:9] == (100, 60.0, pytest.approx(100 * 58 / 102), pytest.approx(100 * 62 / 98))
    assert found[2][6:9] == (None, 0.0, pytest.approx(100 * 9 / 98))
    assert ask("answer_parts", indicator="back", programme="", area="GM", period_type="year", dimension="sex") == []


def test_groups_of_which_nothing_is_known_are_none(ask):
    of = {"indicator": "back", "programme": "", "area": "GM", "period_type": "year"}
    assert ask("answer_parts", dimension="verwijzer", **of) == []
    assert ask("group_offer", programme="", area="GM") == [("back", "", "age_group")]


def test_wijken_are_ranked_among_those_that_show_both_in_one_period(ask):
    found = ask("answer_places", front="front", back="back", programme="ojg", period_types=["year"], fewest=3)
    assert [(row[1], row[2], row[4], row[7], row[8]) for row in found] == [
        ("WC", "2024", 40.0, 2, 1), ("WA", "2024", 30.0, 3, 2), ("WB", "2024", 20.0, 1, 3),
        ("WD", "2024", None, None, None),
    ]  # fmt: skip
    assert ask("answer_places", front="front", back="back", programme="ojg", period_types=["year"], fewest=4) == []
    assert ask("answer_places", front="front", back="back", programme="x", period_types=["year"], fewest=1) == []
