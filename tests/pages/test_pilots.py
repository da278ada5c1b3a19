"""Pilots on screen: a verdict with what led to it, no verdict before its moment, and a register that shows changes."""

import json
import shutil
from dataclasses import replace
from functools import partial
from html import unescape
from pathlib import Path

import duckdb
import pytest

from tests import pilots
from tests.pages.app import open_app, text
from tests.pages.said import charts
from tests.unit.declare.test_pilot import PLAIN
from voorkant.declare.auditlog import app_log
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.declare.pilot import read_pilots
from voorkant.declare.register import Register, State
from voorkant.domain.job import Job, Kind, Status
from voorkant.domain.job import State as JobState
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.handed import FORMATS
from voorkant.ui import access, jobs
from voorkant.ui.access import User
from voorkant.ui.panels import download
from voorkant.ui.pilots import files, outcome, read

LIST, PAGE = "pages/werkt_het/pilots.py", "pages/werkt_het/pilot.py"
READER = User("Anne", frozenset({"wethouder"}), frozenset({"*"}), Protection.INTERN)


def one(opened, slug, **query):
    return opened("demo", PAGE, gemeente="GM9901", pilot=slug, **query)


def test_the_list_tells_of_each_pilot_what_can_be_said(opened):
    said = text(opened("demo", LIST, gemeente="GM9901"))
    assert "Aantoonbare daling" in said
    assert "Nog geen uitspraak mogelijk" in said
    assert "Nog geen oordeel" in said
    assert "Concept" in said
    assert said.index("Elders in de regio") < said.index(f"Pilot {pilots.ELSEWHERE}")


def test_the_list_says_what_asks_for_attention(opened):
    said = text(opened("demo", LIST, gemeente="GM9901"))
    assert "Er is een oordeel en nog geen besluit." in said
    assert "De verwachting is niet vooraf vastgelegd." in said
    assert "Nog een concept: leg de pilot vast voor het eerste moment." in said
    assert "De start of stop van een eenheid is anders dan in de uitrol." in said


def test_a_gemeente_without_pilots_is_told_so(opened):
    said = text(opened("empty", LIST, gemeente="GM9901"))
    assert "Geen pilots in deze gemeente" in said


def test_the_card_says_it_in_ten_seconds(opened):
    said = text(one(opened, pilots.FALL))
    card = said[said.index("vk-verdict") :][:1200]
    assert "vk-gunstiger" in card
    assert "Aantoonbare daling" in card
    assert card.index("Zichtbaar is hier een daling vanaf 26%.") < card.index("501 verwijzingen sinds maart 2019")
    assert "zonder Ondersteuner Jeugd &amp; Gezin verwacht: 720 (597 tot 873)" in card
    assert "Oordeel van juni 2025, met de cijfers tot en met die maand." in card
    assert "Dit bewijst niet dat" in said


def test_what_is_copied_is_the_public_story(opened):
    said = text(one(opened, pilots.FALL))
    assert "Kopieer dit verhaal (openbaar)" in said
    assert 'data-text="Pilot ojg-proef. Sinds maart 2019 zijn er 501 verwijzingen bij ' in said


def test_both_charts_stand_with_their_account(opened):
    first, second = charts(one(opened, pilots.FALL))
    assert "waargenomen en verwacht" in first["alt"]
    assert "Groeit het verschil na de start" in second["alt"]
    assert list(second["layout"]["xaxis"]["ticktext"]) == ["-2", "1", "2", "3"]


def test_the_file_of_a_chart_is_the_public_one(home, monkeypatch):
    open_app(home.path, monkeypatch, PAGE, gemeente="GM9901", pilot=pilots.FALL)
    chosen = Selection(
        "GM9901", "GM9901", "gemeente", "year", "ojg", "contacten", "verwijzingen_sggz", pilot=pilots.FALL
    )
    made = files.public(chosen, partial(outcome.drawn, "in_time"))
    assert made.publication.protection == "openbaar"
    lines = download.public_file(made, FORMATS[0]).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Periode;Waargenomen (verwijzingen per maand);Waargenomen (aantal);Verwacht")
    assert len(lines) == 5
    with pytest.raises(Problem, match="geen openbare versie"):
        files.public(replace(chosen, pilot=pilots.REFUSED), partial(outcome.drawn, "in_time"))
    pilot = read.one(chosen)
    assert files.files(made.shown, pilot, chosen, outcome.drawn).internal().name == "pilot-ojg-proef"
    outside = replace(chosen, protection=Protection.OPENBAAR)
    assert files.files(made.shown, pilot, outside, outcome.drawn).internal is None


