"""The indicators of programmes of tens of families and of experiences, on drawn rows and against naive counts."""

from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from tests.queries.given import expect, given, indicator, prepared
from voorkant import ROOT
from voorkant.builder import measure, protect
from voorkant.builder.database import Database
from voorkant.builder.protect import Judged
from voorkant.declare.cubeplan import read_cubeplan
from voorkant.declare.settings import Settings

PLAN = read_cubeplan(ROOT / "data" / "cubeplan.toml")
CONTACTS = """
    contact_id | voorziening   | traject_id | gezin_id | contactdatum | gemeentecode | startdatum | einddatum  | doel    | aantal_betrokkenen | leeftijd
    c1         | steungezinnen | 11         | 1        | 2024-01-10   | GM9901       | 2024-01-03 | -          | -       | 4                  | -
    c2         | Steungezinnen | 11         | 1        | 2024-03-06   | GM9901       | 2024-01-03 | 2024-03-06 | behaald | 2                  | -
    c3         | steungezinnen | 12         | 2        | 2024-02-01   | GM9901       | -          | -          | -       | -                  | -
    c4         | steungezinnen | 12         | 2        | 2024-02-22   | GM9901       | -          | 2024-02-22 | deels   | 3                  | -
    c5         | steungezinnen | 13         | 3        | 2024-02-22   | GM9901       | 2024-02-01 | -          | -       | 1                  | -
    c6         | steungezinnen | 14         | 4        | 2024-05-01   | GM9901       | 2024-02-01 | 2024-05-01 | -       | -                  | 18
    c7         | steungezinnen | 15         | -        | 2024-05-01   | GM9901       | 2024-02-01 | 2024-05-01 | niet    | 2                  | -
    c8         | steungezinnen | 16         | 1        | 2025-02-01   | GM9901       | 2025-03-01 | 2025-02-01 | behaald | 1                  | -
"""
ANSWERS = """
    programma       | locatie  | datum      | periode | vraag | schaal_min | schaal_max | score
    steungezinnen   | GM9901   | 2024-01-10 | -       | a     | 1          | 10         | 7
    steungezinnen   | GM9901   | 2024-01-10 | -       | a     | 1          | 10         | 6.9
    steungezinnen   | WK990101 | -          | 2024-Q3 | a     | 1          | 5          | 4
    Veiligheidsteam | GM9902   | -          | 2023    | a     | 1          | 5          | 3
    veiligheidsteam | GM9902   | -          | 2023/2024 | a   | 1          | 5          | 5
    veiligheidsteam | -        | 2024-01-10 | -       | a     | 1          | 5          | 5
    veiligheidsteam | GM9902   | 2024-01-10 | -       | a     | -          | -          | 5
    veiligheidsteam | GM9902   | 2024-01-10 | -       | a     | 1          | 5          | 9
"""


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return given(tmp_path, preventie_contacten=CONTACTS, ervaringen=ANSWERS)


def test_families_are_counted_by_their_own_key(database: Database) -> None:
    expect(database, f"select distinct key, youth from ({indicator('bereikte_gezinnen').query})", """
        key | youth
        1   | 1
        2   | 2
        3   | 3
    """)  # fmt: skip


def test_weeks_run_from_the_first_day_to_the_last_of_what_has_ended(database: Database) -> None:
    """Without a first day from the first contact; what ends before it begins does not count."""
    expect(database, indicator("looptijd_weken").query, """
        key | day        | amount
        1   | 2024-03-06 | 9
        2   | 2024-02-22 | 3
    """)  # fmt: skip


def test_a_goal_that_is_reached_in_part_is_not_reached(database: Database) -> None:
    """What goes on, and what nobody judged, does not count; a traject without a family does."""
    expect(database, indicator("doel_behaald").query, """
        key | day        | hit
        11  | 2024-03-06 | true
        12  | 2024-02-22 | false
        15  | 2024-05-01 | false
        16  | 2025-02-01 | true
    """)  # fmt: skip


def test_the_last_count_of_a_year_says_how_many_are_involved(database: Database) -> None:
    expect(database, indicator("weinig_betrokkenen").query, """
        key | day        | hit
        1   | 2024-03-06 | true
        1   | 2025-02-01 | true
        2   | 2024-02-22 | false
        3   | 2024-02-22 | true
    """)  # fmt: skip


def test_an_answer_is_positive_in_the_upper_third_of_its_scale(database: Database) -> None:
    """A school year counts where it ends; an unknown place, no scale and a score outside it cannot be counted."""
    expect(database, indicator("ervaring").query, """
        programme       | day        | area_code | hit
        steungezinnen   | 2024-01-10 | GM9901    | true
        steungezinnen   | 2024-01-10 | GM9901    | false
        steungezinnen   | 2024-09-28 | WK990101  | true
        veiligheidsteam | 2023-12-28 | GM9902    | false
        veiligheidsteam | 2024-07-28 | GM9902    | true
    """)  # fmt: skip


