"""What the programme did in each wijk or kern in its newest firm year, and in each school in every school year.

Quarters of so few would nearly all be hidden.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from voorkant.domain.area import Level
from voorkant.domain.protection import Reason
from voorkant.text.numbers import possible, rate
from voorkant.text.periods import period
from voorkant.text.reasons import reason_words
from voorkant.text.rollout import PLACES
from voorkant.ui.panels import answers
from voorkant.ui.panels.notice import notice
from voorkant.ui.rollout.asked import Asked
from voorkant.ui.table import stacked, table

YEARLY = frozenset({Level.WIJK, Level.KERN, Level.SCHOOL})
ABSENT = "–"
NOTHING = "Van dit programma zijn er nog geen jaarcijfers per plek. Lever contacten aan bij Gegevens inladen."


@dataclass(frozen=True)
class Counted:
    """One count of one place (panel rollout_year)."""

    name: str
    indicator: str
    title: str
    period: str
    numerator_low: int
    numerator_high: int
    value: float | None
    reason: str


def show(of: Asked) -> None:
    found = of.ask_rollout("rollout_year", Counted)
    if not found:
        notice("Geen aantallen per jaar", NOTHING)
        return
    if of.programme.unit == Level.SCHOOL:
        _by_schoolyear(of, found)
        return
    titles = dict.fromkeys(item.title for item in found)
    places = dict.fromkeys(item.name for item in found)
    lines = [(name, *_words(of, [item for item in found if item.name == name])) for name in places]
    unit = PLACES[of.programme.unit][0]
    year = period(found[0].period)
    headers = (unit.capitalize(), *(f"{title} ({part})" for title in titles for part in ("aantal", "per 1.000")))
    table(headers, lines, caption=f"{of.programme.title} per {unit}, {year}; aantallen zijn wat ze kunnen zijn")


def _by_schoolyear(of: Asked, found: Sequence[Counted]) -> None:
    """A row a school and a column a school year, so that each is read from its own start on."""
    first = found[0].indicator
    ran = {(item.name, item.period): item for item in found if item.indicator == first and item.reason != Reason.NVT}
    spans = sorted({when for _, when in ran})
    lines = [
        (name, *(_amount(of, ran[name, when]) if (name, when) in ran else ABSENT for when in spans))
        for name in dict.fromkeys(item.name for item in found)
    ]
    caption = f"{found[0].title} per school en schooljaar; aantallen zijn wat ze kunnen zijn"
    stacked(("School", *(period(when).capitalize() for when in spans)), lines, caption=caption)


def _words(of: Asked, counted: Sequence[Counted]) -> list[str]:
    """Count and rate of each measure; a hidden one with its reason or its range, never a blank."""
    return [words for item in counted for words in (_amount(of, item), "–" if item.value is None else rate(item.value))]


def _amount(of: Asked, item: Counted) -> str:
    if item.reason:
        small = answers.publication(of.chosen).small
        return reason_words(item.reason, small=small)
    return possible(item.numerator_low, item.numerator_high)
