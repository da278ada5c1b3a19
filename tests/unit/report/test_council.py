"""Answers to questions of the council: at most three sentences, and never surer than their figures."""

from dataclasses import replace
from datetime import date

import pytest

from tests import pilots as made
from tests.unit.report.made import HEADER, PUBLICATION, cell, event, figure, finding, hidden
from tests.unit.report.test_pilot import DECLARED, FALL, pilot
from voorkant.report import council
from voorkant.report.bands import Band
from voorkant.report.councilparts import Part, Place, Setting, lacking, parts, places
from voorkant.report.rows import Finding
from voorkant.text.council import MOST_LINES

SETTING = Setting(HEADER, "Aldermeer", PUBLICATION)
RISING = [cell(year, value=value, low=value - 0.3, high=value + 0.3)
          for year, value in zip(range(2021, 2026), (2.0, 3.0, 4.0, 5.0, 6.0), strict=True)]  # fmt: skip
FOUND = Finding(RISING[-1], RISING[-2], RISING[-1])


def test_five_clear_periods_are_a_course_without_a_cause():
    found = council.figure(figure(RISING, FOUND), "trend")
    assert found.lines[1] == "Van 2021 tot en met 2025 stijgt het, van 2,0 naar 6,0."
    assert found.lines[2] == "Dat is waargenomen; de oorzaak staat hiermee niet vast."
    assert found.label.words == "Duidelijk hoger: ongunstiger, oorzaak onbekend"
    assert found.picture.title == "Verwijzingen: stijgt sinds 2021"
    assert found.picture.sentence == found.text
    assert found.text in found.picture.alt
    assert "wachttijd" in " ".join(found.unknown)


def test_a_break_cuts_the_course_and_a_year_earlier_is_left():
    broken = figure(RISING, replace(FOUND, broken=True), happenings=[event(date(2025, 1, 1), breaks=True)])
    found = council.figure(broken, "trend")
    assert "de telling is sindsdien veranderd" in found.lines[1]
    assert found.label.words == "Nog niet te vergelijken"
    level = council.figure(figure([cell(year) for year in range(2021, 2026)], finding()), "trend")
    assert "geen duidelijke verandering" in level.lines[1]
    assert level.label.words == "Geen duidelijk verschil: kan toeval zijn"


def test_a_programme_that_began_within_a_year_is_not_compared():
    found = council.figure(figure([cell(2025)], replace(finding(), began=date(2024, 5, 1))), "trend")
    assert found.lines[1].startswith("Het programma begon op 1 mei 2024, dus 2024 is geen hele periode")


def test_effort_always_says_that_it_is_no_outcome():
    header = replace(HEADER, ladder="inzet", shape="share", better="neither")
    for answer in ("trend", "level"):
        found = council.figure(figure(RISING, FOUND, header=header), answer)
        assert found.lines[-1] == "Dit zegt nog niet of er minder verwijzingen zijn."
    assert council.figure(figure(RISING, FOUND, header=header), "trend").label.words.startswith(
        "Duidelijk hoger, oorzaak"
    )


def test_a_comparison_draws_both_and_is_as_sure_as_the_margins():
    region = replace(figure([cell(2024), cell(2025, value=2.0, low=1.9, high=2.1)], None), place="de regio")
    found = council.figure(figure([cell(2025)], finding()), "compare", region)
    assert found.lines[1] == "Hoger dan de regio (2,0)."
    assert found.label.tone == "ongunstiger"
    assert [(line.name, len(line.points)) for line in found.picture.series] == [("Aldermeer", 2), ("de regio", 2)]
    bare = replace(region, cells=[cell(2025, value=2.0, low=None, high=None)])
    assert "zonder marge" in council.figure(figure([cell(2025)], finding()), "compare", bare).lines[1]
    alone = council.figure(figure([cell(2025)], finding()), "compare")
    assert "geen cijfer van de regio" in alone.lines[1]


def test_without_a_figure_it_says_why():
    small = council.figure(figure([hidden(2025)], Finding(None, None, hidden(2025))), "trend")
    assert small.label.words == "Nog geen antwoord"
    assert "minder dan 5 jeugdigen" in small.text
    absent = council.figure(figure([hidden(2025, reason="nvt")], None), "trend")
    assert absent.text == "Dit programma is er niet in deze gemeente."
    assert absent.picture is None


def test_a_pilot_says_its_verdict_and_no_more():
    quiet = replace(FALL, estimates=tuple(row for row in FALL.estimates if row.name != "let_op"))
    found = council.pilot(quiet, "Aldermeer")
    assert found.label.words == "Aantoonbare daling"
    assert found.lines[0].startswith("Sinds maart 2019 zijn er 501 verwijzingen")
    assert found.lines[2] == "Dit bewijst niet dat OJG de oorzaak is."
    assert found.picture.sentence == found.text
    named = council.pilot(FALL, "Aldermeer")
    assert named.lines[2].startswith("Let op: ")
    assert len(named.lines) == MOST_LINES


@pytest.mark.parametrize(
    ("rows", "changed", "label", "said"),
    [(made.refused, {}, "Nog geen uitspraak mogelijk", "geeft nog geen uitspraak"),
     (made.young, {"moments": "2026-06"}, "Nog geen oordeel", "Een oordeel is er nog niet"),
     (made.draft, {"state": "concept"}, "Nog geen oordeel", "loopt.")],
)  # fmt: skip
def test_a_pilot_without_a_verdict_has_none(rows, changed, label, said):
    found = council.pilot(pilot(list(rows()), **changed), "Aldermeer")
    assert found.label.words == label
    assert said in found.text
    assert len(found.lines) <= MOST_LINES


