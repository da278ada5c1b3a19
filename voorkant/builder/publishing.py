"""The job that publishes: checked files go to `exports/`, the engine builds, and what fails is taken back."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from voorkant.builder.build import Outcome, build
from voorkant.builder.declared import read_declared
from voorkant.builder.intake import sha256
from voorkant.builder.order import Order
from voorkant.builder.track import Track
from voorkant.cube import reader
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.declare.ruleoff import as_told
from voorkant.domain.job import Job, JobFile
from voorkant.domain.problem import Problem


def publish(home: Home, job: Job, track: Track) -> dict[str, Any]:
    """Publish what a check found fit. Problem when someone else published since, or a file is gone."""
    jobs = Jobs(home)
    wanted = _fit(home, jobs, job)
    track.expected = 2 * len(wanted) + len(read_declared(home).indicators) + 2
    order = _order(jobs, job, wanted)
    try:
        for file in wanted:
            track(f"Klaarzetten: {file.name}")
            _place(home, jobs.upload(file), file, track)
        outcome = build(home, track, order)
    except BaseException:
        take_back(home, job, track.result.get("placed", {}))
        raise
    jobs.remove_uploads(job.files)
    return _told(outcome)


def _fit(home: Home, jobs: Jobs, job: Job) -> list[JobFile]:
    """The files that hold rows and are new. A check says what changes with respect to one publication only."""
    checked = next((item for item in jobs.all() if item.id == job.check), None)
    result = jobs.status(checked).result if checked else {}
    now = reader.current(home.published)
    if "files" not in result or result["publication"] != (now.name if now else None):
        raise Problem(
            "Na deze controle heeft iemand anders gepubliceerd. Controleer de bestanden opnieuw en publiceer daarna."
        )
    if result.get("rules_off", []) != as_told(read_declared(home).rules_off):
        raise Problem(
            "Na deze controle is een regel aan- of uitgezet. Controleer de bestanden opnieuw en publiceer dan."
        )
    fit = {item["path"] for item in result["files"] if item["rows_used"] and not (item["known"] or item["removed"])}
    return [file for file in job.files if file.path in fit]


def _order(jobs: Jobs, job: Job, files: Sequence[JobFile]) -> Order:
    """Whoever chose a file that was undone wants it read once more."""
    again = frozenset(sha256(path) for file in files if (path := jobs.upload(file)).is_file())
    return Order(job.asker, job.reasons, job.replaces, again, strict=True)


def _place(home: Home, upload: Path, file: JobFile, track: Track) -> None:
    """Copy a file into the inbox, whole or not at all. What is there already with the same content is left."""
    if not upload.is_file():
        raise Problem(f"{file.name} is er niet meer. Kies het bestand opnieuw en controleer het.")
    home.exports.mkdir(parents=True, exist_ok=True)
    target = _free(home.exports, file.name, sha256(upload))
    if target.exists():
        return
    track.result.setdefault("placed", {})[file.path] = target.name
    track(f"Klaarzetten: {file.name}")
    half = target.with_name(f".{target.name}.half")
    try:
        shutil.copyfile(upload, half)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def _free(folder: Path, name: str, digest: str) -> Path:
    """A name that is not taken by other content: `naam.csv`, `naam (2).csv`, ..."""
    target, number = folder / name, 1
    while target.exists() and sha256(target) != digest:
        number += 1
        target = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
    return target


def take_back(home: Home, job: Job, placed: Mapping[str, str]) -> None:
    """Remove from the inbox what this job put there, as long as what was brought in still exists."""
    jobs = Jobs(home)
    for file in job.files:
        if file.path in placed and jobs.upload(file).is_file():
            (home.exports / placed[file.path]).unlink(missing_ok=True)


def _told(outcome: Outcome) -> dict[str, Any]:
    counts = ("file", "kind", "rows_in", "rows_used", "rows_refused", "rows_skipped")
    files = [{key: report[key] for key in counts} for report in outcome.files]
    told = {"publication": outcome.publication, "cubes": len(outcome.cubes), "files": files}
    return told | {"refused_pilots": outcome.refused_pilots}
