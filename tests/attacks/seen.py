"""What an attacker has: the cells of every cube that one role may open, and how far each can be from the truth."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

LEVELS = {"intern": ("intern", "openbaar"), "openbaar": ("openbaar",)}
"""What a role of each level may open: everything of its own level and of those above it."""
CELLS = """
    select indicator.slug, indicator.shape, indicator.counts, programme.slug, area.code, area.level, parent.code,
        period.code, period.type, split.dimension, split.value, cell.numerator, cell.numerator_low, cell.numerator_high,
        cell.denominator, cell.reason
    from cell join indicator using (indicator_id) join programme using (programme_id)
        join area using (area_id) left join area as parent on area.parent_id = parent.area_id
        join period using (period_id) join split using (split_id)
"""
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "schoolyear": 12, "3year": 36}
PUBLIC = "published"
"""The shape of figures that arrive counted and protected by others: public already, and not ours to hide."""
DERIVED = "ratio"
"""The shape of what divides two other figures of the same cube: tests/queries/test_flow.py proves that."""
SHAPES = frozenset({"count", "share", "sum"})
PEOPLE = frozenset({"jeugdigen", "leerlingen", "gezinnen"})


@dataclass(frozen=True, order=True)
class Key:
    """One cell, as a reader names it."""

    indicator: str
    programme: str
    area: str
    period: str
    dimension: str
    split: str


@dataclass(frozen=True)
class Seen:
    """What is known of a cell after all cubes were read."""

    level: str
    gemeente: str
    first: int
    last: int
    shape: str
    people: bool
    low: float
    high: float
    shown: bool
    reason: str | None
    group: tuple[float, float] | None


def months(code: str, kind: str) -> tuple[int, int]:
    """First and last month of a period's code, read by the attacker's own rules."""
    year = int(code[:4])
    start = year * 12
    if kind == "month":
        start += int(code[5:]) - 1
    elif kind in ("quarter", "half"):
        start += (int(code[-1]) - 1) * MONTHS[kind]
    elif kind == "schoolyear":
        start += 7
    return start, start + MONTHS[kind] - 1


def read(publication: Path, level: str) -> dict[Key, Seen]:
    """All cells that the level may open, each with the tightest bounds that any cube gives."""
    found: dict[Key, Seen] = {}
    for protection in LEVELS[level]:
        for cube in sorted(publication.glob(f"*/{protection}.duckdb")):
            with duckdb.connect(str(cube), read_only=True) as connection:
                meta = _meta(connection) | {"inner_base": _inner_base(cube)}
                for row in connection.execute(CELLS).fetchall():
                    take(found, row, protection, meta)
    return found


def _meta(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    return dict(connection.execute("select key, value from meta").fetchall())


def _inner_base(cube: Path) -> str:
    """The rounding of the level inside this one: a rule is no secret."""
    with duckdb.connect(str(cube.with_name("intern.duckdb")), read_only=True) as connection:
        return _meta(connection)["base"]


def take(found: dict[Key, Seen], row: tuple, protection: str, meta: dict[str, str]) -> None:
    slug, shape, counts, programme, area, level, parent, period, kind, dimension, split, *counted = row
    if shape in (PUBLIC, DERIVED) or slug == "dekking":  # nobody in it: list sizes of practices
        return
    assert shape in SHAPES, f"{slug}: no attack knows the shape {shape}"
    if shape == "sum":  # of how many youths it is; what the amounts say: test_amounts.py
        counted = _of_youths(counted, meta, openbaar=protection == "openbaar")
    key = Key(slug, programme, area, period, dimension, split)
    gemeente = parent or "" if level not in ("gemeente", "regio") else area
    first, last = months(period, kind)
    low, high, shown, group = _said(counted, meta, openbaar=protection == "openbaar", share=shape == "share")
    before = found.get(key)
    if before:
        low, high = max(low, before.low), min(high, before.high)
        group = (group and before.group and (max(group[0], before.group[0]), min(group[1], before.group[1]))) or (
            group or before.group
        )
        shown = shown or before.shown
    reason = before.reason if before else counted[-1]
    people = counts in PEOPLE or shape == "sum"
    found[key] = Seen(level, gemeente[:6], first, last, shape, people, low, high, shown, reason, group)


def _of_youths(counted: list, meta: dict[str, str], *, openbaar: bool) -> list:
    """The number of youths behind an amount as a cell of its own; nothing is known of one that is not told."""
    youths, reason = counted[3:]
    bounds = (None, None) if youths is None else _before_rounding(youths, meta, openbaar=openbaar)
    return [youths, *bounds, None, reason]


def _before_rounding(shown: int, meta: dict[str, str], *, openbaar: bool) -> tuple[int, int]:
    """The counts that are shown as this: all that could be are rounded as the rules say, and looked at."""
    base, inner = int(meta["base"]), int(meta["inner_base"]) if openbaar else 1
    found = [count for count in range(max(0, shown - base - inner), shown + base + inner)
             if _rounded(_rounded(count, inner), base) == shown]  # fmt: skip
    return found[0], found[-1]


def _rounded(count: int, base: int) -> int:
    return (2 * count + base) // (2 * base) * base


def _said(counted: list, meta: dict[str, str], *, openbaar: bool, share: bool) -> tuple:
    """(low, high, whether a figure stands there, bounds of the group of a share)."""
    numerator, low, high, denominator, reason = counted
    threshold, inner = int(meta["threshold"]), int(meta["inner_base"])
    if reason == "nvt":
        return 0, 0, True, (0, 0)
    group = _before_rounding(denominator, meta, openbaar=openbaar) if share and denominator is not None else None
    # an openbaar cell is shown from an intern count on that can be no less than the threshold
    half = inner // 2 if openbaar else 0
    shown_from = -(-(threshold + half) // inner) * inner if openbaar else threshold
    if group:  # of youths with a hit and others together
        group = max(group[0], shown_from - 2 * half), group[1]
    least = shown_from - half if numerator else 0
    bounds = max(low or 0, least), 1e6 if high is None or (share and numerator is None) else high
    if numerator:  # whatever the cube says of its range: who knows the rules works it out
        own = _before_rounding(numerator, meta, openbaar=openbaar)
        bounds = max(bounds[0], own[0]), min(bounds[1], own[1])
    return *bounds, numerator is not None, group
