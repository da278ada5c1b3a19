"""The steward's side of a job: ask for it, have a worker at hand, and read back how far it is."""

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import streamlit as st

from voorkant.declare.auditlog import Action
from voorkant.declare.consent import write_consent
from voorkant.declare.home import Home, find_home
from voorkant.declare.jobs import Jobs, storing
from voorkant.domain.job import BROKEN_OFF, Job, JobFile, Kind, State, Status
from voorkant.domain.personal import objection
from voorkant.domain.problem import Problem
from voorkant.ui import access, audit, cache, pace, process, rules, signed

WAITING = Status()


@dataclass(frozen=True)
class Flow:
    """What one steward is doing: a check, and the publication that was asked after it."""

    check: Job
    checked: Status
    publication: Job | None = None
    published: Status = WAITING

    @property
    def job(self) -> Job:
        """The last thing that was asked."""
        return self.publication or self.check

    @property
    def status(self) -> Status:
        return self.published if self.publication else self.checked

    @property
    def is_outdated(self) -> bool:
        """Whether someone else published after the check, or switched a rule off or on."""
        in_force, result = cache.publication(), self.checked.result
        of_now = in_force.name if in_force else None
        return result.get("publication") != of_now or result.get("rules_off", []) != rules.as_checked()


def desk() -> Jobs:
    return Jobs(find_home())


def new_id() -> str:
    """Sorts by time; the tail keeps two of one moment apart."""
    return f"{datetime.now().astimezone():%Y%m%dT%H%M%S%f}-{uuid4().hex[:8]}"


def flow() -> Flow | None:
    """What the current user is busy with, as it stands in `work/`; None when there is nothing open."""
    jobs, who = desk(), access.current_user().name
    every = jobs.all()
    own = [job for job in every if job.who == who and job.kind is Kind.CHECK and not jobs.is_closed(job)]
    if not own:
        return None
    asked = next((job for job in reversed(every) if job.check == own[-1].id), None)
    status = look(jobs, asked) if asked else Status()
    return Flow(own[-1], look(jobs, own[-1]), asked, status)


def look(jobs: Jobs, job: Job) -> Status:
    """The status of a job; one that is busy while no worker lives was broken off."""
    status = jobs.status(job)
    if status.state is State.BUSY and not jobs.is_worked_on() and jobs.status(job) == status:
        return Status(State.FAILED, BROKEN_OFF, status.percent)
    return status


def publishing() -> Job | None:
    """A publication, or the undoing of one, that is under way or waits, whoever asked for it."""
    jobs = desk()
    asked = (job for job in jobs.all() if job.kind is not Kind.CHECK)
    return next((job for job in asked if not look(jobs, job).state.is_over), None)


def last_undo() -> Job | None:
    """The wish to undo that the current user had last, when nobody asked for a publication since."""
    asked = [job for job in desk().all() if job.kind is not Kind.CHECK]
    last = asked[-1] if asked else None
    return last if last and last.kind is Kind.UNDO and last.who == access.current_user().name else None


@access.requires("gegevens_inladen")
@pace.limited
def check(name: str, files: Sequence[JobFile]) -> None:
    """Ask for a check of files that lie in `work/uploads`."""
    _ask(_job(name, Kind.CHECK, tuple(files)))


@access.requires("gegevens_inladen")
def check_again(found: Flow) -> None:
    check(new_id(), found.check.files)
    with storing():
        desk().close(found.check)


@access.requires("gegevens_inladen")
def allow(found: Flow, kind: str, names: Sequence[str], ground: str) -> None:
    """Put on record what may be shortened of a kind, and check again under it."""
    with storing():
        write_consent(find_home(), kind, names, grond=ground, wie=access.current_user().name, op=_now())
    audit.log(Action.CONSENT, bron=kind, verkort=list(names))
    check_again(found)


@access.requires("publiceren")
@pace.limited
def publish(
    found: Flow, *, reasons: Mapping[str, str] | None = None, replaces: Mapping[str, str] | None = None
) -> None:
    """Ask for the publication of what was checked. Problem while another is under way, or for a reason that misses."""
    if other := publishing():
        raise Problem(f"{other.who} is al aan het publiceren. Wacht tot dat klaar is en controleer dan opnieuw.")
    for reason in (reasons or {}).values():  # before it is written down
        if words := objection(reason):
            raise Problem(words)
    audit.log(Action.ASK_PUBLISH, bestanden=len(found.check.files))
    asked = _job(new_id(), Kind.PUBLISH, found.check.files)
    _ask(replace(asked, check=found.check.id, reasons=reasons or {}, replaces=replaces or {}))


@access.requires("publiceren")
@pace.limited
def undo(seen: str) -> None:
    """Ask to undo the last publication; `seen` was on screen. Problem while another job is under way."""
    if other := publishing():
        raise Problem(f"{other.who} is al aan het publiceren. Wacht tot dat klaar is en kijk dan opnieuw.")
    audit.log(Action.ASK_UNDO, ongedaan=seen)
    _ask(replace(_job(new_id(), Kind.UNDO), publication=seen))


def free() -> None:
    """Problem while a publication is under way: what changes its pilots has to wait."""
    if other := publishing():
        raise Problem(f"{other.who} is al aan het publiceren. Wacht tot dat klaar is en probeer het dan opnieuw.")


@access.requires("pilots_beheren")
def assess() -> None:
    """Ask to assess the pilots again and publish what comes of it. Problem while another job is under way."""
    free()
    _ask(_job(new_id(), Kind.ASSESS))


@access.requires("gegevens_inladen")
def stop(job: Job) -> None:
    with storing():
        desk().stop(job)


@access.requires("gegevens_inladen")
def close(found: Flow) -> None:
    """Done with these files: what was brought in is removed, the account of it stays."""
    with storing():
        desk().remove_uploads(found.check.files)
        desk().close(found.check)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _job(name: str, kind: Kind, files: tuple[JobFile, ...] = ()) -> Job:
    """A job of the current user, of now."""
    user = access.current_user()
    return Job(name, kind, files, user.name, _now(), role=user.role)


def _ask(job: Job) -> None:
    with storing():
        desk().ask(job)
        hand().start()


NO_SERVICE = "De dienst die dit doet staat uit. Vraag de beheerder om voorkant-worker te starten."


@dataclass
class Hand:
    """The worker that this app started last. Whether one works is for the lock to say, not for this."""

    home: Path
    log: Path
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Have a worker, unless there is one. Where people sign in it is a service, of a user that may see records."""
        if self._lives() or signed.Mode.signing_in:
            return
        self.process = None
        if not Jobs(Home(self.home)).is_worked_on():
            command = [*process.START, "worker", "--once", "--home", str(self.home)]
            self.process = process.launch(command, self.log)

    def attend(self) -> str:
        """See to it that a job that waits is taken up; why it is not, when the worker could not do its work."""
        if signed.Mode.signing_in:
            return "" if Jobs(Home(self.home)).is_worked_on() else NO_SERVICE
        if self.process is not None and self.process.poll() not in (None, 0):
            return process.last_line(self.log).removeprefix("Fout: ")
        self.start()
        return ""

    def _lives(self) -> bool:
        return self.process is not None and self.process.poll() is None


def hand() -> Hand:
    return _hand(str(find_home().path))


@st.cache_resource(max_entries=4, show_spinner=False)
def _hand(home: str) -> Hand:
    """One for all sessions of a home."""
    return Hand(Path(home), process.new_log("worker"))
