"""Yearly counts of the small programmes: what is nothing, and what is not known."""

from types import SimpleNamespace
from typing import Any, cast

from voorkant.ui.rollout import years

OF = cast("Any", SimpleNamespace())


def _counted(*, value: float | None) -> years.Counted:
    return years.Counted("Lindeveen", "contacten", "Contacten", "2024", 0, 0, value, "")


def test_a_rate_of_nothing_is_a_zero_and_an_unknown_one_a_dash() -> None:
    assert years._words(OF, [_counted(value=0.0)]) == ["0", "0"]
    assert years._words(OF, [_counted(value=None)]) == ["0", "–"]
