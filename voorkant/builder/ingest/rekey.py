"""New keys for the keys of a supplier: what is stored can not be looked up in the supplier's own system."""

import hmac
from collections.abc import Callable
from functools import partial
from typing import Any

import pyarrow as pa

from voorkant.declare.source import Source

KEY_BYTES = 32
_KEPT_BYTES = (
    8  # one whole number: counting is several times quicker; two of ten million keys meet once in 370,000 stores
)


_AGAIN = b"voorkant rotation\0"


def rekey(table: pa.Table, source: Source, chain: bytes, domain: str) -> pa.Table:
    """The table with each `rekey` column of the source replaced by 64 bits of an HMAC-SHA256.

    The same value in the same column gives the same result under the same chain and domain, and another under another:
    sources that may be linked share a domain, others have their own.
    """
    key, *later = _links(chain)
    for name in source.rekey:
        place = table.schema.get_field_index(name)
        table = table.set_column(place, name, _digested(table[name], key, partial(_brought, f"{domain}\0{name}\0")))
    for link in later:
        table = rekey_again(table, source, link)
    return table


def rekey_again(table: pa.Table, source: Source, link: bytes) -> pa.Table:
    """What is stored under a chain, as it is under that chain with one more link. The originals are not needed."""
    for name in (name for name in source.rekey if name in table.column_names):
        place = table.schema.get_field_index(name)
        table = table.set_column(place, name, _digested(table[name], link, _stored))
    return table


def _links(chain: bytes) -> list[bytes]:
    if not chain or len(chain) % KEY_BYTES:
        raise ValueError(f"a key is {KEY_BYTES} bytes, or several of those")
    return [chain[start : start + KEY_BYTES] for start in range(0, len(chain), KEY_BYTES)]


def _brought(prefix: str, text: str) -> bytes:
    return (prefix + text).encode()


def _stored(number: int) -> bytes:
    return _AGAIN + number.to_bytes(_KEPT_BYTES, "big", signed=True)


def _digested(column: pa.ChunkedArray, key: bytes, message: Callable[[Any], bytes]) -> pa.Array:
    encoded = column.combine_chunks().dictionary_encode()
    digests = [
        None
        if value is None
        else int.from_bytes(hmac.digest(key, message(value), "sha256")[:_KEPT_BYTES], "big", signed=True)
        for value in encoded.dictionary.to_pylist()
    ]
    return pa.array(digests, pa.int64()).take(encoded.indices)
