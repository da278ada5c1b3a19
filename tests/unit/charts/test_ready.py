"""A figure that is not checked again is the same figure."""

import json
from datetime import date

import plotly.graph_objects as go
import plotly.io
import plotly.tools

from tests.unit.charts.made import description, event, hidden, point
from voorkant.charts.plotly import figure
from voorkant.charts.ready import ready


def test_what_is_sent_is_what_was_made_and_what_plotly_would_have_let_through():
    chart = description([point(0), hidden(1, range_low=0.0, range_high=0.6)], events=(event(date(2024, 9, 1)),))
    sent = plotly.tools.return_figure_from_figure_or_data(ready(chart, height=240), validate_figure=True)
    assert json.loads(plotly.io.to_json(sent, validate=False)) == json.loads(json.dumps(figure(chart, height=240)))
    go.Figure(sent)
