"""The names of several series, in place of a legend: beside the chart where they are short, else above their ends.

Beside it no line or margin lies behind them, also on a phone, where the last points take half the width.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from voorkant.charts import palette
from voorkant.charts.description import Description, Point, Series
from voorkant.charts.marks import iso, lines_of

NAME_FROM, NAME_ROW, NEAR = 6, 18, 0.1
"""Pixels from a line to its name, and from one name to the next where their ends lie within this part of the height."""
BEHIND = "rgba(255,255,255,0.8)"
"""A name stays readable where lines run through it."""
LETTERS, PAPER, WIDE, LINE, APART = 9, 16, 6.8, 16, 9
"""Beside the chart: the most letters of a line (on a phone, on paper), the pixels of a letter and of a line, and
between two names."""
MARGIN = 12
"""Pixels beside a chart without names there."""
End = tuple[Series, Point]


def margin(description: Description, letters: int = LETTERS) -> int:
    """The pixels at the right of a chart."""
    return round(_longest(description, letters) * WIDE) + 2 * NAME_FROM if are_beside(description, letters) else MARGIN


def are_beside(description: Description, letters: int = LETTERS) -> bool:
    return len(description.series) > 1 and _longest(description, letters) <= letters


def _longest(description: Description, letters: int) -> int:
    return max(len(line) for series in description.series for line in lines_of(series.name, letters))


def names(description: Description, top: float, room: float, letters: int = LETTERS) -> list[dict[str, Any]]:
    """Annotations; `top` is the value at the upper edge, `room` the pixels between that and zero."""
    ends = [
        (series, shown[-1])
        for series in description.series
        if (shown := [point for point in series.points if point.value is not None])
    ]
    ends.sort(key=lambda end: end[1].value or 0.0)
    if len(description.series) == 1:
        return []
    found = [(series, last, lines_of(series.name, letters)) for series, last in ends]
    return list(_beside(found, top, room) if are_beside(description, letters) else _above(ends, top))


def _beside(ends: Sequence[tuple[Series, Point, list[str]]], top: float, room: float) -> Iterator[dict[str, Any]]:
    """As high as the last point, or as near to that as the name below it leaves."""
    below = 0.0
    for series, last, lines in ends:
        half = LINE * len(lines) / 2
        height = (last.value or 0.0) / top * room
        at = max(height, below + half)
        below = at + half + APART
        yield _words(series, "<br>".join(lines), xref="paper", x=1, xanchor="left", xshift=NAME_FROM, align="left",
                     y=last.value, yanchor="middle", yshift=round(at - height))  # fmt: skip


def _above(ends: Sequence[End], top: float) -> Iterator[dict[str, Any]]:
    """The lowest stands below its point; names of ends that lie close stand above each other."""
    shift = 0
    for number, (series, last) in enumerate(ends):
        near = number > 1 and (last.value or 0.0) - (ends[number - 1][1].value or 0.0) < NEAR * top
        shift = shift + NAME_ROW if near else NAME_FROM
        side = {"yanchor": "bottom", "yshift": shift} if number else {"yanchor": "top", "yshift": -NAME_FROM}
        place = {"x": iso(last.middle), "y": last.value, "xanchor": "right", "bgcolor": BEHIND}
        yield _words(series, series.name, **place, **side)


def _words(series: Series, text: str, **place: Any) -> dict[str, Any]:
    font = {"size": 13, "color": palette.LADDER[series.ladder]}
    return {"text": text, "showarrow": False, "font": font, **place}
