"""Products without a care class, with their counts, and a choice for each that holds from the next publication."""

from typing import Any

import streamlit as st

from voorkant.declare.home import find_home
from voorkant.declare.productindeling import ZORGSOORTEN, choose, read_chosen
from voorkant.text.numbers import number
from voorkant.ui import access, cache, controls, jobs
from voorkant.ui.intake.act import act, attempt
from voorkant.ui.intake.pairs import in_pairs

Name = tuple[str, str]
"""Category and code of a product."""
SHOWN = 40
OPEN = "Nog niet indelen"
EXPLAINED = (
    "Van deze verwijzingen en declaraties is niet bekend wat voor hulp het is. Ze tellen daarom niet mee als "
    "specialistische hulp of basishulp. Een keuze hier vult aan wat de eigen productindeling.csv openlaat; wat daarin "
    "staat, gaat voor. Ze telt mee vanaf de volgende publicatie."
)


def products() -> None:
    """Nothing at all where every product is known."""
    if cache.publication() is None:
        return
    chosen = controls.selection()
    found = cache.rows(chosen.gemeente, chosen.protection, "quality_products").named()
    kept = {(item.category, item.code): item.zorgsoort for item in read_chosen(find_home())}
    listed = {(item["productcategorie"], item["productcode"]) for item in found}
    decided = [{"productcategorie": category, "productcode": code, "n": 0} for category, code in kept.keys() - listed]
    if not (found or decided):
        return
    st.header("Producten zonder zorgsoort", anchor=False)
    st.write(EXPLAINED)
    part = st.expander(_said(len(found)), key="producten", on_change="rerun")
    if part.open:
        with part:
            _form([*found[:SHOWN], *sorted(decided, key=_name)], kept)


def _said(count: int) -> str:
    more = f"; hier staan de {SHOWN} die het vaakst voorkomen" if count > SHOWN else ""
    return f"{number(count)} {'product' if count == 1 else 'producten'} indelen{more}"


def _name(item: dict[str, Any]) -> Name:
    return item["productcategorie"], item["productcode"]


def _form(found: list[dict[str, Any]], kept: dict[Name, str]) -> None:
    options = ["", *ZORGSOORTEN]
    with st.form("producten_indelen", enter_to_submit=False, border=False):
        zorgsoorten = {}
        for cell, item in in_pairs(found):
            name = _name(item)
            zorgsoorten[name] = cell.selectbox(
                _label(item), options, index=options.index(kept.get(name, "")), key=f"product_{'_'.join(name)}",
                format_func=lambda zorgsoort: zorgsoort or OPEN,
            )  # fmt: skip
        if st.form_submit_button("Indeling bewaren", key="producten_bewaren", type="primary"):
            attempt(lambda: _save(zorgsoorten))
    if kept:
        st.write(f"{len(kept)} {'keuze is' if len(kept) == 1 else 'keuzes zijn'} bewaard.")
        act("Publiceren voorbereiden", "producten_publiceren", lambda: jobs.check(jobs.new_id(), ()))


def _label(item: dict[str, Any]) -> str:
    often = f" ({number(item['n'])} rijen)" if item["n"] else ""
    which = item["productcode"] or "elk ander product"
    return f"Categorie {item['productcategorie']}, {which}{often}"


@access.requires("gegevens_inladen")
def _save(zorgsoorten: dict[Name, str]) -> None:
    choose(find_home(), zorgsoorten)
