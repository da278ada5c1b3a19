"""Publication of one million contact rows against a floor: the same file to Parquet, and the same aggregates by hand.

The floor reads the three main exports into Parquet with bare DuckDB and counts, for every table of the cube plan, the
figures that the indicators need. What it does not do: check, protect, explain, or keep anything. The audit and the
judging of pilots have budgets of their own and are told apart. Memory is the most that the build had at once.
Run: python -m bench.bench_publication [rows ...]; 1000000 10000000 tells also what ten times as many rows take.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
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
LINEAR, MOST_MB = 11.0, 4_000
"""What ten times as many rows may take as long as, and the memory that no size may go beyond."""
AREAS = {"regio": "'RG01'", "gemeente": "gemeentecode", "wijk": "wijkcode", "praktijk": "{agb}", "school": "{agb}"}
PERIODS = {
    "month": "date_trunc('month', {day})", "quarter": "date_trunc('quarter', {day})",
    "half": "year({day}) * 2 + (month({day}) > 6)::int", "year": "year({day})",
    "schoolyear": "year({day} + interval 5 month)", "3year": "(2025 - year({day})) // 3",
}  # fmt: skip
SPLITS = {"": "''", "age_group": "(year({day}) - geboortejaar) // 4", "sex": "geslacht", "verwijzer": "verwijzer_type",
          "hulpvraag": "asked", "wachttijd": "waited", "termijn": "term"}  # fmt: skip
YOUTHS, ROWS_OF_YOUTHS = "count(distinct client_id)", "count(*), count(distinct client_id)"
SHARE = "count(*), count(*) filter ({hit}), count(distinct client_id), count(distinct client_id) filter ({hit})"
REFERRED = ("verwijsdatum", "verwijzer_agb", ROWS_OF_YOUTHS)
TABLES = {
    "contacten": ("contacts", "contactdatum", "praktijk_agb", ROWS_OF_YOUTHS),
    "bereikte_jeugdigen": ("contacts", "contactdatum", "praktijk_agb", YOUTHS),
    "zonder_verwijzing": ("closed", "contactdatum", "praktijk_agb", SHARE.format(hit="vervolg = 'zelf_afgehandeld'")),
    "terugkomst": ("returned", "contactdatum", "praktijk_agb", SHARE.format(hit="hit")),
    "tijd_tot_verwijzing": ("followed", "contactdatum", "praktijk_agb", ROWS_OF_YOUTHS),
    "begeleide_leerlingen": ("pupils", "startdatum", "brin", YOUTHS),
    "verwijzingen_sggz": ("special", *REFERRED),
    "verwijzingen_sggz_huisarts": ("by_gp", *REFERRED),
    "verwijzingen_sggz_jeugdigen": ("special", "verwijsdatum", "verwijzer_agb", YOUTHS),
    "verwijzingen_basis_ggz": ("basic", *REFERRED),
    "verwijzingen_overig": ("other", *REFERRED),
    "wachttijd": ("special", *REFERRED),
    "instroom": ("special", "ingangsdatum", "verwijzer_agb", YOUTHS),
    "uitstroom": ("ended", "einddatum", "verwijzer_agb", YOUTHS),
}
"""What the floor counts: all that has more than some ten thousand rows, the declarations apart."""
DATE = "coalesce(try_strptime({0}, '%d-%m-%Y'), try_cast({0} as timestamp))::date as {0}"
YEAR = "try_cast(geboortejaar as int) as geboortejaar"


def _read(name: str, out: Path, exports: Path, *days: str) -> list[str]:
    options = "delim=';', all_varchar=true, header=true, strict_mode=false, null_padding=true"
    replaced = ", ".join([*(DATE.format(day) for day in days), YEAR])
    return [
        f"copy (select * from read_csv('{exports}/{name}.csv', {options})) to '{out}/{name}.parquet'",
        f"create table {name} as select * replace ({replaced}) from '{out}/{name}.parquet'",
    ]


def script(exports: Path, out: Path) -> list[str]:
    """The floor's statements."""
    special = "(productcategorie = '52' or productcode in ('54003', '54004'))"
    done = [
        *_read("ojg_contacten", out, exports, "contactdatum"),
        *_read("ggz_verwijzingen", out, exports, "verwijsdatum", "ingangsdatum", "einddatum"),
        *_read("jeugdhulp_school", out, exports, "startdatum"),
        "create view contacts as from ojg_contacten",
        "create view pupils as from jeugdhulp_school where vorm = 'individueel'",
        "create table special as select *, (ingangsdatum - verwijsdatum) // 28 as waited from ggz_verwijzingen "
        f"where {special}",
        "create view by_gp as from special where verwijzer_type = '02'",
        "create view ended as from special where einddatum is not null",
        f"create table basic as from ggz_verwijzingen where not {special} and productcategorie in ('51', '54')",
        f"create table other as from ggz_verwijzingen where not {special} and productcategorie not in ('51', '54')",
        "create table ranked as select *, row_number() over (partition by traject_id order by contactdatum) as nth, "
        "row_number() over (partition by traject_id order by contactdatum desc) as newest from contacts",
        "create table closed as from ranked where newest = 1 and afgerond = 'ja'",
        "create table returned as select closed.*, client_id in (select client_id from special where ingangsdatum "
        "between contactdatum and contactdatum + 365) as hit from closed where client_id <> ''",
        "create table followed as select ranked.*, (select min(verwijsdatum - contactdatum) // 91 from special where "
        "special.client_id = ranked.client_id and verwijsdatum between contactdatum and contactdatum + 365) as term "
        "from ranked where nth = 1 and client_id <> ''",
    ]
    plan = read_cubeplan(ROOT / "data" / "cubeplan.toml")
    for slug, indicator in read_indicators(ROOT / "queries" / "indicators").items():
        if slug not in TABLES:
            continue
        table, day, agb, counts = TABLES[slug]
        for number, grain in enumerate(grains(plan, indicator, Protection.INTERN)):
            if grain.level in (AREAS.keys() - {"praktijk" if agb == "brin" else "school"}):
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


