"""A programme of tens of families by year: reach, duration and goals beside each other."""

from dataclasses import replace

from voorkant.domain.selection import Selection
from voorkant.report.byyear import by_year
from voorkant.report.pilot import Pilot
from voorkant.ui.panels import answers, overview
from voorkant.ui.pilots import read
from voorkant.ui.table import table

FAMILIES = ("bereikte_gezinnen", "looptijd_weken", "doel_behaald", "weinig_betrokkenen")


def show(pilot: Pilot, chosen: Selection) -> None:
    """Only of families, and only in a gemeente that takes part."""
    programme = pilot.declared.programme
    if pilot.declared.unit != "gezin" or not read.takes_part(chosen, pilot):
        return
    wanted = replace(overview.yearly(chosen), programme=programme)
    slugs = [slug for slug in FAMILIES if slug in answers.offered(chosen, programme)]
    figures = answers.figures(wanted, slugs)
    if figures:
        headers, lines = by_year([figures[slug] for slug in slugs if slug in figures])
        table(headers, lines, caption=f"{pilot.declared.programme_title} per jaar")
