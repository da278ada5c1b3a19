"""A memo as slides: one for each finding, with a chart that can be edited and what to say in the speaker notes."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.enum.text import MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Cm, Pt

from voorkant.charts import palette
from voorkant.charts.description import Kind
from voorkant.charts.office import Line, Native, native
from voorkant.charts.picture import png
from voorkant.report.memo import reading
from voorkant.report.memo.description import Heading, Memo, Shown, Words
from voorkant.report.memo.package import made_at, timeless
from voorkant.text.memo import CONCEPT

WIDE, HIGH, EDGE = Cm(33.867), Cm(19.05), Cm(1.6)
TITLE_ONLY = 5
"""The layout with a title alone, of the presentation that comes with python-pptx."""
TYPES = {Kind.LINE: XL_CHART_TYPE.LINE_MARKERS, Kind.DOTS: XL_CHART_TYPE.LINE_MARKERS,
         Kind.BARS: XL_CHART_TYPE.BAR_CLUSTERED}  # fmt: skip
POINTS, SENTENCES = 7, 4
"""More points than this do not fit on one slide, and no more sentences beside a chart."""
MARKERS = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.DIAMOND)
"""Series differ in more than their colour."""


def write(memo: Memo) -> bytes:
    """The same bytes for the same memo."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE, HIGH
    about, core = memo.about, deck.core_properties
    core.title, core.author, core.language, core.subject = about.title, about.place, "nl-NL", about.kind
    core.created = core.modified = made_at(about.made)
    core.last_modified_by, core.comments = about.place, f"Voorkant {about.version}, {about.code}"
    _opening(deck, memo)
    for section, key in (("kern", "De kern"), ("pilots", "Werkt het?")):
        if lines := _points(memo, section):
            _listed(deck, memo, key, lines)
    for shown, said in _findings(memo):
        _finding(deck, memo, shown, said)
    for section, key in (("onbekend", "Wat niet bekend is"), ("verantwoording", "Verantwoording")):
        if lines := _points(memo, section):
            _listed(deck, memo, key, lines)
    out = io.BytesIO()
    deck.save(out)
    return timeless(out.getvalue())


def _points(memo: Memo, key: str) -> list[str]:
    """What of a part stands on a slide: its points, its verdicts, and of the account everything."""
    looks = {"punt", "oordeel"} | ({"gewoon"} if key == "verantwoording" else set())
    return [words.text for section, words in memo.words if section.key == key and words.look in looks]


def _findings(memo: Memo) -> Iterator[tuple[Shown, list[str]]]:
    """Each picture with the sentences that stand before it under the same heading."""
    for section in memo.sections:
        said: list[str] = []
        for block in section.blocks:
            match block:
                case Heading():
                    said = []
                case Words():
                    said.append(block.text)
                case Shown():
                    yield block, said


def _slide(deck: Any, memo: Memo, title: str) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    place = slide.shapes.title
    place.left, place.top, place.width, place.height = EDGE, Cm(0.9), WIDE - 2 * EDGE, Cm(2.2)
    _text(place.text_frame, [title], TITLE)
    about = memo.about
    mark = f" · {CONCEPT}" if about.concept else ""
    foot = slide.shapes.add_textbox(EDGE, HIGH - Cm(1.3), WIDE - 2 * EDGE, Cm(0.9))
    told = f"{about.place} · {about.kind}{mark} · openbare cijfers · kenmerk {about.code}"
    _text(foot.text_frame, [told], FOOT)
    return slide


@dataclass(frozen=True)
class Letters:
    """How text looks on a slide; `points`: with a dot before each line."""

    size: int
    bold: bool = False
    colour: str = palette.INK
    points: bool = False


TITLE, FOOT = Letters(26, bold=True, colour=palette.ACCENT), Letters(11, colour=palette.MUTED)


def _text(frame: Any, lines: Sequence[str], look: Letters) -> None:
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
        paragraph.space_after, paragraph.alignment = Pt(6), PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = f"• {line}" if look.points else line
        run.font.size, run.font.bold, run.font.name = Pt(look.size), look.bold, "Calibri"
        run.font.color.rgb = RGBColor.from_string(look.colour[1:].upper())
        run.font._element.set("lang", "nl-NL")


def _opening(deck: Any, memo: Memo) -> None:
    about = memo.about
    slide = _slide(deck, memo, about.title)
    box = slide.shapes.add_textbox(EDGE, Cm(5), WIDE - 2 * EDGE, Cm(7))
    lines = [
        about.kind,
        f"{about.place}, tot en met {about.period}",
        f"Peildatum {about.until}, publicatie {about.publication}",
    ]
    _text(box.text_frame, lines, Letters(20))


def _listed(deck: Any, memo: Memo, title: str, lines: Sequence[str]) -> None:
    for first in range(0, len(lines), POINTS):
        slide = _slide(deck, memo, title if not first else f"{title} (vervolg)")
        box = slide.shapes.add_textbox(EDGE, Cm(3.4), WIDE - 2 * EDGE, HIGH - Cm(5.2))
        _text(box.text_frame, lines[first : first + POINTS], Letters(16, points=True))


def _finding(deck: Any, memo: Memo, shown: Shown, said: Sequence[str]) -> None:
    """Left the chart, right what it says; in the notes all that belongs to it."""
    about, made = shown.picture, native(shown.picture, shown.bars)
    slide = _slide(deck, memo, about.title)
    place = EDGE, Cm(3.4), Cm(20), HIGH - Cm(6.4)
    if made:
        frame = slide.shapes.add_chart(TYPES[made.kind], *place, _data(made))
        _dressed(frame.chart, made)
    else:
        frame = slide.shapes.add_picture(io.BytesIO(png(about, shown.bars) or b""), *place[:3])
    _named(frame, about.title, about.alt)
    box = slide.shapes.add_textbox(Cm(22.2), Cm(3.4), WIDE - Cm(22.2) - EDGE, HIGH - Cm(6.4))
    _text(box.text_frame, said[:SENTENCES] or [about.sentence], Letters(15))
    source = slide.shapes.add_textbox(EDGE, HIGH - Cm(2.9), WIDE - 2 * EDGE, Cm(1.5))
    _text(source.text_frame, [reading.source(about)], FOOT)
    notes = [*said, reading.marks(about), reading.source(about), f"Noemer: {about.denominator}."]
    slide.notes_slide.notes_text_frame.text = "\n".join(filter(None, notes))


def _named(frame: Any, title: str, alt: str) -> None:
    properties = frame._element.xpath(".//p:cNvPr")[0]
    properties.set("title", title)
    properties.set("descr", alt)


def _data(made: Native) -> Any:
    data = CategoryChartData(number_format="General")
    data.categories = made.categories
    for line in made.lines:
        data.add_series(line.name, line.values)
        if line.has_margin and made.kind is Kind.LINE:
            data.add_series(f"{line.name}: ondergrens", line.lows)
            data.add_series(f"{line.name}: bovengrens", line.highs)
    return data


def _dressed(chart: Any, made: Native) -> None:
    """Hues of the screen, margins as thin dashes or bars, and the axis from zero."""
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
    series.format.line.width, series.format.line.dash_style = Pt(1), MSO_LINE.DASH


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
