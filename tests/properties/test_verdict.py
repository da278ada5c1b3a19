"""Over the whole space of findings: word, sign, number, colour and interval of a verdict never contradict."""

import math
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from voorkant.analysis.gate import Lack, Refusal
from voorkant.analysis.verdict import Doubt, Finding, Robustness, Verdict, judge
from voorkant.text.pilots import Telling, told
from voorkant.text.verdicts import DOUBTS, LACKS, VERDICTS, title, tone

CAUSE = re.compile(r"dankzij|effect|bespaar|bewezen|significant|p-waarde|waarschijnlijk dat", re.IGNORECASE)
FALLS, RISES = (Verdict.FALL, Verdict.MAYBE_FALL), (Verdict.RISE, Verdict.MAYBE_RISE)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """Every finding that can be made: counts from one to many, any interval around the ratio, any p that agrees."""
    observed = draw(st.integers(1, 5000))
    expected = draw(st.floats(0.5, 5000))
    ratio = observed / expected
    low = ratio * (1 - draw(st.floats(0, 1)))
    high = ratio * draw(st.floats(1, 50)) if draw(st.booleans()) else math.inf
    assume(low <= ratio <= high)
    alpha = 0.05 / draw(st.integers(1, 3))
    p = draw(st.floats(alpha, 1, exclude_min=True) if low <= 1 <= high else st.floats(0, alpha))
    return Finding(float(observed), expected, low, high, p, alpha)


robustness = st.builds(Robustness, st.booleans(), st.booleans(), st.booleans(), st.booleans())
refusals = st.lists(
    st.builds(Refusal, st.sampled_from(Lack), st.floats(0, 100), st.floats(0, 100), st.none() | st.integers(0, 60)),
    max_size=4,
).map(tuple)
tellings = st.builds(
    Telling, st.just("verwijzingen"), st.just("het programma"), st.floats(0.5, 0.95),
    st.just(math.nan) | st.floats(0, 0.99), st.just(math.nan) | st.floats(0, 3), st.none() | st.just(date(2025, 9, 1)),
)  # fmt: skip
NUMBERS = re.compile(r": ([\d.]+) verwijzingen, .*? verwacht ([\d.]+) \(([\d.]+|onbegrensd) tot ([\d.]+|onbegrensd)\)")


def whole(text: str) -> float:
    return math.inf if text == "onbegrensd" else float(text.replace(".", ""))


@settings(max_examples=300)
@given(findings(), robustness, refusals, tellings)
def test_nothing_contradicts(
    finding: Finding, held: Robustness, refused: tuple[Refusal, ...], telling: Telling
) -> None:
    found = judge(finding, held, refused, telling.relevant)
    sentence = told(found, finding, replace(telling, comparison=held.comparison))
    words = VERDICTS[found.verdict]
    assert sentence.startswith(title(found.verdict, telling.relevant))
    assert not CAUSE.search(sentence)
    if refused:
        assert found.verdict is Verdict.REFUSED
        assert "verwacht " not in sentence.replace("te verwachten", "")
        return
    seen, middle, low, high = map(whole, NUMBERS.search(sentence).groups())  # type: ignore[union-attr]
    assert low <= middle <= high
    if found.verdict in FALLS:
        assert (words.way, finding.ratio < 1, seen < middle) == ("lager", True, True)
    elif found.verdict in RISES:
        assert (words.way, finding.ratio > 1, seen > middle) == ("hoger", True, True)
    else:
        assert words.way == ""
        assert finding.p > 0.20 or finding.ratio == 1
    if found.verdict in (Verdict.FALL, Verdict.RISE):
        assert finding.p <= finding.alpha
        assert not found.doubts
        assert held == Robustness()
        assert (seen < low) if found.verdict is Verdict.FALL else (seen > high)
    else:
        assert finding.p > finding.alpha or found.doubts
    if found.verdict is Verdict.UNLIKELY:
        assert finding.low > telling.relevant
    if Doubt.CHANCE in found.doubts:
        assert low <= seen <= high
    assert ("zonder het programma verwacht" in sentence) is held.comparison
    for better, colour in (("lower", {"lager": "gunstiger", "hoger": "ongunstiger"}),
                           ("higher", {"lager": "ongunstiger", "hoger": "gunstiger"})):  # fmt: skip
        assert tone(found.verdict, better) == colour.get(words.way, "vergelijkbaar")


@given(st.lists(st.sampled_from(Lack), min_size=1, unique=True), tellings)
def test_each_refusal_says_what_would_mend_it(lacks: list[Lack], telling: Telling) -> None:
    refused = tuple(Refusal(lack, 1, 3, months=5) for lack in lacks)
    sentence = told(judge(None, Robustness(), refused), None, telling)
    assert all(LACKS[lack][1] in sentence for lack in lacks)
    assert ("Zichtbaar wordt pas" in sentence) is math.isfinite(telling.mde)
    assert ("februari 2026" in sentence) is (telling.last_month is not None)


def test_every_code_has_words_and_every_icon_is_its_own() -> None:
    assert set(VERDICTS) == set(Verdict)
    assert set(DOUBTS) == set(Doubt)
    assert set(LACKS) == set(Lack)
    assert len({words.icon for words in VERDICTS.values()}) == len(VERDICTS)


@pytest.mark.parametrize("verdict", Verdict)
def test_icon_and_way_agree(verdict: Verdict) -> None:
    words = VERDICTS[verdict]
    assert {"▼": "lager", "▽": "lager", "▲": "hoger", "△": "hoger"}.get(words.icon, "") == words.way
    assert ("daling" in words.title.partition(";")[0]) is (words.way == "lager")
    assert ("stijging" in words.title) is (words.way == "hoger")
