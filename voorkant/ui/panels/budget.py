"""What is budgeted for both sides, beside their counts; nothing where the gemeente declared none."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from voorkant.declare.budgetfile import FILE, Budget, read_budgets
from voorkant.declare.home import find_home
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.budget import told, years
from voorkant.ui.panels import answers, figure, overview
from voorkant.ui.panels.download import of_picture

TITLE = "Toon wat er is begroot voor voorkant en achterkant"
QUERIES = {"Waar deze bedragen staan": f"-- {FILE}, in de map van de gemeente; het zijn bedragen en geen metingen"}


def show(chosen: Selection) -> None:
    if found := read_budgets(find_home(), chosen.gemeente):
        _switched(found, chosen)


@st.fragment
def _switched(found: Sequence[Budget], chosen: Selection) -> None:
    """Drawn when it is asked for: above it two charts stand, which every element would slow down."""
    if st.toggle(TITLE, key="begroting", bind="query-params"):
        _picture(found, chosen)


def _picture(found: Sequence[Budget], chosen: Selection) -> None:
    picture = told(found, answers.place_name(overview.yearly(chosen)))
    most = max(amount for year in years(found) for amount in (year.front, year.back))
    lines = "".join(
        f"<li><span>{year.year}</span><div>"
        f"{_bar('inzet', year.front, most, row[1])}{_bar('uitkomst', year.back, most, row[2])}</div></li>"
        for year, row in zip(years(found), picture.lines, strict=True)
    )
    figure.picture(picture, f'<ul class="vk-bars vk-bar-pairs">{lines}</ul>')
    public = answers.publication(answers.at(chosen, Protection.OPENBAAR))
    files = of_picture(picture, answers.place_name(overview.yearly(chosen)), public)  # a budget is public
    about = figure.Account("Begroting", "context", FILE, QUERIES, picture.title, files)
    figure.explain(picture, about, chosen)


def _bar(side: str, amount: int, most: int, words: str) -> str:
    part = 100 * amount / most
    return (
        f'<span class="vk-bar-track" aria-hidden="true"><i class="vk-bar vk-bar-{side}" style="width:{part:.1f}%"></i>'
        f"</span><small>{'voorkant' if side == 'inzet' else 'achterkant'} {escape(words)}</small>"
    )
