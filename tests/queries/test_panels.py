"""The figure panels on a small real publication: what is given stands in tests/cubes.py, what is expected here."""

import shutil
from datetime import date

import duckdb
import pytest

from tests.cubes import write_home
from tests.inserting import insert
from voorkant.builder.database import query_file
from voorkant.cube.reader import current
from voorkant.report.asking import Wanted
from voorkant.report.rows import TELLING, Happening, rows

AREAS = ["GM9901", "RG01", "NL00"]
QUARTERS = {"programmes": ["ojg"], "areas": ["GM9901"], "period_type": "quarter"}


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
    found = ask("figure", "indicator", "period", indicators=["verwijzingen_sggz"], last="2024-Q3", **QUARTERS)
    assert found == [("verwijzingen_sggz", period) for period in ("2024-Q1", "2024-Q2", "2024-Q3")]


def test_an_indicator_with_a_programme_and_one_without_come_together(ask):
    wanted = ["contacten", "verwijzingen_sggz"]
    found = ask("figure", "indicator", indicators=wanted, last="2024-Q1", **QUARTERS)
    assert found == [("contacten",), ("verwijzingen_sggz",)]


def test_several_areas_and_programmes_come_in_one_answer(tmp_path):
    publication = current(write_home(tmp_path) / "published")
    with duckdb.connect(str(publication.folder / "GM9901" / "intern.duckdb")) as connection:
        connection.execute("insert into programme select 2, 'sjb', title, unit, places, running from programme limit 1")
        connection.execute("insert into cell select * replace (2 as programme_id) from cell where programme_id = 1")
    cube = publication.cube("GM9901", "intern")
    wanted = {"indicators": ["contacten", "verwijzingen_sggz"], "period_type": "year", "last": "2024"}
    areas, programmes = ["WK990102", "GM9901"], ["ojg", "sjb"]
    found = cube.rows("figure", programmes=programmes, areas=areas, **wanted)
    apart = [
        row
        for area in areas
        for programme in programmes
        for row in cube.rows("figure", programmes=[programme], areas=[area], **wanted).values
    ]
    assert {row["area"] for row in found.named()} == set(areas)
    assert {row["programme"] for row in found.named()} == {"", *programmes}
    assert set(found.values) == set(apart)
    assert len(found.values) == len(set(apart))


def test_a_hidden_cell_has_the_range_of_its_rate(ask):
    found = ask(
        "figure", "value", "range_low", "range_high", "reason", indicators=["verwijzingen_sggz"],
        programmes=["ojg"], areas=["WK990102"], period_type="year", last="2024",
    )  # fmt: skip
    assert found == [(None, 0.0, pytest.approx(1000 * 4 / 180), "klein")]


@pytest.mark.parametrize("bound", ["denominator", f"{TELLING} * 5"])
def test_a_bound_as_large_as_the_denominator_or_four_times_the_threshold_says_nothing(tmp_path, bound):
    home = write_home(tmp_path)
    path = current(home / "published").folder / "GM9901" / "intern.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"update cell set numerator_high = {bound} where numerator is null")
    found = (
        current(home / "published")
        .cube("GM9901", "intern")
        .query(
            "figure",
            indicators=["verwijzingen_sggz"],
            programmes=["ojg"],
            areas=["WK990102"],
            period_type="year",
            last="",
        )
    )
    assert found["range_high"].isna().all()


def test_a_share_that_can_be_all_has_no_range(ask):
    found = ask(
        "figure", "denominator", "range_high", "reason", indicators=["zonder_verwijzing"],
        programmes=["ojg"], areas=["WK990102"], period_type="half", last="",
    )  # fmt: skip
    assert {row[1] for row in found} == {None}


def test_a_shown_cell_has_no_range(ask):
    found = ask("figure", "range_low", "range_high", indicators=["contacten"], last="", **QUARTERS)
    assert set(found) == {(None, None)}


