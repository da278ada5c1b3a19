"""Counting for the whole cube plan against a naive count in plain Python over the same rows."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.queries.given import expect, given, indicator, prepared
from voorkant import ROOT
from voorkant.builder import measure
from voorkant.builder.database import Database
from voorkant.declare.cubeplan import grains, read_cubeplan
from voorkant.declare.indicator import Indicator
from voorkant.domain.period import PeriodType, parse_period
from voorkant.domain.protection import Protection

PLAN = read_cubeplan(ROOT / "data" / "cubeplan.toml")
LOCATIONS = {"01000001": "GM9901", "01000002": "GM9902"}
Row = dict[str, Any]


def _contacts(seed: int) -> str:
    random = np.random.default_rng(seed)
    lines = [
        "contact_id | traject_id | client_id | contactdatum | praktijk_agb | wijkcode | leeftijd | geslacht | hulpvraag | vervolg | afgerond"
    ]
    for number in range(400):
        youth = int(random.integers(1, 40))
        day = date(2022, 1, 1).toordinal() + int(random.integers(0, 3 * 365))
        place = int(random.integers(1, 3))
        asked = random.choice(["angst", "gedrag", "schoolverzuim"], size=int(random.integers(1, 3)), replace=False)
        key = str(youth) if random.random() > 0.1 else "-"
        lines.append(
            f"c{number} | {youth * 10 + place} | {key} | {date.fromordinal(day)} | 0100000{place} | WK990{place}0{1 + youth % 2} "
            f"| {youth % 20} | {['mannelijk', 'vrouwelijk'][youth % 2]} | [{', '.join(asked)}] "
            f"| {random.choice(['zelf_afgehandeld', 'basis_ggz'])} | {random.choice(['true', 'false'])}"
        )
    return "\n".join(lines)


PRACTICES = """
    praktijk_agb | naam  | gemeentecode | jaar | ingeschreven_0_17
    01000001     | Noord | GM9901       | 2024 | 400
    01000002     | Zuid  | GM9902       | 2024 | 100
"""


def _areas(row: Row) -> dict[str, str]:
    wijk = row["area_code"]
    return {"regio": "RG01", "gemeente": "GM" + wijk[2:6], "wijk": wijk, "praktijk": row["location"]}


def _periods(day: date, complete_year: int) -> dict[str, str]:
    school = day.year - (day.month < 8)
    block = complete_year - (complete_year - day.year) // 3 * 3
    return {
        "month": f"{day.year}-{day.month:02d}", "quarter": f"{day.year}-Q{(day.month + 2) // 3}",
        "half": f"{day.year}-H{1 + (day.month > 6)}", "year": str(day.year), "schoolyear": f"{school}/{school + 1}",
        "3year": f"{block - 2}..{block}",
    }  # fmt: skip


def _values(row: Row, dimension: str) -> list[str]:
    if not dimension:
        return [""]
    value = row[dimension]
    return list(value or ["onbekend"]) if dimension == "hulpvraag" else [value or "onbekend"]


def _naive(rows: list[Row], item: Indicator, count: Callable[[list[Row]], Any]) -> dict[tuple[str, ...], Any]:
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for grain in grains(PLAN, item, Protection.INTERN):
        for row in rows:
            area = _areas(row).get(grain.level)
            if area is None:
                continue
            period = _periods(row["day"], 2024)[grain.period_type]
            for value in _values(row, grain.dimension):
                groups[grain.level, area, period, grain.dimension, value].append(row)
    return {key: count(found) for key, found in groups.items()}


def _measured(database: Database, item: Indicator, columns: str) -> dict[tuple[str, ...], Any]:
    windows = prepared(database)
    assert measure.measure(database, item, plan=PLAN, windows=windows)
    found = database.rows(
        f"select area.level, area.code, period.code, dimension, split_value, {columns} from true_cell "
        "inner join area using (area_id) inner join period using (period_id) "
        "where (numerator > 0 or denominator > 0) and reason is null"
    )
    return {tuple(row[:5]): row[5:] for row in found}


def _unknown_third(rows: list[Row]) -> int:
    return (
        len({row["youth"] for row in rows if row["youth"] is not None}) + sum(row["youth"] is None for row in rows) // 3
    )


ORACLES: dict[str, tuple[str, Callable[[list[Row]], Any]]] = {
    "contacten": ("numerator, youths", lambda rows: (len(rows), _unknown_third(rows))),
    "bereikte_jeugdigen": ("numerator, youths", lambda rows: (len({r["key"] for r in rows}), _unknown_third(rows))),
    "zonder_verwijzing": (
        "numerator, denominator",
        lambda rows: (sum(row["hit"] for row in rows), len(rows)),
    ),
}


@pytest.mark.parametrize("slug", ORACLES)
@pytest.mark.parametrize("few", [0, 1000], ids=["each table apart", "all tables at once"])
def test_every_cell_of_the_plan_equals_a_naive_count(
    slug: str, few: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure, "FEW", few)
    database = given(tmp_path, ojg_contacten=_contacts(seed=7), praktijken=PRACTICES)
    item = indicator(slug)
    columns, count = ORACLES[slug]
    rows = [dict(zip(item.columns, row, strict=True)) for row in database.rows(item.query)]
    naive = {key: value for key, value in _naive(rows, item, count).items() if key[0] != "school"}
    found = _measured(database, item, columns)
    assert len(found) > 200
    assert found == naive


FAMILIES = """
    contact_id | voorziening   | client_id | gezin_id | contactdatum | gemeentecode | einddatum
    f1         | steungezinnen | 1         | 7        | 2024-01-10   | GM9901       | -
    f2         | steungezinnen | 2         | 7        | 2024-02-10   | GM9901       | 2024-03-06
    f3         | steungezinnen | 3         | 8        | 2024-02-11   | GM9902       | -
