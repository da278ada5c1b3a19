"""Who comes back: closed trajecten followed for a year in the referrals, where the two may be linked."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from tests.queries.given import SOURCES, expect, given, indicator, prepared
from voorkant import ROOT
from voorkant.builder import measure
from voorkant.builder.database import Database
from voorkant.builder.intake import linked
from voorkant.builder.quality import unlinked_rows
from voorkant.builder.store.history import Delivery, Undone
from voorkant.declare.cubeplan import read_cubeplan
from voorkant.declare.settings import Settings

PLAN = read_cubeplan(ROOT / "data" / "cubeplan.toml")
LINKED = ("ojg_contacten", "ggz_verwijzingen")
CONTACTS = """
    contact_id | traject_id | client_id | contactdatum | praktijk_agb | gemeentecode | leeftijd | afgerond
    c1         | 11         | 1         | 2022-01-10   | 01000001     | GM9901       | 10       | false
    c2         | 11         | 1         | 2022-03-10   | 01000001     | GM9901       | 10       | true
    c3         | 12         | 2         | 2022-03-10   | 01000001     | GM9901       | 10       | true
    c4         | 13         | 3         | 2022-03-10   | 01000001     | GM9901       | 10       | true
    c5         | 14         | 4         | 2022-03-10   | 01000001     | GM9901       | 10       | true
    c6         | 15         | 5         | 2022-03-10   | 01000001     | GM9901       | 10       | false
    c7         | 16         | -         | 2022-03-10   | 01000001     | GM9901       | 10       | true
    c8         | 17         | 6         | 2022-03-10   | 01000001     | GM9901       | 18       | true
    c9         | 18         | 7         | 2023-06-01   | 01000001     | GM9901       | 10       | true
    c10        | 19         | 8         | 2022-03-10   | 01000001     | GM9901       | 10       | true
"""
REFERRALS = """
    verwijzing_id | client_id | verwijsdatum | ingangsdatum | gemeentecode | productcategorie
    v0            | 98        | 2022-01-02   | -            | GM9901       | 52
    v1            | 1         | 2022-02-10   | 2022-03-10   | GM9901       | 52
    v2            | 2         | 2023-03-01   | 2023-03-10   | GM9901       | 52
    v3            | 3         | 2023-03-01   | 2023-03-11   | GM9901       | 52
    v4            | 4         | 2022-04-10   | 2022-05-10   | GM9901       | 51
    v5            | 7         | 2023-07-10   | 2023-07-10   | GM9901       | 52
    v6            | 8         | 2022-03-09   | 2022-03-09   | GM9901       | 52
    v7            | 99        | 2024-02-29   | -            | GM9901       | 52
    v8            | 4         | 2022-04-01   | -            | GM9901       | 52
"""


def _world(folder: Path) -> Database:
    return given(folder, ojg_contacten=CONTACTS, ggz_verwijzingen=REFERRALS)


def test_a_traject_is_closed_by_its_last_contact(tmp_path: Path) -> None:
    """One row a traject, of its last contact; open ones, those of nobody's traject and those of adults are not there."""
    expect(
        _world(tmp_path),
        "select traject_key, client_key, first_day, day from fct_traject where traject_key in ('11', '12', '15', '16', '17')",
        """
        traject_key | client_key | first_day  | day
        11          | 1          | 2022-01-10 | 2022-03-10
        12          | 2          | 2022-03-10 | 2022-03-10
        16          | -          | 2022-03-10 | 2022-03-10
    """,
    )


def test_a_traject_is_followed_for_a_year_from_its_last_contact(tmp_path: Path) -> None:
    """The first and the last day of that year count; help that ran already, other care, who still waits and trajecten of nobody do not."""
    expect(_world(tmp_path), indicator("terugkomst").query, """
        programme | key | youth | day        | area_code | hit
        ojg       | 11  | 1     | 2022-03-10 | GM9901    | true
        ojg       | 12  | 2     | 2022-03-10 | GM9901    | true
        ojg       | 13  | 3     | 2022-03-10 | GM9901    | false
        ojg       | 14  | 4     | 2022-03-10 | GM9901    | false
        ojg       | 19  | 8     | 2022-03-10 | GM9901    | false
    """)  # fmt: skip


def _cells(database: Database, allowed: tuple[str, ...]) -> str:
    item = indicator("terugkomst")
    assert measure.measure(database, item, plan=PLAN, windows=prepared(database), linked=allowed)
    return (
        "select area.level, period.code as period, numerator, denominator, status, reason from true_cell "
        "inner join area using (area_id) inner join period using (period_id) where period.type = 'year'"
    )


