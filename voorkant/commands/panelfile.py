"""From a long table (one row per unit and month) to the panel that is assessed; what is not certain is refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from voorkant.analysis.panel import Panel
from voorkant.builder.ingest.outcome import Fault, is_missing
from voorkant.commands.csvtable import NOT_THERE, CsvTable
from voorkant.domain.problem import DataRefused, Problem

MONTHS = 12
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
MOST_MONTHS = 1200
NEVER = 10**6
"""The place of a start that is not there: behind every month that a plan can reach."""


@dataclass(frozen=True)
class Columns:
    """Which column of the file holds what; None where it is not given."""

    time: str
    outcome: str
    unit: str | None = None
    exposure: str | None = None
    start: str | None = None
    stop: str | None = None

    @property
    def named(self) -> list[str]:
        return [name for name in (self.time, self.outcome, self.unit, self.exposure, self.start, self.stop) if name]


@dataclass(frozen=True)
class Pilot:
    """The panel with the names of its rows, its first month, and what of the input could not be used."""

    panel: Panel
    units: tuple[str, ...]
    first: date
    hidden: int
    starts_unknown: int
    starts_later: int
    has_exposure: bool

    def month(self, place: int) -> date:
        """The month at a place, also beyond the data."""
        number = self.first.year * MONTHS + self.first.month - 1 + place
        return date(number // MONTHS, number % MONTHS + 1, 1)

    @property
    def last(self) -> date:
        return self.month(self.panel.months - 1)


@dataclass(frozen=True)
class _Start:
    """Begin, full and stop as month numbers; None where the unit never started or never stopped."""

    begin: int | None = None
    full: int | None = None
    stop: int | None = None
    unknown: bool = False


def read_pilot(table: CsvTable, columns: Columns) -> Pilot:
    """The panel of a table. DataRefused with line and column where a row cannot be placed."""
    names = table.texts(columns.unit) if columns.unit else ["alles"] * len(table.lines)
    if any(not name for name in names):
        raise table.refuse(names.index(""), str(columns.unit), "de eenheid ontbreekt. Vul haar in.")
    units = tuple(dict.fromkeys(names))
    months = _months(table, columns.time)
    first, count = min(months), max(months) - min(months) + 1
    if count > MOST_MONTHS:
        raise DataRefused(f"{table.file}: de maanden liggen meer dan honderd jaar uiteen. Controleer de jaartallen.")
    places = {name: place for place, name in enumerate(units)}
    cells = [(places[name], month - first) for name, month in zip(names, months, strict=True)]
    _refuse_twice(table, cells)
    counts, hidden = _placed(table, columns.outcome, cells, (len(units), count))
    exposure = _exposure(table, columns, cells, counts.shape)
    starts = _starts(table, columns, names)
    usable = [name for name in units if not starts[name].unknown]
    kept = [places[name] for name in usable]
    panel = _panel(counts[kept], exposure[kept], [starts[name] for name in usable], first)
    later = int(((panel.begin >= count) & (panel.begin < NEVER)).sum())
    return Pilot(panel, tuple(usable), date(first // MONTHS, first % MONTHS + 1, 1), hidden,
                 len(units) - len(usable), later, columns.exposure is not None)  # fmt: skip


def _months(table: CsvTable, column: str) -> list[int]:
    texts = table.texts(column)
    read = table.dates([text for text in texts if not _MONTH.fullmatch(text)])
    return [_month(table, row, column, _as_month(text, read)) for row, text in enumerate(texts)]


def _as_month(text: str, read: object) -> object:
    """(month number, day in the month) of `2024-03` or a date; else what is wrong with it."""
    if found := _MONTH.fullmatch(text):
        return int(found[1]) * MONTHS + int(found[2]) - 1, 1
    value = read(text) if text and callable(read) else None
    return (value.year * MONTHS + value.month - 1, value.day) if isinstance(value, date) else value


def _month(table: CsvTable, row: int, column: str, found: object) -> int:
    if not isinstance(found, tuple):
        raise table.refuse(row, column, "hier hoort een maand, zoals 2024-03, of een datum.")
    return int(found[0])


def _refuse_twice(table: CsvTable, cells: list[tuple[int, int]]) -> None:
    """Adding up or choosing one would be a guess."""
    seen: dict[tuple[int, int], int] = {}
    for row, cell in enumerate(cells):
        if cell in seen:
            raise DataRefused(
                f"{table.file}: regel {table.lines[seen[cell]]} en regel {table.lines[row]} gaan over dezelfde eenheid "
                "en maand. Laat er een staan, of tel ze zelf op."
            )
        seen[cell] = row


def _placed(
    table: CsvTable, column: str, cells: list[tuple[int, int]], shape: tuple[int, int]
) -> tuple[np.ndarray, int]:
    values, hidden = table.amounts(column, whole=True)
    found = np.full(shape, np.nan)
    found[tuple(np.array(cells).T)] = values
    return found, hidden


def _exposure(table: CsvTable, columns: Columns, cells: list[tuple[int, int]], shape: tuple[int, ...]) -> np.ndarray:
    """The denominators; without a column every unit counts as equally large in every month."""
    if columns.exposure is None:
        return np.ones(shape)
    found = np.full(shape, np.nan)
    found[tuple(np.array(cells).T)] = table.amounts(columns.exposure, whole=False)[0]
    return found


def _starts(table: CsvTable, columns: Columns, names: list[str]) -> Mapping[str, _Start]:
    begins = _of_unit(table, columns.start, names)
    stops = _of_unit(table, columns.stop, names)
    return {name: _start(begins.get(name), stops.get(name)) for name in dict.fromkeys(names)}


def _of_unit(table: CsvTable, column: str | None, names: list[str]) -> dict[str, object]:
    """What a column says of every unit, once; a unit of which it says two things is refused."""
    if column is None:
        return {}
    texts = ["" if is_missing(text, NOT_THERE) else text for text in table.texts(column)]
    read = table.dates([text for text in texts if text and not _MONTH.fullmatch(text)])
    found: dict[str, object] = {}
    for row, (name, text) in enumerate(zip(names, texts, strict=True)):
        if not text:
            continue
        value = _as_month(text, read)
        if found.setdefault(name, value) != value:
            raise table.refuse(row, column, "deze eenheid heeft elders in het bestand een andere datum.")
    return found


def _start(begin: object, stop: object) -> _Start:
    """A start on the first day fills its month; a later one makes it a month in between."""
    if isinstance(begin, Fault) or isinstance(stop, Fault):
        return _Start(unknown=True)
    if not isinstance(begin, tuple):
        return _Start()
    month, day = begin
    end = stop[0] if isinstance(stop, tuple) else None
    return _Start(month, month + (day > 1), end if end is None else max(end, month))


def _panel(counts: np.ndarray, exposure: np.ndarray, starts: list[_Start], first: int) -> Panel:
    def places(values: list[int | None]) -> np.ndarray:
        return np.array([NEVER if value is None else max(value - first, 0) for value in values], dtype=np.int64)

    dates = (places([getattr(start, name) for start in starts]) for name in ("begin", "full", "stop"))
    return Panel(counts, exposure, *dates)


def only_months(pilot: Pilot) -> Panel:
    """The panel in which a start after the data is no start yet: such units can change places with all others."""
    panel, months = pilot.panel, pilot.panel.months

    def within(places: np.ndarray) -> np.ndarray:
        return np.where(panel.begin >= months, months, np.minimum(places, months))

    return Panel(panel.counts, panel.exposure, within(panel.begin), within(panel.full), within(panel.stop))


def needed(method: str, **columns: str | None) -> None:
    """Problem that names every column that a method cannot do without."""
    absent = [f"--{name}" for name, value in columns.items() if not value]
    if absent:
        raise Problem(f"Voor {method} is ook nodig: {', '.join(absent)}. Noem de kolom van het bestand.")
