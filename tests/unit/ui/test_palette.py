"""The palette, the theme and the stylesheet say the same, and every text can be read."""

import re
import tomllib
from itertools import product

import pytest

from voorkant import ROOT
from voorkant.charts import palette

THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
CSS = (ROOT / "voorkant" / "ui" / "static" / "voorkant.css").read_text(encoding="utf-8")
TEXTS = ("INK", "MUTED", "ACCENT", "INZET", "UITKOMST", "BETTER", "WORSE", "SAME")
ENOUGH = 4.5


def light(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in shares]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(text: str, behind: str) -> float:
    low, high = sorted((light(text), light(behind)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_measures_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("text", "behind"), list(product(TEXTS, ("PAPER", "SURFACE"))))
def test_text_can_be_read(text, behind):
    assert contrast(getattr(palette, text), getattr(palette, behind)) >= ENOUGH


@pytest.mark.parametrize("name", ["INZET", "UITKOMST", "BETTER", "WORSE", "SAME"])
def test_text_can_be_read_on_its_own_tint(name):
    assert contrast(getattr(palette, name), getattr(palette, f"{name}_TINT")) >= ENOUGH


def test_what_is_done_and_what_changes_have_hues_of_their_own():
    assert len({palette.INZET, palette.UITKOMST, palette.BETTER, palette.WORSE, palette.SAME, palette.ACCENT}) == 6


@pytest.mark.parametrize(
    ("option", "name"),
    [("primaryColor", "ACCENT"), ("backgroundColor", "PAPER"), ("secondaryBackgroundColor", "SURFACE"),
     ("textColor", "INK"), ("linkColor", "ACCENT"), ("borderColor", "LINE"), ("blueTextColor", "BETTER"),
     ("orangeTextColor", "WORSE"), ("grayTextColor", "MUTED")],
)  # fmt: skip
def test_the_theme_repeats_the_palette(option, name):
    assert THEME[option] == getattr(palette, name)


def test_the_stylesheet_repeats_the_palette():
    named = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", CSS))
    assert named
    assert named == {name: getattr(palette, name.upper().replace("-", "_")) for name in named}
