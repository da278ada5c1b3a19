"""What the programme did in each wijk or kern in its newest firm year, and in each school in every school year.

Quarters of so few would nearly all be hidden.
"""

from voorkant.cube.reader import panel_sql
from voorkant.domain.area import Level
from voorkant.report.peryear import Counted, Yearly, by_measure, by_period
from voorkant.ui.panels import answers, figure, inside
from voorkant.ui.panels.notice import notice
from voorkant.ui.rollout.asked import Asked
from voorkant.ui.table import stacked, table

YEARLY = frozenset({Level.WIJK, Level.KERN, Level.SCHOOL})
NOTHING = "Van dit programma zijn er nog geen jaarcijfers per plek. Lever contacten aan bij Gegevens inladen."


def show(of: Asked) -> None:
    found = of.ask_rollout("rollout_year", Counted)
    if not found:
        notice("Geen aantallen per jaar", NOTHING)
        return
    slug, unit, publication = found[0].indicator, of.programme.unit, answers.publication(of.chosen)
    header = answers.headers(of.chosen, [slug])[slug]
    told = (by_period if unit == Level.SCHOOL else by_measure)(
        Yearly(found, of.programme.title, unit, of.place, header.source_text, publication)
    )
    caption = f"{told.title}; aantallen zijn wat ze kunnen zijn"
    (stacked if unit == Level.SCHOOL else table)(told.headers, told.lines, caption=caption)
    queries = {
        "Wat er bij het publiceren wordt geteld": header.query,
        "Wat dit beeld uit de publicatie leest": panel_sql("rollout_year"),
    }
    delivered = answers.deliveries(of.chosen)[slug].words
    about = figure.Account(told.title, "inzet", delivered, queries, caption, inside.files(told, of.chosen))
    figure.explain(told, about, of.chosen)
