"""The job that checks: reads the files that were brought in, and tells what a publication would take."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from voorkant.builder.declared import Declared, read_declared
from voorkant.builder.ingest.ledger import shown
from voorkant.builder.ingest.privacy import reducible
from voorkant.builder.ingest.read import read_files
from voorkant.builder.ingest.report import FileReport, every_finding, report_json
from voorkant.builder.ingest.rules import PRIVACY
from voorkant.builder.intake import listed, sha256
from voorkant.builder.store.history import Delivery, read_history
from voorkant.builder.track import Track
from voorkant.cube import reader
from voorkant.declare.consent import REDUCIBLE
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.domain.finding import Severity
from voorkant.domain.job import Job, JobFile
from voorkant.domain.problem import Problem

SAMPLES, LOOKED_AT = 5, 2_000
"""Values shown per column, and the rows in which they are looked for."""
FINDING = pa.schema(
    [("file", pa.string()), ("severity", pa.string()), ("rule", pa.string()), ("rule_text", pa.string()),
     ("sheet", pa.string()), ("line", pa.int64()), ("column", pa.string()), ("value", pa.string()),
     ("suggestion", pa.string()), ("count", pa.int64())]
)  # fmt: skip


def check(home: Home, job: Job, track: Track) -> dict[str, Any]:
    """Report per file, and beside it a table with every finding. Nothing of it is stored as records."""
    jobs, declared = Jobs(home), read_declared(home)
    history = read_history(home.records)
    track.expected = len(job.files) + 1
    files, findings = [], []
    for file in job.files:
        track(f"Controleren: {file.name}")
        path = jobs.upload(file)
        if not path.is_file():
            raise Problem(f"{file.name} is er niet meer. Kies het bestand opnieuw.")
        for report in reports(path, file, declared):
            kept = {"known": _known(report, history), "removed": not path.is_file()}
            files.append({"path": file.path} | _told(report, declared) | kept)
            findings += every_finding(report)
    write_findings(jobs.findings(job), findings)
    in_force = reader.current(home.published)
    return {
        "publication": in_force.name if in_force else None,
        "files": files,
        "rules": _rules(findings),
        "waiting": _waiting(home, history),
    }


def reports(path: Path, file: JobFile, declared: Declared) -> list[FileReport]:
    """The reports of one file under the name its owner gave it; a file that may not be kept is removed."""
    found = read_files(path, declared.sources, extra_areas=declared.settings.gemeenten)
    if any(item.rule in PRIVACY for report in found for item in report.findings):
        path.unlink()
    return [replace(report, file=file.name + report.file.removeprefix(path.name)) for report in found]


def write_findings(path: Path, findings: Sequence[dict[str, Any]]) -> None:
    temporary = path.with_suffix(".tmp")
    pq.write_table(pa.Table.from_pylist(list(findings), schema=FINDING), temporary)
    temporary.replace(path)


def _told(report: FileReport, declared: Declared) -> dict[str, Any]:
    told = {key: value for key, value in report_json(report).items() if key not in {"findings", "columns"}}
    return told | {
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


def _known(report: FileReport, history: Sequence[Delivery]) -> str | None:
    """When the same content was taken in before."""
    return next((item.at for item in history if report.sha256 and item.file_sha256 == report.sha256), None)


def _rules(findings: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """How often each rule was met, in the order of the findings: by importance."""
    often: Counter[tuple[str, str]] = Counter()
    for item in findings:
        often[item["severity"], item["rule_text"]] += item["count"]
    order = list(Severity)
    ranked = sorted(often.items(), key=lambda pair: (order.index(Severity(pair[0][0])), -pair[1]))
    return [{"severity": severity, "rule_text": text, "count": count} for (severity, text), count in ranked]


def _waiting(home: Home, history: Sequence[Delivery]) -> list[str]:
    """Files in `exports/` that the next publication takes in too."""
    known = {item.file_sha256 for item in history}
    return [path.name for path in listed(home) if sha256(path) not in known]
