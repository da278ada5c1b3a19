"""Every colour and size on screen, in pictures and in print: the one place where they are chosen.

Text colours are at least 4.5:1 on `PAPER` and on `SURFACE`; `.streamlit/config.toml` and `ui/static/voorkant.css`
repeat some of them and a test keeps the three in step.
"""

PAPER = "#ffffff"
SURFACE = "#f3f5f8"
LINE = "#cfd6de"
GRID = "#e4e8ed"
INK = "#1b2733"
MUTED = "#4c5866"

ACCENT = "#1d3f63"
"""The own area, and every control."""
OTHER = "#6a7480"
"""Other areas beside the own one."""

INZET = "#0b6e66"
INZET_TINT = "#d5ebe8"
UITKOMST = "#6d3b96"
UITKOMST_TINT = "#eadff2"
LADDER = {"inzet": INZET, "uitkomst": UITKOMST, "context": ACCENT, "ander": MUTED}
"""One fixed hue for what is done and one for what changes, never those of better and worse; grey for another area."""

BETTER = "#0a5ea8"
BETTER_TINT = "#dcebf8"
WORSE = "#a84b00"
WORSE_TINT = "#fdeadb"
SAME = "#56616d"
SAME_TINT = "#e9edf1"

EVENT = "#dde2e8"
"""The band of an event behind the lines."""
HIDDEN = "#8a94a0"
"""The bars that stand for a protected count (never text)."""

FONT = '"Source Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif'
"""Source Sans is served by the app itself; the others are on the machine."""
CHART_SIZE = 14
CHART_HEIGHT = 300
LINE_WIDTH = 2.5
