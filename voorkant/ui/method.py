"""Every indicator on Begrippen en methode, as its own declaration says."""

from dataclasses import replace
from html import escape

import pandas as pd
import streamlit as st

from voorkant.domain.selection import Selection
from voorkant.report.rows import Header
from voorkant.text.numbers import number
from voorkant.ui import cache, controls
from voorkant.ui.choices import Offer
from voorkant.ui.literally import literally
from voorkant.ui.panels.tile import MEASURE_PAGE

NOT_YET = "Dit zegt nog niet of er minder verwijzingen zijn."
LADDERS = {
    "inzet": ("Wat doet de inzet", NOT_YET),
    "uitkomst": ("Wat verandert er", "Deze cijfers laten zien wat er aan de achterkant gebeurt."),
    "context": ("Context", "Deze cijfers zijn er om mee te vergelijken. Ze zeggen niets over de inzet."),
}
BETTER = {"lower": "Lager is gunstig", "higher": "Hoger is gunstig", "neither": "Geen oordeel"}
SPLITS = {"age_group": "leeftijd", "sex": "geslacht", "verwijzer": "verwijzer", "zorgsoort": "zorgsoort",
          "wachttijd": "wachttijd", "termijn": "termijn", "vervolg": "vervolg", "hulp": "vervolg en hulp"}  # fmt: skip


def indicators(chosen: Selection, wanted: str) -> None:
    """All indicators by ladder; what is searched for must stand in name, definition or source."""
    found = {
        ladder: cache.ask(chosen.gemeente, chosen.protection, "method_indicators", ladder=ladder, search=wanted.strip())
        for ladder in LADDERS
    }
    if all(frame.empty for frame in found.values()):
        st.write(f"Geen maat gevonden met ‘{literally(wanted)}’. Zoek op een ander woord, of wis het zoekveld.")
    for ladder, frame in found.items():
        if not frame.empty:
            title, sentence = LADDERS[ladder]
            st.header(title, anchor=False)
            st.html(f'<p class="vk-ladder vk-{ladder}">{sentence}</p>')
            terms = "".join(_indicator(row, _address(row["slug"], chosen)) for _, row in frame.iterrows())
            st.html(f'<div class="vk-terms">{terms}</div>')


def declared(chosen: Selection, header: Header) -> pd.Series:
    """One indicator as it was declared."""
    found = cache.ask(chosen.gemeente, chosen.protection, "method_indicators", ladder=header.ladder, search="")
    return found[found["slug"] == header.slug].iloc[0]


def meaning(row: pd.Series) -> str:
    """HTML of it, as it stands among all."""
    return f'<div class="vk-terms">{_indicator(row)}</div>'


def _address(slug: str, chosen: Selection) -> str:
    """The page of a measure that the gemeente has; empty of another."""
    offer = Offer(chosen.gemeente, chosen.protection)
    if slug not in offer.measures():
        return ""
    wanted = replace(chosen.whole(), measure=slug, programme=offer.having(slug, chosen.programme))
    return controls.link(wanted, MEASURE_PAGE)


def _indicator(row: pd.Series, address: str = "") -> str:
    facts = "".join(f"<dt>{label}</dt><dd>{escape(value)}</dd>" for label, value in _facts(row).items() if value)
    more = address and f'<p><a href="{escape(address)}" target="_self">Bekijk de cijfers ›</a></p>'
    return (
        f'<article class="vk-term" id="begrip-{escape(row["slug"])}"><h3>{escape(row["title"])}</h3>'
        f"<p>{escape(row['definition'])}</p><dl>{facts}</dl>{more}"
        "<details><summary>Bekijk de query</summary>"
        f"<pre tabindex='0' lang='en'><code>{escape(row['query'])}</code></pre></details></article>"
    )


def _facts(row: pd.Series) -> dict[str, str]:
    splits = ", ".join(SPLITS.get(split.strip(), split.strip()) for split in row["splits"].split(",") if split)
    weeks = int(row["lag_weeks"])
    return {
        "Teller": row["numerator_text"],
        "Noemer": row["denominator_text"],
        "Eenheid": f"per {number(row['per'])}" if row["per"] > 1 and "per" in row["unit_text"] else row["unit_text"],
        "Richting": BETTER[row["better"]],
        "Bron": row["source_text"],
        "Volledig na": f"{weeks} weken" if weeks != 1 else "1 week",
        "Uitsplitsing": splits,
        "Programma's": row["programmes"],
        "Code in links": row["slug"],
    }
