"""What is known before a file is opened: the kinds, the kind that was asked for, and the names of areas."""

from collections.abc import Mapping
from dataclasses import dataclass

from voorkant.builder.ingest.areas import AreaNames
from voorkant.builder.ingest.header import Header
from voorkant.builder.ingest.recognise import Match, match, recognise, vocabulary
from voorkant.declare.source import Source


@dataclass(frozen=True)
class Reader:
    """`kind` is None where the header decides."""

    sources: Mapping[str, Source]
    kind: str | None
    areas: AreaNames

    def match(self, header: Header) -> Match | None:
        return match(self.sources[self.kind], header.names) if self.kind else recognise(self.sources, header.names)

    @property
    def words(self) -> frozenset[str]:
        return vocabulary(self.sources.values())
