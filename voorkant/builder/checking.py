"""The job that checks: reads the files that were brought in, and tells what a publication would take."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from voorkant.builder import proposals
from voorkant.builder.declared import Declared, fingerprint, read_declared
from voorkant.builder.expect import Expected
from voorkant.builder.ingest.ledger import shown
from voorkant.builder.ingest.privacy import reducible
from voorkant.builder.ingest.report import FileReport, every_finding, report_json
from voorkant.builder.ingest.rules import PRIVACY
from voorkant.builder.intake import known_files, listed, sha256
from voorkant.builder.store.history import Delivery, read_history
from voorkant.builder.track import Track
from voorkant.cube import reader
from voorkant.declare.atomic import write_atomically
from voorkant.declare.consent import REDUCIBLE
from voorkant.declare.findingfile import FindingFile
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.declare.ruleoff import as_told
from voorkant.domain.finding import Severity
from voorkant.domain.job import Job, JobFile
from voorkant.domain.problem import Problem

SAMPLES, LOOKED_AT = 5, 2_000
"""Values shown per column, and the rows in which they are looked for."""


def check(home: Home, job: Job, track: Track) -> dict[str, Any]:
    """Report per file, and beside it a table with every finding. Nothing of it is stored as records."""
    jobs, declared = Jobs(home), read_declared(home)
    history = read_history(home.records)
    known = known_files(history, declared)
    track.expected = len(job.files) + 1
    files, previews = [], []
    with FindingFile(jobs.findings(job)) as findings, Expected(home, declared, history) as expected:
        for file in job.files:
            track(f"Controleren: {file.name}")
            path = jobs.upload(file)
            if not path.is_file():
                raise Problem(f"{file.name} is er niet meer. Kies het bestand opnieuw.")
            for report in reports(path, file, declared):
                removed = not path.is_file()
                kept = {"known": _known(report, known), "removed": removed}
                mapping = None if removed else proposals.told(report, declared)
                files.append({"path": file.path} | _told(report, declared) | kept | {"mapping": mapping})
                findings.add(every_finding(report), report.kind or "")
                previews += _preview(report)
                if not any(kept.values()):
                    expected.take(report)
        waiting = _waiting(home, known)
        _take_waiting(expected, waiting, track)
        comparisons = expected.told()
        findings.close()
    write_atomically(jobs.preview(job), json.dumps(previews, ensure_ascii=False))
    in_force = reader.current(home.published)
    return {
        "publication": in_force.name if in_force else None,
        "files": files,
        "rules": findings.rules(),
        "rules_off": as_told(declared.rules_off),
        "changed": in_force is not None and in_force.fingerprint != fingerprint(home, history),
        "waiting": [path.name for path in waiting],
        "comparisons": comparisons,
    }


def reports(path: Path, file: JobFile, declared: Declared) -> list[FileReport]:
    """The reports of one file under the name its owner gave it; a file that may not be kept is removed."""
    found = declared.read(path)
    private = any(item.rule in PRIVACY for report in found for item in report.findings)
    if private:
        path.unlink()
    own = {"preview": None} if private else {}
    return [replace(report, file=file.name + report.file.removeprefix(path.name), **own) for report in found]


def _told(report: FileReport, declared: Declared) -> dict[str, Any]:
    told = {key: value for key, value in report_json(report).items() if key not in {"findings", "columns"}}
    return told | {
        "form": declared.forms[report.form].title if report.form else None,
        "refused": report.is_refused,
        "why": [item for item in report_json(report)["findings"] if item["severity"] == Severity.STOP],
        "columns": _columns(report, declared),
        "reducible": _reducible(report, declared),
    }


def _reducible(report: FileReport, declared: Declared) -> list[str]:
    """What a steward may allow to be shortened, after which more of the file can be used."""
    if report.kind is None or report.is_refused:
        return []
    source = declared.sources[report.kind]
    columns = {reducible(item.column or "", source) for item in report.findings if item.rule == "kolom_te_precies"}
    return sorted(name for name in REDUCIBLE if name in columns or name in {item.rule for item in report.findings})


def _columns(report: FileReport, declared: Declared) -> list[dict[str, Any]]:
    """Header, what it is taken for, and a few values: of personal columns their pattern only."""
    if report.kind is None:
        return []
    source = declared.sources[report.kind]
    found = []
    for header, name in report.columns.items():
        column = source.column(name)
        values = report.table.column(name) if report.table and name in report.table.column_names else None
        samples = _samples(values, personal=column.personal) if values is not None else []
        found.append({"header": header, "name": name, "personal": column.personal, "samples": samples})
    return found


def _samples(values: pa.ChunkedArray, *, personal: bool) -> list[str]:
    found = [value for value in values[:LOOKED_AT].to_pylist() if value is not None]
    return list(dict.fromkeys(shown(_text(value), personal=personal) for value in found))[:SAMPLES]


def _text(value: object) -> str:
    match value:
        case bool():
            return "ja" if value else "nee"
        case list():
            return ", ".join(map(str, value))
    return str(value)


def _known(report: FileReport, known: Mapping[str, Delivery]) -> str | None:
    """When the same content was taken in before. What was undone may come in again."""
    found = known.get(report.sha256) if report.sha256 else None
    return found.at if found and found.undone is None else None


def _preview(report: FileReport) -> list[dict[str, Any]]:
    return [{"file": report.file, "sheet": report.sheet} | asdict(report.preview)] if report.preview else []


def _waiting(home: Home, known: Collection[str]) -> list[Path]:
    """Files in `exports/` that the next publication takes in too."""
    return [path for path in listed(home) if sha256(path) not in known]


def _take_waiting(expected: Expected, waiting: Sequence[Path], track: Track) -> None:
    """What waits is compared along, because it is published along."""
    for path in waiting if expected.database else ():
        track(f"Vergelijken: {path.name}")
        for report in expected.declared.read(path):
            expected.take(report)
