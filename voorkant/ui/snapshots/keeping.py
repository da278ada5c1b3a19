"""Snapshots on the app's side: those of a gemeente, and the wish to freeze a memo or a view."""

from voorkant.declare import snapshotfile
from voorkant.declare.auditlog import Action
from voorkant.declare.clock import now
from voorkant.declare.home import find_home
from voorkant.declare.jobs import storing
from voorkant.declare.memofile import Draft
from voorkant.declare.snapshotfile import Snapshot
from voorkant.report.memo import frozen
from voorkant.report.memo.seen import Seen, View
from voorkant.ui import access, audit, pace
from voorkant.ui.panels.answers import ASKER

ACTION = "brieven_beheren"


def here(gemeente: str) -> dict[str, Snapshot]:
    """Those of a gemeente by code; of another gemeente none, whatever a link says."""
    if not access.current_user().holds(gemeente):
        return {}
    return {code: item for code, item in snapshotfile.read_snapshots(find_home()).items() if item.gemeente == gemeente}


@access.requires(ACTION)
@pace.limited
def freeze(draft: Draft, link: str) -> str:
    """Keep the memo of a draft as it is now; its code. The same memo twice is one snapshot."""
    access.require_own(draft.gemeente)
    at = now().isoformat(timespec="seconds")
    made, files = frozen.freeze(ASKER, draft, link, who=access.current_user().name, at=at)
    with storing():
        snapshotfile.keep(find_home(), made, files)
    audit.log(Action.MEMO_FROZEN, momentopname=made.code)
    return made.code


@access.requires(ACTION)
@pace.limited
def freeze_view(view: View, seen: Seen) -> str:
    """The same of what a page shows."""
    access.require_own(view.gemeente)
    at = now().isoformat(timespec="seconds")
    made, files = frozen.freeze_view(find_home(), view, seen, who=access.current_user().name, at=at)
    with storing():
        snapshotfile.keep(find_home(), made, files)
    audit.log(Action.VIEW_FROZEN, momentopname=made.code)
    return made.code


@access.requires("download")
def file(snapshot: Snapshot, suffix: str) -> bytes:
    """The very bytes that were handed out then."""
    access.require_own(snapshot.gemeente)
    return snapshotfile.file(find_home(), snapshot, suffix)
