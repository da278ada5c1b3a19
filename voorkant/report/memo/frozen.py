"""Freezing a memo or a view, and telling later what was revised since: figures, definitions, and what is gone."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from voorkant.charts.table import printed
from voorkant.declare.home import Home
from voorkant.declare.memofile import Draft, as_toml
from voorkant.declare.snapshotfile import Measured, Snapshot, Table, digest
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.report import asking
from voorkant.report.asking import Asker
from voorkant.report.memo.description import Block, Grid, Heading, Memo, Shown, Words
from voorkant.report.memo.files import FORMATS, written
from voorkant.report.memo.gather import selection
from voorkant.report.memo.make import make
from voorkant.report.memo.seen import FORMATS as OF_VIEW
from voorkant.report.memo.seen import PICTURES, SEEN, Seen, View
from voorkant.report.memo.seen import memo as memo_of
from voorkant.text import snapshots as words
from voorkant.text.memo import protection
from voorkant.text.periods import months_of


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
    rules = asking.publication(asker, selection(draft))
    made = Snapshot(
        **_of(memo, files), gemeente=draft.gemeente, at=at, who=who, draft=as_toml(draft), tables=tuple(tables(memo)),
        protection=protection(rules.threshold, rules.base), measures=tuple(_measured(asker, draft)),
    )  # fmt: skip
    return made, files


def freeze_view(home: Home, view: View, seen: Seen, *, who: str, at: str) -> tuple[Snapshot, dict[str, bytes]]:
    """The same of what a page shows. ValueError where that is not the public version."""
    if view.publication.protection != Protection.OPENBAAR:
        raise ValueError("a view is frozen in public alone")
    memo = memo_of(view, seen)
    suffixes = [suffix for suffix in OF_VIEW if suffix != PICTURES or memo.pictures]
    files = {suffix: written(memo, suffix, home) for suffix in suffixes}
    rules = view.publication
    made = Snapshot(
        **_of(memo, files), gemeente=view.gemeente, at=at, who=who, draft="", view=view.address,
        tables=tuple(tables_of(view, seen)),
        protection=protection(rules.threshold, rules.base), measures=tuple(seen.measures.values()),
    )  # fmt: skip
    return made, files


def _of(memo: Memo, files: Mapping[str, bytes]) -> dict[str, Any]:
    """What a snapshot says of the memo that it keeps."""
    about = memo.about
    return {
        "code": about.code, "title": about.title, "kind": about.kind, "place": about.place, "period": about.period,
        "until": about.until, "publication": about.publication, "version": about.version,
        "files": {suffix: digest(content) for suffix, content in files.items()},
    }  # fmt: skip


def tables(memo: Memo) -> Iterator[Table]:
    """The words of every picture, under a name that a later memo has too."""
    found = [(section.key, block) for section, block in memo.blocks() if isinstance(block, Shown)]
    return _counted(_table(block, key) for key, block in found)


def _table(shown: Shown, within: str) -> Table:
    headers, lines = printed(shown.picture)
    return Table(f"{within}/{shown.picture.key}", shown.picture.title, headers, tuple(lines))


def _counted(found: Iterable[Table]) -> Iterator[Table]:
    """Of two with one name the second counts on."""
    times: Counter[str] = Counter()
    for item in found:
        times[item.key] += 1
        yield replace(item, key=f"{item.key}-{times[item.key]}") if times[item.key] > 1 else item


def tables_of(view: View, seen: Seen) -> Iterator[Table]:
    """The same of a view: also its own tables, and its sentences by their heading or picture."""
    return _counted(_of_blocks(view.page, seen.blocks))


def _of_blocks(heading: str, blocks: Sequence[Block]) -> Iterator[Table]:
    lines: list[tuple[str, str]] = []
    for block in (*blocks, Heading("")):
        match block:
            case Shown():
                yield _table(block, SEEN)
            case Grid():
                yield Table(f"{SEEN}/{block.caption}", block.caption, block.headers, block.lines)
            case Words() if block.key:
                yield Table(f"{SEEN}/{block.key}/zin", words.UNDER, words.SENTENCE_HEADERS, ((block.key, block.text),))
            case Words():
                lines.append((words.sentence(len(lines) + 1), block.text))
            case Heading():
                if lines:
                    yield Table(f"{SEEN}/{heading}", heading, words.SENTENCE_HEADERS, tuple(lines))
                heading, lines = block.text, []


def _measured(asker: Asker, draft: Draft) -> Iterator[Measured]:
    for programme, slug in draft.pairs:
        chosen = replace(selection(draft), programme=programme)
        header = asking.headers(asker, chosen, [slug]).get(slug)
        if header:
            told = f"{header.definition} Teller: {header.numerator_text}. Noemer: {header.denominator_text}."
            behind = asking.deliveries(asker, chosen).get(slug)
            below = asking.files(asking.origin(asker, chosen, slug), "noemer")
            counted = hashlib.sha256(header.query.encode()).hexdigest()[:12]
            yield Measured(f"{programme}:{slug}", header.title, told, counted, behind.words if behind else "", below)


def since(asker: Asker, snapshot: Snapshot) -> Since:
    """What would be different now: the memo of the same draft, beside what was frozen."""
    name = asking.publication(asker, selection(snapshot.wish)).name
    now = {item.key: item for item in _measured(asker, snapshot.wish)}
    try:
        fresh = list(tables(make(asker, snapshot.wish)))
    except Problem:
        fresh = []
    return _since(snapshot, name, now, fresh)


def since_view(snapshot: Snapshot, view: View, seen: Seen) -> Since:
    """The same of a view, which the page itself shows anew."""
    return _since(snapshot, view.publication.name, seen.measures, list(tables_of(view, seen)))


def _since(snapshot: Snapshot, name: str, now: Mapping[str, Measured], found: Sequence[Table]) -> Since:
    fresh = {item.key: item for item in found}
    gone = [item.title for item in snapshot.measures if item.key not in now]
    gone += [item.title for item in snapshot.tables if item.key not in fresh]
    there = [(old, called) for old, called in zip(snapshot.tables, readable(snapshot), strict=True) if old.key in fresh]
    return Since(
        newer=name if name != snapshot.publication else "",
        revised=tuple(
            item
            for old, called in there
            for item in _revised((old, called), fresh[old.key], _why(called, snapshot.measures, now))
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


def readable(snapshot: Snapshot) -> Iterator[Table]:
    """What was kept, with the sentence under a figure by the title of that figure in place of its key."""
    titles = {item.key: item.title for item in snapshot.tables}
    for item in snapshot.tables:
        named = ((titles.get(f"{SEEN}/{key}", key), *told) for key, *told in item.lines)
        yield replace(item, lines=tuple(named)) if item.title == words.UNDER else item


def _why(table: Table, then: Sequence[Measured], now: Mapping[str, Measured]) -> str:
    """What is known to be different behind the figures: of the measure that a table is of, else of all."""
    about = table.lines[0][0] if table.title == words.UNDER else table.title
    own = max((item.title for item in then if about.startswith(item.title)), key=len, default="")
    both = [(item, now[item.key]) for item in then if item.key in now and own in ("", item.title)]
    fresh: dict[tuple[str, str], list[str]] = {}
    for old, new in both:
        for (_, was), (title, files) in zip(_files(old), _files(new), strict=True):
            if was and was != files:
                fresh.setdefault((was, files), []).append(title)
    told = [words.delivered(titles, *files) for files, titles in fresh.items()]
    return words.reason(told, [old.title for old, new in both if _defined(old) != _defined(new)])


def _files(item: Measured) -> tuple[tuple[str, str], ...]:
    """(of what, files behind it)."""
    return (item.title, item.delivered), (words.below(item.title), item.below)


def _revised(kept: tuple[Table, Table], new: Table, why: str) -> Iterator[Revised]:
    """Cell by cell, by the words of the row and of the column; `kept`: as it is compared, and as it is told."""
    rows = {row: dict(zip(new.headers, line, strict=True)) for row, line in _rows(new)}
    old, called = kept
    for (row, line), (name, *_) in zip(_rows(old), called.lines, strict=True):
        there = rows.get(row)
        if there is None:
            yield Revised(old.title, name, old.headers[1], line[1], words.NOT_THERE, why)
            continue
        for column, was in zip(old.headers[1:], line[1:], strict=True):
            if there.get(column, words.NOT_THERE) not in (was, words.as_now(column, was)):
                yield Revised(old.title, name, column, was, there.get(column, words.NOT_THERE), why)


def _rows(table: Table) -> Iterator[tuple[tuple[str, int], tuple[str, ...]]]:
    """Each with its name, as it is called now; of two that begin alike the second is another one."""
    times: Counter[str] = Counter()
    for line in table.lines:
        name = months_of(line[0])
        yield (name, times[name]), line
        times[name] += 1
