"""The page's own order: what is compared, and then what one sees, a picture, why these gemeenten, and all measures."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from voorkant.domain.area import Level
from voorkant.domain.selection import Selection
from voorkant.report.compare import Standing, against, benchmark_of, between, limit_of
from voorkant.report.peers import Peers
from voorkant.report.standings import Compared
from voorkant.text import numbers
from voorkant.text.compare import ALL_PUBLIC, Beside, hidden, only_cbs, summary, when
from voorkant.ui import cache, own
from voorkant.ui.alone import alone
from voorkant.ui.choices import has_region
from voorkant.ui.compare import choose, groups, matrix, parts, places, views
from voorkant.ui.compare.asked import Asked
from voorkant.ui.compare.choose import Choice
from voorkant.ui.heading import heading
from voorkant.ui.panels.notice import notice
from voorkant.ui.snapshots import noted
from voorkant.ui.table import table

GROUPS = "groep"
WHAT = {
    Level.GEMEENTE: "Gemeenten",
    Level.WIJK: "Wijken van de gemeente",
    Level.KERN: "Kernen van de gemeente",
    GROUPS: "Groepen jeugdigen",
    Level.PRAKTIJK: "Praktijken en scholen",
}
TITLES = {
    Level.WIJK: "Hoe liggen de wijken van {} naast elkaar?",
    Level.KERN: "Hoe liggen de kernen van {} naast elkaar?",
    GROUPS: "Hoe verschillen groepen jeugdigen in {}?",
    Level.PRAKTIJK: "Hoe liggen de plekken in {} naast elkaar?",
}
NOTHING = (
    "Van deze gemeente is er nog geen openbaar jaarcijfer om naast andere te zetten. Nodig zijn leveringen over een "
    "heel jaar, en hoeveel jeugdigen er wonen. Kies anders een andere gemeente."
)
ALONE = (
    "Van andere gemeenten zijn er geen cijfers gepubliceerd. Kies hierboven wijken of groepen jeugdigen, of lever "
    "cijfers van meer gemeenten."
)


def title(place: str, chosen: Selection) -> str:
    """The question that the page answers, by what is compared."""
    asked = own.parameters().get("wat", "")
    return TITLES.get(asked if asked in _offered(chosen) else "", "Hoe staat {} naast andere gemeenten?").format(place)


def show(chosen: Selection) -> None:
    match own.choice("wat", "Wat staat naast elkaar?", _offered(chosen)):
        case Level.WIJK | Level.KERN as level:
            parts.show(Asked(chosen, level, chosen.protection))
        case "groep":
            groups.show(chosen)
        case Level.PRAKTIJK:
            places.show(chosen)
        case _:
            _gemeenten(chosen)


def _offered(chosen: Selection) -> dict[str, str]:
    """Kernen only of a gemeente that has them: most have none."""
    has_kernen = cache.rows(chosen.gemeente, chosen.protection, "options_areas", level=Level.KERN).named()
    return {str(code): words for code, words in WHAT.items() if code != Level.KERN or has_kernen}


@alone
def _gemeenten(chosen: Selection) -> None:
    of = Asked(chosen)
    if of.peers and not _has_others(of):
        notice("Er is niets te vergelijken", ALONE)
        return
    if not of.titles or of.peers is None or not has_region():
        notice("Er is niets te vergelijken", NOTHING)
        return
    left, middle, right = st.columns([3, 3, 5])
    with middle:
        group = choose.group(of)
    with right:
        peers = choose.members(of, of.peers, group)
    _one_measure(of, peers, left)
    _why(of, of.peers, peers)
    choose.manage(of, peers)
    names = {item.area: item.name for items in of.found.values() for item in items}
    matrix.show(of, {code: names[code] for code in (chosen.gemeente, *peers) if code in names})


def _has_others(of: Asked) -> bool:
    """Whether any other gemeente has a figure: the CBS names gemeenten that deliver nothing here."""
    every = (item for items in of.found.values() for item in items)
    return any(item.level == Level.GEMEENTE and item.area != of.chosen.gemeente for item in every)


@alone
def _one_measure(of: Asked, peers: tuple[str, ...], place: DeltaGenerator) -> None:
    """What the choice of a measure changes: the sentence and the picture, and not with whom is compared."""
    with place:
        slug = choose.measure(of)
    made = compared(of, Choice(slug, peers))
    noted.draw(f'<p class="vk-pair">{escape(made.sentence)}</p><p class="vk-axis">{ALL_PUBLIC}</p>')
    views.show(of, made, lambda: (of, made))


def compared(of: Asked, picked: Choice) -> Compared:
    """What is compared, with the sentence of what one sees."""
    rows = {item.area: item for item in of.found[picked.slug]}
    mine, others = rows[of.chosen.gemeente], [rows[code] for code in picked.peers if code in rows]
    header, mark = of.headers[picked.slug], benchmark_of(of.found[picked.slug])
    return Compared(header, mine, others, mark, of.publication, _say(of, mine, others, mark))


def _say(of: Asked, mine: Standing, others: list[Standing], mark: Standing | None) -> str:
    header = of.headers[mine.indicator]
    at = when(mine.period, mine.status)
    if mine.value is None:
        return hidden(mine.name, mine.words(header, of.publication), when=at)
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
    return summary(told, when=at, unit=header.unit_text, better=header.better)


def _why(of: Asked, peers: Peers, chosen: tuple[str, ...]) -> None:
    """Who is alike and by what, with the own gemeente on top; who delivers nothing here is named below."""
    shown, others = [], []
    for item in peers.others:
        (shown if item.area in {*of.delivering, *chosen} else others).append(item)
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
        for item in shown
    ]
    headers = ("Gemeente", "Afstand", *peers.titles, "Vergeleken")
    table(
        headers,
        rows,
        caption=f"Kenmerken uit: {', '.join(peers.sources)}",
        numeric=frozenset(range(1, len(headers) - 1)),
    )
    if others:
        noted.draw(f'<p class="vk-axis">{escape(only_cbs([item.name for item in others]))}</p>')
