"""The meetlat of one gemeente: nine invented steps, with what the gemeente says of each."""

from datetime import date
from typing import Any

from voorkant.builder.demo.declarations import CARER, OLIEVLEK

GEMEENTE = "GM9901"
_COUNCIL, _TEAM = "Voortgangsbrief jeugd aan de raad", "Jaarverslag lokale teams"


def _step(title: str, goal: str, status: str, *said: Any, **beside: Any) -> dict[str, Any]:
    """`said`: evidence, source and day of a judgement; `beside`: programme, indicators and pilot."""
    return (
        {"title": title, "goal": goal, "status": status}
        | dict(zip(("evidence", "source", "date"), said, strict=False))
        | beside
    )


STEPS = (
    _step("Een gedeelde opgave", "Gemeente, huisartsen, scholen en aanbieders hebben opgeschreven wat zij willen.",
          "gehaald", "De samenwerkingsagenda is door alle partijen ondertekend.", _COUNCIL, date(2019, 2, 12)),
    _step("Hulp dicht bij huis", "Jeugdigen en ouders vinden hulp in hun eigen buurt, zonder verwijzing.", "gehaald",
          "In elke wijk is een inlooppunt.", _TEAM, date(2021, 4, 1),
          programme="gezinsverzorgende", indicators=["bereikte_gezinnen"], pilot=CARER),
    _step("Een ondersteuner bij de huisarts", "Twee op de drie jeugdigen hebben een OJG in hun praktijk.", "op_weg",
          "Negen van de veertien praktijken zijn begonnen.", _COUNCIL, date(2025, 10, 7),
          programme="ojg", indicators=["dekking", "bereikte_jeugdigen"]),
    _step("Hulp op school", "Elke school kan zelf lichte hulp inzetten.", "op_weg",
          "Met alle schoolbesturen zijn afspraken gemaakt; nog niet overal is iemand aan het werk.", _COUNCIL,
          date(2025, 10, 7), programme="jeugdhulp_school", indicators=["begeleide_leerlingen"]),
    _step("Gezinnen houden regie", "Gezinnen bepalen zelf mee wat er gebeurt, en ervaren dat ook zo.", "op_weg",
          "Twee van de drie antwoorden van ouders zijn positief; jongeren worden nog niet gevraagd.", _TEAM,
          date(2026, 3, 17), programme="gezinsverzorgende", indicators=["ervaring", "doel_behaald"], pilot=CARER),
    _step("Samen verwijzen", "Huisarts en gemeente bespreken een verwijzing voordat zij die doen.", "nog_niet",
          "Er is nog geen gezamenlijk overleg.", _COUNCIL, date(2025, 10, 7)),
    _step("Minder verwijzingen", "Er zijn minder verwijzingen naar specialistische jeugd-GGZ dan verwacht.",
          "op_weg", "Wat hierover te zeggen is, staat bij de pilot.", _COUNCIL, date(2025, 10, 7),
          programme="ojg", indicators=["verwijzingen_sggz_huisarts"], pilot=OLIEVLEK),
    _step("Kortere zware hulp", "Specialistische hulp duurt niet langer dan nodig.", "niet_gemeten"),
    _step("Blijvend anders", "Wat werkt, is gewone praktijk en wordt vast betaald.", "nog_niet",
          "De OJG wordt nog jaarlijks betaald uit tijdelijk geld.", "Begroting 2026", date(2025, 11, 4)),
)  # fmt: skip
MEETLAT: dict[str, Any] = {
    "meetlat": [{"gemeente": GEMEENTE, "title": "Meetlat van negen stappen", "step": list(STEPS)}]
}
