"""A kind of export without code: another form of a kind that exists, with its own headers and fixed values."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from voorkant.declare.atomic import write_atomically
from voorkant.declare.home import Home
from voorkant.declare.jobs import make_shared, storing
from voorkant.declare.mapping import FileMapping, read_decisions, stale, with_headers, with_words
from voorkant.declare.source import Source
from voorkant.declare.strict import Table, nearest, read_toml
from voorkant.declare.tomltext import to_toml
from voorkant.domain.problem import Problem

_SLUG = re.compile(r"[a-z][a-z0-9_]{2,39}")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")


@dataclass(frozen=True)
class Variant:
    """`mapping.kind` is the kind that its rows become; `fixed`: column -> what every row holds."""

    slug: str
    title: str
    row: str
    mapping: FileMapping
    fixed: Mapping[str, str] = field(default_factory=dict)

    def source(self, base: Source) -> Source:
        """The kind as the reader needs it."""
        named = with_words(with_headers(base, self.mapping.columns), self.mapping.values)
        columns = (replace(column, fixed=self.fixed.get(column.name)) for column in named.columns)
        headers = self.mapping.columns
        used = dict.fromkeys(filter(None, headers.values()))
        return replace(
            named,
            slug=self.slug,
            title=self.title,
            row=self.row,
            like=base.slug,
            columns=tuple(columns),
            marks=tuple(tuple(text for text, name in headers.items() if name == column) for column in used),
        )

    def also(self, mapping: FileMapping) -> "Variant":
        """Known by the headers and words of this mapping too."""
        words = {
            name: {**self.mapping.values.get(name, {}), **mapping.values.get(name, {})}
            for name in {**self.mapping.values, **mapping.values}
        }
        headers = {**self.mapping.columns, **mapping.columns}
        return replace(self, mapping=replace(self.mapping, columns=headers, values=words))


def folders(home: Home) -> tuple[Path, Path]:
    """What the page made, then what the municipality declares itself."""
    return home.work / "sources", home.path / "sources"


def read_variants(sources: Mapping[str, Source], home: Home) -> dict[str, Source]:
    """The variants by slug. DataRefused for one that is wrong, or that takes the name of a kind."""
    return {slug: item.source(sources[item.mapping.kind]) for slug, item in variants(sources, home).items()}


def variants(sources: Mapping[str, Source], home: Home) -> dict[str, Variant]:
    """The same as they are declared."""
    found = {}
    for folder in folders(home):
        for path in sorted(folder.glob("*.toml")):
            top = read_toml(path)
            if top.has("like") or folder == folders(home)[0]:
                found[path.stem] = _variant(top, path.stem, sources)
    return found


def _variant(top: Table, slug: str, sources: Mapping[str, Source]) -> Variant:
    if slug in sources or not _SLUG.fullmatch(slug):
        raise top.refuse("deze naam is al van een andere soort, of bevat tekens die niet kunnen. Hernoem het bestand.")
    like = top.choice("like", sources)
    mapping = FileMapping(like, "", *read_decisions(top))
    fixed = top.table("fixed")
    held = {name: fixed.take(name, str) for name in fixed.names()}
    variant = Variant(slug, top.take("title", str), top.take("row", str), mapping, held)
    top.done()
    if wrong := objection(variant, sources[like]):
        raise top.refuse(wrong)
    return variant


def objection(variant: Variant, base: Source) -> str:
    """Why it cannot be, in Dutch; empty when it can."""
    columns = {column.name: column for column in base.columns}
    for name, text in variant.fixed.items():
        if name not in columns:
            return f"de kolom '{name}' onder [fixed] bestaat niet.{nearest(name, columns)}"
        if columns[name].codes and text not in columns[name].codes:
            return f"'{text}' kan niet in '{name}'. Toegestaan: {', '.join(columns[name].codes)}."
        if name in variant.mapping.columns.values():
            return f"'{name}' heeft een vaste waarde en ook een kolom. Kies een van de twee."
    for _, where, name in stale(variant.mapping, base):
        return f"'{where}' noemt '{name}', en dat kent de soort '{base.slug}' niet."
    if len(set(filter(None, variant.mapping.columns.values()))) < 2:  # noqa: PLR2004 - one header says too little
        return "koppel ten minste twee kolommen: daaraan wordt de soort herkend."
    return ""


def slug_of(title: str) -> str:
    """A name for the file: `Kinderwerk Aadorp` is `kinderwerk_aadorp`. Problem when nothing is left of it."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")[:40].rstrip("_")
    if not _SLUG.fullmatch(slug) or _RESERVED.fullmatch(slug):
        raise Problem("Geef de nieuwe soort een titel van ten minste drie letters, zoals 'Kinderwerk'.")
    return slug


def variant_text(variant: Variant) -> str:
    head = {"title": variant.title, "row": variant.row, "like": variant.mapping.kind}
    tables = {"fixed": variant.fixed, "columns": variant.mapping.columns, "values": variant.mapping.values}
    return to_toml(head | tables) + "\n"


def save_variant(home: Home, variant: Variant, sources: Mapping[str, Source]) -> None:
    """Write it down in `work/sources`. Problem when the name is taken, or when it cannot be."""
    path = folders(home)[0] / f"{variant.slug}.toml"
    taken = [variant.slug in sources, *((folder / path.name).exists() for folder in folders(home))]
    if any(taken) or not _SLUG.fullmatch(variant.slug):
        raise Problem(f"De soort '{variant.slug}' bestaat al. Kies een andere titel, of kies die soort in de lijst.")
    if wrong := objection(variant, sources[variant.mapping.kind]):
        raise Problem(f"De nieuwe soort kan zo niet: {wrong}")
    with storing():
        make_shared(path.parent)
        write_atomically(path, variant_text(variant))
