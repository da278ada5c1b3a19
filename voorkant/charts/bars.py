"""Bars of a picture that the screen makes of HTML: how much each line is, and behind it what that can be."""

from collections.abc import Sequence
from typing import Any

from voorkant.charts import palette
from voorkant.charts.told import Told

ROW, AROUND = 30, 40
LETTER, SHORTEST, LONGEST = 7, 60, 260
"""Pixels that a letter of a name takes, and the least and most of all names."""
WHOLE, BESIDE = 100, 30
"""Percent of the widest bar, and room for the words behind it."""
HALVES = ((palette.EVENT, 0.8), (palette.UITKOMST, 0.45))
"""Colour and thickness: of what it can be, and of what it is."""


def figure(told: Told, wide: Sequence[Sequence[float]]) -> dict[str, Any]:
    """`data` and `layout`; `wide` is of each line in percent how much it is and what it can be."""
    names = [line[0] for line in told.lines]
    possible, shown = [high for _, high in wide], [width for width, _ in wide]
    words = [line[-1] for line in told.lines]
    traces = [
        {"type": "bar", "orientation": "h", "y": names, "x": values, "width": thick, "marker": {"color": colour}}
        for (colour, thick), values in zip(HALVES, (possible, shown), strict=True)
    ]
    return {"data": [traces[0] | {"text": words}, *traces[1:]], "layout": _layout(names)}


def _layout(names: Sequence[str]) -> dict[str, Any]:
    room = min(max(LETTER * max(map(len, names)), SHORTEST), LONGEST)
    ticks = range(0, WHOLE + 1, 25)
    return {
        "height": AROUND + ROW * len(names), "margin": {"l": room + 8, "r": 14},
        "xaxis": {"range": [0, WHOLE + BESIDE], "tickvals": list(ticks), "ticktext": [f"{part}%" for part in ticks]},
        "yaxis": {"type": "category", "categoryarray": names[::-1], "range": [-0.6, len(names) - 0.4],
                  "showgrid": False},
    }  # fmt: skip
