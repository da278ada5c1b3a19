"""A clean table that is broken fault by fault, and that remembers what was planted and what must be left of it."""

from dataclasses import dataclass, field

from tests.unit.builder.ingest.books import book, ods

Place = tuple[str, str, int | None, str | None]
"""(file, rule, line, column) of a fault, as a report must name it."""


@dataclass
class Broken:
    """The rows of one file. `truth` are the rows that must be used, with the cells that they must have."""

    file: str
    kind: str
    names: list[str]  # of the columns, as the declaration has them
    rows: list[list[str]]
    delimiter: str = ";"
    headers: dict[str, str] = field(default_factory=dict)  # a name -> what the file calls it
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    planted: set[Place] = field(default_factory=set)
    skipped: int = 0

    def __post_init__(self) -> None:
        self.rows = [list(row) for row in self.rows]
        self.raw: dict[int, str] = {}
        self._truth: list[list[str] | None] = [list(row) for row in self.rows]

    @property
    def truth(self) -> list[list[str]]:
        return [row for row in self._truth if row is not None]

    def header(self, name: str) -> str:
        return self.headers.get(name, name).strip()

    def line(self, row: int) -> int:
        return len(self.above) + 2 + row

    def plant(self, rule: str, row: int | None = None, column: str | None = None, *, named: bool = True) -> None:
        header = self.header(column) if column and named else column
        self.planted.add((self.file, rule, None if row is None else self.line(row), header))

    def cell(self, row: int, column: str) -> str:
        return self.rows[row][self.names.index(column)]

    def write(self, row: int, column: str, text: str) -> None:
        """Another notation of the same: nothing to say."""
        self.rows[row][self.names.index(column)] = text

    def spoil(self, row: int, column: str, text: str, rule: str) -> None:
        """A cell that cannot be read where it must be: the row is refused."""
        self.write(row, column, text)
        self.plant(rule, row, column)
        self._truth[row] = None

    def blur(self, row: int, column: str, text: str, rule: str) -> None:
        """A cell that cannot be read where that is allowed: the row is used without it."""
        self.write(row, column, text)
        self.plant(rule, row, column)
        self._truth[row][self.names.index(column)] = ""

    def mend(self, row: int, column: str, text: str, rule: str) -> None:
        """A cell that is certain although it is not in order."""
        self.write(row, column, text)
        self.plant(rule, row, column)

    def miss(self, row: int, column: str, text: str) -> None:
        """A word for missing: the row is used without it, and there is nothing to say."""
        self.write(row, column, text)
        self._truth[row][self.names.index(column)] = ""

    def tear(self, row: int, text: str, rule: str) -> None:
        """A whole line that is no row."""
        self.raw[row] = text
        self.plant(rule, row)
        self._truth[row] = None

    def repeat(self, row: int, column: str, **changes: str) -> None:
        """The row once more, the same or with other cells; `column` is the first of the key."""
        self.rows.append(list(self.rows[row]))
        self._truth.append(None)
        last = len(self.rows) - 1
        for name, text in changes.items():
            self.write(last, name, text)
        self.plant("dubbele_sleutel" if changes else "dubbele_rij", last, column)
        if changes:
            self.plant("dubbele_sleutel", row, column)
            self._truth[row] = None

    def skip(self, *lines: str, above: bool = False) -> None:
        """Lines that are no records. Those above the header come first, before anything is planted."""
        (self.above if above else self.below).extend(lines)
        self.skipped += len(lines)

    def cells(self) -> list[list[str]]:
        return [[self.headers.get(name, name) for name in self.names], *self.rows]

    def text(self) -> str:
        lines = [self.delimiter.join(self._quoted(cell) for cell in row) for row in self.cells()]
        for row, line in self.raw.items():
            lines[row + 1] = line
        return "\n".join([*self.above, *lines, *self.below, ""])

    def _quoted(self, cell: str) -> str:
        return f'"{cell}"' if self.delimiter in cell else cell

    def as_book(self) -> bytes:
        return book([*([line] for line in self.above), *self.cells(), *(line.split(";") for line in self.below)])

    def as_ods(self) -> bytes:
        return ods(*self.cells())
