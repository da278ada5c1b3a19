"""What youths and parents say of a programme: beside the figures, under a heading of its own."""

from dataclasses import dataclass, replace

from voorkant.domain.protection import Reason
from voorkant.domain.selection import Selection
from voorkant.report.byyear import by_year
from voorkant.report.rows import Finding, Header
from voorkant.ui.heading import part
from voorkant.ui.panels import answers, overview
from voorkant.ui.panels.tile import article
from voorkant.ui.snapshots import noted
from voorkant.ui.table import stack

SLUG = "ervaring"
BESIDE = (
    "Ervaringen staan naast de cijfers en tellen er niet in mee. Alleen wie wilde, vulde iets in: "
    "het zegt niet wat alle jongeren en ouders vinden."
)


@dataclass(frozen=True)
class Said:
    """What was said of a programme in a gemeente."""

    wanted: Selection
    header: Header
    finding: Finding


def of(chosen: Selection, programme: str) -> Said | None:
    """None where the programme asks nobody, or does not work here."""
    if SLUG not in answers.offered(chosen, programme):
        return None
    wanted = replace(overview.yearly(chosen), programme=programme)
    found = answers.findings(wanted, [SLUG]).get(SLUG)
    if found is None or found.latest.reason == Reason.NVT:
        return None
    return Said(wanted, answers.headers(wanted, [SLUG])[SLUG], found)


def show(said: Said) -> None:
    noted.draw(markup(said))


def markup(said: Said) -> str:
    """Its newest share and every year, under a heading of its own."""
    tile = article(said.header, said.finding, said.wanted)
    headers, lines = by_year(list(answers.figures(said.wanted, [SLUG]).values()))
    years = stack(headers, lines, caption=f"{said.header.title} per jaar")
    return (
        f'{part("Wat vinden jongeren en ouders")}<p class="vk-process">{BESIDE}</p>'
        f'<div class="vk-tiles">{tile}</div>{years}'
    )
