"""The same data as a chart, as rows of words with Dutch headers."""

from voorkant.charts.description import Description, Point
from voorkant.charts.told import Told

MISSING = "–"


def printed(shown: Description | Told) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """(headers, rows) of a chart, or of a picture that has its table with it."""
    if isinstance(shown, Told):
        return shown.headers, list(shown.lines)
    lines = table(shown)
    return tuple(lines[0]), [tuple(line.values()) for line in lines]


def table(description: Description) -> list[dict[str, str]]:
    """One row per period and series, in the order of the chart; a hidden value has its words, never a blank."""
    several = len(description.series) > 1
    return [
        ({"Reeks": series.name} if several else {}) | _row(point, description)
        for series in description.series
        for point in series.points
    ]


def _row(point: Point, description: Description) -> dict[str, str]:
    return {
        "Periode": point.label,
        f"Waarde ({description.unit})": point.words,
        "Teller": point.numerator or MISSING,
        "Noemer": point.denominator or MISSING,
        "Status": point.status,
    }
