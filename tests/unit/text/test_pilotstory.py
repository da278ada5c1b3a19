"""The story of a pilot from released figures, as a reader sees it."""

from dataclasses import replace
from math import inf, nan

import pytest

from voorkant.analysis.gate import Lack, Refusal
from voorkant.analysis.verdict import Doubt, Verdict
from voorkant.text.pilotstory import (
    Figures,
    Setting,
    agreeing,
    answer_expected,
    headline,
    in_short,
    margin_words,
    refused,
    story,
)

FALL = Figures(501, 720, 597, 873, 0.70, 0.57, 0.84, firm=True, verdict=Verdict.FALL)
RISE = Figures(130, 100, 80, 120, 1.3, 1.08, 1.6, firm=True, verdict=Verdict.RISE)
SAME = Figures(195, 200, 150, 265, 0.98, 0.74, 1.31, firm=False, verdict=Verdict.POSSIBLE)
OJG = Setting("verwijzingen", "de OJG", 0.8, "2019-03", 0.26, 0.09)


def test_a_fall_in_four_sentences():
    assert story(FALL, OJG) == (
        "Sinds maart 2019 zijn er 501 verwijzingen; zonder de OJG was de verwachting 720 (tussen 597 en 873).",
        "Dat is ongeveer 219 minder (30%; tussen 16% en 43%).",
        "Zo'n verschil naar beneden is bij toeval zelden te zien.",
        "Dit bewijst niet dat de OJG de oorzaak is. Andere verklaringen: iets anders dat in dezelfde tijd bij begonnen "
        "eenheden veranderde, of andere afspraken over registreren. Een extra trendverschil van 9% per jaar zou het "
        "ook verklaren.",
    )


def test_it_says_of_whom_the_count_is_and_until_when():
    """Else a reader takes it for the count of all practices since the first of them began."""
    setting = replace(OJG, began="bij 17 begonnen praktijken", until="2025-07")
    assert story(FALL, setting)[0] == (
        "Sinds maart 2019 zijn er 501 verwijzingen bij 17 begonnen praktijken, geteld vanaf de eigen start tot en met "
        "juli 2025; zonder de OJG was de verwachting 720 (tussen 597 en 873)."
    )


def test_a_rise_names_what_it_may_be():
    seen, difference, sure, others = story(RISE, OJG)
    assert "ongeveer 30 meer (30%; tussen 8% en 60%)" in difference
    assert sure == "Zo'n verschil naar boven is bij toeval zelden te zien."
    assert "Mogelijk wordt er eerder gesignaleerd" in others
    assert "130 verwijzingen" in seen


def test_no_difference_names_both_directions_and_claims_no_cause():
    _, difference, sure, others = story(SAME, replace(OJG, mde=0.45))
    assert difference == "Dat is ongeveer 5 minder (2%; tussen 26% minder en 31% meer)."
    assert sure.startswith("Dit verschil kan toeval zijn; ook een daling van 20% of meer is niet uitgesloten.")
    assert sure.endswith("Alleen grote verschillen zijn zichtbaar: een daling vanaf 45%.")
    assert "oorzaak" not in others


@pytest.mark.parametrize("figures", [FALL, RISE, SAME])
def test_between_two_moments_there_are_figures_and_nothing_of_chance(figures):
    """The verdict changes at its moments alone: a sentence on chance at every publication would be a look more."""
    seen, difference, sure, others = story(replace(figures, verdict=None), OJG)
    assert (seen, difference) == story(figures, OJG)[:2]
    assert sure == "Of dit meer is dan toeval, wordt alleen op de afgesproken momenten beoordeeld."
    assert others.startswith("Andere verklaringen: toeval,")


def test_a_relevant_fall_that_is_unlikely_is_said():
    narrow = replace(SAME, low=170, high=220, ratio_low=0.8, ratio_high=1.1, verdict=Verdict.UNLIKELY)
    assert "een daling van 20% of meer is onwaarschijnlijk" in story(narrow, OJG)[2]


def test_the_same_number_is_no_difference():
    equal = Figures(100, 100, 90, 110, 1.0, 0.9, 1.1, firm=False)
    assert story(equal, OJG)[1] == "Dat is even veel (tussen 10% minder en 10% meer)."


def test_what_has_no_bound_says_so():
    wide = Figures(40, 100, 57, inf, 0.4, 0.0, 0.7, firm=True, verdict=Verdict.FALL)
    seen, _, _, others = story(wide, replace(OJG, breakdown=nan))
    assert "(tussen 57 en onbegrensd)" in seen
    assert "trendverschil" not in others
    assert others.endswith("Onwaarschijnlijk groot: controleer de gegevens.")
    wider = replace(SAME, ratio_high=inf)
    assert "onbegrensd meer" in story(wider, OJG)[1]


def test_one_series_is_compared_with_its_own_line():
    assert "volgens de lijn van ervoor was de verwachting" in story(FALL, replace(OJG, comparison=False))[0]


def test_in_short():
    assert in_short(FALL, OJG) == ("501 verwijzingen sinds maart 2019", "zonder de OJG verwacht: 720 (597 tot 873)")


@pytest.mark.parametrize(
    ("figures", "way"),
    [
        (Figures(348, 345, 345, 450, 0.99, 0.77, 1.0, firm=True, verdict=Verdict.FALL), "lower"),
        (Figures(348, 350, 300, 350, 1.0, 1.0, 1.1, firm=True, verdict=Verdict.RISE), "higher"),
        (Figures(348, 348, 300, 400, 1.0, 0.9, 1.0, firm=True), "lower"),
        (Figures(348, 348, 300, 348, 1.0, 1.0, 1.1, firm=True), "higher"),
        (Figures(348, 350, 300, 400, 1.0, 0.9, 1.0, firm=True), "lower"),
    ],
)  # fmt: skip
def test_rounding_never_turns_a_firm_difference_round(figures, way):
    found = agreeing(figures, 0.8)
    if way == "lower":
        assert found.observed < found.low <= found.expected <= found.high
        assert found.ratio_high < 1
    else:
        assert found.low <= found.expected <= found.high < found.observed
        assert found.ratio_low > 1


def test_a_headline_says_why_it_is_no_firmer_one():
    title, why = headline(Verdict.MAYBE_FALL, [Doubt.CHANCE, Doubt.PEAK], 0.8)
    assert title == "Aanwijzing voor een daling, niet aangetoond"
    assert why.startswith("Het verschil kan toeval zijn; vlak voor de start")
    assert headline(Verdict.UNLIKELY, [], 0.7)[0].endswith("een daling van 30% of meer is onwaarschijnlijk")


def test_every_reason_says_what_helps():
    for lack in Lack:
        ((why, mend),) = refused([Refusal(lack, 1.0, 3.0)])
        assert why.endswith(".")
        assert mend.endswith(".")
        assert why[0].isupper()
    assert answer_expected("2027-03").endswith("tot en met maart 2027.")


@pytest.mark.parametrize(
    ("moments", "words"),
    [(1, "95%"), (2, "97,5%, omdat er 2 keer wordt geoordeeld"), (3, "98,3%, omdat er 3 keer wordt geoordeeld")],
)
def test_the_margin_of_a_verdict_is_wider_the_more_often_is_looked(moments, words):
    assert margin_words(moments) == words
