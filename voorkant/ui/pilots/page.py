"""The two texts of the page of a pilot: above its charts what can be said, below them what led to it."""

from html import escape

from voorkant.domain.selection import Selection
from voorkant.report.pilot import Pilot
from voorkant.ui.heading import part
from voorkant.ui.panels import experience
from voorkant.ui.pilots import agreed, around, card, manage, outcome, read, yearly
from voorkant.ui.snapshots import noted


def opening(pilot: Pilot, chosen: Selection) -> str:
    """HTML of its name, its verdict and the story; one element, as each costs the browser time at every change."""
    found = f"<h1>{escape(pilot.declared.title)}</h1>{read.elsewhere(chosen, pilot)}{card.markup(pilot)}"
    if pilot.is_draft:
        return found
    return f"{found}{part('Wat verandert er')}{outcome.story(pilot, chosen)}{outcome.undrawn(pilot)}"


def rest(pilot: Pilot, chosen: Selection) -> str:
    """HTML of the checks, the effort, what people say of it, and what was agreed and decided."""
    looked = "" if pilot.is_draft else outcome.checks(pilot) + outcome.also(pilot)
    beside = around.markup(pilot, chosen)
    noted.words(looked + beside)
    return (
        f"{looked}{part('Wat doet de inzet')}{agreed.effort(pilot, chosen)}{yearly.markup(pilot, chosen)}"
        f"{_said(pilot, chosen)}{beside}{part('Wat is er afgesproken')}{agreed.agreement(pilot, chosen)}"
        f"{part('Wat is er besloten')}{manage.decided(pilot)}"
    )


def _said(pilot: Pilot, chosen: Selection) -> str:
    said = experience.of(chosen, pilot.declared.programme) if read.takes_part(chosen, pilot) else None
    return experience.markup(said) if said else ""
