"""The claims: of specialist help that was referred to, within its own days, and of hours times a tariff."""

import pandas as pd
import pytest


@pytest.fixture(scope="module")
def claims(read) -> pd.DataFrame:
    rows = read("declaraties.csv")
    days = {name: pd.to_datetime(rows[name], format="%d-%m-%Y") for name in ("periode_start", "periode_eind")}
    numbers = {name: rows[name].str.replace(",", ".").astype(float) for name in ("volume", "tarief", "bedrag")}
    return rows.assign(**days, **numbers)


def test_a_claim_is_of_a_specialist_verwijzing_and_lies_in_one_year_of_its_help(claims, verwijzingen):
    assert claims.declaratie_id.is_unique
    found = claims.merge(verwijzingen, on="verwijzing_id", how="left", suffixes=("", "_referred"))
    known = found[found.specialist.notna()]  # a verwijzing with a planted fault has no day
    assert len(found) - len(known) < 10
    assert known.specialist.all()
    assert (known.client_id == known.client_id_referred).all()
    assert (claims.periode_start <= claims.periode_eind).all()
    assert (claims.periode_start.dt.year == claims.periode_eind.dt.year).all()
    assert not claims.duplicated(["verwijzing_id", "periode_start"]).any()


def test_an_amount_is_hours_times_a_tariff_that_rises(claims):
    assert claims.bedrag.to_numpy() == pytest.approx((claims.volume * claims.tarief).to_numpy(), abs=0.011)
    tariffs = claims.groupby(claims.periode_start.dt.year).tarief.agg(["min", "max"])
    assert tariffs["min"].tolist() == tariffs["max"].tolist() == sorted(set(tariffs["min"]))
    assert tariffs.index.tolist() == list(range(2021, 2026))


def test_help_costs_some_thousands_a_youth(claims):
    by_year = claims.groupby(claims.periode_start.dt.year)
    assert (by_year.bedrag.sum() / by_year.client_id.nunique()).between(4_000, 6_000).all()
