"""Released results: rounded, and no count of a unit follows from them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorkant.builder.audit.ranges import Level
from voorkant.builder.release import Result, Row, counts_left, release
from voorkant.declare.settings import Rule

INTERN, OPENBAAR = Level(Rule(5, 3)), Level(Rule(10, 5), Rule(5, 3))
RESULT = Result(
    observed=61, expected=84.6, ratio=(0.7210, 0.6034, 0.8612), p=0.013, alpha=0.05, youths=(58, 402), units=6,
    left_out=(0.6849, 0.7551),
)  # fmt: skip
RATIOS = st.floats(0.2, 3.0)


def named(rows: list[Row]) -> dict[str, tuple]:
    return {name: tuple(rest) for name, *rest in rows}


def test_a_result_is_released_rounded() -> None:
    rows = named(release(RESULT, INTERN))
    assert rows["waargenomen"] == (60, 59, 61, None)
    assert rows["verhouding"] == (0.72, 0.6, 0.86, None)
    assert rows["toeval"] == (None, None, None, "tot_alpha")
    assert rows["een_eruit"] == (None, 0.68, 0.76, None)


@pytest.mark.parametrize("youths", [(4, 402), (58, 4)])
def test_few_youths_in_an_arm_release_nothing(youths: tuple[int, int]) -> None:
    assert release(replace(RESULT, youths=youths), INTERN) == [("reden", None, None, None, "klein")]


def test_few_events_release_nothing() -> None:
    assert release(replace(RESULT, observed=9), OPENBAAR) == [("reden", None, None, None, "klein")]


def test_with_two_units_leaving_one_out_would_be_the_other() -> None:
    assert "een_eruit" not in named(release(replace(RESULT, units=2), INTERN))


@pytest.mark.parametrize(("p", "told"), [(0.05, "tot_alpha"), (0.2, "tot_020"), (0.21, "boven_020")])
def test_chance_is_told_as_a_class(p: float, told: str) -> None:
    assert named(release(replace(RESULT, p=p), INTERN))["toeval"] == (None, None, None, told)


def fitting(rows: dict[str, tuple]) -> int:
    """How many counts an attacker still holds possible who knows the expected of the model as far as it is told."""
    value, low, high, text = rows["verwacht"]
    step = int(text.split()[1])
    ratio, ratio_low, ratio_high, _ = rows["verhouding"]
    found = 0
    for count in range(int(rows["waargenomen"][1]), int(rows["waargenomen"][2]) + 1):
        pairs = ((value, ratio), (low, ratio_high), (high, ratio_low))
        found += all((e - step / 2) * (r - 0.005) <= count <= (e + step / 2) * (r + 0.005) for e, r in pairs if e)
    return found


@given(st.integers(11, 4000), st.tuples(RATIOS, RATIOS, RATIOS))
def test_who_knows_all_other_units_cannot_work_out_the_last(observed: int, ratios: tuple[float, float, float]) -> None:
    low, ratio, high = sorted(ratios)
    result = replace(RESULT, observed=observed, expected=observed / ratio, ratio=(ratio, low, high))
    for level in (INTERN, OPENBAAR):
        rows = named(release(result, level))
        if rows == {"reden": (None, None, None, "klein")}:
            continue
        _, least, most, _ = rows["waargenomen"]
        assert fitting(rows) >= min(level.wanted, most - least + 1) >= INTERN.wanted


def test_what_no_rounding_leaves_in_doubt_is_not_released() -> None:
    few = replace(RESULT, observed=10, expected=10.0, ratio=(1.0, 0.3, 1.3))
    assert release(few, INTERN) == [("reden", None, None, None, "klein")]
    assert counts_left(few, INTERN) is None
    assert counts_left(RESULT, INTERN) == (59, 61)


def test_whole_numbers_and_two_decimals_alone_would_tell() -> None:
    # 61 of 84.6: 85 x 0.72 lies between 60.4 and 62.0, so that rounding 61 to 60 hides nothing
    fits = [count for count in range(55, 66) if 84.5 * 0.715 <= count <= 85.5 * 0.725]
    assert len(fits) < INTERN.wanted
    assert named(release(RESULT, INTERN))["verwacht"][3] != "stap 1"
