"""Writing the whole demo home: exports, settings, pilots, questions and the planted truth."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from voorkant.builder.demo import contacts, declarations, faults, registers, truth, verwijzingen
from voorkant.builder.demo.agb import Doctors, make_doctors
from voorkant.builder.demo.contacts import ContactMaker
from voorkant.builder.demo.csvfile import CsvFile
from voorkant.builder.demo.faults import Planted
from voorkant.builder.demo.people import People, make_people
from voorkant.builder.demo.rates import Rates, make_rates
from voorkant.builder.demo.region import GEMEENTEN, Region, make_region
from voorkant.builder.demo.rollout import Start, plan_ojg, plan_schools
from voorkant.builder.demo.timeline import LAST_YEAR, month_number
from voorkant.builder.demo.verwijzingen import VerwijzingMaker
from voorkant.domain.problem import Problem

DEFAULT_ROWS = 14_000
_VERWIJZINGEN = 44_000
"""About how many verwijzingen the region has by itself."""
LATE_GEMEENTE, LATE_MONTHS = "GM9907", (month_number(LAST_YEAR, 7), month_number(LAST_YEAR, 9))
_ENOUGH_FOR_FAULTS = 200
TRUTH = "waarheid.toml"
_MARK = "# De geplante waarheid van de demo van Voorkant. Alles hierin is verzonnen.\n"


@dataclass
class World:
    """Everything that is decided before the first row is written."""

    seed: int
    rows: int
    region: Region
    people: People
    starts: list[Start]
    rates: Rates
    doctors: Doctors
    exports: Path
    progress: Callable[[str], None]
    planted: list[Planted] = field(default_factory=list)
    files: dict[str, int] = field(default_factory=dict)
    notes: dict[str, Any] = field(default_factory=dict)

    def random(self, part: int) -> np.random.Generator:
        """Every file has random numbers of its own, so that a change to one leaves the others as they were."""
        return np.random.Generator(np.random.PCG64([self.seed, part]))


def write_demo(
    out: Path, *, seed: int = 1, rows: int | None = None, progress: Callable[[str], None] | None = None
) -> dict[str, Any]:
    """Write a home folder and say what is in it. Problem when `out` holds something that the demo did not make."""
    if rows is not None and rows < 1:
        raise Problem(f"--rows is {rows}; kies een aantal contacten van 1 of meer.")
    _claim(out)
    world = _world(out / "exports", seed, rows or DEFAULT_ROWS, progress or (lambda _: None))
    _write_registers(world)
    handed = _write_contacts(world)
    _write_verwijzingen(world, handed)
    declarations.write(out, world.region, world.starts)
    (out / TRUTH).write_text(_MARK + truth.as_toml(world), encoding="utf-8", newline="\n")
    size = sum(path.stat().st_size for path in world.exports.iterdir())
    return {"home": str(out), "seed": seed, "files": world.files, "bytes": size}


def _claim(out: Path) -> None:
    """Make the folder ours, unless it is someone's."""
    truth_file = out / TRUTH
    ours = truth_file.is_file() and truth_file.read_text(encoding="utf-8").startswith(_MARK)
    if out.exists() and not ours and (not out.is_dir() or any(out.iterdir())):
        raise Problem(f"{out} is niet leeg en is niet door de demo gemaakt. Kies met --out een nieuwe of lege map.")
    (out / "exports").mkdir(parents=True, exist_ok=True)
    truth_file.write_text(_MARK, encoding="utf-8", newline="\n")


def _world(exports: Path, seed: int, rows: int, progress: Callable[[str], None]) -> World:
    rng = np.random.Generator(np.random.PCG64([seed, 0]))
    region = make_region(rng)
    people = make_people(region, max(1.0, rows / DEFAULT_ROWS))
    starts = [*plan_ojg(region, rng), *plan_schools(region, rng)]
    rates = make_rates(region, people, starts, rng)
    return World(seed, rows, region, people, starts, rates, make_doctors(region), exports, progress)


