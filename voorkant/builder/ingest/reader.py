"""What is known before a file is opened: the kinds, the kind that was asked for, and the names of areas."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from voorkant.builder.ingest.areas import AreaNames
from voorkant.builder.ingest.header import Header
from voorkant.builder.ingest.ledger import by_importance
from voorkant.builder.ingest.mapped import known_headers, match_mapped, notes
from voorkant.builder.ingest.recognise import Match, match, recognise, vocabulary
from voorkant.builder.ingest.report import FileReport
from voorkant.declare.mapping import FileMapping
from voorkant.declare.source import Source
from voorkant.domain.names import fingerprint


@dataclass(frozen=True)
class Reader:
    """`kind` is None where the header decides."""

    sources: Mapping[str, Source]
    kind: str | None
    areas: AreaNames
    mappings: Mapping[str, FileMapping] = field(default_factory=dict)  # by the fingerprint of a header

    def match(self, header: Header) -> Match | None:
        """What a steward decided goes before what the names say; a kind that was asked for goes before both."""
        mapping = self._mapping(header)
        if mapping and mapping.kind in self.sources:
            return match_mapped(self.sources[mapping.kind], header.names, mapping)
        return match(self.sources[self.kind], header.names) if self.kind else recognise(self.sources, header.names)

    def _mapping(self, header: Header) -> FileMapping | None:
        found = self.mappings.get(fingerprint(header.names))
        return found if found and self.kind in {None, found.kind} else None

    def noted(self, report: FileReport, header: Header) -> FileReport:
        """The report, with what there is to say of the mapping of its header."""
        if not (mapping := self._mapping(header)):
            return report
        told = notes(mapping, self.sources.get(mapping.kind), line=header.line)
        return replace(report, findings=by_importance([*report.findings, *told]))

    @property
    def words(self) -> frozenset[str]:
        return vocabulary(self.sources.values()) | known_headers(self.mappings.values())
