"""Auditing a protection level: group by group, and only what changed since the former publication."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass, field, replace

import numpy as np
import pandas as pd

from voorkant.builder.audit import table
from voorkant.builder.audit.exposure import Exposure, exposure
from voorkant.builder.audit.gate import Gate, coarse_range
from voorkant.builder.audit.memory import Former, Memory, fingerprint
from voorkant.builder.audit.ranges import Level, Passed, Published
from voorkant.builder.audit.system import FREE, System, build
from voorkant.builder.audit.table import Ints
from voorkant.builder.database import Database, checked, query_file
from voorkant.declare.indicator import Indicator
from voorkant.declare.settings import Settings
from voorkant.domain.protection import Protection


@dataclass(frozen=True)
class Report:
    """What *Kwaliteit* tells of the audit of a group of indicators. No value of a cell is in it."""

    protection: Protection
    indicators: tuple[str, ...]
    tables: int
    cells: int
    hidden: int  # because they are small
    coarsened: int  # that would have been shown
    in_bulk: int  # made coarser at once, because the search had cost too much
    small: int  # counts that must stay in doubt
    narrowest: int  # of those, how many values the surest one can have; 0 when nothing is small
    seconds: float
    exposure: Exposure


@dataclass(frozen=True)
class Shown:
    """A group of indicators as its cells are shown, after their audit."""

    indicators: tuple[str, ...]
    system: System
    published: Published
    passed: Passed


def groups_of(indicators: Iterable[Indicator]) -> list[tuple[str, ...]]:
    """Indicators that say something of each other stand in one group."""
    found: list[set[str]] = []
    for indicator in indicators:
        own = {indicator.slug, *(link.whole for link in indicator.within)}
        touched = [group for group in found if group & own]
        found = [group for group in found if not group & own] + [own.union(*touched)]
    return sorted(tuple(sorted(group)) for group in found)


@dataclass(frozen=True)
class Auditor:
    """Makes the kept cells of a level coarser where they give a small count away. DataRefused when that cannot be."""

    database: Database
    settings: Settings
    memory: Memory
    progress: Callable[[str], None]
    shown: dict[tuple[Protection, str], Shown] = field(default_factory=dict)
    """What was audited, by level and indicator: estimates are released beside it."""

    def audit(self, protection: Protection, indicators: Sequence[Indicator]) -> list[Report]:
        """A report per group of indicators that has cells to audit."""
        self.database.view("kept", f"select * from kept_{checked(protection.value)}")  # noqa: S608 - a checked name
        links = [(item.slug, *astuple(link)) for item in indicators for link in item.within]
        began = time.monotonic()
        audited = table.read(self.database, protection, links)
        read = time.monotonic() - began
        reports, coarse = [], []
        for group in groups_of(indicators):
            own = table.only(audited, group)
            if not own.cells.empty:
                self.progress(f"Herleidbaarheid toetsen ({protection}): {', '.join(group)}")
                report, frame = self._group(protection, group, own)
                reports.append(report)
                coarse.append(frame)
        began = time.monotonic()
        _coarsen(self.database, protection, coarse)
        return [replace(item, seconds=item.seconds + (read + time.monotonic() - began) / len(reports))
                for item in reports]  # fmt: skip

    def _group(
        self, protection: Protection, group: tuple[str, ...], audited: table.Audited
    ) -> tuple[Report, pd.DataFrame]:
        """(what is told of it, the cells that were made coarser)."""
        began = time.monotonic()
        published, system = Published(audited.cells, level_of(self.settings, protection)), build(audited)
        former = self.memory.former(f"{protection.value}-{group[0]}", published, audited.relations)
        passed = _passed(system, published, former)
        self.memory.keep(former, published, system, passed)
        shown = Shown(group, system, published, passed)
        self.shown.update({(protection, slug): shown for slug in group})
        coarse = _coarser(published, passed.step)
        return _report((protection, group), published, passed, time.monotonic() - began), coarse


def level_of(settings: Settings, protection: Protection) -> Level:
    inner = None if protection is Protection.INTERN else settings.rules[Protection.INTERN]
    return Level(settings.rules[protection], inner)


def _passed(system: System, published: Published, former: Former) -> Passed:
    gate = Gate(system, published, former.before(system, published))
    step = former.step(published)
    return gate.again(step) if former.fingerprint == fingerprint(published) else gate.passed(step)


def _coarser(published: Published, step: Ints) -> pd.DataFrame:
    """The cells that are made coarser, with what may be said of them."""
    low, high = coarse_range(published, step)
    changed = step > published.first_step()
    frame = published.cells.loc[changed, table.KEY].reset_index(drop=True)
    frame["low"] = low[changed].astype(np.int64)
    frame["high"] = pd.array(np.where(high[changed] < FREE, high[changed], np.nan), dtype="Int64")
    frame["hide_denominator"] = published.is_share[changed] & (step[changed] > 1)
    return frame


def _coarsen(database: Database, protection: Protection, coarse: list[pd.DataFrame]) -> None:
    """Replace the kept cells that were made coarser."""
    if not any(len(frame) for frame in coarse):
        return
    database.add_frame("coarse", pd.concat(coarse, ignore_index=True))
    database.create("coarsened", query_file("audit", "coarsened"))
    database.create(f"kept_{protection.value}", "select * from coarsened")


def _report(about: tuple[Protection, tuple[str, ...]], published: Published, passed: Passed, seconds: float) -> Report:
    cells = published.cells
    return Report(
        protection=about[0],
        indicators=about[1],
        tables=len(cells.groupby(["indicator", "programme", "level", "type", "dimension"])),
        cells=len(cells),
        hidden=int(published.is_small.sum()),
        coarsened=int(((passed.step > 0) & ~published.is_hidden).sum()),
        in_bulk=passed.in_bulk,
        small=int(passed.small.sum()),
        narrowest=passed.narrowest,
        seconds=seconds,
        exposure=exposure(published, passed.step),
    )
