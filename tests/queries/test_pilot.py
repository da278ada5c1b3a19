"""From deliveries to the units of a pilot: who began when, what was counted of whom, and what is missing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.queries.given import expect, given, indicator, prepared
from voorkant.builder import marts
from voorkant.builder.database import Database, query_file
from voorkant.builder.pilot.case import Case, month_code
from voorkant.builder.pilot.read import read_case
from voorkant.builder.region import Window
from voorkant.declare.eventfile import KeptEvent
from voorkant.declare.pilot import Pilot, Unit

PRACTICES = """
    praktijk_agb | naam   | gemeentecode | jaar | ingeschreven_0_17
    01000001     | Noord  | GM9901       | 2023 | 400
    01000001     | Noord  | GM9901       | 2024 | 410
    01000002     | Zuid   | GM9901       | 2023 | 300
    01000003     | Oost   | GM9902       | 2023 | 200
    01000003     | Oost   | GM9902       | 2024 | 210
"""
ROLLOUT = """
    programma | locatie  | startdatum | einddatum  | uren_per_week
    ojg       | 01000001 | 2023-03-15 | 2023-09-30 | 8
    ojg       | 01000001 | 2023-10-01 | 2024-03-31 | 12
    ojg       | 01000001 | 2024-09-01 | -          | 12
    ojg       | 01000003 | 2024-02-01 | -          | 4
"""
SCHOOLS = """
    brin   | naam  | schooltype | gemeentecode | wijkcode | schooljaar | leerlingen
    12AB00 | Laag  | bo         | GM9901       | WK990101 | 2023/2024  | 200
    12AC00 | Hoog  | vo         | GM9901       | WK990101 | 2023/2024  | 900
    12AD00 | Breed | -          | GM9901       | WK990102 | 2023/2024  | 100
"""
PILOT = Pilot(
    slug="proef", title="Proef", question="Werkt het?", programme="ojg", gemeenten=("GM9901", "GM9902"), unit="praktijk",
    comparison="not_yet", primary="verwijzingen_sggz_huisarts", relevant=0.8, window=("2023-01", "2024-12"),
    moments=("2024-06",),
)  # fmt: skip


def units(database: Database, pilot: Pilot = PILOT) -> str:
    """The query of a pilot's units with its parameters filled in."""
    declared = [(item.code, item.start, item.end, item.hours) for item in pilot.units]
    database.fill("pilot_declared", "location varchar, first_day date, last_day date, hours_per_week double", declared)
    asked = {"unit": pilot.unit, "gemeenten": list(pilot.gemeenten), "programme": pilot.programme,
             "listed": pilot.comparison == "listed"}  # fmt: skip
    database.create("found_unit", query_file("pilot", "unit"), asked)
    return "select * from found_unit"


def changed(**values: object) -> Pilot:
    return Pilot(**{**PILOT.__dict__, **values})


def test_a_stop_ends_the_first_time_and_a_new_row_the_next_day_does_not(tmp_path: Path) -> None:
    database = given(tmp_path, praktijken=PRACTICES, uitrol=ROLLOUT)
    expect(database, units(database), """
        code     | gemeente_code | first_day  | last_day   | hours | is_undated
        01000001 | GM9901        | 2023-03-15 | 2024-03-31 | 12.0  | false
        01000002 | GM9901        | -          | -          | -     | false
        01000003 | GM9902        | 2024-02-01 | -          | 4.0   | false
    """)  # fmt: skip


def test_what_the_pilot_says_itself_counts_only_where_the_rollout_is_silent(tmp_path: Path) -> None:
    database = given(tmp_path, praktijken=PRACTICES, uitrol=ROLLOUT)
    pilot = changed(units=(Unit("01000002", date(2025, 9, 1), None, 8.0), Unit("01000003", date(2024, 5, 1))))
    expect(database, units(database, pilot), """
        code     | first_day  | hours
        01000001 | 2023-03-15 | 12.0
        01000002 | 2025-09-01 | 8.0
        01000003 | 2024-02-01 | 4.0
    """)  # fmt: skip
    database.create("found_differs", query_file("pilot", "differs"), {"programme": "ojg"})
    expect(database, "select * from found_differs", """
        location | first_day
        01000003 | 2024-02-01
    """)  # fmt: skip


def test_a_listed_comparison_holds_only_units_that_are_named(tmp_path: Path) -> None:
    database = given(tmp_path, praktijken=PRACTICES, uitrol=ROLLOUT)
    pilot = changed(comparison="listed", units=(Unit("01000001"), Unit("01000002")))
    expect(database, units(database, pilot), """
        code     | first_day
        01000001 | 2023-03-15
        01000002 | -
    """)  # fmt: skip


