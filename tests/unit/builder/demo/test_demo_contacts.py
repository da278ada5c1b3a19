"""The contacts of the OJG and the help at school."""

import pandas as pd
import pytest

from voorkant import ROOT
from voorkant.builder.demo.contacts import VERVOLG
from voorkant.declare.source import read_source


def allowed(kind: str, column: str) -> set[str]:
    return {value for value, _ in read_source(ROOT / "data" / "sources" / f"{kind}.toml").column(column).values}


def test_only_praktijken_that_started_have_contacts(contacts, read):
    rollout = read("uitrol.csv").set_index("locatie")
    start = pd.to_datetime(contacts.praktijk_agb.map(rollout.startdatum))
    stop = pd.to_datetime(contacts.praktijk_agb.map(rollout.einddatum).replace("", "2025-12-31"))
    assert start.notna().all()
    assert contacts.day.between(start.dt.to_period("M").dt.start_time, stop).all()
    running = set(rollout.index[(rollout.programma == "ojg") & (rollout.uren_per_week != "0")])
    assert set(contacts.praktijk_agb) == running


def test_the_codes_are_those_of_the_source(contacts):
    for column in ("soort", "vervolg"):
        assert set(contacts[column]) <= allowed("ojg_contacten", column)
    assert set(contacts.geslacht) == {"M", "V", ""}
    assert set(contacts.afgerond) == {"ja", "nee"}
    assert contacts.minuten.astype(int).between(10, 90).all()


def test_a_traject_is_one_youth_at_one_praktijk_and_ends_once(contacts):
    for column in ("client_id", "praktijk_agb", "geboortejaar", "hulpvraag"):
        assert contacts.groupby("traject_id")[column].nunique().eq(1).all()
    last = contacts.sort_values(["day", "contact_id"]).drop_duplicates("traject_id", keep="last")
    closed = contacts[contacts.afgerond == "ja"]
    assert not closed.traject_id.duplicated().any()
    assert set(closed.contact_id) <= set(last.contact_id)
    assert (contacts[contacts.afgerond == "nee"].vervolg == "nog_lopend").all()
    assert "nog_lopend" not in set(closed.vervolg)


def test_a_youth_has_one_sex_and_birth_year_in_every_file(contacts, verwijzingen, read):
    school = read("jeugdhulp_school.csv")
    parts = [
        contacts[["client_id", "geboortejaar", "geslacht"]],
        verwijzingen[["client_id", "geboortejaar", "geslacht"]].replace({"geslacht": {"1": "M", "2": "V"}}),
        school[["client_id", "geboortejaar", "geslacht"]],
    ]
    known = pd.concat(parts)
    known = known[(known.client_id != "") & (known.geslacht != "")]
    assert known.groupby("client_id")[["geboortejaar", "geslacht"]].nunique().eq(1).all().all()
    assert known.client_id.str.fullmatch(r"C\d{7,}").all()


@pytest.mark.parametrize("vervolg", VERVOLG)
def test_the_outcomes_of_closed_trajecten(contacts, truth, vervolg):
    closed = contacts[contacts.afgerond == "ja"]
    assert (closed.vervolg == vervolg).mean() == pytest.approx(truth["basis"]["vervolg"][vervolg], abs=0.03)


def test_near_54_percent_closes_without_verwijzing(contacts, truth):
    closed = contacts[contacts.afgerond == "ja"]
    share = closed.vervolg.isin(["zelf_afgehandeld", "vrij_toegankelijk"]).mean()
    assert share == pytest.approx(0.54, abs=0.03)
    assert truth["basis"]["zonder_verwijzing"] == pytest.approx(0.54, abs=0.001)


def test_who_is_passed_on_comes_back_in_the_verwijzingen(contacts, verwijzingen, truth):
    passed_on = contacts[(contacts.afgerond == "ja") & (contacts.vervolg == "specialistische_ggz")]
    both = passed_on.merge(
        verwijzingen[verwijzingen.specialist & (verwijzingen.verwijzer_type == "02")], on="client_id"
    )
    after = both[(both.day_y >= both.day_x) & (both.day_y <= both.day_x + pd.Timedelta(days=95))]
    linked = after.traject_id.nunique()
    assert 0.5 < linked / len(passed_on) < 0.95
    assert linked == pytest.approx(truth["basis"]["verwijzingen_na_traject"], rel=0.05)


def test_the_corona_spring_was_by_telephone(contacts):
    spring = contacts[contacts.day.between("2020-03-16", "2020-05-31")]
    assert len(spring) > 10
    assert "consult" not in set(spring.soort)


def test_school_help(read):
    rows = read("jeugdhulp_school.csv").drop_duplicates("inzet_id")
    rollout = read("uitrol.csv").query("programma == 'jeugdhulp_school'").set_index("locatie").startdatum
    rows = rows[rows.brin != ""]
    assert set(rows.brin) <= set(rollout.index)
    assert (rows.startdatum >= rows.brin.map(rollout)).all()
    assert ((rows.einddatum == "") | (rows.einddatum >= rows.startdatum)).all()
    assert rows.uren.str.fullmatch(r"\d{1,2}(,5)?").all()
    for column in ("vorm", "schooltype", "vervolg"):
        assert set(rows[column]) <= allowed("jeugdhulp_school", column)
    assert (rows.client_id == "").sum() == (rows.vorm == "consultatie").sum()
    assert len(rows) > 800
