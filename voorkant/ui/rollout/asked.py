"""What the page Uitrol is about, or a calm sentence about what may be said where no places are shown."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from voorkant.domain.area import Level
from voorkant.domain.period import PeriodType
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.rollout import Programme
from voorkant.report.rows import Deliveries, Row, rows
from voorkant.text import periods
from voorkant.text import rollout as words
from voorkant.ui import cache
from voorkant.ui.panels import answers
from voorkant.ui.panels.notice import notice

SOURCE = "uitrol"
COVERAGE = "dekking"
NO_PLACES = "Dit programma werkt niet op een vaste plek. Kies in de zijbalk een ander programma."
NO_PROGRAMME = "Er is hier nog geen programma. Lever de uitrol, en praktijken of scholen."
ELSEWHERE = (
    "Van dit programma is hier geen plek bekend. Lever uitrol en praktijken of scholen, of kies een ander programma."
)
PUBLIC = "In de openbare versie staan geen praktijken en scholen. Zet ‘Bekijk als openbaar’ uit om ze te zien."


@dataclass(frozen=True)
class Asked:
    """What the page is about: a programme that works at places, in one gemeente, until a day."""

    chosen: Selection
    programme: Programme
    place: str
    until: date

    def ask(self, panel: str, kind: type[Row], **params: Any) -> list[Row]:
        found = cache.rows(self.chosen.gemeente, self.chosen.protection, panel, **params)
        return rows(found, kind)

    def ask_rollout(self, panel: str, kind: type[Row], **params: Any) -> list[Row]:
        return self.ask(panel, kind, programme=self.chosen.programme, **params)


def asked(chosen: Selection) -> Asked | None:
    """None, with a calm sentence in its place, where there is nothing to show of places."""
    whole = replace(chosen, area=chosen.gemeente, level=Level.GEMEENTE)
    found = rows(
        cache.rows(chosen.gemeente, chosen.protection, "rollout_programme", programme=chosen.programme), Programme
    )
    until = cache.about(chosen.gemeente, chosen.protection).get("data_until", "")
    if not found or not until or found[0].unit not in words.PLACES:
        notice("Geen uitrol te tonen", NO_PLACES if chosen.programme else NO_PROGRAMME)
        return None
    made = Asked(whole, found[0], answers.place_name(whole), date.fromisoformat(until))
    if not made.programme.places:
        notice("Geen uitrol te tonen", ELSEWHERE)
        return None
    if chosen.protection == Protection.OPENBAAR:
        _public(made)
        return None
    return made


def _public(of: Asked) -> None:
    """How many places take part, and where the coverage stands."""
    one = of.programme
    told = words.public(one.title, one.running or 0, one.places or 0, unit=one.unit, until=of.until)
    more = _coverage(of) if one.unit == Level.PRAKTIJK else ""
    notice("Praktijken en scholen staan hier niet", " ".join(filter(None, (told, more, PUBLIC))))


def _coverage(of: Asked) -> str:
    """The newest firm share of youths whose practice has the programme; empty where there is none."""
    yearly = replace(of.chosen, period_type=PeriodType.YEAR, first="", last="")
    header, found = (ask(yearly, [COVERAGE]).get(COVERAGE) for ask in (answers.headers, answers.findings))
    change = found.change(header.unit_text) if header and found else None
    return f"Dekking: {change.new.words} ({periods.period(change.new.period)})." if change else ""


def delivered(of: Asked) -> str:
    (found,) = of.ask("source_deliveries", Deliveries, source=SOURCE)
    return found.words
