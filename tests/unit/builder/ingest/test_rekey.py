"""New keys: the same for the same, unlike for anything else, and not to be looked up."""

import pyarrow as pa
import pytest

from voorkant.builder.ingest.rekey import rekey

from .conftest import SOURCES

SOURCE = SOURCES["ojg_contacten"]
KEY = bytes(range(32))


def keyed(*, key: bytes = KEY, domain: str = "koppeling") -> pa.Table:
    table = pa.table(
        {"contact_id": ["K1", "K2", "K3"], "client_id": ["C1", None, "C1"], "traject_id": ["C1", "T2", "T3"]}
    )
    return rekey(table, SOURCE, key, domain)


def test_equal_values_stay_equal_and_missing_stays_missing() -> None:
    first, none, again = keyed()["client_id"].to_pylist()
    assert first == again
    assert none is None
    assert isinstance(first, int)


def test_columns_keys_and_domains_are_apart() -> None:
    usual = keyed()
    values = {
        usual["client_id"][0].as_py(),
        usual["traject_id"][0].as_py(),
        keyed(domain="bron")["client_id"][0].as_py(),
        keyed(key=bytes(32))["client_id"][0].as_py(),
    }
    assert len(values) == 4


def test_other_columns_are_left_alone() -> None:
    assert keyed()["contact_id"].to_pylist() == ["K1", "K2", "K3"]


def test_a_short_key_is_refused() -> None:
    with pytest.raises(ValueError, match="32"):
        keyed(key=b"short")