def test_families_and_their_weeks_equal_a_naive_count(tmp_path: Path) -> None:
    """Sixty families with one to three trajecten each, counted by hand per gemeente and year."""
    chance = np.random.default_rng(4)
    lines = ["contact_id | voorziening | traject_id | gezin_id | contactdatum | gemeentecode | startdatum | einddatum"]
    reached: dict[tuple[str, str], set[int]] = defaultdict(set)
    weeks: dict[tuple[str, str], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for traject in range(120):
        family = int(chance.integers(1, 61))
        gemeente = f"GM990{1 + family % 2}"
        start = date(2022, 1, 1) + timedelta(int(chance.integers(0, 900)))
        end = start + timedelta(int(chance.integers(7, 400)))
        for day, last in ((start, ""), (end, end.isoformat())):
            lines.append(
                f"c{len(lines)} | een_plan | {traject + 1} | {family} | {day} | {gemeente} | {start} | {last or '-'}"
            )
            for area in (gemeente, "RG01"):
                reached[area, str(day.year)].add(family)
        for area in (gemeente, "RG01"):
            weeks[area, str(end.year)][family] += round((end - start).days / 7)
    database = given(tmp_path, preventie_contacten="\n".join(lines))
    windows = prepared(database)
    assert measure.measure(database, indicator("bereikte_gezinnen"), plan=PLAN, windows=windows)
    assert counted(database, "numerator") == {key: (len(found),) for key, found in reached.items()}
    assert measure.measure(database, indicator("looptijd_weken"), plan=PLAN, windows=windows)
    naive = {key: (len(found), sum(found.values()), max(found.values())) for key, found in weeks.items()}
    assert (
        counted(database, "numerator, total, largest", "inner join true_amount using (programme, area_id, period_id)")
        == naive
    )


def counted(database: Database, columns: str, join: str = "") -> dict[tuple[str, str], tuple[int, ...]]:
    """The cells of years in which something was counted."""
    found = database.rows(
        f"select area.code, period.code, {columns} from true_cell inner join area using (area_id) "
        f"inner join period using (period_id) {join} where type = 'year' and numerator > 0"
    )
    return {row[:2]: row[2:] for row in found}


@pytest.mark.parametrize(("positive", "shown"), [(14, False), (15, True)])
def test_experiences_take_three_times_the_threshold(tmp_path: Path, positive: int, shown: bool) -> None:
    """Who answered is not known: fifteen answers may be those of five people."""
    lines = ["programma | locatie | datum | vraag | schaal_min | schaal_max | score"]
    scores = [9] * positive + [2] * 15
    lines += [f"veiligheidsteam | GM9901 | 2024-03-01 | v{n} | 1 | 10 | {score}" for n, score in enumerate(scores)]
    database, item = given(tmp_path, ervaringen="\n".join(lines)), indicator("ervaring")
    found = measure.measure(database, item, plan=PLAN, windows=prepared(database))
    assert found
    protect.protect_intern(database, Judged(item, unknown_keys=found.unknown_keys), Settings())
    cells = database.rows(
        "select numerator is not null from kept_intern inner join area using (area_id) "
        "where code = 'GM9901' and true_denominator > 0"
    )
    assert cells == [(shown,)]


def test_a_programme_has_the_indicators_that_it_lists(tmp_path: Path) -> None:
    """A programme that lists none has all that its rows allow."""
    lines = ["contact_id | voorziening | client_id | contactdatum | gemeentecode"]
    lines += [f"c{n} | {name} | {n} | 2024-03-01 | GM9901" for n, name in enumerate(("kinderwerk", "een_plan"), 1)]
    database = given(tmp_path, preventie_contacten="\n".join(lines))
    windows = prepared(database)
    measure.measure(database, indicator("contacten"), plan=PLAN, windows=windows)
    assert database.rows("select distinct programme from true_cell") == [("kinderwerk",)]
    database.execute("delete from programme_indicator")
    measure.measure(database, indicator("contacten"), plan=PLAN, windows=windows)
    assert database.rows("select distinct programme from true_cell order by programme") == [
        ("een_plan",),
        ("kinderwerk",),
    ]


def test_a_kern_has_the_denominator_that_it_states(tmp_path: Path) -> None:
    """One number, for every year of which inhabitants are known."""
    database = given(
        tmp_path,
        kernen="kern | naam | gemeentecode | wijkcode | jeugdigen_0_17\nK01 | Veen | - | WK990101 | 140\nK02 | Dijk | - | WK990101 | -",
        bevolking="gebiedscode | jaar | leeftijdsgroep | aantal\nGM9901 | 2023 | 4-11 | 10\nGM9901 | 2024 | 4-11 | 11",
    )
    expect(database, "select * from fct_inwoners where place like 'K%'", """
        kind     | place | year | age_group | amount
        inwoners | K01   | 2023 | 0-17      | 140
        inwoners | K01   | 2024 | 0-17      | 140
    """)  # fmt: skip
