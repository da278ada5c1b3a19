"""A figure on screen with everything of the chart contract around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

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
from voorkant.ui.heading import part
from voorkant.ui.panels import download, origin
from voorkant.ui.snapshots import noted
from voorkant.ui.table import markup as table_markup

FOLDED = "Tabel, downloads en query"
ACCOUNTS = "Verantwoording bij de figuren"
COMPACT = 240
"""The height of a chart that shares the screen with another."""
BESIDE = 60
"""Letters about the axis that fit on one line with the legend."""


def draw(description: Drawable, *, height: int, under: str = "") -> None:
    """Title, chart and sentence, with what stands directly `under` it; `explain` belongs under that."""
    with st.container(key=f"figuur-{description.key}", gap="xsmall"):
        st.html(above(description))
        chart(description, height=height)
        st.html(sentence(description) + under)


def above(description: Description | Told) -> str:
    """HTML of the title of a figure and what its axis counts, beside the legend where there is room and a chart."""
    beside = "vk-axis" if _draws(description) and len(description.axis) <= BESIDE else "vk-axis vk-alone"
    return f'<h2 class="vk-title">{escape(description.title)}</h2><p class="{beside}">{escape(description.axis)}</p>'


def _draws(description: Description | Told) -> bool:
    return not isinstance(description, Description) or description.draws


def chart(description: Drawable, *, height: int, shaped: bool = False) -> None:
    """The chart alone, for who puts its words in one element with others: each costs the browser time.

    Nothing where it would be an axis with crosses alone.

    `shaped`: its height on screen follows from the width, as the style sheet says.
    """
    if not _draws(description):
        return
    st.plotly_chart(
        ready(description, height=height), key=f"grafiek-{description.key}", theme=None, config=CONFIG,
        alt=description.alt, height="stretch" if shaped else "content",
    )  # fmt: skip


def sentence(description: Description | Told) -> str:
    """HTML of what a figure says, to stand under it."""
    return f'<p class="vk-sentence">{escape(description.sentence)}</p>'


def picture(of: Told, markup: str, *, told: bool = True) -> None:
    """Title, a picture made of HTML, and sentence where it was not told above; `explain` belongs under it."""
    with st.container(key=f"figuur-{of.key}", gap="xsmall"):
        place = f'role="region" tabindex="0" aria-label="{escape(of.alt)}"'
        st.html(f'{above(of)}<div class="vk-picture" {place}>{markup}</div>')
        if told:
            st.html(sentence(of))


@dataclass(frozen=True)
class Account:
    """What stands under a chart beside what its description says."""

    title: str
    ladder: str
    delivered: str
    queries: Mapping[str, str]  # what a query is for -> its text
    caption: str
    files: download.Files
    behind: origin.Terms = ()  # where the figure comes from


def account_of(figure: Figure, description: Description, chosen: Selection, remake: download.Remake) -> Account:
    """What a reader needs to check and reuse a figure of cells; `remake` draws it as it is of other cells."""
    header = figure.header
    queries = {
        noted.COUNTED: header.query,
        "Wat deze figuur uit de publicatie leest": panel_sql("figure"),
    }
    caption = f"{description.title} ({figure.place})"
    files = download.of_figure(figure, chosen, remake)
    behind = origin.of(header, chosen)
    return Account(header.title, header.ladder, figure.delivered, queries, caption, files, behind)


def explain(description: Description | Told, of: Account, chosen: Selection, *, behind: bool = True) -> None:
    """The account of any chart: source, status, gaps, events, link; folded away its table, files and queries.

    `behind`: with where it comes from; that stands elsewhere where something is between the chart and this.
    """
    st.html((origin.markup(description, of.behind) if behind else "") + _account(description, of, chosen))
    _note(description, of)
    _folded([(description, of)], chosen)


def explain_all(
    accounts: Sequence[tuple[Description | Told, Account]], chosen: Selection, *, opening: str = ""
) -> None:
    """Those of all charts of a page beside each other, in one element with what is to stand above them.

    Where each comes from is not repeated: `origin.markup` belongs directly under its chart.
    """
    listed = "".join(f"<section>{_account(description, of, chosen)}</section>" for description, of in accounts)
    st.html(f'{opening}{part(ACCOUNTS)}<div class="vk-accounts">{listed}</div>')
    for description, of in accounts:
        _note(description, of)
    _folded(accounts, chosen)


def _note(description: Description | Told, of: Account) -> None:
    noted.picture(description)
    noted.measure(of.title, of.behind, of.queries, of.delivered)


def _account(description: Description | Told, of: Account, chosen: Selection) -> str:
    link = escape(controls.link(chosen))
    listed = facts(description, of.delivered, controls.link(chosen, "kwaliteit"))
    return (
        f'<h3 class="vk-ladder vk-{escape(of.ladder)}">{escape(of.title)}</h3>{listed}'
        f'<p><a class="vk-link-here" href="{link}">Link naar precies dit beeld</a>{_whole_time(chosen)}</p>'
    )


def _whole_time(chosen: Selection) -> str:
    """A chart has no zoom of its own: what is narrowed is the time in the sidebar, and this takes it off."""
    wider = controls.all_periods(chosen)
    return f' · <a href="{escape(wider)}" target="_self">Toon alle perioden</a>' if wider else ""


@st.fragment
def _folded(accounts: Sequence[tuple[Description | Told, Account]], chosen: Selection) -> None:
    """Table, files and query, made when they are opened: closed they would cost more at every change than the chart.

    Those of all charts are one part: each would be an element around it that costs the browser time.
    """
    for description, of in accounts:
        folded = st.expander(f"{FOLDED}: {of.title}", key=f"tabel-{description.key}", on_change="rerun")
        if folded.open:
            with folded:
                _unfolded(description, of, chosen)


def _unfolded(description: Description | Told, of: Account, chosen: Selection) -> None:
    headers, lines = printed(description)
    st.html(table_markup(headers, lines, caption=of.caption))
    with st.container(horizontal=True, vertical_alignment="center"):
        download.offer(of.files, chosen)
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
    more = f'; <a href="{escape(quality)}" target="_self">meer op Kwaliteit</a>' if quality else ""
    listed += f"<div><dt>Leveringen</dt><dd>{escape(delivered)}{more}</dd></div>"
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
