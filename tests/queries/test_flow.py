"""Who is referred, begins with specialist help, ends and is in it, and what was reached beside that."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from tests.queries.given import expect, given, indicator, prepared
from voorkant import ROOT
from voorkant.builder import cells, measure, protect
from voorkant.builder.database import Database
from voorkant.declare.cubeplan import read_cubeplan
from voorkant.declare.indicator import Indicator, read_indicators

PLAN = read_cubeplan(ROOT / "data" / "cubeplan.toml")
RATIO = read_indicators(ROOT / "queries" / "indicators")["verhouding"]
REFERRALS = """
    verwijzing_id | client_id | verwijsdatum | ingangsdatum | einddatum  | gemeentecode | leeftijd | productcategorie
    v1            | 1         | 2022-01-10   | 2022-02-10   | 2022-12-31 | GM9901       | 10       | 52
    v2            | 1         | 2022-05-10   | -            | -          | GM9901       | 10       | 52
    v3            | -         | 2022-05-11   | 2022-06-11   | 2023-01-01 | GM9901       | 10       | 52
    v4            | 4         | 2022-05-12   | 2022-06-12   | 2022-07-01 | GM9901       | 18       | 52
    v5            | 5         | 2022-05-13   | 2022-06-13   | 2022-07-01 | GM9901       | 10       | 51
    v6            | 6         | 2022-05-14   | 2022-06-14   | -          | GM9902       | 10       | 52
    v7            | 7         | 2022-05-15   | -            | -          | GM9903       | 10       | 52
