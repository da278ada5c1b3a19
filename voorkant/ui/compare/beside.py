"""The page's own order: what is chosen, what one sees, one picture of it, why these gemeenten, and all measures."""

from collections.abc import Iterator
from html import escape

import streamlit as st

from voorkant.charts.ready import Drawable
from voorkant.cube.reader import panel_sql
from voorkant.domain.selection import Selection
from voorkant.report.areafunnel import funnel_of
from voorkant.report.compare import Standing, against, benchmark_of, between, limit_of
from voorkant.report.courses import courses_plot
from voorkant.report.peers import Peers
from voorkant.report.rug import Measures, Rug, Square, rug
from voorkant.report.standings import Compared, rank_plot
from voorkant.text import numbers, periods
from voorkant.text.compare import Beside, summary
from voorkant.ui import own
from voorkant.ui.choices import has_region
from voorkant.ui.compare.asked import Asked
from voorkant.ui.compare.choose import Choice, choose, manage
from voorkant.ui.heading import heading
from voorkant.ui.panels import figure, origin
from voorkant.ui.panels.download import of_picture
from voorkant.ui.panels.figure import Account
from voorkant.ui.panels.notice import notice
from voorkant.ui.table import table

HEIGHT = 340
VIEWS = {"volgorde": "Volgorde", "verloop": "Verloop", "trechter": "Naast de grootte"}
NOTHING = "Van deze gemeente is er nog geen openbaar jaarcijfer om naast andere te zetten. Kies een andere gemeente."
NO_VIEW = {
    "verloop": "Daarvoor zijn twee jaren nodig. Kies een andere maat.",
    "trechter": "Daarvoor zijn aantallen van ten minste vijf gemeenten nodig. Kies een andere maat.",
}
ALL_PUBLIC = (
    "Hier staan van alle gemeenten de openbare cijfers, ook van de eigen gemeente: anders zijn ze niet te vergelijken."
)


def show(chosen: Selection) -> None:
    of = Asked(chosen)
    picked = choose(of) if has_region() else None
    if picked is None:
        notice("Er is niets te vergelijken", NOTHING)
        return
    made = compared(of, picked)
    st.html(f'<p class="vk-pair">{escape(made.sentence)}</p><p class="vk-axis">{ALL_PUBLIC}</p>')
    _view(of, made, own.choice("beeld", "Beeld", VIEWS))
    if of.peers:
        _why(of.peers, picked.peers)
    manage(of, picked.peers)
    _matrix(of, picked)


def compared(of: Asked, picked: Choice) -> Compared:
    """What is compared, with the sentence of what one sees."""
    rows = {item.area: item for item in of.found[picked.slug]}
    mine, others = rows[of.chosen.gemeente], [rows[code] for code in picked.peers if code in rows]
    header, mark = of.headers[picked.slug], benchmark_of(of.found[picked.slug])
    return Compared(header, mine, others, mark, of.publication, _say(of, mine, others, mark))


def _say(of: Asked, mine: Standing, others: list[Standing], mark: Standing | None) -> str:
    header = of.headers[mine.indicator]
    when = periods.period(mine.period)
    if mine.value is None:
        return f"In {when} is er van {mine.name} geen cijfer te tonen: {mine.words(header, of.publication)}."
    z = limit_of(len(others) + 1)
    name = (
        ""
        if mark is None or mark.value is None
        else f"{'de regio' if mark.level == 'regio' else mark.name} ({numbers.rate(mark.value)})"
    )
    told = Beside(
        mine.name,
        numbers.rate(mine.value),
        name,
        against(mine, mark, z),
        [(item.name, between(mine, item, z)) for item in others],
    )
    return summary(told, when=when, unit=header.unit_text, better=header.better)


def _view(of: Asked, made: Compared, view: str) -> None:
    plot: Drawable | None
    slug, panel = made.header.slug, "compare"
    if view == "verloop":
        panel = "series"
        years = of.years(slug, "gemeente")
        plot = courses_plot(made, years, of.years(slug, "regio"), of.changes(slug, years))
    elif view == "trechter":
        plot = funnel_of(made, [item for item in of.found[slug] if item.level == "gemeente"])
    else:
        plot = rank_plot(made)
    if plot is None:
        notice("Dit beeld is er niet van deze maat", NO_VIEW[view])
        return
    figure.draw(plot, height=HEIGHT)
    queries = {
        "Wat er bij het publiceren wordt geteld": made.header.query,
        "Wat dit beeld uit de publicatie leest": panel_sql(panel),
    }
    files = of_picture(plot, of.place, of.publication)
    behind = origin.of(made.header, of.chosen)
    delivered = of.delivered(slug)
    about = Account(made.header.title, made.header.ladder, delivered, queries, plot.title, files, behind)
    figure.explain(plot, about, of.chosen)


def _why(peers: Peers, chosen: tuple[str, ...]) -> None:
    """Who is alike and by what, with the own gemeente on top."""
    heading(
        "Waarom deze gemeenten?",
        "De afstand telt per kenmerk hoeveel gemeenten verschillen, in standaardafwijkingen; 0 is gelijk.",
    )
    rows = [(peers.own.name, "–", *peers.own.factors, "eigen gemeente")]
    rows += [
        (
            item.name,
            "–" if item.distance is None else numbers.number(item.distance, 2),
            *item.factors,
            "ja" if item.area in chosen else "nee",
        )
        for item in peers.others
    ]
    headers = ("Gemeente", "Afstand", *peers.titles, "Vergeleken")
    table(
        headers,
        rows,
        caption=f"Kenmerken uit: {', '.join(peers.sources)}",
        numeric=frozenset(range(1, len(headers) - 1)),
    )


def _matrix(of: Asked, picked: Choice) -> None:
    names = {item.area: item.name for items in of.found.values() for item in items}
    areas = {code: names[code] for code in (of.chosen.gemeente, *picked.peers) if code in names}
    found = rug(Measures(of.found, of.headers, areas, of.publication), areas[of.chosen.gemeente])
    if found is None:
        return
    figure.picture(found.told, "".join(_rug(found)))
    queries = {"Wat dit beeld uit de publicatie leest": panel_sql("compare")}
    files = of_picture(found.told, of.place, of.publication)
    about = Account("Alle maten naast elkaar", "context", of.delivered(*of.found), queries, found.told.title, files)
    figure.explain(found.told, about, of.chosen)


def _rug(of: Rug) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in ("Regio", *of.areas))
    yield f'<table class="vk-rug"><caption class="vk-quiet">{escape(of.told.title)}</caption>'
    yield f'<thead><tr><th scope="col">Maat</th>{heads}</tr></thead><tbody>'
    for line in of.lines:
        squares = "".join(map(_square, line.squares))
        yield f'<tr><th scope="row">{escape(line.title)}<small>{escape(line.period)}</small></th>{squares}</tr>'
    yield "</tbody></table>"


def _square(square: Square) -> str:
    below = f"<small>{escape(square.words)}</small>" if square.words else ""
    return f'<td class="vk-rug-{square.kind}">{escape(square.value)}{below}</td>'
