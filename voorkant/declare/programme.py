"""A preventive programme, as `data/programmes/<slug>.toml` declares it."""

from dataclasses import dataclass
from pathlib import Path

from voorkant.declare.strict import read_toml

UNITS = frozenset({"praktijk", "school", "wijk", "kern", "gemeente", "gezin"})


@dataclass(frozen=True)
class Programme:
    """One programme: the places where it works and the indicators it has."""

    slug: str
    title: str
    unit: str
    sources: tuple[str, ...]
    indicators: tuple[str, ...]


def read_programme(path: Path) -> Programme:
    """The programme that a TOML file declares. DataRefused when the file is wrong."""
    top = read_toml(path)
    programme = Programme(
        slug=path.stem,
        title=top.take("title", str),
        unit=top.choice("unit", UNITS),
        sources=top.texts("sources"),
        indicators=top.texts("indicators"),
    )
    top.done()
    return programme


def read_programmes(*folders: Path) -> dict[str, Programme]:
    """All programmes by slug; a later folder replaces an earlier one."""
    return {path.stem: read_programme(path) for folder in folders for path in sorted(folder.glob("*.toml"))}
