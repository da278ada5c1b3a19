"""What a memo says, whoever writes it: parts with words, pictures and tables, all of them ready to print."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from voorkant.charts.description import Description
from voorkant.charts.told import Told


@dataclass(frozen=True)
class Words:
    """A paragraph. `key` names it for its author, `fixed` ones cannot be edited; `note` stands as a footnote."""

    key: str
    text: str
    proposal: str = ""
    look: str = "gewoon"  # punt, oordeel, klein, verhaal
    fixed: bool = False
    note: str = ""
    stale: str = ""  # what the author wrote when other figures were proposed

    @property
    def is_changed(self) -> bool:
        return self.text != self.proposal


@dataclass(frozen=True)
class Heading:
    """A heading below that of the part. `deep`: below another of these; no part of what the code stands for."""

    text: str
    deep: bool = field(default=False, repr=False)


@dataclass(frozen=True)
class Shown:
    """A picture with its number. `bars`: for a picture of lines, how wide each is in percent and what it can be."""

    picture: Description | Told
    bars: tuple[tuple[float, ...], ...] = ()
    number: int = 0


@dataclass(frozen=True)
class Grid:
    """A table with its number; `of` is the number of the picture that shows the same, 0 for none."""

    caption: str
    headers: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    of: int = 0
    number: int = 0


Block = Words | Heading | Shown | Grid


@dataclass(frozen=True)
class Section:
    """A part of a memo under one heading."""

    key: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class About:
    """What a memo is. `made`: when its publication was made (ISO), which is the only time that its files hold."""

    title: str
    kind: str  # its name on paper
    place: str
    period: str
    until: str
    publication: str
    made: str
    version: str
    concept: bool
    editable: bool = False  # whether charts in the Word document can be edited
    code: str = ""
    link: str = ""


@dataclass(frozen=True)
class Memo:
    """A memo from its title to its last table."""

    about: About
    sections: tuple[Section, ...]

    def blocks(self) -> Iterator[tuple[Section, Block]]:
        for section in self.sections:
            for block in section.blocks:
                yield section, block

    @property
    def words(self) -> list[tuple[Section, Words]]:
        return [(section, block) for section, block in self.blocks() if isinstance(block, Words)]

    @property
    def pictures(self) -> list[Shown]:
        return [block for _, block in self.blocks() if isinstance(block, Shown)]

    @property
    def grids(self) -> list[Grid]:
        return [block for _, block in self.blocks() if isinstance(block, Grid)]

    @property
    def changed(self) -> list[tuple[Section, Words]]:
        """What its author wrote or changed."""
        return [(section, words) for section, words in self.words if words.is_changed]

    @property
    def digest(self) -> str:
        """What stands for all that it says and shows: another word or figure gives another."""
        told = repr((replace(self.about, code="", link=""), self.sections))
        return hashlib.sha256(told.encode()).hexdigest()
