"""What a pilot names must exist and be assessable; a wrong file is told apart from the sound ones."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.declare.test_pilot import DEMO, PLAIN, UNITS, read
from voorkant.declare.home import Home
from voorkant.declare.pilot import read_pilot
from voorkant.declare.pilotnames import Names, read_names, read_sorted, wrong

REGION = '[regio]\ngemeenten = ["GM9901", "GM9902", "GM9903"]\n'


@pytest.fixture(scope="module")
def known(tmp_path_factory) -> Names:
    home = Home(tmp_path_factory.mktemp("names"))
    home.settings.write_text(REGION, encoding="utf-8")
    return read_names(home)


@pytest.mark.parametrize("path", sorted(DEMO.glob("*.toml")), ids=lambda path: path.stem)
def test_the_pilots_of_the_demo_name_what_exists(path, known):
    pilot = read_pilot(path)
    assert wrong(pilot, replace(known, gemeenten=pilot.gemeenten)) == ""


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"programme": "ojh"}, "'programme': het programma 'ojh' bestaat niet. Bedoeld: 'ojg'?"),
        ({"gemeenten": ("GM9901", "GM0000")}, "'gemeenten': 'GM0000' is geen gemeente van deze regio"),
        ({"gemeenten": ("GM9909",)}, "Bedoeld: 'GM990"),
        ({"primary": "verwijzingen_ggz"}, "'verwijzingen_ggz' bestaat niet. Bedoeld: 'verwijzingen_sggz'?"),
        ({"secondary": ("verwijzing_sggz",)}, "'secondary': de maat 'verwijzing_sggz' bestaat niet."),
        ({"secondary": ("stand",)}, "'secondary': van 'stand'"),
        ({"unit": "kern"}, "'unit': Ondersteuner Jeugd & Gezin werkt per praktijk, niet per kern. Schrijf 'praktijk'"),
        ({"unit": "gezin"}, "'unit'"),
        *(({"primary": slug}, f"'primary': van '{slug}'") for slug in (
            "verhouding", "dekking", "zonder_verwijzing", "cbs_jeugdhulpgebruik", "kosten_per_jeugdige", "stand",
            "contacten",
        )),
    ],
)  # fmt: skip
def test_what_cannot_be_assessed_is_refused_with_what_to_do(changed, message, known):
    fault = wrong(replace(read(PLAIN), **changed), known)
    assert fault.startswith(message) or message in fault
    assert fault.endswith((".", "?"))


def test_a_pilot_that_states_its_own_starts_chooses_its_own_unit(known):
    assert wrong(replace(read(PLAIN + UNITS), unit="wijk"), known) == ""


def test_families_are_described_with_what_their_programme_counts(known):
    families = replace(read(PLAIN), programme="een_plan", unit="gezin", primary="bereikte_gezinnen")
    assert wrong(families, known) == ""
    assert "'primary'" in wrong(replace(families, primary="dekking"), known)


def test_without_a_region_any_gemeente_of_the_country_can_take_part(tmp_path):
    known = read_names(Home(tmp_path))
    assert wrong(replace(read(PLAIN), gemeenten=("GM0014",)), known) == ""
    assert wrong(replace(read(PLAIN), gemeenten=("GM0000",)), known).startswith("'gemeenten': 'GM0000'")


def test_a_wrong_file_is_named_and_the_others_are_read(tmp_path: Path, known):
    (tmp_path / "pilots").mkdir()
    texts = {"goed": PLAIN, "kapot": "title = \n", "anders": PLAIN.replace('"ojg"', '"ojh"')}
    for slug, text in texts.items():
        (tmp_path / "pilots" / f"{slug}.toml").write_text(text, encoding="utf-8")
    found = read_sorted(Home(tmp_path), known)
    assert list(found.sound) == ["goed"]
    assert {slug: why.split(":")[0] for slug, why in found.refused.items()} == {
        "anders": "anders.toml", "kapot": "kapot.toml"
    }  # fmt: skip
