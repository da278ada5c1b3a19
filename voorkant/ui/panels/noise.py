"""A before and an after with their margins under each other: whether they overlap is seen, and said."""

from html import escape

from voorkant.text import periods
from voorkant.text.sentences import Change, Reading

WORDS = {True: "de marges overlappen, het kan toeval zijn", False: "de marges raken elkaar niet"}


def markup(change: Change, name: str = "") -> str:
    """HTML of two bars on one scale; empty where one has no margin, or where they are not compared."""
    old, new = change.old, change.new
    if old is None or change.broken or change.began or None in _ends(old) + _ends(new):
        return ""
    (old_low, old_high), (new_low, new_high) = _ends(old), _ends(new)
    low, high = min(old_low, new_low), max(old_high, new_high)  # type: ignore[type-var]
    reach = (low, high - low or 1.0)
    overlap = not change.direction.clear
    rows = _row(old, "vk-noise-old", reach) + _row(new, "vk-noise-new", reach)
    return f'<div class="vk-noise">{rows}<small>{escape(name)}{WORDS[overlap]}</small></div>'


def _ends(reading: Reading) -> tuple[float | None, float | None]:
    return reading.margin.low, reading.margin.high


def _row(reading: Reading, kind: str, reach: tuple[float, float]) -> str:
    start, size = reach
    left, middle, right = (
        100 * ((value or 0.0) - start) / size
        for value in (reading.margin.low, reading.margin.value, reading.margin.high)
    )
    bar = f'<i style="left:{left:.1f}%;width:{right - left:.1f}%"></i><b style="left:{middle:.1f}%"></b>'
    return f'<span>{escape(periods.period(reading.period))}</span><span class="{kind}" aria-hidden="true">{bar}</span>'