def test_a_school_is_measured_by_the_youths_of_its_age_in_its_wijk(tmp_path: Path) -> None:
    rollout = """
        programma        | locatie | startdatum
        jeugdhulp_school | 12AB00  | 2024-02-01
        jeugdhulp_school | 12AC00  | 2023-09-01
    """
    database = given(tmp_path, scholen=SCHOOLS, uitrol=rollout)
    pilot = changed(unit="school", programme="jeugdhulp_school", gemeenten=("GM9901",))
    expect(database, units(database, pilot), """
        code     | age_group | first_day
        WK990101 | 12-17     | 2023-09-01
        WK990101 | 4-11      | 2024-02-01
        WK990102 | 12-17     | -
        WK990102 | 4-11      | -
    """)  # fmt: skip


def test_a_school_of_unknown_kind_is_for_both_ages(tmp_path: Path) -> None:
    rollout = "programma | locatie | startdatum\njeugdhulp_school | 12AD00 | 2024-02-01"
    database = given(tmp_path, scholen=SCHOOLS, uitrol=rollout)
    pilot = changed(unit="school", programme="jeugdhulp_school", gemeenten=("GM9901",))
    expect(database, f"select * from ({units(database, pilot)}) where first_day is not null", """
        code     | age_group
        WK990102 | 12-17
        WK990102 | 4-11
    """)  # fmt: skip


def test_a_pilot_that_begins_nowhere_yet_has_its_units(tmp_path: Path) -> None:
    database = given(tmp_path, praktijken=PRACTICES)
    expect(database, f"select count(*) as n from ({units(database)})", "n\n3")


def referrals(rows: list[tuple[str, str, str, str]]) -> str:
    """(day, practice, wijk, youth) as rows of specialist care, asked for by a huisarts."""
    head = "verwijzing_id | client_id | verwijsdatum | verwijzer_type | verwijzer_agb | wijkcode | leeftijd | productcategorie"
    lines = [
        f"V{n} | {youth} | {day} | 02 | {agb} | {wijk} | 10 | 52" for n, (day, agb, wijk, youth) in enumerate(rows)
    ]
    return "\n".join([head, *lines])


@pytest.fixture
def seen() -> str:
    """Practice Noord refers every month of 2023 but June, when GM9901 delivers nothing; Oost only in GM9902."""
    months = [month for month in range(1, 13) if month != 6]
    noord = [(f"2023-{month:02d}-10", "01000001", "WK990101", f"{n + 1}") for month in months for n in range(6)]
    oost = [(f"2023-{month:02d}-20", "01000003", "WK990201", "91") for month in range(1, 13)]
    return referrals([*noord, *oost, ("2024-01-05", "01000003", "WK990201", "-")])


def read(tmp_path: Path, seen: str, until: date | None = None, *, kept: Sequence[KeptEvent] = (), **more: str) -> Case:
    database = given(tmp_path, praktijken=PRACTICES, uitrol=ROLLOUT, ggz_verwijzingen=seen, **more)
    windows = prepared(database)
    if until:
        windows["ggz_verwijzingen"] = Window(date(2023, 1, 1), until)
    marts.add_events(database)
    marts.keep_events(database, kept)
    return read_case(database, PILOT, indicator(PILOT.primary), windows)


def test_a_month_without_any_row_of_a_gemeente_is_missing_and_not_nothing(tmp_path: Path, seen: str) -> None:
    case = read(tmp_path, seen)
    assert [place.code for place in case.places] == ["01000001", "01000002", "01000003"]
    assert month_code(case.first) == "2023-01"
    assert case.counts[0, :12].tolist()[:5] == [6.0] * 5
    assert str(case.counts[0, 5]) == str(case.counts[1, 5]) == "nan"
    assert case.counts[2, 5] == 1.0
    assert case.counts[1, 0] == 0.0


def test_months_go_no_further_than_figures_that_are_final(tmp_path: Path, seen: str) -> None:
    case = read(tmp_path, seen)
    # January has far fewer rows than usual, so the source runs to December, and a month is final six weeks later
    assert month_code(case.first + case.months - 1) == "2023-10"


def test_a_practice_that_merged_counts_as_long_as_it_has_a_list(tmp_path: Path, seen: str) -> None:
    case = read(tmp_path, seen, until=date(2025, 3, 31))
    panel = case.panel(case.first + 24)
    assert case.exposure[1, 0] == 300
    assert str(case.exposure[1, 12]) == "nan"
    assert not panel.known[1, 12:].any()
    assert case.exposure[0, 12] == 410


def test_starts_become_months_with_one_in_between_and_a_stop(tmp_path: Path, seen: str) -> None:
    begin, full, stop = read(tmp_path, seen).starts()
    assert (begin[0], full[0], stop[0]) == (2, 3, 15)
    assert (begin[2], full[2]) == (13, 13)
    assert min(begin[1], stop[2]) > 1000


def test_youths_are_counted_once_and_of_unknown_ones_a_third(tmp_path: Path, seen: str) -> None:
    case = read(tmp_path, seen)
    whole = case.counts.astype(bool)
    assert case.youths(whole) == 7
    only_oost = whole & [[False], [False], [True]]
    assert case.youths(only_oost) == 1


