"""The cube plan: which tables a publication holds, as `data/cubeplan.toml` lists them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from voorkant.declare.indicator import LADDERS, Indicator
from voorkant.declare.strict import Table, read_toml
from voorkant.domain.area import Level
from voorkant.domain.period import PeriodType
from voorkant.domain.protection import Protection

ALL_SPLITS = "*"
DETAIL = "detail"
"""True counts, which nothing protects: only on a recorded ground (declare/detail.py), and never beside a level."""


@dataclass(frozen=True)
class PlanTable:
    """One line of the plan: all combinations of its levels, periods and splits. No splits = the total."""

    levels: tuple[str, ...]
    periods: tuple[str, ...]
    splits: tuple[str, ...]
    ladders: tuple[str, ...]
    protections: tuple[str, ...]


@dataclass(frozen=True, order=True)
class Grain:
    """One table of one indicator: level x period type x split dimension (empty = the total)."""

    level: str
    period_type: str
    dimension: str


def _choices(table: Table, key: str, allowed: list[str], default: tuple[str, ...] | None = None) -> tuple[str, ...]:
    values = table.texts(key, default) if default is not None else table.texts(key)
    for value in values:
        if value not in allowed:
            raise table.refuse(f"'{key}' noemt {value!r}; toegestaan: {', '.join(allowed)}.")
    return values


def read_cubeplan(path: Path) -> tuple[PlanTable, ...]:
    """The plan's tables. DataRefused when the file is wrong or an openbaar table has no intern one."""
    top = read_toml(path)
    plan = []
    for table in top.tables("table"):
        plan.append(
            PlanTable(
                levels=_choices(table, "levels", list(Level)),
                periods=_choices(table, "periods", list(PeriodType)),
                splits=table.texts("splits", ()),
                ladders=_choices(table, "ladders", sorted(LADDERS), tuple(sorted(LADDERS))),
                protections=_choices(table, "protections", [*Protection, DETAIL]),
            )
        )
        table.done()
        named = plan[-1].protections
        if DETAIL not in named and Protection.INTERN not in named:
            raise table.refuse("elke tabel moet 'intern' noemen: een openbare cel wordt uit de interne cel gemaakt.")
        if DETAIL in named and len(named) > 1:
            raise table.refuse("'detail' staat alleen: ware aantallen gaan niet samen met een beschermd niveau.")
    top.done()
    return tuple(plan)


def grains(plan: tuple[PlanTable, ...], indicator: Indicator, protection: str) -> Iterator[Grain]:
    """The tables that the plan gives an indicator at a protection level, each once, in plan order."""
    seen = set()
    for table in plan:
        if indicator.ladder not in table.ladders or protection not in table.protections:
            continue
        wanted = indicator.splits if ALL_SPLITS in table.splits else set(table.splits) & set(indicator.splits)
        for dimension in sorted(wanted) if table.splits else ("",):
            for level in (level for level in table.levels if level in indicator.levels):
                for period_type in (kind for kind in table.periods if kind in indicator.periods):
                    grain = Grain(level, period_type, dimension)
                    if grain not in seen:
                        seen.add(grain)
                        yield grain
