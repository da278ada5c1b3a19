"""What is published of where a programme works, and what the page Uitrol asks of it."""

from datetime import date

import pytest

from tests.cubes import write_home
from tests.queries.given import expect, given
from voorkant.builder import cells
from voorkant.builder.database import Database, query_file
from voorkant.cube.reader import current

UNTIL = date(2025, 12, 31)
PRACTICES = """
    praktijk_agb | naam  | gemeentecode | jaar | ingeschreven_0_17
    01000001     | Noord | GM9901       | 2024 | 400
    01000002     | Zuid  | GM9901       | 2024 | 100
    01000003     | Oost  | GM9902       | 2024 | 100
"""
ROLLOUT = """
    programma | locatie  | startdatum | einddatum  | uren_per_week
    ojg       | 01000001 | 2024-01-01 | -          | 20
    ojg       | 01000002 | 2023-01-01 | 2023-12-31 | -
    ojg       | 01000003 | 2026-01-01 | -          | 8
    ojg       | 01009999 | 2024-01-01 | -          | 8
"""


@pytest.fixture
def database(tmp_path) -> Database:
    return given(tmp_path, praktijken=PRACTICES, uitrol=ROLLOUT)


def scoped(database: Database, code: str, *, protection: str = "intern") -> None:
    database.fill("cells", "area_id integer, shape varchar", [])
    database.fill("protected_cell", "dimension varchar, split_value varchar", [])
    cells.number(database, [])
    columns = "code varchar, is_region boolean, is_public boolean, protection varchar, data_until date"
    row = (code, code == "regio", protection == "openbaar", protection, UNTIL)
    database.fill("cube_scope", columns, [row])
    database.create("scope_area", query_file("publish", "scope_area"))


def test_a_gemeente_holds_its_own_places_with_hours_per_month(database):
    scoped(database, "GM9901")
    query = f"""
        select code, first_day, last_day, hours_per_month
        from ({query_file("publish", "rollout")}) join scope_area using (area_id)
    """
    expect(
        database, query,
        """
        code     | first_day  | last_day   | hours_per_month
        01000001 | 2024-01-01 | -          | 86.7
        01000002 | 2023-01-01 | 2023-12-31 | -
        """,
    )  # fmt: skip


@pytest.mark.parametrize(("code", "protection"), [("regio", "intern"), ("GM9901", "openbaar")])
def test_elsewhere_and_in_public_there_is_no_place(database, code, protection):
    scoped(database, code, protection=protection)
    assert database.rows(query_file("publish", "rollout")) == []


@pytest.mark.parametrize(
    ("code", "protection", "places", "running"),
    [("GM9901", "intern", 2, 1), ("GM9901", "openbaar", 2, 1), ("GM9902", "openbaar", 1, 0), ("regio", "intern", 3, 1)],
)
def test_how_many_places_take_part_is_public(database, code, protection, places, running):
    scoped(database, code, protection=protection)
    found = {row[1]: row[4:] for row in database.rows(query_file("publish", "programme"))}
    assert found["ojg"] == (places, running)
    assert found["jeugdhulp_school"] == (None, None), "there are no schools here"


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    publication = current(write_home(tmp_path_factory.mktemp("home")) / "published")

    def asked(panel, *columns, protection="intern", **params):
        found = publication.cube("GM9901", protection).rows(panel, programme="ojg", **params)
        return [tuple(row[column] for column in columns) for row in found.named()]

    return asked


def test_who_began_first_comes_first_and_who_did_not_last(ask):
    assert ask("rollout_places", "name", "start", "begun", until=UNTIL) == [
        ("Praktijk De Berk", date(2024, 1, 15), True),
        ("Praktijk De Berk", date(2025, 4, 1), True),
        ("Praktijk De Linde", date(2024, 3, 1), True),
        ("Praktijk Meerzicht", date(2025, 1, 1), True),
        ("Praktijk Aan Zee", None, False),
        ("Praktijk Dijkzicht", None, False),
        ("Praktijk Het Veer", date(2026, 9, 1), False),
    ]


def test_the_programme_and_its_files(ask):
    assert ask("rollout_programme", "unit", "places", "running") == [("praktijk", 6, 2)]


def test_quarters_count_from_the_own_start(ask):
    found = ask("rollout_quarters", "name", "quarter", "period", indicator="contacten", until=UNTIL)
    assert [row for row in found if row[0] == "Praktijk De Linde"][:2] == [
        ("Praktijk De Linde", 0, "2024-Q1"), ("Praktijk De Linde", 1, "2024-Q2"),
    ]  # fmt: skip
    assert [row[1:] for row in found if row[0] == "Praktijk Meerzicht"] == [
        (number, f"2025-Q{number + 1}") for number in range(4)
    ]
    assert {row[0] for row in found} == {"Praktijk De Berk", "Praktijk De Linde", "Praktijk Meerzicht"}


def test_only_counts_per_place_and_quarter_are_measures(ask):
    assert ask("rollout_measures", "slug", "counts") == [
        ("contacten", "contacten"), ("bereikte_jeugdigen", "jeugdigen"),
    ]  # fmt: skip


def test_outcomes_stand_by_name_in_the_last_year_and_three_years(ask):
    found = ask("rollout_outcome", "name", "type", "period", indicator="verwijzingen_sggz")
    assert [row for row in found if row[0] in ("Praktijk Aan Zee", "Praktijk De Berk")] == [
        ("Praktijk Aan Zee", "3year", "2023..2025"), ("Praktijk Aan Zee", "year", "2025"),
        ("Praktijk De Berk", "3year", "2023..2025"), ("Praktijk De Berk", "year", "2025"),
    ]  # fmt: skip
    names = [row[0] for row in found]
    assert names == sorted(names)


def test_a_place_without_the_outcome_is_there_all_the_same(ask):
    found = ask("rollout_outcome", "type", "numerator_high", indicator="onbekend")
    assert found == [("", None)] * 6


def test_a_class_since_the_start_is_of_the_pilot_with_that_outcome(ask):
    assert ask("rollout_classes", "place", "judged", "shared", indicator="verwijzingen_sggz_huisarts") == [
        ("01990001", -1, 1), ("01990002", 0, 2), ("01990004", 0, 2),
    ]  # fmt: skip
    assert ask("rollout_classes", "place", indicator="verwijzingen_sggz") == []


def test_the_files_of_a_source(tmp_path):
    cube = current(write_home(tmp_path) / "published").cube("GM9901", "intern")
    assert cube.rows("source_deliveries", source="ojg_contacten").values == (
        ("ojg_contacten", 1, "ojg_2025.csv", date(2026, 1, 12)),
    )
    assert cube.rows("source_deliveries", source="uitrol").values == (("uitrol", 0, None, None),)
