"""Each way in which real files are broken, alone and five at a time: the good rows stay and each fault is named."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from voorkant.builder.ingest.report import FileReport

from .books import book
from .conftest import HEAD, Read, contact, rules

GOOD = range(1, 8)
LATER = 101
"""Rows of faults are numbered from here."""
NAMES = HEAD.split(";")


@dataclass(frozen=True)
class Fault:
    """What it does to a file. A row of its own: `cells`, and what is `used` of it (None: the row is refused)."""

    name: str
    rule: str | None = None
    cells: dict[str, str] = field(default_factory=dict)
    used: dict[str, object] | None = None
    lines: tuple[str, ...] = ()  # more lines at the end, or `above` the header
    above: tuple[str, ...] = ()
    skipped: str | None = None
    raw: Callable[[list[str]], list[str]] | None = None  # changes all lines, the header first
    encode: Callable[[str], bytes] | None = None


def cell(name: str, rule: str | None, column: str, text: str, *used: object) -> Fault:
    return Fault(name, rule, {column: text}, {column: used[0]} if used else None)


def head(old: str, new: str) -> Callable[[list[str]], list[str]]:
    return lambda lines: [lines[0].replace(old, new), *lines[1:]]


def reordered(lines: list[str]) -> list[str]:
    return [";".join(reversed(line.split(";"))) if line.count(";") >= len(NAMES) - 1 else line for line in lines]


def added(lines: list[str]) -> list[str]:
    return [
        f"{line};{'kleur' if not number else ''}" if line.count(";") >= 7 else line for number, line in enumerate(lines)
    ]


DAY = date(2024, 3, 15)
ROWS = [
    cell("a day without zeros", None, "contactdatum", "5-3-2024", date(2024, 3, 5)),
    cell("a Dutch day", None, "contactdatum", "05-03-2024", date(2024, 3, 5)),
    cell("a compact day", None, "contactdatum", "20240305", date(2024, 3, 5)),
    cell("an unknown day", "datum_periode", "contactdatum", "20240300"),
    cell("an impossible day", "datum_onmogelijk", "contactdatum", "31-6-2024"),
    cell("the year 23", "datum_jaar_kort", "contactdatum", "0023-03-05"),
    cell("a year of two digits", "datum_jaar_kort", "contactdatum", "5-3-24"),
    cell("a quarter", "datum_periode", "contactdatum", "2023 Q1"),
    cell("a half-year", "datum_periode", "contactdatum", "1e halfjaar 2023"),
    cell("a CBS year", "datum_periode", "contactdatum", "2022JJ00"),
    cell("a month in words", "datum_periode", "contactdatum", "jan-23"),
    cell("a school year", "datum_periode", "contactdatum", "2023/2024"),
    cell("a day ahead", "datum_toekomst", "contactdatum", "1-1-2099", date(2099, 1, 1)),
    cell("a lost zero", "voorloopnul_hersteld", "praktijk_agb", "1000007", "01000007"),
    cell("a code as a number", "code_als_getal", "praktijk_agb", "1000008.0", "01000008"),
    cell("a code in science", "wetenschappelijk", "praktijk_agb", "1,23E+07"),
    cell("a bare gemeente", "voorloopnul_hersteld", "gemeentecode", "14", "GM0014"),
    cell("a gemeente as a number", "code_als_getal", "gemeentecode", "344.0", "GM0344"),
    cell("a name for a code", None, "gemeentecode", "'s-Gravenhage", "GM0518"),
    cell("a name with its suffix", None, "gemeentecode", "Groningen (gemeente)", "GM0014"),
    cell("a name with its province", None, "gemeentecode", "Bergen (L.)", "GM0893"),
    cell("a name of two", "gebied_dubbelzinnig", "gemeentecode", "Bergen", None),
    cell("a land for a gemeente", "gebied_onbekend", "gemeentecode", "Nederland", None),
    cell("mojibake", "mojibake", "gemeentecode", "SÃºdwest-FryslÃ¢n", "GM1900"),
    cell("a thousand with a point", None, "minuten", "1.234.567", 1234567),
    cell("a hidden number", "getal_afgeschermd", "minuten", "<5"),
    cell("a hidden number in words", "getal_afgeschermd", "minuten", "< 10"),
    cell("a number with decimals", "getal_niet_heel", "minuten", "12,75"),
    cell("a word for a number", "getal_onleesbaar", "minuten", "dertig"),
    cell("a lone comma", None, "minuten", ",", None),
    cell("a dash", None, "minuten", " -", None),
    cell("a point", None, "minuten", ".", None),
    cell("not applicable", None, "minuten", "n.v.t.", None),
    cell("unknown in words", None, "minuten", "onbekend", None),
    cell("a lookup that failed", None, "minuten", "#N/B", None),
    cell("a division by zero", "formule_fout", "minuten", "#DEEL/0!"),
    cell("a word that is not listed", "waarde_onbekend", "vervolg", "iets", None),
    cell("a required cell that is empty", "verplicht_leeg", "praktijk_agb", "(leeg)"),
    cell("an address in an id", "persoonsgegeven", "client_id", "jan@voorbeeld.nl"),
]
LINES = [
    Fault("a blank line", lines=("",), skipped="lege regel"),
    Fault("a row of nothing", lines=(";;;;;;;",), skipped="lege regel"),
    Fault("a total", lines=("Eindtotaal;;;;;99;;",), skipped="totaal"),
    Fault("a ragged total", lines=("Totaal;99",), skipped="totaal"),
    Fault("a footer", lines=("Bron: CBS",), skipped="voetregel"),
    Fault("a title", above=("Export OJG",), skipped="titel boven de kop"),
    Fault("the header again", lines=(HEAD,), skipped="herhaalde kop"),
    Fault("too few fields", "te_weinig_velden", lines=("K990;C1;2024-03-15",)),
    Fault("too many fields", "te_veel_velden", lines=(contact(991) + ";meer",)),
    Fault("an open quote", "aanhalingsteken", lines=(contact(992, vervolg='"overig'),)),
    Fault("a row twice", "dubbele_rij", lines=(contact(1),)),
]
FILES = [
    Fault("with a BOM", encode=lambda text: b"\xef\xbb\xbf" + text.encode()),
    Fault("in Windows-1252", encode=lambda text: text.encode("cp1252", errors="replace")),
    Fault("in UTF-16", encode=lambda text: text.encode("utf-16")),
    Fault("with Windows newlines", encode=lambda text: text.replace("\n", "\r\n").encode()),
    Fault("cut off", "afgekapt", encode=lambda text: text[:-1].encode()),
    Fault("another name", raw=head("contactdatum", "Datum consult ")),
    Fault("quoted names with signs", raw=head("praktijk_agb", '"AGB / (praktijk)"')),
    Fault("another order", raw=reordered),
    Fault("an unknown column", "kolom_genegeerd", raw=added),
]
EVERY = [*ROWS, *LINES, *FILES]


def made(faults: Sequence[Fault]) -> bytes:
    lines = [HEAD, *(contact(n) for n in GOOD[:-1])]
    lines += [contact(LATER + n, **fault.cells) for n, fault in enumerate(faults) if fault.cells]
    lines += [line for fault in faults for line in fault.lines]
    lines.append(contact(GOOD[-1]))
    for fault in faults:
        lines = fault.raw(lines) if fault.raw else lines
    text = "\n".join([*(line for fault in faults for line in fault.above), *lines, ""])
    encode = next((fault.encode for fault in faults if fault.encode), str.encode)
    return encode(text)


def check(report: FileReport, faults: Sequence[Fault]) -> None:
    told = set(rules(report))
    assert {fault.rule for fault in faults if fault.rule} <= told
    assert told <= {fault.rule for fault in faults if fault.rule}
    assert set(report.skipped) == {fault.skipped for fault in faults if fault.skipped}
    assert report.rows_in == report.rows_used + report.rows_refused + report.rows_skipped
    rows = {row["contact_id"]: row for row in report.table.to_pylist()}
    expected = {f"K{n}": {} for n in GOOD}
    expected |= {f"K{LATER + n}": fault.used for n, fault in enumerate(faults) if fault.used is not None}
    assert set(rows) == set(expected)
    usual = {"contactdatum": DAY, "praktijk_agb": "01000001", "gemeentecode": "GM9901", "minuten": 30}
    for key, own in expected.items():
        for name, value in (usual | own).items():
            assert rows[key][name] == value, (key, name)
    refused = sum(bool(fault.cells) and fault.used is None for fault in faults)
    refused += sum(len(fault.lines) for fault in faults if fault.rule and fault.lines)
    assert report.rows_refused == refused


@pytest.mark.parametrize("fault", EVERY, ids=lambda fault: fault.name)
def test_each_alone(read: Read, fault: Fault) -> None:
    check(read(made([fault])), [fault])


@pytest.mark.parametrize("seed", range(60))
def test_five_at_once(read: Read, seed: int) -> None:
    chosen = random.Random(seed)  # noqa: S311 - which faults a test combines
    encoded = [fault for fault in FILES if fault.encode]
    others = [fault for fault in EVERY if not fault.encode]
    faults = [chosen.choice(encoded), *chosen.sample(others, 4)]
    if faults[0].name == "in Windows-1252":
        faults = [fault for fault in faults if "Ã" not in str(fault.cells)]
    check(read(made(faults)), faults)


@pytest.mark.parametrize("fault", ROWS, ids=lambda fault: fault.name)
def test_each_row_in_a_sheet(read: Read, fault: Fault) -> None:
    raw = book([line.split(";") for line in made([fault]).decode().splitlines()])
    check(read(raw, name="map.xlsx"), [fault])
