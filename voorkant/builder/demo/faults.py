"""The honest faults of a real export, planted on known lines."""

from dataclasses import dataclass

import pyarrow as pa


@dataclass(frozen=True)
class Fault:
    """What is wrong at a place in a table. Without a column the whole row stands there twice."""

    what: str
    place: float  # from 0 (first row) to 1
    column: str | None = None
    value: str = ""


@dataclass(frozen=True)
class Planted:
    """A fault as it stands in a file; the header is line 1."""

    file: str
    line: int
    what: str
    column: str
    value: str


CONTACTS = (
    Fault("onmogelijke_datum", 0.31, "contactdatum", "2023-02-30"),
    Fault("onbekende_wijk", 0.47, "wijkcode", "WK990199"),
    Fault("leeg_geslacht", 0.58, "geslacht"),
    Fault("dubbele_rij", 0.72),
)
VERWIJZINGEN = (
    Fault("onmogelijke_datum", 0.12, "verwijsdatum", "31-06-2023"),
    Fault("einde_voor_begin", 0.36, "einddatum", "01-01-2018"),
    Fault("onbekende_wijk", 0.55, "wijkcode", "WK990399"),
    Fault("leeg_geslacht", 0.70, "geslacht"),
    Fault("dubbele_rij", 0.88),
)
SCHOOL_HELP = (Fault("lege_brin", 0.25, "brin"), Fault("leeg_geslacht", 0.60, "geslacht"), Fault("dubbele_rij", 0.80))


def plant(table: pa.Table, faults: tuple[Fault, ...], *, file: str, first_line: int) -> tuple[pa.Table, list[Planted]]:
    """The table with its faults, and where they stand."""
    rows = {fault: int(fault.place * (table.num_rows - 1)) for fault in faults}
    doubled = sorted(rows[fault] for fault in faults if fault.column is None)
    for fault in faults:
        if fault.column is not None:
            table = _changed(table, rows[fault], fault.column, fault.value)
    for row in reversed(doubled):
        table = pa.concat_tables([table.slice(0, row + 1), table.slice(row, 1), table.slice(row + 1)])
    planted = []
    for fault in faults:
        line = first_line + rows[fault] + sum(row < rows[fault] for row in doubled) + (fault.column is None)
        planted.append(Planted(file, line, fault.what, fault.column or "", fault.value))
    return table, planted


def _changed(table: pa.Table, row: int, name: str, value: str) -> pa.Table:
    cells = table[name].combine_chunks()
    cells = pa.chunked_array([cells.slice(0, row), pa.array([value]), cells.slice(row + 1)])
    return table.set_column(table.column_names.index(name), name, cells)
