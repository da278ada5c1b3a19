"""What the programme does per place, counted from each place's own start."""

from collections.abc import Iterator
from html import escape

from voorkant.cube.reader import panel_sql
from voorkant.report.aligned import Aligned, Measure, Quarter, Square, aligned
from voorkant.text import rollout as words
from voorkant.ui import own
from voorkant.ui.alone import alone
from voorkant.ui.panels import answers, figure, inside
from voorkant.ui.panels.notice import notice
from voorkant.ui.rollout.asked import Asked

NOTHING = "Van dit programma zijn er geen aantallen per plek en kwartaal. Kies in de zijbalk een ander programma."
KEY = (
    '<p class="vk-key"><span class="vk-square-hidden">0–4</span> niet te tonen: wat het kan zijn '
    '<span class="vk-square-hidden">×</span> niet te tonen, ook niet als bereik '
    '<span class="vk-square-open">12</span> kan nog veranderen '
    "<span>–</span> het programma werkte er niet, of er is niets geleverd</p>"
)


@alone
def show(of: Asked) -> None:
    measures = {item.slug: item for item in of.ask_rollout("rollout_measures", Measure)}
    if not measures:
        notice("Geen aantallen per kwartaal", NOTHING)
        return
    titles = {slug: item.title for slug, item in measures.items()}
    measure = measures[own.choice("maat", "Wat wordt er geteld?", titles)]
    cells = of.ask_rollout("rollout_quarters", Quarter, indicator=measure.slug, until=of.until)
    if not cells:
        notice("Geen aantallen per kwartaal", NOTHING)
        return
    publication = answers.publication(of.chosen)
    picture = aligned(measure, cells, publication, place=of.place, unit=of.programme.unit)
    figure.picture(picture.told, f"{''.join(_picture(picture, words.PLACES[of.programme.unit][0]))}{KEY}")
    queries = {
        "Wat er bij het publiceren wordt geteld": measure.query,
        "Wat dit beeld uit de publicatie leest": panel_sql("rollout_quarters"),
    }
    files = inside.files(picture.told, of.chosen)
    behind = answers.deliveries(of.chosen)[measure.slug]
    about = figure.Account(measure.title, "inzet", behind.words, queries, picture.told.title, files)
    figure.explain(picture.told, about, of.chosen)


def _picture(of: Aligned, unit: str) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{quarter}</th>' for quarter in of.quarters)
    yield f'<table class="vk-squares"><caption class="vk-quiet">{escape(of.told.title)}</caption>'
    yield f'<thead><tr><th scope="col">{unit.capitalize()}</th>{heads}</tr></thead><tbody>'
    for name, squares in of.places:
        beyond = "<td></td>" * (len(of.quarters) - len(squares))
        yield f'<tr><th scope="row">{escape(name)}</th>{"".join(map(_square, squares))}{beyond}</tr>'
    yield "</tbody></table>"


def _square(square: Square) -> str:
    kind = "vk-square-hidden" if square.hidden else f"vk-square-{square.shade}"
    still = "" if square.firm else " vk-square-open"
    return f'<td class="{kind}{still}" title="{escape(square.words)}">{escape(square.text)}</td>'
