"""Other programmes, money, experiences, counted figures and kernen: from what is delivered to cells."""

from datetime import date
from pathlib import Path

import pytest

from tests.queries.given import SOURCES, expect, given, indicator, prepared
from voorkant import ROOT
from voorkant.builder import marts, measure, region
from voorkant.builder.database import Database
from voorkant.builder.quality import gap_rows, gaps
from voorkant.declare.cubeplan import read_cubeplan
from voorkant.declare.home import Home
from voorkant.declare.programme import Programme
from voorkant.declare.settings import Rule

from .given import REGION

PLAN = read_cubeplan(ROOT / "data" / "cubeplan.toml")
PROGRAMMES = [
    Programme("steun", "Steungezinnen", "gezin", ("preventie_contacten",), ()),
    Programme("dorp", "Basisondersteuning in het dorp", "kern", ("preventie_contacten",), ()),
    Programme("ojg", "Ondersteuner", "praktijk", ("ojg_contacten",), ()),
]
KERNEN = """
    kern | naam       | gemeentecode | wijkcode
    K01  | Oude Veen  | -            | WK990101
    K02  | Nieuw Veen | GM9901       | WK990102
    K03  | Dorp       | -            | WK990101
    K04  | Dorp       | -            | WK990201
"""
CONTACTS = """
    contact_id | voorziening   | client_id | gezin_id | traject_id | contactdatum | locatie   | gemeentecode | wijkcode | leeftijd | vervolg          | afgerond | einddatum
    c1         | Steungezinnen | 1         | 91       | 11         | 2024-01-10   | -         | GM9901       | -        | 8        | -                | -        | -
    c2         | steun         | 2         | 91       | 12         | 2024-02-10   | -         | GM9901       | WK990102 | 9        | zelf_afgehandeld | -        | 2024-02-10
    c3         | dorp          | 3         | -        | 13         | 2024-03-10   | K01       | -            | -        | 9        | basis_ggz        | true     | -
    c4         | DORP          | -         | 92       | -          | 2024-03-11   | oude veen | GM9902       | -        | 9        | -                | false    | -
    c5         | dorp          | 5         | -        | 15         | 2024-03-12   | Dorp      | GM9902       | -        | 9        | -                | -        | -
    c6         | dorp          | 6         | -        | 16         | 2024-12-12   | WK990102  | -            | -        | 9        | -                | -        | -
    c7         | onbekend ding | 7         | -        | 17         | 2024-12-12   | 01000001  | -            | -        | 9        | -                | -        | -
"""


@pytest.fixture
def database(tmp_path: Path) -> Database:
    made = given(tmp_path, preventie_contacten=CONTACTS, kernen=KERNEN)
    marts.build_marts(made, Home(tmp_path), PROGRAMMES)
    region.define_region(made, REGION)
    return made


def test_contacts_of_every_programme_stand_in_one_mart(database: Database) -> None:
    expect(database, "select * from fct_contact", """
        youth_key | protect_key | programme     | day        | location | area_code | afgerond
        1         | 91          | steun         | 2024-01-10 | -        | GM9901    | false
        2         | 91          | steun         | 2024-02-10 | -        | WK990102  | true
        3         | 3           | dorp          | 2024-03-10 | K01      | WK990101  | true
        92        | 92          | dorp          | 2024-03-11 | K01      | GM9902    | false
        5         | 5           | dorp          | 2024-03-12 | Dorp     | GM9902    | false
        6         | 6           | dorp          | 2024-12-12 | WK990102 | WK990102  | false
        7         | 7           | onbekend ding | 2024-12-12 | 01000001 | -         | false
    """)  # fmt: skip


def _year(database: Database, slug: str) -> str:
    measure.measure(database, indicator(slug), plan=PLAN, windows=prepared(database))
    return (
        "select true_cell.*, area.code as area, period.code as period, area.level from true_cell "
        "inner join area using (area_id) inner join period using (period_id) "
        "where period.code = '2024' and dimension = '' and numerator + coalesce(denominator, 0) > 0"
    )


