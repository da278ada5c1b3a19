"""Each indicator on a handful of drawn rows."""

from pathlib import Path

import pytest

from tests.queries.given import expect, given, indicator, prepared
from voorkant import ROOT
from voorkant.builder import measure
from voorkant.builder.database import Database, query_file
from voorkant.builder.marts import LARGE
from voorkant.declare.indicator import read_indicators

READ = read_indicators(ROOT / "queries" / "indicators")
INDICATORS = {slug: item for slug, item in READ.items() if item.shape != "ratio"}
"""Those with rows; a ratio is made of two others."""

CONTACTS = """
    contact_id | traject_id | client_id | contactdatum | praktijk_agb | gemeentecode | wijkcode | leeftijd | geboortejaar | vervolg          | afgerond
    c1         | 11         | 1         | 2024-01-10   | 01000001     | GM9901       | WK990101 | 10       | -            | -                | false
    c2         | 11         | 1         | 2024-03-10   | 01000001     | GM9901       | WK990101 | 10       | -            | zelf_afgehandeld | true
    c3         | 12         | 2         | 2024-03-11   | 01000001     | GM9901       | -        | -        | 2014         | basis_ggz        | true
    c4         | 13         | 3         | 2024-03-12   | 01000001     | GM9901       | -        | 18       | -            | zelf_afgehandeld | true
    c5         | 14         | -         | 2024-03-13   | 01000001     | -            | -        | -        | -            | vrij_toegankelijk| true
    c6         | -          | -         | 2024-03-14   | 01000001     | -            | -        | 4        | -            | -                | -
"""
PRACTICES = """
    praktijk_agb | naam  | gemeentecode | wijkcode | jaar | ingeschreven_0_17
    01000001     | Noord | GM9901       | WK990101 | 2023 | 380
    01000001     | Noord | GM9901       | WK990101 | 2024 | 400
    01000002     | Zuid  | GM9902       | -        | 2024 | 100
"""


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """Nothing was delivered."""
    return given(tmp_path_factory.mktemp("empty"))


@pytest.mark.parametrize("slug", INDICATORS)
def test_result_has_the_declared_columns_in_order(slug: str, empty: Database) -> None:
    found = empty.execute(f"select * from ({INDICATORS[slug].query})").description
    assert [column[0] for column in found] == list(INDICATORS[slug].columns)


def test_what_is_kept_as_a_file_has_the_types_of_a_table(tmp_path: Path) -> None:
    """A file has no ENUM and no HUGEINT: those would come back as a text and as a number with a fraction."""
    database = given(tmp_path)
    prepared(database)

    def types(query: str) -> list[tuple[str, str]]:
        return [(name, kind) for name, kind, *_ in database.rows(f"describe {query}")]

    for name in LARGE:
        assert types(query_file("marts", name)) == types(f"from {name}")
    for item in INDICATORS.values():
        measure.observe(database, item)
        assert types("from observed") == types("from observed_shape")


def test_contacten_counts_every_contact_up_to_17_and_of_unknown_age(tmp_path: Path) -> None:
    database = given(tmp_path, ojg_contacten=CONTACTS, praktijken=PRACTICES)
    expect(database, indicator("contacten").query, """
        programme | youth | day        | location | area_code | age_group
        ojg       | 1     | 2024-01-10 | 01000001 | WK990101  | 4-11
        ojg       | 1     | 2024-03-10 | 01000001 | WK990101  | 4-11
        ojg       | 2     | 2024-03-11 | 01000001 | GM9901    | 4-11
        ojg       | 14    | 2024-03-13 | 01000001 | GM9901    | -
        ojg       | -     | 2024-03-14 | 01000001 | GM9901    | 4-11
    """)  # fmt: skip


def test_bereikte_jeugdigen_needs_a_youth_or_traject(tmp_path: Path) -> None:
    database = given(tmp_path, ojg_contacten=CONTACTS, praktijken=PRACTICES)
    expect(database, f"select distinct key from ({indicator('bereikte_jeugdigen').query})", """
        key
        1
        2
        14
    """)  # fmt: skip


