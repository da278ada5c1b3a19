"""Questions and marks on the app's side: which there are here, and the wish to keep, check or remove one."""

from dataclasses import replace

from voorkant.declare import checkedfile, questionfile
from voorkant.declare.auditlog import Action
from voorkant.declare.checkedfile import Checked
from voorkant.declare.clock import now
from voorkant.declare.home import find_home
from voorkant.declare.jobs import storing
from voorkant.declare.questionfile import Question
from voorkant.ui import access, audit

ACTION = "vragen_beheren"


def here(gemeente: str) -> dict[str, Question]:
    """The questions of a gemeente by slug, in their order; of another gemeente none that it added itself."""
    wanted = ("", gemeente) if access.current_user().holds(gemeente) else ("",)
    return {item.slug: item for item in questionfile.read_questions(find_home()) if item.gemeente in wanted}


def marks(gemeente: str) -> dict[str, Checked]:
    """What was looked at, by question; of another gemeente nothing."""
    if not access.current_user().holds(gemeente):
        return {}
    found = checkedfile.read_checked(find_home())
    return {item.question: item for item in found.values() if item.gemeente == gemeente}


@access.requires(ACTION)
def keep(question: Question) -> str:
    """Keep it with who added it and when; its slug. Problem when it cannot be kept so."""
    access.require_own(question.gemeente)
    made = replace(question, who=access.current_user().name, day=_today())
    with storing():
        name = questionfile.keep(find_home(), made)
    audit.log(Action.QUESTION_KEPT, vraag=name)
    return name


@access.requires(ACTION)
def remove(question: Question) -> None:
    """Take a question of the page away, with its mark."""
    access.require_own(question.gemeente)
    with storing():
        questionfile.remove(find_home(), question.slug)
        checkedfile.remove(find_home(), question.gemeente, question.slug)
    audit.log(Action.QUESTION_REMOVED, vraag=question.slug)


@access.requires(ACTION)
def check(question: Question, gemeente: str, *, publication: str, digest: str) -> None:
    """Put down that the answer was looked at and is right."""
    access.require_own(gemeente)
    who = access.current_user().name
    with storing():
        checkedfile.keep(find_home(), Checked(question.slug, gemeente, publication, digest, who, _today()))
    audit.log(Action.ANSWER_CHECKED, vraag=question.slug, gemeente=gemeente)


def _today() -> str:
    return now().date().isoformat()
