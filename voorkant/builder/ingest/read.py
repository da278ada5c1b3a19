"""The public door of the reader: a path in, a report and a typed table of the used rows out, per table."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from voorkant.builder.ingest.archive import Archive, open_archive
from voorkant.builder.ingest.areas import AreaNames
from voorkant.builder.ingest.decode import MAX_BYTES, Content, decode
from voorkant.builder.ingest.ledger import named
from voorkant.builder.ingest.reader import Reader
from voorkant.builder.ingest.report import FileReport
from voorkant.builder.ingest.rules import PRIVACY, Stopped, stop
from voorkant.builder.ingest.sheets import read_workbook
from voorkant.builder.ingest.textfile import read_text
from voorkant.builder.ingest.workbook import open_workbook, refuse_old
from voorkant.declare.mapping import FileMapping
from voorkant.declare.source import Source
from voorkant.declare.strict import nearest
from voorkant.domain.problem import Problem

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def read_files(
    path: Path,
    sources: Mapping[str, Source],
    kind: str | None = None,
    *,
    extra_areas: Mapping[str, str] | None = None,
    mappings: Mapping[str, FileMapping] | None = None,
) -> list[FileReport]:
    """Read and check all that a file holds; nothing is stored. `extra_areas`: codes and names of one's own.

    A text gives one report, a workbook one for each sheet (`map.xlsx!Blad1`), a zip those of each file (`x.zip!a.csv`).
    Where one of them holds numbers, names or addresses of persons, all are refused.
    Problem when the file or the kind does not exist; every other fault is in the reports.
    """
    if kind is not None and kind not in sources:
        raise Problem(f"De soort '{kind}' bestaat niet.{nearest(kind, sources)}")
    report = FileReport(path.name)
    try:
        content = Content(_bytes(path))
    except Stopped as stopped:
        return [replace(report, findings=stopped.findings)]
    report = replace(report, sha256=hashlib.sha256(content.data).hexdigest())
    return _whole(
        _read_bytes(report, content, Reader(sources, kind, AreaNames(extra_areas), mappings or {}), inside=False)
    )


def _whole(reports: list[FileReport]) -> list[FileReport]:
    """Of a file of which one table may not be kept, no table is used."""
    held = [any(found.rule in PRIVACY for found in report.findings) for report in reports]
    if not any(held):
        return reports
    return [report if own else _refused(report) for report, own in zip(reports, held, strict=True)]


def _refused(report: FileReport) -> FileReport:
    advice = "Verwijder dat deel bij de bron en lever het bestand opnieuw aan."
    rows = report.rows_in - report.rows_skipped
    refused = replace(report, rows_used=0, rows_refused=rows, table=None, refused_rows=None)
    return replace(refused, findings=stop("deel_geweigerd", advice).findings)


def read_file(
    path: Path,
    sources: Mapping[str, Source],
    kind: str | None = None,
    *,
    extra_areas: Mapping[str, str] | None = None,
    mappings: Mapping[str, FileMapping] | None = None,
) -> FileReport:
    """The report of a file with one table. Problem when it holds more."""
    found = read_files(path, sources, kind, extra_areas=extra_areas, mappings=mappings)
    if len(found) > 1:
        raise Problem(f"{path.name} bevat {len(found)} tabellen, en hier kan er maar een zijn. Splits het bestand.")
    return found[0]


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise stop("te_groot", f"Splits de export in bestanden van hooguit {MAX_BYTES // 10**9} GB.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Problem(f"{path}: dit bestand bestaat niet. Controleer de naam en de map.") from error
    except OSError as error:
        raise stop("niet_te_openen", "Controleer de rechten op het bestand.") from error


def _read_bytes(report: FileReport, content: Content, reader: Reader, *, inside: bool) -> list[FileReport]:
    """By content, never by name. `inside`: the bytes come out of a zip, where no other zip may be."""
    try:
        archive = open_archive(content.data) if content.data.startswith(_ZIP) else None
        if archive and archive.format == "zip":
            if inside:
                raise stop("zip_in_zip", "Pak de binnenste zip uit en lever die bestanden los aan.")
            return [found for member in archive.members for found in _read_member(report, archive, member, reader)]
        if archive:
            return read_workbook(report, open_workbook(content.data, archive), reader)
        refuse_old(content.data)
        return [read_text(report, decode(content.take()), reader)]
    except Stopped as stopped:
        return [replace(report, findings=stopped.findings)]


def _read_member(report: FileReport, archive: Archive, member: str, reader: Reader) -> list[FileReport]:
    own = replace(report, file=f"{report.file}!{named(member)}")
    try:
        return _read_bytes(own, Content(archive.read(member)), reader, inside=True)
    except Stopped as stopped:
        return [replace(own, findings=stopped.findings)]
