"""The kinds of file that a memo can be, by their suffix."""

from collections.abc import Callable
from dataclasses import dataclass

from voorkant.charts import picture
from voorkant.declare.home import Home
from voorkant.declare.jobs import storage_words
from voorkant.declare.memofile import KINDS
from voorkant.domain.problem import DataRefused, Problem
from voorkant.report.memo import reading
from voorkant.report.memo.description import Memo
from voorkant.report.memo.package import packed

OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True)
class Format:
    """A kind of file: its word on a button, its media type, and what writes it."""

    word: str
    media: str
    write: Callable[[Memo, Home], bytes]


def _word(memo: Memo, home: Home) -> bytes:
    from voorkant.report.memo import word  # noqa: PLC0415 - each format loads what only it needs

    try:
        return word.write(memo, template(memo, home))
    except DataRefused as refused:
        raise DataRefused(f"templates/{_own(memo)}: {refused}") from refused


def _pdf(memo: Memo, _home: Home) -> bytes:
    from voorkant.report.memo import pdf  # noqa: PLC0415 - the same

    return pdf.write(memo)


def _book(memo: Memo, _home: Home) -> bytes:
    from voorkant.report.memo import book  # noqa: PLC0415 - the same

    return book.write(memo)


def _slides(memo: Memo, _home: Home) -> bytes:
    from voorkant.report.memo import slides  # noqa: PLC0415 - the same

    return slides.write(memo)


def _page(memo: Memo, _home: Home) -> bytes:
    from voorkant.report.memo import standalone  # noqa: PLC0415 - the same

    return standalone.write(memo)


def _pictures(memo: Memo, _home: Home) -> bytes:
    """Every picture as PNG and SVG, with its words in a file beside it."""
    files: dict[str, bytes] = {}
    for shown in memo.pictures:
        about, name = shown.picture, f"figuur-{shown.number}"
        told = [about.title, about.alt, reading.marks(about), reading.source(about)]
        files[f"{name}.png"] = picture.png(about, shown.bars) or b""
        files[f"{name}.svg"] = (picture.svg(about, shown.bars) or "").encode()
        files[f"{name}.txt"] = "\n".join(filter(None, told)).encode()
    return packed(files)


def template(memo: Memo, home: Home) -> bytes:
    """The municipality's own of this kind, `templates/<kind>.docx` in its home; else ours."""
    from voorkant.report.memo import wordtemplate  # noqa: PLC0415 - the same

    own = home.path / "templates" / _own(memo)
    try:
        return own.read_bytes() if own.exists() else wordtemplate.template(own.stem)
    except OSError as error:
        raise DataRefused(storage_words(error)) from error


def _own(memo: Memo) -> str:
    return next(f"{code}.docx" for code, name in KINDS.items() if name == memo.about.kind)


FORMATS = {
    "docx": Format("Word", f"{OFFICE}.wordprocessingml.document", _word),
    "pdf": Format("PDF", "application/pdf", _pdf),
    "pptx": Format("PowerPoint", f"{OFFICE}.presentationml.presentation", _slides),
    "xlsx": Format("Excel", f"{OFFICE}.spreadsheetml.sheet", _book),
    "html": Format("Webpagina", "text/html", _page),
    "zip": Format("Plaatjes", "application/zip", _pictures),
}


def written(memo: Memo, suffix: str, home: Home) -> bytes:
    """The file of a memo. Problem for a kind of file that is none."""
    if suffix not in FORMATS:
        kind = f".{suffix}" if suffix else "bestand zonder soort"
        raise Problem(f"Een brief kan geen {kind} zijn. Kies uit: {', '.join(f'.{known}' for known in FORMATS)}.")
    return FORMATS[suffix].write(memo, home)


def file_name(memo: Memo, suffix: str) -> str:
    """What it is, of where and until when, with its code."""
    about = memo.about
    words = f"{about.kind} {about.place} {about.period} {about.code}".lower()
    plain = "".join(letter if letter.isalnum() else "-" for letter in words)
    return f"{plain}.{suffix}"
