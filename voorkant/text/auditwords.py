"""The words of the audit log: a line for each thing that was done."""

from collections.abc import Mapping
from typing import Any

RULES = "bescherming"
"""All rules at once stand with each publication; for people only their change is told."""
ACTIONS = {
    "publiceren": "gepubliceerd",
    "ongedaan_maken": "een publicatie ongedaan gemaakt",
    "opschonen": "rijen na hun bewaartermijn verwijderd",
    "sleutel_vernieuwen": "de sleutel vernieuwd",
    "bescherming_gewijzigd": "de regels voor bescherming gewijzigd",
    "publiceren_gevraagd": "om een publicatie gevraagd",
    "ongedaan_maken_gevraagd": "gevraagd een publicatie ongedaan te maken",
    "regel_uitgezet": "een controle uitgezet",
    "regel_aangezet": "een controle weer aangezet",
    "verkorten_toegestaan": "toegestaan dat gegevens worden verkort",
    "interne_versie_gedownload": "een interne versie gedownload",
    "pilots_beoordeeld": "de pilots opnieuw beoordeeld en gepubliceerd",
    "pilot_opgesteld": "een concept van een pilot bewaard",
    "pilot_vastgelegd": "een pilot vastgelegd",
    "pilot_gewijzigd": "een vastgelegde pilot gewijzigd",
    "besluit_vastgelegd": "een besluit over een pilot vastgelegd",
    "kosten_bewaard": "kosten bij een pilot bewaard",
    "gebeurtenis_bewaard": "een gebeurtenis bewaard",
    "gebeurtenis_verwijderd": "een gebeurtenis verwijderd",
    "verhaal_bewaard": "een verhaal bewaard",
    "verhaal_verwijderd": "een verhaal verwijderd",
    "vraag_bewaard": "een vraag van de raad bewaard",
    "vraag_verwijderd": "een vraag van de raad verwijderd",
    "antwoord_nagekeken": "een antwoord nagekeken",
    "brief_begonnen": "een raadsbrief begonnen",
    "brief_verwijderd": "een concept van een raadsbrief verwijderd",
    "brief_bevroren": "een raadsbrief bevroren",
    "beeld_bevroren": "een beeld bewaard als momentopname",
    "detail_bekeken": "ware aantallen bekeken",
    "ingelogd": "ingelogd",
    "inloggen_mislukt": "vergeefs geprobeerd in te loggen",
    "uitgelogd": "uitgelogd",
    "overal_uitgelogd": "overal uitgelogd",
    "sessie_beeindigd": "een sessie beëindigd",
    "toegang_geweigerd": "geen toegang gekregen",
    "groep_bewaard": "een groep gemeenten bewaard",
    "groep_verwijderd": "een groep gemeenten verwijderd",
}


def line(record: Mapping[str, Any]) -> str:
    """When, who, as what, what, and with which settings or selection."""
    publication = f" (publicatie {record['publication']})" if record["publication"] else ""
    when = record["at"][:19].replace("T", " ")
    did, told = ACTIONS.get(record["action"], record["action"]), about(record)
    return f"{when}  {record['who']} ({record['role']}): {did}{publication}{f'. {told}' if told else ''}"


def about(record: Mapping[str, Any]) -> str:
    """With which settings or selection it was done."""
    told = {key: value for key, value in record["filter"].items() if key != RULES and value not in ("", [], {}, 0)}
    return "; ".join(f"{key} {_plain(value)}" for key, value in told.items())


def _plain(value: Any) -> str:
    match value:
        case Mapping():
            return ", ".join(f"{key} {_plain(part)}" for key, part in value.items())
        case list():
            return " ".join(map(_plain, value)) or "geen"
    return str(value)
