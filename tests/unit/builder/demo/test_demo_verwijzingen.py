"""The verwijzingen: calibration bands, codes, small numbers, the late delivery and the unfinished quarter."""

import csv

import numpy as np
import pandas as pd
import pytest

from voorkant import ROOT
from voorkant.builder.demo.region import GEMEENTEN

PRAKTIJKEN = ["GM9901", "GM9902", "GM9903"]


@pytest.fixture(scope="module")
def minors(verwijzingen) -> pd.DataFrame:
    """To specialist help, of 0-17."""
    return verwijzingen[verwijzingen.specialist & (verwijzingen.age < 18)]


def test_the_share_of_the_huisarts_varies_as_between_gemeenten(verwijzingen, truth):
    early = verwijzingen[verwijzingen.year <= 2020]
    share = early.groupby("gemeentecode").verwijzer_type.agg(lambda types: (types == "02").mean())
    planted = pd.Series(truth["basis"]["huisarts_aandeel"])
    assert share[planted.index].to_numpy() == pytest.approx(planted.to_numpy(), abs=0.05)
    assert planted.min() == 0.18
    assert planted.max() == 0.52


def test_verwijzingen_per_youth_in_a_year(verwijzingen):
    by_year = verwijzingen[verwijzingen.gemeentecode != "GM9912"].groupby(["gemeentecode", "year"]).client_id
    assert (by_year.size() / by_year.nunique()).between(1.3, 1.7).all()


def test_praktijken_refer_1_2_to_2_per_1000_in_a_month(minors, truth, youths):
    by_praktijk = pd.Series([item["sggz_per_1000_per_maand"] for item in truth["ojg_praktijk"]])
    assert by_praktijk.between(1.2, 2.0).all()
    before = minors[(minors.year == 2018) & minors.gemeentecode.isin(PRAKTIJKEN) & (minors.verwijzer_type == "02")]
    rate = len(before) / sum(youths[code, 2018] for code in PRAKTIJKEN) / 12 * 1000
    assert rate == pytest.approx(by_praktijk.mean(), rel=0.15)


def test_a_wijk_varies_from_year_to_year_as_in_the_netherlands(verwijzingen):
    table = verwijzingen.groupby(["wijkcode", "year"]).size().unstack(fill_value=0)
    known = table[table.median(axis=1) >= 40].loc[:, 2018:2024]
    spread = np.log(known).diff(axis=1).std(axis=1)
    assert 0.13 < spread.median() < 0.29


def test_the_small_gemeente_has_counts_of_1_to_4(minors, truth):
    small = truth["kleine_gemeente"]
    counts = minors[minors.gemeentecode == small["code"]].groupby("year").size()
    assert counts.index.tolist() == list(range(2018, 2026))
    assert counts.between(small["laagste"], small["hoogste"]).all()
    assert counts.nunique() > 1


