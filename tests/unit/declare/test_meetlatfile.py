"""The file of the meetlat: strict, whole, and without a judgement that rests on nothing."""

import pytest

from voorkant.declare.home import Home
from voorkant.declare.meetlatfile import FILE, MOST_STEPS, read_meetlatten
from voorkant.domain.problem import DataRefused

HEAD = '[[meetlat]]\ngemeente = "GM9901"\ntitle = "Meetlat"\n'
STEP = """
[[meetlat.step]]
title = "Hulp dichtbij"
goal = "Hulp in de eigen buurt."
status = "op_weg"
evidence = "In zes wijken."
source = "Jaarverslag"
date = 2026-03-17
programme = "ojg"
indicators = ["contacten"]
pilot = "olievlek"
"""
UNMEASURED = '[[meetlat.step]]\ntitle = "Later"\ngoal = "Ooit."\nstatus = "niet_gemeten"\n'


def read(folder, text):
    (folder / FILE).write_text(text, encoding="utf-8")
    return read_meetlatten(Home(folder))


def test_without_a_file_there_is_none(tmp_path):
    assert read_meetlatten(Home(tmp_path)) == {}


def test_steps_stand_in_the_order_of_the_file(tmp_path):
    found = read(tmp_path, HEAD + STEP + UNMEASURED)["GM9901"]
    assert [step.title for step in found.steps] == ["Hulp dichtbij", "Later"]
    assert (found.steps[0].status, found.steps[0].indicators, found.steps[0].pilot) == (
        "op_weg",
        ("contacten",),
        "olievlek",
    )
    assert (found.steps[1].evidence, found.steps[1].day) == ("", None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD, "een tot 20 stappen"),
        (HEAD + UNMEASURED * (MOST_STEPS + 1), "een tot 20 stappen"),
        (HEAD + STEP + HEAD + STEP, "heeft al een meetlat"),
        (HEAD + STEP.replace("op_weg", "klaar"), "toegestaan: gehaald, niet_gemeten, nog_niet, op_weg"),
        (HEAD + STEP.replace('source = "Jaarverslag"\n', ""), "een oordeel heeft 'evidence', 'source' en 'date' nodig"),
        (HEAD + STEP.replace("date = 2026-03-17\n", ""), "een oordeel heeft 'evidence', 'source' en 'date' nodig"),
        (HEAD + STEP.replace("Hulp dichtbij", " "), "'title' en 'goal' mogen niet leeg zijn"),
        (HEAD + STEP.replace("In zes wijken.", "x" * 601), "korter dan 600 tekens"),
        (HEAD + STEP.replace("In zes wijken.", "Bel 06-12345678."), "persoonsgegeven"),
        (HEAD + STEP + "doel = 1\n", "de sleutel 'doel' is onbekend"),
    ],
)
def test_what_cannot_be_shown_is_refused(tmp_path, text, said):
    with pytest.raises(DataRefused, match=said):
        read(tmp_path, text)