def test_events_of_the_area_the_indicator_and_the_time(publication):
    delivered = rows(publication.cube("GM9901", "intern").rows("figure_events"), Happening)

    def titles(slugs, areas, first, last):
        return [item.title for item in Wanted(slugs, areas, first, last).of(delivered)]

    year = (date(2025, 1, 1), date(2025, 12, 31))
    assert titles(["contacten"], AREAS, *year) == ["Griepgolf"]
    assert titles(["verwijzingen_sggz_huisarts"], AREAS, *year) == ["Griepgolf", "Andere telling van verwijzingen"]
    both = (date(2024, 1, 1), date(2025, 12, 31))
    assert "Start Ondersteuner Jeugd & Gezin" in titles(["contacten"], AREAS, *both)
    assert "Start Ondersteuner Jeugd & Gezin" not in titles(["contacten"], ["GM9902"], *both)


@pytest.mark.parametrize("scope", ["regio", "GM9901"])
def test_what_is_offered_is_what_the_cells_hold(publication, scope):
    """Counted once more, plainly, from the cells themselves."""
    cube = publication.cube(scope, "intern")
    with cube._connection.cursor() as cursor:
        cells = cursor.execute(
            'select indicator.slug, programme.slug, area.level, area.code, type, start, "end", reason from cell join '
            "indicator using (indicator_id) join programme using (programme_id) join area using (area_id) "
            "join period using (period_id) where split_id = 0"
        ).fetchall()
        offered = cursor.execute("select * from offer").fetchall()
    groups: dict[tuple, list] = {}
    for *key, start, end, reason in cells:
        groups.setdefault(tuple(key), []).append((start, end, reason))
    expected = []
    for key, found in groups.items():
        counted = [reason is None for _, _, reason in found if reason not in ("nvt", "niet_geleverd", "onvolledig")]
        shown = sum(counted) / len(counted) if counted else None
        expected.append((*key, min(row[0] for row in found), max(row[1] for row in found), pytest.approx(shown)))
    assert sorted(offered, key=str) == sorted(expected, key=lambda row: str((*row[:-1], "")))


def test_two_indicators_are_offered_where_both_have_cells(ask):
    chosen = {"inzet": "contacten", "programme": "ojg", "uitkomst": "verwijzingen_sggz"}
    found = ask("options_periods", "level", "area", "type", **chosen)
    assert ("praktijk", "01990001", "year") in found
    assert ("praktijk", "01990001", "quarter") not in found, "referrals per practice are published per year only"
    assert ("gemeente", "GM9901", "month") in found
    first, last = ask("options_periods", "first_day", "last_day", **chosen)[0]
    codes = ask("options_range", "code", type="quarter", first_day=first, last_day=last)
    assert codes == [(f"{year}-Q{quarter}",) for year in (2024, 2025) for quarter in (1, 2, 3, 4)]


def test_every_indicator_says_what_it_is(ask):
    found = ask("figure_indicator", "slug", "better")
    assert {("verwijzingen_sggz", "lower"), ("contacten", "neither")} <= set(found)
    assert len(found) == len(ask("figure_deliveries", "indicator"))


def test_a_benchmark_is_the_region_and_else_the_country(ask):
    region = {"scope": "regio", "protection": "openbaar", "programme": "ojg", "period_type": "year"}
    found = {row[:2]: row[2:] for row in reversed(ask("benchmark", "indicator", "period", "area", "value", **region))}
    assert found["verwijzingen_sggz", "2024"][0] == "RG01"
    assert found["cbs_jeugdhulpgebruik", "2022"] == ("NL00", 13.2)
    assert ("cbs_jeugdhulpgebruik", "2030") not in found


def test_groups_are_offered_where_they_have_a_figure_and_come_year_after_year(ask):
    assert ("verwijzingen_sggz", "", "age_group") in ask(
        "group_offer", "indicator", "programme", "dimension", programme="ojg", area="GM9901"
    )
    assert ask("group_offer", "indicator", programme="ojg", area="GM9909") == []
    wanted = {"indicator": "verwijzingen_sggz", "programme": "", "area": "GM9901"}
    found = ask("groups", "part", "period", dimension="age_group", **wanted)
    assert found == [(part, year) for part in ("0-3", "12-17", "4-11") for year in ("2024", "2025")]
    assert ask("groups", "part", dimension="sex", **wanted) == []


