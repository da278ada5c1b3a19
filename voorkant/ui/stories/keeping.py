"""Stories on the app's side: which may be seen, and the wish to keep or remove one."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from voorkant.declare import storyfile
from voorkant.declare.auditlog import Action
from voorkant.declare.home import find_home
from voorkant.declare.jobs import storing
from voorkant.declare.storyfile import Story
from voorkant.domain.protection import Protection
from voorkant.ui import access, audit

ACTION = "verhalen_beheren"


def pinned(gemeente: str, protection: Protection, pin: str, slugs: Collection[str]) -> list[Story]:
    """The stories beside these things that may be seen at a level, the newest first."""
    return [
        item
        for item in storyfile.read_stories(find_home())
        if item.gemeente == gemeente
        and item.pin == pin
        and item.pinned in slugs
        and (item.public or protection == Protection.INTERN)
    ]


@access.requires(ACTION)
def keep(story: Story) -> None:
    """Keep it with who wrote it down and when. Problem when it cannot be kept so."""
    access.require_own(story.gemeente)
    today = datetime.now().astimezone().date().isoformat()
    with storing():
        name = storyfile.keep(find_home(), replace(story, who=access.current_user().name, day=today))
    audit.log(Action.STORY_KEPT, verhaal=name)


@access.requires(ACTION)
def remove(story: Story) -> None:
    access.require_own(story.gemeente)
    with storing():
        storyfile.remove(find_home(), story.id)
    audit.log(Action.STORY_REMOVED, verhaal=story.id)
