"""The tables of the CBS: as they are laid out, and the real ones where they stand beside the checkout."""

from pathlib import Path

import pytest

from voorkant import ROOT
from voorkant.builder.ingest.read import read_file

from .conftest import SOURCES, Read, rules

REAL = ROOT.parent / "shared" / "data" / "cbs"
real_files = pytest.mark.skipif(not REAL.is_dir(), reason="the published tables do not stand beside this checkout")

PERCENTAGES = (
    '\ufeff"Regio\'s";"Perioden";"Jongeren met jeugdhulp in natura (% (zie toelichting))";'
    '"Jongeren met jeugdh. met verbl. in nat. (% (zie toelichting))";'
    '"Jongeren met jeugdbescherming (% (zie toelichting))"\n'
    '"Nederland";"2022*";13,2;8,8;1,2\n"Groningen (gemeente)";"2022*";15;10;1,4\n"Beemster";"2022*";;;\n'
    '"Bergen";"2022*";9,1;1;1\n"Nieuwland";"2022*";9,1;1;1\n"Bron: CBS"\n'
)
PADDED = (
    ",ID,Wijken,Perioden,TotaalJongerenMetJeugdzorgInNatura_1,TotaalTrajectenInNatura_9,Huisarts_11,Gemeentenaam_18\n"
    "0,2,NL00      ,2022JJ00,  461985,  695095,  227295,            \n"
    "1,5,GM1680    ,2022JJ00,     595,     860,       .,Aa en Hunze \n"
)


def test_percentages_of_gemeenten(read: Read) -> None:
    report = read(PERCENTAGES)
    assert (report.kind, report.rows_in, report.rows_used, report.rows_refused) == ("cbs_jeugdzorg_gemeenten", 6, 3, 2)
    assert dict(report.skipped) == {"voetregel": 1}
    assert report.table.select(["gebiedscode", "naam", "jaar", "voorlopig", "jeugdhulp_pct"]).to_pylist() == [
        {"gebiedscode": "NL00", "naam": "Nederland", "jaar": 2022, "voorlopig": True, "jeugdhulp_pct": 13.2},
        {
            "gebiedscode": "GM0014",
            "naam": "Groningen (gemeente)",
            "jaar": 2022,
            "voorlopig": True,
            "jeugdhulp_pct": 15.0,
        },
        {"gebiedscode": "GM0370", "naam": "Beemster", "jaar": 2022, "voorlopig": True, "jeugdhulp_pct": None},
    ]
    assert set(rules(report)) == {"gebied_dubbelzinnig", "gebied_onbekend", "geen_cijfer"}


def test_padded_counts(read: Read) -> None:
    report = read(PADDED)
    assert (report.kind, report.rows_used) == ("cbs_jeugdzorg_wijken", 2)
    assert rules(report) == ["kolom_genegeerd"]
    assert report.table.select(["gebiedscode", "naam", "jaar", "jongeren", "huisarts", "jeugdarts"]).to_pylist() == [
        {"gebiedscode": "NL00", "naam": None, "jaar": 2022, "jongeren": 461985, "huisarts": 227295, "jeugdarts": None},
        {
            "gebiedscode": "GM1680",
            "naam": "Aa en Hunze",
            "jaar": 2022,
            "jongeren": 595,
            "huisarts": None,
            "jeugdarts": None,
        },
    ]


@real_files
@pytest.mark.parametrize(
    ("start", "kind", "rows"),
    [
        ("statline_85098NED", "cbs_jeugdzorg_gemeenten", 356),
        ("cbs_85335NED", "cbs_jeugdzorg_wijken", 346),
        ("cbs_jeugdzorg_wijk", "cbs_jeugdzorg_wijken", 7287),
    ],
)
def test_real_tables_are_accounted_for_to_the_last_row(start: str, kind: str, rows: int) -> None:
    report = read_file(_real(start), SOURCES)
    assert (report.kind, report.rows_in, report.rows_used) == (kind, rows, rows)


@real_files
def test_real_percentages() -> None:
    report = read_file(_real("statline_85098NED"), SOURCES)
    by_area = dict(zip(*(report.table[name].to_pylist() for name in ("gebiedscode", "jeugdhulp_pct")), strict=True))
    assert (by_area["NL00"], by_area["GM1969"]) == (13.2, 13.8)
    assert sum(value is not None for code, value in by_area.items() if code.startswith("GM")) == 345
    assert [(found.rule, found.count) for found in report.findings] == [("geen_cijfer", 10)]


@real_files
def test_a_real_wijk_without_figures_has_none() -> None:
    report = read_file(_real("cbs_jeugdzorg_wijk"), SOURCES)
    rows = [row for row in report.table.to_pylist() if row["gebiedscode"] == "WK196908"]
    assert [(row["jaar"], row["jongeren"], row["trajecten"]) for row in rows] == [
        (2021, None, None),
        (2022, None, None),
    ]


def _real(start: str) -> Path:
    return next(REAL.glob(f"{start}*.csv"))
