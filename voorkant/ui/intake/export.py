"""A saved mapping as the declaration of its kind, to be kept in `sources/` or shared."""

import streamlit as st

from voorkant.declare.mapping import FileMapping, clashes, with_headers, with_words
from voorkant.declare.sourcetext import source_text
from voorkant.declare.variant import variant_text, variants
from voorkant.ui import access
from voorkant.ui.handing import later
from voorkant.ui.intake.coupling import Known


def export(known: Known, saved: FileMapping) -> None:
    """The button, or why there is none: a header can be the name of another column."""
    if saved.kind not in known.kinds:
        return
    if names := clashes(known.kinds[saved.kind], saved.columns):
        listed = ", ".join(f"'{name}'" for name in names)
        st.caption(f"Niet te exporteren als bron: {listed} is de eigen naam van een andere kolom van deze soort.")
        return
    st.download_button(
        "Exporteer als bron (TOML)", later(lambda: toml(known, saved).encode()), f"{saved.kind}.toml",
        "application/toml", key=f"bron_{known.prefix}", on_click="ignore",
    )  # fmt: skip


@access.requires("gegevens_inladen")
def toml(known: Known, saved: FileMapping) -> str:
    """The kind with these headers and words, as it can be put in `sources/`."""
    if saved.kind in known.forms:
        return variant_text(variants(known.sources, known.home)[saved.kind].also(saved))
    return source_text(with_words(with_headers(known.sources[saved.kind], saved.columns), saved.values))
