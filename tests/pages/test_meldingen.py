"""Findings on the page: how they stand in the file, which rules can be off, and what goes back to who delivered."""

import re

from streamlit.testing.v1 import AppTest

from tests.pages.app import text
from tests.pages.test_gegevens_inladen import HALF, ROLLOUT, bring, home, keys, opened, press
from voorkant.declare.jobs import Jobs
from voorkant.declare.ruleoff import RuleOff, switch_off, switch_on
from voorkant.ui.intake import preview as preview_module

__all__ = ["home"]
BACKWARDS = (
    "programma;locatie;startdatum;einddatum\nojg;01000001;2024-02-01;2023-01-01\nojg;01000002;2024-02-01;2025-01-01\n"
)
AGREED = """
[[levering]]
bron = "uitrol"
leverancier = "Bureau <Uitrol>"
termijn = "kwartaal"
contact = "data@bureau.nl"
"""
WISH = RuleOff("uitrol", "eind_voor_begin", "Ingetrokken.", "Bea", "2026-11-20")
TABLE = re.compile(r'<table class="vk-table vk-sample">.*?</table>', re.DOTALL)


def samples(app: AppTest) -> list[str]:
    return TABLE.findall(text(app))


def code(app: AppTest) -> str:
    return "\n".join(block.value for block in app.code)


def test_a_failing_cell_is_marked_by_sign_and_words_between_its_neighbours(home, monkeypatch):
    (found,) = samples(bring(opened(home, monkeypatch), uitrol_2=HALF))
    assert '<th scope="col">Regel</th><td><span aria-hidden="true">…</span>' in found
    assert '<th scope="col">locatie</th><th scope="col">startdatum</th></tr>' in found
    assert (
        '<td class="vk-mark vk-mark-geweigerd"><b aria-hidden="true">✕</b> 31-02-2024'
        '<span class="vk-quiet"> (melding: Deze datum bestaat niet.)</span></td>' in found
    )
    assert '<th scope="row">regel 3<small>Deze datum bestaat niet.</small></th>' in found
    assert "<td>2024-02-01</td>" in found


def test_the_preview_follows_the_filters(home, monkeypatch):
    app = bring(opened(home, monkeypatch), a=HALF, b=HALF.replace("31-02-2024", "gisteren") + "x;y\n", c=ROLLOUT)
    assert len(samples(app)) == 2
    app.selectbox(key="meldingen_bestand").set_value("b.csv").run()
    (found,) = samples(app)
    assert "gisteren" in found
    assert '<td colspan="3" class="vk-mark vk-mark-geweigerd"><b aria-hidden="true">✕</b> a | a' in found
    rule = next(option for option in app.selectbox(key="regel").options if option.startswith("De regel heeft minder"))
    app.selectbox(key="regel").set_value(rule).run()
    (found,) = samples(app)
    assert "a | a" in found
    assert found.count("vk-mark-") == 1
    app.selectbox(key="meldingen_bestand").set_value("c.csv").run()
    assert samples(app) == []
    assert "Geen meldingen bij deze keuze." in text(app)


def test_many_files_show_the_first_previews(home, monkeypatch):
    monkeypatch.setattr(preview_module, "MOST", 1)
    app = bring(opened(home, monkeypatch), a=HALF, b=HALF.replace("31-02", "30-02"))
    assert len(samples(app)) == 1
    assert "Nog 1 bestanden hebben zulke rijen" in text(app)


def test_a_check_of_before_there_were_previews_has_none(home, monkeypatch):
    bring(opened(home, monkeypatch), uitrol_2=HALF)
    Jobs(home).preview(Jobs(home).all()[-1]).unlink()
    app = opened(home, monkeypatch)
    assert "Deze datum bestaat niet." in text(app)
    assert samples(app) == []


def test_the_place_in_a_workbook_is_its_cell(home, monkeypatch):
    from tests.unit.builder.ingest.books import book  # noqa: PLC0415 - only here

    app = opened(home, monkeypatch)
    cells = [line.split(";") for line in HALF.splitlines()]
    app.file_uploader[0].set_value([("uitrol.xlsx", book(cells), "")]).run()
    press(app, "controleren")
    assert "Blad1!C3, kolom startdatum" in text(app)
    assert '<th scope="row">rij 3<small>' in samples(app)[0]


def off(app: AppTest, reason: str) -> AppTest:
    app.text_area(key="reden_uitrol_eind_voor_begin").set_value(reason).run()
    return press(app, "uitzetten")


