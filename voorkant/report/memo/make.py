"""From a draft to the description of its memo: parts in the chosen order, numbered pictures and tables, sources."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NoReturn

from voorkant import __version__
from voorkant.charts.picture import drawn
from voorkant.charts.table import filled
from voorkant.declare.memofile import ALWAYS, KINDS, SECTIONS, Draft
from voorkant.domain.problem import Problem
from voorkant.report.asking import Asker
from voorkant.report.memo import parts
from voorkant.report.memo.description import About, Block, Grid, Memo, Section, Shown, Words
from voorkant.report.memo.gather import Gathered, gather
from voorkant.report.memo.parts import fixed
from voorkant.text import memo as words
from voorkant.text import periods

MAKERS: dict[str, Callable[[Gathered], Iterator[Block]]] = {
    "aanleiding": parts.aanleiding,
    "kern": parts.kern,
    "inzet": parts.inzet,
    "uitkomst": parts.uitkomst,
    "vergelijking": parts.vergelijking,
    "pilots": parts.pilots,
    "vragen": parts.vragen,
    "verhalen": parts.verhalen,
    "onbekend": parts.onbekend,
    "nodig": parts.nodig,
    "vervolg": parts.vervolg,
}
SOURCE_HEADERS = ("Figuren", "Bron", "Periode", "Status", "Niet getoond")
CODE = 10
"""Letters of the code of a memo."""


def make(asker: Asker, draft: Draft, *, link: str = "") -> Memo:
    """The memo of a draft. Problem where there is nothing at all to tell of its period."""
    of = gather(asker, draft)
    _has_something(of)
    chosen = [key for key in draft.order if key in SECTIONS] + ([] if ALWAYS in draft.order else [ALWAYS])
    body = [Section(key, words.HEADINGS[key], tuple(MAKERS[key](of))) for key in chosen if key in MAKERS]
    written = Memo(_about(of), tuple(numbered(section for section in body if _says_something(section))))
    last = {"tabellen": tables(written), ALWAYS: _account(written, of)}
    found = {section.key: section for section in written.sections} | last
    sections = [found[key] for key in chosen if key in found and found[key].blocks]
    return coded(replace(written, sections=tuple(tabled(sections))), link)


def _says_something(section: Section) -> bool:
    return any(not _empty(block) for block in section.blocks)


def _has_something(of: Gathered) -> None:
    told = [item.figure for item in of.measures] + [answer for _, answer in of.pilots]
    told += [answer.picture for _, answer in of.questions]
    if not any(told):
        _refuse(of)


def _refuse(of: Gathered) -> NoReturn:
    raise Problem(
        f"Over {periods.the(of.draft.period)} is van wat in dit concept is gekozen niets gepubliceerd voor {of.place}. "
        "Kies andere maten of een andere periode, of publiceer eerst de cijfers."
    )


def _empty(block: Block) -> bool:
    return isinstance(block, Words) and not block.text.strip()


def _about(of: Gathered) -> About:
    day = of.publication.data_until
    return About(
        title=of.draft.title, kind=KINDS[of.draft.kind], place=of.place, period=periods.period(of.draft.period),
        until=periods.day(day) if day else "onbekend", publication=of.publication.name, made=of.made,
        version=__version__, concept=of.draft.concept, editable=of.draft.editable,
    )  # fmt: skip


def numbered(sections: Iterator[Section]) -> Iterator[Section]:
    """Pictures in the order in which they are read; what cannot be drawn in a document stands there as its table."""
    number = 0
    for section in sections:
        blocks: list[Block] = []
        for block in section.blocks:
            if isinstance(block, Shown) and drawn(block.picture, block.bars) is None:
                blocks.append(_grid(block))
            elif isinstance(block, Shown):
                number += 1
                blocks.append(replace(block, number=number))
            elif not _empty(block):
                blocks.append(block)
        yield replace(section, blocks=tuple(blocks))


def _grid(shown: Shown) -> Grid:
    """The same data as a picture, in the same words as on screen; without columns that have nothing in them."""
    headers, lines = filled(shown.picture)
    return Grid(shown.picture.title, headers, tuple(lines), of=shown.number)


def tables(memo: Memo) -> Section:
    return Section("tabellen", words.HEADINGS["tabellen"], tuple(_grid(shown) for shown in memo.pictures))


def tabled(sections: Sequence[Section]) -> Iterator[Section]:
    """Tables in the order in which they are read."""
    number = 0
    for section in sections:
        blocks: list[Block] = []
        for block in section.blocks:
            number += isinstance(block, Grid)
            blocks.append(replace(block, number=number) if isinstance(block, Grid) else block)
        yield replace(section, blocks=tuple(blocks))


def _account(memo: Memo, of: Gathered) -> Section:
    """Sources, protection, what was changed by hand; the code is added when all else is known."""
    about, small = memo.about, of.publication
    lines = tuple(sources(memo.pictures))
    blocks: list[Block] = [
        fixed("peildatum", words.until(about.until, about.publication)),
        fixed("bescherming", words.protection(small.threshold, small.base)),
    ]
    if lines:
        blocks.append(Grid("Bronnen van de figuren", SOURCE_HEADERS, lines))
    blocks += _by_hand(memo)
    blocks += [
        fixed(f"weg:{name}", f"Niet meer gevonden, en daarom weggelaten: {was}.") for name, was in of.gone.items()
    ]
    return Section(ALWAYS, words.HEADINGS[ALWAYS], tuple(blocks))


def sources(shown: Sequence[Shown]) -> Iterator[tuple[str, ...]]:
    """Pictures of which all is the same stand in one line."""
    same: dict[tuple[str, ...], list[str]] = {}
    for item in shown:
        about = item.picture
        same.setdefault((about.source, about.period, about.status, about.suppression), []).append(str(item.number))
    yield from ((", ".join(numbers), *told) for told, numbers in same.items())


def _by_hand(memo: Memo) -> Iterator[Block]:
    told = words.hand((section.heading, item.text, item.proposal) for section, item in memo.changed)
    if not told:
        yield fixed("met-de-hand", words.UNCHANGED)
        return
    yield fixed("met-de-hand", words.CHANGED)
    yield from (fixed(f"met-de-hand:{number}", line, look="punt") for number, line in enumerate(told))


def coded(memo: Memo, link: str) -> Memo:
    """With the code that stands for all of it, at the end of the account."""
    code = memo.digest[:CODE]
    told = words.code_words(code, memo.about.version) + (f" Vaste link: {link.format(code=code)}" if link else "")
    sections = [
        replace(item, blocks=(*item.blocks, fixed("kenmerk", told))) if item.key == ALWAYS else item
        for item in memo.sections
    ]
    about = replace(memo.about, code=code, link=link.format(code=code) if link else "")
    return Memo(about, tuple(sections))


def stale(memo: Memo) -> list[Words]:
    """What the author wrote when other figures were proposed: it was not taken over."""
    return [item for _, item in memo.words if item.stale]