def test_an_assessment_that_failed_is_told_and_a_file_that_is_no_pilot(home, monkeypatch):
    of_cubes(home, "insert into quality values ('pilot', '', 'Pilot fout', null, null, 'fout.toml: Bedoeld: ojg?')")
    desk = Jobs(home)
    job = Job("job1", Kind.ASSESS, (), "Bram", "2026-11-26T10:00:00")
    desk.ask(job)
    desk.tell(job, Status(JobState.FAILED, "De schijf is vol."))
    said = text(open_app(home.path, monkeypatch, LIST, gemeente="GM9901"))
    assert "De pilots zijn niet opnieuw beoordeeld" in said
    assert "De schijf is vol." in said
    assert "Pilot fout is niet beoordeeld" in said
    assert "fout.toml: Bedoeld: ojg?" in said


def test_checks_have_a_sign_a_sentence_and_a_word(opened):
    said = text(one(opened, pilots.FALL))
    assert "Bij elke begonnen eenheid zijn er minstens 14 maanden voor de start." in said
    assert "dezelfde kant op. Waargenomen gedeeld door verwacht ligt dan tussen 0,68 en 0,76." in said
    assert "niet te bepalen" in said
    assert "Eenheden met een andere start of stop dan de uitrol" not in said  # that is of now, the card of the moment


def test_a_refusal_names_reasons_what_helps_the_break_and_when(opened):
    said = text(one(opened, pilots.REFUSED))
    assert "Eenheden waar de registratie stilviel of de telling veranderde: 14." in said
    assert "Maanden na de start, bij de middelste eenheid: 4, nodig: 6." in said
    assert "Andere telling &lt;van&gt; verwijzingen (1 januari 2021)" in said
    assert "op zijn vroegst te verwachten met de cijfers tot en met januari 2026" in said
    assert "Nog geen grafiek" in said
    assert "Gemeten per wijk, niet per school" in said


def test_before_the_first_moment_there_are_figures_and_no_verdict(opened):
    said = text(one(opened, pilots.YOUNG))
    assert "Nog geen oordeel" in said
    assert "501 verwijzingen sinds maart 2019" in said
    assert "Volgend moment: juni 2026." in said
    for words in ("Aantoonbare daling", "bij toeval zelden te zien", "kan toeval zijn"):
        assert words not in said.partition("Wat doet de inzet")[0]
    assert "wordt alleen op de afgesproken momenten beoordeeld" in said


def test_a_draft_shows_only_what_it_will_be_able_to_show(opened):
    said = text(one(opened, pilots.DRAFT))
    assert "Kleinste zichtbare daling:" in said
    assert "tot het eind van het venster: 29%" in said
    assert "een jaar langer: 25%" in said
    assert "Genoeg gegevens rond maart 2027." in said
    assert "vk-amounts" not in said


def test_a_pilot_elsewhere_is_read_in_public(opened):
    said = text(one(opened, pilots.ELSEWHERE))
    assert "Werkt het in Beekerwoude?" in said
    assert "Aantoonbare daling" in said
    assert "Deze pilot loopt niet in Aldermeer, maar in Beekerwoude." in said
    assert "loopt niet in" not in text(one(opened, pilots.FALL))


def test_costs_and_agreements_are_told(opened):
    said = text(one(opened, pilots.FALL))
    assert "Voorkant 0.0.0, startgetal 42, hooguit 999 verdelingen van de starts" in said
    assert "€ 180.000" in said
    assert "Kleinste zichtbare daling: met de cijfers van nu: 26%. Er zijn nu al genoeg gegevens." in said
    assert "97,5%, omdat er 2 keer wordt geoordeeld" in said
    assert "crisis, terugkomst (niet gekoppeld: dit volgt jeugdigen van de ene bron naar de andere)" in said
    assert "Begonnen: 17 van 28 praktijken. Gemiddeld 12,5 uur per week bij wie begonnen is." in said


def test_what_went_the_wrong_way_stands_in_the_card_by_name(opened):
    said = text(one(opened, pilots.FALL))
    card = said[said.index("vk-verdict") :][:1600]
    assert "<strong>Let op</strong>: Verwijzingen bij crisis: 8,4 per 1.000 jeugdigen per jaar na de start, 5,1" in card
    assert "Let op" not in text(one(opened, pilots.YOUNG)).partition("vk-agreed")[0]


