"""The CSV files of the demo, each in the look of its own supplier."""

from collections.abc import Iterable

import numpy as np
import pyarrow as pa

from voorkant.builder.demo import (
    claims,
    contacts,
    events,
    experiences,
    families,
    faults,
    kernen,
    published,
    registers,
    schoolhelp,
    verwijzingen,
)
from voorkant.builder.demo.claims import ClaimMaker
from voorkant.builder.demo.contacts import ContactMaker, Handed
from voorkant.builder.demo.csvfile import BOM, CsvFile, Look
from voorkant.builder.demo.faults import Fault, Planted
from voorkant.builder.demo.linking import Linker
from voorkant.builder.demo.region import GEMEENTEN
from voorkant.builder.demo.timeline import LAST_YEAR, month_number
from voorkant.builder.demo.verwijzingen import VerwijzingMaker
from voorkant.builder.demo.world import Part, World

CONTACTS, VERWIJZINGEN, SCHOOL_HELP = "ojg_contacten.csv", "ggz_verwijzingen.csv", "jeugdhulp_school.csv"
PREVENTION, EXPERIENCES, KERNEN = "preventie_contacten.csv", "ervaringen.csv", "kernen.csv"
CLAIMS = "declaraties.csv"
PREVENTION_ROLLOUT = "uitrol_preventie.csv"
LATE_GEMEENTE, LATE_FROM, LATE_UNTIL = "GM9907", (LAST_YEAR, 7), (LAST_YEAR, 9)
LATE = f"ggz_verwijzingen_nalevering_{LATE_GEMEENTE}.csv"
_USUAL_VERWIJZINGEN, _USUAL_SCHOOL_HELP, _MOST_SCHOOL_HELP = 50_000, 1_500, 500_000
_ENOUGH_FOR_FAULTS = 200
_YEAR_WITH_FAULTS = 5


def write_registers(world: World) -> None:
    """The small files: places, people, rollout, events."""
    region = world.region
    _write(world, "bevolking.csv", registers.BEVOLKING, registers.bevolking(region))
    _write(world, "uitrol.csv", registers.UITROL, registers.uitrol(world.starts))
    _write(world, "agb_koppeling.csv", registers.AGB_KOPPELING, world.doctors.mapping())
    _write(world, "scholen.csv", registers.SCHOLEN, registers.scholen(region), Look(bom=True, quoted=True))
    _write(world, "gebeurtenissen.csv", events.COLUMNS, events.gebeurtenissen(), Look(bom=True, quoted=True))
    total = sum(int(item.listed[-1]) for item in region.praktijken)
    footer = (f"Totaal;;;;{LAST_YEAR};{total};", "Bron: opgave van de praktijken;;;;;;")
    name = "praktijken.csv"
    _write(world, name, registers.PRAKTIJKEN, registers.praktijken(region), Look(bom=True, crlf=True, footer=footer))
    for line, (what, text) in enumerate(zip(("totaalrij", "voetregel"), footer, strict=True), world.files[name] + 2):
        world.planted.append(Planted(name, line, what, "", text))


def _write(world: World, name: str, columns: list[str], rows: Iterable[registers.Row], look: Look = Look()) -> None:  # noqa: B008 - frozen
    cells = [pa.array(values, pa.string()) for values in zip(*rows, strict=True)]
    with CsvFile(world.exports / name, columns, look) as file:
        file.write(pa.table(dict(zip(columns, cells, strict=True))))
    world.files[name] = file.rows


def write_contacts(world: World) -> list[Handed]:
    """Exactly as many contacts as asked for; returns the trajecten that were passed on."""
    maker = ContactMaker(world.region, world.people, world.ojg)
    with_faults = world.rows >= _ENOUGH_FOR_FAULTS
    with CsvFile(world.exports / CONTACTS, contacts.COLUMNS, Look(bom=True)) as file:
        for number, chunk in enumerate(maker.chunks(world.rows - with_faults, world.random(Part.CONTACTS))):
            planted = faults.CONTACTS if with_faults and not number else ()
            file.write(_with_faults(world, chunk, planted, name=CONTACTS, rows_before=file.rows))
            world.progress(f"Contacten: {_dutch(file.rows)} van {_dutch(world.rows)}")
    world.files[CONTACTS] = file.rows
    return maker.handed


