"""How a column is written and what stands in it in an example row, from its declaration alone."""

from voorkant.declare.source import Column, Source

ROWS = 2
WRITTEN: dict[str, tuple[str, tuple[str, str]]] = {
    "id": ("een nummer of code", ("VOORBEELD-1", "VOORBEELD-2")),
    "text": ("tekst", ("voorbeeld een", "voorbeeld twee")),
    "code": ("een van de vaste woorden", ("A1", "A2")),
    "list": ("vaste woorden; meer dan een mag, met | ertussen", ("voorbeeld", "voorbeeld")),
    "yesno": ("ja of nee", ("ja", "nee")),
    "date": ("een dag, zoals 31-12-2025", ("15-01-2025", "20-02-2025")),
    "period": ("2025, 2025-H1, 2025-Q3, 2025-03 of 2024/2025", ("2025-Q1", "2025-Q2")),
    "year": ("een jaar met vier cijfers", ("2024", "2025")),
    "birthyear": ("een jaar met vier cijfers", ("2012", "2015")),
    "age": ("een geheel getal", ("12", "9")),
    "integer": ("een geheel getal, zonder punten", ("30", "45")),
    "decimal": ("een getal; decimalen na een komma", ("1,5", "2")),
    "euro": ("een bedrag in euro's; decimalen na een komma", ("90,00", "112,50")),
    "gemeente": ("GM en vier cijfers", ("GM0344", "GM0014")),
    "wijk": ("WK en zes tekens", ("WK034401", "WK001401")),
    "gebied": ("NL00, of GM of WK met de cijfers", ("GM0344", "GM0014")),
    "postcode4": ("vier cijfers", ("3511", "9711")),
    "agb": ("acht cijfers", ("01234567", "01234568")),
    "brin": ("zoals 12AB00", ("12AB00", "34CD01")),
    "place": ("AGB, BRIN, wijk- of gemeentecode", ("01234567", "12AB00")),
    "location": ("AGB, BRIN, wijk- of gemeentecode", ("01234567", "12AB00")),
    "time": ("uu:mm:ss", ("09:30:00", "14:15:00")),
    "star": ("een * bij wat voorlopig is", ("", "*")),
}
"""Type -> (how it is written, what two rows hold)."""
_LATER = ("15-07-2025", "20-08-2025")


def columns(source: Source) -> list[Column]:
    """The columns that a supplier fills in: those with a cell of their own."""
    return [column for column in source.columns if column.of is None]


def written(column: Column) -> str:
    """In words, what a cell of the column may hold."""
    how = WRITTEN[column.type][0] if column.values or column.type != "code" else "een code"
    if column.cents:
        how = "een bedrag in eurocenten, zonder decimalen"
    bounds = [(column.minimum, "ten minste"), (column.maximum, "ten hoogste")]
    return ", ".join([how, *(f"{word} {limit:g}" for limit, word in bounds if limit is not None)])


def rows(source: Source) -> list[list[str]]:
    """Example rows that the reader accepts."""
    return [[cell(column, source, row) for column in columns(source)] for row in range(ROWS)]


def cell(column: Column, source: Source, row: int) -> str:
    text = _text(column, source, row)
    return text.replace(",", "") if column.cents else text


def _text(column: Column, source: Source, row: int) -> str:
    if column.examples:
        return column.examples[row % len(column.examples)]
    if column.values:
        return column.values[row % len(column.values)][0]
    if column.type == "date" and any(column.name == second for _, second in source.order):
        return _LATER[row]
    return WRITTEN[column.type][1][row]