def test_other_outcomes_stand_apart_and_have_no_verdict(opened):
    said = text(one(opened, pilots.FALL))
    assert "Ook bekeken" in said
    assert (
        "Alle verwijzingen: geen duidelijk verschil met de verwachting (waargenomen gedeeld door verwacht 0,95" in said
    )
    assert "Per praktijk telt alleen wat haar eigen huisartsen verwezen" in said
    assert "Ook bekeken" not in text(one(opened, pilots.YOUNG))


@pytest.fixture
def home(full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home of one's own in which no worker is started."""
    monkeypatch.setattr(jobs.Hand, "start", lambda _self: None)
    found = Home(Path(shutil.copytree(full, tmp_path / "home")))
    found.settings.write_text('[regio]\ngemeenten = ["GM9901", "GM9902"]\n', encoding="utf-8")
    return found


def fill(app, **given: str) -> None:
    for key, value in given.items():
        (app.text_area if key in {"eenheden"} else app.text_input)(key=f"pilot_{key}").set_value(value)
    for key, chosen in {"gemeenten": "GM9901", "andere": "verwijzingen_sggz_huisarts", "letop": "wachttijd"}.items():
        app.multiselect(key=f"pilot_{key}").set_value([chosen])


def drafted(home: Home, monkeypatch, **changed: str):
    app = open_app(home.path, monkeypatch, LIST, gemeente="GM9901")
    app.expander[0].open = True
    app.session_state["nieuwe_pilot"] = True
    app.run()
    given = {"titel": "OJG in Meerzicht", "vraag": "Werkt het?", "van": "2024-01", "tot": "2028-12",
             "momenten": "2026-12, 2027-12", "eenheden": "01990002; 2026-01-01; ; 8"}  # fmt: skip
    fill(app, **given | changed)
    app.button(key="pilot_bewaren").click().run()
    return app


def asked(home: Home) -> list[Kind]:
    return [job.kind for job in Jobs(home).all()]


def test_the_form_writes_the_same_file_and_asks_to_look_ahead(home, monkeypatch):
    app = drafted(home, monkeypatch)
    assert not app.exception
    pilot = read_pilots(home)["ojg-in-meerzicht"]
    assert (pilot.moments, pilot.units[0].code, pilot.units[0].hours) == (("2026-12", "2027-12"), "01990002", 8.0)
    assert (pilot.secondary, pilot.guardrails) == (("verwijzingen_sggz_huisarts",), ("wachttijd",))
    assert Register(home).state(pilot) is State.DRAFT
    assert asked(home) == [Kind.ASSESS]
    assert app_log(home).last().n == 1


def test_codes_and_days_of_units_are_no_numbers_of_persons(home, monkeypatch):
    lines = "\n".join(f"0199010{number}; 2026-0{number}-01; ; 8" for number in range(1, 10))
    drafted(home, monkeypatch, eenheden=lines)
    assert len(read_pilots(home)["ojg-in-meerzicht"].units) == 9


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"titel": " "}, "Vul een titel en een vraag in."),
        ({"titel": "..."}, "Geef de pilot een titel met letters."),
        ({"momenten": "2030-12"}, "'Evaluatiemomenten' moet binnen 'Venster' liggen."),
        ({"momenten": "2028-13"}, "'Evaluatiemomenten': '2028-13' is geen maand: schrijf 2025-03."),
        ({"eenheden": "01990002; morgen"}, "Eenheden, regel 1: 'morgen' is geen dag. Schrijf een dag als 1-9-2026."),
        ({"eenheden": "01990002; 1-9-2026; ; veel"}, "Eenheden, regel 1: 'veel' is geen getal."),
        ({"vraag": "Bel 0612345678 voor uitleg"}, "Hierin staat een persoonsgegeven."),
    ],
)  # fmt: skip
def test_what_a_file_may_not_hold_a_form_does_not_write(home, monkeypatch, changed, message):
    assert message in unescape(text(drafted(home, monkeypatch, **changed)))
    assert read_pilots(home) == {}
    assert asked(home) == []


def published_pilot(home: Home, slug: str = pilots.DRAFT) -> None:
    """A draft whose file is what the publication was made for."""
    register = Register(home)
    register.folder.mkdir(parents=True)
    (register.folder / f"{slug}.toml").write_text(PLAIN, encoding="utf-8")
    digest = read_pilots(home)[slug].digest
    of_cubes(home, f"update pilot set digest = '{digest}' where slug = '{slug}'")


