"""The same data as a chart, as rows of words with Dutch headers."""

from collections.abc import Sequence

from voorkant.charts.description import Description, Point
from voorkant.charts.told import Told

MISSING = "–"


def printed(shown: Description | Told) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """(headers, rows) of a chart, or of a picture that has its table with it."""
    if isinstance(shown, Told):
        return shown.headers, list(shown.lines)
    lines = table(shown)
    return tuple(lines[0]), [tuple(line.values()) for line in lines]


def filled(shown: Description | Told) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The same without columns that have nothing in them."""
    headers, lines = printed(shown)
    full = [place for place in range(len(headers)) if any(line[place] != MISSING for line in lines)]
    return tuple(headers[place] for place in full), [tuple(line[place] for place in full) for line in lines]


def table(description: Description) -> list[dict[str, str]]:
    """One row per period, in the order of the chart; a hidden value has its words, never a blank.

    Several series stand beside each other, each in columns of its own; they must have the same periods.
    """
    if len(description.series) == 1:
        return [_row(point, description) for point in description.points]
    return [_beside(points, description) for points in zip(*(one.points for one in description.series), strict=True)]


def _beside(points: Sequence[Point], description: Description) -> dict[str, str]:
    cells = {"Periode": points[0].label}
    for series, point in zip(description.series, points, strict=True):
        cells[f"{series.name} ({description.unit})"] = point.words
        cells[f"{series.name} (aantal)"] = point.numerator or MISSING
    return cells | {"Status": points[0].status}


def _row(point: Point, description: Description) -> dict[str, str]:
    return {
        "Periode": point.label,
        f"Waarde ({description.unit})": point.words,
        "Teller": point.numerator or MISSING,
        "Noemer": point.denominator or MISSING,
        "Status": point.status,
    }
