"""A memo as an Excel workbook: what it is, its sentences and definitions, and a sheet with a chart for each picture."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from voorkant.charts.description import Kind
from voorkant.charts.office import LONG, Line, Native, native
from voorkant.charts.table import filled
from voorkant.domain.formula import harmless
from voorkant.report.memo import reading
from voorkant.report.memo.description import Heading, Memo, Shown, Words
from voorkant.report.memo.layout import heads
from voorkant.report.memo.package import made_at
from voorkant.text.memo import CONCEPT

SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""Text stays text: a cell that starts with = is never a formula."""
A4 = 9
"""As Excel calls it."""
TOP = 4
"""The rows of a sheet above its data: title, what it says, where it comes from, and an empty one."""
NARROWEST, NEXT, WIDEST, LINE = 12, 18, 60, 16
"""How wide columns are, in letters, and how high a line."""
MARGIN = 0.5
"""Around a printed sheet, in inches: what is wide is larger on paper then."""
SMALL = 10
HEAD = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
LEFT, RIGHT = {"align": "left", "indent": 1}, {"align": "right", "indent": 1}
"""A little room, so that numbers and the words beside them do not touch; without a side a head takes no room."""
GRID = {"visible": True, "line": {"color": "#D9DEE5", "width": 0.75}}
UNIT, LEAST, BROADEST = 68, 90, 150
"""How wide a chart of its own size is, and the narrowest and widest that read well, in letters of a column."""
PLAIN = 8
"""How wide a column is that nobody set."""


def write(memo: Memo) -> bytes:
    """The same bytes for the same memo."""
    import xlsxwriter  # noqa: PLC0415 - only who downloads needs it

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, SAFE) as book:
        about = memo.about
        book.set_properties({"title": about.title, "author": about.place, "created": made_at(about.made),
                             "comments": f"Voorkant {about.version}, {about.code}"})  # fmt: skip
        looks = {"kop": book.add_format(HEAD),
                 "kop getal": book.add_format(HEAD | RIGHT),
                 "kop woorden": book.add_format(HEAD | LEFT),
                 "titel": book.add_format({"bold": True, "font_size": 14, "text_wrap": True, "valign": "top"}),
                 "getal": book.add_format(RIGHT | {"num_format": "#,##0.0"}),
                 "klein getal": book.add_format(RIGHT | {"num_format": "#,##0.00"}),
                 "woorden": book.add_format(LEFT),
                 "tekst": book.add_format({"text_wrap": True, "valign": "top"})}  # fmt: skip
        _list(book, looks, List("Leeswijzer", {"Wat": 28, "Inhoud": 100}), _about(memo))
        _list(book, looks, List("Zinnen", {"Onderdeel": 28, "Zin": 100, "Herkomst": 22}), _sentences(memo))
        _list(book, looks, List("Begrippen", {"Begrip": 44, "Betekenis": 110}), _definitions(memo))
        for shown in memo.pictures:
            _sheet(book, looks, shown)
        for grid in memo.grids:
            if not grid.of:
                wide = dict(zip(grid.headers, _fitting(grid.headers, grid.lines), strict=True))
                _list(book, looks, List(f"Tabel {grid.number}", wide), grid.lines)
    return content.getvalue()


def _about(memo: Memo) -> Iterator[tuple[str, str]]:
    about = memo.about
    yield "Soort", f"{about.kind} {CONCEPT if about.concept else ''}".strip()
    yield from heads(memo)
    yield "Publicatie", about.publication
    yield (
        "Niet getoond",
        "Een cel zonder getal is verborgen of er niet. Wat ervoor in de plaats staat, staat ernaast in woorden.",
    )
    yield from ((f"Figuur {shown.number}", shown.picture.title) for shown in memo.pictures)


def _sentences(memo: Memo) -> Iterator[tuple[str, str, str]]:
    for section, words in memo.words:
        if words.key != "kenmerk":
            yield section.heading, words.text, "met de hand" if words.is_changed else "uit de cijfers"


def _definitions(memo: Memo) -> Iterator[tuple[str, str]]:
    """Each footnote under the heading that it belongs to."""
    found: dict[str, str] = {}
    title = ""
    for _, block in memo.blocks():
        if isinstance(block, Heading):
            title = block.text
        elif isinstance(block, Words) and block.note:
            found.setdefault(title, block.note)
    yield from found.items()


@dataclass(frozen=True)
class List:
    """A sheet of text: its columns with their widths, in letters."""

    name: str
    columns: Mapping[str, int]


