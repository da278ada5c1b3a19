"""Kwaliteit accounts for what came in, and says what cannot be shown."""

import json
import re
from datetime import date
from pathlib import Path

import duckdb
import pytest

from tests.cubes import write_home
from tests.inserting import insert
from tests.pages.app import open_app, text
from voorkant.ui import quality_supply

PAGE = "pages/verantwoording/kwaliteit.py"


def fill(home: Path, rows: list[tuple]) -> Path:
    """A home whose quality rows are these alone."""
    name = json.loads((home / "published" / "current.json").read_text(encoding="utf-8"))["publication"]
    for path in (home / "published" / name).glob("*/*.duckdb"):
        path.chmod(0o644)
        with duckdb.connect(str(path)) as connection:
            connection.execute("delete from quality")
            insert(connection, "quality", rows)
    return home


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return write_home(tmp_path / "home")


def delivery(file: str, day: str, *counts: int) -> list[tuple]:
    words = ("rijen", "gebruikt", "geweigerd", "overgeslagen")
    return [("levering", "ojg_contacten", file, day, count, word) for word, count in zip(words, counts, strict=True)]


def test_deliveries_are_added_up_and_listed(home, monkeypatch):
    fill(home, delivery("a.csv", "2025-01-10", 1000, 990, 6, 4) + delivery("a.csv", "2025-04-10", 500, 500, 0, 0))
    said = text(open_app(home, monkeypatch, PAGE))
    assert "<dt>Bestanden</dt><dd>2</dd>" in said
    assert "<dt>Rijen geleverd</dt><dd>1.500</dd>" in said
    assert "<dt>Rijen gebruikt</dt><dd>1.490</dd>" in said
    assert said.index("10 april 2025") < said.index("10 januari 2025")


def test_findings_stand_with_their_suggestion(home, monkeypatch):
    fill(home, [("geweigerd", "ojg_contacten", "De datum bestaat niet.", None, 6, "Verbeter de datum."),
                ("melding", "praktijken", "<b>Code</b> onbekend", None, 3, None)])  # fmt: skip
    said = text(open_app(home, monkeypatch, PAGE))
    assert "De datum bestaat niet." in said
    assert "Verbeter de datum." in said
    assert "Gebruikt, maar let op" in said
    assert "&lt;b&gt;Code&lt;/b&gt;" in said


def test_a_month_is_marked_by_its_completeness(home, monkeypatch):
    months = [("2025-01", 100), ("2025-02", 70), ("2025-03", 20)]
    fill(home, [("volledigheid", "ojg_contacten", "", month, percent, None) for month, percent in months]
         + [("volledigheid", "praktijken", "", "2025-01", 95, None),
            ("gegevens_tot", "ojg_contacten", "", "2025-02-28", None, None)])  # fmt: skip
    said = text(open_app(home, monkeypatch, PAGE))
    assert '<td class="vk-full">100</td><td class="vk-part">70</td><td class="vk-low">20</td>' in said
    assert '<td class="vk-full">95</td><td>–</td><td>–</td>' in said
    assert "volledig tot en met 28 februari 2025" in said


def test_a_month_that_is_far_too_full_is_suspect_too(home, monkeypatch):
    fill(home, [("volledigheid", source, "", month, percent, None) for source, month, percent in (
        ("declaraties", "2024-01", 603), ("declaraties", "2025-01", 609), ("declaraties", "2025-02", 56),
        ("ojg_contacten", "2025-01", 199), ("ojg_contacten", "2025-02", 200))])  # fmt: skip
    said = text(open_app(home, monkeypatch, PAGE))
    assert '<td class="vk-over">! 603</td><td class="vk-over">! 609</td><td class="vk-part">56</td>' in said
    assert "in januari 2024 (603%) en januari 2025 (609%). Dat is elk jaar in januari zo." in said
    assert "veel meer rijen dan gewoon in februari 2025 (200%). Mogelijk is een bestand dubbel geleverd" in said


def test_an_empty_account_is_said_in_words(home, monkeypatch):
    app = open_app(fill(home, []), monkeypatch, PAGE)
    said = text(app)
    assert not app.exception
    for words in (
        "nog geen bestand geleverd",
        "viel niets op",
        "nog geen bron",
        "met deze leveringen te tonen",
        "Geen enkele regel is uitgezet",
    ):
        assert words in said


def test_protection_and_local_mode_are_named(home, monkeypatch):
    said = text(open_app(home, monkeypatch, PAGE))
    assert "Geen scheiding van gebruikers" in said
    assert "onder 5 jeugdigen" in said
    public = text(open_app(home, monkeypatch, PAGE, openbaar="true"))
    assert "onder 10 jeugdigen" in public