def test_the_small_gemeente_stays_small_in_a_large_demo(tmp_path):
    from voorkant.builder.demo import write_demo  # noqa: PLC0415 - this test makes a home of its own

    write_demo(tmp_path, rows=600_000)
    with (tmp_path / "exports/ggz_verwijzingen.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["gemeentecode"] == "GM9912"]
    assert 20 < len(rows) < 250


def test_the_summer_and_the_corona_spring_are_low(verwijzingen, truth):
    by_month = verwijzingen[verwijzingen.year < 2025].groupby(verwijzingen.day.dt.to_period("M")).size()
    assert by_month[by_month.index.month.isin([7, 8])].mean() < 0.8 * by_month.mean()
    spring = by_month[(by_month.index.month <= 6)].groupby(lambda month: month.year).sum()
    assert 0.86 < spring[2020] / spring[[2019, 2021]].mean() < 0.97
    assert np.mean([1, 1, *truth["basis"]["corona"].values()]) == pytest.approx(0.92, abs=0.01)


def test_the_last_quarter_is_still_coming_in(verwijzingen, truth):
    by_month = verwijzingen.groupby(verwijzingen.day.dt.to_period("M")).size()
    lag = truth["voorlopig"]["geregistreerd"]
    assert list(lag) == ["2025-10", "2025-11", "2025-12"]
    assert 0.6 < by_month["2025-12"] / by_month[["2023-12", "2024-12"]].mean() < 0.85


def test_the_late_delivery_fills_a_hole(read, truth):
    late = truth["nalevering"]
    main, extra = read("ggz_verwijzingen.csv"), read(late["bestand"])
    assert len(extra) == late["rijen"] > 50
    assert set(extra.gemeentecode) == {late["gemeente"]}
    assert set(extra.verwijsdatum.str[3:]) == {"07-2025", "08-2025", "09-2025"}
    in_time = main[main.gemeentecode == late["gemeente"]].verwijsdatum.str[3:]
    assert not set(in_time) & set(extra.verwijsdatum.str[3:])
    assert not set(main.verwijzing_id) & set(extra.verwijzing_id)


def test_codes(verwijzingen):
    assert set(verwijzingen.verwijzer_type) == {"01", "02", "03", "04", "05", "06", "08"}
    assert set(verwijzingen.geslacht) == {"1", "2", ""}
    assert set(verwijzingen.crisis) == {"ja", "nee"}
    reasons = {"", "31", "32", "33", "34", "35", "36", "37", "38", "39"}
    assert set(verwijzingen.reden_beeindiging) == reasons
    assert ((verwijzingen.reden_beeindiging == "") == (verwijzingen.einddatum == "")).all()
    assert verwijzingen.aanbieder_agb.str.fullmatch(r"\d{8}").all()


def test_care_classes_of_every_kind_and_some_that_nobody_knows(verwijzingen):
    with (ROOT / "data" / "codes" / "productindeling.csv").open(encoding="utf-8-sig", newline="") as file:
        known = {
            (row["productcategorie"], row["productcode"]): row["zorgsoort"]
            for row in csv.DictReader(file, delimiter=";")
        }
    pairs = zip(verwijzingen.productcategorie, verwijzingen.productcode, strict=True)
    care = pd.Series([known.get(pair) or known.get((pair[0], "")) or "" for pair in pairs], index=verwijzingen.index)
    assert ((care == "specialistisch") == verwijzingen.specialist).all()
    assert 0.2 < (care == "specialistisch").mean() < 0.4
    assert {"basis", "overig"} < set(care)
    assert 20 < (care == "").sum() < 0.01 * len(care)


def test_who_referred_is_known_where_praktijken_are_delivered(verwijzingen, read, truth):
    by_huisarts = verwijzingen[verwijzingen.verwijzer_type == "02"]
    here = by_huisarts[by_huisarts.gemeentecode.isin(PRAKTIJKEN)]
    praktijken, people = set(read("praktijken.csv").praktijk_agb), set(read("agb_koppeling.csv").zorgverlener_agb)
    how = here.verwijzer_agb.map(
        lambda code: "leeg" if not code else "praktijk" if code in praktijken
        else "zorgverlener" if code in people else "onbekend"
    )  # fmt: skip
    for name, share in truth["basis"]["verwijzer_agb"].items():
        assert (how == name).mean() == pytest.approx(share, abs=0.01)
    elsewhere = verwijzingen[~verwijzingen.gemeentecode.isin(PRAKTIJKEN)]
    assert set(elsewhere.verwijzer_agb) == {""}
    assert set(verwijzingen[verwijzingen.verwijzer_agb != ""].verwijzer_type) == {"02", "05"}


def test_a_huisarts_refers_from_where_he_works(verwijzingen, read):
    mapping = read("agb_koppeling.csv")
    mover = mapping[mapping.tot != ""].iloc[0]
    wijken = verwijzingen[verwijzingen.verwijzer_agb == mover.zorgverlener_agb]
    assert wijken.day.min() < pd.Timestamp("2022-06-30") < wijken.day.max()


def test_places_belong_to_each_other(verwijzingen):
    faulty = verwijzingen.wijkcode.str.endswith("99")
    assert faulty.sum() == 1
    assert ("GM" + verwijzingen.wijkcode.str[2:6] == verwijzingen.gemeentecode)[~faulty].all()
    assert set(verwijzingen.gemeentecode) == {item.code for item in GEMEENTEN}
    assert verwijzingen.age.between(0, 22).all()
    assert 0.02 < (verwijzingen.age >= 18).mean() < 0.08
