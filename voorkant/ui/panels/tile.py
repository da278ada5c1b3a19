"""A tile of the overview: one figure with its period, status, direction and source, whole for a screen reader."""

from dataclasses import replace
from html import escape

import streamlit as st

from voorkant.domain.selection import Selection
from voorkant.report.rows import Finding, Header
from voorkant.text import numbers, periods, sentences
from voorkant.text.direction import direction_words, judgement
from voorkant.text.reasons import reason_words, status_words
from voorkant.ui import controls
from voorkant.ui.panels import answers, noise
from voorkant.ui.snapshots import noted

PAIR_PAGE = "voorkant_achterkant"
"""The address of the paired view. A plain link: codes in it become today's words on arrival."""
MEASURE_PAGE = "maat"
"""The address of the page about one measure."""


def tile(header: Header, finding: Finding, chosen: Selection) -> None:
    """The newest firm figure beside a year earlier and the region; a link shows it beside the other side."""
    with st.container(key=f"tegel-{header.slug}", border=True, height="stretch"):
        noted.draw(article(header, finding, chosen))
    noted.indicator(header)


def article(header: Header, finding: Finding, chosen: Selection) -> str:
    """The HTML of a tile."""
    change = finding.change(header.unit_text)
    body = _firm(header, finding, change, chosen) if change else _not_firm(header, finding, chosen)
    return (
        f'<article class="vk-tile vk-{escape(header.ladder)}"><h3>{escape(header.title)}</h3>{body}'
        f'<p class="vk-source">Bron: {escape(header.source_text)}</p>{_link(header, chosen)}</article>'
    )


def _link(header: Header, chosen: Selection) -> str:
    """To the paired view with this figure on its side, and to all there is of it alone."""
    ways = {
        "Bekijk voor- en achterkant samen ›": beside(header, chosen),
        "Bekijk deze maat ›": controls.link(replace(chosen, inzet="", uitkomst="", measure=header.slug), MEASURE_PAGE),
    }
    return "".join(
        f'<p><a href="{escape(address)}" target="_self">{words}</a></p>' for words, address in ways.items() if address
    )


def beside(header: Header, chosen: Selection) -> str:
    """The address of the paired view with this figure on its side; empty of context figures, which have no side."""
    match header.ladder:
        case "inzet":
            paired = replace(chosen, inzet=header.slug)
        case "uitkomst":
            paired = replace(chosen, uitkomst=header.slug)
        case _:
            return ""
    return controls.link(paired, PAIR_PAGE)


def _firm(header: Header, finding: Finding, change: sentences.Change, chosen: Selection) -> str:
    told = [sentences.change(change, header.counts), *around(header, finding, chosen)]
    return f"{_value(header, change)}{noise.markup(change)}<p>{escape(' '.join(told))}</p>"


def newest(header: Header, finding: Finding, chosen: Selection) -> str:
    """HTML of the newest firm value with its period, margin and direction; without one of what can be said."""
    change = finding.change(header.unit_text)
    return _value(header, change) if change else _not_firm(header, finding, chosen)


def around(header: Header, finding: Finding, chosen: Selection) -> list[str]:
    """The sentences beside a firm value: how it stands to the region or the country, and what a later period says."""
    change = finding.change(header.unit_text)
    if change is None:
        return []
    name, other = answers.benchmark(chosen, header.slug, change.new.period)
    return list(filter(None, (sentences.benchmark(change.new, other, name), _newer(header, finding))))


def _value(header: Header, change: sentences.Change) -> str:
    new, found = change.new, change.direction
    return (
        f'<p class="vk-value"><strong>{escape(numbers.in_short(new.margin.value, new.unit))}</strong> '
        f"{escape(new.unit.removeprefix('% '))}</p>"
        f'<p class="vk-when">{escape(periods.period(new.period))}, {status_words(new.status)}; '
        f"{escape(sentences.margin_words(new.margin))}</p>"
        f'<p class="vk-direction vk-{judgement(found, header.better)}">'
        f"{escape(direction_words(found, header.better))}</p>"
    )


def _newer(header: Header, finding: Finding) -> str:
    """The value of a later period that can still change; nothing is concluded from it."""
    latest = finding.latest
    if latest == finding.new or latest.value is None:
        return ""
    value = numbers.in_short(latest.value, header.unit_text)
    return f"{periods.period(latest.period).capitalize()} is {status_words(latest.status)}: {value}."


def _not_firm(header: Header, finding: Finding, chosen: Selection) -> str:
    """What can be said without a firm value: the newest one as provisional, or why it is not shown."""
    latest, unit, beside = finding.latest, header.unit_text.removeprefix("% "), "definitief cijfer"
    if latest.value is not None:
        value = numbers.in_short(latest.value, header.unit_text)
    else:
        code = latest.reason or "geen_cijfer"
        small = answers.publication(chosen).small
        counted = latest.numerator is not None
        value = reason_words(code, small=small, published=header.published, counts=header.small_of, counted=counted)
        unit, beside = "", "cijfer"
    return (
        f'<p class="vk-value"><strong class="vk-hidden">{escape(value)}</strong> '
        f"{escape(unit)}</p>"
        f'<p class="vk-when">{escape(periods.period(latest.period))}, {status_words(latest.status)}</p>'
        f"<p>Er is nog geen {beside} om mee te vergelijken.</p>"
    )