def where_measures_stand(cube):
    """(gemeente, indicator, programme) -> (compared, on the map): as the two pages ask it, and as one measure does."""
    slugs = [row["slug"] for row in cube.rows("figure_indicator").named()]
    pages, measure = {}, {}
    for programme in ("", "ojg", "sjb"):
        compared = cube.rows("compare", programme=programme, level="gemeente", whole=["regio", "land"]).named()
        drawn = cube.rows("map_measures", programme=programme, level="gemeente").named()
        both = {(row["indicator"], row["area"]) for row in compared}, {row["indicator"] for row in drawn}
        for key in ((area, slug, programme) for area in ("GM9901", "GM9902") for slug in slugs):
            pages[key] = (key[1], key[0]) in both[0], key[1] in both[1]
            asked = dict(zip(("area", "indicator", "programme"), key, strict=True))
            [measure[key]] = cube.rows("measure_elsewhere", **asked).values
    return pages, measure


@pytest.mark.parametrize("before", [
    "select 1",
    "update cell set value = null, reason = 'klein', status = 'voorlopig'",
    "update cell set value = null, reason = 'geen_cijfer'",
    "update cell set value = null, reason = 'nvt'",
])  # fmt: skip
def test_one_measure_knows_on_which_pages_it_stands_beside_others(tmp_path, before):
    home = write_home(tmp_path)
    path = current(home / "published").folder / "regio" / "openbaar.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(before)
        connection.execute("delete from offer")
        connection.execute(f"insert into offer {query_file('publish', 'offer').replace('target.', '')}")
    pages, measure = where_measures_stand(current(home / "published").cube("regio", "openbaar"))
    assert measure == pages
    if before == "select 1":
        assert {answer[0] for answer in measure.values()} == {answer[1] for answer in measure.values()} == {True, False}


def test_parts_are_compared_with_their_gemeente_in_the_newest_firm_year(ask):
    found = ask("compare", "indicator", "level", "period", programme="ojg", level="wijk", whole=["gemeente"])
    mine = [row for row in found if row[0] == "verwijzingen_sggz"]
    assert mine == [("verwijzingen_sggz", "gemeente", "2024")] + [("verwijzingen_sggz", "wijk", "2024")] * 3


def test_a_place_has_a_name(ask):
    assert ask("place", "name", "level", area="WK990102") == [("Buitendijk", "wijk")]
    assert ask("place", "name", area="WK999999") == []


def test_products_without_a_care_class_are_taken_from_their_notes(tmp_path):
    publication = current(write_home(tmp_path) / "published")
    with duckdb.connect(str(publication.folder / "GM9901" / "intern.duckdb")) as connection:
        connection.execute("delete from quality")
        added = [("Verwijzingen zonder zorgsoort: product 54 54009", 12), ("Declaraties zonder zorgsoort: product 54 54009", 6),
             ("Verwijzingen zonder zorgsoort: product 56", None), ("Verwijzingen zonder zorgsoort: product (leeg) 1", 3),
             ("Iets anders", 9)]  # fmt: skip
        insert(connection, "quality", [("ontbreekt", "x", item, None, value, "") for item, value in added])
    found = publication.cube("GM9901", "intern").query("quality_products")
    assert [tuple(row) for row in found.itertuples(index=False)] == [("54", "54009", 18.0), ("56", "", 0.0)]


def test_the_origin_of_an_indicator_is_its_files_their_owners_and_what_was_unlike(tmp_path):
    home = write_home(tmp_path)
    path = current(home / "published").folder / "GM9901" / "intern.duckdb"
    added = [("afspraak_termijn", "ggz_verwijzingen", "Backoffice", None, 0, "jaar"),
             ("afwijking", "ggz_verwijzingen", "Meer dan anders", "2025-03", None, "Klopt")]  # fmt: skip
    with duckdb.connect(str(path)) as connection:
        insert(connection, "quality", added)
    found = current(home / "published").cube("GM9901", "intern").rows("figure_origin", level="gemeente").values
    assert [row[1:] for row in found if row[0] == "verwijzingen_sggz"] == [
        ("teller", "afwijking", "Meer dan anders: Klopt", None), ("teller", "eigenaar", "Backoffice", None),
        ("teller", "levering", "ggz_2025.csv", date(2026, 1, 14)),
    ]  # fmt: skip