def write_verwijzingen(world: World, handed: list[Handed]) -> None:
    """The verwijzingen in one file, what one gemeente delivered late in another, and what was claimed for them."""
    maker = VerwijzingMaker(world.region, world.people, world.rates, world.doctors)
    linker, claimed = Linker(handed, len(world.region.praktijken)), ClaimMaker(world.random(Part.CLAIMS))
    scale, look = max(1.0, world.rows / 5 / _USUAL_VERWIJZINGEN), Look(crlf=True)
    with (
        CsvFile(world.exports / VERWIJZINGEN, verwijzingen.COLUMNS, look) as file,
        CsvFile(world.exports / LATE, verwijzingen.COLUMNS, look) as late,
        CsvFile(world.exports / CLAIMS, claims.COLUMNS, look) as claim,
    ):
        for number, (chunk, course) in enumerate(maker.years(scale, linker, world.random(Part.VERWIJZINGEN))):
            is_late = _late(course)
            planted = faults.VERWIJZINGEN if number == _YEAR_WITH_FAULTS else ()
            in_time = chunk.filter(pa.array(~is_late))
            file.write(_with_faults(world, in_time, planted, name=VERWIJZINGEN, rows_before=file.rows))
            late.write(chunk.filter(pa.array(is_late)))
            claim.write(claimed.claims(chunk, course[2:]))
            world.progress(f"Verwijzingen: {_dutch(file.rows + late.rows)}")
    world.files |= {VERWIJZINGEN: file.rows, LATE: late.rows, CLAIMS: claim.rows}
    world.linked = linker.linked


def _late(course: np.ndarray) -> np.ndarray:
    gemeente, month = course[:2]
    late = next(place for place, item in enumerate(GEMEENTEN) if item.code == LATE_GEMEENTE)
    first, last = month_number(*LATE_FROM), month_number(*LATE_UNTIL)
    return (gemeente == late) & (month >= first) & (month <= last)


def write_school_help(world: World) -> None:
    scale = max(1.0, min(world.rows / 20, _MOST_SCHOOL_HELP) / _USUAL_SCHOOL_HELP)
    table = schoolhelp.make_school_help(
        world.region, world.people, world.schools, scale=scale, rng=world.random(Part.SCHOOL_HELP)
    )
    with CsvFile(world.exports / SCHOOL_HELP, schoolhelp.COLUMNS, Look()) as file:
        file.write(_with_faults(world, table, faults.SCHOOL_HELP, name=SCHOOL_HELP, rows_before=0))
    world.files[SCHOOL_HELP] = file.rows


def write_prevention(world: World) -> None:
    """The smaller programmes: their places, contacts and experiences, as many whatever the number of rows."""
    rng = world.random(Part.PREVENTION)
    places = kernen.make_kernen(world.region, rng)
    _write(world, KERNEN, kernen.COLUMNS, kernen.rows(places))
    _write(world, PREVENTION_ROLLOUT, registers.UITROL, families.rollout(world.region, places))
    rows = [row for plan in families.FAMILIES for row in families.family_rows(plan, rng)]
    rows += [row for plan in families.PLACES for row in families.place_rows(plan, world.region, places, rng)]
    by_day = families.COLUMNS.index("contactdatum")
    _write(world, PREVENTION, families.COLUMNS, sorted(rows, key=lambda row: (row[by_day], row)), Look(bom=True))
    told = [row for asked in experiences.ASKED for row in experiences.answers(asked, rng)]
    _write(world, EXPERIENCES, experiences.COLUMNS, told, Look(crlf=True))


def write_published(world: World) -> None:
    rng = world.random(Part.PUBLISHED)
    areas = published.make_areas(world.region, rng)
    files = {
        "cbs_85098NED_gemeenten.csv": (BOM, "\n", published.gemeenten_lines(world.region, areas, rng)),
        "cbs_85335NED_wijken.csv": (b"", "\r\n", published.wijken_lines(areas)),
    }
    for name, (start, eol, lines) in files.items():
        texts = list(lines)
        (world.exports / name).write_bytes(start + "".join(f"{line}{eol}" for line in texts).encode())
        world.files[name] = len(texts) - 1


def _with_faults(world: World, table: pa.Table, planned: tuple[Fault, ...], *, name: str, rows_before: int) -> pa.Table:
    changed, planted = faults.plant(table, planned, file=name, first_line=rows_before + 2)
    world.planted += planted
    return changed


def _dutch(number: int) -> str:
    return f"{number:,}".replace(",", ".")