def test_a_rule_is_switched_off_with_a_reason_and_on_again(home, monkeypatch):
    app = bring(opened(home, monkeypatch), uitrol_2=BACKWARDS)
    assert "Het bestand wordt ingelezen: 1 rij." in text(app)
    off(app, "Besluiten die zijn ingetrokken.")
    said = text(app)
    assert "Het bestand wordt ingelezen: 2 rijen." in said
    assert "Regel uitgezet: De einddatum ligt voor de begindatum." in said
    assert "Reden: Besluiten die zijn ingetrokken." in said
    assert "Uitgezet door lokale modus op" in said
    assert "vk-mark-melding" in samples(app)[0]
    assert "uitzetten" not in keys(app)
    press(app, "aanzetten_uitrol_eind_voor_begin")
    assert "Het bestand wordt ingelezen: 1 rij." in text(app)
    assert "Uitgezette regels" not in text(app)


def test_a_rule_is_not_switched_off_without_a_fitting_reason(home, monkeypatch):
    app = bring(opened(home, monkeypatch), uitrol_2=BACKWARDS)
    assert "Vul een reden in" in text(press(app, "uitzetten"))
    assert "geen nummers of adressen van personen" in text(off(app, "Gemeld door jan@example.nl."))
    assert "Het bestand wordt ingelezen: 1 rij." in text(app)


def test_what_cannot_be_read_cannot_be_switched_off(home, monkeypatch):
    assert "uitzetten" not in keys(bring(opened(home, monkeypatch), uitrol_2=HALF))


def test_a_rule_of_the_settings_is_named_and_left_to_them(home, monkeypatch):
    stated = '[[regel_uit]]\nbron = "uitrol"\nregel = "eind_voor_begin"\nreden = "Afgesproken."\n'
    home.settings.write_text(home.settings.read_text(encoding="utf-8") + stated, encoding="utf-8")
    app = opened(home, monkeypatch)
    assert "Uitgezette regels" in text(app)
    assert "Dit staat in voorkant.toml" in text(app)
    assert not any(key.startswith("aanzetten") for key in keys(app))


def test_a_rule_that_was_changed_since_asks_for_another_check(home, monkeypatch):
    bring(opened(home, monkeypatch), uitrol_2=BACKWARDS)
    switch_off(home, WISH)
    app = opened(home, monkeypatch)
    assert "of is een regel aan- of uitgezet" in app.info[0].value
    assert "publiceren" not in keys(app)
    switch_on(home, WISH)
    app = opened(home, monkeypatch)
    switch_off(home, WISH)
    assert "is een regel aan- of uitgezet" in text(press(app, "publiceren"))


def test_the_message_names_who_was_agreed_with(home, monkeypatch):
    home.settings.write_text(home.settings.read_text(encoding="utf-8") + AGREED, encoding="utf-8")
    app = bring(opened(home, monkeypatch), uitrol_2=HALF)
    message = code(app)
    assert "Beste Bureau <Uitrol>," in message
    assert "Afgesproken is een levering elk kwartaal, binnen 42 dagen na afloop." in message
    assert "- 1 keer geweigerd: Deze datum bestaat niet." in message
    assert "Voor: data@bureau.nl" in [block.value for block in app.get("text")]


def test_of_more_suppliers_one_is_chosen_and_gets_its_own_files(home, monkeypatch):
    home.settings.write_text(home.settings.read_text(encoding="utf-8") + AGREED, encoding="utf-8")
    app = bring(opened(home, monkeypatch), uitrol_2=HALF, vreemd="kleur;maat\nrood;3\n")
    assert "Beste leverancier," in code(app)
    assert "vreemd.csv" in code(app)
    box = app.selectbox(key="leverancier")
    box.set_value(box.options[1]).run()
    assert "Beste Bureau <Uitrol>," in code(app)
    assert "vreemd.csv" not in code(app)


def test_a_template_is_there_before_any_file(home, monkeypatch):
    (home.path / "sources").mkdir()
    (home.path / "sources" / "eigen.toml").write_text(
        'title = "Aanmeldingen"\nrow = "een rij"\nkey = ["nr"]\n[columns.nr]\ntype = "id"\nrequired = true\n', "utf-8"
    )
    app = opened(home, monkeypatch)
    box = app.selectbox(key="sjabloon_soort")
    assert box.options[0] == "Aanmeldingen"
    assert "sjabloon" in {button.key for button in app.get("download_button")}
