"""Checking files without storing anything."""

from collections.abc import Iterator
from pathlib import Path

from voorkant.builder.declared import read_declared
from voorkant.builder.ingest.report import FileReport
from voorkant.declare.home import Home, find_home
from voorkant.domain.problem import Problem


def check_files(paths: list[Path], kind: str | None) -> Iterator[FileReport]:
    """The reports of every file, folders searched. Problem for a path or a kind that does not exist."""
    home = find_home()
    declared = read_declared(home)
    sources = declared.kinds
    if kind and kind not in sources:
        raise Problem(f"De soort {kind!r} bestaat niet. Kies uit: {', '.join(sorted(sources))}.")
    for path in paths:
        if not path.exists():
            raise Problem(f"{path} bestaat niet. Controleer de naam en de map.")
        found = sorted(item for item in _inside(path).rglob("*") if item.is_file()) if path.is_dir() else [path]
        if not found:
            raise Problem(f"In {path} staan geen bestanden. Zet er exports in of noem een andere map.")
        for file in found:
            yield from declared.read(file, kind)


def _inside(folder: Path) -> Path:
    """Of a home its exports: keys and records are no deliveries."""
    exports = Home(folder).exports
    return exports if exports.is_dir() else folder