def test_contacts_are_counted_per_kern_wijk_and_gemeente(database: Database) -> None:
    expect(database, _year(database, "contacten"), """
        programme | level    | area     | numerator | youths
        steun     | gemeente | GM9901   | 2         | 1
        steun     | wijk     | WK990102 | 1         | 1
        dorp      | regio    | RG01     | 4         | 4
        dorp      | gemeente | GM9901   | 2         | 2
        dorp      | gemeente | GM9902   | 2         | 2
        dorp      | wijk     | WK990101 | 1         | 1
        dorp      | wijk     | WK990102 | 1         | 1
        dorp      | kern     | K01      | 2         | 2
    """)  # fmt: skip


def test_youths_reached_and_protected_by_their_family(database: Database) -> None:
    query = f"select * from ({_year(database, 'bereikte_jeugdigen')}) where area in ('RG01', 'GM9901')"
    expect(database, query, """
        programme | numerator | youths
        steun     | 2         | 1
        dorp      | 2         | 2
        dorp      | 4         | 4
    """)  # fmt: skip


def test_closed_without_a_verwijzing(database: Database) -> None:
    query = f"select * from ({_year(database, 'zonder_verwijzing')}) where level = 'gemeente' and denominator > 0"
    expect(database, query, """
        programme | numerator | denominator
        steun     | 1         | 1
        dorp      | 0         | 1
    """)  # fmt: skip


def test_each_programme_has_the_window_of_the_source_that_delivers_it(tmp_path: Path) -> None:
    database = given(
        tmp_path,
        ojg_contacten="""
            contact_id | client_id | contactdatum | praktijk_agb | gemeentecode
            c1         | 1         | 2022-01-10   | 01000001     | GM9901
            c2         | 1         | 2023-12-10   | 01000001     | GM9901
        """,
        preventie_contacten="""
            contact_id | voorziening      | client_id | contactdatum | gemeentecode
            p1         | kinderwerk       | 1         | 2023-05-10   | GM9902
            p2         | kinderwerk       | 1         | 2024-12-10   | GM9902
        """,
    )
    measure.measure(database, indicator("contacten"), plan=PLAN, windows=prepared(database))
    expect(
        database,
        "select programme, period.code as period, status, coalesce(reason, '-') as reason, area.code as area "
        "from true_cell inner join area using (area_id) "
        "inner join period using (period_id) where period.type = 'year' and dimension = '' and level = 'gemeente'",
        """
        programme        | area   | period | status     | reason
        ojg              | GM9901 | 2022   | definitief | -
        ojg              | GM9901 | 2023   | voorlopig  | -
        ojg              | GM9902 | 2022   | definitief | niet_geleverd
        ojg              | GM9902 | 2023   | voorlopig  | niet_geleverd
        kinderwerk       | GM9901 | 2023   | onvolledig | niet_geleverd
        kinderwerk       | GM9901 | 2024   | voorlopig  | niet_geleverd
        kinderwerk       | GM9902 | 2023   | onvolledig | -
        kinderwerk       | GM9902 | 2024   | voorlopig  | -
        """,
    )


def test_one_of_the_alternative_sources_is_enough(database: Database, tmp_path: Path) -> None:
    told = [
        row[3]
        for row in gap_rows(gaps(database, [indicator("contacten")], SOURCES), Rule(5, 3))
        if row[2] == "Contacten"
    ]
    assert told == []
    empty = given(tmp_path / "leeg")
    item = indicator("contacten")
    assert item.without_empty({"preventie_contacten"}).sources == ("preventie_contacten",)
    assert item.without_empty({"praktijken"}).sources == item.sources
    [row] = [
        row for row in gap_rows(gaps(empty, [indicator("contacten")], SOURCES), Rule(5, 3)) if row[2] == "Contacten"
    ]
    assert row[1] == "ojg_contacten"
    assert all(SOURCES[slug].title in str(row[5]) for slug in ("ojg_contacten", "preventie_contacten"))


