"""`dictionary`: what every source, indicator and programme means, written from the declarations themselves."""

import tomllib
from collections.abc import Iterable, Iterator

from voorkant import ROOT
from voorkant.commands.output import result
from voorkant.declare.indicator import DENOMINATORS, Indicator, read_indicators, split_header
from voorkant.declare.programme import Programme, read_programmes
from voorkant.declare.source import Column, Source, read_sources
from voorkant.domain.switchable import SWITCHABLE

KINDS = {
    "text": "tekst", "id": "kenmerk", "date": "datum", "period": "periode", "year": "jaar", "integer": "geheel getal",
    "decimal": "getal", "euro": "bedrag in euro",
    "yesno": "ja of nee", "code": "een van de waarden", "list": "een of meer van de waarden",
    "age": "leeftijd", "birthyear": "geboortejaar", "gemeente": "gemeentecode", "wijk": "wijkcode",
    "gebied": "gebiedscode", "postcode4": "vier cijfers", "agb": "AGB-code", "brin": "BRIN en vestiging",
    "location": "AGB, BRIN, wijk- of gemeentecode", "place": "AGB, BRIN, gebiedscode of kern",
    "star": "of er een * bij staat: voorlopig", "time": "tijd",
}  # fmt: skip
DIRECTIONS = {"lower": "lager is gunstig", "higher": "hoger is gunstig", "neither": "geen oordeel"}
LADDERS = {"inzet": "Wat doet de inzet", "uitkomst": "Wat verandert er", "context": "Context"}
SHAPES = {
    "count": "aantal",
    "share": "aandeel",
    "sum": "bedrag per jeugdige",
    "ratio": "verhouding van twee aantallen",
    "published": "cijfer dat geteld binnenkomt",
}


def dictionary() -> None:
    """Schrijf het gegevenswoordenboek (docs/data_dictionary.md) naar stdout."""
    result(data_dictionary())


def data_dictionary() -> str:
    """The whole dictionary, as Markdown."""
    data = ROOT / "data"
    parts = [
        "# Gegevenswoordenboek",
        "Gemaakt met `python -m voorkant dictionary` uit `data/sources`, `queries/indicators` en `data/programmes`. "
        "Wijzig die bestanden, niet dit.",
        "## Bronnen",
        *(text for source in read_sources(data / "sources").values() for text in _source(source)),
        "## Regels die voor een bron uit kunnen",
        "Met `[[regel_uit]]` in `voorkant.toml` of op *Gegevens inladen*, en altijd met een reden. Alle andere regels "
        "blijven aan.",
        _table(("regel", "wat hij zegt", "waarom hij uit mag"), map(_switchable, SWITCHABLE)),
        "## Indicatoren",
        *_indicators(read_indicators(ROOT / "queries" / "indicators").values()),
        "## Preventieve programma's",
        _table(
            ("programma", "titel", "plek", "bronnen", "indicatoren"),
            map(_programme, read_programmes(data / "programmes").values()),
        ),
        "## Uitrol in een publicatie",
        *_published("rollout"),
    ]
    return "\n\n".join(parts) + "\n"


def _table(heading: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heading, ("---",) * len(heading), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _source(source: Source) -> Iterator[str]:
    yield f"### {source.title} (`{source.slug}`)"
    yield f"Een rij is {source.row}. Sleutel: {_names(source.key)}." + "".join(
        f" Ten minste een van {_names(group)}." for group in source.one_of
    )
    heading = ("kolom", "soort", "verplicht", "persoonsgegeven", "heet ook", "waarden")
    yield _table(heading, (_column(column) for column in source.columns))


def _column(column: Column) -> tuple[str, ...]:
    return (
        f"`{column.name}`",
        KINDS[column.type],
        "ja" if column.required else "",
        "ja" if column.personal else "",
        ", ".join(column.synonyms),
        ", ".join(value for value, _ in column.values),
    )


def _switchable(rule: str) -> tuple[str, ...]:
    return f"`{rule}`", SWITCHABLE[rule].sentence, SWITCHABLE[rule].why


def _indicators(indicators: Iterable[Indicator]) -> Iterator[str]:
    declared = list(indicators)
    for ladder, title in LADDERS.items():
        yield f"### {title}"
        yield from (text for item in declared if item.ladder == ladder for text in _indicator(item))


def _indicator(item: Indicator) -> Iterator[str]:
    yield f"#### {item.title} (`{item.slug}`)"
    yield item.definition
    yield _table(
        ("", ""),
        [
            ("teller", item.numerator),
            ("noemer", DENOMINATORS[item.denominator]),
            ("eenheid", item.unit),
            ("vorm", f"{SHAPES[item.shape]}; geteld worden {item.counts}"),
            ("richting", DIRECTIONS[item.better]),
            ("bronnen", _names(item.sources)),
            ("volledig na", f"{item.complete_weeks} weken"),
            ("uitsplitsingen", _names(item.splits) or "geen"),
            ("per programma", "ja" if item.programmes else "nee"),
        ],
    )


def _programme(item: Programme) -> tuple[str, ...]:
    return f"`{item.slug}`", item.title, item.unit, _names(item.sources), _names(item.indicators)


def _published(table: str) -> Iterator[str]:
    """A table of a cube whose query says what its columns are."""
    path = ROOT / "queries" / "publish" / f"{table}.sql"
    header = tomllib.loads(split_header(path.read_text(encoding="utf-8"), path.name)[0])
    yield f"{header['title']}. Een rij is {header['grain']}."
    yield _table(("kolom", "betekenis"), ((f"`{name}`", words) for name, words in header["columns"].items()))


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
