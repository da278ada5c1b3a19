"""The page's own order: the place and the year, the route in words, each of its steps as a picture, their accounts."""

from collections.abc import Iterator
from html import escape

import streamlit as st

from voorkant.domain.selection import Selection
from voorkant.report import cohorts
from voorkant.report.routeflow import summary, years
from voorkant.report.waiting import brief
from voorkant.text import routes
from voorkant.ui import own
from voorkant.ui.choices import has_region
from voorkant.ui.panels import answers, figure, overview
from voorkant.ui.panels.figure import Account
from voorkant.ui.panels.notice import notice
from voorkant.ui.routes.asked import HERE, REGION, Asked
from voorkant.ui.routes.steps import Picture, account, steps
from voorkant.ui.snapshots import noted

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
    figure.explain_all(list(_drawn(of, year)), chosen)


def _where(chosen: Selection) -> str:
    here = {HERE: answers.place_name(overview.yearly(chosen))}
    return own.choice("plek", "Waar?", here | ({REGION: "De regio (openbaar)"} if has_region() else {}))


def _drawn(of: Asked, year: str) -> Iterator[tuple[Picture, Account]]:
    """Draw each step, or say what it needs."""
    for step in steps(year):
        if (plot := step.draw(of)) is None:
            notice(*step.needs(of))
        else:
            figure.draw(plot, height=step.height)
            yield plot, account(step, plot, of)
