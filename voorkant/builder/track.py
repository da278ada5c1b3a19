"""How far one job is, told after every step; and the end of it where someone asked to stop."""

from dataclasses import dataclass, field
from typing import Any

from voorkant.declare.jobs import Jobs
from voorkant.domain.job import Job, State, Status


class Stopped(Exception):  # noqa: N818 - a wish, no error
    """Someone asked to stop."""


@dataclass
class Track:
    """Called with the next step. `result` goes along, for who has to clear up after a crash."""

    jobs: Jobs
    job: Job
    expected: int = 1
    seen: int = 0
    result: dict[str, Any] = field(default_factory=dict)

    def __call__(self, step: str) -> None:
        if self.jobs.is_stopped(self.job):
            raise Stopped
        percent = min(99, 100 * self.seen // self.expected)
        self.seen += 1
        self.jobs.tell(self.job, Status(State.BUSY, step, percent, self.result))
