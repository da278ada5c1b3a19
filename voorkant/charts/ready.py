"""A figure that Streamlit sends as it is: our tests prove its form, so no page has to prove it again."""

from collections.abc import Callable
from typing import Any

from plotly.basedatatypes import BaseFigure

from voorkant.charts import areamap, courses, curve, flow, funnel, multiples, plotly, rank
from voorkant.charts.areamap import MapPlot
from voorkant.charts.courses import CoursesPlot
from voorkant.charts.curve import CurvePlot
from voorkant.charts.description import Description
from voorkant.charts.flow import FlowPlot
from voorkant.charts.funnel import FunnelPlot
from voorkant.charts.marks import lines_of
from voorkant.charts.multiples import MultiplesPlot
from voorkant.charts.rank import RankPlot

Drawable = Description | FunnelPlot | RankPlot | CoursesPlot | MapPlot | MultiplesPlot | FlowPlot | CurvePlot
PICTURES: dict[type, Callable[..., dict[str, Any]]] = {
    Description: plotly.figure,
    FunnelPlot: funnel.figure,
    RankPlot: rank.figure,
    CoursesPlot: courses.figure,
    MapPlot: areamap.figure,
    MultiplesPlot: multiples.figure,
    FlowPlot: flow.figure,
    CurvePlot: curve.figure,
}
"""What draws each kind of description."""
LETTERS = 30
"""Of a line of a legend that names places: more is wider than a phone, which cuts it off."""


class Ready(BaseFigure):
    """What Plotly takes for one of its own figures. Checking a dictionary costs some thirty times what sending does."""

    def __init__(self, made: dict[str, Any]) -> None:
        object.__setattr__(self, "made", made)  # the usual way is for properties of a chart

    def to_dict(self) -> dict[str, Any]:
        return dict(self.made)


def ready(description: Drawable, *, height: int) -> Ready:
    """The figure of a description, for `st.plotly_chart`."""
    made = PICTURES[type(description)](description, height=height)
    if isinstance(description, MapPlot | CoursesPlot | FunnelPlot):
        for trace in made["data"]:
            trace["name"] = "<br>".join(lines_of(trace["name"], LETTERS))
    return Ready(made)
