"""What follows a closed traject, and whether specialist help begins after it: on drawn rows and against a naive count."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from tests.queries.given import expect, given, indicator, prepared
from voorkant import ROOT
from voorkant.builder import measure
from voorkant.declare.cubeplan import read_cubeplan

PLAN = read_cubeplan(ROOT / "data" / "cubeplan.toml")
LINKED = ("ojg_contacten", "ggz_verwijzingen", "jeugdhulp_school")
CONTACTS = """
    contact_id | traject_id | client_id | contactdatum | praktijk_agb | gemeentecode | leeftijd | afgerond | vervolg
    c1         | 11         | 1         | 2022-01-10   | 01000001     | GM9901       | 10       | true     | zelf_afgehandeld
    c2         | 12         | 2         | 2022-01-10   | 01000001     | GM9901       | 10       | true     | specialistische_ggz
    c3         | 13         | 3         | 2022-01-10   | 01000001     | GM9901       | 10       | true     | medisch_specialist
    c4         | 14         | -         | 2022-01-10   | 01000001     | GM9901       | 10       | true     | -
    c5         | 15         | 5         | 2022-01-10   | 01000001     | GM9901       | 10       | false    | basis_ggz
    c6         | 16         | 6         | 2022-08-01   | 01000001     | GM9901       | 10       | true     | vrij_toegankelijk
"""
SCHOOL = """
    inzet_id | client_id | startdatum | einddatum  | brin   | schooltype | gemeentecode | leeftijd | vorm        | vervolg
    s1       | 21        | 2021-11-01 | 2022-02-01 | 99AA00 | bo         | GM9901       | 10       | individueel | gemeentelijk_team
    s2       | 22        | 2021-11-01 | 2022-02-01 | 99AA00 | bo         | GM9901       | 10       | groep       | gemeentelijk_team
    s3       | 23        | 2021-11-01 | -          | 99AA00 | bo         | GM9901       | 10       | individueel | zelf_afgehandeld
"""
REFERRALS = """
    verwijzing_id | client_id | verwijsdatum | ingangsdatum | gemeentecode | productcategorie
    v1            | 1         | 2022-01-05   | 2022-07-11   | GM9901       | 52
    v2            | 2         | 2022-01-11   | 2022-04-11   | GM9901       | 52
    v3            | 2         | 2022-01-11   | 2022-02-11   | GM9901       | 51
    v4            | 3         | 2022-01-01   | 2022-01-09   | GM9901       | 52
    v5            | 21        | 2022-05-01   | 2022-05-04   | GM9901       | 52
    v6            | 99        | 2023-07-01   | 2023-07-01   | GM9901       | 52
"""


def test_what_follows_stands_in_four_groups(tmp_path: Path) -> None:
    """One that goes on, a group at school and help at school without an end are not there."""
    database = given(tmp_path, ojg_contacten=CONTACTS, jeugdhulp_school=SCHOOL)
    expect(database, indicator("vervolg").query, """
        programme        | key | youth | day        | location | area_code | vervolg
        ojg              | 11  | 1     | 2022-01-10 | 01000001 | GM9901    | zonder_verwijzing
        ojg              | 12  | 2     | 2022-01-10 | 01000001 | GM9901    | specialistisch
        ojg              | 13  | 3     | 2022-01-10 | 01000001 | GM9901    | andere_hulp
        ojg              | 14  | 14    | 2022-01-10 | 01000001 | GM9901    | onbekend
        ojg              | 16  | 6     | 2022-08-01 | 01000001 | GM9901    | zonder_verwijzing
        jeugdhulp_school | 1   | 21    | 2022-02-01 | 99AA00   | GM9901    | andere_hulp
    """)  # fmt: skip


def test_help_begins_within_three_six_or_twelve_months_or_not(tmp_path: Path) -> None:
    """The 91st day counts, help that began before and other care do not. Without a pseudonym, or before a year is over,
    nobody is followed."""
    database = given(tmp_path, ojg_contacten=CONTACTS, jeugdhulp_school=SCHOOL, ggz_verwijzingen=REFERRALS)
    expect(database, indicator("hulp_na_vervolg").query, """
        programme        | key | youth | day        | hulp
        ojg              | 11  | 1     | 2022-01-10 | zonder_verwijzing:hulp_6
        ojg              | 12  | 2     | 2022-01-10 | specialistisch:hulp_3
        ojg              | 13  | 3     | 2022-01-10 | andere_hulp:geen
        jeugdhulp_school | 1   | 21    | 2022-02-01 | andere_hulp:hulp_6
    """)  # fmt: skip


VERVOLG = {"zelf_afgehandeld": "zonder_verwijzing", "specialistische_ggz": "specialistisch",
           "gemeentelijk_team": "andere_hulp", "onbekend": "onbekend"}  # fmt: skip


def _naive(closed: list[tuple[int, date, str]], begun: list[tuple[int, date]]) -> Counter[tuple[str, str]]:
    last, found = max(day for _, day in begun), Counter[tuple[str, str]]()
    for youth, day, vervolg in closed:
        if (last - day).days >= 365:
            days = [(other - day).days for who, other in begun if who == youth and 0 <= (other - day).days <= 365]
            term = next((f"hulp_{months}" for months, end in ((3, 91), (6, 182), (12, 365))
                         if days and min(days) <= end), "geen")  # fmt: skip
            for value in ("", f"{VERVOLG[vervolg]}:{term}"):
                found[str(day.year), value] += 1
    return found


def test_every_value_of_every_year_equals_a_naive_count(tmp_path: Path) -> None:
    chance, first = np.random.default_rng(7), date(2020, 1, 1)

    def drawn() -> tuple[int, date]:
        return int(chance.integers(1, 120)), first + timedelta(days=int(chance.integers(0, 4 * 365)))

    closed = [(*drawn(), str(chance.choice(list(VERVOLG)))) for _ in range(300)]
    begun = [drawn() for _ in range(300)]
    contacts = [
        "contact_id | traject_id | client_id | contactdatum | praktijk_agb | gemeentecode | leeftijd | afgerond | vervolg"
    ]
    contacts += [
        f"c{n} | {1000 + n} | {youth} | {day} | 01000001 | GM990{1 + n % 2} | 9 | true | {vervolg}"
        for n, (youth, day, vervolg) in enumerate(closed)
    ]
    told = ["verwijzing_id | client_id | verwijsdatum | ingangsdatum | gemeentecode | productcategorie"]
    told += [f"v{n} | {youth} | {day} | {day} | GM9901 | 52" for n, (youth, day) in enumerate(begun)]
    database = given(tmp_path, ojg_contacten="\n".join(contacts), ggz_verwijzingen="\n".join(told))
    windows = prepared(database)
    assert measure.measure(database, indicator("hulp_na_vervolg"), plan=PLAN, windows=windows, linked=LINKED)
    found = database.rows(
        "select period.code, split_value, numerator from true_cell inner join area using (area_id) "
        "inner join period using (period_id) where area.code = 'RG01' and numerator > 0"
    )
    assert {(code, value): count for code, value, count in found} == _naive(closed, begun)
