"""The steward's side of checks that are switched off: which are, and the wish to change that."""

from dataclasses import replace
from datetime import datetime

from voorkant.declare import ruleoff
from voorkant.declare.auditlog import Action
from voorkant.declare.home import find_home
from voorkant.declare.jobs import storing
from voorkant.declare.ruleoff import RuleOff
from voorkant.declare.settings import read_settings
from voorkant.ui import access, audit


def rules_off() -> tuple[RuleOff, ...]:
    """All that are off now, read anew at every call."""
    home = find_home()
    return ruleoff.rules_off(home, read_settings(home.settings).rules_off)


def as_checked() -> list[list[str]]:
    """The same, as the result of a check names them."""
    return ruleoff.as_told(rules_off())


@access.requires("regels_uitzetten")
def switch_off(wish: RuleOff) -> None:
    """Keep the wish with who asked and when. Problem when the reason cannot stand there."""
    today = datetime.now().astimezone().date().isoformat()
    reason = " ".join(wish.reason.split())
    with storing():
        ruleoff.switch_off(find_home(), replace(wish, reason=reason, who=access.current_user().name, day=today))
    audit.log(Action.RULE_OFF, bron=wish.source, regel=wish.rule)


@access.requires("regels_uitzetten")
def switch_on(off: RuleOff) -> None:
    with storing():
        ruleoff.switch_on(find_home(), off)
    audit.log(Action.RULE_ON, bron=off.source, regel=off.rule)
