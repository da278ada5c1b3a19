"""The region: what is promised of gemeenten, wijken, praktijken and schools."""

import re

import pandas as pd
import pytest

from voorkant import ROOT
from voorkant.builder.demo.names import PRAKTIJKEN
from voorkant.builder.demo.region import GEMEENTEN

WITH_PRAKTIJKEN = {"GM9901": 14, "GM9902": 14, "GM9903": 12}


def test_the_gemeenten_are_invented():
    assert [item.code for item in GEMEENTEN] == [f"GM99{number:02d}" for number in range(1, 13)]
    real = (ROOT / "data" / "codes" / "cbs_gemeenten.csv").read_text(encoding="utf-8").lower()
    assert [item.name for item in GEMEENTEN if item.name.lower() in real] == []


def test_the_median_gemeente_is_that_of_the_netherlands():
    assert pd.Series([item.inhabitants for item in GEMEENTEN]).median() == pytest.approx(31_800, abs=200)


def test_inhabitants_stand_by_area_year_and_age_group(read):
    rows = read("bevolking.csv")
    assert not rows.duplicated(["gebiedscode", "jaar", "leeftijdsgroep"]).any()
    assert set(rows.jaar) == {str(year) for year in range(2018, 2026)}
    assert set(rows.leeftijdsgroep) == {"0-3", "4-11", "12-17", "18-22"}
    assert rows.gebiedscode.map(lambda code: bool(re.fullmatch(r"GM99\d\d|WK99\d{4}", code))).all()
    assert set(rows.gebiedscode[rows.gebiedscode.str.startswith("GM")]) == {item.code for item in GEMEENTEN}


def test_wijken_are_parts_of_their_gemeente(youths):
    amounts = youths.xs(2021, level="jaar")
    wijken = amounts[amounts.index.str.startswith("WK")]
    whole = wijken.groupby("GM" + wijken.index.str[2:6]).sum()
    assert (whole == amounts[whole.index]).all()
    assert 0.17 < amounts["GM9906"] / 27_200 < 0.21


def test_praktijken_and_their_lists(read, youths):
    rows = read("praktijken.csv")
    first = rows.drop_duplicates("praktijk_agb")
    assert first.groupby("gemeentecode").size().to_dict() == WITH_PRAKTIJKEN
    assert rows.praktijk_agb.str.fullmatch(r"01\d{6}").all()
    assert rows.groupby("praktijk_agb").size().eq(8).all()
    listed, own = rows.ingeschreven_0_17.astype(int), rows.ingeschreven_0_17_gemeente.astype(int)
    assert listed.between(200, 900).all()
    assert (own <= listed).all()
    for code in WITH_PRAKTIJKEN:
        here = listed[(rows.gemeentecode == code) & (rows.jaar == "2024")].sum()
        assert 0.9 < here / youths[code, 2024] < 1.0
    assert len(set(first.naam)) == len(PRAKTIJKEN) == 40


def test_schools(read):
    rows = read("scholen.csv")
    first = rows.drop_duplicates("brin")
    assert len(first) == 60
    assert set(first.gemeentecode) == {item.code for item in GEMEENTEN}
    assert set(first.schooltype) == {"bo", "sbo", "so", "vo", "vso"}
    assert rows.brin.str.fullmatch(r"99[A-Z]{2}00").all()
    assert set(rows.schooljaar) == {f"{year}/{year + 1}" for year in range(2017, 2026)}
    assert (rows.wijkcode.str[2:6] == rows.gemeentecode.str[2:]).all()


def test_the_rollout_spreads_and_is_not_complete(read):
    rows = read("uitrol.csv")
    ojg = rows[rows.programma == "ojg"]
    praktijken, schools = set(read("praktijken.csv").praktijk_agb), set(read("scholen.csv").brin)
    assert set(rows.programma) == {"ojg", "jeugdhulp_school"}
    assert set(ojg.locatie) < praktijken
    assert set(rows.locatie) - set(ojg.locatie) < schools
    assert ojg.startdatum.min() < "2019-07"
    assert ojg.startdatum.max() >= "2025"
    assert ojg.startdatum.str[:7].nunique() >= 18
    assert (ojg.einddatum != "").sum() == (ojg.uren_per_week == "0").sum() == (ojg.uren_per_week == "").sum() == 1


def test_the_mapping_of_huisartsen(read):
    rows = read("agb_koppeling.csv")
    assert set(rows.praktijk_agb) == set(read("praktijken.csv").praktijk_agb)
    assert not set(rows.zorgverlener_agb) & set(rows.praktijk_agb)
    moved = rows[rows.duplicated("zorgverlener_agb", keep=False)]
    assert moved.tot.tolist() == ["2022-06-30", ""]
    assert moved.praktijk_agb.nunique() == 2
