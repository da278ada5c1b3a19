"""The page's own order: the place and the year, the route in words, each of its steps as a picture, their accounts."""

from collections.abc import Iterator
from html import escape

import streamlit as st

from voorkant.domain.selection import Selection
from voorkant.report import cohorts
from voorkant.report.routeflow import summary, years
from voorkant.report.waiting import brief
from voorkant.text import routes
from voorkant.ui import controls, own
from voorkant.ui.choices import has_region
from voorkant.ui.panels import answers, figure, origin, overview
from voorkant.ui.panels.figure import Account
from voorkant.ui.panels.notice import notice
from voorkant.ui.routes.asked import HERE, REGION, Asked
from voorkant.ui.routes.steps import Picture, Step, account, steps
from voorkant.ui.snapshots import noted

MUCH = 0.3
"""From this part of the streams on, a page says that they are hidden and where more is to be seen."""
NOTHING = "Geen verwijzingen om te volgen"


def show(chosen: Selection) -> None:
    left, right, _ = st.columns([2, 1, 2])
    with left:
        of = Asked(chosen, _where(chosen))
    if not of.routes:
        notice(NOTHING, routes.NO_REFERRALS)
        return
    named, first = years(of.routes)
    with right:
        year = own.select("jaar", "Jaar", named, first)
    around = (brief(of.bands, year), cohorts.brief(of.cohorts) if of.cohorts else "")
    if told := summary(of.flow(year), *around):
        noted.draw(f'<p class="vk-pair">{escape(told)}</p>')
    if drawn := list(_drawn(of, year)):
        figure.explain_all(drawn, chosen)


def _where(chosen: Selection) -> str:
    here = {HERE: answers.place_name(overview.yearly(chosen))}
    return own.choice("plek", "Waar?", here | ({REGION: "De regio (openbaar)"} if has_region() else {}))


def _drawn(of: Asked, year: str) -> Iterator[tuple[Picture, Account]]:
    """Draw each step, or say what it needs: once where several need the same."""
    needed = set()
    for step in steps(year):
        if plot := step.draw(of):
            about = account(step, plot, of)
            figure.draw(plot, height=step.height, under=_wider(step, of) + origin.markup(plot, about.behind))
            yield plot, about
        elif (needs := step.needs(of)) not in needed:
            needed.add(needs)
            notice(*needs)
            if more := _wider(step, of):
                st.html(more)


def _wider(step: Step, of: Asked) -> str:
    """HTML that says in one line that the region tells more; empty where it does not, or where little is hidden."""
    count, among = step.hidden(of)
    if of.where == REGION or not has_region() or not among or count < MUCH * among:
        return ""
    there, whole = step.hidden(of.around())
    if not whole or there * among >= count * whole:
        return ""
    link = controls.link(of.chosen, plek=REGION)
    return (
        f'<p class="vk-wider">{escape(routes.wider((count, among)))} '
        f'<a href="{escape(link)}" target="_self">{routes.MORE_IN_REGION}</a></p>'
    )
