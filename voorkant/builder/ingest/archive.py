"""Zip files, which Excel files are too: what they declare is judged before anything of them is unpacked."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from voorkant.builder.ingest.rules import Stopped, stop

MAX_MEMBERS = 100
_MAX_PARTS = 5_000
_LISTED, _MAX_LISTED = b"PK\x01\x02", 20_000
"""What each file in the list of a zip begins with; those of workbooks in it are counted too."""
_MAX_UNPACKED, _MAX_WORKBOOK = 2_000_000_000, 500_000_000
_MAX_RATIO, _SMALL = 100, 20_000_000
"""Deflate packs at most 1:1000; tables hardly ever more than 1:50. Below 20 MB it does not matter."""
_CHUNK = 1 << 20
_PATH_TRICK = re.compile(r"^[/\\]|^[A-Za-z]:|\\|(^|/)\.\.(/|$)|\0")
_BY_SYSTEM = re.compile(r"(^|/)(__MACOSX/|\.|Thumbs\.db$|desktop\.ini$|~\$)", re.IGNORECASE)
_WORKBOOK = {"xl/workbook.xml": "xlsx", "xl/workbook.bin": "xlsb"}
_OTHER = {"word/": "een Word-bestand", "ppt/": "een PowerPoint-bestand"}
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


@dataclass(frozen=True)
class Archive:
    """A zip file that may be unpacked. `format`: xlsx, xlsb, ods, or zip for one with files of its own."""

    file: zipfile.ZipFile
    format: str

    def read(self, name: str) -> bytes:
        """One part, whole. Stopped when it is damaged or is not as large as it says."""
        return b"".join(self._chunks(name))

    def read_xml(self, name: str) -> bytes:
        """One part of a workbook. Stopped when it declares words of its own: what they stand for, readers leave out."""
        xml = self.read(name)
        if b"<!DOCTYPE" in xml:
            raise damaged()
        return xml

    def verify(self) -> None:
        """Unpack every part once and keep nothing, for a library that does not look at what they say of their size."""
        for name in self.file.namelist():
            for _ in self._chunks(name):
                pass

    def _chunks(self, name: str) -> Iterator[bytes]:
        try:
            with self.file.open(name) as part:
                while chunk := part.read(_CHUNK):
                    yield chunk
        except (KeyError, RuntimeError, *_BROKEN) as error:
            raise damaged() from error

    @property
    def members(self) -> list[str]:
        """The files in it, without folders and without what a computer leaves behind."""
        return [name for name in self.file.namelist() if not name.endswith("/") and not _BY_SYSTEM.search(name)]


def damaged() -> Stopped:
    return stop("beschadigd", "Open het bestand op de eigen computer. Lukt dat niet, maak dan een nieuwe export.")


def open_archive(raw: bytes) -> Archive:
    """Stopped when it is damaged, locked, too large, or made to deceive."""
    listed = raw.count(_LISTED)
    if listed > _MAX_LISTED:  # before a list of millions is made
        raise _too_many(listed)
    try:
        file = zipfile.ZipFile(io.BytesIO(raw))
    except _BROKEN as error:
        raise damaged() from error
    parts = file.infolist()
    archive = Archive(file, _format(file))
    _refuse_large(parts, packed=len(raw), workbook=archive.format != "zip")
    if any(part.flag_bits & 1 for part in parts):
        raise stop("wachtwoord", "Sla het bestand op zonder wachtwoord en lever het opnieuw aan.")
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts):
        raise stop("zip_methode", "Pak de bestanden opnieuw in als gewone zip, of lever ze los aan.")
    if len(set(file.namelist())) < len(parts):
        raise stop("zip_dubbel", "Geef elk bestand een eigen naam en pak ze opnieuw in.")
    if archive.format == "zip":
        _refuse_names(archive)
    return archive


def _format(file: zipfile.ZipFile) -> str:
    names = file.namelist()
    if "mimetype" in names and "content.xml" in names:
        return "ods"
    for part, found in _WORKBOOK.items():
        if part in names:
            return found
    for folder, kind in _OTHER.items():
        if any(name.startswith(folder) for name in names) and "[Content_Types].xml" in names:
            raise stop("geen_tekst", f"De inhoud is {kind}. Zet de gegevens in een Excel- of CSV-bestand.")
    return "zip"


def _refuse_large(parts: list[zipfile.ZipInfo], *, packed: int, workbook: bool) -> None:
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > _MAX_PARTS:
        raise _too_many(len(parts))
    if unpacked > (_MAX_WORKBOOK if workbook else _MAX_UNPACKED):
        raise stop("te_groot", f"Uitgepakt is het {unpacked // 10**6} MB. Splits de export, of lever hem aan als CSV.")
    if unpacked > _SMALL and unpacked > _MAX_RATIO * packed:
        advice = f"Het bestand zou van {packed // 1000} kB naar {unpacked // 10**6} MB groeien. Maak een nieuwe export."
        raise stop("zip_bom", advice)


def _refuse_names(archive: Archive) -> None:
    names = archive.members
    if any(_PATH_TRICK.search(name) for name in archive.file.namelist()):
        raise stop("zip_pad", "Pak de bestanden opnieuw in, zonder mappen buiten de zip.")
    if not names:
        raise stop("leeg_bestand", "Er zitten geen bestanden in de zip.")
    if len(names) > MAX_MEMBERS:
        raise _too_many(len(names))


def _too_many(count: int) -> Stopped:
    return stop("zip_te_veel", f"Er zitten {count} bestanden in; hooguit {MAX_MEMBERS} kan. Splits de zip.")