def test_a_break_names_the_units_that_it_concerns(tmp_path: Path, seen: str) -> None:
    events = """
        titel             | start      | gebied | breuk | openbaar | indicator
        Andere telling    | 2023-06-01 | GM9901 | true  | false    | -
        Van iets anders   | 2023-06-01 | GM9901 | true  | true     | cbs_jeugdhulpgebruik
        Zonder breuk      | 2023-07-01 | GM9901 | false | true     | -
    """
    (found,) = read(tmp_path, seen, gebeurtenissen=events).breaks
    assert (found.title, found.day, found.is_public) == ("Andere telling", date(2023, 6, 1), False)
    assert found.places == {0, 1}


def test_a_break_that_the_page_keeps_counts_like_one_that_was_delivered(tmp_path: Path, seen: str) -> None:
    """The same break in both is one; an event without a break, or of another measure, is none."""
    event = KeptEvent(
        "a", "Andere telling", date(2023, 6, 1), None, "GM9901", "gegevens", "", "", "", breaks=True, public=False
    )
    others = (replace(event, title="Zonder breuk", breaks=False), replace(event, indicator="cbs_jeugdhulpgebruik"))
    delivered = """
        titel          | start      | gebied | breuk | openbaar | indicator
        Andere telling | 2023-06-01 | GM9901 | true  | false    | -
    """
    alone = read(tmp_path, seen, kept=(event, *others)).breaks
    assert [(item.title, item.places) for item in alone] == [("Andere telling", {0, 1})]
    assert read(tmp_path, seen, kept=(event,), gebeurtenissen=delivered).breaks == alone


PLACED = """
    titel          | start      | gebied | locatie  | breuk | openbaar
    Nieuw systeem  | 2023-06-01 | -      | 01000003 | true  | true
    Andere wijk    | 2023-07-01 | -      | WK990101 | true  | true
    Nergens bekend | 2023-08-01 | -      | 01999999 | true  | true
"""


def test_a_break_of_one_practice_is_of_that_practice_alone(tmp_path: Path, seen: str) -> None:
    (found,) = read(tmp_path, seen, gebeurtenissen=PLACED).breaks
    assert (found.title, found.places, found.is_public, found.is_local) == ("Nieuw systeem", {2}, False, True)
    kept = KeptEvent("a", "Nieuw systeem", date(2023, 6, 1), None, "01000003", "gegevens", "", "", "", True, False)
    assert read(tmp_path, seen, kept=(kept,)).breaks == (found,)
    assert read(tmp_path, seen, kept=(kept,), gebeurtenissen=PLACED).breaks == (found,)


def test_a_break_of_one_school_is_one_of_its_wijk(tmp_path: Path, seen: str) -> None:
    events = PLACED.replace("01000003", "12AD00")
    rollout = "programma | locatie | startdatum\njeugdhulp_school | 12AB00 | 2024-02-01"
    database = given(tmp_path, scholen=SCHOOLS, uitrol=rollout, ggz_verwijzingen=seen, gebeurtenissen=events)
    windows = prepared(database)
    marts.add_events(database)
    pilot = changed(unit="school", programme="jeugdhulp_school", gemeenten=("GM9901",), primary="verwijzingen_sggz")
    case = read_case(database, pilot, indicator(pilot.primary), windows)
    broken = {item.title: {case.places[at].code for at in item.places} for item in case.breaks}
    assert broken == {"Nieuw systeem": {"WK990102"}, "Andere wijk": {"WK990101"}}


@pytest.mark.parametrize(
    ("scope", "is_region", "is_public", "titles"),
    [
        ("GM9902", False, False, "Nieuw systeem"),
        ("GM9902", False, True, ""),
        ("GM9901", False, False, "Andere wijk"),
        ("GM9901", False, True, "Andere wijk"),
        ("regio", True, False, ""),
        ("regio", True, True, ""),
    ],
)
def test_an_event_of_one_practice_never_leaves_its_gemeente(
    tmp_path: Path, scope: str, is_region: bool, is_public: bool, titles: str
) -> None:
    database = given(tmp_path, praktijken=PRACTICES, gebeurtenissen=PLACED)
    prepared(database)
    database.create("all_event", "select * from dim_event")
    database.fill("cube_scope", "code varchar, is_region boolean, is_public boolean", [(scope, is_region, is_public)])
    own = [("WK990101",), ("GM9901",), ("01000001",)] if scope == "GM9901" else [("01000003",)] * (scope == "GM9902")
    database.fill("scope_area", "code varchar", own)
    found = database.rows(query_file("publish", "event"))
    assert ", ".join(row[0] for row in found) == titles
    assert all(row[3] in ("01000003", "WK990101") for row in found)


def test_an_event_of_a_place_that_nobody_knows_is_named(tmp_path: Path) -> None:
    database = given(tmp_path, praktijken=PRACTICES, gebeurtenissen=PLACED)
    prepared(database)
    name = "gebeurtenis_onbekende_plek"
    assert database.rows(query_file("quality", name)) == [("01999999", 1)]
