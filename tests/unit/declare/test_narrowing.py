"""What a municipality shows less of than the cube plan allows."""

from pathlib import Path

import pytest

from voorkant import ROOT
from voorkant.declare.cubeplan import Grain, grains, read_cubeplan
from voorkant.declare.indicator import Indicator, read_indicator
from voorkant.declare.narrowing import narrowed
from voorkant.declare.settings import read_settings
from voorkant.domain.problem import DataRefused
from voorkant.domain.protection import Protection

PLAN = read_cubeplan(ROOT / "data" / "cubeplan.toml")
REFERRALS = read_indicator(ROOT / "queries" / "indicators" / "verwijzingen_sggz.sql")
CONTACTS = read_indicator(ROOT / "queries" / "indicators" / "contacten.sql")


def tables(folder: Path, settings: str, protection: Protection, indicator: Indicator = REFERRALS) -> set[Grain]:
    path = folder / "voorkant.toml"
    path.write_text(settings, encoding="utf-8")
    return set(grains(narrowed(PLAN, read_settings(path).narrowings), indicator, protection))


def test_without_a_wish_the_plan_stays_as_it_is(tmp_path: Path) -> None:
    assert narrowed(PLAN, read_settings(tmp_path / "voorkant.toml").narrowings) is PLAN


def test_the_lowest_area_of_a_level(tmp_path: Path) -> None:
    wish = "[bescherming.openbaar]\nlaagste_gebied = 'gemeente'"
    usual = set(grains(PLAN, REFERRALS, Protection.OPENBAAR))
    public = tables(tmp_path, wish, Protection.OPENBAAR)
    assert public == {item for item in usual if item.level not in ("wijk", "kern")} < usual
    assert tables(tmp_path, wish, Protection.INTERN) == set(grains(PLAN, REFERRALS, Protection.INTERN))


def test_the_periods_of_a_kind_of_place(tmp_path: Path) -> None:
    wish = "[bescherming.intern.perioden]\npraktijk = ['jaar']"
    found = tables(tmp_path, wish, Protection.INTERN, CONTACTS)
    assert {item.period_type for item in found if item.level == "praktijk"} == {"year"}
    assert {item.period_type for item in found if item.level == "school"} >= {"quarter"}


def test_what_is_not_shown_inside_is_not_shown_outside(tmp_path: Path) -> None:
    found = tables(tmp_path, "[bescherming.intern]\nlaagste_gebied = 'gemeente'", Protection.OPENBAAR)
    assert {item.level for item in found} == {"regio", "gemeente"}


@pytest.mark.parametrize(
    ("wish", "message"),
    {
        "[bescherming.openbaar]\nlaagste_gebied = 'wyk'": "Bedoeld: 'wijk'?",
        "[bescherming.intern.perioden]\npraktik = ['jaar']": "'praktik' is geen soort gebied",
        "[bescherming.intern.perioden]\npraktijk = ['week']": "'week' is geen periode",
        "[bescherming]\noverheersing = 99": "een percentage van 50 tot en met 95",
    }.items(),
)
def test_a_wrong_wish_says_what_and_where(wish: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(DataRefused) as refused:
        tables(tmp_path, wish, Protection.INTERN)
    assert message in str(refused.value)
    assert str(refused.value).startswith("voorkant.toml, [bescherming")