"""


def test_families_of_a_programme_that_has_not_the_measure_are_not_counted_for_it(tmp_path: Path) -> None:
    """Every youth would have to be counted twice for them."""
    database = given(tmp_path, ojg_contacten=_contacts(seed=7), preventie_contacten=FAMILIES, praktijken=PRACTICES)
    assert measure.measure(database, indicator("bereikte_jeugdigen"), plan=PLAN, windows=prepared(database))
    assert database.rows("select distinct programme from observed_row order by all") == [("ojg",), ("steungezinnen",)]
    assert database.rows("select distinct programme from measured") == [("ojg",)]


def test_periods_of_the_oracle_are_real_codes() -> None:
    for kind, code in _periods(date(2023, 9, 1), 2024).items():
        assert parse_period(code).type is PeriodType(kind)


def test_a_period_without_rows_is_a_zero_and_a_place_without_the_programme_is_not_applicable(tmp_path: Path) -> None:
    database = given(
        tmp_path,
        ojg_contacten="""
            contact_id | client_id | contactdatum | praktijk_agb | gemeentecode
            c1         | 1         | 2023-01-10   | 01000001     | GM9901
            c2         | 1         | 2023-12-10   | 01000001     | GM9901
        """,
        praktijken=PRACTICES,
        uitrol="""
            programma | locatie  | startdatum | einddatum
            ojg       | 01000001 | 2023-01-01 | 2023-09-30
        """,
    )
    measure.measure(database, indicator("contacten"), plan=PLAN, windows=prepared(database))
    expect(
        database,
        "select area.code as area, period.code as period, numerator, reason from true_cell inner join area using (area_id) "
        "inner join period using (period_id) where period.type = 'quarter' and area.level = 'praktijk' and dimension = ''",
        """
        area     | period  | numerator | reason
        01000001 | 2023-Q1 | 1         | -
        01000001 | 2023-Q2 | 0         | -
        01000001 | 2023-Q3 | 0         | -
        01000001 | 2023-Q4 | 1         | -
        01000002 | 2023-Q1 | 0         | nvt
        01000002 | 2023-Q2 | 0         | nvt
        01000002 | 2023-Q3 | 0         | nvt
        01000002 | 2023-Q4 | 0         | nvt
        """,
    )


def test_denominator_of_longer_periods_is_the_mean_of_their_years(tmp_path: Path) -> None:
    population = ["gebiedscode | jaar | leeftijdsgroep | aantal"]
    for year, amount in ((2022, 100), (2023, 110), (2024, 120)):
        population += [f"GM9901 | {year} | {group} | {amount}" for group in ("0-3", "4-11", "12-17")]
    database = given(
        tmp_path,
        bevolking="\n".join(population),
        ggz_verwijzingen="""
            verwijzing_id | verwijsdatum | gemeentecode | productcategorie
            v1            | 2022-01-10   | GM9901       | 52
            v2            | 2024-12-10   | GM9901       | 52
        """,
    )
    prepared(database)
    expect(
        database,
        "select period.code as period, amount from denominator inner join area using (area_id) inner join period using "
        "(period_id) where area.code = 'GM9901' and age_group = '0-17' and denominator = 'jeugdigen_0_17' "
        "and period.type in ('year', '3year', 'schoolyear')",
        """
        period     | amount
        2021/2022  | 300
        2022/2023  | 330
        2023/2024  | 360
        2022       | 300
        2023       | 330
        2024       | 360
        2022..2024 | 330
        """,
    )
