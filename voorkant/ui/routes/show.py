"""The page's own order: the place and the year, the route in words, each of its steps as a picture, their accounts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from voorkant.domain.selection import Selection
from voorkant.report import cohorts
from voorkant.report.routeflow import summary, years
from voorkant.report.waiting import brief
from voorkant.text import routes
from voorkant.ui import controls, own
from voorkant.ui.alone import alone
from voorkant.ui.choices import has_others
from voorkant.ui.panels import answers, figure, origin, overview
from voorkant.ui.panels.figure import Account
from voorkant.ui.panels.notice import notice
from voorkant.ui.routes.asked import HERE, REGION, Asked
from voorkant.ui.routes.steps import Picture, Step, account, steps
from voorkant.ui.snapshots import noted

MUCH = 0.3
"""From this part of the streams on, a page says that they are hidden and where more is to be seen."""
NOTHING = "Geen verwijzingen om te volgen"


@alone
def show(chosen: Selection) -> None:
    left, right, _ = st.columns([4, 3, 3])
    with left:
        of = Asked(chosen, _where(chosen))
    if not of.routes:
        notice(NOTHING, routes.NO_REFERRALS)
        return
    said = st.container()
    places = [st.container() for _ in steps("")]
    lasting = Drawing(of, places)
    lasting.draw(steps(""), of_year=False)
    _of_year(lasting, right, said)


@alone
def _of_year(lasting: "Drawing", choice: DeltaGenerator, said: DeltaGenerator) -> None:
    """What the choice of a year changes, between steps that are of all years; and the accounts of all steps."""
    of, mine = lasting.of, lasting.more()
    named, first = years(of.routes)
    with choice:
        year = own.select("jaar", "Jaar", named, first)
    around = (brief(of.bands, year), cohorts.brief(of.cohorts) if of.cohorts else "")
    if told := summary(of.flow(year), *around):
        with said:
            noted.draw(f'<p class="vk-pair">{escape(told)}</p>')
    mine.draw(steps(year), of_year=True)
    if drawn := mine.drawn | lasting.drawn:
        figure.explain_all([drawn[number] for number in sorted(drawn)], of.chosen)


@dataclass
class Drawing:
    """The steps each in its place, or what a step needs: once where several need the same."""

    of: Asked
    places: Sequence[DeltaGenerator]
    drawn: dict[int, tuple[Picture, Account]] = field(default_factory=dict)
    needed: set[tuple[str, str]] = field(default_factory=set)

    def more(self) -> "Drawing":
        """To go on with, as often as a year is chosen."""
        return Drawing(self.of, self.places, needed=set(self.needed))

    def draw(self, all_steps: Sequence[Step], *, of_year: bool) -> None:
        for number, (step, place) in enumerate(zip(all_steps, self.places, strict=True)):
            if step.of_year == of_year:
                with place:
                    self._step(number, step)

    def _step(self, number: int, step: Step) -> None:
        of = self.of
        if plot := step.draw(of):
            about = account(step, plot, of)
            figure.draw(plot, height=step.height, under=_wider(step, of) + origin.markup(plot, about.behind))
            self.drawn[number] = plot, about
        elif (needs := step.needs(of)) not in self.needed:
            self.needed.add(needs)
            notice(*needs)
            if more := _wider(step, of):
                st.html(more)


def _where(chosen: Selection) -> str:
    here = {HERE: answers.place_name(overview.yearly(chosen))}
    return own.choice("plek", "Waar?", here | ({REGION: "De regio (openbaar)"} if has_others() else {}))


def _wider(step: Step, of: Asked) -> str:
    """HTML that says in one line that the region tells more; empty where it does not, or where little is hidden."""
    count, among = step.hidden(of)
    if of.where == REGION or not has_others() or not among or count < MUCH * among:
        return ""
    there, whole = step.hidden(of.around())
    if not whole or there * among >= count * whole:
        return ""
    link = controls.link(of.chosen, plek=REGION)
    return (
        f'<p class="vk-wider">{escape(routes.wider((count, among)))} '
        f'<a href="{escape(link)}" target="_self">{routes.MORE_IN_REGION}</a></p>'
    )
