"""Snapshots on the app's side: those of a gemeente, and the wish to freeze a memo."""

from voorkant.declare import snapshotfile
from voorkant.declare.auditlog import Action
from voorkant.declare.clock import now
from voorkant.declare.home import find_home
from voorkant.declare.jobs import storing
from voorkant.declare.memofile import Draft
from voorkant.declare.snapshotfile import Snapshot
from voorkant.report.memo import frozen
from voorkant.ui import access, audit, pace
from voorkant.ui.panels.answers import ASKER

ACTION = "brieven_beheren"


def here(gemeente: str) -> dict[str, Snapshot]:
    return {code: item for code, item in snapshotfile.read_snapshots(find_home()).items() if item.gemeente == gemeente}


@access.requires(ACTION)
@pace.limited
def freeze(draft: Draft, link: str) -> str:
    """Keep the memo of a draft as it is now; its code. The same memo twice is one snapshot."""
    at = now().isoformat(timespec="seconds")
    made, files = frozen.freeze(ASKER, draft, link, who=access.current_user().name, at=at)
    with storing():
        snapshotfile.keep(find_home(), made, files)
    audit.log(Action.MEMO_FROZEN, momentopname=made.code)
    return made.code


@access.requires("download")
def file(snapshot: Snapshot, suffix: str) -> bytes:
    """The very bytes that were handed out then."""
    return snapshotfile.file(find_home(), snapshot, suffix)
