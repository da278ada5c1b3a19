"""What a steward decides about one file: kept as TOML in `work/`, after which its files are checked again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from voorkant.declare.home import Home
from voorkant.declare.mapping import FileMapping, Words, forget_mapping, save_mapping
from voorkant.declare.source import Source, read_sources
from voorkant.declare.variant import Variant, read_variants, save_variant, slug_of
from voorkant.domain.problem import Problem
from voorkant.ui import access, jobs
from voorkant.ui.jobs import Flow

FIXABLE = frozenset({"text", "code", "yesno", "gemeente", "gebied", "wijk", "place", "location", "agb", "brin"})
"""Types of columns that can hold the same in every row."""


@dataclass(frozen=True)
class Known:
    """What there is to choose from for one file. `prefix` keeps its widgets apart from those of another."""

    home: Home
    file: dict[str, Any]
    sources: Mapping[str, Source]
    forms: Mapping[str, Source]
    saved: FileMapping | None
    prefix: str

    @classmethod
    def of(cls, home: Home, file: dict[str, Any], saved: FileMapping | None, *, prefix: str) -> "Known":
        sources = read_sources(*home.declared("sources"))
        return cls(home, file, sources, read_variants(sources, home), saved, prefix)

    @property
    def kinds(self) -> dict[str, Source]:
        return {**self.sources, **self.forms}

    def title(self, slug: str) -> str:
        return self.kinds[slug].title if slug in self.kinds else slug

    def headers(self) -> list[tuple[int, str]]:
        """Place and name of what can be mapped."""
        found = enumerate(self.file["mapping"]["headers"])
        return [(place, header["name"]) for place, header in found if not header["why"]]


@dataclass(frozen=True)
class NewKind:
    """What makes the file a kind of its own."""

    title: str
    row: str
    fixed: Mapping[str, str]


@dataclass(frozen=True)
class Choice:
    """What stands in the form when it is saved."""

    kind: str
    supplier: str
    columns: Mapping[str, str]
    values: Words
    new: NewKind | None = None


@access.requires("gegevens_inladen")
def save(flow: Flow, known: Known, choice: Choice) -> None:
    """Remember it and check the same files again. Problem when it cannot be."""
    _refuse_double(choice.columns)
    mapping = FileMapping(choice.kind, choice.supplier.strip(), choice.columns, choice.values)
    if choice.new:
        mapping = _declared(known, mapping, choice.new)
    save_mapping(known.home, known.file["mapping"]["fingerprint"], mapping)
    jobs.check_again(flow)


@access.requires("gegevens_inladen")
def forget(flow: Flow, known: Known) -> None:
    forget_mapping(known.home, known.file["mapping"]["fingerprint"])
    jobs.check_again(flow)


def _refuse_double(columns: Mapping[str, str]) -> None:
    used = [column for column in columns.values() if column]
    double = next((column for column in used if used.count(column) > 1), None)
    if double:
        headers = " en ".join(f"'{header}'" for header, column in columns.items() if column == double)
        raise Problem(f"{headers} zijn allebei gekoppeld aan '{double}'. Kies er een; zet de andere op Niet gebruiken.")


def _declared(known: Known, mapping: FileMapping, new: NewKind) -> FileMapping:
    """The mapping as one of the new kind, which is written down first."""
    fixed = {name: text.strip() for name, text in new.fixed.items() if text.strip()}
    if not new.row.strip():
        raise Problem("Vul in wat een rij is, bijvoorbeeld: een bezoek van een jeugdige aan het kinderwerk.")
    own = replace(mapping, supplier="")
    variant = Variant(slug_of(new.title), new.title.strip(), new.row.strip(), own, fixed)
    _refuse_lacking(known.sources[mapping.kind], variant)
    save_variant(known.home, variant, known.sources)
    return replace(mapping, kind=variant.slug)


def _refuse_lacking(base: Source, variant: Variant) -> None:
    there = {*variant.mapping.columns.values(), *variant.fixed}
    groups = [(name,) for name in base.required] + list(base.one_of)
    lacking = [" of ".join(group) for group in groups if not there.intersection(group)]
    if lacking:
        raise Problem(f"Koppel nog een kolom of geef een vaste waarde voor: {', '.join(lacking)}.")
