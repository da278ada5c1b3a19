"""A figure on screen with everything of the chart contract around it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import TypeVar

import streamlit as st

from voorkant.charts.description import Description
from voorkant.charts.plotly import CONFIG
from voorkant.charts.ready import Drawable, ready
from voorkant.charts.table import printed
from voorkant.charts.told import Told
from voorkant.cube.reader import panel_sql
from voorkant.domain.selection import Selection
from voorkant.report.figure import Figure
from voorkant.ui import controls
from voorkant.ui.panels.download import downloads
from voorkant.ui.table import table

FOLDED = "Tabel, downloads en query"
Drawn = TypeVar("Drawn", bound=Drawable)
COMPACT = 240
"""The height of a chart that shares the screen with another."""


def draw(description: Drawn, *, height: int, told: bool = True) -> Drawn:
    """Title, chart and sentence; `explain` belongs under it, and tells the sentence when this does not."""
    with st.container(key=f"figuur-{description.key}", gap="xsmall"):
        st.html(
            f'<h2 class="vk-title">{escape(description.title)}</h2><p class="vk-axis">{escape(description.axis)}</p>'
        )
        chart = ready(description, height=height)
        st.plotly_chart(chart, key=f"grafiek-{description.key}", theme=None, config=CONFIG, alt=description.alt)
        if told:
            st.html(_sentence(description))
    return description


def _sentence(description: Description | Told) -> str:
    return f'<p class="vk-sentence">{escape(description.sentence)}</p>'


def picture(told: Told, markup: str) -> None:
    """Title, a picture made of HTML, and sentence; `explain` belongs under it."""
    with st.container(key=f"figuur-{told.key}", gap="xsmall"):
        st.html(
            f'<h2 class="vk-title">{escape(told.title)}</h2><p class="vk-axis">{escape(told.axis)}</p>'
            f'<div class="vk-picture" role="region" tabindex="0" aria-label="{escape(told.alt)}">{markup}</div>'
        )
        st.html(_sentence(told))


@dataclass(frozen=True)
class Account:
    """What stands under a chart beside what its description says. `files` draws the buttons for its files."""

    title: str
    ladder: str
    delivered: str
    queries: Mapping[str, str]  # what a query is for -> its text
    caption: str
    files: Callable[[], None]


def account(figure: Figure, description: Description, chosen: Selection) -> None:
    """What a reader needs to check and reuse the figure: source, status, gaps, events, table, files, link, query."""
    header = figure.header
    queries = {
        "Wat er bij het publiceren wordt geteld": header.query,
        "Wat deze figuur uit de publicatie leest": panel_sql("figure"),
    }
    caption = f"{description.title} ({figure.place})"
    files = partial(downloads, figure, chosen)
    explain(description, Account(header.title, header.ladder, figure.delivered, queries, caption, files), chosen)


def explain(description: Description | Told, of: Account, chosen: Selection, *, told: bool = True) -> None:
    """The account of any chart; with its sentence where that was not `told` yet."""
    link = escape(controls.link(chosen))
    listed = facts(description, of.delivered, controls.link(chosen, "kwaliteit"))
    st.html(  # one element: each costs the browser time at every change
        f"{'' if told else _sentence(description)}"
        f'<h3 class="vk-ladder vk-{escape(of.ladder)}">{escape(of.title)}</h3>{listed}'
        f'<p><a class="vk-link-here" href="{link}">Link naar precies dit beeld</a></p>'
    )
    _folded(description, of)


@st.fragment
def _folded(description: Description | Told, of: Account) -> None:
    """Table, files and query, made when they are opened: closed they would cost more at every change than the chart."""
    part = st.expander(FOLDED, key=f"tabel-{description.key}", on_change="rerun")
    if part.open:
        headers, lines = printed(description)
        with part:
            table(headers, lines, caption=of.caption)
            with st.container(horizontal=True, vertical_alignment="center"):
                of.files()
            st.html("".join(_query(label, sql) for label, sql in of.queries.items()))


def _query(label: str, sql: str) -> str:
    """SQL that scrolls within itself, by keyboard too."""
    return (
        f'<p class="vk-axis">{label}:</p>'
        f'<pre class="vk-query" role="region" tabindex="0" aria-label="{label}">{escape(sql)}</pre>'
    )


def facts(description: Description | Told, delivered: str, quality: str) -> str:
    """Source, deliveries, period, status, denominator, what is not shown and the events, as a list of terms."""
    terms = {
        "Bron": description.source,
        "Periode": description.period,
        "Status": description.status,
        "Noemer": description.denominator,
        "Niet getoond": description.suppression,
    }
    listed = "".join(f"<div><dt>{term}</dt><dd>{escape(words)}</dd></div>" for term, words in terms.items())
    more = f'<a href="{escape(quality)}" target="_self">meer op Kwaliteit</a>'
    listed += f"<div><dt>Leveringen</dt><dd>{escape(delivered)}; {more}</dd></div>"
    return f'<dl class="vk-account">{listed}<div><dt>Gebeurtenissen</dt><dd>{_events(description)}</dd></div></dl>'


def _events(description: Description | Told) -> str:
    if not description.events:
        return escape(description.no_events)
    lines = []
    for event in description.events:
        more = [
            event.when,
            *(["de reeks is hier afgebroken"] if event.breaks else []),
            *([] if event.shown else ["niet getekend"]),
            event.note.rstrip("."),
            event.source,
        ]
        said = f"{escape(event.title)} ({escape('; '.join(filter(None, more)))})"
        lines.append(f'<li value="{event.number}">{said}</li>')
    return f"<ol>{''.join(lines)}</ol>"