def of_cubes(home: Home, sql: str) -> None:
    name = json.loads((home.published / "current.json").read_text(encoding="utf-8"))["publication"]
    for path in (home.published / name).glob("*/*.duckdb"):
        path.chmod(0o644)
        with duckdb.connect(str(path)) as connection:
            connection.execute(sql)


def open_draft(home: Home, monkeypatch):
    return open_app(home.path, monkeypatch, PAGE, gemeente="GM9901", pilot=pilots.DRAFT)


def test_a_draft_is_locked_after_its_check_screen(home, monkeypatch):
    published_pilot(home)
    app = open_draft(home, monkeypatch)
    app.button(key="pilot_vastleggen").click().run()
    (entry,) = Register(home).entries(pilots.DRAFT)
    assert entry.who == "lokale modus"
    assert entry.foreseen == (
        "Kleinste zichtbare daling: tot het eind van het venster: 29%; een jaar langer: 25%; de helft meer eenheden: "
        "24%. Genoeg gegevens rond maart 2027."
    )
    assert f"Toen vooruitgerekend: {entry.foreseen}" in text(app)
    assert asked(home) == [Kind.ASSESS]
    assert "De pilots worden beoordeeld en opnieuw gepubliceerd" in text(app)


def test_what_no_waiting_mends_stands_on_the_check_screen_and_in_the_list(home, monkeypatch):
    published_pilot(home)
    number = next(row[0] for row in pilots.declared("regio") if row[1] == pilots.DRAFT)
    lacks = "'plan_tekort', 2, 3, null, 'te_weinig_begonnen'"
    of_cubes(home, f"insert into estimate values ({number}, '', '', {lacks})")
    app = open_draft(home, monkeypatch)
    assert "Zo komt er geen oordeel." in text(app)
    assert "Begonnen eenheden die meetellen: 2, nodig: 3." in text(app)
    app.button(key="pilot_vastleggen").click().run()
    (entry,) = Register(home).entries(pilots.DRAFT)
    assert entry.foreseen.endswith("Zo komt er geen oordeel. Begonnen eenheden die meetellen: 2, nodig: 3.")
    listed = open_app(home.path, monkeypatch, LIST, gemeente="GM9901")
    assert "Zoals hij is opgezet komt er geen oordeel: kijk wat er nodig is." in text(listed)


def test_the_starts_that_a_pilot_names_stand_with_what_was_agreed(home, monkeypatch):
    published_pilot(home)
    with (home.work / "pilots" / f"{pilots.DRAFT}.toml").open("a", encoding="utf-8") as file:
        file.write('[[units]]\ncode = "01990002"\nstart = 2026-09-01\nend = 2027-12-31\nhours = 8.0\n')
        file.write('[[units]]\ncode = "01990003"\n')
    named = "01990002 (1 september 2026 tot en met 31 december 2027, 8 uur per week); 01990003"
    assert f"zoals in de uitrol; door de pilot genoemd: {named}" in text(open_draft(home, monkeypatch))
    public = open_app(home.path, monkeypatch, PAGE, gemeente="GM9901", pilot=pilots.DRAFT, openbaar="true")
    assert "01990002" not in text(public)


def test_what_was_changed_since_the_check_screen_is_not_locked(home, monkeypatch):
    published_pilot(home)
    (home.work / "pilots" / f"{pilots.DRAFT}.toml").write_text(PLAIN.replace("Aa", "Bee"), encoding="utf-8")
    app = open_draft(home, monkeypatch)
    assert "Nog niet vooruitgerekend" in text(app)
    assert "pilot_vastleggen" not in [button.key for button in app.button]


def test_a_start_other_than_the_rollout_blocks_the_lock(home, monkeypatch):
    published_pilot(home)
    number = next(row[0] for row in pilots.declared("regio") if row[1] == pilots.DRAFT)
    of_cubes(home, f"insert into estimate values ({number}, '', '', 'plan_uitrol_anders', 2, null, null, null)")
    app = open_draft(home, monkeypatch)
    assert "Van 2 eenheden noemt de pilot een andere start" in text(app)
    assert "pilot_vastleggen" not in [button.key for button in app.button]


def change(app, toml: str, reason: str | None = None):
    app.session_state["pilot_bijhouden"] = "wijzigen"
    app.run()
    app.text_area(key="pilot_toml").set_value(toml)
    if reason is not None:
        app.text_area(key="pilot_reden").set_value(reason)
    return app.button(key="pilot_wijziging").click().run()


