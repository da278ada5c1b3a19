"""The same data as a chart, as rows of words with Dutch headers."""

from voorkant.charts.description import Description, Point

MISSING = "–"


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
