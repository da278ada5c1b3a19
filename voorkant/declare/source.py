"""A kind of export: its columns, their types and synonyms, as `data/sources/<slug>.toml` declares them."""

from dataclasses import dataclass
from pathlib import Path

from voorkant.declare.strict import Table, read_toml

TYPES = frozenset(
    "text id date period year integer decimal yesno code list age gemeente wijk gebied postcode4 agb brin".split()
)


@dataclass(frozen=True)
class Column:
    """One column. `values` maps what may stand in a code or list column to its synonyms; empty = free."""

    name: str
    type: str
    required: bool = False
    personal: bool = True  # samples of it are shown as patterns only
    synonyms: tuple[str, ...] = ()
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True)
class Source:
    """One kind of export. `one_of`: groups of columns of which at least one must be there."""

    slug: str
    title: str
    row: str  # what one row is, in Dutch
    columns: tuple[Column, ...]
    key: tuple[str, ...]  # columns that identify a row; a later delivery with the same key wins
    day: str | None = None  # the column whose date says when it happened
    one_of: tuple[tuple[str, ...], ...] = ()
    totals: tuple[str, ...] = ()  # words in the first columns that mark a row as total or footer
    published: bool = False  # a CBS table: figures that arrive counted, all kept
    rekey: tuple[str, ...] = ()  # columns whose values are replaced by a keyed hash before anything is stored

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)


def _column(name: str, table: Table) -> Column:
    values = table.table("values")
    column = Column(
        name=name,
        type=table.choice("type", TYPES),
        required=table.take("required", bool, False),
        personal=table.take("personal", bool, True),
        synonyms=table.texts("synonyms", ()),
        values=tuple((value, values.texts(value)) for value in values.names()),
        minimum=table.take("minimum", float, None),
        maximum=table.take("maximum", float, None),
    )
    table.done()
    return column


def read_source(path: Path) -> Source:
    """The source that a TOML file declares. DataRefused when the file is wrong."""
    top = read_toml(path)
    columns = top.table("columns")
    source = Source(
        slug=path.stem,
        title=top.take("title", str),
        row=top.take("row", str),
        key=top.texts("key"),
        day=top.take("day", str, None),
        one_of=tuple(tuple(group.split("|")) for group in top.texts("one_of", ())),
        totals=top.texts("totals", ()),
        published=top.take("published", bool, False),
        rekey=top.texts("rekey", ()),
        columns=tuple(_column(name, columns.table(name)) for name in columns.names()),
    )
    top.done()
    known = {column.name for column in source.columns}
    for name in (*source.key, *source.rekey, *(name for group in source.one_of for name in group)):
        if name not in known:
            raise top.refuse(f"de kolom '{name}' wordt genoemd maar staat niet onder [columns].")
    return source


def read_sources(*folders: Path) -> dict[str, Source]:
    """All sources of the folders by slug; a later folder (the municipality's own) replaces an earlier one."""
    return {path.stem: read_source(path) for folder in folders for path in sorted(folder.glob("*.toml"))}
