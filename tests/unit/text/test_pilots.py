"""The sentences of verdicts and checks, as a reader sees them."""

from dataclasses import replace
from datetime import date
from math import inf

import pytest

from tests.unit.analysis.made import panel, rolled_out
from voorkant.analysis.assess import Rules, assess
from voorkant.analysis.gate import Lack, Refusal
from voorkant.analysis.verdict import Finding, Robustness, Verdict, judge
from voorkant.text.checks import STATE_WORDS, State, checks
from voorkant.text.pilots import Telling, beside, told
from voorkant.text.verdicts import lack_words, tone

OJG = Telling(programme="de OJG", mde=0.25, breakdown=0.061)
FALL = Finding(117, 160.4, 0.62, 0.88, 0.003)


def test_a_demonstrable_fall() -> None:
    assert told(judge(FALL, Robustness()), FALL, OJG) == (
        "Aantoonbare daling: 117 verwijzingen, zonder de OJG verwacht 160 (133 tot 189). Dit bewijst niet dat de OJG "
        "de oorzaak is: een extra trendverschil van 6,1% per jaar zou het ook verklaren."
    )


def test_an_indication_says_why_it_is_no_more() -> None:
    chance = Finding(85, 100, 0.7, 1.04, 0.1)
    assert told(judge(chance, Robustness(one_unit_keeps=False)), chance, OJG).startswith(
        "Aanwijzing voor een daling, niet aangetoond (het verschil kan toeval zijn; zonder één van de eenheden wijst "
        "het de andere kant op): 85 verwijzingen, zonder de OJG verwacht 100 (82 tot 121)."
    )


def test_a_rise_names_what_it_may_be() -> None:
    rise = Finding(130, 100, 1.08, 1.6, 0.002)
    assert told(judge(rise, Robustness()), rise, OJG).endswith(
        "Mogelijk wordt er eerder gesignaleerd, verschuift een wachtlijst, of begonnen eenheden waar het al steeg."
    )


def test_no_difference_claims_nothing() -> None:
    same = Finding(96, 100, 0.85, 1.1, 0.5)
    assert told(judge(same, Robustness()), same, OJG) == (
        "Geen aantoonbaar verschil; een daling van 20% of meer is onwaarschijnlijk: 96 verwijzingen, zonder de OJG "
        "verwacht 100 (87 tot 113)."
    )


def test_what_is_wide_or_too_large_is_said() -> None:
    large = Finding(40, 100, 0, 0.7, 0.001)
    sentence = told(judge(large, Robustness()), large, Telling(mde=0.42))
    assert "(57 tot onbegrensd)" in sentence
    assert "Dit bewijst niet dat het programma de oorzaak is." in sentence
    assert sentence.endswith(
        "Alleen grote verschillen zijn zichtbaar: een daling vanaf 42%. Onwaarschijnlijk groot: controleer de gegevens."
    )


def test_a_refusal_says_what_helps_and_when() -> None:
    refused = (Refusal(Lack.AFTER, 4, 6, 2), Refusal(Lack.EXPECTED, 31.2, 50, 5))
    telling = Telling(mde=0.46, last_month=date(2025, 9, 1))
    assert told(judge(None, Robustness(), refused), None, telling) == (
        "Nog geen uitspraak mogelijk: maanden na de start, bij de middelste eenheid: 4, nodig: 6; te verwachten "
        "gebeurtenissen na de start: 31, nodig: 50. Wat helpt: wacht tot er meer maanden zijn; wacht langer, of neem "
        "meer eenheden op. Zichtbaar wordt pas een daling vanaf 46%. Een antwoord is op zijn vroegst te verwachten met "
        "de cijfers tot en met februari 2026."
    )


@pytest.mark.parametrize(
    ("value", "seen", "shown"),
    [
        (160.4, 117, "160"),
        (1000.4, 1000, "1.001"),
        (999.6, 1000, "999"),
        (1000.0, 1000, "1.000"),
        (inf, 3, "onbegrensd"),
    ],
)
def test_rounding_keeps_the_side(value: float, seen: int, shown: str) -> None:
    assert beside(value, seen) == shown


def test_a_lack_that_is_nearly_mended_shows_how_nearly() -> None:
    assert lack_words(Refusal(Lack.EXPECTED, 49.8, 50))[0].endswith("49,8, nodig: 50")
    assert lack_words(Refusal(Lack.MISSING, 0.101, 0.1))[0].startswith("ontbrekende maanden: 10,1%")


def test_colour_follows_what_is_better() -> None:
    assert [tone(Verdict.FALL, better) for better in ("lower", "higher", "neither")] == [
        "gunstiger", "ongunstiger", "niet_vergeleken",
    ]  # fmt: skip
    assert tone(Verdict.REFUSED, "lower") == "niet_vergeleken"
    assert tone(Verdict.POSSIBLE, "lower") == "vergelijkbaar"


def test_checks_have_words_for_every_state() -> None:
    assert set(STATE_WORDS) == set(State)
    found = checks(assess(rolled_out(ratio=0.7, rate=3), Rules(draws=99)))
    assert {check.name for check in found} >= {
        "een_eenheid_weg",
        "start_een_jaar_eerder",
        "piek_vooraf",
        "trendverschil",
    }
    assert all(check.text.endswith(".") for check in found)
    assert all(check.value is not None for check in found)


def test_more_ways_than_a_number_can_hold_are_many() -> None:
    found = assess(panel([8, 8, 8, 30, 30, 30], months=30, rate=4), Rules(draws=99))
    huge = replace(found, standing=replace(found.standing, assignments=10**400))
    shown = next(check for check in checks(huge) if check.name == "verdelingen")
    assert (shown.value, "meer dan een miljoen" in shown.text) == (1e15, True)


def test_a_check_that_cannot_be_made_is_unknown() -> None:
    short = panel([8, 8, 8, 30, 30, 30], months=30, rate=4)
    found = {check.name: check for check in checks(assess(short, Rules(draws=99)))}
    assert found["start_een_jaar_eerder"].status is State.UNKNOWN
    assert found["start_een_jaar_eerder"].text == "Verzonnen start een jaar eerder: niet te bepalen met deze gegevens."


def test_a_refusal_without_a_date_does_not_say_to_wait() -> None:
    """One of the reasons does not go away by waiting, so that waiting is not what helps."""
    refused = (Refusal(Lack.TREATED, 2, 3), Refusal(Lack.EXPECTED, 31.2, 50, 5))
    sentence = told(judge(None, Robustness(), refused), None, Telling(last_month=date(2025, 9, 1)))
    assert "wacht langer" not in sentence
    assert "; neem meer eenheden op." in sentence
    assert sentence.endswith("Alleen wachten geeft geen antwoord.")
