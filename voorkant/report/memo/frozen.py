"""Freezing a memo, and telling later what was revised since: figures, definitions, and what is gone."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from voorkant.charts.table import printed
from voorkant.declare.memofile import Draft, as_toml
from voorkant.declare.snapshotfile import Measured, Snapshot, Table, digest
from voorkant.domain.problem import Problem
from voorkant.report import asking
from voorkant.report.asking import Asker
from voorkant.report.memo.description import Memo, Shown
from voorkant.report.memo.files import FORMATS, written
from voorkant.report.memo.gather import selection
from voorkant.report.memo.make import make
from voorkant.text import snapshots as words
from voorkant.text.memo import protection


@dataclass(frozen=True)
class Revised:
    """A figure that is another one now, with why as far as that is known."""

    table: str
    row: str
    column: str
    old: str
    new: str
    why: str


@dataclass(frozen=True)
class Since:
    """What changed since a snapshot. `newer`: whether there is another publication at all."""

    newer: str  # the publication in force; empty when it is the same
    revised: tuple[Revised, ...] = ()
    redefined: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def freeze(asker: Asker, draft: Draft, link: str, *, who: str, at: str) -> tuple[Snapshot, dict[str, bytes]]:
    """What is kept of the memo of a draft, and its files; their link is that of the snapshot."""
    memo = make(asker, draft, link=link)
    files = {suffix: written(memo, suffix, asker.home()) for suffix in FORMATS}
    about = memo.about
    rules = asking.publication(asker, selection(draft))
    return Snapshot(
        code=about.code, title=about.title, kind=about.kind, gemeente=draft.gemeente, place=about.place,
        period=about.period, until=about.until, publication=about.publication, version=about.version, at=at, who=who,
        draft=as_toml(draft), protection=protection(rules.threshold, rules.base),
        measures=tuple(_measured(asker, draft)), tables=tuple(tables(memo)),
        files={suffix: digest(content) for suffix, content in files.items()},
    ), files  # fmt: skip


def tables(memo: Memo) -> Iterator[Table]:
    """The words of every picture, under a name that a later memo has too; of two with one name the second counts on."""
    times: Counter[str] = Counter()
    for section, block in memo.blocks():
        if isinstance(block, Shown):
            headers, lines = printed(block.picture)
            name = f"{section.key}/{block.picture.key}"
            times[name] += 1
            again = f"-{times[name]}" if times[name] > 1 else ""
            yield Table(f"{name}{again}", block.picture.title, headers, tuple(lines))


def _measured(asker: Asker, draft: Draft) -> Iterator[Measured]:
    for programme, slug in draft.pairs:
        chosen = replace(selection(draft), programme=programme)
        header = asking.headers(asker, chosen, [slug]).get(slug)
        if header:
            told = f"{header.definition} Teller: {header.numerator_text}. Noemer: {header.denominator_text}."
            behind = asking.deliveries(asker, chosen).get(slug)
            counted = hashlib.sha256(header.query.encode()).hexdigest()[:12]
            yield Measured(f"{programme}:{slug}", header.title, told, counted, behind.words if behind else "")


def since(asker: Asker, snapshot: Snapshot) -> Since:
    """What would be different now: the memo of the same draft, beside what was frozen."""
    chosen = selection(snapshot.wish)
    name = asking.publication(asker, chosen).name
    now = {item.key: item for item in _measured(asker, snapshot.wish)}
    try:
        fresh = {item.key: item for item in tables(make(asker, snapshot.wish))}
    except Problem:
        fresh = {}
    gone = [item.title for item in snapshot.measures if item.key not in now]
    gone += [item.title for item in snapshot.tables if item.key not in fresh]
    why = _why(snapshot, now)
    return Since(
        newer=name if name != snapshot.publication else "",
        revised=tuple(
            item for old in snapshot.tables if old.key in fresh for item in _revised(old, fresh[old.key], why)
        ),
        redefined=tuple(
            words.redefined(item.title, item.definition, now[item.key].definition)
            for item in snapshot.measures
            if item.key in now and _defined(item) != _defined(now[item.key])
        ),
        gone=tuple(dict.fromkeys(gone)),
    )


def _defined(item: Measured) -> tuple[str, str]:
    return item.definition, item.query


def _why(snapshot: Snapshot, now: dict[str, Measured]) -> str:
    """What is known to be different behind the figures."""
    fresh = [f"{now[item.key].title}: {now[item.key].delivered}" for item in snapshot.measures
             if item.key in now and now[item.key].delivered != item.delivered]  # fmt: skip
    changed = any(item.key in now and _defined(item) != _defined(now[item.key]) for item in snapshot.measures)
    return words.reason(fresh, redefined=changed)


def _revised(old: Table, new: Table, why: str) -> Iterator[Revised]:
    """Cell by cell, by the words of the row and of the column."""
    rows = {line[0]: dict(zip(new.headers, line, strict=True)) for line in new.lines}
    for line in old.lines:
        there = rows.get(line[0])
        if there is None:
            yield Revised(old.title, line[0], old.headers[1], line[1], words.NOT_THERE, why)
            continue
        for column, was in zip(old.headers[1:], line[1:], strict=True):
            if there.get(column, words.NOT_THERE) != was:
                yield Revised(old.title, line[0], column, was, there.get(column, words.NOT_THERE), why)
