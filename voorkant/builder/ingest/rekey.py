"""New keys for the keys of a supplier: what is stored can not be looked up in the supplier's own system."""

import hmac

import pyarrow as pa

from voorkant.declare.source import Source

KEY_BYTES = 32
_KEPT_BYTES = 16  # 128 bits: no two of a billion keys meet by chance


def rekey(table: pa.Table, source: Source, key: bytes, domain: str) -> pa.Table:
    """The table with each `rekey` column of the source replaced by an HMAC-SHA256 in hexadecimals.

    The same value in the same column gives the same result under the same key and domain, and another under another:
    sources that may be linked share a domain, others have their own.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"the key must be {KEY_BYTES} bytes")
    for name in source.rekey:
        place = table.schema.get_field_index(name)
        table = table.set_column(place, name, _rekeyed(table[name], key, prefix=f"{domain}\0{name}\0".encode()))
    return table


def _rekeyed(column: pa.ChunkedArray, key: bytes, *, prefix: bytes) -> pa.Array:
    encoded = column.combine_chunks().dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = pa.concat_arrays(encoded.unify_dictionaries().chunks)
    digests = [
        None if text is None else hmac.digest(key, prefix + text.encode(), "sha256")[:_KEPT_BYTES].hex()
        for text in encoded.dictionary.to_pylist()
    ]
    return pa.array(digests, pa.string()).take(encoded.indices)
