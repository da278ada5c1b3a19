"""Drafts of memos on the app's side: those of the current user, and the wish to keep, copy or remove one."""

from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from voorkant.declare import memofile
from voorkant.declare.auditlog import Action
from voorkant.declare.clock import now
from voorkant.declare.home import find_home
from voorkant.declare.jobs import storing
from voorkant.declare.memofile import Draft
from voorkant.domain.problem import Problem
from voorkant.ui import access, audit

ACTION = "brieven_beheren"
GONE = "Dit concept is intussen verwijderd, misschien in een ander venster."
_ONE_AT_A_TIME = Lock()
"""Between reading a draft and keeping it changed no other tab comes; one process serves them all."""


def here(gemeente: str) -> dict[str, Draft]:
    """The user's drafts about a gemeente, by name; none once it is no longer the user's own."""
    if not access.current_user().holds(gemeente):
        return {}
    found = memofile.read_drafts(find_home(), access.current_user().owner)
    return {name: draft for name, draft in found.items() if draft.gemeente == gemeente}


@access.requires(ACTION)
def begin(draft: Draft) -> str:
    """Keep a new one; its name. Problem when it cannot be kept so."""
    name = _keep(replace(draft, name=""))
    audit.log(Action.MEMO_BEGUN, brief=name)
    return name


@access.requires(ACTION)
def change(draft: Draft, how: Callable[[Draft], Draft]) -> Draft:
    """Every change is kept at once, and given back: a lost connection loses nothing.

    It is made in what is kept now and not in `draft`, what this tab last read: another tab may have changed the rest.
    Problem when that is gone, or when `how` finds that what it is about was changed too.
    """
    with _ONE_AT_A_TIME:
        latest = here(draft.gemeente).get(draft.name)
        if latest is None:
            raise Problem(GONE)
        found = how(latest)
        _keep(found)
    return found


def _keep(draft: Draft) -> str:
    access.require_own(draft.gemeente)
    with storing():
        made = replace(draft, day=now().date().isoformat())
        return memofile.keep(find_home(), access.current_user().owner, made)


@access.requires(ACTION)
def remove(draft: Draft) -> None:
    with storing():
        memofile.remove(find_home(), access.current_user().owner, draft.name)
    audit.log(Action.MEMO_REMOVED, brief=draft.name)
