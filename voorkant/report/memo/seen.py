"""What a page shows at the public level, as a memo: its sentences, pictures and tables, with what was chosen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from voorkant import __version__
from voorkant.declare.memofile import ALWAYS
from voorkant.declare.snapshotfile import Measured
from voorkant.report.memo.description import About, Block, Grid, Heading, Memo, Section, Words
from voorkant.report.memo.make import SOURCE_HEADERS, coded, numbered, sources, tabled, tables
from voorkant.report.memo.parts import fixed
from voorkant.report.rows import Publication
from voorkant.text import memo as words
from voorkant.text import periods
from voorkant.text import snapshots as told

KIND = "Beeld"
"""What a frozen view is called where a memo has its kind."""
PICTURES = "zip"
FORMATS = ("pdf", "xlsx", "html", PICTURES)
"""What is kept of a view: on paper, as numbers, to open anywhere, and its pictures."""
SEEN = "beeld"


@dataclass
class Seen:
    """What the parts of a page said of themselves while it was drawn."""

    blocks: list[Block] = field(default_factory=list)
    measures: dict[str, Measured] = field(default_factory=dict)


@dataclass(frozen=True)
class View:
    """A page with all that was chosen on it. `address`: its path and parameters, as it is asked for again."""

    page: str
    gemeente: str
    place: str
    address: str
    choices: Mapping[str, str]
    period: str
    publication: Publication
    link: str = ""  # to the snapshot, with a place for its code


def memo(view: View, seen: Seen) -> Memo:
    """The description that every kind of file is written from, with a code over all of it."""
    blocks = [replace(item, key=f"{SEEN}:{place}") if isinstance(item, Words) else item
              for place, item in enumerate(_filled(seen.blocks))]  # fmt: skip
    body = Memo(_about(view), tuple(numbered(iter([Section(SEEN, view.page, tuple(blocks))]))))
    sections = [section for section in (*body.sections, tables(body), _account(view, seen, body)) if section.blocks]
    return coded(replace(body, sections=tuple(tabled(sections))), view.link)


def _filled(blocks: Sequence[Block]) -> Iterator[Block]:
    """Without headings that have nothing under them: what stood there is to press, or a story.

    Nothing is said twice: a picture has its sentence under it, which may be the answer above it.
    """
    said: set[str] = set()
    for block, after in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Words):
            if block.key and block.text in said:
                continue
            said.add(block.text)
        is_above = isinstance(block, Heading) and isinstance(after, Heading) and after.deep and not block.deep
        if is_above or not isinstance(block, Heading) or not isinstance(after, Heading | None):
            yield block


def _about(view: View) -> About:
    of = view.publication
    return About(
        title=f"{view.page}: {view.place}", kind=KIND, place=view.place, period=view.period,
        until=periods.day(of.data_until) if of.data_until else "onbekend", publication=of.name,
        made=of.made.isoformat() if of.made else "", version=__version__, concept=False,
    )  # fmt: skip


def _account(view: View, seen: Seen, body: Memo) -> Section:
    """What was chosen, what the measures mean, and where the pictures come from."""
    of = view.publication
    until = body.about.until
    blocks: list[Block] = [
        fixed("peildatum", words.until(until, of.name)),
        fixed("bescherming", words.protection(of.threshold, of.base)),
        Grid(told.CHOICES, ("Keuze", "Stond op"), tuple(view.choices.items())),
    ]
    if lines := tuple((item.title, item.definition) for item in seen.measures.values() if item.definition):
        blocks.append(Grid(told.DEFINITIONS, ("Begrip", "Betekenis"), lines))
    if lines_of := tuple(sources(body.pictures)):
        blocks.append(Grid("Bronnen van de figuren", SOURCE_HEADERS, lines_of))
    return Section(ALWAYS, words.HEADINGS[ALWAYS], tuple(blocks))
