"""The assessment of pilots that someone asked for: how far it is, or why it did not work."""

from voorkant.domain.job import Job, Kind, State
from voorkant.ui import jobs
from voorkant.ui.intake.progress import progress
from voorkant.ui.panels.notice import notice


def show() -> bool:
    """Whether one is under way; the last one that failed is told."""
    under_way = jobs.publishing()
    if under_way and under_way.kind is Kind.ASSESS:
        progress(under_way)
        return True
    last = _last()
    if last:
        status = jobs.look(jobs.desk(), last)
        if status.state in {State.FAILED, State.STOPPED}:
            notice("De pilots zijn niet opnieuw beoordeeld", status.step)
    return False


def _last() -> Job | None:
    """The last wish of all, when it was an assessment: what came after it did the same."""
    asked = [job for job in jobs.desk().all() if job.kind is not Kind.CHECK]
    return asked[-1] if asked and asked[-1].kind is Kind.ASSESS else None
