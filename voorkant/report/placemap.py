"""Practices and schools on the map of a gemeente: where a programme works, has stopped or has not begun."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from voorkant.charts.areamap import MapPlot, Spot
from voorkant.declare.placepoints import Points
from voorkant.report.rollout import Programme, Stretch, state, when
from voorkant.text import rollout as words
from voorkant.text.enumeration import listed

MOST_NAMED = 6


def with_places(
    plot: MapPlot, programme: Programme, stretches: Sequence[Stretch], points: Points, until: date
) -> MapPlot:
    """The map with a sign at every place of which the point is known; the table has them all."""
    found = [list(rows) for _, rows in groupby(stretches, key=lambda row: row.place)]
    spots = tuple(
        Spot(rows[0].name, when(rows, until), words.STATES[state(rows, until)], state(rows, until),
             points.at[rows[0].place])
        for rows in found
        if rows[0].place in points.at
    )  # fmt: skip
    absent = [rows[0].name for rows in found if rows[0].place not in points.at]
    lines = tuple((rows[0].name, when(rows, until), words.STATES[state(rows, until)]) for rows in found)
    told = words.on_map(programme.title, len(spots), programme.unit)
    more = f" Zonder punt, alleen in de tabel: {_named(absent)}." if absent else ""
    return replace(plot, spots=spots or None, lines=(*plot.lines, *lines), sentence=f"{plot.sentence} {told}",
                   suppression=f"{plot.suppression}{more}")  # fmt: skip


def _named(names: Sequence[str]) -> str:
    if len(names) <= MOST_NAMED:
        return listed(names)
    return f"{', '.join(names[:MOST_NAMED])} en {len(names) - MOST_NAMED} andere"
