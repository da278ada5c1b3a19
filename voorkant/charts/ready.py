"""A figure that Streamlit sends as it is: our tests prove its form, so no page has to prove it again."""

from typing import Any

from plotly.basedatatypes import BaseFigure

from voorkant.charts import funnel, plotly
from voorkant.charts.description import Description
from voorkant.charts.funnel import FunnelPlot


class Ready(BaseFigure):
    """What Plotly takes for one of its own figures. Checking a dictionary costs some thirty times what sending does."""

    def __init__(self, made: dict[str, Any]) -> None:
        object.__setattr__(self, "made", made)  # the usual way is for properties of a chart

    def to_dict(self) -> dict[str, Any]:
        return dict(self.made)


def ready(description: Description | FunnelPlot, *, height: int) -> Ready:
    """The figure of a description, for `st.plotly_chart`."""
    if isinstance(description, FunnelPlot):
        return Ready(funnel.figure(description, height=height))
    return Ready(plotly.figure(description, height=height))
