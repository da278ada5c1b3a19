"""What a delivery changes beside the former one, how it replaces, and the reasons why what stands out is right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from voorkant.domain.personal import LONGEST_REASON
from voorkant.text import periods
from voorkant.text.numbers import number
from voorkant.ui.names import source_title
from voorkant.ui.table import table

Kind = dict[str, Any]
"""The comparison of one kind, as the check tells it."""
WHY = "Waarom klopt dit?"
CHANGES = {"added": "Nieuw", "changed": "Gewijzigd", "removed": "Vervalt", "unchanged": "Hetzelfde"}


@dataclass(frozen=True)
class Answer:
    """What the steward said: how each kind replaces, and a reason per warning."""

    replaces: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)


def compare(kinds: Sequence[Kind]) -> Answer:
    """Nothing where every kind is new: then there is nothing to compare with."""
    if not kinds:
        return Answer()
    st.header("Wat er verandert", anchor=False)
    replaces = {found["kind"]: _way(found) for found in kinds}
    rows = [_changes(found, found["ways"][replaces[found["kind"]]]) for found in kinds]
    caption = "Rijen ten opzichte van wat nu telt"
    table(("Soort", *CHANGES.values()), rows, caption=caption, numeric=frozenset({1, 2, 3, 4}), quiet=True)
    for found in kinds:
        _details(found)
    warnings = [item for found in kinds for item in found["ways"][replaces[found["kind"]]]["warnings"]]
    return Answer(replaces, _reasons(warnings))


def _way(found: Kind) -> str:
    """How it replaces: a choice where both are possible."""
    ways, title = list(found["ways"]), source_title(found["kind"])
    if len(ways) == 1:
        return ways[0]
    words = {"sleutel": "Alleen rijen met hetzelfde nummer", "periode": f"Alles {_span(found['ways']['periode'])}"}
    chosen = st.radio(
        f"Wat vervangt deze levering van {title}?", ways, index=ways.index(found["replaces"]),
        format_func=words.__getitem__, key=f"vervangt_{found['kind']}",
    )  # fmt: skip
    return str(chosen)


def _span(way: Mapping[str, Any]) -> str:
    if not way["replaced"]:
        return "van deze periode"
    first, last = (periods.period(code) for code in way["replaced"])
    return f"van {first}" if first == last else f"van {first} t/m {last}"


def _changes(found: Kind, way: Mapping[str, Any]) -> tuple[str, ...]:
    late = way["changes"]["late"]
    note = f"\n{number(late)} nieuwe {'rij komt' if late == 1 else 'rijen komen'} na: van een maand die al compleet was"
    title = source_title(found["kind"]) + (note if late else "")
    return (title, *(number(way["changes"][key]) for key in CHANGES))


def _details(found: Kind) -> None:
    if not found["months"]:
        return
    with st.expander(f"Per maand, plek en code: {source_title(found['kind'])}", key=f"vergelijking_{found['kind']}"):
        months = [(periods.period(code), number(old), number(new)) for code, old, new in found["months"]]
        headers = ("Maand", "Telt nu", "In deze levering")
        table(headers, months, caption="Rijen per maand", numeric=frozenset({1, 2}))
        features = [
            (f"{value}\n{name.replace('_', ' ')}", number(old), number(new))
            for name, value, old, new in found["features"]
        ]
        if features:
            caption = "Rijen per plek en code in die maanden, grootste verschil eerst"
            table(("Plek of code", *headers[1:]), features, caption=caption, numeric=frozenset({1, 2}))


def _reasons(warnings: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """A box per warning, and one for all where there are more."""
    if not warnings:
        return {}
    st.subheader("Klopt dit?", anchor=False)
    some = "Er viel 1 ding op" if len(warnings) == 1 else f"Er vielen {len(warnings)} dingen op"
    st.write(
        f"{some} ten opzichte van de vorige levering. Publiceren kan als bij elk staat waarom het klopt. De reden komt "
        "op *Kwaliteit* te staan, zonder de aantallen: schrijf er geen gegevens van personen in."
    )
    shared = ""
    if len(warnings) > 1:
        shared = st.text_area(f"{WHY} (één reden voor alle)", key="reden_alle", max_chars=LONGEST_REASON, height=68)
    reasons = {}
    for place, item in enumerate(warnings):
        st.markdown(f"**{item['rule_text']}** {item['text']} *{source_title(item['kind'])}*")
        label = f"{WHY} {item['text']}"
        own = st.text_area(
            label, key=f"reden_{place}_{item['id']}", max_chars=LONGEST_REASON, height=68, placeholder=shared or WHY,
            label_visibility="collapsed",
        )  # fmt: skip
        reasons[item["id"]] = own.strip() or shared.strip()
    return reasons
