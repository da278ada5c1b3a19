"""The home folder of a municipality: who reads and writes where (docs/architecture.md)."""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import platformdirs

from voorkant import ROOT


@dataclass(frozen=True)
class Home:
    """The fixed places in one home folder."""

    path: Path

    @property
    def settings(self) -> Path:
        return self.path / "voorkant.toml"

    @property
    def exports(self) -> Path:
        """The inbox: only people empty it."""
        return self.path / "exports"

    @property
    def records(self) -> Path:
        """The builder's own: delivered rows and history. The app never opens it."""
        return self.path / "records"

    @property
    def published(self) -> Path:
        """Cubes: the builder writes, the app reads."""
        return self.path / "published"

    @property
    def work(self) -> Path:
        """What the app writes: jobs, drafts, decisions."""
        return self.path / "work"

    def declared(self, kind: str) -> tuple[Path, Path]:
        """The folders of declarations of a kind (sources, programmes, ...): ours, then the municipality's own."""
        return ROOT / "data" / kind, self.path / kind


def find_home() -> Home:
    """The home that VOORKANT_HOME names; else the demo when it is there; else the user's data folder."""
    if named := os.environ.get("VOORKANT_HOME"):
        return _named(named)
    demo = ROOT / "var" / "demo"
    return Home(demo if demo.exists() else Path(platformdirs.user_data_dir("voorkant", appauthor=False)))


@lru_cache
def _named(folder: str) -> Home:
    """Looked up once: following the links of a path is asked for twenty times on a page."""
    return Home(Path(folder).expanduser().resolve())
