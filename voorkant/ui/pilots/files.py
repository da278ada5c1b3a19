"""The files of what is shown of a pilot: the public version is asked of the public cube, the internal is as seen."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from voorkant.charts.description import Description
from voorkant.charts.told import Told
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.handed import Handed
from voorkant.report.pilot import Pilot
from voorkant.report.rows import Publication
from voorkant.ui import cache
from voorkant.ui.panels.download import Files
from voorkant.ui.pilots import read

Shown = Description | Told
Make = Callable[[Pilot, Selection], Shown | None]
"""Makes the picture of a pilot as it was read at the level of a selection."""
NO_PUBLIC = "Dit beeld heeft geen openbare versie."


def files(shown: Shown, pilot: Pilot, chosen: Selection, make: Make) -> Files:
    _, protection = read.source(chosen, pilot)
    seen = partial(_handed, shown, pilot, chosen) if protection == Protection.INTERN else None
    return Files(partial(public, chosen, make), seen, NO_PUBLIC)


def public(chosen: Selection, make: Make) -> Handed:
    """Problem where the public cube tells nothing of it."""
    outside = replace(chosen, protection=Protection.OPENBAAR)
    pilot = read.one(outside)
    shown = make(pilot, outside) if pilot else None
    if pilot is None or shown is None:
        raise Problem(NO_PUBLIC)
    return _handed(shown, pilot, outside)


def _handed(shown: Shown, pilot: Pilot, chosen: Selection) -> Handed:
    publication = Publication.of(cache.about(*read.source(chosen, pilot)))
    return Handed(shown.key, shown, read.places(pilot), publication)
