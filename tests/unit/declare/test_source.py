"""Declarations of sources: what ships is in order, and a mistake names its place."""

from pathlib import Path

import pytest

from voorkant import ROOT
from voorkant.declare.source import read_source, read_sources
from voorkant.domain.problem import DataRefused

SHIPPED = read_sources(ROOT / "data" / "sources")
MINIMAL = 'title = "T"\nrow = "r"\nkey = ["a"]\n[columns.a]\ntype = "id"\n'


def test_the_kinds_that_ship() -> None:
    assert set(SHIPPED) >= {
        "ojg_contacten",
        "ggz_verwijzingen",
        "jeugdhulp_school",
        "bevolking",
        "cbs_jeugdzorg_wijken",
    }


def test_personal_keys_are_rekeyed_and_ids_are_personal() -> None:
    for source in SHIPPED.values():
        for column in source.columns:
            assert column.type != "id" or column.personal, (source.slug, column.name)
            assert column.name != "client_id" or "client_id" in source.rekey, source.slug


def written(path: Path, text: str) -> Path:
    file = path / "eigen.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_source_of_ones_own(tmp_path: Path) -> None:
    source = read_source(written(tmp_path, MINIMAL))
    assert (source.slug, source.key, source.column("a").type) == ("eigen", ("a",), "id")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (MINIMAL.replace('"id"', '"idd"'), "'id'"),
        (MINIMAL.replace("key = ", "keys = "), "key"),
        (MINIMAL.replace('["a"]', '["b"]'), "'b'"),
        (MINIMAL + 'of = "b"\n', "'b'"),
        (MINIMAL.replace("row", 'order = ["a|c"]\nrow'), "'c'"),
        (MINIMAL + "required = 1\n", "true of false"),
    ],
)
def test_a_mistake_names_file_and_key(tmp_path: Path, wrong: str, told: str) -> None:
    with pytest.raises(DataRefused, match=r"eigen\.toml") as refused:
        read_source(written(tmp_path, wrong))
    assert told in str(refused.value)


def test_an_own_declaration_replaces_the_one_that_ships(tmp_path: Path) -> None:
    (tmp_path / "uitrol.toml").write_text(MINIMAL, encoding="utf-8")
    assert read_sources(ROOT / "data" / "sources", tmp_path)["uitrol"].title == "T"
