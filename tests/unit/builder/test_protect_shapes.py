"""What nobody thought of is not published: a shape without a rule stops the build, and stops an attack."""

from dataclasses import replace

import pytest

from tests.attacks import seen
from voorkant import ROOT
from voorkant.builder.protect import FIXED, SHARE, Judged
from voorkant.declare.indicator import SHAPES, Indicator, read_indicators

INDICATORS = read_indicators(ROOT / "queries" / "indicators")


def shaped(shape: str) -> Indicator:
    return replace(INDICATORS["contacten"], shape=shape)


@pytest.mark.parametrize("shape", ["median", "flow", "stock"])
def test_a_shape_without_a_rule_is_not_protected_by_accident(shape: str) -> None:
    with pytest.raises(ValueError, match=f"no rule protects the shape {shape}"):
        _ = Judged(shaped(shape), unknown_keys=False).kind


@pytest.mark.parametrize("slug", sorted(INDICATORS))
def test_every_indicator_has_a_rule(slug: str) -> None:
    indicator = INDICATORS[slug]
    if indicator.shape not in ("published", "ratio"):
        kind = Judged(indicator, unknown_keys=False).kind
        assert (kind == FIXED) == (not indicator.sensitive)
        assert (kind == SHARE) == (indicator.sensitive and indicator.shape == "share")


@pytest.mark.parametrize("shape", ["median", "flow", *(SHAPES - seen.SHAPES - {seen.PUBLIC, seen.DERIVED})])
def test_an_attack_refuses_a_shape_that_it_does_not_know(shape: str) -> None:
    row = ("nieuw", shape, "jeugdigen", "", "GM9901", "gemeente", "RG01", "2024", "year", "", "", 5, 5, 5, 9, None)
    with pytest.raises(AssertionError, match="no attack knows the shape"):
        seen.take({}, row, "intern", {})
