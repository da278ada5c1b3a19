"""How long it takes from referral to the first day of help, on drawn rows and against a naive count."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from tests.queries.given import expect, given, indicator, prepared
from voorkant import ROOT
from voorkant.builder import measure
from voorkant.declare.cubeplan import read_cubeplan

PLAN = read_cubeplan(ROOT / "data" / "cubeplan.toml")
REFERRALS = """
    verwijzing_id | client_id | verwijsdatum | ingangsdatum | gemeentecode | leeftijd | productcategorie
    v1            | 1         | 2022-01-03   | 2022-01-03   | GM9901       | 10       | 52
    v2            | 2         | 2022-01-03   | 2022-01-31   | GM9901       | 10       | 52
    v3            | 3         | 2022-01-03   | 2022-02-01   | GM9901       | 10       | 52
    v4            | 4         | 2022-01-03   | 2022-02-21   | GM9901       | 10       | 52
    v5            | 5         | 2022-01-03   | 2022-03-14   | GM9901       | 10       | 52
    v6            | 6         | 2022-01-03   | 2022-03-15   | GM9901       | 10       | 52
    v7            | 7         | 2022-01-03   | -            | GM9901       | 10       | 52
    v8            | 8         | 2022-01-03   | 2022-01-02   | GM9901       | 10       | 52
    v9            | 9         | 2022-01-03   | -            | GM9902       | 10       | 52
    v10           | 10        | 2022-01-03   | 2022-01-05   | GM9901       | 18       | 52
    v11           | 11        | 2022-01-03   | 2022-01-05   | GM9901       | 10       | 51
"""


def test_a_wait_ends_on_the_first_day_of_help(tmp_path: Path) -> None:
    """28, 49 and 70 days are within 4, 7 and 10 weeks. A first day before the referral says nothing of waiting; of a
    gemeente that delivers no first day at all nothing is known."""
    expect(given(tmp_path, ggz_verwijzingen=REFERRALS), indicator("wachttijd").query, """
        key | youth | day        | area_code | wachttijd
        1   | 1     | 2022-01-03 | GM9901    | tot_4_weken
        2   | 2     | 2022-01-03 | GM9901    | tot_4_weken
        3   | 3     | 2022-01-03 | GM9901    | tot_7_weken
        4   | 4     | 2022-01-03 | GM9901    | tot_7_weken
        5   | 5     | 2022-01-03 | GM9901    | tot_10_weken
        6   | 6     | 2022-01-03 | GM9901    | langer
        7   | 7     | 2022-01-03 | GM9901    | onbekend
        8   | 8     | 2022-01-03 | GM9901    | onbekend
    """)  # fmt: skip


def test_where_the_first_day_is_the_only_date_nobody_waits(tmp_path: Path) -> None:
    database = given(tmp_path, ggz_verwijzingen="""
        verwijzing_id | ingangsdatum | gemeentecode | productcategorie
        v1            | 2024-01-10   | GM9901       | 52
    """)  # fmt: skip
    assert database.rows(indicator("wachttijd").query) == []


def test_every_band_equals_a_naive_count(tmp_path: Path) -> None:
    chance = np.random.default_rng(9)
    lines = ["verwijzing_id | client_id | verwijsdatum | ingangsdatum | gemeentecode | leeftijd | productcategorie"]
    naive: Counter[tuple[str, str, str]] = Counter()
    for number in range(400):
        day = date(2021, 1, 1) + timedelta(days=int(chance.integers(0, 3 * 365)))
        days = int(chance.integers(0, 100)) if chance.random() < 0.9 else None
        place = f"GM990{int(chance.integers(1, 3))}"
        start = "-" if days is None else day + timedelta(days=days)
        lines.append(f"v{number} | {number} | {day} | {start} | {place} | 9 | 52")
        ends = (("tot_4_weken", 28), ("tot_7_weken", 49), ("tot_10_weken", 70), ("langer", 999))
        band = "onbekend" if days is None else next(name for name, end in ends if days <= end)
        for area in (place, "RG01"):
            naive[area, str(day.year), band] += 1
            naive[area, str(day.year), ""] += 1
    database = given(tmp_path, ggz_verwijzingen="\n".join(lines))
    assert measure.measure(database, indicator("wachttijd"), plan=PLAN, windows=prepared(database))
    found = database.rows(
        "select area.code, period.code, split_value, numerator from true_cell inner join area using (area_id) "
        "inner join period using (period_id) where numerator > 0"
    )
    assert {tuple(row[:3]): row[3] for row in found} == naive
