"""The form of one file: a choice per column and per unknown word, with samples and how sure a proposal is."""

from collections.abc import Iterator
from typing import Any

import streamlit as st

from voorkant.declare.source import Column, Source
from voorkant.text.confidence import LIKELY, confidence_words
from voorkant.text.numbers import number
from voorkant.ui.intake.act import attempt
from voorkant.ui.intake.coupling import FIXABLE, Choice, Known, NewKind, save
from voorkant.ui.intake.pairs import in_pairs
from voorkant.ui.jobs import Flow
from voorkant.ui.literally import literally

UNUSED, UNDECIDED = "", "?"
"""A column that is not used; a word about which nothing is decided."""
WHY = {
    "leeg": "zonder naam", "gegeven": "de naam lijkt op een gegeven", "persoonlijk": "persoonlijk",
    "dubbel": "dezelfde naam als een eerdere kolom",
}  # fmt: skip
WORDS = {UNDECIDED: "Nog niet koppelen", "": "De cel leeg laten"}


def form(flow: Flow, known: Known, kind: str, *, as_new: bool) -> None:
    """Everything below the choice of the kind; nothing is kept before the button."""
    source = known.kinds[kind]
    with st.form(f"koppeling_{known.prefix}_{kind}", enter_to_submit=False, border=False):
        new = _new_kind(known, source) if as_new else None
        supplier = st.text_input(
            "Leverancier (mag leeg blijven)", known.saved.supplier if known.saved else "", key=f"lev_{known.prefix}"
        )
        columns = dict(_columns(known, source))
        values = _words(known, source)
        if st.form_submit_button("Bewaren en opnieuw controleren", key=f"bewaar_{known.prefix}", type="primary"):
            attempt(lambda: save(flow, known, Choice(kind, supplier, columns, values, new)))


def _columns(known: Known, source: Source) -> Iterator[tuple[str, str]]:
    """(header, chosen column) for each header that can be mapped."""
    if source.slug not in known.file["mapping"]["columns"]:
        st.write("Bewaar eerst de soort. Na de controle staan hier de kolommen.")
        return
    st.markdown("**Kolommen.** " + _needed(source))
    for cell, (place, header) in in_pairs(known.headers()):
        with cell:
            yield header, _column(known, source, place, header=header)
    if left := [f"{literally(header['name'] or 'kolom zonder naam')} ({WHY[header['why']]})"
                for header in known.file["mapping"]["headers"] if header["why"]]:  # fmt: skip
        st.caption(f"Niet te koppelen: {', '.join(left)}.")


def _needed(source: Source) -> str:
    named = [name for name in source.required if source.column(name).fixed is None]
    needed = [*named, *(" of ".join(group) for group in source.one_of)]
    return f"Nodig voor deze soort: {', '.join(needed)}." if needed else ""


def _column(known: Known, source: Source, place: int, *, header: str) -> str:
    guess = known.file["mapping"]["columns"][source.slug][place]
    names = [UNUSED, *(column.name for column in source.columns if column.fixed is None)]
    usual = _usual(known, source, place, header=header)
    chosen = st.selectbox(
        literally(header), names, index=names.index(usual) if usual in names else 0,
        key=f"kolom_{known.prefix}_{source.slug}_{place}", format_func=lambda name: _option(source, name),
    )  # fmt: skip
    st.caption(f"{_samples(known, source, place, header=header)}. {_proposal(guess)}")
    return chosen


def _usual(known: Known, source: Source, place: int, *, header: str) -> str:
    """What was saved; else what the file was read as; else a proposal that is likely."""
    mapping = known.file["mapping"]
    guess = mapping["columns"][source.slug][place]
    if known.saved and known.saved.kind in {source.slug, source.like} and header in known.saved.columns:
        return known.saved.columns[header]
    now = mapping["headers"][place]["now"] if mapping["kind"] == source.slug else ""
    return now or (guess["column"] if guess["confidence"] >= LIKELY else UNUSED)


