"""How much is left for who knows everybody but one."""

import numpy as np
import pytest

from tests.unit.builder.audit.test_gate import INTERN, table
from voorkant.builder.audit.exposure import Exposure, exposure
from voorkant.builder.audit.ranges import Published


def told(counts: list[int], step: int = 0) -> Exposure:
    published = Published(table(counts).cells, INTERN)
    return exposure(published, np.full(len(counts) + 1, step))


@pytest.mark.parametrize(
    ("count", "moved"),
    [
        (2, 0),  # hidden with and without
        (1, 1),  # hidden, and 0 without: at gemeente level that stands there
        (5, 1),  # shown, and hidden without
        (6, 0),  # 6 and 5 are both shown as 6
        (8, 1),  # 9, and 6 without
    ],
)
def test_a_cell_tells_of_the_last_one_where_it_would_look_otherwise(count: int, moved: int) -> None:
    # the whole is the same count as its only part
    assert told([count]).moved == {"gemeente": 2 * moved}
    assert told([count]).cells == {"gemeente": 2}


def test_an_empty_cell_has_nobody_to_tell_of() -> None:
    assert told([0]).cells == {}


def test_a_wider_range_tells_less() -> None:
    assert told([14]).percent("gemeente") == 100
    assert told([14], step=1).percent("gemeente") == 0


def test_of_rows_a_youth_takes_away_all_of_its_own() -> None:
    cells = table([40]).cells.assign(kind="rows", true_youths=10)
    assert exposure(Published(cells, INTERN), np.zeros(2, dtype=np.int64)).moved == {"gemeente": 2}


def test_a_percentage_is_never_rounded_down_to_none() -> None:
    many = Exposure({"wijk": 999}, {"wijk": 0})
    one = Exposure({"wijk": 1}, {"wijk": 1})
    assert Exposure.together([many, one]).percent("wijk") == 1
    assert many.percent("wijk") == 0
