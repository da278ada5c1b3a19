"""Checking files without storing anything."""

from collections.abc import Iterator
from pathlib import Path

from voorkant.builder.ingest.read import read_files
from voorkant.builder.ingest.report import FileReport
from voorkant.declare.consent import consents, with_consent
from voorkant.declare.home import find_home
from voorkant.declare.settings import read_settings
from voorkant.declare.source import in_cents, read_sources
from voorkant.domain.problem import Problem


def check_files(paths: list[Path], kind: str | None) -> Iterator[FileReport]:
    """The reports of every file, folders searched. Problem for a path or a kind that does not exist."""
    home = find_home()
    settings = read_settings(home.settings)
    declared = in_cents(read_sources(*home.declared("sources")), settings.cents)
    sources = with_consent(declared, consents(home, settings.reduced))
    if kind and kind not in sources:
        raise Problem(f"De soort {kind!r} bestaat niet. Kies uit: {', '.join(sorted(sources))}.")
    for path in paths:
        if not path.exists():
            raise Problem(f"{path} bestaat niet. Controleer de naam en de map.")
        found = sorted(item for item in path.rglob("*") if item.is_file()) if path.is_dir() else [path]
        if not found:
            raise Problem(f"In {path} staan geen bestanden. Zet er exports in of noem een andere map.")
        for file in found:
            yield from read_files(file, sources, kind, extra_areas=settings.gemeenten)
