"""The relations between cells: the same, in whatever order the engine gave the rows."""

import numpy as np
import pandas as pd
import pytest

from voorkant.builder.audit.table import PAIR, relations_of

PAIRS = pd.DataFrame(
    [
        ("tijd b", "sum", 9, 1, True, True), ("tijd b", "sum", 9, 2, True, True), ("tijd b", "part", 9, 3, True, False),
        ("gebied a", "sum", 8, 2, True, True), ("gebied a", "sum", 8, 4, False, True),
        ("tijd b", "sum", 7, 0, True, True),
    ],
    columns=PAIR,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_rows_does_not_matter(seed: int) -> None:
    """Two threads of the engine bring them in another order each time; the audit would widen other cells."""
    found, expected = relations_of(PAIRS.sample(frac=1, random_state=seed)), relations_of(PAIRS)
    for name in ("parent", "family", "form", "is_whole", "relation", "piece"):
        np.testing.assert_array_equal(getattr(found, name), getattr(expected, name))


def test_only_what_is_counted_is_a_part() -> None:
    found = relations_of(PAIRS)
    assert found.parent.tolist() == [8, 9, 7, 9]
    assert list(zip(found.relation.tolist(), found.piece.tolist(), strict=True)) == [
        (0, 2),
        (1, 3),
        (2, 0),
        (3, 1),
        (3, 2),
    ]
