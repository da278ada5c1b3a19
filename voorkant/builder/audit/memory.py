"""What former publications said of every cell, so that two of them side by side give no small count away.

Kept in `records/audit/`, for the builder's user alone, because the true counts stand beside the bounds. It is written
before the publication is put in force: after a crash it may know of one that nobody saw, never the other way round.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from voorkant.builder.audit.ranges import Passed, Published
from voorkant.builder.audit.system import FREE, System
from voorkant.builder.audit.table import Bools, Floats, Ints
from voorkant.declare.atomic import write_atomically

KEY = ["indicator", "programme", "area_code", "type", "period_code", "dimension", "split_value"]
SAID = ["numerator", "numerator_low", "numerator_high", "denominator", "reason"]
TRUE = ["true_numerator", "true_denominator", "true_youths", "true_others"]
MEASURES = ("count", "youths", "rest")


def fingerprint(published: Published) -> str:
    """Of all that an audit depends on: the cells as they are and as they are shown, and the rules."""
    digest = hashlib.sha256(repr(published.level).encode())
    for column in (*KEY, *TRUE, *SAID, "kind"):
        hashed = pd.util.hash_pandas_object(published.cells[column], index=False).to_numpy()
        digest.update(hashed.tobytes())
    return digest.hexdigest()


@dataclass(frozen=True)
class Before:
    """Per variable: the bounds that former publications give, and how they judged it."""

    low: Floats
    high: Floats
    was_small: Bools  # it was to stay in doubt, and has changed a little since
    settled: Bools  # it has not changed since it was rightly shown: a stricter rule cannot take that back

    @classmethod
    def nothing(cls, size: int) -> "Before":
        none = np.zeros(size, dtype=bool)
        return cls(np.zeros(size), np.full(size, FREE), none, none)


@dataclass(frozen=True)
class Former:
    """What was remembered, in the order of the cells of now; cells that are new have step 0 and no bounds."""

    fingerprint: str
    frame: pd.DataFrame

    def step(self, published: Published) -> Ints:
        """How coarse each cell was. What was once made coarser stays so, or taking it back would tell."""
        first = published.first_step()
        known = self.frame["step"].fillna(0).to_numpy(np.int64)
        found: Ints = np.maximum(first, np.minimum(known, published.last_step()))
        return found

    def before(self, system: System, published: Published) -> Before:
        """What was said before holds now too, moved by what was added or left out.

        Whoever knows which few youths a new delivery added can do so. From a threshold of youths on nobody does.
        """
        threshold = published.level.rule.threshold
        youths, others = (
            (self.frame[f"{name}_now"] - self.frame[name]).abs() for name in ("true_youths", "true_others")
        )
        changed = youths + others
        known = (changed < threshold).to_numpy()  # a new cell has no former number, and compares as unknown
        found = Before.nothing(system.variables.size)
        for measure, variable in _variables(system).items():
            own = known & (variable >= 0)
            now = system.variables.truth[variable[own]]
            moved = now - self.frame[f"{measure}_true"].to_numpy(float)[own]
            found.low[variable[own]] = np.maximum(self.frame[f"{measure}_low"].to_numpy(float)[own] + moved, 0)
            found.high[variable[own]] = np.minimum(self.frame[f"{measure}_high"].to_numpy(float)[own] + moved, FREE)
        was_small = self.frame["small"].eq(True).to_numpy()
        owner, same = system.variables.cell, known & (changed == 0).to_numpy()
        return Before(
            found.low, found.high, was_small=(known & ~same & was_small)[owner], settled=(same & ~was_small)[owner]
        )


def _variables(system: System) -> dict[str, Ints]:
    """Per measure the variable of each cell, -1 where it has none of its own."""
    cells = np.arange(len(system.group_row))
    youths = np.where(system.variables.youths == cells, -1, system.variables.youths)
    return {"count": cells, "youths": youths, "rest": system.variables.rest}


class Memory:
    """The folder of what was published. `write` is the only thing that changes it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.waiting: dict[str, tuple[pd.DataFrame, dict[str, str]]] = {}

    def former(self, name: str, published: Published) -> Former:
        cells = published.cells[[*KEY, *TRUE]]
        try:
            about = json.loads((self.folder / f"{name}.json").read_text(encoding="utf-8"))
            known = pd.read_parquet(self.folder / f"{name}.parquet")
        except FileNotFoundError:
            about, known = (
                {"fingerprint": "", "rules": ""},
                pd.DataFrame(columns=[*KEY, *TRUE, "step", "small", *_columns()]),
            )
        frame = cells.rename(columns={column: f"{column}_now" for column in TRUE}).merge(known, on=KEY, how="left")
        return Former(about["fingerprint"], frame.infer_objects())

    def keep(self, name: str, published: Published, system: System, passed: Passed) -> None:
        """Remember a level at the next `write`: true counts, steps and what all publications so far say."""
        low, high = passed.own
        frame = published.cells[[*KEY, *TRUE]].copy()
        frame["step"] = passed.step
        frame["small"] = np.isin(np.arange(len(frame)), system.variables.cell[passed.small])
        for measure, variable in _variables(system).items():
            own = variable >= 0
            for column, values in (("true", system.variables.truth), ("low", low), ("high", high)):
                frame[f"{measure}_{column}"] = np.where(own, values[variable], np.nan)
        about = {"fingerprint": fingerprint(published)}
        self.waiting[name] = frame, about

    def write(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for name, (frame, about) in self.waiting.items():
            fresh = self.folder / f".{name}.parquet"
            frame.to_parquet(fresh)
            fresh.replace(self.folder / f"{name}.parquet")
            write_atomically(self.folder / f"{name}.json", json.dumps(about))


def _columns() -> list[str]:
    return [f"{measure}_{column}" for measure in MEASURES for column in ("true", "low", "high")]
