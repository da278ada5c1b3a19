"""From any finding through release to the sentences: verdict, numbers and certainty never contradict each other."""

import math
import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from voorkant.analysis.verdict import Finding, Robustness, Verdict, judge
from voorkant.builder.audit.ranges import Level
from voorkant.builder.release import Result, counted, counts_left, release
from voorkant.declare.settings import Rule
from voorkant.text.pilotstory import FIRM, Figures, Setting, agreeing, certainty, story
from voorkant.text.verdicts import VERDICTS

LEVELS = (Level(Rule(5, 3)), Level(Rule(10, 5), Rule(5, 3)))
CAUSE = re.compile(r"dankzij|effect|bespaar|bewezen|significant|p-waarde", re.IGNORECASE)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    observed, expected = draw(st.integers(15, 3000)), draw(st.floats(12, 3000))
    ratio = observed / expected
    low = ratio * (1 - draw(st.floats(0.001, 0.6)))
    high = ratio * draw(st.floats(1.001, 4)) if draw(st.booleans()) else math.inf
    assume(0.05 < ratio < 20)
    alpha = 0.05 / draw(st.integers(1, 3))
    p = draw(st.floats(alpha, 1, exclude_min=True) if low <= 1 <= high else st.floats(0, alpha))
    return Finding(float(observed), expected, low, high, p, alpha)


def released(finding: Finding, verdict: Verdict, level: Level) -> Figures:
    result = Result(
        round(finding.observed), finding.expected, (finding.ratio, finding.low, finding.high), finding.p,
        finding.alpha, (400, 400), 6,
    )  # fmt: skip
    rows = {row[0]: row[1:] for row in release(result, level)}
    assume("reden" not in rows)
    expected, ratio = rows["verwacht"], rows["verhouding"]
    low, high = counts_left(result, level) or (0, -1)
    assert low <= finding.observed <= high
    # what is released beside it takes nothing of what its rounding alone leaves, where that is less
    assert high - low + 1 >= min(level.wanted, len(range(*counted(rows["waargenomen"][0], level))) + 1)
    return Figures(
        rows["waargenomen"][0], expected[0], expected[1] or 0.0, math.inf if expected[2] is None else expected[2],
        ratio[0], ratio[1], ratio[2], rows["toeval"][3] == FIRM, verdict,
    )  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(findings(), st.sampled_from(LEVELS), st.floats(0.5, 0.95))
def test_what_is_told_agrees_with_the_verdict(finding: Finding, level: Level, relevant: float) -> None:
    relevant = round(relevant, 2)
    verdict = judge(finding, Robustness(), relevant=relevant).verdict
    setting = Setting("verwijzingen", "het programma", relevant, "2020-01")
    figures = released(finding, verdict, level)
    found = agreeing(figures, relevant)
    assert found.low <= found.expected <= found.high
    assert found.ratio_low <= found.ratio <= found.ratio_high
    way = VERDICTS[verdict].way
    if way == "lager":
        assert found.observed < found.expected
    if way == "hoger":
        assert found.observed > found.expected
    if figures.firm:
        assert not found.low <= found.observed <= found.high
        assert not found.ratio_low <= 1 <= found.ratio_high
    else:
        assert found.low <= found.observed <= found.high
        assert found.ratio_low <= 1 <= found.ratio_high
    sure = certainty(found, setting)
    assert ("onwaarschijnlijk" in sure) == (verdict is Verdict.UNLIKELY) or way
    assert ("zelden" in sure) == figures.firm
    assert not CAUSE.search(" ".join(story(figures, setting)))
