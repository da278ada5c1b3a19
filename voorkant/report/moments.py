"""Which cells a sentence is about: picked from the figure's own cells, so that chart, table and sentence agree."""

from collections.abc import Sequence
from datetime import date

from voorkant.domain.protection import Status
from voorkant.report.rows import Cell, Finding, Happening

_DAYS_IN_YEAR = 365.25


def newest(cells: Sequence[Cell], happenings: Sequence[Happening]) -> Finding | None:
    """The newest firm cell beside the same period a year earlier (of three years: the block before it).

    `cells` are those of one indicator, oldest first; None without any.
    """
    if not cells:
        return None
    new = next((cell for cell in reversed(cells) if is_firm(cell)), None)
    before = _year_earlier(new) if new else None
    old = next((cell for cell in cells if cell.start == before and is_firm(cell)), None)
    return Finding(new, old, cells[-1], broken=_broken(old, new, happenings))


def together(
    front: Sequence[Cell], back: Sequence[Cell], happenings: Sequence[Happening], *, began: date | None = None
) -> tuple[Finding, Finding] | None:
    """Two indicators at the same two moments: the newest period that both show, and the first in the same season.

    A period in which the programme `began` is not whole and does not count. None where they share no period.
    """
    firm = [
        {cell.start: cell for cell in cells if is_firm(cell) and not is_part(cell, began)} for cells in (front, back)
    ]
    shared = sorted(firm[0].keys() & firm[1].keys())
    if not shared:
        return None
    new = shared[-1]
    old = next((day for day in shared[:-1] if day.month == new.month), None)
    one, other = (_finding(cells, old, new, happenings) for cells in firm)
    return one, other


def is_firm(cell: Cell) -> bool:
    """Whether something may be concluded from it: it is shown, and will not change any more."""
    return cell.value is not None and cell.status == Status.DEFINITIEF


def is_part(cell: Cell, began: date | None) -> bool:
    """Whether the programme began after the period did: what was done in it is less than of a whole one."""
    return began is not None and cell.start < began <= cell.end


def _finding(cells: dict[date, Cell], old: date | None, new: date, happenings: Sequence[Happening]) -> Finding:
    before = cells[old] if old else None
    return Finding(cells[new], before, cells[new], broken=_broken(before, cells[new], happenings))


def _year_earlier(cell: Cell) -> date:
    years = max(1, round((cell.end - cell.start).days / _DAYS_IN_YEAR))
    return cell.start.replace(year=cell.start.year - years)  # periods start on the first of a month


def _broken(old: Cell | None, new: Cell | None, happenings: Sequence[Happening]) -> bool:
    """Whether what is counted changed after the old period began and before the new one ended."""
    if old is None or new is None:
        return False
    return any(
        item.breaks and item.concerns(new.indicator) and old.start < item.start <= new.end for item in happenings
    )