def test_a_period_of_which_the_year_after_is_not_over_is_not_whole(tmp_path: Path) -> None:
    """The referrals run to 29 February 2024, so what ended in 2023 cannot be whole."""
    database = _world(tmp_path)
    expect(database, f"{_cells(database, LINKED)} and area.code = 'GM9901'", """
        level    | period | numerator | denominator | status     | reason
        gemeente | 2022   | 2         | 5           | definitief | -
        gemeente | 2023   | 0         | 0           | onvolledig | -
    """)  # fmt: skip


@pytest.mark.parametrize("allowed", [(), LINKED[:1], LINKED[1:]])
def test_what_may_not_be_linked_is_not_counted_and_says_so(allowed: tuple[str, ...], tmp_path: Path) -> None:
    database = _world(tmp_path)
    expect(database, f"{_cells(database, allowed)} and area.code = 'GM9901'", """
        level    | period | numerator | denominator | status     | reason
        gemeente | 2022   | 0         | -           | definitief | niet_gekoppeld
        gemeente | 2023   | 0         | -           | onvolledig | niet_gekoppeld
    """)  # fmt: skip
    expect(database, "select sum(youths) as youths, sum(others) as others from true_cell", "youths | others\n0 | 0")


def _made(seed: int) -> tuple[list[tuple[int, date]], list[tuple[int, date]]]:
    """Closed trajecten and starts of specialist help, each of a youth on a day."""
    chance = np.random.default_rng(seed)
    first = date(2020, 1, 1)
    days = [[first + timedelta(days=int(day)) for day in chance.integers(0, 4 * 365, 300)] for _ in range(2)]
    youths = [chance.integers(1, 120, 300) for _ in range(2)]
    trajecten, starts = (
        [(int(youth), day) for youth, day in zip(*pair, strict=True)] for pair in zip(youths, days, strict=True)
    )
    return trajecten, starts


def test_every_quarter_equals_a_naive_count(tmp_path: Path) -> None:
    trajecten, starts = _made(seed=5)
    contacts = [
        "contact_id | traject_id | client_id | contactdatum | praktijk_agb | gemeentecode | leeftijd | afgerond",
        *(
            f"c{n} | {1000 + n} | {youth} | {day} | 01000001 | GM9901 | 10 | true"
            for n, (youth, day) in enumerate(trajecten)
        ),
    ]
    referrals = [
        "verwijzing_id | client_id | verwijsdatum | gemeentecode | productcategorie",
        *(f"v{n} | {youth} | {day} | GM9901 | 52" for n, (youth, day) in enumerate(starts)),
    ]
    last = max(day for _, day in starts)
    naive: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for youth, day in trajecten:
        if (last - day).days >= 365:
            came = any(other == youth and 0 <= (start - day).days <= 365 for other, start in starts)
            quarter = naive[f"{day.year}-Q{(day.month + 2) // 3}"]
            quarter[0] += came
            quarter[1] += 1
    database = given(tmp_path, ojg_contacten="\n".join(contacts), ggz_verwijzingen="\n".join(referrals))
    item = indicator("terugkomst")
    measure.measure(database, item, plan=PLAN, windows=prepared(database), linked=LINKED)
    found = database.rows(
        "select period.code, numerator, denominator from true_cell inner join area using (area_id) "
        "inner join period using (period_id) where area.code = 'GM9901' and period.type = 'quarter' and denominator > 0"
    )
    assert {code: [hits, size] for code, hits, size in found} == naive
    assert sum(hits for hits, _ in naive.values()) > 50


def test_what_is_not_linked_stands_on_kwaliteit_with_what_helps(tmp_path: Path) -> None:
    database = _world(tmp_path)
    [row] = unlinked_rows(database, [indicator("terugkomst"), indicator("contacten")], SOURCES, LINKED[:1])
    assert row[:3] == ("ontbreekt", "ggz_verwijzingen", indicator("terugkomst").title)
    assert str(row[5]).startswith(f"Niet gekoppeld: '{SOURCES['ggz_verwijzingen'].title}'. Leg in voorkant.toml")
    assert unlinked_rows(database, [indicator("terugkomst")], SOURCES, LINKED) == []


def test_what_came_in_before_linking_was_allowed_is_not_linked() -> None:
    declared = SimpleNamespace(settings=Settings(linked_sources=LINKED))
    before = Delivery(1, "a.csv", "1", "ojg_contacten", "", domain="ojg_contacten")
    after = Delivery(2, "b.csv", "2", "ggz_verwijzingen", "", domain="koppeling")
    unknown = Delivery(3, "c.csv", "3", "ojg_contacten", "")
    assert linked(declared, [before, after]) == ["ggz_verwijzingen"]
    assert linked(declared, [replace(before, undone=Undone("iemand", "")), after, unknown]) == list(LINKED)
