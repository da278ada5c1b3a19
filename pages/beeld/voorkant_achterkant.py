"""Voorkant & achterkant: preventive and specialist care above each other, on one time axis."""

from voorkant.ui import controls
from voorkant.ui.panels import budget, pair
from voorkant.ui.stories import beside

chosen = controls.selection()

pair.show(chosen)
budget.show(chosen)
beside.figures(chosen)
