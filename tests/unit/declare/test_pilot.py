"""A pilot is read strictly, and written as it is read."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from voorkant import ROOT
from voorkant.declare.home import Home
from voorkant.declare.pilot import changed, of_table, read_pilot, read_pilots, values
from voorkant.declare.strict import parse_toml
from voorkant.declare.tomltext import to_toml
from voorkant.domain.problem import DataRefused

DEMO = ROOT / "data" / "demo" / "pilots"
PLAIN = """
title = "OJG in Aa"
question = "Wordt er minder verwezen?"
programme = "ojg"
gemeenten = ["GM9901"]
unit = "praktijk"
comparison = "not_yet"
primary = "verwijzingen_sggz_huisarts"
window = ["2024-01", "2028-12"]
moments = ["2026-12", "2027-12"]
"""
UNITS = """
[budget]
amount = 180000

[[units]]
code = "01000001"
start = 2025-09-01
end = 2027-06-30
hours = 8.0

[[units]]
code = "01000002"
"""


def read(text: str):
    return of_table(parse_toml(text, "proef.toml"), "proef")


@pytest.mark.parametrize("path", sorted(DEMO.glob("*.toml")), ids=lambda path: path.stem)
def test_the_pilots_of_the_demo_can_be_read(path):
    assert read_pilot(path).slug == path.stem


def test_what_is_left_out_has_a_default():
    pilot = read(PLAIN)
    assert (pilot.relevant, pilot.secondary, pilot.budget, pilot.units) == (0.8, (), None, ())
    assert (pilot.first, pilot.last) == (date(2024, 1, 1), date(2028, 12, 31))


def test_units_have_their_own_start_and_stop():
    pilot = read(PLAIN + UNITS)
    first, second = pilot.units
    assert (first.start, first.end, first.hours) == (date(2025, 9, 1), date(2027, 6, 30), 8.0)
    assert (second.code, second.start) == ("01000002", None)
    assert pilot.budget == 180_000


@pytest.mark.parametrize("text", [PLAIN, PLAIN + UNITS])
def test_what_is_written_reads_as_the_same(text):
    pilot = read(text)
    again = read(to_toml(values(pilot)))
    assert again == pilot
    assert again.digest == pilot.digest


def test_a_comment_changes_no_digest_and_a_moment_does():
    assert read("# een opmerking\n" + PLAIN).digest == read(PLAIN).digest
    later = replace(read(PLAIN), moments=("2026-12",))
    assert later.digest != read(PLAIN).digest
    assert changed(read(PLAIN), later) == ["moments"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('primary = "', 'primry = "', "'primary' ontbreekt .*staat er als 'primry'"),
        ('unit = "praktijk"', 'unit = "praktijken"', "Bedoeld: 'praktijk'"),
        ('["2026-12", "2027-12"]', '["2026-12", "2027-12", "2028-06", "2028-12"]', "een tot 3 maanden"),
        ('["2026-12", "2027-12"]', '["2027-12", "2026-12"]', "elk later dan de vorige"),
        ('["2026-12", "2027-12"]', '["2030-12"]', "binnen 'window'"),
        ('["2026-12", "2027-12"]', '["2026"]', "geen maand"),
        ('["2026-12", "2027-12"]', '["juli"]', "geen maand: schrijf 2025-03"),
        ('["2024-01", "2028-12"]', '["2028-12", "2024-01"]', "'window' is een eerste"),
        ('["2024-01", "2028-12"]', '["2024-01"]', "'window' is een eerste"),
        ('gemeenten = ["GM9901"]', "gemeenten = []", "'gemeenten' is leeg"),
        ('primary = "verwijzingen_sggz_huisarts"', 'primary = "a"\nrelevant_rr = 1.2', "'relevant_rr' ligt tussen"),
        ('primary = "verwijzingen_sggz_huisarts"', 'primary = "a"\nsecondary = ["a"]', "hoofduitkomst ook"),
        ('primary = "verwijzingen_sggz_huisarts"', 'primary = "a"\nkleur = "rood"', "'kleur' is onbekend"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_to_is_refused(old, new, message):
    with pytest.raises(DataRefused, match=message):
        read(PLAIN.replace(old, new))


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("[budget]\namount = 0\n", "'budget' is een bedrag"),
        ('[[units]]\ncode = "1"\nend = 2025-01-01\n', "'start' ontbreekt"),
        ('[[units]]\ncode = "1"\n[[units]]\ncode = "1"\n', "twee keer"),
        ('[[units]]\ncode = "1"\nbegin = 2025-01-01\n', "'begin' is onbekend"),
    ],
)  # fmt: skip
def test_wrong_units_are_refused(more, message):
    with pytest.raises(DataRefused, match=message):
        read(PLAIN + more)


def test_a_pilot_of_the_form_replaces_a_file_of_that_name(tmp_path: Path):
    home = Home(tmp_path)
    for folder, title in (("pilots", "Uit het bestand"), ("work/pilots", "Uit het formulier")):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "proef.toml").write_text(PLAIN.replace("OJG in Aa", title), encoding="utf-8")
    assert [item.title for item in read_pilots(home).values()] == ["Uit het formulier"]
