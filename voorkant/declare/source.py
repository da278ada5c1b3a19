"""A kind of export: its columns, their types and synonyms, as `data/sources/<slug>.toml` declares them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from voorkant.declare.delivery import Redelivery, read_redelivery
from voorkant.declare.strict import Table, read_toml

SOFT_TYPES = frozenset(
    {"text", "code", "list", "age", "birthyear", "gemeente", "wijk", "postcode4", "agb", "brin", "place", "yesno",
     "star", "time"}
)  # fmt: skip
"""What describes a row: an unreadable word there leaves the cell empty, with a warning, and the row is used."""
YES_NO = ("ja", "nee")
TYPES = SOFT_TYPES | {"id", "date", "period", "year", "integer", "decimal", "euro", "gebied", "location"}


@dataclass(frozen=True)
class Column:
    """One column. `values` maps what may stand in a code or list column to its synonyms; empty = free."""

    name: str
    type: str
    required: bool = False
    meaning: str = ""  # what stands in it, in Dutch, for who delivers it
    examples: tuple[str, ...] = ()  # what two rows hold, where the type says too little
    personal: bool = True  # samples of it are shown as patterns only
    synonyms: tuple[str, ...] = ()
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()
    missing: tuple[str, ...] = ()  # words that mean "not known" here, beside the usual ones
    minimum: float | None = None
    maximum: float | None = None
    of: str | None = None  # read from the cell of that column when the file has no column of its own for this one
    past: bool = False  # a date that has happened when it is delivered
    cents: bool = False  # amounts arrive in eurocents, without decimals
    usual_for: tuple[str, ...] = ()  # columns that name a product: what is 100 times off its median is looked at
    reduce: bool = False  # consent was given to shorten what is too precise: a date of birth, a postcode of six signs
    per: str | None = None  # the column with how many an amount is for, where that is compared
    fixed: str | None = None  # what every row holds; the file has no such column

    @property
    def codes(self) -> tuple[str, ...]:
        """What may stand in it, when that is a closed list."""
        return YES_NO if self.type == "yesno" else tuple(value for value, _ in self.values)


@dataclass(frozen=True)
class Source:
    """One kind of export. `one_of`: groups of columns of which at least one must be there."""

    slug: str
    title: str
    row: str  # what one row is, in Dutch
    columns: tuple[Column, ...]
    key: tuple[str, ...]  # columns that identify a row; a later delivery with the same key wins. None: each row counts
    day: str | None = None  # the column whose date says when it happened
    one_of: tuple[tuple[str, ...], ...] = ()
    order: tuple[tuple[str, str], ...] = ()  # pairs of date columns of which the first is never after the second
    within: tuple[tuple[str, str, str], ...] = ()  # a number, and the columns with the least and the most it can be
    totals: tuple[str, ...] = ()  # words in the key columns that mark a row as total
    published: bool = False  # a CBS table: figures that arrive counted, all kept
    rekey: tuple[str, ...] = ()  # columns whose values are replaced by a keyed hash before anything is stored
    delivery: Redelivery = field(default_factory=Redelivery)
    rules_off: Mapping[str, str] = field(default_factory=dict)  # checks that the municipality switched off -> why
    like: str | None = None  # the kind that its rows become; None: its own
    marks: tuple[tuple[str, ...], ...] = ()  # headers by which it is known: of each group one must be there

    @property
    def kind(self) -> str:
        """The kind under which its rows are kept."""
        return self.like or self.slug

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    @property
    def required(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns if column.required)

    def is_strict(self, column: Column) -> bool:
        """Whether a row is refused when this cell cannot be read."""
        return column.required or column.name in self.key or column.type not in SOFT_TYPES


def _column(name: str, table: Table) -> Column:
    values = table.table("values")
    column = Column(
        name=name,
        type=table.choice("type", TYPES),
        required=table.take("required", bool, False),
        meaning=table.take("meaning", str, ""),
        examples=table.texts("examples", ()),
        personal=table.take("personal", bool, True),
        synonyms=table.texts("synonyms", ()),
        values=tuple((value, values.texts(value)) for value in values.names()),
        missing=table.texts("missing", ()),
        minimum=table.take("minimum", float, None),
        maximum=table.take("maximum", float, None),
        of=table.take("of", str, None),
        past=table.take("past", bool, False),
        cents=table.take("cents", bool, False),
        usual_for=table.texts("usual_for", ()),
        per=table.take("per", str, None),
    )
    table.done()
    return column


def _groups(top: Table, key: str, size: int | None = None) -> Iterator[tuple[str, ...]]:
    """The groups `a|b` that a key lists; of `size` columns each where that is given."""
    for text in top.texts(key, ()):
        group = tuple(text.split("|"))
        if size and len(group) != size:
            raise top.refuse(f"'{key}' noemt '{text}', maar hier horen {size} kolommen met een | ertussen.")
        yield group


def read_source(path: Path) -> Source:
    """The source that a TOML file declares. DataRefused when the file is wrong."""
    return _source(read_toml(path), path.stem)


def _source(top: Table, slug: str) -> Source:
    columns = top.table("columns")
    source = Source(
        slug=slug,
        title=top.take("title", str),
        row=top.take("row", str),
        key=top.texts("key"),
        day=top.take("day", str, None),
        one_of=tuple(_groups(top, "one_of")),
        order=tuple((first, second) for first, second in _groups(top, "order", 2)),
        within=tuple((value, least, most) for value, least, most in _groups(top, "within", 3)),
        totals=top.texts("totals", ()),
        published=top.take("published", bool, False),
        rekey=top.texts("rekey", ()),
        delivery=read_redelivery(top, has_key=bool(top.texts("key"))),
        columns=tuple(_column(name, columns.table(name)) for name in columns.names()),
    )
    top.done()
    for name in _named(source):
        if name not in {column.name for column in source.columns}:
            raise top.refuse(f"de kolom '{name}' wordt genoemd maar staat niet onder [columns].")
    return source


def _named(source: Source) -> list[str]:
    usual = [column.usual_for for column in source.columns]
    groups = (
        *source.one_of,
        *source.order,
        *source.within,
        source.key,
        source.rekey,
        *usual,
        tuple(source.delivery.columns),
    )
    single = [source.day, *(name for column in source.columns for name in (column.of, column.per))]
    return [name for group in groups for name in group] + [name for name in single if name]


def read_sources(*folders: Path) -> dict[str, Source]:
    """All sources of the folders by slug; a later folder (the municipality's own) replaces an earlier one.

    A file that says `like` is another form of one of these: `declare/variant.py`.
    """
    tops = {path: read_toml(path) for folder in folders for path in sorted(folder.glob("*.toml"))}
    return {path.stem: _source(top, path.stem) for path, top in tops.items() if not top.has("like")}


def in_cents(sources: Mapping[str, Source], slugs: Collection[str]) -> dict[str, Source]:
    """The sources, of which those named have their amounts in eurocents."""
    return {slug: _in_cents(source) if slug in slugs else source for slug, source in sources.items()}


def _in_cents(source: Source) -> Source:
    columns = (replace(column, cents=True) if column.type == "euro" else column for column in source.columns)
    return replace(source, columns=tuple(columns))
