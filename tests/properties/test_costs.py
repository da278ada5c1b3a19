"""From any figures to the sentences on money: words, sign and number never contradict each other."""

import math
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from voorkant.analysis.costs import Range
from voorkant.analysis.verdict import Verdict
from voorkant.text.costs import HEADINGS, MEANINGS, SILENT, Outlook, Priced, outlook, story

MONEY = re.compile(r"€\s[\d.]+")
CLAIM = re.compile(r"bespaard|bespaart|bespaar |dankzij|effect|opgeleverd|bewezen|significant")


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    low, middle, high = sorted(draw(st.lists(st.floats(-400, 400), min_size=3, max_size=3)))
    return Range(low, middle, math.inf if draw(st.booleans()) and draw(st.booleans()) else high)


AMOUNTS = st.none() | st.floats(50, 5_000_000)
VERDICTS = st.none() | st.sampled_from(list(Verdict))


@settings(max_examples=600, deadline=None)
@given(ranges() | st.none(), VERDICTS, st.booleans(), st.none() | st.booleans(), st.tuples(AMOUNTS, AMOUNTS))
def test_no_word_says_what_the_range_does_not(
    span: Range | None,
    verdict: Verdict | None,
    comparison: bool,
    falls: bool | None,
    amounts: tuple[float | None, float | None],
) -> None:
    each, yearly = amounts
    found = outlook(verdict, span, comparison=comparison, total_falls=falls)
    lines = story(found, span, Priced(each, "contract", yearly, "begroting"), counted="verwijzingen", start="2020-01")
    said = " ".join((HEADINGS[found], MEANINGS[found], *lines))
    assert not CLAIM.search(said)
    if found is Outlook.FEWER:
        assert verdict is Verdict.FALL
        assert comparison
        assert span is not None
        assert span.low > 0
        assert falls is not False
        assert " meer dan verwacht" not in said
    else:
        assert "loont is niet te zeggen" not in said
        assert "kost meer dan" not in said
    if found in SILENT:
        assert "dan verwacht (" not in said
        assert not any(MONEY.search(line) for line in lines if "Het programma kost" not in line)
    if span is not None and found not in SILENT and span.low < 0 < span.high:
        assert " meer en " in said
        assert "Geen besparing" in said or found is Outlook.MORE
    if falls is False and found is Outlook.SHIFT:
        assert "Verschuiving, geen besparing" in said


@settings(max_examples=300, deadline=None)
@given(ranges().filter(lambda item: item.low > 0), st.floats(50, 1e6), st.floats(50, 1e7))
def test_whether_it_pays_agrees_with_the_numbers(span: Range, each: float, yearly: float) -> None:
    priced = Priced(each, "contract", yearly, "begroting")
    even = priced.break_even
    assert even is not None
    assert (even - 1) * each < yearly <= even * each
    last = story(Outlook.FEWER, span, priced, counted="verwijzingen", start="2020-01")[-1]
    assert last.startswith("Ook de ondergrens") == (span.low >= even)
    assert last.startswith("Ook de bovengrens") == (span.high < even)
    worth = span.times(each)
    assert worth.low <= worth.middle <= worth.high
