"""The two files in the layout of the CBS, and the planted faults."""

import csv
from calendar import monthrange
from datetime import date

import numpy as np
import pandas as pd
import pytest

from voorkant.builder.demo.region import GEMEENTEN


@pytest.fixture(scope="module")
def wijken(home) -> pd.DataFrame:
    return pd.read_csv(home / "exports/cbs_85335NED_wijken.csv", dtype=str, index_col=0).map(str.strip)


@pytest.fixture(scope="module")
def counts(wijken) -> pd.DataFrame:
    numbers = wijken.loc[:, "TotaalJongerenMetJeugdzorgInNatura_1":"VerwijzerOnbekend_17"]
    numbers = numbers.replace(".", np.nan).astype(float)
    return numbers.assign(code=wijken.Wijken, year=wijken.Perioden.str[:4].astype(int), kind=wijken.SoortRegio_19)


def test_the_gemeenten_file_looks_as_published(home):
    content = (home / "exports/cbs_85098NED_gemeenten.csv").read_bytes()
    assert content.startswith(b'\xef\xbb\xbf"Regio\'s";"Perioden";')
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert [row[0] for row in rows[1::4]] == ["Nederland", *(item.name for item in GEMEENTEN)]
    assert [row[1] for row in rows[1:5]] == ["2021", "2022", "2023", "2024*"]
    assert rows[2][2] == "13,2"
    assert {row[4] for row in rows if row[0] == "Schorrezand"} == {""}
    for row in rows[5:]:
        assert 5 < float(row[2].replace(",", ".")) < 30


def test_provisional_figures_are_lower(home):
    content = (home / "exports/cbs_85098NED_gemeenten.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(content.splitlines(), delimiter=";"))[5:-4]
    table = np.array([float(row[2].replace(",", ".")) for row in rows]).reshape(-1, 4)
    assert 0.90 < (table[:, 3] / table[:, :3].mean(axis=1)).mean() < 1.0


def test_the_wijken_file_looks_as_published(home, wijken):
    first = (home / "exports/cbs_85335NED_wijken.csv").read_bytes().split(b"\r\n")[1]
    assert first.startswith(b"0,2,T001203,NL00      ,2021JJ00,  458000,")
    assert set(wijken.Perioden) == {f"{year}JJ00" for year in range(2021, 2025)}
    assert set(wijken.SoortRegio_19) == {"", "Gemeente", "Wijk"}
    assert not wijken.duplicated(["Wijken", "Perioden"]).any()
    names = wijken[wijken.SoortRegio_19 == "Gemeente"].set_index("Wijken").Regio
    assert names.to_dict() == {item.code: item.name for item in GEMEENTEN}


def test_nothing_below_10_and_all_rounded_to_5(counts):
    numbers = counts.drop(columns=["code", "year", "kind"])
    assert numbers.min().min() == 10
    assert (numbers.stack().dropna() % 5 == 0).all()
    assert numbers[counts.kind == "Wijk"].isna().any().any()
    assert numbers.iloc[:, 0].notna().all()


def test_wijken_are_as_large_and_as_restless_as_in_the_netherlands(counts):
    youths, trajecten = "TotaalJongerenMetJeugdzorgInNatura_1", "TotaalTrajectenInNatura_9"
    wijken = counts[counts.kind == "Wijk"]
    assert 65 <= wijken[wijken.year == 2022][youths].median() <= 110
    table = wijken.pivot(index="code", columns="year", values=youths)
    spread = np.log(table[table.min(axis=1) >= 50]).diff(axis=1)[[2022, 2023]].stack().std()
    assert 0.13 < spread < 0.29
    gemeenten = counts[(counts.kind == "Gemeente") & (counts.code != "GM9912")]
    assert (gemeenten[trajecten] / gemeenten[youths]).between(1.25, 1.75).all()
    share = gemeenten.Huisarts_11 / gemeenten[trajecten]
    assert share.min() < 0.22
    assert share.max() > 0.45


def test_every_fault_stands_where_the_truth_says(home, truth):
    kinds = set()
    for fault in truth["fout"]:
        lines = (home / "exports" / fault["bestand"]).read_text(encoding="utf-8-sig").splitlines()
        header, line = lines[0].split(";"), lines[fault["regel"] - 1]
        kinds.add(fault["fout"])
        if fault["kolom"]:
            assert line.split(";")[header.index(fault["kolom"])] == fault["waarde"]
        elif fault["fout"] == "dubbele_rij":
            assert line == lines[fault["regel"] - 2]
        else:
            assert line == fault["waarde"]
    assert kinds >= {"onmogelijke_datum", "dubbele_rij", "onbekende_wijk", "leeg_geslacht", "totaalrij", "voetregel"}


def test_there_are_no_other_faults(home, truth):
    planted = {(fault["bestand"], fault["regel"]) for fault in truth["fout"]}
    for name in ("ojg_contacten.csv", "ggz_verwijzingen.csv", "jeugdhulp_school.csv"):
        lines = (home / "exports" / name).read_text(encoding="utf-8-sig").splitlines()
        seen: set[str] = set()
        for number, line in enumerate(lines[1:], 2):
            cells = dict(zip(lines[0].split(";"), line.split(";"), strict=True))
            is_odd = line in seen or cells["geslacht"] == "" or cells["wijkcode"].endswith("99") or is_impossible(cells)
            assert is_odd == ((name, number) in planted), (name, number)
            seen.add(line)


def is_impossible(cells: dict[str, str]) -> bool:
    days = {name: day_of(text) for name, text in cells.items() if name.endswith("datum") and text}
    start, end = days.get("ingangsdatum") or days.get("startdatum"), days.get("einddatum")
    return None in days.values() or cells.get("brin") == "" or bool(start and end and end < start)


def day_of(text: str) -> date | None:
    parts = [int(part) for part in text.split("-")]
    year, month, day = parts if parts[0] > 31 else reversed(parts)
    return date(year, month, day) if day <= monthrange(year, month)[1] else None
