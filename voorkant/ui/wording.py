"""What the fixed words beside a figure mean, and how figures are made."""

import streamlit as st

from voorkant.domain.protection import Reason, Status
from voorkant.domain.selection import Selection
from voorkant.report.rows import Publication
from voorkant.text.reasons import COMPARISON, SYMBOL, reason_words, status_words
from voorkant.ui import cache
from voorkant.ui.table import table

STATUS_MEANING = {
    Status.DEFINITIEF: "De periode verandert niet meer, behalve bij een verbeterde levering.",
    Status.VOORLOPIG: "De periode is voorbij, maar er komen nog gegevens na.",
    Status.ONVOLLEDIG: "De gegevens lopen nog niet tot het einde van de periode.",
}
REASON_MEANING = {
    Reason.KLEIN: "Het aantal is zo klein dat iemand te herkennen zou zijn. Er staat wat het kan zijn, zoals 0 tot 4.",
    Reason.HERLEIDBAAR: "Uit dit aantal zou een klein aantal ernaast volgen. Er staat daarom een ruimer bereik.",
    Reason.NIET_GELEVERD: "De bron voor dit cijfer is niet geleverd, of waardoor het aantal wordt gedeeld: de "
    "bevolking, de inschrijvingen van praktijken of de leerlingen van scholen. Op Kwaliteit staat wat helpt.",
    Reason.ONVOLLEDIG: "De levering bevat deze periode niet helemaal.",
    Reason.NIET_GEKOPPELD: "Dit cijfer volgt jeugdigen van de ene bron naar de andere, en dat mag hier niet. Op "
    "Kwaliteit staat wat daarvoor nodig is.",
    Reason.NVT: "Het programma werkte hier in deze periode niet.",
    Reason.GEEN_CIJFER: "De bron geeft hier zelf geen cijfer.",
}
COMPARISON_MEANING = {
    "gunstiger": "De hele marge ligt aan de gunstige kant.",
    "vergelijkbaar": "De marges overlappen: het verschil kan toeval zijn.",
    "ongunstiger": "De hele marge ligt aan de ongunstige kant.",
    "niet_vergeleken": "Er is geen cijfer om mee te vergelijken, of geen gunstige kant.",
}
METHOD = {
    "Van rij naar cijfer": "Elke rij van een export wordt gebruikt of staat met een reden op Kwaliteit. Een cijfer is "
    "een teller, gedeeld door een noemer. Jeugdigen, trajecten en contacten worden nooit bij elkaar opgeteld.",
    "Marge": "Bij een cijfer hoort een marge van 95%: ook zonder echte verandering schommelt een cijfer van periode "
    "tot periode. Overlappen twee marges, dan heet het verschil ‘geen duidelijke verandering’.",
    "Kleine aantallen": "Kleine aantallen worden niet getoond en andere worden afgerond, één keer, bij het publiceren. "
    "Scherm, tabel, download en link tonen dus hetzelfde. Een verborgen aantal staat er als wat het kan zijn.",
    "Periode die standaard openstaat": "De fijnste periodesoort waarin ten minste 90% van de cijfers van het gebied "
    "te tonen is.",
    "Voor en na": "Een verschil tussen twee perioden is waargenomen, en nog geen gevolg van de inzet. Of de inzet "
    "werkt, vraagt een vergelijking met plekken die nog niet begonnen zijn.",
}


def words(chosen: Selection) -> None:
    """Statuses, reasons and comparisons: what the words beside a figure mean."""
    small = Publication.of(cache.about(chosen.gemeente, chosen.protection)).small
    states = [(status_words(status), STATUS_MEANING[status], str(status)) for status in Status]
    table(("Woord", "Betekenis", "Code in CSV"), states, caption="Status van een periode")
    why = [(reason_words(reason, small=small), REASON_MEANING[reason], str(reason)) for reason in Reason]
    table(("Woord", "Betekenis", "Code in CSV"), why, caption="Waarom er geen cijfer staat")
    compared = [(f"{SYMBOL[code]} {word}", COMPARISON_MEANING[code]) for code, word in COMPARISON.items()]
    table(("Woord", "Betekenis"), compared, caption="Vergelijken")


def explanation() -> None:
    """How figures come about, in five short answers."""
    parts = "".join(f"<dt>{title}</dt><dd>{text}</dd>" for title, text in METHOD.items())
    st.html(f'<dl class="vk-method">{parts}</dl>')
