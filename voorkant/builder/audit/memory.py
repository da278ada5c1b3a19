"""What former publications said of every cell, so that two of them side by side give no small count away.

Kept in `records/audit/`, for the builder's user alone, because the true counts stand beside the bounds. It is written
before the publication is put in force: after a crash it may know of one that nobody saw, never the other way round.
What a cell said in its last state holds for the next one when few youths came or went. Where more did, the former state
is kept beside the new one (`age` 1, 2 ...), because an undone delivery brings it back.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from voorkant.builder.audit.periods import COVER, GROUP
from voorkant.builder.audit.ranges import Passed, Published
from voorkant.builder.audit.system import FREE, System
from voorkant.builder.audit.table import Bools, Floats, Ints, Relations
from voorkant.domain.period import parse_period
from voorkant.domain.problem import DataRefused, Problem

KEY = ["indicator", "programme", "area_code", "type", "period_code", "dimension", "split_value"]
SAID = ["numerator", "numerator_low", "numerator_high", "denominator", "reason"]
TRUE = ["true_numerator", "true_denominator", "true_youths", "true_others"]
MEASURES = ("count", "youths", "rest")
STATES = 5
"""How many former states of a cell are remembered beside the last."""
DEPTH = 6
"""Parts of parts that are looked into: month, quarter, half, year, of a split and of a smaller area."""
EDITION = "3"
"""Of the audit. Another one audits everything again."""


def fingerprint(published: Published) -> str:
    """Of all that an audit depends on: the cells as they are and as they are shown, and the rules."""
    digest = hashlib.sha256(f"{EDITION} {published.level!r}".encode())
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
        return cls(np.zeros(size), np.full(size, FREE), np.zeros(size, dtype=bool), np.zeros(size, dtype=bool))


@dataclass(frozen=True)
class Former:
    """What was remembered of a group: one frame per age, each in the order of the cells of now."""

    name: str
    fingerprint: str
    frames: tuple[pd.DataFrame, ...]
    known: pd.DataFrame  # as it was read

    def step(self, published: Published) -> Ints:
        """How coarse each cell was. What was once made coarser stays so, or taking it back would tell."""
        found = published.first_step()
        for frame in self.frames:
            step = frame["step"].fillna(0).to_numpy(np.int64)
            found = np.maximum(found, np.minimum(step, published.last_step()))
        return found

    def before(self, system: System, published: Published) -> Before:
        """What was said before holds now too, moved by what was added or left out.

        Whoever knows which few youths a new delivery added or left out can do so.
        """
        found = Before.nothing(system.variables.size)
        owner = system.variables.cell
        for frame in self.frames:
            known = (frame["touched"] <= published.level.traced).to_numpy()  # of a new cell unknown, so false
            for measure, variable in _variables(system).items():
                own = known & (variable >= 0)
                at = variable[own]
                moved = system.variables.truth[at] - frame[f"{measure}_true"].to_numpy(float)[own]
                found.low[at] = np.maximum(frame[f"{measure}_low"].to_numpy(float)[own] + moved, found.low[at])
                found.high[at] = np.minimum(frame[f"{measure}_high"].to_numpy(float)[own] + moved, found.high[at])
            small, same = frame["small"].eq(True).to_numpy(), (_changed(frame) == 0).to_numpy()
            found.was_small[:] |= (known & ~same & small)[owner]
            found.settled[:] |= (same & ~small)[owner]
        return found

    def older(self, traced: int) -> pd.DataFrame:
        """The states that the bounds of now do not hold: much has changed since, or the cell is not there now."""
        held = pd.concat([frame.loc[frame["touched"] <= traced, [*KEY, "age"]] for frame in self.frames])
        rest = self.known.merge(held, on=[*KEY, "age"], how="left", indicator=True)
        rest = rest[rest["_merge"] == "left_only"].drop(columns="_merge").sort_values("age", kind="stable")
        rest["age"] = rest.groupby(KEY).cumcount() + 1
        return rest[rest["age"] <= STATES]


def _changed(frame: pd.DataFrame) -> "pd.Series[float]":
    """How many youths came or went since, at least."""
    return sum((frame[f"{name}_now"] - frame[name]).abs() for name in ("true_youths", "true_others"))


def _touched(frame: pd.DataFrame, relations: Relations) -> Floats:
    """How many youths' rows came or went since, at least: no fewer than in any part of a cell.

    A quarter can lose twelve rows of twelve youths and still be of as many youths.
    """
    found = _changed(frame).to_numpy(float)
    touched = np.nan_to_num(found)
    inside = ~np.isin(relations.form, (COVER, GROUP))[relations.relation]
    whole, part = relations.parent[relations.relation[inside]], relations.piece[inside]
    for _ in range(DEPTH):
        np.maximum.at(touched, whole, touched[part])
    return np.where(np.isnan(found), np.nan, touched)


def _variables(system: System) -> dict[str, Ints]:
    """Per measure the variable of each cell, -1 where it has none of its own."""
    cells = np.arange(len(system.group_row))
    youths = np.where(system.variables.youths == cells, -1, system.variables.youths)
    return {"count": cells, "youths": youths, "rest": system.variables.rest}


class Memory:
    """The folder of what was published. `write` is the only thing that changes it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.waiting: dict[str, pd.DataFrame] = {}

    def former(self, name: str, published: Published, relations: Relations) -> Former:
        """What is remembered under a name. DataRefused when the file is damaged: it may have said anything."""
        cells = published.cells[[*KEY, *TRUE]].rename(columns={column: f"{column}_now" for column in TRUE})
        known = self._read(self.folder / f"{name}.parquet")
        states = [part for _, part in known.groupby("age")] or [known]
        frames = tuple(cells.merge(part, on=KEY, how="left").infer_objects() for part in states)
        for frame in frames:
            frame["touched"] = _touched(frame, relations)
        return Former(name, known.attrs.get("fingerprint", ""), frames, known)

    def _read(self, path: Path) -> pd.DataFrame:
        try:
            known = pd.read_parquet(path) if path.exists() else pd.DataFrame(columns=list(_columns()))
        except ValueError as error:  # what pyarrow cannot read
            raise _damaged(path) from error
        if set(known.columns) != set(_columns()):
            raise _damaged(path)
        return known

    def keep(self, former: Former, published: Published, system: System, passed: Passed) -> None:
        """Remember a group at the next `write`: true counts, steps and what all publications so far say."""
        low, high = passed.own
        frame = published.cells[[*KEY, *TRUE]].copy()
        frame["age"] = 0
        frame["step"] = passed.step
        frame["small"] = np.isin(np.arange(len(frame)), system.variables.cell[passed.small])
        for measure, variable in _variables(system).items():
            own = variable >= 0
            for column, values in (("true", system.variables.truth), ("low", low), ("high", high)):
                frame[f"{measure}_{column}"] = np.where(own, values[variable], np.nan)
        if not former.known.empty:
            frame = pd.concat([frame, former.older(published.level.traced)], ignore_index=True)
        frame.attrs["fingerprint"] = fingerprint(published)
        self.waiting[former.name] = frame

    def write(self) -> None:
        """Problem when the folder cannot be written."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for name, frame in self.waiting.items():
                self._replace(name, frame)
        except OSError as error:
            raise Problem(
                f"Er is niet gepubliceerd: in {self.folder} kan niet worden geschreven. Geef de gebruiker die "
                "publiceert schrijfrechten op die map en maak ruimte op de schijf."
            ) from error

    def forget(self, first_kept: Mapping[str, date]) -> None:
        """Remove what is remembered of periods that ended before the first day that is kept of an indicator.

        They are published no more, so nothing of them can be compared; their true counts have outlived their term.
        """
        for path in sorted(self.folder.glob("*.parquet")):
            known = self._read(path)
            ends = known["period_code"].map(lambda code: parse_period(code).end)
            kept = known[ends >= known["indicator"].map(lambda slug: first_kept.get(slug, date.min))]
            if len(kept) < len(known):
                kept.attrs["fingerprint"] = ""
                self._replace(path.stem, kept)

    def _replace(self, name: str, frame: pd.DataFrame) -> None:
        fresh = self.folder / f".{name}.parquet"
        frame.to_parquet(fresh)
        fresh.replace(self.folder / f"{name}.parquet")


def _damaged(path: Path) -> DataRefused:
    return DataRefused(
        f"Er is niet gepubliceerd: {path} is beschadigd. Daarin staat wat eerdere publicaties hebben laten zien. Zet "
        "het bestand terug uit een reservekopie. Is die er niet, verplaats het bestand dan: de toets begint opnieuw en "
        "houdt geen rekening met wat eerder is getoond."
    )


def _columns() -> Iterator[str]:
    yield from (*KEY, *TRUE, "age", "step", "small")
    yield from (f"{measure}_{column}" for measure in MEASURES for column in ("true", "low", "high"))