def test_zonder_verwijzing_judges_the_last_contact_of_a_closed_traject(tmp_path: Path) -> None:
    database = given(tmp_path, ojg_contacten=CONTACTS, praktijken=PRACTICES)
    expect(database, indicator("zonder_verwijzing").query, """
        key | day        | hit
        11  | 2024-03-10 | true
        12  | 2024-03-11 | false
        14  | 2024-03-13 | true
    """)  # fmt: skip


def test_zonder_verwijzing_leaves_out_a_traject_that_went_on(tmp_path: Path) -> None:
    database = given(tmp_path, ojg_contacten="""
        contact_id | traject_id | client_id | contactdatum | praktijk_agb | gemeentecode | leeftijd | vervolg          | afgerond
        c1         | 11         | 1         | 2024-01-10   | 01000001     | GM9901       | 10       | zelf_afgehandeld | true
        c2         | 11         | 1         | 2024-03-10   | 01000001     | GM9901       | 10       | -                | false
        c3         | 12         | 2         | 2024-03-10   | 01000001     | GM9901       | 10       | voortijdig_gestopt | true
        c4         | 13         | 3         | 2024-03-10   | 01000001     | GM9901       | 10       | -                | true
    """)  # fmt: skip
    expect(database, indicator("zonder_verwijzing").query, """
        key | hit
        12  | false
        13  | false
    """)  # fmt: skip


def test_dekking_cuts_a_year_at_start_and_stop(tmp_path: Path) -> None:
    database = given(tmp_path, praktijken=PRACTICES, uitrol="""
        programma | locatie  | startdatum | einddatum
        ojg       | 01000001 | 2023-07-01 | 2024-03-31
    """)  # fmt: skip
    expect(database, indicator("dekking").query, """
        programme | location | day_from   | day_to     | amount | hit
        ojg       | 01000001 | 2023-01-01 | 2023-06-30 | 380    | false
        ojg       | 01000001 | 2023-07-01 | 2023-12-31 | 380    | true
        ojg       | 01000001 | 2024-01-01 | 2024-03-31 | 400    | true
        ojg       | 01000001 | 2024-04-01 | 2024-12-31 | 400    | false
        ojg       | 01000002 | 2024-01-01 | 2024-12-31 | 100    | false
    """)  # fmt: skip


def test_begeleide_leerlingen_counts_pupils_not_groups(tmp_path: Path) -> None:
    database = given(tmp_path, jeugdhulp_school="""
        inzet_id | client_id | startdatum | brin   | gemeentecode | vorm        | row_id
        i1       | 1         | 2024-02-01 | 99AA00 | GM9901       | individueel | 1
        i2       | 1         | 2024-05-01 | 99AA00 | GM9901       | groep       | 2
        i3       | -         | 2024-05-01 | 99AA00 | GM9901       | individueel | 3
        i4       | -         | 2024-05-01 | 99AA00 | GM9901       | consultatie | 4
    """)  # fmt: skip
    expect(database, indicator("begeleide_leerlingen").query, """
        programme        | key | youth
        jeugdhulp_school | 1   | 1
        jeugdhulp_school | 1   | 1
        jeugdhulp_school | -3  | -
    """)  # fmt: skip


def test_begeleide_leerlingen_counts_a_pupil_where_the_school_is(tmp_path: Path) -> None:
    """The denominator is the pupils of the schools of a gemeente, so those who live elsewhere belong there too."""
    database = given(tmp_path, scholen="""
        brin   | gemeentecode | wijkcode | schooljaar | leerlingen
        99AA00 | GM9901       | WK990101 | 2023/2024  | 200
    """, jeugdhulp_school="""
        inzet_id | client_id | startdatum | brin   | gemeentecode | wijkcode | vorm
        i1       | 1         | 2024-02-01 | 99AA00 | GM9902       | WK990201 | individueel
        i2       | 2         | 2024-02-01 | 99ZZ00 | GM9902       | -        | individueel
    """)  # fmt: skip
    expect(database, indicator("begeleide_leerlingen").query, """
        key | area_code
        1   | GM9901
        2   | GM9902
    """)  # fmt: skip
    assert "wijk" not in indicator("begeleide_leerlingen").levels


