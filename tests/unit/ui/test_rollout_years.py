"""Yearly counts of the small programmes: what is nothing, and what is not known."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from voorkant.ui.rollout import years

OF = cast("Any", SimpleNamespace())


def _counted(*, value: float | None) -> years.Counted:
    return years.Counted("Lindeveen", "contacten", "Contacten", "2024", 0, 0, value, "")


def test_a_rate_of_nothing_is_a_zero_and_an_unknown_one_a_dash() -> None:
    assert years._words(OF, [_counted(value=0.0)]) == ["0", "0"]
    assert years._words(OF, [_counted(value=None)]) == ["0", "–"]


def test_a_school_has_a_column_per_school_year(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Any] = []
    monkeypatch.setattr(years, "stacked", lambda *table, caption: drawn.extend([*table, caption]))
    one = replace(_counted(value=1.0), name="De Brug", numerator_low=5, numerator_high=8)
    found = [replace(one, period="2022/2023"), replace(one, period="2023/2024")]
    found += [
        replace(one, name="Oost", period="2022/2023", reason="nvt"),
        replace(one, name="Oost", period="2023/2024"),
    ]
    of = SimpleNamespace(programme=SimpleNamespace(unit="school"), ask_rollout=lambda *_: found)
    years.show(cast("Any", of))
    headers, lines, caption = drawn
    assert headers == ("School", "Schooljaar 2022/2023", "Schooljaar 2023/2024")
    assert lines == [("De Brug", "5 tot 8", "5 tot 8"), ("Oost", "–", "5 tot 8")]
    assert caption.startswith("Contacten per school en schooljaar")
