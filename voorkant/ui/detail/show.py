"""The page of true counts: a programme, a measure and a year, and of each place its months."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from voorkant.declare.home import find_home
from voorkant.declare.programme import read_programmes
from voorkant.domain.selection import Selection
from voorkant.text import periods
from voorkant.text.numbers import number
from voorkant.ui import access, grounds
from voorkant.ui.detail import read
from voorkant.ui.detail.read import Measure, Place
from voorkant.ui.literally import literally
from voorkant.ui.panels.notice import notice
from voorkant.ui.table import markup

MARK = (
    "Detail: ware aantallen, zonder bescherming. Alleen voor wie dit nodig heeft, en alleen op dit scherm: er is geen "
    "download, geen link en geen afdruk van. Elke keer dat dit wordt bekeken, staat in het logboek."
)
ELSEWHERE = "Ware aantallen zijn er alleen van de eigen gemeente. Kies die in de zijbalk."
NOTHING = "In deze publicatie staan voor deze gemeente geen ware aantallen. Ze komen er bij de volgende publicatie."
LEGEND = "Een streepje: geen cijfer, bijvoorbeeld omdat het programma daar nog niet werkte. Met *: voorlopig."


def show(chosen: Selection) -> None:
    user = access.current_user()
    st.html(f'<p class="vk-true-mark" role="note">{escape(MARK)}</p>')
    if not user.holds(chosen.gemeente):
        notice("Hier niet te zien", ELSEWHERE)
        return
    offered = {slug: read.measures(chosen.gemeente, slug) for slug in sorted(user.detail)}
    offered = {slug: found for slug, found in offered.items() if found}
    if not offered:
        notice("Er is nog niets te zien", NOTHING)
        return
    left, middle, right = st.columns(3)
    programme = _pick(left, "Programma", {slug: _title(slug) for slug in offered}, "detail_programma")
    by_slug = {item.slug: item for item in offered[programme]}
    slug = _pick(middle, "Maat", {name: item.title for name, item in by_slug.items()}, "detail_maat")
    years = range(by_slug[slug].last, by_slug[slug].first - 1, -1)
    year = _pick(right, "Jaar", {str(item): str(item) for item in years}, "detail_jaar")
    st.caption(f"Grond: {literally(grounds.detail()[programme].words)}")
    _table(read.places(chosen.gemeente, programme, by_slug[slug], int(year)), by_slug[slug], year)


def _pick(where: st.delta_generator.DeltaGenerator, label: str, options: Mapping[str, str], key: str) -> str:
    """Not in the URL: no link leads to what was chosen here."""
    found = where.selectbox(label, list(options), format_func=lambda code: options.get(code, code), key=key)
    return found if found in options else next(iter(options))


def _title(slug: str) -> str:
    known = read_programmes(*find_home().declared("programmes"))
    return known[slug].title if slug in known else slug


def _table(found: list[Place], measure: Measure, year: str) -> None:
    months = sorted({code for place in found for code in place.months})
    rows = [(f"{place.name}\n{place.code}", *_cells(place, measure, months)) for place in found]
    headers = ("Plek", *(periods.short(code).rsplit(" ", 1)[0] for code in months))
    caption = f"Detail: {measure.title}, {year}"
    table = markup(headers, rows, caption=caption, numeric=frozenset(range(1, len(months) + 1)))
    st.html(f'<div class="vk-true">{table}</div>')
    st.caption(LEGEND)


def _cells(place: Place, measure: Measure, months: list[str]) -> list[str]:
    known = dict(zip(place.months, zip(place.counts, place.groups, place.provisional, strict=True), strict=True))
    return [_cell(*known[code], share=measure.share) if code in known else "–" for code in months]


def _cell(count: int | None, group: int | None, provisional: bool, *, share: bool) -> str:
    if count is None or (share and not group):
        return "–"
    said = f"{number(count)} van {number(group or 0)}" if share else number(count)
    return f"{said}*" if provisional else said
