"""From text to typed columns: each distinct text of a column is read once, by a plain function."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from voorkant.builder.ingest.draft import Draft
from voorkant.builder.ingest.ledger import Rows, shown
from voorkant.builder.ingest.outcome import MISSING, NO_VALUE, Fault, Mended
from voorkant.builder.ingest.rules import RULES, stop
from voorkant.builder.ingest.values import reader_of
from voorkant.declare.source import Column, Source
from voorkant.domain.finding import Severity
from voorkant.text.numbers import number

_TYPES: dict[str, pa.DataType] = {
    "id": pa.string(), "date": pa.date32(), "year": pa.int32(), "birthyear": pa.int32(), "age": pa.int32(),
    "integer": pa.int64(), "decimal": pa.float64(), "euro": pa.float64(), "yesno": pa.bool_(), "star": pa.bool_(),
    "list": pa.list_(pa.string()),
}  # fmt: skip
MOST_ODD = 500_000
"""Different texts of one column that cannot be; each is a finding, and with more the column is something else."""
_WORDS = pa.dictionary(pa.int32(), pa.string())


def schema_of(source: Source) -> pa.Schema:
    """The columns that leave the reader, also for a source that was never delivered: canonical ones and `line`."""
    fields = [pa.field(column.name, _TYPES.get(column.type, _WORDS)) for column in source.columns]
    return pa.schema([*fields, pa.field("line", pa.int32())])


@dataclass(frozen=True)
class Distinct:
    """A column of text as its distinct texts and, per row, which of them."""

    texts: list[str]
    codes: npt.NDArray[np.int32]

    @classmethod
    def of(cls, column: pa.ChunkedArray) -> "Distinct":
        encoded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
        whole = encoded.combine_chunks()
        return cls(whole.dictionary.to_pylist(), whole.indices.to_numpy(zero_copy_only=False))

    def rows_of(self, wanted: list[int]) -> Iterator[tuple[int, Rows]]:
        """Per wanted text the rows that hold it."""
        if not wanted:
            return
        chosen = np.zeros(len(self.texts), bool)
        chosen[wanted] = True
        rows = np.flatnonzero(chosen[self.codes])
        codes = self.codes[rows]
        order = np.argsort(codes, kind="stable")
        edges = np.flatnonzero(np.diff(codes[order], prepend=-1))
        for part in np.split(rows[order], edges[1:]):
            if len(part):
                yield int(self.codes[part[0]]), part


def typed_table(draft: Draft) -> pa.Table:
    """All columns of the source, typed, with `line`; what could not be read is in the ledger and null."""
    schema = schema_of(draft.source)
    columns = [_convert(draft, column, kind=schema.field(column.name).type) for column in draft.source.columns]
    return pa.table([*columns, pa.array(draft.table.line, pa.int32())], schema=schema)


def _convert(draft: Draft, column: Column, *, kind: pa.DataType) -> pa.Array | pa.ChunkedArray:
    if column.name not in draft.match.places and column.fixed is None:
        return pa.nulls(len(draft.table.line), kind)
    if column.type == "id":
        return _own(draft, column, _convert_ids(draft, column))
    distinct = Distinct.of(draft.texts(column.name))
    read, rule = reader_of(column, distinct.texts, areas=draft.areas)
    outcomes = [read(text) for text in distinct.texts]
    _report(draft, column, distinct=distinct, outcomes=outcomes)
    if rule:
        suggestion = "Controleer enkele datums; schrijf een dag bij voorkeur als 31-12-2024."
        draft.ledger.add(rule, np.arange(len(draft.table.line)), suggestion=suggestion, column=column.name)
    plain = [None if isinstance(o, Fault) else o.value if isinstance(o, Mended) else o for o in outcomes]
    return _spread(plain, distinct.codes, kind=kind)


def _report(draft: Draft, column: Column, *, distinct: Distinct, outcomes: list[object]) -> None:
    odd = [code for code, outcome in enumerate(outcomes) if isinstance(outcome, Fault | Mended)]
    if len(odd) > MOST_ODD:
        raise stop(
            "kolom_onleesbaar",
            f"'{draft.header(column.name)}' heeft meer dan {number(MOST_ODD)} verschillende waarden die niet kunnen. "
            "Waarschijnlijk is het een andere kolom: wijs haar aan bij Koppelen, of herstel haar bij de bron.",
        )
    for code, rows in distinct.rows_of(odd):
        outcome = outcomes[code]
        value = shown(distinct.texts[code].strip(), personal=column.personal)
        if (
            isinstance(outcome, Fault)
            and RULES[outcome.rule][0] is Severity.REFUSED
            and not draft.source.is_strict(column)
        ):
            draft.ledger.soften(outcome.rule, rows, suggestion=outcome.suggestion, column=column.name, value=value)
        elif isinstance(outcome, Fault | Mended):
            draft.ledger.add(outcome.rule, rows, suggestion=outcome.suggestion, column=column.name, value=value)


def _spread(values: list[object], codes: npt.NDArray[np.int32], *, kind: pa.DataType) -> pa.Array:
    """The value of every row from the values of the distinct texts."""
    if kind != _WORDS:
        return pa.array(values, kind).take(pa.array(codes))
    places = {value: place for place, value in enumerate(dict.fromkeys(v for v in values if v is not None))}
    table = np.array([-1 if value is None else places[value] for value in values] or [-1], np.int32)
    spread = table[codes] if len(codes) else np.zeros(0, np.int32)
    return pa.DictionaryArray.from_arrays(pa.array(spread, mask=spread < 0), pa.array(list(places), pa.string()))


def _convert_ids(draft: Draft, column: Column) -> pa.ChunkedArray:
    """Mostly distinct texts: trimmed and emptied all at once instead of one by one."""
    trimmed = pc.utf8_trim_whitespace(draft.texts(column.name).cast(pa.string()))
    plus = pc.match_substring(trimmed, "+").to_numpy()
    science = np.flatnonzero(plus)
    if len(science):
        matches = pc.match_substring_regex(trimmed.take(pa.array(science)), r"^\d+([.,]\d+)?[eE]\+\d+$")
        science = science[matches.to_numpy()]
    suggestion = "Zet de kolom in Excel op 'Tekst' en exporteer opnieuw."
    for row in science:
        value = shown(trimmed[int(row)].as_py(), personal=column.personal)
        draft.ledger.add("wetenschappelijk", np.array([row]), suggestion=suggestion, column=column.name, value=value)
    words = sorted(MISSING | {word.casefold() for word in column.missing})
    short = pc.less_equal(pc.binary_length(trimmed), max(len(word) for word in [*words, *NO_VALUE]))
    if not pc.any(short).as_py():
        return trimmed
    lower = pc.utf8_lower(trimmed)
    wrong = np.flatnonzero(pc.is_in(lower, value_set=pa.array(sorted(NO_VALUE))).to_numpy())
    advice = "Herstel de formule, of zet er de waarde neer."
    draft.ledger.add("formule_fout", wrong, suggestion=advice, column=column.name)
    missing = pc.is_in(lower, value_set=pa.array(words))
    return pc.if_else(missing, pa.scalar(None, pa.string()), trimmed)


def _own(draft: Draft, column: Column, ids: pa.ChunkedArray) -> pa.ChunkedArray:
    """A form of another kind numbers its rows by itself: number 1 of it is not number 1 of that kind."""
    if not draft.source.like or column.name not in draft.source.key:
        return ids
    return pc.binary_join_element_wise(f"{draft.source.slug}:", ids, "")