def test_a_wijk_of_another_gemeente_does_not_move_a_row(tmp_path: Path) -> None:
    database = given(tmp_path, ojg_contacten="""
        contact_id | client_id | contactdatum | praktijk_agb | gemeentecode | wijkcode
        c1         | 1         | 2024-01-10   | 01000001     | GM9902       | WK990199
        c2         | 2         | 2024-01-10   | 01000001     | -            | WK990101
    """, ggz_verwijzingen="""
        verwijzing_id | client_id | verwijsdatum | gemeentecode | wijkcode
        v1            | 1         | 2024-01-10   | GM9902       | WK990101
        v2            | 2         | 2024-01-10   | GM9901       | WK990101
    """, jeugdhulp_school="""
        inzet_id | client_id | startdatum | brin   | gemeentecode | wijkcode | vorm
        i1       | 1         | 2024-02-01 | 99AA00 | GM9902       | WK990101 | individueel
    """)  # fmt: skip
    expect(database, "select youth_key, area_code from fct_contact", """
        youth_key | area_code
        1         | GM9902
        2         | WK990101
    """)  # fmt: skip
    expect(database, "select verwijzing_key, area_code from fct_verwijzing", """
        verwijzing_key | area_code
        1              | GM9902
        2              | WK990101
    """)  # fmt: skip
    expect(database, "select area_code from fct_schoolhulp", "area_code\nGM9902")
    expect(database, query_file("quality", "wijk_andere_gemeente"), """
        name     | n | source
        WK990101 | 1 | ggz_verwijzingen
        WK990101 | 1 | jeugdhulp_school
        WK990199 | 1 | ojg_contacten
    """)  # fmt: skip


def test_own_residents_of_a_practice_are_its_list_where_they_are_told(tmp_path: Path) -> None:
    database = given(tmp_path, praktijken="""
        praktijk_agb | gemeentecode | jaar | ingeschreven_0_17 | ingeschreven_0_17_gemeente
        01000001     | GM9901       | 2024 | 400               | 380
        01000002     | GM9901       | 2024 | 100               | -
    """, uitrol="""
        programma | locatie  | startdatum
        ojg       | 01000002 | 2025-01-01
    """)  # fmt: skip
    expect(database, "select place, amount from fct_inwoners where kind = 'ingeschreven'", """
        place    | amount
        01000001 | 380
        01000002 | 100
    """)  # fmt: skip
    expect(database, indicator("dekking").query, """
        location | amount | hit
        01000001 | 380    | false
        01000002 | 100    | false
    """)  # fmt: skip


REFERRALS = """
    verwijzing_id | client_id | verwijsdatum | verwijzer_type | verwijzer_agb | gemeentecode | leeftijd | productcategorie | productcode | row_id
    v1            | 1         | 2024-01-10   | 02             | 01000001      | GM9901       | 10       | 52               | -           | 1
    v2            | 2         | 2024-01-11   | 01             | -             | GM9901       | 10       | 54               | 54003       | 2
    v3            | 3         | 2024-01-12   | 02             | 03000009      | GM9901       | 10       | 54               | 54004       | 3
    v4            | 4         | 2024-01-13   | 02             | 03000009      | GM9901       | 10       | 54               | 54001       | 4
    v5            | 5         | 2024-01-14   | 02             | 03000009      | GM9901       | 18       | 52               | -           | 5
    v6            | 6         | 2024-01-15   | 02             | 03000009      | GM9901       | 10       | 54               | 54099       | 6
    v7            | 7         | 2025-01-15   | -              | 03000009      | GM9901       | 10       | 52               | 52A01       | 7
"""
LINKS = """
    zorgverlener_agb | praktijk_agb | vanaf      | tot
    03000009         | 01000001     | 2020-01-01 | 2024-12-31
"""


