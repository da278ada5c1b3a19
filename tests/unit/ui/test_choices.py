"""The walk through the choices: what is on offer, what is the default, and what a link's text means."""

import pytest

from voorkant.domain.protection import Protection
from voorkant.ui.choices import NONE, Choice, Offer, choose

GIVEN = Choice("gemeente", "Gemeente", {"GM1": "Aa (GM1)", "GM2": "Bee (GM2)"})


def walk(asked: dict[str, str], seen: dict[str, Choice] | None = None, *, single: bool = False):
    """The selection when codes are asked for, defaults elsewhere; `seen` collects every choice."""

    def pick(choice: Choice) -> str:
        if seen is not None:
            seen[choice.key] = choice
        code = choice.match(asked.get(choice.key))
        return code if code is not None else choice.fallback()

    return choose(pick, single=single)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("GM2", "GM2"),
        ("Bee (GM2)", "GM2"),
        ("Oude Naam (GM2)", "GM2"),
        ("Cee (GM3)", None),
        ("Bee", None),
        (None, None),
    ],
)
def test_what_a_text_in_a_link_means(text, code):
    assert GIVEN.match(text) == code


def test_the_fallback_is_the_default_when_it_is_on_offer():
    assert Choice("x", "X", {"a": "A", "b": "B"}, "b").fallback() == "b"
    assert Choice("x", "X", {"a": "A"}, "b").fallback() == "a"
    assert Choice("x", "X", {}).fallback() == ""


def test_the_defaults_are_the_gemeente_itself_at_the_users_level(published):
    chosen = walk({})
    assert (chosen.gemeente, chosen.area, chosen.level) == ("GM9901", "GM9901", "gemeente")
    assert chosen.protection is Protection.INTERN
    assert chosen.first < chosen.last


def test_only_levels_and_periods_of_both_indicators_are_offered(published):
    seen: dict[str, Choice] = {}
    walk({"inzet": "zonder_verwijzing"}, seen)
    assert set(seen["niveau"].options) <= {"gemeente", "wijk", "kern", "praktijk", "school"}
    assert "month" in seen["periode"].options
    walk({"niveau": "praktijk"}, seen)
    assert list(seen["periode"].options) == ["year"]


def test_practices_are_not_on_offer_in_public(published):
    seen: dict[str, Choice] = {}
    chosen = walk({"openbaar": "true", "niveau": "praktijk"}, seen)
    assert "praktijk" not in seen["niveau"].options
    assert chosen.level == "gemeente"
    assert chosen.protection is Protection.OPENBAAR


@pytest.mark.parametrize(
    ("asked", "default"),
    [({}, "month"), ({"inzet": "bereikte_jeugdigen", "uitkomst": "verwijzingen_sggz_huisarts"}, "quarter"),
     ({"niveau": "wijk", "gebied": "WK990102"}, "year")],
)  # fmt: skip
def test_the_default_period_is_the_finest_that_shows_enough_else_the_longest(published, asked, default):
    seen: dict[str, Choice] = {}
    chosen = walk(asked, seen)
    assert seen["periode"].default == default == chosen.period_type


def test_the_end_is_never_before_the_begin(published):
    seen: dict[str, Choice] = {}
    chosen = walk({"periode": "year", "van": "2025", "tot": "2024"}, seen)
    assert list(seen["tot"].options) == ["2025"]
    assert chosen.last == "2025"


def test_the_words_of_an_area_hold_its_code(published):
    seen: dict[str, Choice] = {}
    walk({"niveau": "wijk"}, seen)
    assert all(words.endswith(f"({code})") for code, words in seen["gebied"].options.items())


def test_one_measure_alone_says_which_periods_there_are(published):
    """Contacts of a practice are known per quarter, referrals per year: together there is nothing finer than a year."""
    seen: dict[str, Choice] = {}
    chosen = walk({"maat": "contacten", "niveau": "praktijk"}, seen, single=True)
    assert (chosen.measure, chosen.level) == ("contacten", "praktijk")
    assert list(seen["periode"].options) == ["quarter", "year"]
    assert {"contacten", "verwijzingen_sggz"} <= set(seen["maat"].options)
    assert walk({"maat": "contacten"}).measure == ""
    whole = chosen.whole()
    assert (whole.area, whole.level, whole.period_type, whole.measure) == ("GM9901", "gemeente", "", "")


def row(programme: str, indicator: str, ladder: str, *, is_here: bool = True) -> dict[str, object]:
    return {"programme": programme, "programme_title": programme.upper(), "indicator": indicator, "title": indicator,
            "ladder": ladder, "is_here": is_here}  # fmt: skip


def test_a_measure_says_which_programmes_can_be_chosen():
    offer = Offer("GM1", Protection.INTERN)
    offer.__dict__["indicators"] = [
        row("a", "contacten", "inzet"), row("b", "contacten", "inzet", is_here=False), row("a", "duur", "inzet"),
        row("c", "terug", "uitkomst"), row("", "verwijzingen", "uitkomst"),
        row("d", "elders", "uitkomst", is_here=False),
    ]  # fmt: skip
    assert list(offer.measures().values()) == ["terug", "verwijzingen", "contacten", "duur", "elders (niet hier)"]
    assert [list(offer.programmes(slug)) for slug in ("contacten", "duur", "terug")] == [["a", "b"], ["a"], ["c"]]
    assert offer.programmes("verwijzingen") == offer.programmes() == {"a": "A", "b": "B"}
    assert [offer.having("contacten", programme) for programme in ("b", "c", "")] == ["b", "a", "a"]
    assert offer.having("terug", "a") == "c"
    assert Offer.having(offer, "weg", NONE) == "a"
    found = [offer.of(*asked) for asked in (("contacten", "a"), ("contacten", "b"), ("verwijzingen", "b"))]
    assert [(row["programme"], row["is_here"]) for row in found if row] == [("a", True), ("b", False), ("", True)]
    assert offer.of("contacten", "c") is None
