"""Groups of gemeenten on the app's side: the wish to keep or remove one."""

from voorkant.declare import compared
from voorkant.declare.auditlog import Action
from voorkant.declare.compared import Group
from voorkant.declare.home import find_home
from voorkant.declare.jobs import storing
from voorkant.ui import access, audit

ACTION = "groepen_beheren"


@access.requires(ACTION)
def keep(group: Group) -> None:
    """Problem when it cannot be kept so."""
    access.require_own(group.gemeente)
    with storing():
        name = compared.keep(find_home(), group)
    audit.log(Action.GROUP_KEPT, groep=name)


@access.requires(ACTION)
def remove(group: Group) -> None:
    if group.gemeente:  # one from before groups had an owner is everyone's to remove
        access.require_own(group.gemeente)
    with storing():
        compared.remove(find_home(), group.id)
    audit.log(Action.GROUP_REMOVED, groep=group.id)
