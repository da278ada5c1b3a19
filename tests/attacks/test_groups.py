"""Groups that a user makes, on *Vergelijken*: they, and differences between them, say what their cells say."""

import os
import re
import shutil
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import duckdb
import numpy as np
import pytest
from scipy.optimize import linprog

from tests.attacks import visit
from tests.attacks.seen import CELLS
from tests.cubes import write_home
from voorkant.cube.reader import current
from voorkant.text.sums import Total, total

COUNTS = {"a": 46, "b": 30, "c": 4, "d": 15, "e": 1, "f": 112, "g": 8}
"""Referrals of seven gemeenten in a year; three are small in public."""
HIDDEN = 10
Sum = tuple[tuple[str, ...], float, float]
"""The gemeenten of a group, and the least and most that is said of them together."""


@dataclass(frozen=True)
class Cell:
    """As the public cube holds it."""

    numerator_low: int
    numerator_high: int | None


def cells() -> dict[str, Cell]:
    found = {}
    for name, count in COUNTS.items():
        near = round(round(count / 3) * 3 / 5) * 5
        found[name] = Cell(near - 3, near + 3) if count > HIDDEN else Cell(0, HIDDEN)
    return found


def groups() -> list[tuple[str, ...]]:
    """Every group of two or more: so every difference of two that differ in one gemeente."""
    return [group for size in range(2, len(COUNTS) + 1) for group in combinations(COUNTS, size)]


def left(sums: list[Sum]) -> dict[str, tuple[int, int]]:
    """What each gemeente can be, by its cell and all that is said of groups."""
    known = cells()
    names = list(known)
    member = np.array([[name in group for name in names] for group, _, _ in sums], dtype=float)
    low, high = (np.array([item[side] for item in sums]) for side in (1, 2))
    bounds = [(cell.numerator_low, cell.numerator_high) for cell in known.values()]
    found = {}
    for aim in np.eye(len(names)):
        ends = [linprog(sign * aim, A_ub=np.vstack([member, -member]), b_ub=np.concatenate([high, -low]), bounds=bounds)
                for sign in (1, -1)]  # fmt: skip
        assert all(end.success for end in ends)
        found[names[int(aim.argmax())]] = round(ends[0].fun), round(-ends[1].fun)
    return found


def test_groups_and_their_differences_say_nothing_beyond_their_cells() -> None:
    known = cells()
    sums: list[Sum] = []
    for group in groups():
        said = total([known[name] for name in group], "verwijzingen")
        assert said.high is not None
        sums.append((group, said.low, said.high))
    assert left(sums) == {name: (cell.numerator_low, cell.numerator_high) for name, cell in known.items()}


def test_a_group_that_is_counted_and_rounded_by_itself_gives_small_counts_away() -> None:
    """The naive way: a group as an area of its own, that no audit saw."""
    sums = [(group, 5 * round(count / 5) - 2, 5 * round(count / 5) + 2)
            for group in groups() for count in [sum(COUNTS[name] for name in group)]]  # fmt: skip
    found = left(sums)
    assert [name for name, (low, high) in found.items() if COUNTS[name] < HIDDEN and high - low + 1 < 5] != []


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home that `make attack` names, else one with cubes that were written by hand."""
    return Path(os.environ.get("VOORKANT_ATTACK") or write_home(tmp_path_factory.mktemp("groups") / "home"))


def test_a_page_says_of_a_group_what_the_public_cells_of_its_gemeenten_say(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is chosen, or was kept as a group, which the page opens as the same choice."""
    publication = current(home / "published")
    assert publication is not None
    first, *others = [scope for scope in publication.scopes() if scope != "regio"]
    public = shutil.copy(publication.folder / "regio" / "openbaar.duckdb", tmp_path)  # the app holds its own open
    with duckdb.connect(public, read_only=True) as cube:
        rows = [row for row in cube.execute(CELLS).fetchall() if (row[0], row[3], row[9]) == ("contacten", "ojg", "")]
    heard = 0
    for size in range(1, len(others) + 1):
        group = (first, *others[:size])
        query = {
            "gemeente": first,
            "openbaar": "true",
            "programma": "ojg",
            "maat": "contacten",
            "met": ".".join(group[1:]),
        }
        found = visit.page(home, monkeypatch, "pages/beeld/vergelijken.py", query)
        (year,) = set(re.findall(r"Contacten(?: van het programma)?: \d+ gemeenten in (\d{4})", found.words))
        ends = [row[12:14] for row in rows if row[4] in group and row[7] == year]
        told = set(re.findall(r"Aantal contacten samen: (.*?)\.(?: |$)", found.words))
        is_open = any(high is None for _, high in ends)
        both = Total(sum(low or 0 for low, _ in ends), None if is_open else sum(high for _, high in ends))
        assert told <= {both.words}
        heard += len(told)
    assert heard


def test_people_are_not_added_up_for_a_group() -> None:
    with pytest.raises(ValueError, match="do not add up"):
        total(cells().values(), "jeugdigen")
