"""The money of a pilot: from its released figures and what was entered; what was measured stands beside it."""

from collections.abc import Iterable
from typing import Any

import pytest

from tests import pilots
from voorkant.declare.costfile import Cost
from voorkant.report.costs import Costs, told
from voorkant.report.pilot import Declaration, Estimate, Pilot
from voorkant.text.costs import Measured, Outlook, measured_words

ENTERED = Cost("ojg-proef", 6500, "Contract 2025", 90_000, "Begroting 2026")
MEASURED = Measured("2024", 5200.0, "Aldermeer")


def pilot(
    rows: Iterable[tuple[Any, ...]],
    *,
    indicator: str = "verwijzingen_sggz_huisarts",
    budget: int | None = 180_000,
    unit: str = "wijk",
) -> Pilot:
    declared = Declaration(
        "ojg-proef", "Pilot", "Werkt het?", "ojg", "de OJG", unit, "not_yet", indicator, "Verwijzingen",
        "verwijzingen", "lower", "verwijzingen per 1.000", "Verwijzingen", 0.8, "2019-01", "2026-12", "2024-06,2025-06",
        "GM9901", "", "", budget, "vastgelegd", "kenmerk",
    )  # fmt: skip
    return Pilot(declared, tuple(Estimate("ojg-proef", *row) for row in rows))


def fall() -> list[tuple[Any, ...]]:
    """One with a fall, of which nothing else was looked at."""
    return [row for row in pilots.fall() if not row[2].startswith("ook_")]


def also(text: str) -> tuple[Any, ...]:
    return ("2025-06", "verwijzingen_sggz", "ook_bekeken", 0.8, 0.7, 0.9, text)


def test_a_fall_is_spread_over_the_years_since_the_start() -> None:
    """501 seen and 720 (597 to 873) expected in the 76 months from March 2019 up to June 2025."""
    costs = Costs(pilot([*fall(), also("lager")]), ENTERED)
    assert costs.outlook is Outlook.FEWER
    assert costs.months == 76
    assert costs.span is not None
    assert [round(value, 1) for value in (costs.span.low, costs.span.middle, costs.span.high)] == [15.2, 34.6, 58.7]
    assert (
        costs.lines[1]
        == "Sinds maart 2019 zijn er per jaar ongeveer 35 verwijzingen minder dan verwacht (tussen 15 en 59 minder)."
    )
    assert costs.lines[2].startswith(
        "Een verwijzing kost €\u00a06.500 (Contract 2025). Dat is tussen €\u00a099.000 en €\u00a0380.000 minder"
    )
    assert costs.lines[3].endswith("Dit loont bij 14 verwijzingen minder per jaar.")
    assert costs.lines[4].startswith("Ook de ondergrens")
    assert len(costs.lines) == 5


@pytest.mark.parametrize(("more", "expected"), [([], Outlook.FEWER), ([also("geen_verschil")], Outlook.SHIFT)])
def test_a_fall_that_all_referrals_do_not_share_is_a_shift(more: list[tuple[Any, ...]], expected: Outlook) -> None:
    costs = Costs(pilot([*fall(), *more]), ENTERED)
    assert costs.outlook is expected
    assert ("niet bekeken" in costs.lines[-1]) == (not more)
    assert Costs(pilot(fall(), indicator="verwijzingen_sggz"), ENTERED).total_falls


def test_before_a_verdict_there_is_no_amount() -> None:
    costs = Costs(pilot(pilots.young()), None)
    assert costs.outlook is Outlook.REFUSED
    assert [line for line in costs.lines if "dan verwacht" in line] == []
    assert costs.priced.yearly == 22_500
    picture = told(costs)
    assert picture is not None
    assert [line[0] for line in picture.lines] == ["euro voor het programma"]


def test_without_any_amount_there_is_no_picture() -> None:
    costs = Costs(pilot(pilots.refused(), budget=None), None)
    assert costs.outlook is Outlook.REFUSED
    assert costs.lines[1].startswith("Wat een verwijzing kost, is nog niet ingevuld.")
    assert told(costs) is None


def test_without_an_entered_cost_there_is_no_amount_and_it_asks_for_one() -> None:
    """What is declared per youth is no price of a referral, so it prices none."""
    assert Costs(pilot(fall()), ENTERED).priced.each == 6500
    for entered in (None, Cost("ojg-proef", 0, "", 0, "")):
        costs = Costs(pilot([*fall(), also("lager")]), entered)
        assert costs.priced.each is None
        assert "Wat een verwijzing kost, is nog niet ingevuld. Daarmee is te zien wanneer dit loont." in costs.lines
        assert [line for line in costs.lines if "€" in line] == []


def test_per_practice_all_referrals_cannot_be_counted() -> None:
    costs = Costs(pilot([*fall(), also("lager")], unit="praktijk"), ENTERED)
    assert costs.total_falls is None
    assert costs.lines[-1].startswith("Of alle verwijzingen samen ook dalen, is per praktijk niet te tellen")


def test_what_was_measured_is_told_with_its_place_year_and_source():
    told = measured_words([MEASURED, Measured("2024", 4900.0, "Voorbeeldregio")], "Declaraties van jeugdhulp")
    assert "in Aldermeer €\u00a05.200 per jeugdige (2024) en in Voorbeeldregio €\u00a04.900 per jeugdige (2024)" in told
    assert "niet per verwijzing" in told
    assert told.endswith("Bron: Declaraties van jeugdhulp.")
    assert measured_words([], "Declaraties van jeugdhulp") == ""
