"""The job that assesses the pilots again after one was laid down or changed; what was delivered stays as it is."""

from typing import Any

from voorkant.builder import journal
from voorkant.builder.build import alone, make
from voorkant.builder.declared import read_declared
from voorkant.builder.store import keys
from voorkant.builder.store.history import read_history
from voorkant.builder.track import Track
from voorkant.declare.auditlog import Action
from voorkant.declare.home import Home
from voorkant.domain.job import Job
from voorkant.domain.problem import Problem

OTHER_STEPS = 8
"""The audits and the publication itself, beside a step per indicator and pilot."""


def assess(home: Home, job: Job, track: Track) -> dict[str, Any]:
    """Publish the same deliveries anew. Problem when there are none."""
    declared = read_declared(home)
    track.expected = len(declared.indicators) + len(declared.pilots) + OTHER_STEPS
    with alone(home):
        history = read_history(home.records)
        if not any(item.counts for item in history):
            raise Problem("Er zijn nog geen gegevens om een pilot mee te beoordelen. Publiceer eerst een levering.")
        keys.load(home, history)  # nothing is published while the key is in doubt
        outcome = make(home, declared, history, fresh=frozenset(), progress=track)
        journal.published(home, declared.settings, outcome.publication, asker=job.asker, action=Action.ASSESS)
    refused = list(declared.refused_pilots.values())
    return {"publication": outcome.publication, "pilots": len(declared.pilots), "refused_pilots": refused}