def _option(source: Source, name: str) -> str:
    if name == UNUSED:
        return "Niet gebruiken"
    column = source.column(name)
    return f"{name}: {column.meaning}" if column.meaning else name


def _samples(known: Known, source: Source, place: int, *, header: str) -> str:
    """As the check shows them: of what may be of a person the pattern only."""
    read = {item["header"]: item["samples"] for item in known.file["columns"]}
    samples = read.get(header) or known.file["mapping"]["samples"][source.slug][place]
    return f"Voorbeelden: {literally(', '.join(filter(None, samples)))}" if any(samples) else "Deze kolom is leeg"


def _proposal(guess: dict[str, Any]) -> str:
    if not guess["column"]:
        return "Geen voorstel."
    return f"Voorstel: {guess['column']} ({confidence_words(guess['confidence'])}, {guess['confidence']:.0%})."


def _words(known: Known, source: Source) -> dict[str, dict[str, str]]:
    """Column -> word -> code, for the words that are decided about."""
    mapping = known.file["mapping"]
    same = bool(known.saved and known.saved.kind in {source.slug, source.like})
    saved = known.saved.values if known.saved and same else {}
    found = mapping["words"] if mapping["kind"] == source.slug else {}
    decided = {}
    for name in {**saved, **found}:
        rows = [{"text": text, "count": 0, "code": code} for text, code in saved.get(name, {}).items()]
        rows += [row for row in found.get(name, []) if row["text"] not in saved.get(name, {})]
        chosen = _column_words(known, source.column(name), rows) if _has(source, name) else {}
        decided[name] = {text: code for text, code in chosen.items() if code != UNDECIDED}
    return {name: words for name, words in decided.items() if words}


def _has(source: Source, name: str) -> bool:
    return any(column.name == name for column in source.columns)


def _column_words(known: Known, column: Column, rows: list[dict[str, Any]]) -> dict[str, str]:
    st.markdown(f"**Woorden in {column.name}.** Wat betekenen ze?")
    options, chosen = [UNDECIDED, "", *column.codes], {}
    for count, (cell, row) in enumerate(in_pairs(rows)):
        often = f" ({number(row['count'])} keer)" if row["count"] else " (bewaard)"
        is_sure = not row["count"] or row["confidence"] >= LIKELY
        usual = row["code"] if is_sure and row["code"] in options else UNDECIDED
        chosen[row["text"]] = cell.selectbox(
            row["text"] + often, options, index=options.index(usual), key=f"woord_{known.prefix}_{column.name}_{count}",
            format_func=lambda code: WORDS.get(code, code),
        )  # fmt: skip
    return chosen


def _new_kind(known: Known, source: Source) -> NewKind:
    """Title, row and fixed values of a kind that does not exist yet."""
    st.write(
        f"De nieuwe soort telt mee als *{source.title}*. Voorkant herkent haar voortaan aan de kolommen hieronder."
    )
    left, right = st.columns(2)
    title = left.text_input("Titel van de nieuwe soort", key=f"titel_{known.prefix}")
    row = right.text_input("Een rij is", placeholder="een bezoek aan het kinderwerk", key=f"rij_{known.prefix}")
    st.markdown("**Vaste waarden.** Voor wat in elke rij hetzelfde is en niet in het bestand staat. Leeg mag.")
    able = [column for column in source.columns if column.type in FIXABLE and not column.personal]
    ranked = sorted(able, key=lambda column: not column.required)
    fixed = {column.name: _fixed(known, column, cell) for cell, column in in_pairs(ranked)}
    return NewKind(title, row, fixed)


def _fixed(known: Known, column: Column, place: Any) -> str:
    label = f"Vaste waarde voor {column.name}" + (" (nodig)" if column.required else "")
    key = f"vast_{known.prefix}_{column.name}"
    if column.codes:
        return place.selectbox(label, ["", *column.codes], format_func=lambda code: code or "Geen", key=key)
    return place.text_input(label, key=key)
