"""What a supplier gets back about a delivery: every finding in full, and a text that says what is asked."""

import io
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from voorkant.declare.findingfile import Stored
from voorkant.declare.supply import Supply
from voorkant.domain.finding import Severity
from voorkant.report.csvfile import Field, field, write_csv
from voorkant.text.numbers import number
from voorkant.text.supply import agreed

Finding = Mapping[str, Any]
"""A finding as `check --json` gives it, with its file."""
Findings = Collection[Finding] | Stored
"""They are walked through more than once."""
File = Mapping[str, Any]
"""A file as `check --json` gives it."""

NEVER = "burgerservicenummers, namen, geboortedatums, adressen, telefoonnummers, e-mailadressen of vrije tekst"
SHEET_ROWS = 1_000_000  # a sheet holds 1,048,576
_QUICK = 200_000  # up to here a workbook is made in memory, which is quicker
_COLUMNS = {
    "severity": ("ernst", 13), "file": ("bestand", 28), "sheet": ("blad", 16), "place": ("cel", 16),
    "line": ("regelnummer", 12),
    "column": ("kolom", 22), "value": ("waarde", 24), "rule_text": ("wat er is", 60), "suggestion": ("wat te doen", 60),
    "count": ("aantal keer", 12),
}  # fmt: skip
_NUMBERS = {"line", "count"}
_ORDER = list(Severity)
_ASKED = {
    Severity.STOP: "Lever elk bestand dat als geheel is geweigerd opnieuw aan, nadat het is hersteld.",
    Severity.REFUSED: "Herstel de geweigerde rijen bij de bron en lever daarna het hele bestand opnieuw aan.",
    Severity.WARNING: "Controleer wat bij een waarschuwing staat. Die rijen zijn wel gebruikt.",
    Severity.NOTE: "Bij een melding hoeft niets te gebeuren.",
}
SAFE_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def covering_text(files: Sequence[File], findings: Findings, supply: Supply | None = None) -> str:
    """The letter to the supplier, ready to be put in a message. Of findings only rule, severity and count are read."""
    return "\n".join(_letter(files, findings, supply)) + "\n"


def findings_csv(findings: Findings) -> bytes:
    """All findings, the most important first."""
    text = io.StringIO()
    write_csv(text, *csv_of(findings))
    return text.getvalue().encode()


def csv_of(findings: Findings) -> tuple[list[str], Iterator[list[Field]]]:
    """(header, rows) of all findings, the most important first."""
    keys = _keys(findings)
    return [_COLUMNS[key][0] for key in keys], ([item.get(key) for key in keys] for item in _sorted(findings))


def findings_xlsx(files: Sequence[File], findings: Findings, supply: Supply | None = None) -> bytes:
    """A workbook with the letter first, and all findings after it."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, SAFE_TEXT | {"constant_memory": len(findings) > _QUICK}) as book:
        bold = book.add_format({"bold": True})
        letter = book.add_worksheet("Begeleidende tekst")
        letter.set_column(0, 0, 110, book.add_format({"text_wrap": True, "valign": "top"}))
        for row, text in enumerate(_letter(files, findings, supply)):
            letter.write_string(row, 0, text, bold if row == 0 else None)
        keys, ranked = _keys(findings), _sorted(findings)
        for start in range(0, max(len(findings), 1), SHEET_ROWS):
            sheet = book.add_worksheet(f"Meldingen {start // SHEET_ROWS + 1}" if start else "Meldingen")
            sheet.freeze_panes(1, 0)
            for column, key in enumerate(keys):
                title, width = _COLUMNS[key]
                sheet.set_column(column, column, width)
                sheet.write_string(0, column, title, bold)
            _fill(sheet, keys, islice(ranked, SHEET_ROWS))
    return target.getvalue()


def _fill(sheet: Worksheet, keys: Sequence[str], findings: Iterable[Finding]) -> None:
    row = 0
    for row, item in enumerate(findings, 1):
        for column, key in enumerate(keys):
            value = item.get(key)
            if key in _NUMBERS and value is not None:
                sheet.write_number(row, column, value)
            elif value:
                sheet.write_string(row, column, field(value))
    sheet.autofilter(0, 0, row, len(keys) - 1)


def _keys(findings: Findings) -> list[str]:
    sheets = any(item.get("sheet") for item in findings)
    return [key for key in _COLUMNS if key not in {"sheet", "place"} or sheets]


def _sorted(findings: Findings) -> Iterator[Finding]:
    """By severity; within it the order of the reader, which is by importance."""
    for severity in _ORDER:
        yield from (item for item in findings if item["severity"] == severity)


def _letter(files: Sequence[File], findings: Findings, supply: Supply | None) -> Iterator[str]:
    yield "Terugkoppeling over de levering"
    yield ""
    yield f"Beste {supply.supplier if supply else 'leverancier'},"
    yield ""
    yield "Dank voor de levering. De bestanden zijn nagekeken:"
    yield from (f"- {_file(file)}" for file in files)
    yield ""
    if not len(findings):
        yield "Er is niets opgevallen. Er hoeft niets te gebeuren."
    else:
        yield "Dit viel op:"
        yield from _counted(findings)
        yield ""
        yield "Het verslag noemt elke melding, met het bestand, de regel, de kolom en wat eraan te doen is."
        yield "Een waarde die van een persoon kan zijn staat er als patroon: 9 voor een cijfer, a voor een letter."
        yield ""
        yield "De vraag is:"
        met = {item["severity"] for item in findings}
        yield from (f"- {asked}" for severity, asked in _ASKED.items() if severity in met)
    if supply:
        yield agreed(supply.term, supply.days)
    yield f"Stuur nooit {NEVER} mee."
    yield ""
    yield "Met vriendelijke groet,"


def _file(file: File) -> str:
    if any(item["severity"] == Severity.STOP for item in file["findings"]):
        return f"{file['file']}: het hele bestand is geweigerd."
    names = {"rows_in": "regels", "rows_used": "gebruikt", "rows_refused": "geweigerd", "rows_skipped": "overgeslagen"}
    return f"{file['file']}: {', '.join(f'{number(file[key])} {name}' for key, name in names.items())}."


def _counted(findings: Findings) -> Iterator[str]:
    """How often each rule was met, the most important first."""
    often: Counter[tuple[int, str]] = Counter()
    for item in findings:
        often[_ORDER.index(item["severity"]), item["rule_text"]] += item["count"]
    for (severity, text), count in sorted(often.items(), key=lambda pair: (pair[0][0], -pair[1])):
        yield f"- {number(count)} keer {_ORDER[severity].value}: {text}"
