"""What a pilot watches, counted from drawn rows: the year before the start against all since."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.queries.given import given, indicator, prepared
from tests.queries.test_pilot import PILOT, PRACTICES
from voorkant import ROOT
from voorkant.builder import marts, protect
from voorkant.builder.database import Database
from voorkant.builder.pilot.guardrails import Guarded, guarded
from voorkant.builder.pilot.read import read_case
from voorkant.builder.region import Window
from voorkant.declare.indicator import read_indicators

ROLLOUT = """
    programma | locatie  | startdatum
    ojg       | 01000001 | 2024-01-01
"""
INDICATORS = read_indicators(ROOT / "queries" / "indicators")
HEAD = "verwijzing_id | client_id | verwijsdatum | ingangsdatum | verwijzer_type | verwijzer_agb | wijkcode | leeftijd | productcategorie | crisis"


def referrals() -> str:
    """Practice Noord, from 2023-01 on: a referral a month; help waits 80 days in 2024 and 10 days before; two crises."""
    lines = [HEAD]
    for year in (2023, 2024):
        for month in range(1, 13):
            wait = 80 if year == 2024 else 10
            day = date(year, month, 5)
            start = date.fromordinal(day.toordinal() + wait)
            crisis = "true" if month == 5 else "false"
            lines.append(f"V{year}{month} | {month} | {day} | {start} | 02 | 01000001 | WK990101 | 10 | 52 | {crisis}")
    lines.append("V9 | 99 | 2025-03-05 | - | 02 | 01000003 | WK990201 | 10 | 52 | -")
    return "\n".join(lines)


def watched(folder: Path, *names: str, unlinked: bool = False) -> dict[str, Guarded]:
    database: Database = given(folder, praktijken=PRACTICES, uitrol=ROLLOUT, ggz_verwijzingen=referrals(), ojg_contacten="""
        contact_id | traject_id | client_id | contactdatum | praktijk_agb | gemeentecode | leeftijd | afgerond
        c1         | 11         | 1         | 2024-01-10   | 01000001     | GM9901       | 10       | true
    """)  # fmt: skip
    windows = prepared(database) | {"ggz_verwijzingen": Window(date(2023, 1, 1), date(2025, 3, 31))}
    marts.add_events(database)
    protect.prepare(database)
    if unlinked:
        database.execute(
            "insert into protected_cell by name select 'terugkomst' as indicator, 'ojg' as programme, 'niet_gekoppeld' as reason"
        )
    case = read_case(database, replace(PILOT, guardrails=names), indicator(PILOT.primary), windows)
    return {item.name: item for item in guarded(database, case, INDICATORS)}


def test_waiting_is_the_share_that_began_after_ten_weeks(tmp_path: Path) -> None:
    found = watched(tmp_path, "wachttijd")["wachttijd"]
    assert found.before is not None
    assert found.after is not None
    assert (found.before.hits, found.before.size) == (0, 12)
    assert found.after.hits == found.after.size > 0
    assert found.code == "ongunstig"


def test_crises_are_counted_on_the_youths_of_the_list(tmp_path: Path) -> None:
    found = watched(tmp_path, "crisis")["crisis"]
    assert found.before is not None
    assert found.after is not None
    assert (found.before.hits, found.after.hits) == (1, 1)
    assert found.before.size == pytest.approx(400, rel=0.1)
    assert found.code == "binnen_ruis"


def test_what_is_not_known_or_not_linked_is_not_measured(tmp_path: Path) -> None:
    found = watched(tmp_path, "terugkomst", "tevredenheid", unlinked=True)
    assert {name: item.code for name, item in found.items()} == {
        "terugkomst": "niet_gekoppeld",
        "tevredenheid": "niet_gemeten",
    }
    assert watched(tmp_path / "linked", "terugkomst")["terugkomst"].code == "geen_gegevens"
