"""What a publication would do with checked files, and the button that asks for it."""

from typing import Any

import streamlit as st

from voorkant.text.numbers import number
from voorkant.ui import jobs
from voorkant.ui.intake.act import act
from voorkant.ui.intake.compare import Answer
from voorkant.ui.intake.report import is_fit
from voorkant.ui.jobs import Flow
from voorkant.ui.literally import literally

STAYS = "De cijfers van nu blijven staan tot de nieuwe klaar zijn. Wie kijkt, merkt er niets van."


def plan(flow: Flow, answer: Answer) -> None:
    """The buttons are those that make sense: nothing new, nothing to publish; outdated, first check again."""
    result = flow.checked.result
    st.header("Wat publiceren doet", anchor=False)
    fit = [file for file in result["files"] if is_fit(file)]
    reason = fit or result["waiting"] or result["changed"]
    if reason:
        st.markdown("\n".join(f"- {sentence}" for sentence in consequences(result, fit)))
    else:
        st.write("Niets: er is geen nieuw bestand dat kan worden ingelezen. Kies andere bestanden.")
    if flow.is_outdated:
        st.info(
            "Na deze controle is er opnieuw gepubliceerd, of is een regel aan- of uitgezet. Controleer de bestanden "
            "daarom nog een keer."
        )
    elif other := jobs.publishing():
        st.info(f"{literally(other.who)} is nu aan het publiceren. Daarna is een nieuwe controle nodig.")
    with st.container(horizontal=True):
        if flow.is_outdated:
            act("Opnieuw controleren", "opnieuw_controleren", lambda: jobs.check_again(flow), main=True)
        elif reason and not jobs.publishing():
            act("Publiceren", "publiceren", lambda: _publish(flow, answer), main=True)
        act("Andere bestanden kiezen", "andere_bestanden", lambda: jobs.close(flow))


def _publish(flow: Flow, answer: Answer) -> None:
    jobs.publish(flow, reasons=answer.reasons, replaces=answer.replaces)


def consequences(result: dict[str, Any], fit: list[dict[str, Any]]) -> list[str]:
    """One sentence for each thing that a publication of these files means."""
    total, known = len(result["files"]), sum(bool(file["known"]) for file in result["files"])
    rows, lost = sum(file["rows_used"] for file in fit), sum(file["rows_refused"] for file in fit)
    refused = total - known - len(fit)
    waiting = ", ".join(result["waiting"])
    said = {
        f"{_some(len(fit), total)} ingelezen: {number(rows)} {'rij' if rows == 1 else 'rijen'}.": bool(fit),
        f"{number(lost)} {'rij wordt' if lost == 1 else 'rijen worden'} niet gebruikt; zie de meldingen.": bool(lost),
        f"{_some(refused, total)} niet ingelezen, want er is niets van te gebruiken.": bool(refused),
        f"{_some(known, total)} overgeslagen, want al eerder ingelezen.": bool(known),
        f"Ook nieuw in de map exports, en dus mee ingelezen: {waiting}.": bool(waiting),
        "De instellingen of de indeling van producten zijn veranderd; daarom worden de cijfers opnieuw gemaakt.": (
            result["changed"] and not fit
        ),
        STAYS: True,
    }
    return [sentence for sentence, holds in said.items() if holds]


def _some(count: int, total: int) -> str:
    whole = "Het bestand" if total == 1 else f"{count} van de {total} bestanden"
    return f"{whole} {'wordt' if count == 1 else 'worden'}"
