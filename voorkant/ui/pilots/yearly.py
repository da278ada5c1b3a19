"""A programme of tens of families by year: reach, duration and goals beside each other."""

from dataclasses import replace

from voorkant.domain.selection import Selection
from voorkant.report.byyear import by_year
from voorkant.report.pilot import Pilot
from voorkant.ui.panels import answers, overview
from voorkant.ui.pilots import read
from voorkant.ui.table import stack

FAMILIES = ("bereikte_gezinnen", "looptijd_weken", "doel_behaald", "weinig_betrokkenen")


def markup(pilot: Pilot, chosen: Selection) -> str:
    """HTML of its table; empty where it is not about families, or this gemeente takes no part."""
    programme = pilot.declared.programme
    if pilot.declared.unit != "gezin" or not read.takes_part(chosen, pilot):
        return ""
    wanted = replace(overview.yearly(chosen), programme=programme)
    slugs = [slug for slug in FAMILIES if slug in answers.offered(chosen, programme)]
    figures = answers.figures(wanted, slugs)
    if not figures:
        return ""
    headers, lines = by_year([figures[slug] for slug in slugs if slug in figures])
    return stack(headers, lines, caption=f"{pilot.declared.programme_title} per jaar")
