"""The files of a picture of routes: the public version is made of the public cells, the internal one as it is seen."""

from collections.abc import Callable
from functools import partial

from voorkant.charts.description import Description
from voorkant.charts.ready import Drawable
from voorkant.charts.told import Told
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.report.handed import Handed
from voorkant.ui.panels.download import NO_PUBLIC, Files
from voorkant.ui.routes.asked import Asked

Drawn = Description | Drawable | Told
Draw = Callable[[Asked], Drawn | None]
"""Makes the picture of what is asked."""


def files(of: Asked, told: Drawn, draw: Draw) -> Files:
    seen = partial(Handed, told.key, told, of.place, of.publication)
    return Files(partial(_public, of, draw), seen if of.publication.protection == Protection.INTERN else None)


def _public(of: Asked, draw: Draw) -> Handed:
    """Made when someone wants it. Problem where the public cells show nothing."""
    public = of.public()
    told = draw(public)
    if told is None:
        raise Problem(NO_PUBLIC)
    return Handed(told.key, told, public.place, public.publication)
