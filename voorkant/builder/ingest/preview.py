"""How the first rows that a file failed on stand in it: few rows, cut short, and personal cells as patterns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from voorkant.builder.ingest.draft import Draft
from voorkant.builder.ingest.ledger import Entry, Rows, shown
from voorkant.builder.ingest.privacy import shown_header
from voorkant.builder.ingest.rules import RULES, rule_text
from voorkant.domain.finding import Finding, Severity

ROWS = 15
"""Of a file, whatever its rules. With the five samples of a column that a check shows too: the twenty allowed."""
FAILING = 5  # rows of one rule; what is left of `ROWS` goes to the rows around them
COLUMNS, SIGNS, RECORD_SIGNS = 30, 40, 160
PRIVATE = frozenset({"persoonsgegeven", "geboortedatum", "postcode6"})
"""Rules that say what a cell holds is of a person, whatever its column is."""
_MANY = 1_000
_ORDER = list(Severity)


@dataclass(frozen=True)
class Mark:
    """A rule that met a row, at a column of the preview; None where it is about the row as a whole."""

    line: int
    column: int | None
    rule: str
    rule_text: str
    severity: str


@dataclass(frozen=True)
class Row:
    """A row as it stands in the file. A record that is no row has one cell for all of it."""

    line: int
    cells: tuple[str, ...]
    whole: bool = False


@dataclass(frozen=True)
class Preview:
    """Part of a file: what failed, and what stands around it."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]


def preview_of(draft: Draft) -> Preview | None:
    """The rows that failed first, rule by rule, with the rows around them; None when nothing is at a row."""
    entries = list(draft.ledger.live())
    lines = _chosen(draft, entries)
    if not lines:
        return None
    rows = np.flatnonzero(np.isin(draft.table.line, lines))
    met = list(_met(entries, rows))
    places = _places(draft, [entry for entry, _ in met])
    marks = [*_marks(draft, met, places), *_odd_marks(draft, lines)]
    shown_rows = [*_rows(draft, rows, places, met=met), *_odd_rows(draft, lines)]
    headers = tuple(shown_header(draft.table.header.names[place]) for place in places)
    return Preview(headers, tuple(sorted(shown_rows, key=lambda row: row.line)), tuple(marks))


def _chosen(draft: Draft, entries: Sequence[Entry]) -> list[int]:
    """The lines to show: of each rule in turn one more, by importance, and then what stands around them."""
    table, failing = draft.table, _failing(draft, entries)
    turns = (line for turn in range(FAILING) for lines in failing for line in lines[turn : turn + 1])
    found = list(dict.fromkeys(turns))[:ROWS]
    for place in np.flatnonzero(np.isin(table.line, found)).tolist():
        around = table.line[max(place - 1, 0) : place + 2].tolist()
        found += [line for line in around if line not in found][: ROWS - len(found)]
    return found


def _failing(draft: Draft, entries: Sequence[Entry]) -> list[list[int]]:
    """The first lines of each rule, the most important rule first."""
    rows: dict[tuple[int, str], list[Rows]] = {}
    for entry in entries:
        few = entry.rows if len(entry.rows) <= _MANY else np.partition(entry.rows, FAILING)[:FAILING]
        rows.setdefault((_ORDER.index(entry.severity), entry.rule), []).append(few)
    first = {
        key: [int(line) for line in draft.table.line[np.unique(np.concatenate(found))[:FAILING]]]
        for key, found in rows.items()
    }
    for line, (rule, _) in sorted(draft.table.odd.refused.items()):
        lines = first.setdefault((_ORDER.index(RULES[rule][0]), rule), [])
        lines.extend([line] * (len(lines) < FAILING))
    return [first[key] for key in sorted(first)]


def _met(entries: Sequence[Entry], rows: npt.NDArray[np.intp]) -> Iterator[tuple[Entry, Rows]]:
    """Every entry that has one of these rows, with those. All small entries are looked at at once."""
    small = [entry for entry in entries if len(entry.rows) <= _MANY]
    every = np.concatenate([entry.rows for entry in small] or [np.zeros(0, np.intp)])
    owner = np.repeat(np.arange(len(small)), [len(entry.rows) for entry in small])
    hits = np.flatnonzero(np.isin(every, rows))
    for number in np.unique(owner[hits]).tolist():
        yield small[number], every[hits[owner[hits] == number]]
    for entry in (entry for entry in entries if len(entry.rows) > _MANY):
        found = rows[np.isin(rows, entry.rows)]
        if len(found):
            yield entry, found


def _places(draft: Draft, met: Sequence[Entry]) -> list[int]:
    """The columns to show, in the order of the file: those that failed, and the first of the others."""
    failed = {draft.match.places[entry.column] for entry in met if entry.column in draft.match.places}
    others = [place for place in range(len(draft.table.columns)) if place not in failed]
    return sorted([*sorted(failed)[:COLUMNS], *others[: max(COLUMNS - len(failed), 0)]])


def _marks(draft: Draft, met: Sequence[tuple[Entry, Rows]], places: Sequence[int]) -> Iterator[Mark]:
    for entry, rows in met:
        place = draft.match.places.get(entry.column or "")
        column = places.index(place) if place in places else None
        said = rule_text(Finding(entry.rule, entry.severity, None, None, None, ""))
        for row in np.unique(rows):
            yield Mark(int(draft.table.line[row]), column, entry.rule, said, entry.severity.value)


def _rows(
    draft: Draft, rows: npt.NDArray[np.intp], places: Sequence[int], *, met: Sequence[tuple[Entry, Rows]]
) -> Iterator[Row]:
    private = {
        (int(row), draft.match.places[entry.column])
        for entry, found in met
        if entry.rule in PRIVATE and entry.column in draft.match.places
        for row in found
    }
    personal = _personal(draft)
    texts = {place: draft.table.columns[place].take(pa.array(rows)).cast(pa.string()).to_pylist() for place in places}
    for number, row in enumerate(rows.tolist()):
        cells = (
            _cut(texts[place][number], SIGNS, personal=place in personal or (row, place) in private) for place in places
        )
        yield Row(int(draft.table.line[row]), tuple(cells))


def _personal(draft: Draft) -> set[int]:
    """Columns that are declared personal, and those that nobody declared."""
    open_ = {place for name, place in draft.match.places.items() if not draft.source.column(name).personal}
    closed = {place for name, place in draft.match.places.items() if draft.source.column(name).personal}
    return set(range(len(draft.table.columns))) - open_ | closed


def _odd_rows(draft: Draft, lines: Sequence[int]) -> Iterator[Row]:
    """Records whose cells belong to no column for certain: patterns only."""
    for line, (_, cells) in draft.table.odd.refused.items():
        if line in lines:
            said = " | ".join(_cut(cell, SIGNS, personal=True) for cell in cells)
            yield Row(line, (_cut(said, RECORD_SIGNS, personal=True) or "…",), whole=True)


def _odd_marks(draft: Draft, lines: Sequence[int]) -> Iterator[Mark]:
    for line, (rule, _) in draft.table.odd.refused.items():
        if line in lines:
            severity, said = RULES[rule]
            yield Mark(line, None, rule, said, severity.value)


def _cut(text: str, signs: int, *, personal: bool) -> str:
    found = shown(" ".join(text.split()), personal=personal)
    return found if len(found) <= signs else f"{found[: signs - 1]}…"