def test_a_change_of_what_was_locked_needs_a_reason_and_stays_visible(home, monkeypatch):
    published_pilot(home)
    Register(home).lock(read_pilots(home)[pilots.DRAFT], who="Anne", at="2026-11-26T10:00:00+01:00")
    later = PLAIN.replace('"2027-12"', '"2028-06"')
    assert "Schrijf waarom de pilot wordt gewijzigd." in text(change(open_draft(home, monkeypatch), later, " "))
    app = change(open_draft(home, monkeypatch), later, "De praktijk begint later.")
    assert Register(home).entries(pilots.DRAFT)[-1].reason == "De praktijk begint later."
    said = text(app)
    assert "Gewijzigd (Evaluatiemomenten)" in said
    assert "Vastgelegd op 26 november 2026 om 10.00 uur door Anne" in said


def test_a_draft_is_changed_without_a_reason(home, monkeypatch):
    published_pilot(home)
    change(open_draft(home, monkeypatch), PLAIN.replace("OJG in Aa", "Andere titel"))
    assert read_pilots(home)[pilots.DRAFT].title == "Andere titel"


def test_a_wrong_text_is_refused_with_the_key(home, monkeypatch):
    published_pilot(home)
    said = text(change(open_draft(home, monkeypatch), PLAIN.replace('"ojg"', '"ojh"')))
    assert "Bedoeld: &#x27;ojg&#x27;?" in said or "Bedoeld: 'ojg'?" in said


def test_a_decision_is_kept_with_the_verdict_of_then(home, monkeypatch):
    app = open_app(home.path, monkeypatch, PAGE, gemeente="GM9901", pilot=pilots.FALL)
    app.session_state["pilot_bijhouden"] = "besluiten"
    app.run()
    app.selectbox(key="besluit_keuze_0").set_value("uitbreiden")
    app.text_area(key="besluit_waarom_0").set_value("Het oordeel is gunstig.")
    app.button(key="besluit_bewaren").click().run()
    (found,) = Register(home).decisions(pilots.FALL)
    assert (found.choice, found.verdict, found.publication) == ("uitbreiden", "Aantoonbare daling", "proef-1")
    assert "<strong>Uitbreiden</strong>: Het oordeel is gunstig." in text(app)
    assert app.text_area(key="besluit_waarom_1").value == ""


def test_only_a_manager_sees_and_does_it(home, monkeypatch):
    monkeypatch.setattr(access, "current_user", lambda: READER)
    app = open_app(home.path, monkeypatch, LIST, gemeente="GM9901")
    assert "Een pilot vastleggen" not in text(app)
    page = open_app(home.path, monkeypatch, PAGE, gemeente="GM9901", pilot=pilots.FALL)
    assert [part.label for part in page.expander if not part.label.startswith("Tabel, downloads en query")] == []
    assert "pilot_bijhouden" not in [group.key for group in page.button_group]


def test_a_home_without_pilots_says_so(opened):
    assert "Er is nog geen pilot" in text(opened("empty", PAGE, gemeente="GM9901"))


def test_of_one_or_two_units_the_page_says_why_there_is_no_line_and_no_rank(opened, full, tmp_path, monkeypatch):
    few = shutil.copytree(full, tmp_path / "home")
    for cube in (few / "published").rglob("*.duckdb"):
        with duckdb.connect(str(cube)) as connection:
            connection.execute("update estimate set low = 2 where name = 'eenheden' and low = 6")
    said = text(open_app(few, monkeypatch, PAGE, gemeente="GM9901", pilot=pilots.REFUSED))
    assert "Geen grafiek en geen plaats tussen de andere eenheden" in said
    assert "Daaruit zou volgen hoeveel er bij een plek zijn verwezen." in said
    assert "Geen grafiek en geen plaats" not in text(one(opened, pilots.REFUSED))


def test_all_youth_care_stands_beside_as_context(opened):
    said = text(one(opened, pilots.FALL))
    beside = said[said.index("Alle jeugdhulp ernaast") :]
    assert "Het zegt niet of de pilot werkt." in beside
    assert "Jeugdigen met jeugdhulp:" in beside
    assert "verschuiving en geen besparing" in beside
    assert "Alle jeugdhulp ernaast" not in text(one(opened, pilots.DRAFT))
    assert "Alle jeugdhulp ernaast" not in text(opened("demo", PAGE, gemeente="GM9902", pilot=pilots.FALL))
