"""All that the declarations of the checkout and the home say, read once for a build."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from voorkant import ROOT, __version__
from voorkant.builder.database import QUERIES
from voorkant.builder.store.history import Delivery
from voorkant.declare.consent import consents, with_consent
from voorkant.declare.cubeplan import PlanTable, read_cubeplan
from voorkant.declare.home import Home
from voorkant.declare.indicator import Indicator, read_indicators
from voorkant.declare.programme import Programme, read_programmes
from voorkant.declare.settings import Settings, read_settings
from voorkant.declare.source import Source, in_cents, read_sources

Progress = Callable[[str], None]
DATA = ROOT / "data"


@dataclass(frozen=True)
class Declared:
    """Settings, sources, programmes, indicators and the cube plan."""

    settings: Settings
    sources: Mapping[str, Source]
    programmes: Mapping[str, Programme]
    indicators: tuple[Indicator, ...]
    plan: tuple[PlanTable, ...]


def read_declared(home: Home) -> Declared:
    """What is declared. DataRefused with file, key and nearest valid name when one of the files is wrong."""
    settings = read_settings(home.settings)
    return Declared(
        settings=settings,
        sources=with_consent(
            in_cents(read_sources(*home.declared("sources")), settings.cents), consents(home, settings.reduced)
        ),
        programmes=read_programmes(*home.declared("programmes")),
        indicators=tuple(read_indicators(QUERIES / "indicators").values()),
        plan=read_cubeplan(DATA / "cubeplan.toml"),
    )


def fingerprint(home: Home, history: Iterable[Delivery]) -> str:
    """What a publication is made from: the deliveries, the declarations and this version's own queries."""
    digest = hashlib.sha256(__version__.encode())
    for item in history:
        digest.update(f"{item.sha256}{item.used}".encode())
    files = {
        path
        for folder, pattern in (
            (home.path, "*.toml"), (home.path, "*.csv"), (home.path / "sources", "*.toml"),
            (home.path / "programmes", "*.toml"), (DATA, "*.*"), (DATA / "sources", "*.toml"),
            (DATA / "programmes", "*.toml"), (DATA / "codes", "*.csv"), (QUERIES, "*/*.sql"),
        )
        for path in folder.glob(pattern)
    }  # fmt: skip
    for path in sorted(files):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]