def test_hidden_figures_of_a_pilot_stay_hidden():
    rows = [row for row in made.fall() if row[2] not in ("waargenomen", "let_op")]
    found = council.pilot(pilot(rows), "Aldermeer")
    assert found.text == "De aantallen van deze pilot zijn te klein om te tonen."


def test_a_doubt_is_why_a_verdict_is_no_firmer():
    rows = [
        (*row[:6], "aanwijzing_daling") if row[2] == "oordeel" else row for row in made.fall() if row[2] != "let_op"
    ]
    rows.append(("2025-06", "", "twijfel", None, None, None, "toeval"))
    found = council.pilot(pilot(rows), "Aldermeer")
    assert found.label.words == "Aanwijzing voor een daling, niet aangetoond"
    assert found.lines[2] == "Het verschil kan toeval zijn."


def part(name: str, count: int | None, high: int = 9) -> Part:
    share = None if count is None else float(count)
    return Part("2025", name, count, count or 0, count or high, 100, share, share or 0.0, share or float(high), None)


def test_groups_name_the_largest_and_what_is_hidden():
    found = parts([part("huisarts", 71), part("gemeentelijke_toegang", 20), part("rechter", None)], SETTING)
    assert found.lines[0] == (
        "Van de 100 verwijzingen in Aldermeer in 2025 is de grootste groep huisarts met ongeveer 71% (71 tot 71%), "
        "daarna gemeentelijke toegang met ongeveer 20% (20 tot 20%)."
    )
    assert found.lines[1] == "Te klein om te tonen: rechter."
    assert found.bars == ((71.0, 71.0), (20.0, 20.0), (0.0, 9.0))
    assert found.picture.lines[-1] == ("rechter", "0 tot 9", "0 tot 9%")
    assert "1 van de 3 groepen" in found.picture.suppression
    assert parts([part("0-3", None)], SETTING).lines[0].endswith("alle groepen zijn te klein om te tonen.")
    assert parts([part("M", 60), part("V", 40)], SETTING).picture.lines[1][0] == "meisjes"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([("", "definitief"), ("verwijzer_onbekend", "definitief")], "de kolom verwijzer_type is nergens gevuld"),
        ([("", "voorlopig"), ("huisarts", "voorlopig")], "van geen enkel heel jaar is het cijfer definitief"),
        ([("", "definitief"), ("huisarts", "definitief")], "de aantallen zijn te klein"),
    ],
)
def test_where_no_division_is_told_only_what_is_missing_here_is_named(found, words):
    bands = [Band("2025", "year", date(2025, 1, 1), date(2025, 12, 31), "x", part, None, 0, 4, status, "klein")
             for part, status in found]  # fmt: skip
    assert words in lacking(bands, HEADER, "verwijzer").text


def place(name: str, back: float | None, rank: int | None, front_rank: int | None, margin: float = 1.0) -> Place:
    bounds = (None, None) if back is None else (back - margin, back + margin)
    return Place(
        name, name, "2025", 10.0, back, *bounds, front_rank, rank, "bereikt per 1.000", "verwijzingen per 1.000"
    )


@pytest.mark.parametrize(
    ("ranks", "margin", "said", "label"),
    [((1, 2, 3), 1.0, "Dat zijn ook de wijken", "Beschrijving"), ((3, 2, 1), 30.0, "Geen daarvan", "kan toeval zijn")],
)
def test_wijken_are_named_and_chance_is_said(ranks, margin, said, label):
    rows = [place(name, value, rank, front, margin) for name, value, rank, front in
            zip(("A", "B", "C"), (30.0, 20.0, 10.0), (1, 2, 3), ranks, strict=True)]  # fmt: skip
    found = places([*rows, place("D", None, None, None)], SETTING, 6)
    assert found.lines[0] == "In 2025 waren er de meeste verwijzingen per 1.000 in A (van 3 wijken met beide cijfers)."
    assert said in found.lines[1]
    assert label in found.label.words
    assert found.bars[0] == (100.0, 100.0)
    assert found.picture.lines[-1] == ("D", "verborgen", "10,0")


def test_some_of_the_first_wijken_are_named_and_a_percentage_is_one():
    rows = [replace(place(str(n), 50.0 - n, n, n if n != 2 else 6), back_unit="% van alle") for n in range(1, 7)]
    found = places(rows, SETTING, 6)
    assert found.lines[0].startswith("In 2025 was het percentage het hoogst in 1 en 2 (")
    assert found.lines[1] == "Daarvan hoort ook bij de wijken waar de inzet het hoogst is: 1."
    assert "De aantallen zijn te klein, of" in places(rows[:2], SETTING, 6).text
    assert "dat kan vanaf drie" in places([], SETTING, 1).text


def test_of_many_wijken_the_first_are_named_and_the_others_counted():
    rows = [place(chr(64 + n), 50.0 - n, n, 30 - n) for n in range(1, 22)]
    found = places(rows, SETTING, 6)
    assert "1.000 in A, B, C, D, E en 2 andere (van 21 wijken" in found.lines[0]


def test_a_digest_stands_for_all_that_is_said_and_drawn():
    one = council.figure(figure(RISING, FOUND), "trend")
    same = council.figure(figure(RISING, FOUND), "trend")
    revised = council.figure(figure([replace(RISING[0], value=2.1), *RISING[1:]], FOUND), "trend")
    assert one.digest == same.digest != revised.digest
    groups = parts([part("huisarts", 71)], SETTING)
    assert groups.digest != parts([part("huisarts", 72)], SETTING).digest
    assert council.nothing("x").digest != council.nothing("y").digest
    assert DECLARED.slug == FALL.declared.slug
