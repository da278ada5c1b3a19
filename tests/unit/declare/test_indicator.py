"""An indicator that is a variant of another, and what one counts of another."""

from pathlib import Path

import pytest

from voorkant import ROOT
from voorkant.declare.indicator import Within, _within, read_indicator
from voorkant.domain.problem import DataRefused

FOLDER = ROOT / "queries" / "indicators"


def variant(tmp_path: Path, text: str) -> Path:
    base = (FOLDER / "instroom.sql").read_text(encoding="utf-8")
    (tmp_path / "instroom.sql").write_text(base, encoding="utf-8")
    (tmp_path / "anders.toml").write_text(text, encoding="utf-8")
    return tmp_path / "anders.toml"


def test_a_variant_says_only_what_differs(tmp_path: Path) -> None:
    text = 'like = "instroom"\ntitle = "Anders"\n[swap]\n"start_day" = "end_day"\n[columns]\nday = "laatste dag"\n'
    found, base = read_indicator(variant(tmp_path, text)), read_indicator(tmp_path / "instroom.sql")
    assert (found.slug, found.title, found.definition) == ("anders", "Anders", base.definition)
    assert found.columns == base.columns
    assert found.query == base.query.replace("start_day", "end_day")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('like = "weg"', "weg.sql bestaat niet"),
        ('like = "instroom"\n[swap]\n"staat er niet" = "x"', "dat staat niet in instroom.sql"),
        ('like = "instroom"\ntitel = "x"', "'titel' is onbekend"),
    ],
)
def test_what_is_wrong_with_a_variant_is_said(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(DataRefused, match=said) as refused:
        read_indicator(variant(tmp_path, text))
    assert str(refused.value).startswith("anders.toml")


def test_only_a_variant_says_what_it_is_like(tmp_path: Path) -> None:
    base = (FOLDER / "instroom.sql").read_text(encoding="utf-8")
    (tmp_path / "x.sql").write_text(base.replace("\ntitle ", '\nlike = "instroom"\ntitle ', 1), encoding="utf-8")
    with pytest.raises(DataRefused, match="'like' is onbekend"):
        read_indicator(tmp_path / "x.sql")


def test_what_an_indicator_counts_of_another() -> None:
    assert _within("contacten") == Within("contacten")
    assert _within("a/verwijzer=huisarts") == Within("a", "verwijzer", "huisarts")
    own = _within("hulp=x:% -> a/vervolg=x")
    assert own == Within("a", "vervolg", "x", "hulp", "x:%")
    assert [item.is_plain for item in (Within("a"), Within("a", "b", "c"), own)] == [True, False, False]
