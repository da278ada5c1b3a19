"""Publication of one million contact rows against a floor: the same file to Parquet, and the same aggregates by hand.

The floor reads only the contacts and referrals into Parquet with bare DuckDB and counts, for every table of the cube
plan, the figures that the indicators need. What it does not do: check, protect, explain, or keep anything.
Run: python bench/bench_publication.py [rows]
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from voorkant import ROOT
from voorkant.builder.demo import write_demo
from voorkant.declare.cubeplan import grains, read_cubeplan
from voorkant.declare.indicator import read_indicators
from voorkant.domain.protection import Protection

ROWS = 1_000_000
BUDGET = 3.0
PROTECTION, AUDIT = 0.5, 300
"""What protection may add to the rest of a publication; the audit has seconds of its own."""
AREAS = {"regio": "'RG01'", "gemeente": "gemeentecode", "wijk": "wijkcode", "praktijk": "{agb}"}
PERIODS = {
    "month": "date_trunc('month', {day})", "quarter": "date_trunc('quarter', {day})",
    "half": "year({day}) * 2 + (month({day}) > 6)::int", "year": "year({day})",
    "schoolyear": "year({day} + interval 5 month)", "3year": "(2025 - year({day})) // 3",
}  # fmt: skip
SPLITS = {"": "''", "age_group": "(year({day}) - geboortejaar) // 4", "sex": "geslacht", "verwijzer": "verwijzer_type",
          "hulpvraag": "asked"}  # fmt: skip
TABLES = {
    "contacten": ("contacts", "contactdatum", "praktijk_agb", "count(*), count(distinct client_id)"),
    "bereikte_jeugdigen": ("contacts", "contactdatum", "praktijk_agb", "count(distinct client_id)"),
    "verwijzingen_sggz": ("special", "verwijsdatum", "verwijzer_agb", "count(*), count(distinct client_id)"),
    "verwijzingen_sggz_huisarts": ("by_gp", "verwijsdatum", "verwijzer_agb", "count(*), count(distinct client_id)"),
    "zonder_verwijzing": ("closed", "contactdatum", "praktijk_agb", "count(*), "
                          "count(*) filter (vervolg = 'zelf_afgehandeld'), "
                          "count(distinct client_id), count(distinct client_id) filter (vervolg = 'zelf_afgehandeld')"),
}  # fmt: skip


def script(exports: Path, out: Path) -> list[str]:
    """The floor's statements."""
    done = []
    for name in ("ojg_contacten", "ggz_verwijzingen"):
        options = "delim=';', all_varchar=true, header=true, strict_mode=false, null_padding=true"
        source = f"read_csv('{exports}/{name}.csv', {options})"
        done.append(f"copy (select * from {source}) to '{out}/{name}.parquet'")
    done += [
        f"create view raw_contacts as from '{out}/ojg_contacten.parquet'",
        f"create view raw_referrals as from '{out}/ggz_verwijzingen.parquet'",
        "create table contacts as select * replace (coalesce(try_strptime(contactdatum, '%d-%m-%Y'), "
        "try_cast(contactdatum as timestamp))::date as contactdatum, try_cast(geboortejaar as int) as geboortejaar) "
        "from raw_contacts",
        "create table special as select * replace (coalesce(try_strptime(verwijsdatum, '%d-%m-%Y'), "
        "try_cast(verwijsdatum as timestamp))::date as verwijsdatum, try_cast(geboortejaar as int) as geboortejaar) "
        "from raw_referrals where productcategorie = '52' or productcode in ('54003', '54004')",
        "create view by_gp as from special where verwijzer_type = '02'",
        "create table closed as select * from (select *, "
        "row_number() over (partition by traject_id order by contactdatum desc) as newest from contacts) "
        "where newest = 1 and afgerond = 'ja'",
    ]
    plan = read_cubeplan(ROOT / "data" / "cubeplan.toml")
    for slug, indicator in read_indicators(ROOT / "queries" / "indicators").items():
        if slug not in TABLES:
            continue
        table, day, agb, counts = TABLES[slug]
        for number, grain in enumerate(grains(plan, indicator, Protection.INTERN)):
            if grain.level in AREAS:
                keys = (AREAS[grain.level].format(agb=agb), PERIODS[grain.period_type].format(day=day))
                parts = (*keys, SPLITS[grain.dimension].format(day=day))
                by = ", ".join(f"{text} as k{place}" for place, text in enumerate(parts))
                rows = (
                    f"(select *, unnest(string_split(hulpvraag, '|')) as asked from {table})"
                    if grain.dimension == "hulpvraag"
                    else table
                )
                done.append(f"create table cell_{slug}_{number} as select {by}, {counts} from {rows} group by all")
    return done


def floor(home: Path) -> float:
    with tempfile.TemporaryDirectory() as out:
        start = time.perf_counter()
        connection = duckdb.connect(config={"threads": "2"})
        for statement in script(home / "exports", Path(out)):
            connection.execute(statement)
        return time.perf_counter() - start


def build(home: Path) -> tuple[float, dict[str, float]]:
    """(seconds of the whole, those that the build itself tells of protection and of the audit)."""
    command = [sys.executable, "-m", "voorkant", "build", "--json", "--home", str(home)]
    start = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start, json.loads(done.stdout)["seconds"]


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        start = time.perf_counter()
        write_demo(home, rows=rows)
        print(f"demo: {rows:,} contacten in {time.perf_counter() - start:.1f} s")
        lowest = min(floor(home) for _ in range(3))
        whole, parts = build(home)
        took, protection = whole - parts["audit"], parts["protection"]
        print(f"ondergrens {lowest:.2f} s, publicatie {took:.2f} s, verhouding {took / lowest:.2f} (budget {BUDGET})")
        added = protection / (took - protection)
        print(f"bescherming {protection:.2f} s: {added:.0%} erbij (budget {PROTECTION:.0%})")
        print(f"toets op herleidbaarheid {parts['audit']:.1f} s (budget {AUDIT} s)")


if __name__ == "__main__":
    main()
