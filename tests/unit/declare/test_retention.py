"""A term counts from the end of the year or month, and is read strictly."""

from datetime import date
from pathlib import Path

import pytest

from voorkant.builder.declared import read_declared
from voorkant.declare.home import Home
from voorkant.declare.retention import Term
from voorkant.declare.settings import read_settings
from voorkant.domain.problem import DataRefused


@pytest.mark.parametrize(
    ("term", "today", "kept"),
    [
        (Term(5, "jaar"), date(2026, 11, 26), date(2021, 1, 1)),  # 2020 ended almost six years ago, 2021 not yet five
        (Term(5, "jaar"), date(2026, 1, 1), date(2021, 1, 1)),
        (Term(5, "jaar"), date(2025, 12, 31), date(2020, 1, 1)),
        (Term(18, "maanden"), date(2026, 11, 26), date(2025, 5, 1)),
        (Term(1, "maand"), date(2026, 1, 31), date(2025, 12, 1)),
        (Term(12, "maanden"), date(2026, 12, 1), date(2025, 12, 1)),
    ],
)
def test_the_first_day_that_is_kept(term, today, kept):
    assert term.first_kept(today) == kept


def test_what_the_settings_say(tmp_path: Path):
    path = tmp_path / "voorkant.toml"
    path.write_text('[bronnen.uitrol]\nbewaartermijn = "5 jaar"\n[bewaren]\nopdrachten = "3 maanden"\n', "utf-8")
    found = read_settings(path)
    assert ({slug: str(term) for slug, term in found.terms.items()}, found.kept) == (
        {"uitrol": "5 jaar"},
        {"opdrachten": Term(3, "maanden")},
    )
    for wrong in ('"lang"', '"0 jaar"', '"5 dagen"', '"-1 jaar"'):
        path.write_text(f"[bronnen.uitrol]\nbewaartermijn = {wrong}\n", "utf-8")
        with pytest.raises(DataRefused, match="5 jaar"):
            read_settings(path)
    path.write_text('[bewaren]\nlogboek = "5 jaar"\n', "utf-8")
    with pytest.raises(DataRefused, match="'logboek' is onbekend"):
        read_settings(path)


@pytest.mark.parametrize(
    ("slug", "words"), [("ojg_contact", "Bedoeld: 'ojg_contacten'"), ("kernen", "geen dag of jaar")]
)
def test_a_term_fits_its_source(tmp_path: Path, slug, words):
    (tmp_path / "voorkant.toml").write_text(f'[bronnen.{slug}]\nbewaartermijn = "5 jaar"\n', "utf-8")
    with pytest.raises(DataRefused, match=words):
        read_declared(Home(tmp_path))
