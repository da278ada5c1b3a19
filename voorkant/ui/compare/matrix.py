"""All measures of the chosen areas in one matrix."""

from collections.abc import Iterator, Mapping
from html import escape

from voorkant.cube.reader import panel_sql
from voorkant.report.rug import Measures, Rug, Square, rug
from voorkant.ui.compare.asked import Asked
from voorkant.ui.panels import figure
from voorkant.ui.panels.download import of_picture
from voorkant.ui.panels.figure import Account

TITLE = "Alle maten naast elkaar"


def show(of: Asked, areas: Mapping[str, str]) -> None:
    """`areas`: code -> name of the columns."""
    made = rug(Measures(of.found, of.headers, areas, of.publication, of.kind, of.whole), of.place)
    if made is None:
        return
    figure.picture(made.told, "".join(_rug(made, of)))
    queries = {"Wat dit beeld uit de publicatie leest": panel_sql("compare")}
    files = of_picture(made.told, of.place, of.publication)
    about = Account(TITLE, "context", of.delivered(*of.found), queries, made.told.title, files)
    figure.explain(made.told, about, of.chosen)


def _rug(made: Rug, of: Asked) -> Iterator[str]:
    """The own area is the first column of its own kind; parts have none."""
    first = made.told.headers[2] if of.kind.many != "gemeenten" else "Regio"
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in (first, *made.areas))
    own = "vk-rug-own " if first == "Regio" else ""
    yield f'<table class="{own}vk-rug"><caption class="vk-quiet">{escape(made.told.title)}</caption>'
    yield f'<thead><tr><th scope="col">Maat</th>{heads}</tr></thead><tbody>'
    for line in made.lines:
        squares = "".join(map(_square, line.squares))
        yield f'<tr><th scope="row">{escape(line.title)}<small>{escape(line.period)}</small></th>{squares}</tr>'
    yield "</tbody></table>"


def _square(square: Square) -> str:
    below = f"<small>{escape(square.words)}</small>" if square.words else ""
    return f'<td class="vk-rug-{square.kind}">{escape(square.value)}{below}</td>'
