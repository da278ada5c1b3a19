"""From the first contact of a traject to a referral, on drawn rows and against a naive count."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from tests.queries.given import expect, given, indicator, prepared
from voorkant import ROOT
from voorkant.builder import measure
from voorkant.declare.cubeplan import read_cubeplan

PLAN = read_cubeplan(ROOT / "data" / "cubeplan.toml")
LINKED = ("ojg_contacten", "ggz_verwijzingen")
CONTACTS = """
    contact_id | traject_id | client_id | contactdatum | praktijk_agb | gemeentecode | leeftijd | afgerond
    c1         | 11         | 1         | 2022-01-10   | 01000001     | GM9901       | 10       | false
    c2         | 11         | 1         | 2022-06-10   | 01000001     | GM9901       | 10       | true
    c3         | 12         | 2         | 2022-01-10   | 01000001     | GM9901       | 10       | false
    c4         | 13         | 3         | 2022-01-10   | 01000001     | GM9901       | 10       | false
    c5         | 14         | 4         | 2022-01-10   | 01000001     | GM9901       | 10       | false
    c6         | 15         | 5         | 2022-12-10   | 01000001     | GM9901       | 10       | false
    c7         | 16         | -         | 2022-01-10   | 01000001     | GM9901       | 10       | false
    c8         | 17         | 7         | 2023-06-01   | 01000001     | GM9901       | 10       | false
    c9         | 18         | 8         | 2022-01-10   | 01000001     | GM9901       | 18       | false
    c10        | 19         | 9         | 2022-12-10   | 01000001     | GM9901       | 10       | false
"""
REFERRALS = """
    verwijzing_id | client_id | verwijsdatum | gemeentecode | productcategorie
    v1            | 1         | 2022-04-11   | GM9901       | 52
    v2            | 1         | 2022-08-11   | GM9901       | 52
    v3            | 2         | 2022-04-12   | GM9901       | 52
    v4            | 3         | 2023-01-10   | GM9901       | 52
    v5            | 4         | 2022-02-10   | GM9901       | 51
    v6            | 4         | 2022-01-09   | GM9901       | 52
    v7            | 9         | 2022-12-10   | GM9901       | 52
    v8            | 99        | 2023-07-01   | GM9901       | 52
"""


def test_a_traject_is_followed_from_its_first_contact(tmp_path: Path) -> None:
    """The 91st and the 365th day count, an earlier referral and other care do not. The referrals run to 1 July 2023: of
    who began on 10 December 2022 a year is not over, and who began on 1 June 2023 is not followed yet."""
    database = given(tmp_path, ojg_contacten=CONTACTS, ggz_verwijzingen=REFERRALS)
    expect(database, indicator("tijd_tot_verwijzing").query, """
        programme | key | youth | day        | area_code | termijn
        ojg       | 11  | 1     | 2022-01-10 | GM9901    | binnen_3_maanden
        ojg       | 12  | 2     | 2022-01-10 | GM9901    | na_3_tot_6_maanden
        ojg       | 13  | 3     | 2022-01-10 | GM9901    | na_6_tot_12_maanden
        ojg       | 14  | 4     | 2022-01-10 | GM9901    | niet_binnen_12_maanden
        ojg       | 15  | 5     | 2022-12-10 | GM9901    | nog_niet_bekend
        ojg       | 19  | 9     | 2022-12-10 | GM9901    | binnen_3_maanden
    """)  # fmt: skip


def _naive(starts: list[tuple[int, date]], referrals: list[tuple[int, date]]) -> Counter[tuple[str, str]]:
    last = max(day for _, day in referrals)
    found: Counter[tuple[str, str]] = Counter()
    for youth, day in starts:
        if (last - day).days < 91:
            continue
        days = [(other - day).days for who, other in referrals if who == youth and 0 <= (other - day).days <= 365]
        first = min(days, default=None)
        if first is None:
            band = "niet_binnen_12_maanden" if (last - day).days >= 365 else "nog_niet_bekend"
        else:
            ends = (("binnen_3_maanden", 91), ("na_3_tot_6_maanden", 182), ("na_6_tot_12_maanden", 365))
            band = next(name for name, end in ends if first <= end)
        quarter = f"{day.year}-Q{(day.month + 2) // 3}"
        found[quarter, band] += 1
        found[quarter, ""] += 1
    return found


def test_every_band_of_every_quarter_equals_a_naive_count(tmp_path: Path) -> None:
    chance = np.random.default_rng(6)
    first = date(2020, 1, 1)
    starts, referrals = (
        [(int(chance.integers(1, 120)), first + timedelta(days=int(chance.integers(0, 4 * 365)))) for _ in range(300)]
        for _ in range(2)
    )
    contacts = [
        "contact_id | traject_id | client_id | contactdatum | praktijk_agb | gemeentecode | leeftijd | afgerond"
    ]
    contacts += [
        f"c{n} | {1000 + n} | {youth} | {day} | 01000001 | GM990{1 + n % 2} | 9 | ja"
        for n, (youth, day) in enumerate(starts)
    ]
    told = ["verwijzing_id | client_id | verwijsdatum | gemeentecode | productcategorie"]
    told += [f"v{n} | {youth} | {day} | GM9901 | 52" for n, (youth, day) in enumerate(referrals)]
    database = given(
        tmp_path, ojg_contacten="\n".join(contacts).replace("ja", "true"), ggz_verwijzingen="\n".join(told)
    )
    item = indicator("tijd_tot_verwijzing")
    assert measure.measure(database, item, plan=PLAN, windows=prepared(database), linked=LINKED)
    found = database.rows(
        "select period.code, split_value, numerator from true_cell inner join area using (area_id) "
        "inner join period using (period_id) where area.code = 'RG01' and period.type = 'quarter' and numerator > 0"
    )
    assert {(code, band): count for code, band, count in found} == _naive(starts, referrals)


def test_what_may_not_be_linked_is_not_counted_and_says_so(tmp_path: Path) -> None:
    database = given(tmp_path, ojg_contacten=CONTACTS, ggz_verwijzingen=REFERRALS)
    measure.measure(database, indicator("tijd_tot_verwijzing"), plan=PLAN, windows=prepared(database), linked=())
    expect(database, "select distinct numerator, reason from true_cell", "numerator | reason\n0 | niet_gekoppeld")