def _write_registers(world: World) -> None:
    region = world.region
    _write_rows(world, "bevolking.csv", registers.BEVOLKING, registers.bevolking(region))
    _write_rows(world, "uitrol.csv", registers.UITROL, registers.uitrol(world.starts))
    _write_rows(world, "agb_koppeling.csv", registers.AGB_KOPPELING, world.doctors.mapping())
    _write_rows(world, "scholen.csv", registers.SCHOLEN, registers.scholen(region), bom=True)
    total = sum(int(item.listed[-1]) for item in region.praktijken)
    footer = [f"Totaal;;;;{LAST_YEAR};{total};", "Bron: opgave van de praktijken;;;;;;"]
    _write_rows(world, "praktijken.csv", registers.PRAKTIJKEN, registers.praktijken(region), bom=True, footer=footer)
    last = 1 + world.files["praktijken.csv"]
    for line, (what, text) in enumerate(zip(("totaalrij", "voetregel"), footer, strict=True), last + 1):
        world.planted.append(Planted("praktijken.csv", line, what, "", text))


def _write_rows(
    world: World,
    name: str,
    columns: list[str],
    rows: Iterable[registers.Row],
    *,
    bom: bool = False,
    footer: Iterable[str] = (),
) -> None:
    cells = list(zip(*rows, strict=True))
    with CsvFile(world.exports / name, columns, bom=bom) as file:
        file.write(
            pa.table({column: pa.array(values, pa.string()) for column, values in zip(columns, cells, strict=True)})
        )
        for line in footer:
            file.line(line)
    world.files[name] = file.rows


def _write_contacts(world: World) -> list[contacts.Handed]:
    maker = ContactMaker(world.region, world.people, [start for start in world.starts if start.programme == "ojg"])
    name = "ojg_contacten.csv"
    with CsvFile(world.exports / name, contacts.COLUMNS, bom=True) as file:
        with_faults = world.rows >= _ENOUGH_FOR_FAULTS
        for number, chunk in enumerate(maker.chunks(world.rows - with_faults, world.random(1))):
            table = chunk
            if not number and with_faults:
                table, planted = faults.plant(chunk, faults.CONTACTS, file=name, first_line=2)
                world.planted += planted
            file.write(table)
            world.progress(f"Contacten: {file.rows:,} van {world.rows:,}".replace(",", "."))
    world.files[name] = file.rows
    return maker.handed


def _write_verwijzingen(world: World, handed: list[contacts.Handed]) -> None:
    maker = VerwijzingMaker(world.region, world.people, world.rates, world.doctors)
    scale = max(1.0, world.rows / 5 / _VERWIJZINGEN)
    name, late_name = "ggz_verwijzingen.csv", f"ggz_verwijzingen_nalevering_{LATE_GEMEENTE}.csv"
    late_gemeente = next(place for place, item in enumerate(GEMEENTEN) if item.code == LATE_GEMEENTE)
    with (
        CsvFile(world.exports / name, verwijzingen.COLUMNS, crlf=True) as file,
        CsvFile(world.exports / late_name, verwijzingen.COLUMNS, crlf=True) as late,
    ):
        for number, (chunk, (gemeente, month)) in enumerate(maker.years(scale, handed, world.random(2))):
            is_late = (gemeente == late_gemeente) & (month >= LATE_MONTHS[0]) & (month <= LATE_MONTHS[1])
            table = chunk.filter(pa.array(~is_late))
            if number == 5:  # noqa: PLR2004 - the faults stand in 2023
                table, planted = faults.plant(table, faults.VERWIJZINGEN, file=name, first_line=file.rows + 2)
                world.planted += planted
            file.write(table)
            late.write(chunk.filter(pa.array(is_late)))
    world.files[name], world.files[late_name] = file.rows, late.rows
    world.notes["linked"] = maker.linked
    world.progress(f"Verwijzingen: {file.rows + late.rows:,}".replace(",", "."))