def test_behind_a_figure_is_the_file_of_its_denominator_too(tmp_path):
    home = write_home(tmp_path)
    path = current(home / "published").folder / "GM9901" / "intern.duckdb"
    with duckdb.connect(str(path)) as connection:
        delivered = ("bevolking", "praktijken", "scholen")
        insert(connection, "quality", [("levering", kind, f"{kind}.csv", "2026-01-15", 1, "") for kind in delivered])
        connection.execute("update indicator set denominator = 'leerlingen' where slug = 'contacten'")
        connection.execute("update indicator set denominator = 'none' where slug = 'wachttijd'")
    cube = current(home / "published").cube("GM9901", "intern")
    kinds = {"gemeente": "bevolking", "": "bevolking", "praktijk": "praktijken", "school": "scholen"}
    for level, kind in kinds.items():
        found = cube.rows("figure_origin", level=level).values
        below = {row[0]: row[3] for row in found if row[1] == "noemer"}
        assert below["verwijzingen_sggz"] == f"{kind}.csv"
        assert below["contacten"] == "scholen.csv"
        assert "wachttijd" not in below


def test_hidden_cells_are_counted_by_reason_and_level(ask):
    columns = ("level", "cells", "shown", "small", "traceable", "absent")
    found = {row[0]: row[1:] for row in ask("protection_hidden", *columns, protection="openbaar")}
    assert list(found) == ["gemeente", "wijk"]
    assert all(cells == shown + small + traceable + absent for cells, shown, small, traceable, absent in found.values())
    assert found["wijk"][2] > 0


def test_true_counts_are_offered_by_measure_and_told_by_place_and_month(tmp_path):
    home = write_home(tmp_path)
    folder = current(home / "published").folder / "GM9901"
    path = shutil.copy(folder / "intern.duckdb", folder / "detail-ojg.duckdb")
    with duckdb.connect(str(path)) as connection:
        connection.execute("update meta set value = 'detail-ojg' where key = 'protection'")
        connection.execute("delete from cell")
        connection.execute(
            'insert into cell select 1, 1, area_id, period_id, 0, month("start"), 0, 0, 820, 1, null, null, '
            "if(month(\"start\") = 12, 'voorlopig', 'definitief'), null from area, period where type = 'month' "
            "and area.code = '01990001' and year(\"start\") = 2025"
        )
        connection.execute("update cell set numerator = null, reason = 'nvt' where numerator = 1")
    cube = current(home / "published").cube("GM9901", "detail-ojg")
    [offered] = cube.rows("detail_offer").named()
    assert offered == {
        "slug": "contacten", "title": "Contacten van het programma", "share": False, "first": 2025, "last": 2025,
    }  # fmt: skip
    [place] = cube.rows("detail_places", indicator="contacten", year=2025).named()
    assert (place["code"], place["name"]) == ("01990001", "Praktijk De Linde")
    assert place["months"] == [f"2025-{month:02d}" for month in range(1, 13)]
    assert place["counts"] == [None, *range(2, 13)]
    assert place["groups"] == [820] * 12
    assert place["provisional"] == [False] * 11 + [True]
    assert cube.rows("detail_places", indicator="contacten", year=2024).values == ()


def test_the_outcome_alone_is_offered_where_the_programme_is_not(ask):
    alone = ask("options_periods", "area", "type", inzet="contacten", programme="nergens", uitkomst="verwijzingen_sggz")
    assert ("GM9901", "month") in alone
    assert ask("options_periods", "area", inzet="contacten", programme="ojg", uitkomst="nergens") == []
