"""Koppelen: per file which kind it is, which column is which, and what its words mean; proposals until it is saved."""

import streamlit as st

from voorkant.declare.home import find_home
from voorkant.declare.mapping import read_mappings
from voorkant.text.confidence import confidence_words
from voorkant.ui.intake.act import act
from voorkant.ui.intake.coupling import Known, forget
from voorkant.ui.intake.export import export
from voorkant.ui.intake.mapping_form import form
from voorkant.ui.intake.report import File
from voorkant.ui.jobs import Flow

OPEN = "Van {count} is nog niet alles gekoppeld. Wat hier al staat is een voorstel: het telt pas na *Bewaren*."
CLOSED = "Alles is herkend. Wat niet klopt, kan hier worden veranderd."


def couple(flow: Flow) -> None:
    """A folded part per file; open where something is not known yet."""
    files = [(place, file) for place, file in enumerate(flow.checked.result["files"]) if file.get("mapping")]
    if not files:
        return
    st.header("Koppelen", anchor=False)
    count = sum(file["mapping"]["open"] for _, file in files)
    st.write(OPEN.format(count="1 bestand" if count == 1 else f"{count} bestanden") if count else CLOSED)
    for place, file in files:
        key = f"koppelen_{flow.check.id}_{place}"
        label = f"Kolommen koppelen van {file['file']}"
        part = st.expander(label, key=key, on_change="rerun", expanded=file["mapping"]["open"])
        if part.open:
            with part:
                _file(flow, file, place)


def _file(flow: Flow, file: File, place: int) -> None:
    home = find_home()
    saved = read_mappings(home).get(file["mapping"]["fingerprint"])
    known = Known.of(home, file, saved, prefix=f"{flow.check.id}_{place}")
    kind = _kind(known)
    as_new = kind in known.sources and st.toggle("Bewaar dit als een nieuwe soort", key=f"nieuw_{known.prefix}")
    if kind:
        form(flow, known, kind, as_new=as_new)
    if saved:
        with st.container(horizontal=True):
            export(known, saved)
            act("Koppeling vergeten", f"vergeten_{known.prefix}", lambda: forget(flow, known))


def _kind(known: Known) -> str:
    """The kind that is chosen: the saved or recognised one, otherwise a proposal."""
    mapping = known.file["mapping"]
    sure = {item["slug"]: item["confidence"] for item in mapping["kinds"]}
    usual = (known.saved.kind if known.saved else None) or mapping["kind"] or next(iter(sure), "")
    rest = sorted((slug for slug in known.kinds if slug not in sure), key=known.title)
    slugs = ["", *sure, *rest]

    def words(slug: str) -> str:
        if not slug:
            return "Kies een soort"
        told = f" (voorstel, {confidence_words(sure[slug])})" if slug in sure and slug != mapping["kind"] else ""
        return known.title(slug) + told

    index = slugs.index(usual) if usual in slugs else 0
    return st.selectbox("Soort export", slugs, index=index, format_func=words, key=f"soort_{known.prefix}")
