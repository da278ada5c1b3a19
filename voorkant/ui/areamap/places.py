"""Practices or schools of the programme on the map of wijken: inside alone, as they stand in no public cube."""

from datetime import date
from typing import Any

import streamlit as st

from voorkant.charts.areamap import MapPlot
from voorkant.declare.boundaries import stamp
from voorkant.declare.home import find_home
from voorkant.declare.placepoints import Points, read_points
from voorkant.domain.area import Level
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.placemap import with_places
from voorkant.report.rollout import Programme, Stretch
from voorkant.report.rows import Row, rows
from voorkant.ui import cache
from voorkant.ui.panels.notice import notice

POINTED = frozenset({Level.PRAKTIJK, Level.SCHOOL})


def on(plot: MapPlot, chosen: Selection) -> MapPlot:
    """The map with the places of the programme where these may be shown; as it was where there are none."""
    if chosen.protection == Protection.OPENBAAR:
        return plot
    programme = _ask("rollout_programme", Programme, chosen)
    until = cache.about(chosen.gemeente, chosen.protection).get("data_until", "")
    if not programme or programme[0].unit not in POINTED or not until:
        return plot
    stretches = _ask("rollout_places", Stretch, chosen, until=date.fromisoformat(until))
    points = _points(str(find_home().path), stamp(find_home()))
    for why in points.refused:
        notice("Een bestand met praktijken of scholen is niet gebruikt", why)
    if not stretches or not points.at:
        return plot
    return with_places(plot, programme[0], stretches, points, date.fromisoformat(until))


def _ask(panel: str, kind: type[Row], chosen: Selection, **params: Any) -> list[Row]:
    found = cache.rows(chosen.gemeente, chosen.protection, panel, programme=chosen.programme, **params)
    return rows(found, kind)


@st.cache_resource(max_entries=4, show_spinner=False)
def _points(home: str, held: Any) -> Points:  # noqa: ARG001 - they are the key
    return read_points(find_home())
