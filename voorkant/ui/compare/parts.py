"""The wijken or kernen of a gemeente beside each other and beside the gemeente, as the reader may see them."""

from dataclasses import replace
from html import escape

import streamlit as st

from voorkant.domain.protection import Protection
from voorkant.report.compare import against, benchmark_of, limit_of
from voorkant.report.standings import Compared
from voorkant.text import numbers
from voorkant.text.compare import Beside, hidden, when, within
from voorkant.ui import own
from voorkant.ui.alone import alone
from voorkant.ui.compare import matrix, views
from voorkant.ui.compare.asked import Asked
from voorkant.ui.compare.choose import Choice, first_of
from voorkant.ui.panels.notice import notice
from voorkant.ui.snapshots import noted

NOTHING = (
    "Per {0} is er nog geen jaarcijfer van deze gemeente. Nodig zijn leveringen over een heel jaar met de {0} erbij, "
    "en hoeveel jeugdigen er wonen. Kies anders een ander programma, of vergelijk gemeenten."
)
CHANCE = "In een {} wonen weinig jeugdigen: veel van wat verschilt, is toeval."


@alone
def show(of: Asked) -> None:
    picked = _choose(of)
    made = compared(of, picked) if picked else None
    if picked is None or made is None:
        notice("Er is niets te vergelijken", NOTHING.format(of.kind.one))
        return
    noted.draw(f'<p class="vk-pair">{escape(made.sentence)}</p><p class="vk-axis">{CHANCE.format(of.kind.one)}</p>')
    views.show(of, made, lambda: _public(of, picked))
    matrix.show(of, {item.area: item.name for item in made.peers})


def _choose(of: Asked) -> Choice | None:
    """The measure, and which parts; all of them until someone chooses."""
    if not of.titles:
        return None
    left, right = st.columns([3, 5])
    with left:
        slug = own.select("maat", "Maat", of.titles, first_of(of.titles, of.chosen))
    names = {item.area: item.name for item in of.found[slug] if item.level == of.level}
    with right:
        chosen = own.several("delen", f"Welke {of.kind.many}?", names, tuple(names))
    return Choice(slug, tuple(chosen))


def compared(of: Asked, picked: Choice) -> Compared | None:
    """None where the cube has nothing of the measure, or none of its parts is chosen."""
    rows = {item.area: item for item in of.found.get(picked.slug, ())}
    mine, others = rows.get(of.chosen.gemeente), [rows[code] for code in picked.peers if code in rows]
    if mine is None or not others:
        return None
    header, mark = of.headers[picked.slug], benchmark_of(list(rows.values()), of.whole)
    z = limit_of(len(others))
    differs = [(item.name, against(item, mark, z)) for item in others]
    at, value, nothing = when(mine.period, mine.status), "", ""
    if mine.value is None:
        nothing = hidden(mine.name, mine.words(header, of.publication), when=at)
    else:
        value = numbers.rate(mine.value)
    told = Beside(mine.name, value, "", against(mine, mark, z), differs)
    said = within(told, of.kind, when=at, unit=header.unit_text, hidden=nothing)
    return Compared(header, mine, others, mark, of.publication, said, of.kind)


def _public(of: Asked, picked: Choice) -> tuple[Asked, Compared] | None:
    there = replace(of, protection=Protection.OPENBAAR)
    made = compared(there, picked)
    return (there, made) if made else None