def _list(book: Any, looks: dict[str, Any], what: List, rows: Iterable[Sequence[str]]) -> None:
    sheet = _added(book, what.name)
    wide = list(what.columns.values())
    sheet.set_row(0, _high(what.columns, wide))
    for place, (title, width) in enumerate(what.columns.items()):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, harmless(title), looks["kop"])
    for line, row in enumerate(rows, 1):
        sheet.set_row(line, LINE * max(ceil(len(text) / width) for text, width in zip(row, wide, strict=True)))
        for place, text in enumerate(row):
            sheet.write_string(line, place, harmless(text), looks["tekst"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)


def _added(book: Any, name: str, *, pages: int = 0) -> Any:
    """A sheet that prints on A4, as wide as the paper and so many pages long; 0 = as many as it takes."""
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, pages)
    sheet.set_margins(MARGIN, MARGIN, MARGIN, MARGIN)
    sheet.set_default_row(LINE)
    return sheet


def _sheet(book: Any, looks: dict[str, Any], shown: Shown) -> None:
    """The numbers of a picture beside the words of its table, and a chart of them."""
    about, made = shown.picture, native(shown.picture, shown.bars)
    sheet = _added(book, f"Figuur {shown.number}", pages=1)
    headers, lines = filled(about)
    columns = _columns(made) if made else []
    titles = [headers[0], *(title for title, _ in columns), *headers[1:]]
    wide = _wide(titles, lines)
    _told(sheet, looks, shown, wide)
    sheet.set_row(TOP, _high(titles, wide))
    for place, (title, width) in enumerate(zip(titles, wide, strict=True)):
        head = "kop" if not place else "kop getal" if place <= len(columns) else "kop woorden"
        sheet.write_string(TOP, place, harmless(title), looks[head])
        sheet.set_column(place, place, width)
    for line, row in enumerate(lines):
        sheet.write_string(TOP + 1 + line, 0, harmless(row[0]))
        for place, (_, values) in enumerate(columns, 1):
            if values[line] is not None:
                sheet.write_number(TOP + 1 + line, place, values[line], looks[_look(values)])
        for place, text in enumerate(row[1:], 1 + len(columns)):
            sheet.write_string(TOP + 1 + line, place, harmless(text), looks["woorden"])
    sheet.freeze_panes(TOP + 1, 1)
    if made:
        drawn = _chart(book, made, sheet.get_name(), len(lines))
        long = max(map(len, made.categories)) > LONG
        across = min(max(sum(wide), LEAST), BROADEST) / UNIT
        size = {"x_scale": across, "y_scale": 2.2 if long else 1.4, "object_position": 1}
        sheet.insert_chart(TOP + 3 + len(lines), 0, drawn, size | {"description": made.alt})


def _high(titles: Iterable[str], wide: Iterable[int]) -> int:
    """Of a row of titles, which are bold."""
    return LINE * max(ceil(len(title) / (width - 2)) for title, width in zip(titles, wide, strict=True))


def _wide(titles: Sequence[str], lines: Sequence[Sequence[str]]) -> list[int]:
    """Room for the longest words of the table, which stands on the right; of the numbers before it for their titles."""
    words = len(lines[0]) - 1 if lines else 0
    numbers = titles[1 : len(titles) - words]
    first, *asked = _fitting((titles[0], *titles[len(titles) - words :]), lines)
    return [first, *_fitting(numbers, ()), *(max(NEXT, width) for width in asked)]


def _fitting(titles: Sequence[str], lines: Sequence[Sequence[str]]) -> list[int]:
    """Columns as wide as the longest text in them and the longest word of their title, within bounds."""
    words = (max(map(len, title.split()), default=0) for title in titles)
    found = zip(words, *(map(len, line) for line in lines), strict=True)
    return [min(max(NARROWEST, 3 + max(lengths)), WIDEST) for lengths in found]


def _look(values: Sequence[float | None]) -> str:
    """Small numbers need a decimal more to be told apart; what is kept is the whole number."""
    return "getal" if max(value for value in values if value is not None) >= SMALL else "klein getal"


def _told(sheet: Any, looks: dict[str, Any], shown: Shown, wide: Sequence[int]) -> None:
    """Title, what the picture says and where it comes from, over the width of the table and at least a line's."""
    beyond = max(0, ceil((LEAST - sum(wide)) / PLAIN))
    about, letters = shown.picture, sum(wide) + beyond * PLAIN
    source = " ".join(filter(None, [reading.marks(about), reading.source(about)]))
    last = len(wide) - 1 + beyond
    for line, text in enumerate((about.title, about.sentence, source)):
        sheet.merge_range(line, 0, line, last, harmless(text), looks["tekst" if line else "titel"])
        sheet.set_row(line, LINE * ceil(len(text) / letters) if line else 2 * LINE * ceil(1.6 * len(text) / letters))


