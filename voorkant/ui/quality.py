"""The parts of the page Kwaliteit: each asks its own question to the cube and shows the answer."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from voorkant.domain.selection import Selection
from voorkant.text import periods
from voorkant.text.crowded import CROWDED, crowded
from voorkant.text.numbers import SEPARATOR, number
from voorkant.ui import access, cache
from voorkant.ui.names import source_title, with_titles
from voorkant.ui.panels.notice import noticed
from voorkant.ui.snapshots import noted
from voorkant.ui.table import region, stacked, table

MONTHS = 24
FULL, HALF = 90, 50
"""From 90% of its usual size a month counts as full here; below 50% a source is not complete up to it."""
TOPICS = {"geweigerd": "Geweigerd", "overgeslagen": "Overgeslagen", "melding": "Gebruikt, maar let op"}


def ask(chosen: Selection, panel: str, **params: str | int) -> pd.DataFrame:
    return cache.ask(chosen.gemeente, chosen.protection, panel, **params)


def summary(chosen: Selection) -> None:
    """How much came in and what became of it, in one row."""
    found = ask(chosen, "quality_summary").iloc[0]
    facts = [
        ("Bestanden", number(found["files"])),
        ("Rijen geleverd", number(found["rows_in"])),
        ("Rijen gebruikt", number(found["used"])),
        ("Geweigerd", number(found["refused"])),
        ("Overgeslagen", number(found["skipped"])),
    ]
    items = "".join(f"<div><dt>{label}</dt><dd>{escape(value)}</dd></div>" for label, value in facts)
    noted.draw(f'<dl class="vk-facts">{items}</dl>')


def missing(chosen: Selection) -> None:
    found = [row for topic in ("pilot", "ontbreekt") for row in _rows(ask(chosen, "quality_notes", topic=topic))]
    if not found:
        st.write("Alles wat Voorkant kan tonen, is met deze leveringen te tonen.")
        return
    rows = [(f"{row.item}\n{source_title(row.source) if row.source else ''}", row.text) for row in found]
    stacked(("Niet te tonen", "Waarom, en wat helpt"), rows, caption="Wat niet te tonen is")


def months(chosen: Selection) -> None:
    """A strip per source: each month as a percentage of what that source usually holds."""
    found = ask(chosen, "quality_months", months=MONTHS)
    if found.empty:
        st.write("Er is nog geen bron waarvan de volledigheid per maand bekend is.")
        return
    head = "".join(f'<th scope="col">{_month(code)}</th>' for code in found["months"].iloc[0] if code)
    body = "".join(_strip(row) for row in _rows(found))
    caption = "Rijen per maand, als percentage van het gemiddelde van de twaalf maanden ervoor"
    region(
        f'<table class="vk-table vk-months"><caption>{caption}</caption><thead><tr><th scope="col">Bron</th>{head}'
        f"</tr></thead><tbody>{body}</tbody></table>",
        caption,
    )
    st.html(
        '<p class="vk-key"><span class="vk-full">90</span> 90% tot 200% <span class="vk-part">70</span> 50% tot 90% '
        '<span class="vk-low">20</span> minder dan 50%: de bron is voor die maand niet volledig '
        '<span class="vk-over">! 200</span> 200% of meer: veel meer dan gewoon <span>–</span> niet te bepalen</p>'
    )
    said = (crowded(source_title(row.source), list(zip(row.months, row.percents, strict=True))) for row in _rows(found))
    if told := list(filter(None, said)):
        noticed("Maanden die verdacht vol zijn", told)


def _rows(frame: pd.DataFrame) -> list[Any]:
    return list(frame.itertuples(index=False))


def _month(code: str) -> str:
    name, year = periods.short(code).rsplit(" ", 1)
    return f"{name}<br>{year}"


def _strip(row: Any) -> str:
    until = f"volledig tot en met {periods.day(row.data_until.date())}" if pd.notna(row.data_until) else ""
    cells = "".join(_cell(percent) for code, percent in zip(row.months, row.percents, strict=True) if code)
    return f'<tr><th scope="row">{escape(source_title(row.source))}<small>{until}</small></th>{cells}</tr>'


def _cell(percent: float) -> str:
    if percent < 0:
        return "<td>–</td>"
    if percent >= CROWDED:
        return f'<td class="vk-over">! {number(percent)}</td>'
    kind = "vk-full" if percent >= FULL else "vk-part" if percent >= HALF else "vk-low"
    return f'<td class="{kind}">{number(percent)}</td>'


def deliveries(chosen: Selection, *, most: int | None = None) -> None:
    """The files that were delivered, or only the newest."""
    found = ask(chosen, "quality_deliveries")[:most]
    if found.empty:
        st.write("Er is voor deze gemeente nog geen bestand geleverd.")
        return
    rows = [
        (f"{row.file}\n{source_title(row.source)}, {periods.day(row.delivered.date())}",
         *(number(value) for value in (row.rows_in, row.used, row.refused, row.skipped)))
        for row in _rows(found)
    ]  # fmt: skip
    headers = ("Bestand", "Rijen", "Gebruikt", "Geweigerd", "Overgeslagen")
    stacked(headers, rows, caption="Geleverde bestanden, het nieuwste eerst", numeric=frozenset({1, 2, 3, 4}))


def findings(chosen: Selection) -> None:
    found = ask(chosen, "quality_findings")
    if found.empty:
        st.write("Aan de leveringen viel niets op: elke rij is gebruikt.")
        return
    rows = [
        (f"{row.rule}\n{row.suggestion}", TOPICS[row.topic], source_title(row.source),
         number(row.rows) if pd.notna(row.rows) else "")
        for row in _rows(found)
    ]  # fmt: skip
    headers = ("Regel, en wat te doen", "Gevolg", "Bron", "Rijen")
    caption = "Rijen die niet zijn gebruikt of die opvielen, per regel"
    stacked(headers, rows, caption=caption, numeric=frozenset({3}))


def deviations(chosen: Selection) -> None:
    """What was unlike the former delivery, and the reason that the data steward gave."""
    found = ask(chosen, "quality_deviations")
    if found.empty:
        st.write("De leveringen leken op de leveringen ervoor.")
        return
    rows = [
        (f"{row.rule}\n{periods.period(row.month)}" if row.month else row.rule, source_title(row.source), row.reason)
        for row in _rows(found)
    ]
    caption = "Wat afweek van eerdere leveringen, en waarom dat klopt"
    stacked(("Wat afweek", "Bron", "Waarom het klopt"), rows, caption=caption)


def rules(chosen: Selection) -> None:
    """The protection in force, and what local mode does not do."""
    about = cache.about(chosen.gemeente, chosen.protection)
    level = {"intern": "Interne versie", "openbaar": "Openbaar"}
    base = f"Andere aantallen zijn afgerond op {about['base']}; onderdelen tellen daardoor niet altijd op."
    known = {
        "Niveau": level[about["protection"]],
        "Drempel": f"Aantallen onder {about['threshold']} jeugdigen worden niet getoond.",
        "Afronding": base,
    }
    stated = {row.item: with_titles(row.text) for row in _rows(ask(chosen, "quality_notes", topic="instelling"))}
    local = access.current_user() == access.LOCAL
    apart = "Geen scheiding van gebruikers: in lokale modus ziet wie deze computer gebruikt alles."
    rows = {**known, **{name: text for name, text in stated.items() if name not in known}}
    rows |= {"Gebruikers": apart} if local else {}
    table(("Regel", "Nu"), rows.items(), caption="Bescherming die nu geldt", quiet=True)


def audit(chosen: Selection) -> None:
    """That no small count follows from the rest, and what it costs in figures that are not shown."""
    found = [(row.item, row.text) for row in _rows(ask(chosen, "quality_notes", topic="toets"))]
    if not found:
        st.write("Deze publicatie is gemaakt voordat deze toets er was. Publiceer opnieuw om hem te doen.")
        return
    st.write(
        "Voor elke publicatie rekent Voorkant na of een klein aantal volgt uit wat eromheen staat: maanden en jaren, "
        "wijken en gemeente, delen en totaal, en wat eerder is gepubliceerd. Is dat zo, dan toont een cel ernaast een "
        "bereik in plaats van een aantal."
    )
    table(("Toets", "Uitkomst"), found, caption="Toets op herleidbaarheid", quiet=True)
    st.write(
        "Bescherming kost cijfers. Per maat en niveau staat hier hoeveel cellen een aantal tonen, en welk deel van het "
        "totaal daarin zit. Ook staat er hoe ver een getoond aantal van het ware ligt. Bij het verschil in de som "
        "staat hoe groot dat door het toeval van afronden al kan zijn."
    )
    use = [(row.item, *row.text.split(SEPARATOR)) for row in _rows(ask(chosen, "quality_notes", topic="nut"))]
    stacked(
        ("Cijfers", "Cellen met een aantal", "Deel van het totaal", "Helft ligt hooguit", "95% ligt hooguit",
         "Verschil in de som"),
        use, caption="Wat bescherming kost",
    )  # fmt: skip
