"""Files that are made to crash, hang or fill the memory of who reads them, and the rule by which each is refused."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .books import LINKS, SHEET, changed, contacts_book, ods, packed, packed_named
from .conftest import HEAD, contact, contacts

STRINGS, STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
) + "]>"  # fmt: skip
MB = 1 << 20


@dataclass(frozen=True)
class Hostile:
    """What it is, how to make it, and the rule; None where it may be read, as long as it ends."""

    name: str
    make: Callable[[], bytes]
    rule: str | None


def sheet(old: str, new: str) -> Callable[[], bytes]:
    return lambda: changed(contacts_book(), SHEET, lambda xml: xml.replace(old, new, 1))


def inside(part: str, change: Callable[[str], str]) -> Callable[[], bytes]:
    return lambda: changed(contacts_book(), part, change)


def laughing(part: str) -> Callable[[], bytes]:
    def change(xml: str) -> str:
        head, mark, body = xml.partition("?>")
        at = body.rindex("</")
        return head + mark + LAUGHS + body[:at] + "&j;" + body[at:]

    return inside(part, change)


def ods_with(change: Callable[[str], str]) -> Callable[[], bytes]:
    return lambda: changed(ods(HEAD.split(";"), contact(1).split(";")), "content.xml", change)


def overlapping() -> bytes:
    """A hundred thousand entries in the list of a zip that all name the same packed megabytes."""
    data = zlib.compress(b"0" * 10 * MB)[2:-4]
    local = b"PK\x03\x04" + struct.pack("<5H3I2H", 20, 0, 8, 0, 0, zlib.crc32(b"0" * 10 * MB), len(data), 10 * MB, 5, 0)
    names = [f"{number:05x}".encode() for number in range(100_000)]
    listed = b"".join(
        b"PK\x01\x02" + struct.pack("<6H3I5H2I", 20, 20, 0, 8, 0, 0, 0, len(data), 10 * MB, 5, 0, 0, 0, 0, 0, 0) + name
        for name in names
    )
    body = local + names[0] + data
    return body + listed + b"PK\x05\x06" + struct.pack("<4H2IH", 0, 0, 0xFFFF, 0xFFFF, len(listed), len(body), 0)


def nested(depth: int = 8) -> bytes:
    raw = packed(a__csv=contacts(contact(1)))
    for _ in range(depth):
        raw = packed_named({f"{number}.zip": raw for number in range(10)})
    return raw


def many_long_texts() -> bytes:
    """One text of a megabyte, which a hundred thousand cells name."""
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 100_001))
    xml = changed(contacts_book(), STRINGS, lambda text: text.replace("<si><t>", "<si><t>" + "ab" * (MB // 2), 1))
    return changed(xml, SHEET, lambda text: text[: text.index("<sheetData>") + 11] + rows + "</sheetData></worksheet>")


def merged_again_and_again() -> bytes:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 20_001))
    merges = "<mergeCells>" + '<mergeCell ref="A2:A20000"/>' * 50_000 + "</mergeCells>"
    end = f"{rows}</sheetData>{merges}</worksheet>"
    return changed(contacts_book(), SHEET, lambda text: text[: text.index("<sheetData>") + 11] + end)


def wide(columns: int) -> bytes:
    return (";".join([HEAD, *(["x"] * columns)]) + "\n" + contact(1) + ";" * columns + "\n").encode()


DEEP = "<a>" * MB + "<table:table "
ROW, ENDLESS = "<table:table-row", '<table:table-row table:number-rows-repeated="99999999"'
TABLE = '<table:table-cell office:value-type="string"'
REPEATED = f'{TABLE} table:number-columns-repeated="2000"'
FILES = [
    Hostile("a hundred thousand columns", lambda: wide(100_000), "te_veel_kolommen"),
    Hostile("a million columns", lambda: wide(1_000_000), "regel_te_lang"),
    Hostile("a row with a hundred thousand fields", lambda: contacts(contact(1), ";" * 100_000).encode(), None),
    Hostile("a line of ten megabytes", lambda: contacts(contact(1), "x" * 10 * MB).encode(), "regel_te_lang"),
    Hostile("only newlines", lambda: b"\n" * 64 * MB, "leeg_bestand"),
    Hostile("newlines below a header", lambda: contacts("\n" * 64 * MB).encode(), "te_groot"),
    Hostile("millions of blank lines", lambda: contacts("\n" * 2 * MB).encode(), "kop_past_niet"),
    Hostile("millions of short lines", lambda: contacts("1;2\n" * 2 * MB).encode(), "kop_past_niet"),
    Hostile("only quotes", lambda: contacts('"' * MB).encode(), None),
    Hostile("only delimiters", lambda: b";" * 900_000 + b"\n", "te_veel_kolommen"),
    Hostile("a number of a million digits", lambda: contacts(contact(1, minuten="9" * 900_000)).encode(), None),
    Hostile("a number beyond 64 bits", lambda: contacts(contact(1, minuten="9" * 30)).encode(), None),
    Hostile("terminal codes", lambda: contacts(contact(1, vervolg="\x1b[2J\x07")).encode(), None),
    Hostile("laughs in the sheet", laughing(SHEET), "beschadigd"),
    Hostile("laughs in the texts", laughing(STRINGS), "beschadigd"),
    Hostile("laughs in the styles", laughing(STYLES), "beschadigd"),
    Hostile("laughs in the links", laughing(LINKS), "beschadigd"),
    Hostile("laughs in an ods", ods_with(lambda xml: LAUGHS + xml), "beschadigd"),
    Hostile("deep xml", sheet("<sheetData>", "<sheetData>" + "<a>" * MB), None),
    Hostile("deep xml in an ods", ods_with(lambda xml: xml.replace("<table:table ", DEEP)), None),
    Hostile("open tags without end", sheet("<sheetData>", "<sheetData>" + "<c " * 3 * MB), None),
    Hostile("open cells with a place", sheet("<sheetData>", "<sheetData>" + '<c r="A1" ' * MB), None),
    Hostile("one tag with many places", sheet("<sheetData>", "<sheetData><c " + 'r="A1" ' * 300_000 + "/>"), None),
    Hostile("open formats without end", inside(STYLES, lambda xml: xml + "<cellXfs>" * 300_000), None),
    Hostile("open sheets without end", inside("xl/workbook.xml", lambda xml: xml + '<sheet name="a" ' * 300_000), None),
    Hostile("one long text in many cells", many_long_texts, "blad_te_groot"),
    Hostile("merged again and again", merged_again_and_again, "lezen_mislukt"),
    Hostile("a cell in column DKPAA", sheet('r="B1"', 'r="DKPAA1"'), "lezen_mislukt"),
    Hostile("a cell in the last column", sheet('r="B1"', 'r="XFD1"'), "te_veel_kolommen"),
    Hostile("a cell with a word for a column", sheet('r="B1"', 'r="achternaamH26"'), "lezen_mislukt"),
    Hostile("a cell in small letters", sheet('r="B1"', 'r="b1"'), "lezen_mislukt"),
    Hostile("a cell in row 99999999", sheet('r="B1"', 'r="B99999999"'), "lezen_mislukt"),
    Hostile("a cell in row 2456780", sheet('r="B1"', 'r="B2456780"'), "lezen_mislukt"),
    Hostile("a cell without a row", sheet('r="B1"', 'r="BBBBBBBBBBBBBBBB"'), "lezen_mislukt"),
    Hostile("repeated cells of an ods", ods_with(lambda xml: xml.replace(TABLE, REPEATED)), None),
    Hostile(
        "a long text repeated in an ods",
        ods_with(lambda xml: xml.replace(f"{TABLE}><text:p>K1", f"{REPEATED}><text:p>{'ab' * MB}")),
        "blad_te_groot",
    ),
    Hostile("a row repeated without end", ods_with(lambda xml: xml.replace(ROW, ENDLESS)), "blad_te_groot"),
    Hostile("overlapping parts", overlapping, "zip_te_veel"),
    Hostile("zips in zips", nested, "zip_in_zip"),
    Hostile("a formula", lambda: contacts(contact(1, vervolg="=HYPERLINK(\"x\")")).encode(), None),
    Hostile("a name with terminal codes", lambda: packed_named({"\x1b[2Jx.csv": contacts(contact(1))}), None),
]  # fmt: skip


def made() -> Iterator[tuple[Hostile, bytes]]:
    for item in FILES:
        yield item, item.make()


def stored(name: str, raw: bytes) -> bytes:
    packed_file = io.BytesIO()
    with zipfile.ZipFile(packed_file, "w", zipfile.ZIP_STORED) as target:
        target.writestr(name, raw)
    return packed_file.getvalue()
