"""The book of a file: which rows are refused, by which rule, and what else was seen in their cells."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from voorkant.builder.ingest.numbers import EXACT
from voorkant.builder.ingest.rules import RULES
from voorkant.domain.finding import Finding, Severity
from voorkant.domain.persons import has_person

Rows = npt.NDArray[np.intp]
_ORDER = list(Severity)
_SHOWN = 80  # signs of a value that a finding shows


@dataclass(frozen=True)
class Entry:
    """One rule, column and value, with the rows where it was met."""

    rule: str
    severity: Severity
    column: str | None
    value: str | None
    suggestion: str
    rows: Rows


@dataclass
class Ledger:
    """Rows are counted from 0 as in the table of text; `line` is where they stand in the file."""

    line: npt.NDArray[np.int32]
    entries: list[Entry] = field(default_factory=list)
    skipped: dict[int, str] = field(default_factory=dict)  # row -> why
    off: Mapping[str, str] = field(default_factory=dict)  # rule that is switched off for this source -> why

    def add(
        self, rule: str, rows: Rows, *, suggestion: str, column: str | None = None, value: str | None = None
    ) -> None:
        if len(rows) and rule in self.off:
            self.entries.append(Entry(rule, Severity.NOTE, column, None, f"Reden: {self.off[rule]}", rows))
        elif len(rows):
            self.entries.append(Entry(rule, RULES[rule][0], column, value, suggestion, rows))

    def soften(self, rule: str, rows: Rows, *, suggestion: str, column: str, value: str | None) -> None:
        """A fault that empties its cell; the row is used."""
        self.entries.append(Entry(rule, Severity.WARNING, column, value, suggestion, rows))

    def refused(self) -> npt.NDArray[np.bool_]:
        """Rows that are refused and not skipped."""
        mask = np.zeros(len(self.line), bool)
        for entry in self.entries:
            if entry.severity is Severity.REFUSED:
                mask[entry.rows] = True
        mask[list(self.skipped)] = False
        return mask

    def used(self) -> npt.NDArray[np.bool_]:
        mask = ~self.refused()
        mask[list(self.skipped)] = False
        return mask

    def live(self) -> Iterable[Entry]:
        """The entries without the rows that are skipped."""
        gone = np.zeros(len(self.line), bool)
        gone[list(self.skipped)] = True
        for entry in self.entries:
            rows = entry.rows[~gone[entry.rows]] if self.skipped else entry.rows
            if len(rows):
                yield Entry(entry.rule, entry.severity, entry.column, entry.value, entry.suggestion, rows)

    def findings(self) -> list[Finding]:
        """One finding per rule, column and value."""
        merged: dict[tuple[str, Severity, str | None, str | None], Finding] = {}
        for entry in self.live():
            key = (entry.rule, entry.severity, entry.column, entry.value)
            count, line = len(entry.rows), int(self.line[entry.rows].min())
            if known := merged.get(key):
                count, line = count + known.count, min(line, known.line or line)
            merged[key] = Finding(entry.rule, entry.severity, line, entry.column, entry.value, entry.suggestion, count)
        return list(merged.values())

    def refused_rows(self) -> pa.Table:
        """Every refused row with every reason: line, rule, column, value, suggestion."""
        parts = [entry for entry in self.live() if entry.severity is Severity.REFUSED]
        lines = [self.line[entry.rows] for entry in parts]
        which = np.repeat(np.arange(len(parts), dtype=np.int32), [len(entry.rows) for entry in parts])
        texts = {
            name: _repeated([getattr(entry, name) for entry in parts], which)
            for name in ("rule", "column", "value", "suggestion")
        }
        every = pa.array(np.concatenate(lines) if lines else np.zeros(0, np.int32), pa.int32())
        return pa.table({"line": every, **texts}).sort_by("line")


def _repeated(texts: list[str | None], which: npt.NDArray[np.int32]) -> pa.DictionaryArray:
    """The text of each row, as its place in a list: there are few texts and can be ten million rows."""
    short = pa.array(texts, pa.string()).dictionary_encode()
    return pa.DictionaryArray.from_arrays(short.indices.take(pa.array(which)), short.dictionary)


def by_importance(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda found: (_ORDER.index(found.severity), -found.count, found.line or 0)))


def _letter(found: re.Match[str]) -> str:
    return "A" if found[0].isupper() else "a"


def named(name: str) -> str:
    """The name of a sheet, or of a file in a zip, as a report may give it."""
    name = "".join(sign if sign.isprintable() else "\ufffd" for sign in name)
    return _pattern(name) if has_person(name) else name


def _pattern(text: str) -> str:
    return re.sub(r"[^\W\d_]", _letter, re.sub(r"\d", "9", text))


def shown(text: str, *, personal: bool) -> str:
    """A value as a finding may show it: only its pattern in a personal column, or where it may be of a person."""
    text = text.replace(EXACT, ".")
    if personal or "@" in text or has_person(text):
        text = _pattern(text)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
