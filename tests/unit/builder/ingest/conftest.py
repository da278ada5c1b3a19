"""A reader of made files, with the sources that ship."""

from collections.abc import Callable
from pathlib import Path

import pytest

from voorkant import ROOT
from voorkant.builder.ingest.read import read_file
from voorkant.builder.ingest.report import FileReport
from voorkant.declare.source import read_sources

Read = Callable[..., FileReport]
SOURCES = read_sources(ROOT / "data" / "sources")
HEAD = "contact_id;client_id;contactdatum;praktijk_agb;gemeentecode;minuten;vervolg;afgerond"


def contact(number: int = 1, **cells: str) -> str:
    """A line of ojg_contacten that is in order but for the cells given."""
    usual = {
        "contact_id": f"K{number}",
        "client_id": f"C{number}",
        "contactdatum": "2024-03-15",
        "praktijk_agb": "01000001",
        "gemeentecode": "GM9901",
        "minuten": "30",
        "vervolg": "nog_lopend",
        "afgerond": "nee",
    }
    return ";".join((usual | cells).values())


def contacts(*lines: str, head: str = HEAD) -> str:
    return "\n".join([head, *lines, ""])


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read_made(
        content: str | bytes, *, kind: str | None = None, name: str = "export.csv", **areas: str
    ) -> FileReport:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_file(path, SOURCES, kind, extra_areas=areas)

    return read_made


def rules(report: FileReport) -> list[str]:
    return [found.rule for found in report.findings]
