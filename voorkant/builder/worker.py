"""The worker: takes the jobs of the app one at a time, and tells after every step how far it is."""

import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from voorkant.builder import assessing, checking, publishing, undo
from voorkant.builder.track import Stopped, Track
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs, storage_words
from voorkant.domain.job import BROKEN_OFF, Job, Kind, State, Status
from voorkant.domain.problem import Problem

STOPPED = "Gestopt. Er is niets gepubliceerd en niets veranderd."
PATIENCE = 5.0
"""Seconds to wait for the lock: longer than a page needs to look whether it is free."""
POLL = 1.0
KEEP_JOBS, KEEP_UPLOADS = 100, timedelta(days=7)
"""Jobs are kept as a log; files that were brought in and left alone are not kept."""


HANDLERS: dict[Kind, Callable[[Home, Job, Track], dict[str, Any]]] = {
    Kind.CHECK: checking.check,
    Kind.PUBLISH: publishing.publish,
    Kind.UNDO: undo.undo_job,
    Kind.ASSESS: assessing.assess,
}


def work(home: Home, *, once: bool) -> None:
    """Do every job that waits, oldest first; then leave (`once`) or wait. Problem when another worker is there."""
    jobs = Jobs(home)
    with jobs.alone(PATIENCE):
        _tidy(home, jobs)
        while True:
            waiting = [job for job in jobs.all() if jobs.status(job).state is State.WAITING]
            if waiting:
                _do(home, jobs, waiting[0])
            elif once:
                return
            else:
                time.sleep(POLL)


def _do(home: Home, jobs: Jobs, job: Job) -> None:
    track = Track(jobs, job)
    try:
        track("Beginnen")
        result = HANDLERS[job.kind](home, job, track)
    except Stopped:
        jobs.tell(job, Status(State.STOPPED, STOPPED))
    except Problem as problem:
        jobs.tell(job, Status(State.FAILED, str(problem)))
    except OSError as error:
        jobs.tell(job, Status(State.FAILED, storage_words(error)))
    else:
        jobs.tell(job, Status(State.DONE, "Klaar", 100, result))


def _tidy(home: Home, jobs: Jobs) -> None:
    """Under the lock nobody is busy: what says so was broken off, and what it had placed is taken back."""
    every = jobs.all()
    for job in every:
        status = jobs.status(job)
        if status.state is State.BUSY:
            publishing.take_back(home, job, status.result.get("placed", {}))
            jobs.tell(job, replace(status, state=State.FAILED, step=BROKEN_OFF, result={}))
    for job in [job for job in every if jobs.status(job).state.is_over][:-KEEP_JOBS]:
        jobs.forget(job)
    for folder in jobs.uploads.glob("*"):
        brought = datetime.fromtimestamp(folder.stat().st_mtime)  # noqa: DTZ006 - only the difference counts
        if datetime.now() - brought > KEEP_UPLOADS:  # noqa: DTZ005
            shutil.rmtree(folder)
