"""Costs per youth: what is declared for specialist help, by the gemeente of the referral, against a naive sum."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.queries.given import expect, given, indicator, prepared
from voorkant import ROOT
from voorkant.builder import measure
from voorkant.builder.protect import Judged
from voorkant.declare.cubeplan import read_cubeplan

PLAN = read_cubeplan(ROOT / "data" / "cubeplan.toml")
ITEM = indicator("kosten_per_jeugdige")
REFERRALS = """
    verwijzing_id | client_id | verwijsdatum | gemeentecode | wijkcode | productcategorie
    v1            | 11        | 2024-01-10   | GM9901       | WK990101 | 52
    v2            | 12        | 2024-01-10   | GM9902       | -        | 52
"""
EARLY_AND_LATE = """
    v3            | 13        | 2023-01-02   | GM9902       | -        | 52
    v4            | 13        | 2024-12-31   | GM9902       | -        | 52
"""
CLAIMS = """
    declaratie_id | verwijzing_id | toewijzingnummer | client_id | periode_start | productcategorie | bedrag | debet_credit
    d1            | v1            | -                | 1         | 2024-01-01    | 52               | 100.40 | D
    d2            | -             | v1               | 1         | 2024-02-01    | 52               | 40     | C
    d3            | v2            | -                | 2         | 2024-02-01    | 51               | 90     | D
    d4            | v2            | -                | -         | 2024-02-01    | 52               | 90     | D
    d5            | v9            | -                | 3         | 2024-02-01    | 52               | 90     | D
    d6            | v2            | -                | 2         | 2025-02-01    | 52               | 90     | D
"""


def test_a_claim_stands_in_the_gemeente_of_its_referral(tmp_path: Path) -> None:
    """Other care, nobody's youth and a referral that was never delivered do not count; credit goes off."""
    database = given(tmp_path, declaraties=CLAIMS, ggz_verwijzingen=REFERRALS)
    expect(database, ITEM.query, """
        key | youth | day        | area_code | amount
        1   | 1     | 2024-01-01 | WK990101  | 100
        1   | 1     | 2024-02-01 | WK990101  | -40
        2   | 2     | 2025-02-01 | GM9902    | 90
    """)  # fmt: skip


def test_a_claim_without_its_referral_stands_on_kwaliteit(tmp_path: Path) -> None:
    database = given(tmp_path, declaraties=CLAIMS, ggz_verwijzingen=REFERRALS)
    found = (ROOT / "queries" / "quality" / "declaratie_zonder_verwijzing.sql").read_text(encoding="utf-8")
    expect(database, found.partition("*/")[2], """
        name | n
        -    | 1
    """)  # fmt: skip


def test_sums_and_largest_equal_a_naive_count(tmp_path: Path) -> None:
    chance = np.random.default_rng(9)
    rows = [(int(youth), 1 + int(youth) % 2, 2023 + int(year), int(euro))
            for youth, year, euro in zip(*(chance.integers(*span, 400) for span in ((1, 50), (0, 2), (-200, 900))), strict=True)]  # fmt: skip
    claims = ["declaratie_id | verwijzing_id | client_id | periode_start | productcategorie | bedrag"]
    claims += [
        f"d{n} | v{place} | {youth} | {year}-06-01 | 52 | {euro}" for n, (youth, place, year, euro) in enumerate(rows)
    ]
    database = given(tmp_path, declaraties="\n".join(claims), ggz_verwijzingen=REFERRALS.rstrip() + EARLY_AND_LATE)
    assert measure.measure(database, ITEM, plan=PLAN, windows=prepared(database))
    per_youth: dict[tuple[str, int], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for youth, place, year, euro in rows:
        for area in (f"GM990{place}", "RG01"):
            per_youth[area, year][youth] += euro
    naive = {
        key: (len(found), sum(found.values()), max(map(abs, found.values())), sum(map(abs, found.values())))
        for key, found in per_youth.items()
    }
    counted = database.rows(
        "select area.code, cast(period.code as integer), numerator, total, largest, volume from true_cell "
        "inner join true_amount using (programme, area_id, period_id) inner join area using (area_id) "
        "inner join period using (period_id)"
    )
    assert {row[:2]: row[2:] for row in counted} == naive


@pytest.mark.parametrize(
    "more", [{"periods": ("year", "half")}, {"levels": ("gemeente", "wijk")}, {"splits": ("sex",)}]
)
def test_amounts_of_which_more_could_follow_have_no_rule(more: dict[str, tuple[str, ...]]) -> None:
    assert Judged(ITEM, unknown_keys=False).kind == "people"
    with pytest.raises(ValueError, match="no rule protects the shape sum"):
        _ = Judged(replace(ITEM, **more), unknown_keys=False).kind
