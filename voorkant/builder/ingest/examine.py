"""Examining a table of text: what it may hold, what its cells mean, and which of its rows can be used."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np
import pyarrow as pa

from voorkant.builder.ingest import checks, scale
from voorkant.builder.ingest.areas import AreaNames
from voorkant.builder.ingest.convert import typed_table
from voorkant.builder.ingest.doubles import check_doubles
from voorkant.builder.ingest.draft import Draft
from voorkant.builder.ingest.glance import glance
from voorkant.builder.ingest.ledger import Ledger, by_importance
from voorkant.builder.ingest.preview import preview_of
from voorkant.builder.ingest.privacy import guard, refuse_personal_cells, shown_header
from voorkant.builder.ingest.recognise import Match, nearest_header
from voorkant.builder.ingest.report import FileReport
from voorkant.builder.ingest.rows import skip_non_records, skip_ragged_totals
from voorkant.builder.ingest.rules import Stopped, note, stop
from voorkant.builder.ingest.superseded import skip_superseded
from voorkant.builder.ingest.table import TextTable
from voorkant.domain.finding import Finding
from voorkant.domain.names import plain

_WIDTH_ADVICE = "Herstel de regel bij de bron; elke rij heeft evenveel velden als de kop."
_ODD_ADVICE = {
    "samengevoegde_cel": "Hef de samenvoeging op en zet elke waarde in haar eigen kolom.",
    "ander_teken": "Exporteer opnieuw, met in het hele bestand hetzelfde scheidingsteken.",
}


def examine(
    report: FileReport, table: TextTable, found: Match | None, *, areas: AreaNames, notes: Sequence[Finding] = ()
) -> FileReport:
    """The report with the counts, findings and used rows of a table. `notes`: what is known of the file already."""
    names = table.header.names
    report = replace(
        report,
        rules_off=found.source.rules_off if found else {},
        kind=found.source.kind if found else None,
        form=found.source.slug if found and found.source.like else None,
        header=names,
        glance=glance(table),
        columns=_columns(names, found) if found else {},
        rows_in=table.records,
        rows_refused=table.records - len(table.odd.skipped),
        skipped=Counter(table.odd.skipped.values()),
    )
    try:
        told = [*guard(table, found), *notes, *_notes(table, found)]
        match = _complete(table, found)
        draft = Draft(table, match, Ledger(table.line, off=match.source.rules_off), areas)
        return _read_rows(report, draft, notes=told)
    except Stopped as stopped:
        return replace(report, findings=stopped.findings)


def _columns(names: Sequence[str], found: Match) -> dict[str, str]:
    """What each header is read as; where a second column is read from the same cells, the first."""
    columns: dict[str, str] = {}
    for name, place in found.places.items():
        columns.setdefault(shown_header(names[place]), name)
    return columns


def _complete(table: TextTable, found: Match | None) -> Match:
    """The match when the file can be used as that kind; Stopped otherwise."""
    names = table.header.names
    if found is None:
        listed = ", ".join(shown_header(name) or "(zonder naam)" for name in names)
        advice = (
            "Koppel de kolommen op Gegevens inladen, of noem ze zoals in het gegevenswoordenboek. "
            f"Gevonden kolommen: {listed}."
        )
        raise stop("soort_onbekend", advice, line=table.header.line)
    if found.missing:
        raise Stopped(tuple(_missing(name, names, line=table.header.line) for name in found.missing))
    if not len(table.line) and not table.odd.refused:
        raise stop("geen_rijen", "Controleer de selectie in de export.", line=table.header.line)
    for name, place in found.doubles:
        first = found.places[name]
        texts = table.columns[place].cast(pa.string()), table.columns[first].cast(pa.string())
        if plain(names[place]) == plain(names[first]) and not texts[0].equals(texts[1]):
            raise stop("kolom_dubbel", "Laat een van de twee kolommen weg.", column=names[place])
    return found


def _missing(name: str, header: tuple[str, ...], *, line: int) -> Finding:
    close = nearest_header(name, header)
    hint = f"Heet die kolom in het bestand '{shown_header(close)}'? Geef hem dan de naam '{name}'." if close else ""
    listed = ", ".join(shown_header(text) or "(zonder naam)" for text in header)
    return note("kolom_ontbreekt", hint or f"Voeg de kolom toe. Gevonden kolommen: {listed}.", column=name, line=line)


def _notes(table: TextTable, found: Match | None) -> list[Finding]:
    """What is worth knowing about the columns of the file."""
    notes, header = [], table.header
    if table.odd.padded:
        padded = note("lege_extra_velden", "Er hoeft niets te gebeuren.", line=min(table.odd.padded))
        notes.append(replace(padded, count=len(table.odd.padded)))
    if found:
        for name, place in found.doubles:
            advice = f"Laat een van de kolommen voor '{name}' weg."
            notes.append(note("kolommen_dubbel_bedoeld", advice, column=header.names[place], line=header.line))
        known = {*found.places.values(), *(place for _, place in found.doubles)}
        extra = [shown_header(name) or "(zonder naam)" for place, name in enumerate(header.names) if place not in known]
        if extra:
            ignored = note("kolom_genegeerd", "Er hoeft niets te gebeuren.", column=", ".join(extra), line=header.line)
            notes.append(replace(ignored, count=len(extra)))
    return notes


def _read_rows(report: FileReport, draft: Draft, *, notes: list[Finding]) -> FileReport:
    refuse_personal_cells(draft)
    typed = typed_table(draft)
    checks.check_required(draft, typed)
    skip_non_records(draft)
    skip_ragged_totals(draft)
    checks.check_order(draft, typed)
    checks.check_past(draft, typed, datetime.now().astimezone().date())
    scale.check_within(draft, typed)
    skip_superseded(draft, typed)
    check_doubles(draft, typed)
    scale.check_usual(draft, typed)
    if draft.source.published:
        checks.note_empty_figures(draft, typed)
    return _report(report, draft, typed=typed, notes=notes)


def _report(report: FileReport, draft: Draft, *, typed: pa.Table, notes: list[Finding]) -> FileReport:
    ledger, odd = draft.ledger, _odd_ledger(draft)
    used = ledger.used()
    seen = [*ledger.findings(), *odd.findings()]
    named = [replace(found, column=draft.header(found.column)) if found.column else found for found in seen]
    preview = preview_of(draft)
    draft.table.columns.clear()  # the texts have been read: the used rows of a large file may take their room
    return replace(
        report,
        rows_used=int(used.sum()),
        rows_refused=int(ledger.refused().sum()) + len(odd.line),
        skipped=Counter([*draft.table.odd.skipped.values(), *ledger.skipped.values()]),
        findings=by_importance([*notes, *named]),
        table=typed if used.all() else typed.filter(pa.array(used)),
        refused_rows=_together(ledger.refused_rows(), odd.refused_rows()),
        preview=preview,
    )


def _together(*refused: pa.Table) -> pa.Table:
    """The refused rows by line."""
    return pa.concat_tables(refused).unify_dictionaries().combine_chunks().sort_by("line")


def _odd_ledger(draft: Draft) -> Ledger:
    """The book of the records that never became a row."""
    refused = sorted(draft.table.odd.refused.items())
    ledger = Ledger(np.array([line for line, _ in refused], np.int32))
    for row, (_, (rule, _)) in enumerate(refused):
        ledger.add(rule, np.array([row]), suggestion=_ODD_ADVICE.get(rule, _WIDTH_ADVICE))
    return ledger
