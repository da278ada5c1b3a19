"""The gate and the ladder: every row, every refusal, and findings that contradict themselves."""

from dataclasses import replace

import pytest

from voorkant.analysis.gate import Lack, Standing, fewest_assignments, refusals, waiting
from voorkant.analysis.verdict import Doubt, Finding, Robustness, Verdict, judge

ENOUGH = Standing(treated=10, comparison=10, assignments=10**6, before=24, after=18, expected=200, monthly=10, mde=0.25,
                  missing=0.0)  # fmt: skip
FALL = Finding(70, 100, 0.55, 0.89, 0.002)
HELD = Robustness()


def lacks(**changes: object) -> set[Lack]:
    return {reason.lack for reason in refusals(replace(ENOUGH, **changes))}  # type: ignore[arg-type]


def test_enough_is_not_refused() -> None:
    assert refusals(ENOUGH) == ()


@pytest.mark.parametrize(
    ("changes", "lack"),
    [
        ({"treated": 2}, Lack.TREATED), ({"comparison": 2}, Lack.COMPARISON), ({"assignments": 39}, Lack.ASSIGNMENTS),
        ({"before": 11}, Lack.BEFORE), ({"after": 5.5}, Lack.AFTER), ({"expected": 49.9}, Lack.EXPECTED),
        ({"mde": 0.51}, Lack.MDE), ({"missing": 0.101}, Lack.MISSING), ({"suppressed": True}, Lack.SUPPRESSED),
        ({"broken": 1}, Lack.BREAK), ({"starts_unknown": 1}, Lack.START),
    ],
)  # fmt: skip
def test_each_lack_refuses_by_itself(changes: dict[str, object], lack: Lack) -> None:
    assert lacks(**changes) == {lack}


def test_just_enough_is_enough() -> None:
    assert (
        lacks(treated=3, comparison=3, assignments=40, before=12, after=6, expected=50, mde=0.5, missing=0.1) == set()
    )


def test_more_moments_ask_for_more_ways_to_deal() -> None:
    assert [fewest_assignments(0.05 / moments) for moments in (1, 2, 3)] == [40, 80, 120]
    assert [reason.lack for reason in refusals(replace(ENOUGH, assignments=100), 0.05 / 3)] == [Lack.ASSIGNMENTS]


def test_how_long_to_wait() -> None:
    assert waiting(refusals(replace(ENOUGH, after=4))) == 2
    assert waiting(refusals(replace(ENOUGH, expected=20, monthly=4))) == 8
    assert waiting(refusals(replace(ENOUGH, after=4, expected=20, monthly=4))) == 8
    assert waiting(refusals(replace(ENOUGH, expected=20, monthly=0))) is None
    assert waiting(refusals(replace(ENOUGH, after=4, treated=2))) is None
    assert waiting(()) is None


def test_the_error_shrinks_with_the_root_of_what_is_expected() -> None:
    """A smallest fall of 75% is twice as far away, in logs, as one of 50%: four times as many events are needed."""
    (reason,) = refusals(replace(ENOUGH, mde=0.75, expected=60, monthly=10))
    assert reason.months == 18
    (reason,) = refusals(replace(ENOUGH, mde=1.0))
    assert reason.months is None


def test_a_demonstrable_fall_and_its_mirror() -> None:
    assert judge(FALL, HELD).verdict is Verdict.FALL
    assert judge(Finding(130, 100, 1.08, 1.6, 0.002), HELD).verdict is Verdict.RISE


@pytest.mark.parametrize(
    ("held", "doubt"),
    [
        (Robustness(one_unit_keeps=False), Doubt.ONE_UNIT), (Robustness(donut_keeps=False), Doubt.DONUT),
        (Robustness(peak=True), Doubt.PEAK), (Robustness(comparison=False), Doubt.SERIES),
    ],
)  # fmt: skip
def test_one_doubt_makes_it_an_indication(held: Robustness, doubt: Doubt) -> None:
    found = judge(FALL, held)
    assert (found.verdict, found.doubts) == (Verdict.MAYBE_FALL, (doubt,))
    assert judge(Finding(130, 100, 1.08, 1.6, 0.002), held).verdict is Verdict.MAYBE_RISE


def test_the_lower_rows() -> None:
    assert judge(Finding(85, 100, 0.7, 1.02, 0.08), HELD) == judge(Finding(85, 100, 0.7, 1.02, 0.2), HELD)
    assert judge(Finding(85, 100, 0.7, 1.02, 0.2), HELD).doubts == (Doubt.CHANCE,)
    assert judge(Finding(96, 100, 0.85, 1.1, 0.5), HELD).verdict is Verdict.UNLIKELY
    assert judge(Finding(96, 100, 0.8, 1.1, 0.5), HELD).verdict is Verdict.POSSIBLE
    assert judge(Finding(96, 100, 0.85, 1.1, 0.5), HELD, relevant=0.9).verdict is Verdict.POSSIBLE
    assert judge(Finding(100, 100, 0.85, 1.1, 1.0), HELD).verdict is Verdict.UNLIKELY


def test_a_refusal_comes_before_all_else() -> None:
    refused = refusals(replace(ENOUGH, treated=1))
    assert judge(FALL, HELD, refused).verdict is Verdict.REFUSED
    assert judge(None, HELD, refused).refusals == refused
    with pytest.raises(ValueError, match="reason"):
        judge(None, HELD)


@pytest.mark.parametrize(
    "values",
    [
        (70, 100, 0.55, 0.89, 0.3), (95, 100, 0.8, 1.2, 0.01), (70, 100, 0.8, 0.9, 0.01), (70, 0, 0.1, 0.9, 0.01),
        (0, 100, 0, 0.9, 0.01), (70, 100, 0.5, 0.9, 1.5),
    ],
)  # fmt: skip
def test_a_finding_cannot_contradict_itself(values: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match=r"finding|outside|contradict"):
        Finding(*values)


def test_the_interval_of_what_was_expected() -> None:
    assert (FALL.expected_low, FALL.expected_high) == pytest.approx((70 / 0.89, 70 / 0.55))
    assert Finding(5, 100, 0, 0.1, 0.001).expected_high == float("inf")
    assert [Finding(45, 100, 0.3, 0.8, 0.01).implausible, FALL.implausible] == [True, False]
