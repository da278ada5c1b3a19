"""What a wrong declaration says: file, key, value, and the nearest valid name."""

from datetime import date
from pathlib import Path

import pytest

from voorkant import ROOT
from voorkant.declare.cubeplan import grains, read_cubeplan
from voorkant.declare.indicator import read_indicator, read_indicators
from voorkant.declare.programme import read_programme
from voorkant.declare.settings import Rule, read_settings
from voorkant.domain.problem import DataRefused
from voorkant.domain.protection import Protection

PLAN = ROOT / "data" / "cubeplan.toml"


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


SETTINGS = {
    "[regio]\nnaam = 3": "voorkant.toml, [regio]: 'naam' is 3, maar hier hoort een tekst.",
    "[regoi]\nnaam = 'x'": "de sleutel 'regoi' is onbekend. Bedoeld: 'regio'?",
    "[regio": "voorkant.toml: geen geldige TOML (aan het eind: een haakje ontbreekt). Verbeter dat",
    "[regio]\nnaam = Aa": "geen geldige TOML (regel 2, kolom 8: een tekst hoort tussen aanhalingstekens).",
    "naam 'Aa'": "(regel 1, kolom 6: na de naam hoort een =)",
    "naam = 'Aa\nb = 1": "(aan het eind: een aanhalingsteken ontbreekt)",
    "a = 1\na = 2": ": dit staat er al eerder)",
    "[regio]\n[regio]": ": dit staat er al eerder)",
    "a = [1, 2": ": een haakje ontbreekt)",
    "a = 2025-02-30": ": deze datum bestaat niet)",
    "a = 'Aa' b": "geen geldige TOML (regel 1, kolom 10). Verbeter",
    "[bescherming.intern]\ndrempel = 1": "moeten ten minste 3 zijn",
    "[bescherming.intern]\nafronding = 4": "oneven",
    "[koppeling]\nbronnen = ['ojg_contacten']": "vastgelegde 'grond' en 'dpia'",
    "[bronnen.ojg_contacten]\ngegevens_tot = '2025'": "een datum zoals 2025-12-31",
    "[regio]\ngemeenten = [{ naam = 'Aa' }]": "de sleutel 'code' ontbreekt",
}


@pytest.mark.parametrize(("text", "message"), SETTINGS.items())
def test_a_wrong_setting_says_what_and_where(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(DataRefused) as refused:
        read_settings(_write(tmp_path, "voorkant.toml", text))
    assert message in str(refused.value)
    assert str(refused.value).startswith("voorkant.toml")


def test_settings_have_defaults(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "voorkant.toml")
    assert settings.rules[Protection.INTERN] == Rule(5, 3)
    assert settings.rules[Protection.OPENBAAR] == Rule(10, 5)


def test_settings_are_read(tmp_path: Path) -> None:
    text = """
        [regio]
        naam = "Regio"
        gemeenten = ["GM1969"]
        [bescherming.openbaar]
        drempel = 15
        [koppeling]
        bronnen = ["ojg_contacten"]
        grond = "besluit"
        dpia = "2025-1"
        [bronnen.ggz_verwijzingen]
        gegevens_tot = 2025-12-31
    """
    settings = read_settings(_write(tmp_path, "voorkant.toml", text))
    assert settings.gemeenten == {"GM1969": ""}
    assert settings.rules[Protection.OPENBAAR] == Rule(15, 5)
    assert settings.linked_sources == ("ojg_contacten",)
    assert settings.data_until == {"ggz_verwijzingen": date(2025, 12, 31)}


def test_less_protection_takes_a_ground_that_is_named(tmp_path: Path) -> None:
    text = "[bescherming.intern]\ndrempel = 2\nafronding = 1\ngrond = 'Besluit van de FG, 2026-3'"
    settings = read_settings(_write(tmp_path, "voorkant.toml", text))
    assert settings.rules[Protection.INTERN] == Rule(2, 1)
    assert settings.grounds == {Protection.INTERN: "Besluit van de FG, 2026-3"}


def test_a_file_that_is_no_utf8_or_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "ojg.toml"
    with pytest.raises(DataRefused, match=r"ojg\.toml: kan niet worden gelezen"):
        read_programme(path)
    path.write_bytes(b'title = "\xff"')
    with pytest.raises(DataRefused, match="geen UTF-8"):
        read_programme(path)


def test_a_wrong_word_gives_the_nearest(tmp_path: Path) -> None:
    path = _write(tmp_path, "x.toml", 'title = "X"\nunit = "praktijken"\nsources = []\nindicators = []')
    with pytest.raises(DataRefused, match="Bedoeld: 'praktijk'"):
        read_programme(path)


def test_an_indicator_needs_its_header(tmp_path: Path) -> None:
    with pytest.raises(DataRefused, match="kop in TOML"):
        read_indicator(_write(tmp_path, "x.sql", "select 1"))


@pytest.mark.parametrize("key", ["levels", "periods", "protections"])
def test_the_plan_refuses_unknown_words(key: str, tmp_path: Path) -> None:
    words = {"levels": "['wijk']", "periods": "['year']", "protections": "['intern']", key: "['straat']"}
    lines = "\n".join(f"{name} = {value}" for name, value in words.items())
    with pytest.raises(DataRefused, match="straat"):
        read_cubeplan(_write(tmp_path, "cubeplan.toml", f"[[table]]\n{lines}"))


def test_an_openbaar_table_needs_an_intern_one(tmp_path: Path) -> None:
    text = "[[table]]\nlevels = ['wijk']\nperiods = ['year']\nprotections = ['openbaar']"
    with pytest.raises(DataRefused, match="intern"):
        read_cubeplan(_write(tmp_path, "cubeplan.toml", text))


def test_every_openbaar_table_is_an_intern_table_and_none_is_below_wijk() -> None:
    plan = read_cubeplan(PLAN)
    for indicator in read_indicators(ROOT / "queries" / "indicators").values():
        openbaar = set(grains(plan, indicator, Protection.OPENBAAR))
        assert openbaar <= set(grains(plan, indicator, Protection.INTERN))
        assert not {grain.level for grain in openbaar} & {"praktijk", "school"}