@dataclass(frozen=True)
class Build:
    """What a build took, and the seconds that it tells itself of protection, the audit and pilots."""

    wall: float
    cpu: float
    megabytes: float
    parts: dict[str, float]

    @property
    def rest(self) -> float:
        """Seconds without those that have a budget of their own."""
        return self.wall - self.parts["audit"] - self.parts["pilots"]


def build(home: Path) -> Build:
    command = [sys.executable, "-m", "voorkant", "build", "--json", "--home", str(home)]
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        told = process.stdout.read() if process.stdout else b""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"build: exit {process.returncode}")
    wall = time.perf_counter() - start
    return Build(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, json.loads(told)["seconds"])


def publish(rows: int) -> Build:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        start = time.perf_counter()
        write_demo(home, rows=rows)
        print(f"demo: {rows:,} contacten in {time.perf_counter() - start:.1f} s")
        done = build(home)  # before the floor: a process that starts counts the memory of who started it as its own
        print(f"publicatie {done.wall:.1f} s, CPU {done.cpu:.1f} s, {done.megabytes:,.0f} MB (budget {MOST_MB:,} MB)")
        if rows == ROWS:
            lowest = min(floor(home) for _ in range(3))
            ratio = done.rest / lowest
            print(f"ondergrens {lowest:.2f} s, de rest {done.rest:.2f} s, verhouding {ratio:.2f} (budget {BUDGET})")
        added = done.parts["protection"] / (done.rest - done.parts["protection"])
        print(f"bescherming {done.parts['protection']:.2f} s: {added:.0%} erbij (budget {PROTECTION:.0%})")
        print(f"toets op herleidbaarheid {done.parts['audit']:.1f} s (budget {AUDIT} s)")
        print(f"pilots beoordelen {done.parts['pilots']:.1f} s (bench_assess.py)")
        return done


def main() -> None:
    done = {rows: publish(rows) for rows in map(int, sys.argv[1:] or [ROWS])}
    if {ROWS, 10 * ROWS} <= done.keys():
        ratio = done[10 * ROWS].wall / done[ROWS].wall
        print(f"tien keer zo veel rijen: {ratio:.1f} keer zo lang (budget {LINEAR:.0f})")


if __name__ == "__main__":
    main()
