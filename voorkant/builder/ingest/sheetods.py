"""What stands in an OpenDocument sheet and no reader of values tells: errors, percentages, merged cells, its size."""

from dataclasses import dataclass, field
from xml.parsers import expat

from voorkant.builder.ingest.archive import damaged
from voorkant.builder.ingest.rules import stop
from voorkant.builder.ingest.sheetxml import MAX_SIGNS, NO_RESULT, Cell, Marks, refuse_area

_TABLE, _ROW = "table:table", "table:table-row"
_CELLS = {"table:table-cell", "table:covered-table-cell"}
_MOST_MARKS = 1_000_000
_FAR = "Verwijder de lege rijen en kolommen, of lever het blad aan als CSV."


@dataclass
class _Sheet:
    texts: dict[Cell, str] = field(default_factory=dict)
    percent: set[Cell] = field(default_factory=set)
    merged: list[tuple[Cell, Cell]] = field(default_factory=list)
    unworked: int = 0
    hidden: int = 0
    width: int = 0

    def marks(self) -> Marks:
        return Marks(self.texts, frozenset(self.percent), self.unworked, self.hidden, tuple(self.merged))


class _Reader:
    """Follows the content once; rows and cells that repeat stand there once, with how often."""

    def __init__(self) -> None:
        self.sheets: list[_Sheet] = []
        self._depth = 0  # a table may hold another
        self._row = self._column = self._repeat = 0
        self._error: list[Cell] = []
        self._text = ""
        self._times, self._signs = 1, 0  # how often the text of this cell stands there; signs of all texts together

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == _TABLE:
            self._depth += 1
            if self._depth == 1:
                self.sheets.append(_Sheet())
                self._row = 0
        elif self._depth == 1 and name == _ROW:
            self._column, self._repeat = 0, int(attributes.get("table:number-rows-repeated", 1))
            if attributes.get("table:visibility") in {"collapse", "filter"}:
                self.sheets[-1].hidden += self._repeat
        elif self._depth == 1 and name in _CELLS:
            self._cell(attributes)

    def text(self, data: str) -> None:
        self._signs += len(data) * self._times
        if self._signs > MAX_SIGNS:
            raise stop("blad_te_groot", _FAR)
        if self._error:
            self._text += data

    def end(self, name: str) -> None:
        if name == _TABLE:
            self._depth -= 1
        elif self._depth == 1 and name == _ROW:
            self._row += self._repeat
        elif name in _CELLS and self._error:
            self.sheets[-1].texts.update(dict.fromkeys(self._error, self._text.strip() or NO_RESULT))
            self._error, self._text = [], ""

    def _cell(self, attributes: dict[str, str]) -> None:
        sheet, repeat = self.sheets[-1], int(attributes.get("table:number-columns-repeated", 1))
        self._times = max(1, repeat * self._repeat)
        kind, formula = attributes.get("office:value-type"), "table:formula" in attributes
        if kind or formula:
            sheet.width = max(sheet.width, self._column + repeat)
            refuse_area(self._row + self._repeat, sheet.width)
        if attributes.get("calcext:value-type") == "error":
            self._error = self._cells(repeat)
        elif formula and not kind:
            sheet.texts.update(dict.fromkeys(self._cells(repeat), NO_RESULT))
            sheet.unworked += 1
        elif kind == "percentage":
            sheet.percent.update(self._cells(repeat))
        down, right = (int(attributes.get(f"table:number-{way}-spanned", 1)) for way in ("rows", "columns"))
        if down > 1 or right > 1:
            sheet.merged.append(((self._row, self._column), (self._row + down - 1, self._column + right - 1)))
        self._column += repeat

    def _cells(self, repeat: int) -> list[Cell]:
        if repeat * self._repeat > _MOST_MARKS:
            raise stop("blad_te_groot", _FAR)
        rows, columns = range(self._row, self._row + self._repeat), range(self._column, self._column + repeat)
        return [(row, column) for row in rows for column in columns]


def _refuse_declarations(*_: object) -> None:
    raise damaged()


def read_marks(content: bytes) -> list[Marks]:
    """Per sheet what changes the meaning of its values. Stopped when it is damaged or too large."""
    reader, parser = _Reader(), expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = reader.text, _refuse_declarations
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError) as error:
        raise damaged() from error
    return [sheet.marks() for sheet in reader.sheets]
