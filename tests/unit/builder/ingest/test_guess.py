"""Proposals for real-looking headers: the right column, and a confidence that says how sure."""

import pytest

from voorkant.builder.ingest.guess import LEAST, REMEMBERED, Guesser, QuietNames, alike, guess_code
from voorkant.builder.ingest.report import Glance
from voorkant.declare.mapping import FileMapping

from .conftest import SOURCES

ROWS = 40
COLUMNS = {
    "Registratienr. contact": [f"R-{number}" for number in range(ROWS)],
    "Datum van het contactmoment": [f"{1 + number % 28:02d}-03-2024" for number in range(ROWS)],
    "AGB-code huisartsenpraktijk": ["01000001", "01000002"] * (ROWS // 2),
    "Gem. code cliënt": ["GM9901", "GM9902"] * (ROWS // 2),
    "CBS-wijk": ["WK990101", "WK990102"] * (ROWS // 2),
    "M/V": ["man", "vrouw"] * (ROWS // 2),
    "Vervolg na afsluiting": ["S-GGZ", "wijkteam", "geen verwijzing", "anders"] * (ROWS // 4),
    "Duur gesprek (min)": ["30", "45", "60", "20"] * (ROWS // 4),
    "Jaar geboorte": ["2010", "2012"] * (ROWS // 2),
}
MEANT = dict(zip(COLUMNS, ["contact_id", "contactdatum", "praktijk_agb", "gemeentecode", "wijkcode", "geslacht",
                           "vervolg", "minuten", "geboortejaar"], strict=True))  # fmt: skip


def guesser(columns: dict[str, list[str]], *before: FileMapping) -> Guesser:
    seen = (Glance(tuple(dict.fromkeys(texts)), len(texts)) for texts in columns.values())
    return Guesser(tuple(columns), tuple(seen), QuietNames(), before)


def proposed(found: Guesser, kind: str = "ojg_contacten") -> dict[str, tuple[str, float]]:
    return {found.header[place]: (guess.column, guess.confidence)
            for place, guess in found.columns(SOURCES[kind]).items()}  # fmt: skip


@pytest.mark.parametrize("header", MEANT)
def test_renamed_headers_are_proposed_for_what_they_mean(header):
    column, confidence = proposed(guesser(COLUMNS))[header]
    assert column == MEANT[header]
    assert LEAST <= confidence < 1


def test_a_known_name_is_certain():
    assert proposed(guesser({"Datum consult": ["1-1-2024"]}))["Datum consult"] == ("contactdatum", 1.0)


def test_content_that_contradicts_a_name_takes_the_confidence_away():
    fine = proposed(guesser({"Contactdatums": ["01-03-2024", "02-03-2024"]}))["Contactdatums"]
    wrong = proposed(guesser({"Contactdatums": ["ja", "nee"]}))["Contactdatums"]
    assert fine == ("contactdatum", 0.91)
    assert wrong == ("afgerond", 0.5)


def test_content_alone_is_doubt():
    column, confidence = proposed(guesser({"Kolom1": ["man", "vrouw", "man"]}))["Kolom1"]
    assert (column, confidence) == ("geslacht", 0.6)


def test_numbers_that_happen_to_be_codes_do_not_outdo_a_name():
    """`5` is a reason of a change too; that says nothing beside a header that says what it is."""
    found = proposed(guesser({"leeftijd kind": ["5", "6", "9"]}), "ggz_verwijzingen")
    assert found["leeftijd kind"][0] == "leeftijd"


def test_free_text_is_no_proof():
    assert "Kolom9" not in proposed(guesser({"Kolom9": ["rood", "blauw"]}))


def test_a_header_that_was_decided_about_before_is_proposed_so():
    before = FileMapping("ojg_contacten", columns={"Kolom9": "hulpvraag"})
    assert proposed(guesser({"Kolom9": ["rood"]}, before))["Kolom9"] == ("hulpvraag", REMEMBERED)
    assert "Kolom9" not in proposed(guesser({"Kolom9": ["rood"]}, FileMapping("uitrol", columns={"Kolom9": "x"})))


@pytest.mark.parametrize("header", ["achternaam", "geboortedatum", "BSN", "123456782", ""])
def test_nothing_is_proposed_for_what_may_be_of_a_person(header):
    assert proposed(guesser({header: ["01-03-2012", "02-03-2012"]})) == {}


def test_each_column_is_proposed_once():
    found = proposed(guesser({"Contactdatum 1": ["1-1-2024"], "Contactdatum 2": ["1-1-2024"]}))
    assert len({column for column, _ in found.values()}) == len(found)


@pytest.mark.parametrize("slug", sorted(SOURCES))
def test_a_kind_explains_its_own_header_best(slug):
    names = [column.name for column in SOURCES[slug].columns if column.of is None]
    found = guesser({name: [""] for name in names})
    scores = {other: found.kind(source) for other, source in SOURCES.items()}
    assert scores[slug] == max(scores.values())


def test_the_kind_of_renamed_contacts():
    found = guesser(COLUMNS)
    ranked = sorted(SOURCES, key=lambda slug: found.kind(SOURCES[slug]), reverse=True)
    assert ranked[0] == "ojg_contacten"
    assert found.kind(SOURCES["bevolking"]) < 0.5


def test_names_are_alike_by_sign_and_by_word():
    assert alike("contctdatum", "contactdatum") > 0.9
    assert alike("datum van contact", "contactdatum") == 1.0
    assert alike("kleur", "contactdatum") < 0.4


def test_words_are_proposed_for_the_code_that_they_look_like():
    vervolg = SOURCES["ojg_contacten"].column("vervolg")
    assert guess_code(vervolg, "Specialistische GGZ (jeugd)")[0] == "specialistische_ggz"
    assert guess_code(vervolg, "verwezen naar wijkteam")[0] == "gemeentelijk_team"
    assert guess_code(vervolg, "xyz") == ("", 0.0)
    assert guess_code(SOURCES["ojg_contacten"].column("afgerond"), "jaa")[0] == "ja"