def test_what_cannot_be_shown_says_why(full, monkeypatch):
    said = text(open_app(full, monkeypatch, PAGE))
    assert "Verwijzingen per praktijk in Beekerwoude" in said
    assert "Vraag de kolom verwijzer_agb op." in said


def test_a_rule_that_is_off_stands_with_its_reason(home, monkeypatch):
    rule = "De einddatum ligt voor de begindatum."
    fill(home, [("regel_uit", "ggz_verwijzingen", rule, "2026-11-23", 12, "Reden: Ingetrokken besluiten."),
                ("regel_uit", "declaraties", rule, None, 0, "Reden: In de instellingen."),
                ("regel_was_uit", "uitrol", rule, None, 3, "Reden: Was even zo.")])  # fmt: skip
    said = text(open_app(home, monkeypatch, PAGE))
    assert "Reden: Ingetrokken besluiten." in said
    assert "staat uit<small>sinds 23 november 2026</small>" in said
    assert "staat uit<small>in voorkant.toml</small>" in said
    assert "staat weer aan" in said
    assert said.index("Ingetrokken besluiten") < said.index("Was even zo")


def agreement(place: int, supplier: str, **facts: tuple[str | None, str | None]) -> list[tuple]:
    usual = {"termijn": (None, "kwartaal"), "gemeenten": (None, ""), "bestand": (None, None), "tot": (None, None),
             "verwacht": (None, None), "uiterlijk": (None, None)}  # fmt: skip
    return [(f"afspraak_{fact}", "ggz_verwijzingen", supplier, period, place, words)
            for fact, (period, words) in (usual | facts).items()]  # fmt: skip


def test_who_is_late_is_seen_on_the_day_of_looking(home, monkeypatch):
    last = {"bestand": ("2026-01-20", "ggz.csv"), "tot": ("2025-12-31", None), "verwacht": ("2026-Q1", None)}
    due = {"uiterlijk": ("2026-05-12", None)}
    fill(home, [*agreement(0, "Backoffice", **last, **due, cijfer=(None, "Verwijzingen")),
                *agreement(1, "Duinvoorde", **last, gemeenten=(None, "Duinvoorde"), uiterlijk=("2026-04-30", None)),
                *agreement(2, "Nieuw"), *agreement(3, "Register", bestand=("2026-01-20", "agb.csv"))])  # fmt: skip
    monkeypatch.setattr(quality_supply, "today", lambda: date(2026, 5, 12))
    said = text(open_app(home, monkeypatch, PAGE))
    assert "op tijd<small>verwacht: 1e kwartaal 2026, uiterlijk 12 mei 2026</small>" in said
    assert "te laat sinds 1 mei 2026" in said
    assert "Duinvoorde, elk kwartaal" in said
    assert "20 januari 2026<small>ggz.csv, gegevens tot en met 31 december 2025</small>" in said
    assert "nog nooit geleverd" in said
    assert "niet te bepalen<small>deze soort heeft geen datum of jaar</small>" in said
    assert said.index("Backoffice") < said.index("Nieuw")
    monkeypatch.setattr(quality_supply, "today", lambda: date(2026, 5, 13))
    assert "te laat sinds 13 mei 2026" in text(open_app(home, monkeypatch, PAGE))


def test_the_audit_and_what_protection_costs_stand_in_their_order(home, monkeypatch):
    use = "89% · ongeveer 95% · 1 · 2 · minder dan 0,5%"
    fill(home, [("toets", "", "Restrisico", None, 1, "Wie alle jeugdigen kent op een na, ziet 4%."),
                ("toets", "", "Getoetste tabellen", None, 0, "12 tabellen met samen 900 cellen."),
                ("nut", "", "Contacten\ngemeenten", None, 0, use)])  # fmt: skip
    said = text(open_app(home, monkeypatch, PAGE))
    assert said.index("12 tabellen met samen 900 cellen.") < said.index("Wie alle jeugdigen kent op een na, ziet 4%.")
    costs = said[said.index("Contacten<small>gemeenten</small>") :]
    assert re.findall(r"<td.*?<div>(.*?)</div></td>", costs)[:5] == use.split(" · ")


def test_a_publication_from_before_the_audit_says_so(home, monkeypatch):
    assert "Publiceer opnieuw om hem te doen" in text(open_app(fill(home, []), monkeypatch, PAGE))
