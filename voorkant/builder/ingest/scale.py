"""Checks of a number against its own row, and of an amount against what is usual for its product."""

from collections import defaultdict

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from voorkant.builder.ingest.draft import Draft
from voorkant.builder.ingest.ledger import Rows, shown
from voorkant.declare.source import Column

_ENOUGH_ROWS = 5
"""Fewer amounts of a product have no usual one."""
_FAR = 50
"""From here on 100 times is nearer than 1: euros among eurocents, or the other way around."""

Floats = npt.NDArray[np.float64]


def check_within(draft: Draft, table: pa.Table) -> None:
    """A number outside the least and the most that its own row states."""
    for value, least, most in draft.source.within:
        below, above = pc.less(table[value], table[least]), pc.greater(table[value], table[most])
        outside = pc.or_(pc.fill_null(below, False), pc.fill_null(above, False)).to_numpy(zero_copy_only=False)
        _add(draft, "buiten_schaal", np.flatnonzero(outside & draft.ledger.used()), name=value)


def check_usual(draft: Draft, table: pa.Table) -> None:
    """Amounts about 100 times the median of their product, or a hundredth of it."""
    for column in draft.source.columns:
        if column.usual_for and column.name in draft.match.places:
            rows = np.flatnonzero(draft.ledger.used())
            amounts, products = _amounts(table, column)[rows], _products(table, column.usual_for)[rows]
            known = np.isfinite(amounts) & (amounts > 0) & (products >= 0)
            far = _far_off(amounts[known], products[known])
            _add(draft, "bedrag_100_keer", rows[known][far], name=column.name)


def _amounts(table: pa.Table, column: Column) -> Floats:
    """The size of each amount; per unit where the row says for how many units it is."""
    amounts = np.abs(_floats(table[column.name]))
    units = np.abs(_floats(table[column.per])) if column.per else np.full(len(table), np.nan)
    return np.divide(amounts, units, out=amounts, where=units > 0)


def _floats(column: pa.ChunkedArray) -> Floats:
    return np.array(pc.fill_null(column.cast(pa.float64()), np.nan).to_numpy())


def _products(table: pa.Table, names: tuple[str, ...]) -> npt.NDArray[np.int64]:
    """The product of each row as a number; -1 for rows that name none."""
    texts = [pc.fill_null(table[name].cast(pa.string()), "") for name in names]
    whole = pc.binary_join_element_wise(*texts, "\t").combine_chunks().dictionary_encode()
    none = [not text.strip() for text in whole.dictionary.to_pylist()]
    products = whole.indices.to_numpy().astype(np.int64)
    return np.where(np.array([*none, True])[products], -1, products)


def _far_off(amounts: Floats, products: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    order = np.lexsort((amounts, products))
    _, first, group, counts = np.unique(products[order], return_index=True, return_inverse=True, return_counts=True)
    usual = amounts[order][first + counts // 2][group]
    ratio = amounts[order] / usual
    far = np.zeros(len(amounts), bool)
    far[order] = (counts[group] >= _ENOUGH_ROWS) & ((ratio >= _FAR) | (ratio <= 1 / _FAR))
    return far


_ADVICE = {
    "buiten_schaal": "Controleer de score en de schaal van deze vraag bij de bron.",
    "bedrag_100_keer": "Staat het in eurocenten? Is dat in alle rijen zo: eurocenten = true in voorkant.toml.",
}


def _add(draft: Draft, rule: str, rows: Rows, *, name: str) -> None:
    """One entry per text as it stands in the file."""
    by_text: dict[str, list[int]] = defaultdict(list)
    for row, text in zip(rows, draft.texts(name).take(pa.array(rows)).cast(pa.string()).to_pylist(), strict=True):
        by_text[text.strip()].append(int(row))
    for text, found in by_text.items():
        value = shown(text, personal=draft.source.column(name).personal)
        draft.ledger.add(rule, np.array(found), suggestion=_ADVICE[rule], column=name, value=value)
