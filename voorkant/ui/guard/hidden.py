"""How many public figures are not shown, and why."""

import streamlit as st

from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.text.numbers import number
from voorkant.ui import cache
from voorkant.ui.table import stacked

LEVELS = {"land": "Land", "regio": "Regio", "gemeente": "Gemeente", "wijk": "Wijk", "kern": "Kern"}
HEADERS = ("Gebied", "Alle", "Getoond", "Klein", "Herleidbaar", "Geen cijfer")
WHY = (
    "Klein: het is van zo weinig jeugdigen dat iemand te herkennen zou zijn. Herleidbaar: een klein aantal zou eruit "
    "volgen. Geen cijfer: niet geleverd, niet volledig of niet van toepassing."
)


def show(chosen: Selection) -> None:
    found = cache.rows(chosen.gemeente, Protection.OPENBAAR, "protection_hidden").named()
    if not found:
        st.write("Er is nog geen cijfer gepubliceerd.")
        return
    counts = ("cells", "shown", "small", "traceable", "absent")
    rows = [(LEVELS.get(row["level"], row["level"]), *(number(row[name]) for name in counts)) for row in found]
    stacked(HEADERS, rows, caption="Openbare cijfers, en waarom er een niet staat", numeric=frozenset(range(1, 6)))
    st.caption(WHY)
