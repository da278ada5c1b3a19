"""A native chart as Office has it: its numbers, and how they look, in a slide and in a Word document alike."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from voorkant.charts import palette
from voorkant.charts.description import Kind
from voorkant.charts.office import Line, Native

TYPES = {Kind.LINE: XL_CHART_TYPE.LINE_MARKERS, Kind.DOTS: XL_CHART_TYPE.LINE_MARKERS,
         Kind.BARS: XL_CHART_TYPE.BAR_CLUSTERED}  # fmt: skip
MARKERS = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.DIAMOND)
"""Series differ in more than their colour."""
PALE = 45_000
"""How much is seen of the edge of a margin, in thousandths of a percent."""


def data(made: Native) -> Any:
    made_of = CategoryChartData(number_format="General")
    made_of.categories = made.categories
    for line in made.lines:
        made_of.add_series(line.name, line.values)
        if line.has_margin and made.kind is Kind.LINE:
            of = f"{line.name}: " if len(made.lines) > 1 else ""  # the legend of one line stands in one row
            made_of.add_series(f"{of}ondergrens", line.lows)
            made_of.add_series(f"{of}bovengrens", line.highs)
    return made_of


def dressed(chart: Any, made: Native) -> None:
    """Hues of the screen, margins as thin edges or bars, and the axis from zero."""
    chart.has_title, chart.has_legend = False, len(chart.plots[0].series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.font.size, chart.font.name = Pt(12), "Calibri"
    axis = chart.value_axis
    axis.minimum_scale, axis.has_title = 0, True
    axis.axis_title.text_frame.text = made.axis
    axis.axis_title.text_frame.paragraphs[0].runs[0].font.size = Pt(11)
    axis.axis_title.text_frame.paragraphs[0].runs[0].font.bold = False
    axis.major_gridlines.format.line.color.rgb = RGBColor.from_string(palette.GRID[1:].upper())
    if made.kind is Kind.BARS:
        chart.category_axis.reverse_order = True
        [crosses] = chart._chartSpace.xpath(".//c:valAx/c:crosses")
        crosses.set("val", "max")  # so that the numbers stand below the bars
    for axis_id in chart._chartSpace.xpath(".//c:axId | .//c:crossAx"):
        axis_id.set("val", axis_id.get("val").lstrip("-"))  # by the schema it has no sign
    series = iter(chart.plots[0].series)
    for line, marker in zip(made.lines, MARKERS, strict=False):
        _drawn(next(series), line, made.kind, marker)
        if line.has_margin and made.kind is Kind.LINE:
            for _ in range(2):
                _edge(next(series), line)


def _drawn(series: Any, line: Line, kind: Kind, marker: Any) -> None:
    colour = RGBColor.from_string(line.colour[1:].upper())
    if kind is Kind.BARS:
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour
        return
    series.smooth = False
    series.marker.style, series.marker.size = marker, 7
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour
    if kind is Kind.LINE:
        series.format.line.color.rgb, series.format.line.width = colour, Pt(2.25)
    else:
        series.format.line.fill.background()
        if line.has_margin:
            _bars(series, line)


def _edge(series: Any, line: Line) -> None:
    series.smooth = False
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.color.rgb = RGBColor.from_string(line.colour[1:].upper())
    series.format.line.width = Pt(1)
    [colour] = series.format.line._ln.xpath(".//a:srgbClr")
    colour.append(parse_xml(f'<a:alpha {nsdecls("a")} val="{PALE}"/>'))


def _bars(series: Any, line: Line) -> None:
    """Error bars of every point's own size, before what comes after them by the schema."""
    above, below = (
        "".join(f'<c:pt idx="{n}"><c:v>{size}</c:v></c:pt>' for n, size in enumerate(sizes)) for sizes in line.reach()
    )
    count = f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(line.values)}"/>'
    bars = parse_xml(
        f'<c:errBars {nsdecls("c")}><c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="0"/><c:plus><c:numLit>{count}{above}</c:numLit></c:plus>'
        f"<c:minus><c:numLit>{count}{below}</c:numLit></c:minus></c:errBars>"
    )
    series._element.xpath("./c:cat")[0].addprevious(bars)
