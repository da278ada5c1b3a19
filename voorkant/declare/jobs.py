"""The folder `work/`: jobs that the app asks for, files that were brought in, and what the worker says of them."""

import errno
import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from voorkant.declare.atomic import write_atomically
from voorkant.declare.home import Home
from voorkant.domain.job import Job, JobFile, Kind, State, Status
from voorkant.domain.problem import DataRefused, Problem

SHARED = 0o770
"""App and worker may be two users of one group; nobody else may look."""


class Jobs:
    """The jobs of a home. Every file is replaced as a whole, so that each side reads what the other meant."""

    def __init__(self, home: Home) -> None:
        self.folder = home.work / "jobs"
        self.uploads = home.work / "uploads"

    def all(self) -> list[Job]:
        """Every job, oldest first. DataRefused for a damaged one."""
        return [_job(path) for path in sorted(self.folder.glob("*.json"))]

    def of(self, job: Job) -> Path:
        """What belongs to one job: its status, its findings, and the wish to stop it."""
        return self.folder / job.id

    def ask(self, job: Job) -> None:
        make_shared(self.of(job))
        write_atomically(self.folder / f"{job.id}.json", json.dumps(asdict(job), ensure_ascii=False))

    def status(self, job: Job) -> Status:
        try:
            told = json.loads((self.of(job) / "status.json").read_text(encoding="utf-8"))
            return Status(**told | {"state": State(told["state"])})
        except FileNotFoundError:
            return Status()
        except (ValueError, TypeError, KeyError) as error:
            raise _damaged(self.of(job) / "status.json") from error

    def tell(self, job: Job, status: Status) -> None:
        write_atomically(self.of(job) / "status.json", json.dumps(asdict(status), ensure_ascii=False))

    def stop(self, job: Job) -> None:
        (self.of(job) / "stop").touch()

    def is_stopped(self, job: Job) -> bool:
        return (self.of(job) / "stop").exists()

    def close(self, job: Job) -> None:
        """Its page is done with it."""
        (self.of(job) / "gesloten").touch()

    def is_closed(self, job: Job) -> bool:
        return (self.of(job) / "gesloten").exists()

    def forget(self, job: Job) -> None:
        """Remove what is known of a job. Its uploads may be those of a later one."""
        shutil.rmtree(self.of(job), ignore_errors=True)
        (self.folder / f"{job.id}.json").unlink(missing_ok=True)

    def findings(self, job: Job) -> Path:
        return self.of(job) / "findings.parquet"

    def preview(self, job: Job) -> Path:
        """Beside its findings: how the first rows that failed stand in their files."""
        return self.of(job) / "preview.json"

    def upload(self, file: JobFile) -> Path:
        return self.uploads / file.path

    def remove_uploads(self, files: Iterable[JobFile]) -> None:
        for file in files:
            path = self.upload(file)
            path.unlink(missing_ok=True)
            if path.parent.is_dir() and not any(path.parent.iterdir()):
                path.parent.rmdir()

    @contextmanager
    def alone(self, patience: float) -> Iterator[None]:
        """One worker per home. The lock is the operating system's own: a killed worker leaves it free."""
        make_shared(self.folder)
        try:
            with self._lock().acquire(timeout=patience):
                yield
        except Timeout as error:
            raise Problem("Voor deze map werkt al een worker. Wacht tot die klaar is.") from error

    def is_worked_on(self) -> bool:
        """Whether a worker holds the lock."""
        if not self.folder.is_dir():
            return False
        try:
            with self._lock().acquire(timeout=0):
                return False
        except Timeout:
            return True

    def _lock(self) -> FileLock:
        return FileLock(self.folder / "worker.lock", mode=0o660)


@contextmanager
def storing() -> Iterator[None]:
    """What a disk refuses becomes a Problem that says what to do."""
    try:
        yield
    except OSError as error:
        raise Problem(storage_words(error)) from error


def storage_words(error: OSError) -> str:
    """A Dutch sentence for a disk that is full, closed or broken."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "De schijf is vol. Maak ruimte vrij en probeer het opnieuw; er is niets bewaard of gepubliceerd."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            place = error.filename or "de map van de gemeente"
            return f"Geen schrijfrechten voor {place}. Vraag de beheerder om schrijfrechten voor Voorkant."
        case errno.ENOENT if error.filename:
            return f"{error.filename} bestaat niet. Kijk de naam na, of maak eerst de map."
        case errno.EISDIR if error.filename:
            return f"{error.filename} is een map en geen bestand. Noem een bestand."
        case errno.EEXIST | errno.ENOTDIR if error.filename:
            return f"{error.filename} is een bestand en geen map. Noem een map."
    return f"Schrijven of lezen lukt niet ({error.strerror or error}). Vraag de beheerder om naar de schijf te kijken."


def make_shared(folder: Path) -> None:
    """Make a folder of `work/` and the one around it, for app and worker alone."""
    for place in (folder.parent, folder):
        if not place.is_dir():
            place.mkdir(parents=True, exist_ok=True)
            place.chmod(SHARED)


def _job(path: Path) -> Job:
    try:
        told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        files = tuple(JobFile(**file) for file in told["files"])
        return Job(**told | {"kind": Kind(told["kind"]), "files": files})
    except (ValueError, TypeError, KeyError) as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> DataRefused:
    return DataRefused(f"{path} is beschadigd. Verwijder dit bestand en probeer het opnieuw.")
