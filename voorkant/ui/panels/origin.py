"""Where a figure comes from, folded directly under it: meaning, counts, files, owner, limits, last check, changes."""

from collections.abc import Iterator, Sequence
from html import escape

from voorkant.charts.areamap import MapPlot
from voorkant.charts.courses import CoursesPlot
from voorkant.charts.curve import CurvePlot
from voorkant.charts.description import Description
from voorkant.charts.flow import FlowPlot
from voorkant.charts.funnel import FunnelPlot
from voorkant.charts.multiples import MultiplesPlot
from voorkant.charts.rank import RankPlot
from voorkant.charts.told import Told
from voorkant.domain.selection import Selection
from voorkant.report import asking
from voorkant.report.rows import Header, Source
from voorkant.text import origin as words
from voorkant.ui import cache
from voorkant.ui.panels import answers

FROM, READ = "Waar komt dit getal vandaan?", "Hoe is dit beeld te lezen?"
DIVIDED = "Teller en noemer"
KINDS: dict[type, str] = {
    FunnelPlot: "funnel",
    RankPlot: "rank",
    CoursesPlot: "courses",
    MapPlot: "map",
    MultiplesPlot: "multiples",
    FlowPlot: "flow",
    CurvePlot: "curve",
}
"""The reading help of each kind of picture; of one that is made of HTML that of pictures."""
Terms = tuple[tuple[str, str], ...]


def of(header: Header, chosen: Selection) -> Terms:
    """(term, words) of all that is known of where an indicator comes from."""
    return tuple(_of(header, chosen))


def _of(header: Header, chosen: Selection) -> Iterator[tuple[str, str]]:
    about = cache.about(chosen.gemeente, chosen.protection)
    behind = answers.origin(chosen, header.slug)
    yield "Betekenis", header.definition
    yield DIVIDED, header.divided
    yield "Bron", header.source_text
    yield "Leveringen", asking.files(behind, "teller") or words.NO_FILE
    if below := asking.files(behind, "noemer"):
        yield words.BELOW, below
    yield "Wie levert", _named([item for item in behind if item.part == "teller"], "eigenaar") or words.NO_OWNER
    yield "Grenzen", words.limits(header.ladder, header.counts, header.lag_weeks)
    yield "Laatste controle", words.checked(about["publication"], about.get("made_at", ""))
    yield "Wijzigingen", _named(behind, "afwijking") or words.UNCHANGED


def _named(behind: Sequence[Source], topic: str) -> str:
    return "; ".join(dict.fromkeys(item.words for item in behind if item.topic == topic))


def markup(shown: Description | Told, terms: Terms) -> str:
    """HTML that opens by one button: where it comes from where that is known, and how the picture is read."""
    listed = "".join(
        f"<dt>{escape(term)}</dt><dd>{escape(said)}</dd>" for term, said in (*terms, ("Zo te lezen", _reading(shown)))
    )
    return (
        f'<details class="vk-how vk-origin"><summary>{FROM if terms else READ}</summary>'
        f'<dl class="vk-method">{listed}</dl></details>'
    )


def _reading(shown: Description | Told) -> str:
    if isinstance(shown, Description):
        return words.READING[shown.kind]
    return words.READING[KINDS.get(type(shown), "picture")]
