"""All that the declarations of the checkout and the home say, read once for a build."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from voorkant import ROOT, __version__
from voorkant.builder.database import QUERIES
from voorkant.builder.ingest.read import read_files
from voorkant.builder.ingest.report import FileReport
from voorkant.builder.store.days import span
from voorkant.builder.store.history import Delivery
from voorkant.declare.consent import consents, with_consent
from voorkant.declare.cubeplan import PlanTable, read_cubeplan
from voorkant.declare.detail import check_grounds
from voorkant.declare.eventfile import read_events
from voorkant.declare.home import Home
from voorkant.declare.indicator import Indicator, read_indicators
from voorkant.declare.mapping import FileMapping, read_mappings
from voorkant.declare.narrowing import narrowed
from voorkant.declare.pilot import Pilot, pilot_folders
from voorkant.declare.pilotnames import names, read_sorted
from voorkant.declare.programme import Programme, read_programmes
from voorkant.declare.retention import Terms
from voorkant.declare.ruleoff import RuleOff, rules_off, without_rules
from voorkant.declare.settings import Settings, read_settings
from voorkant.declare.source import Source, in_cents, read_sources
from voorkant.declare.strict import nearest
from voorkant.declare.supply import check_supplies
from voorkant.declare.variant import read_variants
from voorkant.domain.problem import DataRefused

Progress = Callable[[str], None]
DATA = ROOT / "data"


@dataclass(frozen=True)
class Declared:
    """Settings, sources, programmes, indicators, pilots and the cube plan."""

    settings: Settings
    rules_off: tuple[RuleOff, ...]
    sources: Mapping[str, Source]
    programmes: Mapping[str, Programme]
    indicators: tuple[Indicator, ...]
    plan: tuple[PlanTable, ...]
    forms: Mapping[str, Source] = field(default_factory=dict)  # other forms of the sources, by their own slug
    mappings: Mapping[str, FileMapping] = field(default_factory=dict)
    pilots: Mapping[str, Pilot] = field(default_factory=dict)
    refused_pilots: Mapping[str, str] = field(default_factory=dict)  # why the file of a slug is no pilot

    @property
    def kinds(self) -> dict[str, Source]:
        """All that a file can be recognised as."""
        return {**self.sources, **self.forms}

    def read(self, path: Path, kind: str | None = None) -> list[FileReport]:
        """Read and check what a file holds, with all that is declared and was decided."""
        gemeenten = self.settings.gemeenten
        return read_files(path, self.kinds, kind, extra_areas=gemeenten, mappings=self.mappings)

    @property
    def reading(self) -> str:
        """The same as long as files are read in the same way."""
        told = (__version__, sorted(self.kinds.items()), sorted(self.mappings.items()), self.settings.gemeenten)
        return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def read_declared(home: Home) -> Declared:
    """What is declared. DataRefused with file, key and nearest valid name when one of the files is wrong."""
    settings = read_settings(home.settings)
    off = rules_off(home, settings.rules_off)
    stated = in_cents(read_sources(*home.declared("sources")), settings.cents)
    sources = with_consent(without_rules(stated, off), consents(home, settings.reduced))
    check_supplies(settings.supplies, sources)
    check_terms(settings.terms, sources)
    programmes = read_programmes(*home.declared("programmes"))
    check_grounds(settings.detail, programmes)
    indicators = read_indicators(QUERIES / "indicators")
    pilots = read_sorted(home, names(programmes, indicators, settings.gemeenten))
    return Declared(
        settings=settings,
        rules_off=off,
        sources=sources,
        forms=read_variants(sources, home),
        mappings=read_mappings(home),
        programmes=programmes,
        indicators=tuple(indicators.values()),
        pilots=pilots.sound,
        refused_pilots=pilots.refused,
        plan=narrowed(read_cubeplan(DATA / "cubeplan.toml"), settings.narrowings),
    )


def check_terms(terms: Terms, sources: Mapping[str, Source]) -> None:
    """DataRefused for the term of a source that does not exist, or whose rows are about no time."""
    for slug in terms:
        where = f"voorkant.toml, [bronnen.{slug}]"
        if slug not in sources:
            raise DataRefused(f"{where}: de bron '{slug}' bestaat niet.{nearest(slug, sources)}")
        if span(sources[slug]) is None:
            raise DataRefused(f"{where}: rijen van deze bron hebben geen dag of jaar. Laat 'bewaartermijn' weg.")


def fingerprint(home: Home, history: Iterable[Delivery]) -> str:
    """What a publication is made from: the deliveries, the declarations and this version's own queries."""
    digest = hashlib.sha256(__version__.encode())
    for item in (item for item in history if item.undone is None):
        digest.update(f"{item.sha256}{item.used}{item.replaced}{item.warnings}{item.purged or ''}".encode())
    files = {
        path
        for folder, pattern in (
            (home.path, home.settings.name), (home.path, "*.csv"), (home.path / "sources", "*.toml"),
            (home.path / "programmes", "*.toml"), (home.work, "productindeling.csv"), (home.work / "rules", "*.toml"),
            *((folder, "*.*") for folder in pilot_folders(home)),
            (DATA, "*.*"), (DATA / "sources", "*.toml"), (DATA / "programmes", "*.toml"), (DATA / "codes", "*.csv"),
            (QUERIES, "*/*.sql"),
            (QUERIES, "*/*.toml"),
        )
        for path in folder.glob(pattern)
    }  # fmt: skip
    breaks = [
        item for item in read_events(home, strict=True) if item.breaks
    ]  # what else is kept there touches no verdict
    digest.update(repr(breaks).encode())
    for path in sorted(files):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]