def _columns(made: Native) -> list[tuple[str, Sequence[float | None]]]:
    """Of each series its values and, where it has one, its margin; for an area between these how high it is."""
    found: list[tuple[str, Sequence[float | None]]] = []
    for line in made.lines:
        found.append((f"{line.name}: getal", line.values))
        if line.has_margin:
            found += [(f"{line.name}: ondergrens", line.lows), (f"{line.name}: bovengrens", line.highs)]
        if line is _banded(made):
            found.append((f"{line.name}: marge", line.heights))
    return found


def _banded(made: Native) -> Line | None:
    """The line whose margin is an area: the first that has one without a hole, as areas of two would be piled up."""
    with_margin = [line for line in made.lines if line.has_margin]
    if made.kind is not Kind.LINE or not with_margin:
        return None
    found = with_margin[0]
    first, last = found.span
    is_whole = None not in found.heights[first : last + 1]
    return found if is_whole and all(first <= line.span[0] and line.span[1] <= last for line in made.lines) else None


def _chart(book: Any, made: Native, sheet: str, count: int) -> Any:
    chart = book.add_chart({"type": {"line": "line", "dots": "line", "bars": "bar"}[made.kind]})
    rows = TOP + 1, TOP + count
    if band := _banded(made):
        first, last = band.span
        rows = TOP + 1 + first, TOP + 1 + last  # an area would fall to zero where there is nothing
    place, at = 1, 0
    for line in made.lines:
        chart.add_series(_series(made, line, (sheet, *rows, place)))
        if line is band:
            at = place
        elif line.has_margin and made.kind is Kind.LINE:
            for step in (1, 2):
                chart.add_series(_column(sheet, rows, place + step) | _edge(line))
        place += (3 if line.has_margin else 1) + (line is band)
    if band:
        chart = _on_area(book, chart, band, (sheet, rows, at))
    chart.set_title({"name": made.title, "name_font": {"size": 11}})
    axis = {"name": made.axis, "name_font": {"bold": False, "size": 9}, "min": 0, "major_gridlines": GRID}
    (chart.set_x_axis if made.kind is Kind.BARS else chart.set_y_axis)(axis)
    if made.kind is Kind.BARS:
        chart.set_y_axis({"reverse": True, "crossing": "max"})
    chart.set_legend({"position": "bottom", "delete_series": [0] if band else []})
    chart.show_blanks_as("gap")
    return chart


def _edge(line: Line) -> dict[str, Any]:
    """The edge of a margin that is no area: thin and pale, without a dot."""
    return {"line": {"color": line.colour, "width": 1, "transparency": 55}, "marker": {"type": "none"}}


def _column(sheet: str, rows: tuple[int, int], place: int) -> dict[str, Any]:
    """A series that is a column of the sheet."""
    return {"name": [sheet, TOP, place], "categories": [sheet, rows[0], 0, rows[1], 0],
            "values": [sheet, rows[0], place, rows[1], place]}  # fmt: skip


def _on_area(book: Any, line: Any, band: Line, at: tuple[str, tuple[int, int], int]) -> Any:
    """The lines over the area of a margin: what lies below the lowest is piled up unseen."""
    sheet, rows, place = at
    area = book.add_chart({"type": "area", "subtype": "stacked"})
    area.add_series(_column(sheet, rows, place + 1) | {"fill": {"none": True}})
    area.add_series(_column(sheet, rows, place + 3) | {"fill": {"color": band.colour, "transparency": 80}})
    area.combine(line)
    return area


def _series(made: Native, line: Line, at: tuple[str, int, int, int]) -> dict[str, Any]:
    sheet, first, last, place = at
    found: dict[str, Any] = {
        "name": line.name, "categories": [sheet, first, 0, last, 0], "values": [sheet, first, place, last, place],
    }  # fmt: skip
    if made.kind is Kind.BARS:
        return found | {"fill": {"color": line.colour}, "gap": 60}
    dot = {"type": "circle", "size": 6, "fill": {"color": line.colour}, "border": {"color": line.colour}}
    if made.kind is Kind.DOTS:
        above, below = line.reach()
        bars = (
            {"y_error_bars": {"type": "custom", "plus_values": above, "minus_values": below}} if line.has_margin else {}
        )
        return found | {"line": {"none": True}, "marker": dot} | bars
    return found | {"line": {"color": line.colour, "width": 2.25}, "marker": dot}