def test_verwijzingen_sggz_follows_the_care_classes_and_the_links_of_that_day(tmp_path: Path) -> None:
    database = given(tmp_path, ggz_verwijzingen=REFERRALS, praktijken=PRACTICES, agb_koppeling=LINKS)
    expect(database, indicator("verwijzingen_sggz").query, """
        key | verwijzer             | location
        1   | huisarts              | 01000001
        2   | gemeentelijke_toegang | -
        3   | huisarts              | 01000001
        7   | verwijzer_onbekend    | -
    """)  # fmt: skip


def test_verwijzingen_sggz_huisarts_are_those_of_the_gp(tmp_path: Path) -> None:
    database = given(tmp_path, ggz_verwijzingen=REFERRALS, praktijken=PRACTICES, agb_koppeling=LINKS)
    expect(database, indicator("verwijzingen_sggz_huisarts").query, """
        key | location
        1   | 01000001
        3   | 01000001
    """)  # fmt: skip


def test_one_kind_of_date_for_the_whole_source(tmp_path: Path) -> None:
    database = given(tmp_path, ggz_verwijzingen="""
        verwijzing_id | verwijsdatum | verzoekdatum | gemeentecode | productcategorie
        v1            | 2024-01-10   | 2024-02-10   | GM9901       | 52
        v2            | -            | 2024-02-11   | GM9901       | 52
    """)  # fmt: skip
    expect(database, indicator("verwijzingen_sggz").query, """
        key | day
        1   | 2024-02-10
        2   | 2024-02-11
    """)  # fmt: skip


def test_overlapping_links_do_not_double_a_referral(tmp_path: Path) -> None:
    twice = LINKS + "    03000009 | 01000002 | 2020-01-01 | 2024-12-31\n"
    database = given(tmp_path, ggz_verwijzingen=REFERRALS, praktijken=PRACTICES, agb_koppeling=twice)
    expect(database, f"select count(*) as n from ({indicator('verwijzingen_sggz').query})", """
        n
        4
    """)  # fmt: skip


def test_cbs_jeugdhulpgebruik_passes_the_published_percentage(tmp_path: Path) -> None:
    database = given(tmp_path, cbs_jeugdzorg_gemeenten="""
        gebiedscode | jaar | voorlopig | jeugdhulp_pct
        NL00        | 2022 | true      | 13.2
        GM9901      | 2022 | true      | -
    """)  # fmt: skip
    expect(database, indicator("cbs_jeugdhulpgebruik").query, """
        area_code | year | provisional | value
        NL00      | 2022 | true        | 13.2
        GM9901    | 2022 | true        | -
    """)  # fmt: skip


def test_cbs_verwijzersaandeel_is_each_referrers_share(tmp_path: Path) -> None:
    database = given(tmp_path, cbs_jeugdzorg_wijken="""
        gebiedscode | jaar | trajecten | gemeentelijke_toegang | huisarts
        NL00        | 2022 | 200       | 50                    | 100
        WK990101    | 2022 | -         | -                     | -
    """)  # fmt: skip
    query = f"select * from ({indicator('cbs_verwijzersaandeel').query}) where verwijzer in ('huisarts', 'rechter')"
    expect(database, query, """
        area_code | verwijzer | numerator | denominator | value
        NL00      | huisarts  | 100       | 200         | 50.0
        NL00      | rechter   | -         | 200         | -
        WK990101  | huisarts  | -         | -           | -
        WK990101  | rechter   | -         | -           | -
    """)  # fmt: skip


def test_of_a_programme_without_a_known_start_there_is_no_coverage(tmp_path: Path) -> None:
    """Without a roll-out it said that the programme reached 0% of the youths."""
    database = given(tmp_path, praktijken="""
        praktijk_agb | gemeentecode | jaar | ingeschreven_0_17
        01000001     | GM9901       | 2024 | 400
    """)  # fmt: skip
    assert database.rows(f"select * from ({indicator('dekking').query})") == []
