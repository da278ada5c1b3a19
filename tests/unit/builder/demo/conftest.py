"""One demo home for all tests of the generator, and its files as tables of text."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from voorkant.builder.demo import write_demo

Reader = Callable[[str], pd.DataFrame]


@pytest.fixture(scope="session")
def home(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("demo") / "home"
    write_demo(out)
    return out


@pytest.fixture(scope="session")
def truth(home) -> dict[str, Any]:
    return tomllib.loads((home / "waarheid.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def read(home) -> Reader:
    """A file of the demo as text, without the lines that are no row."""

    def table(name: str) -> pd.DataFrame:
        rows = pd.read_csv(home / "exports" / name, sep=";", dtype=str, encoding="utf-8-sig", keep_default_na=False)
        return rows[~rows.iloc[:, 0].str.startswith(("Totaal", "Bron:"))]

    return table


@pytest.fixture(scope="session")
def contacts(read) -> pd.DataFrame:
    rows = read("ojg_contacten.csv").drop_duplicates("contact_id")
    return rows.assign(day=pd.to_datetime(rows.contactdatum, format="%Y-%m-%d", errors="coerce")).dropna(subset="day")


@pytest.fixture(scope="session")
def verwijzingen(read, truth) -> pd.DataFrame:
    rows = pd.concat([read("ggz_verwijzingen.csv"), read(truth["nalevering"]["bestand"])])
    rows = rows.drop_duplicates("verwijzing_id").reset_index(drop=True)
    day = pd.to_datetime(rows.verwijsdatum, format="%d-%m-%Y", errors="coerce")
    specialist = (rows.productcategorie == "52") | rows.productcode.isin(["54003", "54004"])
    age = day.dt.year - rows.geboortejaar.astype(int)
    return rows.assign(day=day, year=day.dt.year, age=age, specialist=specialist).dropna(subset="day")


@pytest.fixture(scope="session")
def youths(read) -> pd.Series:
    """Inhabitants 0-17 by area code and year."""
    rows = read("bevolking.csv").query("leeftijdsgroep != '18-22'")
    return (
        rows.assign(aantal=rows.aantal.astype(int), jaar=rows.jaar.astype(int))
        .groupby(["gebiedscode", "jaar"])
        .aantal.sum()
    )
