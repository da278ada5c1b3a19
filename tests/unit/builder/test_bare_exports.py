"""Exports with only what they must have, of every kind, are published without a crash."""

from pathlib import Path

import duckdb
import pytest

from voorkant import ROOT
from voorkant.builder.build import build
from voorkant.declare.home import Home
from voorkant.declare.source import Source, read_sources

SETTINGS = '[regio]\nnaam = "Proefregio"\ngemeenten = [{ code = "GM9901", naam = "Aa" }]\n'
NOBODY_KNOWN = """verwijzing_id;verwijsdatum;gemeentecode;productcategorie;productcode
V1;2024-01-11;GM9901;54;54003
V2;2024-02-11;GM9901;54;54003
V3;2024-02-12;GM9901;54;54003
"""
REFERRED = """select period.code, cell.numerator, cell.numerator_low, cell.numerator_high, cell.reason
from cell inner join indicator using (indicator_id) inner join area using (area_id) inner join period using (period_id)
where indicator.slug = 'verwijzingen_sggz' and area.code = 'GM9901' and period.type = 'month' order by period.code"""
SOURCES = read_sources(ROOT / "data" / "sources")
TEXTS = {
    "id": "X{n}", "date": "2024-03-1{n}", "year": "2024", "period": "2024", "integer": "{n}", "decimal": "{n},5",
    "euro": "{n},50", "gebied": "GM990{n}", "gemeente": "GM9901", "wijk": "WK990101", "agb": "0100000{n}",
    "brin": "12AB0{n}", "location": "0100000{n}", "place": "0100000{n}", "text": "tekst {n}", "yesno": "ja", "age": "9",
}  # fmt: skip


def bare(source: Source) -> str:
    """Three rows with the required columns, and the first of each group."""
    names = list(dict.fromkeys([*source.required, *source.key, *(group[0] for group in source.one_of)]))
    columns = [source.column(name) for name in names]
    values = [[item.values[0][0]] * 3 if item.values else [TEXTS[item.type].format(n=n) for n in (1, 2, 3)]
              for item in columns]  # fmt: skip
    return "\n".join([";".join(names), *(";".join(row) for row in zip(*values, strict=True)), ""])


def home_with(folder: Path, **texts: str) -> Home:
    home = Home(folder / "home")
    home.exports.mkdir(parents=True)
    home.settings.write_text(SETTINGS, encoding="utf-8")
    for name, text in texts.items():
        (home.exports / f"{name}.csv").write_text(text, encoding="utf-8")
    return home


@pytest.mark.parametrize("slug", SOURCES)
def test_each_alone(tmp_path, slug):
    outcome = build(home_with(tmp_path, **{slug: bare(SOURCES[slug])}), lambda _: None)
    assert [file["kind"] for file in outcome.files] == [slug]
    assert outcome.files[0]["rows_used"] >= 1
    assert outcome.publication == "000001"


def test_all_together(tmp_path):
    outcome = build(home_with(tmp_path, **{slug: bare(source) for slug, source in SOURCES.items()}), lambda _: None)
    assert {file["kind"]: file["rows_used"] > 0 for file in outcome.files} == dict.fromkeys(SOURCES, True)
    assert outcome.publication == "000001"


def test_one_or_two_rows_of_nobody_known_are_hidden(tmp_path):
    """Three rows without a pseudonym count as one youth; one or two of them counted as none, and were shown."""
    home = home_with(tmp_path, ggz_verwijzingen=NOBODY_KNOWN)
    build(home, lambda _: None)
    (cube,) = home.published.glob("*/GM9901/intern.duckdb")
    with duckdb.connect(str(cube), read_only=True) as connection:
        found = connection.execute(REFERRED).fetchall()
    assert found == [(month, None, 0, None, "klein") for month in ("2024-01", "2024-02")]
