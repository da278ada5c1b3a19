"""The one form in which every method of `analyse` answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

from voorkant.text.checks import STATE_WORDS, Check


@dataclass(frozen=True)
class Answer:
    """What a method found; None where it has no such number. Numbers are in the unit of the method."""

    method: str
    verdict: str | None
    sentence: str
    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    n_units_treated: int | None = None
    n_units_comparison: int | None = None
    observed: float | None = None
    expected: float | None = None
    mde: float | None = None
    checks: Sequence[Check] = ()


ORDER = ("method", "estimate", "low", "high", "p", "n_units_treated", "n_units_comparison", "observed", "expected",
         "mde", "checks", "verdict", "sentence")  # fmt: skip


def as_json(answer: Answer) -> dict[str, Any]:
    """The answer as one JSON document; a number that does not exist is null."""
    found = {name: getattr(answer, name) for name in ORDER}
    found["checks"] = [
        {"name": check.name, "status": check.status.value, "value": _number(check.value), "text": check.text}
        for check in answer.checks
    ]
    return {name: _number(value) if isinstance(value, float) else value for name, value in found.items()}


def _number(value: float | None) -> float | None:
    return float(value) if value is not None and isfinite(value) else None


def as_text(answer: Answer) -> str:
    """The answer for people: the sentence, then what was looked at."""
    lines = [answer.sentence, *(f"  {STATE_WORDS[check.status]}: {check.text}" for check in answer.checks)]
    return "\n".join(lines)
