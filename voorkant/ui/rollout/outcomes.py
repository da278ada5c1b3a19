"""An outcome per place: the list in the order of names, and the funnel of three years."""

import streamlit as st

from voorkant.cube.reader import panel_sql
from voorkant.domain.area import Level
from voorkant.report.funnel import Outcome, compare
from voorkant.report.outcomes import Against, Setting, SinceStart, funnel_plot, listed, starts_of
from voorkant.report.rollout import Stretch
from voorkant.text import rollout as words
from voorkant.ui.panels import answers, figure, inside, origin
from voorkant.ui.panels.notice import notice
from voorkant.ui.rollout.asked import Asked
from voorkant.ui.table import stacked

HEIGHT = 380
FEW = "Er zijn te weinig plekken met genoeg verwachte aantallen om te zeggen wat gewoon is."
PER_WIJK = "Deze uitkomst is er niet per plek. Wat er verandert, staat per gemeente op Voorkant & achterkant."
PER_SCHOOL = (
    "Een verwijzing noemt geen school. Wat er verandert, staat bij de wijk van de school, op Voorkant & achterkant."
)
WHOLE = "Het programma werkt in de hele gemeente. Wat er verandert, staat op Voorkant & achterkant."

PER_KERN = (
    "Een verwijzing noemt een wijk en geen kern. Wat er verandert, staat per wijk en gemeente op Voorkant & achterkant."
)
ELSEWHERE = {
    Level.KERN: ("Geen uitkomst per kern", PER_KERN),
    Level.SCHOOL: ("Geen uitkomst per school", PER_SCHOOL),
    Level.GEMEENTE: ("Niet per plek", WHOLE),
}


def show(of: Asked) -> None:
    """The list, and under it what is compared. A referral names no kern or school: there is nothing to list."""
    if of.programme.unit in ELSEWHERE:
        notice(*ELSEWHERE[of.programme.unit])
        return
    header = answers.headers(of.chosen, [of.chosen.uitkomst]).get(of.chosen.uitkomst)
    outcomes = of.ask_rollout("rollout_outcome", Outcome, indicator=of.chosen.uitkomst)
    stretches = of.ask_rollout("rollout_places", Stretch, until=of.until)
    starts = starts_of(stretches, of.until)
    compared = compare(outcomes, starts)
    since = of.ask_rollout("rollout_classes", SinceStart, indicator=of.chosen.uitkomst)
    against, publication = Against(compared, since), answers.publication(of.chosen)
    found = listed(outcomes, stretches, against, publication=publication, until=of.until)
    named = header.title if header else "Uitkomst"
    st.write(f"{named}. De volgorde is die van de naam; een aantal staat er als wat het kan zijn.")
    if since:
        st.write(words.SINCE_START)
    stacked(found.headers, found.lines, caption=f"{named} per {words.PLACES[of.programme.unit][0]}")
    if header is None or not any(item.period for item in outcomes):
        notice("Geen vergelijking", PER_WIJK)
        return
    if compared is None:
        notice("Geen vergelijking", FEW)
        return
    setting = Setting.of(outcomes, header, area=of.place, unit=of.programme.unit)
    plot = funnel_plot(compared, starts, setting)
    figure.draw(plot, height=HEIGHT)
    queries = {
        "Wat er bij het publiceren wordt geteld": header.query,
        "Wat dit beeld uit de publicatie leest": panel_sql("rollout_outcome"),
    }
    behind = answers.deliveries(of.chosen)[header.slug]
    files = inside.files(plot, of.chosen)
    about = figure.Account(
        header.title, header.ladder, behind.words, queries, plot.title, files, origin.of(header, of.chosen)
    )
    figure.explain(plot, about, of.chosen)
