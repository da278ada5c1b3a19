"""Who delivered and what is due, worked out of the deliveries themselves, and never of the clock."""

from datetime import date

import pytest

from tests.exports import write_home
from voorkant.builder.build import build
from voorkant.cube.reader import current
from voorkant.declare.home import Home
from voorkant.domain.problem import DataRefused

AGREED = """
[[levering]]
bron = "ojg_contacten"
leverancier = "Allen"
termijn = "kwartaal"
[[levering]]
bron = "ggz_verwijzingen"
leverancier = "Bee"
termijn = "maand"
dagen = 10
gemeenten = ["GM9902"]
[[levering]]
bron = "praktijken"
leverancier = "Praktijken"
termijn = "jaar"
[[levering]]
bron = "preventie_contacten"
leverancier = "Nieuw"
termijn = "jaar"
[[levering]]
bron = "agb_koppeling"
leverancier = "Register"
termijn = "jaar"
[[levering]]
bron = "ggz_verwijzingen"
leverancier = "Elders"
termijn = "maand"
gemeenten = ["GM9903"]
"""
LATE = "verwijzing_id;verwijsdatum;gemeentecode\n" + "".join(
    f"L{n};2025-0{month}-03;GM9902\n" for month in (1, 2) for n in range(month * 10, month * 10 + 4)
)
MAPPING = "zorgverlener_agb;praktijk_agb;vanaf\n01000009;01000001;2020-01-01\n"


@pytest.fixture(scope="module")
def found(tmp_path_factory) -> dict[str, dict]:
    home = Home(write_home(tmp_path_factory.mktemp("supply") / "home"))
    home.settings.write_text(home.settings.read_text(encoding="utf-8") + AGREED, encoding="utf-8")
    (home.exports / "z_later.csv").write_text(LATE, encoding="utf-8")
    (home.exports / "agb_koppeling.csv").write_text(MAPPING, encoding="utf-8")
    build(home, str)
    publication = current(home.published)
    assert publication
    rows = publication.cube("GM9901", "openbaar").rows("quality_supply").named()
    assert [row["supplier"] for row in rows] == ["Allen", "Bee", "Praktijken", "Nieuw", "Register", "Elders"]
    return {row["supplier"]: row for row in rows}


def test_a_supplier_of_a_whole_source(found):
    row = found["Allen"]
    assert (row["file"], row["until"], row["expected"]) == ("ojg_contacten.csv", date(2024, 12, 31), "2025-Q1")
    assert (row["due"], row["gemeenten"], row["term"]) == (date(2025, 5, 12), "", "kwartaal")
    assert "Contacten" in row["figures"]


def test_a_supplier_of_one_gemeente_is_judged_on_its_own_rows(found):
    row = found["Bee"]
    assert (row["file"], row["until"], row["gemeenten"]) == ("z_later.csv", date(2025, 2, 28), "Bee")
    assert (row["expected"], row["due"]) == ("2025-03", date(2025, 4, 10))


def test_a_register_goes_until_the_end_of_its_last_year(found):
    assert (found["Praktijken"]["until"], found["Praktijken"]["expected"]) == (date(2024, 12, 31), "2025")


@pytest.mark.parametrize(("name", "file"), [("Nieuw", ""), ("Elders", ""), ("Register", "agb_koppeling.csv")])
def test_without_rows_or_days_there_is_no_due_day(found, name, file):
    row = found[name]
    assert (row["file"], row["until"], row["expected"], row["due"]) == (file, None, None, None)


def test_an_agreement_about_nothing_is_refused(tmp_path):
    home = Home(write_home(tmp_path / "home"))
    home.settings.write_text(AGREED.replace("agb_koppeling", "agb_kopeling"), encoding="utf-8")
    with pytest.raises(DataRefused, match="Bedoeld: 'agb_koppeling'"):
        build(home, str)