def test_what_counts_nowhere_is_told_by_name(database: Database) -> None:
    told = {(row[1], row[2], row[4]) for row in gap_rows(gaps(database, [], SOURCES), Rule(5, 3))}
    assert {
        ("preventie_contacten", "Contacten van een onbekend programma: onbekend ding", 3.0),
        ("preventie_contacten", "Contacten op een onbekende plek: Dorp", 3.0),
        ("preventie_contacten", "Contacten van buiten de regio of zonder gemeente", 3.0),
    } <= told


def test_a_kern_hangs_under_its_wijk_where_that_is_known(database: Database) -> None:
    expect(database, "select * from area where level = 'kern'", """
        code | name       | gemeente_code | parent_code
        K01  | Oude Veen  | GM9901        | WK990101
        K02  | Nieuw Veen | GM9901        | WK990102
        K03  | Dorp       | GM9901        | WK990101
        K04  | Dorp       | GM9902        | GM9902
    """)  # fmt: skip


def test_a_rollout_names_a_kern_and_a_programme_in_words(tmp_path: Path) -> None:
    database = given(tmp_path, kernen=KERNEN, uitrol="""
        programma           | locatie    | startdatum
        Jeugdhulp op school | nieuw veen | 2023-01-01
        ojg                 | ergens     | 2023-01-01
    """)  # fmt: skip
    expect(database, "select * from dim_rollout", """
        programme        | location | gemeente_code
        jeugdhulp_school | K02      | GM9901
        ojg              | ergens   | -
    """)  # fmt: skip
    told = [row[2] for row in gap_rows(gaps(database, [], SOURCES), Rule(5, 3))]
    assert "Een programma op een onbekende plek: ergens" in told


def test_claims_in_euros_with_credit_negative(tmp_path: Path) -> None:
    database = given(tmp_path, declaraties="""
        declaratie_id | toewijzingnummer | client_id | periode_start | periode_eind | productcategorie | productcode | bedrag  | debet_credit | volume
        d1            | T1               | 1         | 2024-01-01    | 2024-01-31   | 54               | 54003       | 100.50  | D            | 2
        d2            | T1               | 1         | 2024-01-01    | -            | 54               | 54003       | 100.50  | C            | 2
        d3            | T2               | 2         | 2024-02-01    | -            | 54               | 54099       | -20     | C            | -
        d4            | T2               | 2         | 2024-02-01    | -            | 52               | 52A01       | -20     | D            | -
    """)  # fmt: skip
    expect(database, "select * from fct_declaratie", """
        youth_key | toewijzing | day        | last_day   | zorgsoort       | amount
        1         | T1         | 2024-01-01 | 2024-01-31 | specialistisch  | 100.5
        1         | T1         | 2024-01-01 | 2024-01-01 | specialistisch  | -100.5
        2         | T2         | 2024-02-01 | 2024-02-01 | -               | -20.0
        2         | T2         | 2024-02-01 | 2024-02-01 | specialistisch  | -20.0
    """)  # fmt: skip


def test_experiences_know_their_programme_and_place(tmp_path: Path) -> None:
    database = given(tmp_path, kernen=KERNEN, ervaringen="""
        programma           | locatie   | datum      | periode | vraag   | schaal_min | schaal_max | score | informant
        Jeugdhulp op school | oude veen | 2024-02-01 | 2024    | Gehoord | 1          | 5          | 4     | ouder
        ojg                 | 01000001  | -          | 2024-H1 | Cijfer  | -          | -          | 8.5   | -
    """)  # fmt: skip
    expect(database, "select * from fct_ervaring", """
        programme        | location | day        | period_code | scale_min | scale_max | score | informant
        jeugdhulp_school | K01      | 2024-02-01 | -           | 1.0       | 5.0       | 4.0   | ouder
        ojg              | 01000001 | -          | 2024-H1     | -         | -         | 8.5   | -
    """)  # fmt: skip


