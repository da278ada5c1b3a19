"""The public door of the reader: a path in, a report and a typed table of the used rows out."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa

from voorkant.builder.ingest import checks
from voorkant.builder.ingest.areas import AreaNames
from voorkant.builder.ingest.convert import convert, schema_of
from voorkant.builder.ingest.decode import MAX_BYTES, Text, decode
from voorkant.builder.ingest.header import Header, find_header, plain
from voorkant.builder.ingest.ledger import Ledger, by_importance
from voorkant.builder.ingest.privacy import guard, refuse_personal_cells, shown_header
from voorkant.builder.ingest.recognise import Match, match, nearest_header, recognise, vocabulary
from voorkant.builder.ingest.report import Dialect, FileReport
from voorkant.builder.ingest.rows import skip_non_records, skip_ragged_totals
from voorkant.builder.ingest.rules import Stopped, note, stop
from voorkant.builder.ingest.table import TextTable, read_table
from voorkant.declare.source import Source
from voorkant.declare.strict import nearest
from voorkant.domain.finding import Finding
from voorkant.domain.problem import Problem


def read_file(
    path: Path,
    sources: Mapping[str, Source],
    kind: str | None = None,
    *,
    extra_areas: Mapping[str, str] | None = None,
) -> FileReport:
    """Read and check one file; nothing is stored. `extra_areas`: codes and names of the municipality's own.

    Problem when the file or the kind does not exist; every other fault is in the report.
    """
    if kind is not None and kind not in sources:
        raise Problem(f"De soort '{kind}' bestaat niet.{nearest(kind, sources)}")
    report = FileReport(path.name)
    try:
        raw = _bytes(path)
        report = replace(report, sha256=hashlib.sha256(raw).hexdigest())
        text = decode(raw)
        del raw
        return _read_text(report, text, sources, kind, AreaNames(extra_areas))
    except Stopped as stopped:
        return replace(report, findings=stopped.findings)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise stop("te_groot", f"Splits de export in bestanden van hooguit {MAX_BYTES // 10**9} GB.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Problem(f"{path}: dit bestand bestaat niet. Controleer de naam en de map.") from error
    except OSError as error:
        raise stop("niet_te_openen", f"Controleer de rechten op het bestand ({error.strerror}).") from error


def _read_text(
    report: FileReport, text: Text, sources: Mapping[str, Source], kind: str | None, areas: AreaNames
) -> FileReport:
    header = find_header(text.data, vocabulary(sources.values()))
    found = match(sources[kind], header.names) if kind else recognise(sources, header.names)
    table = read_table(text.data, header, _flat(found, header))
    report = replace(
        report,
        kind=found.source.slug if found else None,
        encoding=text.encoding,
        dialect=Dialect(header.delimiter, text.newline),
        columns={shown_header(header.names[place]): name for name, place in found.places.items()} if found else {},
        rows_in=table.records,
        rows_refused=table.records - len(table.odd.skipped),
        skipped=Counter(table.odd.skipped.values()),
    )
    try:
        notes = [*guard(table, found), *_notes(text, table, found)]
        return _read_rows(report, table, _complete(table, found), notes, areas)
    except Stopped as stopped:
        return replace(report, findings=stopped.findings)


def _flat(found: Match | None, header: Header) -> set[int]:
    """Columns with mostly distinct cells: those of ids, and all that are unknown."""
    words = (
        {place for name, place in found.places.items() if found.source.column(name).type != "id"} if found else set()
    )
    return set(range(len(header.names))) - words


def _complete(table: TextTable, found: Match | None) -> Match:
    """The match when the file can be used as that kind; Stopped otherwise."""
    names = table.header.names
    if found is None:
        listed = ", ".join(shown_header(name) or "(zonder naam)" for name in names)
        raise stop("soort_onbekend", f"Kies de soort met --kind. Gevonden kolommen: {listed}.", line=table.header.line)
    if found.missing:
        raise Stopped(tuple(_missing(name, names, table.header.line) for name in found.missing))
    if not len(table.line) and not table.odd.refused:
        raise stop("geen_rijen", "Controleer de selectie in de export.", line=table.header.line)
    for name, place in found.doubles:
        first = found.places[name]
        if plain(names[place]) == plain(names[first]) and not table.columns[place].equals(table.columns[first]):
            raise stop("kolom_dubbel", "Laat een van de twee kolommen weg.", column=names[place])
    return found


def _missing(name: str, header: tuple[str, ...], line: int) -> Finding:
    close = nearest_header(name, header)
    hint = f"Heet die kolom in het bestand '{shown_header(close)}'? Geef hem dan de naam '{name}'." if close else ""
    listed = ", ".join(shown_header(text) or "(zonder naam)" for text in header)
    return note("kolom_ontbreekt", hint or f"Voeg de kolom toe. Gevonden kolommen: {listed}.", column=name, line=line)


def _notes(text: Text, table: TextTable, found: Match | None) -> list[Finding]:
    """What is worth knowing about the file as a whole."""
    notes, header = [], table.header
    if text.unterminated:
        notes.append(
            note("afgekapt", "Controleer of de laatste rij volledig is.", line=int(max(table.line, default=1)))
        )
    if table.odd.padded:
        padded = note("lege_extra_velden", "Er hoeft niets te gebeuren.", line=min(table.odd.padded))
        notes.append(replace(padded, count=len(table.odd.padded)))
    if found:
        for name, place in found.doubles:
            advice = f"Laat een van de kolommen voor '{name}' weg."
            notes.append(note("kolommen_dubbel_bedoeld", advice, column=header.names[place], line=header.line))
        known = {*found.places.values(), *(place for _, place in found.doubles)}
        extra = [name or "(zonder naam)" for place, name in enumerate(header.names) if place not in known]
        if extra:
            ignored = note("kolom_genegeerd", "Er hoeft niets te gebeuren.", column=", ".join(extra), line=header.line)
            notes.append(replace(ignored, count=len(extra)))
    return notes


def _read_rows(
    report: FileReport, table: TextTable, found: Match, notes: list[Finding], areas: AreaNames
) -> FileReport:
    source, ledger = found.source, Ledger(table.line)
    refuse_personal_cells(table, found, ledger)
    typed = _typed(source, table, found, ledger, areas)
    checks.check_required(source, typed, ledger)
    skip_non_records(table, found, ledger)
    skip_ragged_totals(table, found, ledger)
    checks.check_order(source, typed, ledger)
    checks.check_doubles(source, typed, ledger)
    if source.published:
        checks.note_empty_figures(source, typed, ledger)
    return _report(report, table, typed, notes, ledger)


def _typed(source: Source, table: TextTable, found: Match, ledger: Ledger, areas: AreaNames) -> pa.Table:
    schema, rows = schema_of(source), len(table.line)
    columns = [
        convert(source, column, table.columns[found.places[column.name]], ledger, areas)
        if column.name in found.places
        else pa.nulls(rows, schema.field(column.name).type)
        for column in source.columns
    ]
    return pa.table([*columns, pa.array(table.line, pa.int32())], schema=schema)


def _report(report: FileReport, table: TextTable, typed: pa.Table, notes: list[Finding], ledger: Ledger) -> FileReport:
    used = ledger.used()
    odd = Ledger(np.array(sorted(table.odd.refused), np.int32))
    for row, line in enumerate(odd.line):
        rule = table.odd.refused[int(line)][0]
        odd.add(rule, np.array([row]), "Herstel de regel bij de bron; elke rij heeft evenveel velden als de kop.")
    skipped = Counter([*table.odd.skipped.values(), *ledger.skipped.values()])
    return replace(
        report,
        rows_used=int(used.sum()),
        rows_refused=int(ledger.refused().sum()) + len(odd.line),
        skipped=skipped,
        findings=by_importance([*notes, *ledger.findings(), *odd.findings()]),
        table=typed if used.all() else typed.filter(pa.array(used)),
        refused_rows=pa.concat_tables([ledger.refused_rows(), odd.refused_rows()]).sort_by("line"),
    )