"""


def _query(slug: str) -> str:
    return indicator(slug).query


def test_who_is_referred_begins_ends_and_is_in_help(tmp_path: Path) -> None:
    """Without a first day help has not begun, but in a gemeente that never tells one; without any end it would never stop."""
    database = given(tmp_path, ggz_verwijzingen=REFERRALS)
    expect(database, _query("verwijzingen_sggz_jeugdigen"), """
        key | youth | day        | area_code
        1   | 1     | 2022-01-10 | GM9901
        1   | 1     | 2022-05-10 | GM9901
        -3  | -     | 2022-05-11 | GM9901
        6   | 6     | 2022-05-14 | GM9902
        7   | 7     | 2022-05-15 | GM9903
    """)  # fmt: skip
    expect(database, _query("instroom"), """
        key | youth | day        | area_code
        1   | 1     | 2022-02-10 | GM9901
        -3  | -     | 2022-06-11 | GM9901
        6   | 6     | 2022-06-14 | GM9902
        7   | 7     | 2022-05-15 | GM9903
    """)  # fmt: skip
    expect(database, _query("uitstroom"), """
        key | youth | day        | area_code
        1   | 1     | 2022-12-31 | GM9901
        -3  | -     | 2023-01-01 | GM9901
    """)  # fmt: skip
    expect(database, _query("stand"), """
        key | youth | day_from   | day_to     | area_code
        1   | 1     | 2022-02-10 | 2022-12-31 | GM9901
        -3  | -     | 2022-06-11 | 2023-01-01 | GM9901
    """)  # fmt: skip


Help = tuple[int, date, date | None, int]


def _help(seed: int) -> list[Help]:
    """(youth, first day, last day, gemeente) of referrals in five years."""
    random = np.random.default_rng(seed)
    found = []
    for _ in range(300):
        start = date(2020, 1, 1) + timedelta(days=int(random.integers(0, 5 * 365)))
        end = start + timedelta(days=int(random.integers(0, 500))) if random.random() > 0.2 else None
        found.append((int(random.integers(1, 60)), start, end, int(random.integers(1, 3))))
    return found


def _drawn(helped: list[Help]) -> str:
    head = "verwijzing_id | client_id | verwijsdatum | einddatum | gemeentecode | leeftijd | productcategorie"
    lines = [f"v{n} | {one[0]} | {one[1]} | {one[2] or '-'} | GM990{one[3]} | 9 | 52" for n, one in enumerate(helped)]
    return "\n".join([head, *lines])


def _naive(slug: str, helped: list[Help]) -> dict[tuple[str, str], int]:
    """Distinct youths per gemeente, or both, and per year or quarter: (area, period) -> count."""
    found: dict[tuple[str, str], set[int]] = {}
    for youth, start, end, place in helped:
        day = end if slug == "uitstroom" else start
        days = {str(year): date(year, 12, 31) for year in range(2020, 2025)}
        if slug == "stand":
            codes = [code for code, last in days.items() if start <= last and (end is None or last <= end)]
        else:
            codes = [] if day is None else [str(day.year), f"{day.year}-Q{(day.month + 2) // 3}"]
        for code in codes:
            for area in (f"GM990{place}", "RG01"):
                found.setdefault((area, code), set()).add(youth)
    published = {"RG01"} if slug == "stand" else {"RG01", "GM9901", "GM9902"}
    return {key: len(youths) for key, youths in found.items() if key[1] < "2025" and key[0] in published}


@pytest.mark.parametrize("slug", ["verwijzingen_sggz_jeugdigen", "instroom", "uitstroom", "stand"])
def test_every_cell_equals_a_naive_count(slug: str, tmp_path: Path) -> None:
    helped = _help(seed=3)
    database = given(tmp_path, ggz_verwijzingen=_drawn(helped))
    found = _cells(database, indicator(slug))
    naive = _naive(slug, helped)
    assert {key: count for key, (count, _) in found.items() if count and key[1] < "2025"} == naive
    states = {period: status for (area, period), (_, status) in found.items() if area == "RG01"}
    whole = [states["2020"], states["2021"], states["2022"]]
    assert whole == (["onvolledig"] * 2 + ["definitief"] if slug == "stand" else ["definitief"] * 3)


def _cells(database: Database, item: Indicator) -> dict[tuple[str, str], tuple[int, str]]:
    assert measure.measure(database, item, plan=PLAN, windows=prepared(database))
    found = database.rows(
        "select area.code, period.code, numerator, status from true_cell join area using (area_id) "
        "join period using (period_id)"
    )
    return {(area, period): (count, status) for area, period, count, status in found}


def _shown(protection: str, indicator: str, numerator: object, reason: object, status: str = "definitief") -> tuple:
    bounds = (numerator, numerator) if numerator is not None else (0, 4)
    programme = "ojg" if indicator == "bereikte_jeugdigen" else ""
    return (
        protection,
        indicator,
        programme,
        1,
        1,
        "",
        "",
        numerator,
        *bounds,
        900,
        None,
        status,
        reason,
        "count",
        1000,
    )


@pytest.mark.parametrize(
    ("front", "back", "expected"),
    [
        ((60, None), (30, None), (60, 30, 200.0, "definitief", None)),
        ((60, None), (0, None), (None, 0, None, "definitief", "geen_cijfer")),
        ((None, "klein"), (30, None), (None, 30, None, "definitief", "klein")),
        ((60, None), (None, "herleidbaar"), (None, None, None, "definitief", "herleidbaar")),
        ((60, None), (30, None, "voorlopig"), (60, 30, 200.0, "voorlopig", None)),
    ],
    ids=[
        "both shown",
        "nobody was referred",
        "the reached are hidden",
        "those who were referred are hidden",
        "not final",
    ],
)
def test_a_ratio_divides_what_is_shown_and_no_more(front: tuple, back: tuple, expected: tuple, tmp_path: Path) -> None:
    database = given(tmp_path)
    protect.prepare(database)
    given_rows = [
        _shown("intern", "bereikte_jeugdigen", *front),
        _shown("intern", "verwijzingen_sggz_jeugdigen", *back),
    ]
    database.add("protected_cell", given_rows)
    protect.add_ratio(database, RATIO)
    found = database.rows(
        "select numerator, denominator, value, status, reason from protected_cell where indicator = 'verhouding'"
    )
    assert found == [expected]


def test_a_ratio_has_the_interval_of_two_counts(tmp_path: Path) -> None:
    """Of 60 to 30: the share 60/90 lies between .564 and .756 (Wilson), so the ratio between 129 and 309 per 100."""
    database = given(tmp_path)
    columns = "cell_id bigint, numerator bigint, denominator bigint, per integer, shape varchar"
    database.fill("asked", columns, [(1, 60, 30, 100, "ratio"), (2, 60, 90, 100, "share")])
    low, high = cells.intervals(database.execute("select * from asked").df())[["low", "high"]].to_numpy().T
    assert [round(value, 1) for value in (low[1], high[1])] == [56.4, 75.5]
    assert [round(value) for value in (low[0], high[0])] == [
        round(100 * share / (1 - share)) for share in (low[1] / 100, high[1] / 100)
    ]


def test_a_state_of_several_kinds_of_period_has_no_rule() -> None:
    """The audit takes those of a quarter for some of its year: of a state that is not so."""
    stand = indicator("stand")
    assert protect.Judged(stand, unknown_keys=False).kind == protect.PEOPLE_KIND
    with pytest.raises(ValueError, match="no rule protects"):
        _ = protect.Judged(replace(stand, periods=("quarter", "year")), unknown_keys=False).kind
