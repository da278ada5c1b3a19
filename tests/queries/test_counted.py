"""Figures that arrive already counted become cells, never beside rows of the same period."""

from pathlib import Path

from tests.queries.given import expect, given, indicator, prepared
from tests.queries.test_measure import PLAN
from voorkant.builder import measure
from voorkant.builder.counted import with_counted
from voorkant.builder.quality import gap_rows, gaps
from voorkant.declare.settings import Rule

CELLS = """
    select area.code as area, period.code as period, true_cell.* from true_cell
    inner join area using (area_id) inner join period using (period_id)
    where area.code like 'GM%' and period.type = 'quarter'
"""
POPULATION = "\n".join(
    ["gebiedscode | jaar | leeftijdsgroep | aantal"]
    + [f"GM9901 | 2024 | {group} | 500" for group in ("0-3", "4-11", "12-17")]
)


def test_a_gemeente_that_delivers_counted_figures_alone_has_cells(tmp_path: Path) -> None:
    database = given(
        tmp_path,
        bevolking=POPULATION,
        aggregaten="""
            indicator         | gebiedscode | periode | teller
            Verwijzingen_sggz | GM9901      | 2024-Q1 | 60
            verwijzingen_sggz | GM9901      | 2024-Q2 | 14
            verwijzingen_sggz | GM9902      | 2024-Q2 | 20
        """,
    )
    item = indicator("verwijzingen_sggz")
    found = measure.measure(database, item, plan=PLAN, windows=prepared(database))
    assert found == measure.Measurement(unknown_keys=True)
    expect(database, CELLS, """
        area   | period  | numerator | denominator | youths | status     | reason
        GM9901 | 2024-Q1 | 60        | 1500        | 20     | definitief | -
        GM9901 | 2024-Q2 | 14        | 1500        | 4      | voorlopig  | -
        GM9902 | 2024-Q2 | 20        | -           | 6      | voorlopig  | -
    """)  # fmt: skip
    assert with_counted(database, item, {"aggregaten"}).sources == ("aggregaten",)
    assert with_counted(database, item, {"ggz_verwijzingen"}).sources == ("ggz_verwijzingen", "aggregaten")
    assert with_counted(database, indicator("contacten"), {"aggregaten"}) == indicator("contacten")


def test_rows_count_where_there_are_rows_and_counted_figures_elsewhere(tmp_path: Path) -> None:
    database = given(
        tmp_path,
        ggz_verwijzingen="""
            verwijzing_id | client_id | verwijsdatum | gemeentecode | productcategorie
            v1            | 1         | 2024-01-10   | GM9901       | 52
            v2            | 2         | 2024-04-10   | GM9901       | 52
        """,
        aggregaten="""
            indicator         | gebiedscode | periode | teller
            verwijzingen_sggz | GM9901      | 2024-Q1 | 60
            verwijzingen_sggz | GM9902      | 2024-Q1 | 21
        """,
    )
    measure.measure(database, indicator("verwijzingen_sggz"), plan=PLAN, windows=prepared(database))
    expect(database, f"{CELLS} and dimension = '' and period.code = '2024-Q1'", """
        area   | period  | numerator | youths | reason
        GM9901 | 2024-Q1 | 1         | 1      | -
        GM9902 | 2024-Q1 | 21        | 7      | -
    """)  # fmt: skip


def test_a_share_needs_the_number_it_is_of_and_what_is_shown_nowhere_is_told(tmp_path: Path) -> None:
    database = given(
        tmp_path,
        aggregaten="""
            indicator         | gebiedscode | periode | teller | noemer
            zonder_verwijzing | GM9901      | 2024-Q1 | 30     | 90
            zonder_verwijzing | GM9901      | 2024-Q2 | 30     | -
            zonder_verwijzing | GM9901      | 2024-Q3 | 30     | 20
            zonder_verwijzing | GM9901      | 2024-Q4 | 30.5   | 90
            bereik            | GM9901      | 2024-Q1 | 30     | -
        """,
    )
    item = indicator("zonder_verwijzing")
    measure.measure(database, item, plan=PLAN, windows=prepared(database))
    expect(database, CELLS, """
        area   | period  | numerator | denominator | youths | others
        GM9901 | 2024-Q1 | 30        | 90          | 10     | 20
    """)  # fmt: skip
    told = [(row[2], row[4]) for row in gap_rows(gaps(database, [], {}), Rule(5, 3)) if row[1] == "aggregaten"]
    assert told == [
        ("Geteld geleverde cijfers van bereik", 3.0),
        ("Geteld geleverde cijfers van zonder_verwijzing", 3.0),
    ]