def test_counted_figures_stay_as_they_are(tmp_path: Path) -> None:
    database = given(tmp_path, aggregaten="""
        indicator | gebiedscode | periode | teller | noemer
        bereik    | GM9901      | 2024-Q1 | 12     | 1500
        bereik    | GM9902      | 2024-Q1 | 7      | -
    """)  # fmt: skip
    expect(database, "select * from fct_aggregaat", """
        indicator | area_code | period_code | numerator | denominator
        bereik    | GM9901    | 2024-Q1     | 12.0      | 1500.0
        bereik    | GM9902    | 2024-Q1     | 7.0       | -
    """)  # fmt: skip


def test_what_rows_and_a_counted_figure_both_hold_is_taken_from_the_rows(tmp_path: Path) -> None:
    database = given(
        tmp_path,
        ojg_contacten="""
            contact_id | contactdatum | praktijk_agb | gemeentecode | wijkcode
            c1         | 2024-03-31   | 01000001     | GM9901       | WK990101
            c2         | 2024-09-10   | 01000001     | GM9902       | -
        """,
        aggregaten="""
            indicator         | gebiedscode | periode   | teller
            Contacten         | GM9901      | 2024-Q1   | 12
            contacten         | WK990101    | 2024-03   | 3
            contacten         | WK990102    | 2024-03   | 4
            contacten         | GM9901      | 2024-Q2   | 12
            contacten         | GM9902      | 2024/2025 | 7
            contacten         | GM9902      | 2023/2024 | 8
            contacten         | GM9902      | 2024-H2   | 9
            contacten         | GM9902      | 2024      | 10
            verwijzingen_sggz | GM9901      | 2024-Q1   | 5
            iets_anders       | GM9901      | 2024-Q1   | 6
        """,
    )
    expect(database, "select * from fct_aggregaat", """
        indicator         | area_code | period_code | numerator
        contacten         | WK990102  | 2024-03     | 4.0
        contacten         | GM9901    | 2024-Q2     | 12.0
        contacten         | GM9902    | 2023/2024   | 8.0
        verwijzingen_sggz | GM9901    | 2024-Q1     | 5.0
        iets_anders       | GM9901    | 2024-Q1     | 6.0
    """)  # fmt: skip
    twice = "Voor deze gebieden en perioden zijn ook rijen geleverd."
    told = {
        (row[2], row[4]) for row in gap_rows(gaps(database, [], SOURCES), Rule(5, 3)) if str(row[5]).startswith(twice)
    }
    assert told == {("Geteld geleverde cijfers van Contacten", 3.0), ("Geteld geleverde cijfers van contacten", 3.0)}


def test_money_that_lags_does_not_hold_back_the_periods(tmp_path: Path) -> None:
    database = given(
        tmp_path,
        ojg_contacten="""
            contact_id | client_id | contactdatum | praktijk_agb | gemeentecode
            c1         | 1         | 2022-01-10   | 01000001     | GM9901
            c2         | 1         | 2024-12-10   | 01000001     | GM9901
        """,
        declaraties="""
            declaratie_id | periode_start | bedrag
            d1            | 2023-02-01    | 10
        """,
    )
    windows = region.source_windows(database, SOURCES, {})
    assert windows["declaraties"].until == date(2023, 2, 28)
    region.define_periods(
        database, region.measured_windows(windows, [indicator("contacten"), indicator("kosten_per_jeugdige")])
    )
    assert database.rows("select code from period where type = '3year'") == [("2022..2024",)]


def test_what_is_the_same_in_more_gemeenten_is_told_once(tmp_path: Path) -> None:
    people = "\n".join(["gebiedscode | jaar | leeftijdsgroep | aantal", "GM9901 | 2024 | 4-11 | 10"])
    database = given(tmp_path, bevolking=people)
    [row] = [row for row in gap_rows(gaps(database, [], SOURCES), Rule(5, 3)) if row[1] == "praktijken"]
    names = sorted(name for (name,) in database.rows("select name from region_gemeente"))
    assert len(names) > 1
    assert row[2] == f"Dekking in {', '.join(names[:-1])} en {names[-1]}"
