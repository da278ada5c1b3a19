"""The page of the council memo: which draft, what is in it, its words, how it looks, and its files."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import urljoin

import streamlit as st

from voorkant.declare.memofile import KINDS, Draft
from voorkant.domain.problem import Problem
from voorkant.domain.selection import Selection
from voorkant.report.memo.description import Memo
from voorkant.report.memo.make import make, stale
from voorkant.report.memo.markup import body
from voorkant.text import periods
from voorkant.ui import access, own
from voorkant.ui.heading import heading
from voorkant.ui.intake.act import act
from voorkant.ui.memo import arrange, choose, files, keeping, offer, unkept
from voorkant.ui.panels.answers import ASKER
from voorkant.ui.panels.notice import notice
from voorkant.ui.snapshots import keeping as snapshots

KEY, NEW, COPIED = "brief", "nieuw", "brief_kopie"
COPY = "Je ziet nu ‘{title}’. Het concept waarvan dit een kopie is staat er ook nog: kies het bovenaan."
GONE = "Het is verwijderd, misschien in een ander venster, of het hoort bij iemand anders of bij een andere gemeente."
STALE = (
    "{number} met de hand geschreven teksten staan niet in het stuk: de cijfers erbij zijn veranderd. Ze staan "
    "hierboven, onder hun voorstel."
)
FREEZE = "Bevriezen bewaart stuk en bestanden zoals ze nu zijn, met een vaste link. Dat is niet meer te veranderen."
PUBLIC = "De brief wordt gemaakt van de openbare cijfers. Wat hier staat is een voorstel: kies, orden en schrijf zelf."


def show(chosen: Selection) -> None:
    if not access.current_user().may(keeping.ACTION):
        notice("Alleen om te lezen", "Een beleidsmedewerker maakt de brieven. Vraag die om een concept.")
        return
    st.html(f'<p class="vk-process">{PUBLIC}</p>')
    drafts = keeping.here(chosen.gemeente)
    options = dict(_named(drafts)) | {NEW: "Een nieuw concept"}
    if (asked := st.query_params.get(KEY, NEW)) not in options:
        notice("Dit concept is er niet (meer)", GONE)
        unkept.show_all(asked)
    name = own.choice(KEY, "Welk concept?", options, told=True)
    if name == NEW:
        heading("Een nieuw concept", "Kies een titel en een soort stuk. Daarna staat er een voorstel klaar.")
        choose.begin(chosen.gemeente, lambda made: own.put(KEY, made))
        return
    _draft(drafts[name])


def _named(drafts: Mapping[str, Draft]) -> Iterator[tuple[str, str]]:
    """By name what each is called; of two that are called the same the second says so."""
    times: Counter[str] = Counter()
    for name, draft in drafts.items():
        words = _words(draft)
        times[words] += 1
        yield name, f"{words}, nummer {times[words]}" if times[words] > 1 else words


def _words(draft: Draft) -> str:
    return f"{draft.title} ({KINDS[draft.kind].lower()}, tot en met {periods.period(draft.period)})"


def _draft(draft: Draft) -> None:
    memo = _made(draft)
    choose.show(draft)
    arrange.show(draft, memo)
    if memo:
        if old := stale(memo):
            notice("Teksten bij andere cijfers", STALE.format(number=len(old)))
        _preview(draft, memo)
        files.show(draft, memo)
    _manage(draft, memo)


def _made(draft: Draft) -> Memo | None:
    """None where there is nothing to tell, which is then said."""
    try:
        return make(ASKER, draft)
    except Problem as problem:
        notice("Van dit concept is nu geen stuk te maken", str(problem))
        return None


@st.fragment
def _preview(draft: Draft, memo: Memo) -> None:
    """Folded: its pictures are drawn when someone looks."""
    part = st.expander("Voorbeeld van het stuk", key=f"brief_{draft.name}_voorbeeld", on_change="rerun")
    if part.open:
        with part:
            st.html(body(memo, top=2))


def _manage(draft: Draft, memo: Memo | None) -> None:
    heading("Dit concept", FREEZE)
    if st.session_state.pop(COPIED, "") == draft.name:  # where the reader is: the page looks as it did
        notice("De kopie staat klaar", COPY.format(title=draft.title))
    with st.container(horizontal=True):
        if memo:
            act("Bevries dit stuk", f"brief_{draft.name}_bevries", lambda: _freeze(draft))
        act("Kopie met de nieuwste cijfers", f"brief_{draft.name}_kopie", lambda: _copy(offer.next_one(draft)))
        with st.popover("Verwijderen", key=f"brief_{draft.name}_weg"):
            st.write("Het concept verdwijnt met alle teksten. Bestanden die al zijn gemaakt blijven.")
            act("Ja, verwijder dit concept", f"brief_{draft.name}_weg_ja", lambda: _remove(draft))


def _freeze(draft: Draft) -> None:
    """Kept as it is, with a link to it in its files; then that is what the reader sees."""
    base = urljoin(st.context.url or "", "./momentopnamen")
    code = snapshots.freeze(draft, f"{base}?gemeente={draft.gemeente}&opname={{code}}")
    # the draft too: the way back shows this page with what is given here
    st.switch_page("pages/raad/momentopnamen.py", query_params={"opname": code, KEY: draft.name})


def _copy(draft: Draft) -> None:
    name = keeping.begin(replace(draft, name=""))
    st.session_state[COPIED] = name
    own.put(KEY, name)


def _remove(draft: Draft) -> None:
    keeping.remove(draft)
    own.put(KEY, NEW)
