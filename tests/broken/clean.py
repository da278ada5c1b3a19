"""The clean exports of twelve kinds that the twenty files are made from: the demo's, and contacts of a programme."""

import csv
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from voorkant.builder.demo import exports, write_demo

Rows = list[list[str]]
CONTACTS = 4_800
KEPT, KNOWN = "GM9901", ("Nederland", "Veldermonde")
"""The gemeente whose rows are kept, all of some years: tables with little in them take long to audit."""
REGION = f'[regio]\nnaam = "Proefregio"\ngemeenten = [{{code = "{KEPT}", naam = "Veldermonde"}}]\n'
"""A region of it alone and no pilots: each cube costs time to write, and each pilot to assess."""
FILES = {
    "ojg_contacten": "ojg_contacten.csv", "ggz_verwijzingen": "ggz_verwijzingen.csv",
    "jeugdhulp_school": "jeugdhulp_school.csv", "bevolking": "bevolking.csv", "praktijken": "praktijken.csv",
    "scholen": "scholen.csv", "uitrol": "uitrol.csv", "gebeurtenissen": "gebeurtenissen.csv",
    "agb_koppeling": "agb_koppeling.csv", "cbs_jeugdzorg_gemeenten": "cbs_85098NED_gemeenten.csv",
    "cbs_jeugdzorg_wijken": "cbs_85335NED_wijken.csv",
}  # fmt: skip
DAYS = {"ojg_contacten": "contactdatum", "ggz_verwijzingen": "verwijsdatum", "jeugdhulp_school": "startdatum"}
YEARS = ("2022", "2023", "2024")
PROGRAMME = "buurtgezinnen"


def clean_home(folder: Path) -> dict[str, tuple[list[str], Rows]]:
    """A home with its settings and no exports; kind -> (names, rows) of the clean ones, to be changed at will."""
    (folder / "exports").mkdir(parents=True)
    (folder / "voorkant.toml").write_text(REGION, encoding="utf-8")
    return {kind: ([*names], [[*row] for row in rows]) for kind, (names, rows) in _tables().items()}


@cache
def _tables() -> dict[str, tuple[list[str], Rows]]:
    """Made once: three homes begin with them."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(exports, "_ENOUGH_FOR_FAULTS", 10**9)  # this demo has only the faults that are planted here
        write_demo(Path(folder) / "home", rows=CONTACTS)
        tables = {kind: _table(Path(folder) / "home" / "exports" / name) for kind, name in FILES.items()}
    for kind, day in DAYS.items():
        names, rows = tables[kind]
        tables[kind] = names, [row for row in rows if _is_kept(dict(zip(names, row, strict=True)), day)]
    names, rows = tables["cbs_jeugdzorg_gemeenten"]
    tables["cbs_jeugdzorg_gemeenten"] = names, [row for row in rows if row[0] in KNOWN]
    names, rows = tables["praktijken"]
    tables["praktijken"] = names, rows[:-2]  # a total and a footer
    tables["preventie_contacten"] = _programme(*tables["ojg_contacten"])
    return tables


def _is_kept(row: dict[str, str], day: str) -> bool:
    kept = row["gemeentecode"] == KEPT and row["geslacht"] != ""
    return kept and any(year in row[day] for year in YEARS)


def _table(path: Path) -> tuple[list[str], Rows]:
    text = path.read_text(encoding="utf-8-sig")
    delimiter = "," if text.startswith(",") else ";"
    names, *rows = csv.reader(text.splitlines(), delimiter=delimiter)
    return names, rows


def _programme(names: list[str], rows: Rows) -> tuple[list[str], Rows]:
    kept = ["contact_id", "client_id", "contactdatum", "gemeentecode", "geboortejaar", "geslacht", "vervolg"]
    found = [[row[names.index(name)] for name in kept] for row in rows[:200]]
    return ["voorziening", "contact_id", *kept[1:]], [[PROGRAMME, f"B{row[0]}", *row[1:]] for row in found]
