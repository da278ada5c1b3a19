"""The figure panels on a small real publication: what is given stands in tests/cubes.py, what is expected here."""

from datetime import date

import duckdb
import pytest

from tests.cubes import write_home
from voorkant.cube.reader import current

AREAS = ["GM9901", "RG01", "NL00"]
QUARTERS = {"programme": "ojg", "area": "GM9901", "period_type": "quarter"}


@pytest.fixture(scope="module")
def publication(tmp_path_factory):
    return current(write_home(tmp_path_factory.mktemp("home")) / "published")


@pytest.fixture(scope="module")
def ask(publication):
    def asked(panel, *columns, scope="GM9901", protection="intern", **params):
        frame = publication.cube(scope, protection).query(panel, **params)
        plain = frame[list(columns)].astype(object)
        return [tuple(row) for row in plain.where(plain.notna(), None).itertuples(index=False)]

    return asked


def test_a_figure_is_one_area_period_after_period(ask):
    found = ask(
        "figure", "indicator", "period", indicators=["verwijzingen_sggz"], first="2024-Q3", last="2025-Q1", **QUARTERS
    )
    assert found == [("verwijzingen_sggz", period) for period in ("2024-Q3", "2024-Q4", "2025-Q1")]


def test_an_indicator_with_a_programme_and_one_without_come_together(ask):
    wanted = ["contacten", "verwijzingen_sggz"]
    found = ask("figure", "indicator", indicators=wanted, first="", last="2024-Q1", **QUARTERS)
    assert found == [("contacten",), ("verwijzingen_sggz",)]


def test_a_hidden_cell_has_the_range_of_its_rate(ask):
    found = ask(
        "figure", "value", "range_low", "range_high", "reason", indicators=["verwijzingen_sggz"], programme="ojg",
        area="WK990102", period_type="year", first="", last="2024",
    )  # fmt: skip
    assert found == [(None, 0.0, pytest.approx(1000 * 4 / 180), "klein")]


def test_a_bound_as_large_as_the_denominator_says_nothing(tmp_path):
    home = write_home(tmp_path)
    path = current(home / "published").folder / "GM9901" / "intern.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("update cell set numerator_high = denominator where numerator is null")
    found = (
        current(home / "published")
        .cube("GM9901", "intern")
        .query(
            "figure",
            indicators=["verwijzingen_sggz"],
            programme="ojg",
            area="WK990102",
            period_type="year",
            first="",
            last="",
        )
    )
    assert found["range_high"].isna().all()


def test_the_range_of_a_share_ends_at_the_whole(ask):
    found = ask(
        "figure", "denominator", "range_high", "reason", indicators=["zonder_verwijzing"], programme="ojg",
        area="WK990102", period_type="half", first="", last="",
    )  # fmt: skip
    assert {row[1] for row in found} == {100.0}


def test_a_shown_cell_has_no_range(ask):
    found = ask("figure", "range_low", "range_high", indicators=["contacten"], first="", last="", **QUARTERS)
    assert set(found) == {(None, None)}


def test_a_finding_is_the_newest_firm_value_beside_a_year_earlier(ask):
    found = ask(
        "finding", "period", "old_period", "broken", "latest_period", "latest_status",
        indicators=["verwijzingen_sggz", "contacten"], areas=AREAS, last="", **QUARTERS,
    )  # fmt: skip
    assert found == [
        ("2025-Q3", "2024-Q3", False, "2025-Q4", "voorlopig"),
        ("2025-Q4", "2024-Q4", False, "2025-Q4", "definitief"),
    ]


def test_a_changed_definition_in_between_is_told(ask):
    slugs = ["verwijzingen_sggz_huisarts"]
    assert ask("finding", "broken", indicators=slugs, areas=AREAS, last="", **QUARTERS) == [(True,)]
    assert ask("finding", "broken", indicators=slugs, areas=AREAS, last="2025-Q2", **QUARTERS) == [(False,)]


def test_a_finding_without_a_firm_value_still_names_the_newest_period(ask):
    found = ask(
        "finding", "period", "latest_period", "latest_reason", indicators=["verwijzingen_sggz"], programme="ojg",
        area="WK990102", areas=AREAS, period_type="year", last="",
    )  # fmt: skip
    assert found == [(None, "2025", "klein")]


def test_a_finding_of_an_unknown_indicator_is_no_row(ask):
    assert ask("finding", "period", indicators=["bestaat_niet"], areas=AREAS, last="", **QUARTERS) == []


def test_a_pair_is_of_the_same_moments_in_the_same_season(ask):
    found = ask(
        "paired", "indicator", "old_period", "period", inzet="contacten", uitkomst="verwijzingen_sggz", areas=AREAS,
        first="", last="", **QUARTERS,
    )  # fmt: skip
    assert found == [("contacten", "2024-Q3", "2025-Q3"), ("verwijzingen_sggz", "2024-Q3", "2025-Q3")]


def test_a_pair_stays_within_the_chosen_time(ask):
    found = ask(
        "paired", "period", "old_period", inzet="contacten", uitkomst="verwijzingen_sggz", areas=AREAS,
        first="2025-Q1", last="2025-Q2", **QUARTERS,
    )  # fmt: skip
    assert found == [("2025-Q2", None), ("2025-Q2", None)]


def test_no_pair_where_one_of_both_is_hidden(ask):
    found = ask(
        "paired", "period", inzet="contacten", uitkomst="verwijzingen_sggz", areas=AREAS, first="", last="",
        programme="ojg", area="WK990102", period_type="year",
    )  # fmt: skip
    assert found == []


def test_events_of_the_area_the_indicator_and_the_time(ask):
    def titles(slugs, areas, first, last):
        found = ask("figure_events", "title", indicators=slugs, areas=areas, first_day=first, last_day=last)
        return [title for (title,) in found]

    year = (date(2025, 1, 1), date(2025, 12, 31))
    assert titles(["contacten"], AREAS, *year) == ["Griepgolf"]
    assert titles(["verwijzingen_sggz_huisarts"], AREAS, *year) == ["Griepgolf", "Andere telling van verwijzingen"]
    both = (date(2024, 1, 1), date(2025, 12, 31))
    assert "Start Ondersteuner Jeugd & Gezin" in titles(["contacten"], AREAS, *both)
    assert "Start Ondersteuner Jeugd & Gezin" not in titles(["contacten"], ["GM9902"], *both)


def test_indicators_come_in_the_asked_order(ask):
    found = ask("figure_indicator", "slug", "better", indicators=["verwijzingen_sggz", "contacten", "onbekend"])
    assert found == [("verwijzingen_sggz", "lower"), ("contacten", "neither")]


def test_a_benchmark_is_the_region_and_else_the_country(ask):
    region = {"scope": "regio", "protection": "openbaar", "programme": "ojg", "period_type": "year"}
    assert ask("benchmark", "level", indicator="verwijzingen_sggz", period="2024", **region) == [("regio",)]
    assert ask("benchmark", "area", "value", indicator="cbs_jeugdhulpgebruik", period="2022", **region) == [
        ("NL00", 13.2)
    ]
    assert ask("benchmark", "level", indicator="cbs_jeugdhulpgebruik", period="2030", **region) == []


def test_a_place_has_a_name(ask):
    assert ask("place", "name", "level", area="WK990102") == [("Buitendijk", "wijk")]
    assert ask("place", "name", area="WK999999") == []
