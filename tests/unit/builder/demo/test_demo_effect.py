"""What was planted can be found again, by comparing with those who have not started yet."""

import numpy as np
import pandas as pd
import pytest

from tests.unit.builder.demo.effect import MONTHS, counted, rate_ratio
from voorkant.analysis.assess import Rules, assess
from voorkant.analysis.panel import Panel
from voorkant.analysis.verdict import Verdict
from voorkant.builder.demo.rollout import RAMP, SCHOOL_PILOT, Start

OVERDISPERSION = 1.2
CHANCE = 3.0
"""How many standard errors an estimate may lie from the truth."""


def allowed(expected: float, comparison: float) -> float:
    return CHANCE * np.sqrt(OVERDISPERSION * (1 / expected + 1 / comparison))


def by_month(amounts: pd.DataFrame) -> np.ndarray:
    return np.repeat(amounts.to_numpy(dtype=float), 12, axis=1)[:, : len(MONTHS)]


@pytest.fixture(scope="module")
def by_huisarts(verwijzingen, read) -> pd.DataFrame:
    rows = verwijzingen[verwijzingen.specialist & (verwijzingen.age < 18) & (verwijzingen.verwijzer_type == "02")]
    mapping = read("agb_koppeling.csv")
    mapping = mapping[mapping.tot == ""].set_index("zorgverlener_agb").praktijk_agb
    return rows.assign(praktijk=rows.verwijzer_agb.map(mapping).fillna(rows.verwijzer_agb))


@pytest.fixture(scope="module")
def lists(read) -> pd.DataFrame:
    rows = read("praktijken.csv")
    return rows.assign(amount=rows.ingeschreven_0_17.astype(int)).pivot(
        index="praktijk_agb", columns="jaar", values="amount"
    )


@pytest.mark.parametrize(("pilot", "gemeenten"), [
    ("ojg-olievlek", ["GM9901", "GM9902"]),
    ("ojg-spreekuur-rietmeer", ["GM9903"]),
])  # fmt: skip
def test_what_the_ojg_does(pilot, gemeenten, truth, by_huisarts, lists):
    places = [item for item in truth["ojg_praktijk"] if item["gemeente"] in gemeenten]
    starts = [pd.Timestamp(item["start"]) if "start" in item else None for item in places]
    units = [item["agb"] for item in places]
    counts = counted(by_huisarts, "praktijk", units)
    found, expected = rate_ratio(counts, by_month(lists.loc[units]), starts)
    planted = truth["pilot"][pilot]["rr_gemiddeld"]
    assert abs(np.log(found / planted)) < allowed(expected, counts.sum() - expected)
    assert sum(start is not None for start in starts) == truth["pilot"][pilot]["eenheden"]


def whole_months(starts: list[pd.Timestamp | None]) -> tuple[np.ndarray, np.ndarray]:
    """The place of the month in which each unit starts, and of the first that is whole; the end where it never does."""
    begin = [len(MONTHS) if start is None else (start.to_period("M") - MONTHS[0]).n for start in starts]
    late = [start is not None and start.day > 1 for start in starts]
    return np.array(begin), np.minimum(np.array(begin) + np.array(late), len(MONTHS))


@pytest.mark.parametrize(("pilot", "gemeenten"), [
    ("ojg-olievlek", ["GM9901", "GM9902"]),
    ("ojg-spreekuur-rietmeer", ["GM9903"]),
])  # fmt: skip
def test_the_verdict_on_what_was_planted(pilot, gemeenten, truth, by_huisarts, lists):
    places = [item for item in truth["ojg_praktijk"] if item["gemeente"] in gemeenten]
    begin, full = whole_months([pd.Timestamp(item["start"]) if "start" in item else None for item in places])
    units = [item["agb"] for item in places]
    stop = np.full(len(units), len(MONTHS))
    counts = counted(by_huisarts, "praktijk", units)
    found = assess(Panel(counts, by_month(lists.loc[units]), begin, full, stop), Rules(moments=2))
    planted = truth["pilot"][pilot]["rr_gemiddeld"]
    assert found.finding.low < planted < found.finding.high
    assert found.judgement.verdict is (Verdict.FALL if planted < 1 else Verdict.POSSIBLE)


def test_the_oil_slick_is_seen_and_the_short_consultation_hours_are_not(truth):
    pilots = truth["pilot"]
    assert 0.65 < pilots["ojg-olievlek"]["rr_volledig"] < pilots["ojg-olievlek"]["rr_gemiddeld"] < 0.80
    assert pilots["ojg-spreekuur-rietmeer"]["rr_gemiddeld"] == 1.0


def test_what_help_at_school_does(truth, verwijzingen, read):
    people = read("bevolking.csv").query("leeftijdsgroep == '4-11'")
    people = people.assign(amount=people.aantal.astype(int)).pivot(index="gebiedscode", columns="jaar", values="amount")
    units = [code for code in people.index if code.startswith("WK") and f"GM{code[2:6]}" in SCHOOL_PILOT]
    starts = {item["code"]: pd.Timestamp(item["start"]) for item in truth["school_wijk"]}
    rows = verwijzingen[verwijzingen.specialist & verwijzingen.age.between(4, 11)]
    counts = counted(rows, "wijkcode", units)
    found, expected = rate_ratio(counts, by_month(people.loc[units]), [starts.get(code) for code in units])
    planted = truth["pilot"]["jeugdhulp-op-school"]["rr_gemiddeld"]
    assert abs(np.log(found / planted)) < allowed(expected, counts.sum() - expected)
    assert found < 0.9


def test_the_break_in_noordermeent(truth, verwijzingen, youths):
    pilot = truth["pilot"]["scholen-noordermeent"]
    own = verwijzingen[verwijzingen.specialist & (verwijzingen.gemeentecode == "GM9905")]
    before = len(own[own.year < 2020]) / sum(youths["GM9905", year] for year in (2018, 2019))
    after = len(own[own.year.between(2021, 2024)]) / sum(youths["GM9905", year] for year in range(2021, 2025))
    assert after / before == pytest.approx(pilot["breuk_factor"], rel=0.2)
    assert str(pilot["start"]) == "2020-04-01"


def test_an_effect_grows_and_ends():
    effect = Start("ojg", "01990101", 0, "2020-01-01", "2021-06-30", 8.0, 0.7).effect()
    assert (effect[:24] == 1).all()
    assert (np.diff(effect[24 : 24 + RAMP]) < 0).all()
    assert effect[24 + RAMP : 42] == pytest.approx(0.7)
    assert (effect[42:] == 1).all()
