"""From raw bytes to UTF-8 text with one kind of newline: nothing is guessed beyond the fixed order of encodings."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass

from voorkant.builder.ingest.rules import Stopped, stop

MAX_BYTES = 2_000_000_000
_MAGIC = {
    b"%PDF": "een PDF",
    b"MZ": "een programma",
    b"\x7fELF": "een programma",
    b"\xd0\xcf\x11\xe0": "een oud Office-bestand, maar geen Excel",
    b"\x1f\x8b": "een ingepakt bestand (gzip)",
    b"PAR1": "een Parquet-bestand",
    b"{\\rtf": "een tekstdocument (RTF)",
    b"\x89PNG": "een afbeelding",
    b"\xff\xd8\xff": "een afbeelding",
}
_HTML = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<head")
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_BOM = codecs.BOM_UTF8


_CHUNK = 1 << 24


@dataclass
class Content:
    """The bytes of a file, given away to the last who needs them: a large file then stands in memory once."""

    data: bytes

    def take(self) -> bytes:
        data, self.data = self.data, b""
        return data


@dataclass
class Text(Content):
    """UTF-8 without BOM, lines ended by \\n only, the last one too."""

    encoding: str
    newline: str  # as it was in the file: \n, \r\n, \r or gemengd
    unterminated: bool  # the file did not end with a newline
    joined: bool  # a BOM stood at the start of a later line


def decode(raw: bytes) -> Text:
    """The text of a file. Stopped when it is empty, too large, no text, or not strictly one of the encodings."""
    _refuse_by_content(raw)
    data, encoding = _as_utf8(raw)
    del raw
    if b"\0" in data:
        raise stop("nulbytes", "Exporteer het bestand opnieuw en controleer of het downloaden is gelukt.")
    data, newline = _one_newline(data)
    joined = not data.isascii() and b"\n" + _BOM in data
    if joined:
        data = data.replace(b"\n" + _BOM, b"\n")
    if not data or data.isspace():
        raise stop("leeg_bestand", "Er staan alleen lege regels in. Exporteer het bestand opnieuw.")
    unterminated = not data.endswith(b"\n")
    return Text(data + b"\n" if unterminated else data, encoding, newline, unterminated, joined)


def _refuse_by_content(raw: bytes) -> None:
    if not raw:
        raise stop("leeg_bestand", "Exporteer het bestand opnieuw; deze versie is 0 bytes groot.")
    if len(raw) > MAX_BYTES:
        raise stop("te_groot", f"Splits de export in bestanden van hooguit {MAX_BYTES // 10**9} GB.")
    kind = next((name for magic, name in _MAGIC.items() if raw.startswith(magic)), None)
    if kind is None and raw[:512].removeprefix(_BOM).lstrip().lower().startswith(_HTML):
        kind = "een webpagina (HTML of XML)"
    if kind:
        raise stop("geen_tekst", f"De inhoud is {kind}. Sla de gegevens op als CSV en lever dat bestand aan.")


def _as_utf8(raw: bytes) -> tuple[bytes, str]:
    for bom, name in _UTF16.items():
        if raw.startswith(bom):
            return _recoded(raw[len(bom) :], name), name
    if raw.startswith(_BOM):
        data = raw[len(_BOM) :]
        _refuse_undecodable(data)
        return data, "utf-8-sig"
    if _is_utf8(raw):
        return raw, "utf-8"
    return _recoded(raw, "cp1252"), "cp1252"


def _is_utf8(raw: bytes) -> bool:
    try:
        _refuse_undecodable(raw)
    except Stopped:
        return False
    return True


def _refuse_undecodable(raw: bytes) -> None:
    if not raw.isascii():
        for _ in _decoded(raw, "utf-8"):
            pass


def _recoded(raw: bytes, encoding: str) -> bytes:
    return b"".join(part.encode() for part in _decoded(raw, encoding))


def _decoded(raw: bytes, encoding: str) -> Iterator[str]:
    """The text in parts: as a whole it would take up to four times the room of the file."""
    decoder = codecs.getincrementaldecoder(encoding)()
    for start in range(0, len(raw), _CHUNK):
        part = raw[start : start + _CHUNK]
        try:
            yield decoder.decode(part, final=start + _CHUNK >= len(raw))
        except UnicodeDecodeError as error:
            place = start + len(part) - len(error.object) + error.start  # it may have begun in the part before
            line = raw.count(b"\n", 0, place) + 1
            raise stop("codering", f"Sla het bestand op als UTF-8. Het gaat mis op regel {line}.", line=line) from error


def _one_newline(data: bytes) -> tuple[bytes, str]:
    if b"\r" not in data:
        return data, "\n"
    both, returns, feeds = data.count(b"\r\n"), data.count(b"\r"), data.count(b"\n")
    alone = "\r" if feeds == 0 else "gemengd"
    name = "\r\n" if both == returns == feeds else alone
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n"), name
