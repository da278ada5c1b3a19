"""A before and an after with their margins: drawn on one scale, and said."""

from dataclasses import replace
from datetime import date

from tests.unit.report.made import HEADER, cell, finding
from voorkant.ui.panels import noise

BEFORE = cell(2024, value=8.0, low=7.0, high=9.0)


def change(**given):
    return finding(old=BEFORE, **given).change(HEADER.unit_text)


def test_both_stand_on_one_scale_with_the_word_that_they_overlap_or_not():
    apart = noise.markup(change(value=5.0, low=4.0, high=6.0))
    assert "de marges raken elkaar niet" in apart
    assert 'style="left:60.0%;width:40.0%"' in apart, "7 to 9 on a scale of 4 to 9"
    assert 'style="left:0.0%;width:40.0%"' in apart
    assert "het kan toeval zijn" in noise.markup(change(value=7.0, low=6.0, high=8.0))


def test_what_is_not_compared_is_not_drawn():
    found = change(value=5.0, low=4.0, high=6.0)
    assert noise.markup(change(low=None, high=None)) == ""
    for other in ({"old": None}, {"broken": True}, {"began": date(2024, 5, 1)}):
        assert noise.markup(replace(found, **other)) == ""
