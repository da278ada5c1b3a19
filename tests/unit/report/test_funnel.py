"""Places against the mean of all: who is small goes together, and who is outside is so whatever was rounded."""

from dataclasses import replace
from datetime import date

import pytest

from voorkant.report.funnel import Compared, Outcome, compare
from voorkant.report.outcomes import Against, Setting, SinceStart, funnel_plot, listed, starts_of
from voorkant.report.rollout import Stretch
from voorkant.report.rows import Header, Publication

UNTIL = date(2025, 12, 31)
PUBLICATION = Publication("000001", "intern", 5, 3)
HEADER = Header(
    "verwijzingen_sggz", "Verwijzingen", "...", "uitkomst", "lower", "verwijzingen", "count", "verwijzingen",
    "jeugdigen", "verwijzingen per 1.000", "Verwijzingen naar de jeugd-GGZ", "select 1",
)  # fmt: skip


def outcome(place: str, count: int | None = 30, size: int | None = 600, **more) -> Outcome:
    low, high = (0, 4) if count is None else (count - 1, count + 1)
    usual = {"numerator_low": low, "numerator_high": high, "status": "definitief",
             "reason": "klein" if count is None else None}  # fmt: skip
    fields = {"type": "3year", "period": "2023..2025"} | usual | more
    return Outcome(place, f"Praktijk {place}", numerator=count, denominator=size, **fields)


EVEN = [outcome(place) for place in "abcdef"]
NONE = [outcome(place, 0, numerator_low=0, numerator_high=0) for place in "abcdef"]


def small(place: str, **more) -> Outcome:
    return outcome(place, 6, 120, **more)


def words(found: Compared | None, *places: str) -> list[str]:
    assert found is not None
    return [found.class_of(place) for place in places]


def test_equal_places_are_within_what_is_expected():
    found = compare(EVEN, {})
    assert found is not None
    assert [unit.expected for unit in found.units] == pytest.approx([30] * 6)
    assert words(found, *"abcdef") == ["binnen verwachting"] * 6


def test_who_is_far_from_the_others_is_higher_or_lower():
    found = compare([*EVEN, *(outcome(place) for place in "ghijklmn"), outcome("y", 95), outcome("z", 4)], {})
    assert words(found, "a", "y", "z") == ["binnen verwachting", "hoger", "lager"]


def test_nobody_is_outside_by_what_rounding_left_open():
    far = outcome("y", 95, numerator_low=40)
    assert words(compare([*EVEN, *(outcome(place) for place in "ghijklmn"), far], {}), "y") == ["binnen verwachting"]


def test_small_ones_are_taken_together_by_start():
    starts = {"p": date(2023, 2, 1), "q": date(2020, 2, 1), "r": date(2020, 5, 1), "s": date(2023, 3, 1)}
    found = compare([*EVEN, *(small(place) for place in "pqrstuvw")], starts)
    assert found is not None
    together = [[item.place for item in unit.places] for unit in found.units if len(unit.places) > 1]
    assert together == [["q", "r", "p", "s"], ["t", "u", "v", "w"]]
    assert words(found, "p") == ["binnen verwachting (4 kleinere samen)"]


def test_too_little_together_has_no_class():
    found = compare([*EVEN, small("p"), small("q")], {})
    assert words(found, "p") == ["te weinig om te vergelijken (2 kleinere samen)"]
    assert words(compare([*EVEN, small("p")], {}), "p") == ["te weinig om te vergelijken"]


def test_a_small_rest_joins_the_group_before_it():
    found = compare([*EVEN, *(small(place) for place in "pqrst")], {})
    assert found is not None
    assert [len(unit.places) for unit in found.units][-1] == 5


def test_a_hidden_count_takes_part_with_its_range_and_one_without_range_does_not():
    found = compare([*EVEN, outcome("h", None), outcome("x", None, numerator_high=None)], {})
    assert found is not None
    (unit,) = [unit for unit in found.units if unit.name == "Praktijk h"]
    assert (unit.low, unit.high) == (0, 4)
    assert found.class_of("x") == ""


@pytest.mark.parametrize("few", [EVEN[:4], [], [replace(item, type="year") for item in EVEN], NONE])
def test_too_few_to_say_what_is_usual(few):
    assert compare(few, {}) is None


def test_limits_get_narrower_with_size():
    found = compare([*EVEN, outcome("l", 100, 2000)], {})
    assert found is not None
    (_, low, high), *_, (_, lower, higher) = found.limits()
    assert low < lower < 1 < higher < high


STRETCHES = [
    Stretch("a", "Praktijk a", date(2024, 1, 1), date(2024, 6, 30), 40.0, True),
    Stretch("a", "Praktijk a", date(2025, 1, 1), None, None, True),
    Stretch("b", "Praktijk b", None, None, None, False),
]
ROWS = [
    outcome("a", 12, type="year", period="2025", status="voorlopig"), outcome("a"),
    outcome("b", None, None, type="", period=None, numerator_low=None, numerator_high=None, status=None),
    outcome("c", None, type="year", period="2025", numerator_high=None, status="voorlopig"),
    outcome("c", None, type="3year"),
]  # fmt: skip


def test_the_list_is_never_blank():
    found = listed(ROWS, STRETCHES, Against(), publication=PUBLICATION, until=UNTIL)
    assert found.headers == (
        "Plek", "Programma", "2025, voorlopig", "2023 tot en met 2025, definitief", "Vergeleken met verwacht",
    )  # fmt: skip
    assert found.lines == (
        ("Praktijk a", "sinds januari 2025\nuren niet bekend", "11 tot 13", "29 tot 31", "niet te vergelijken"),
        ("Praktijk b", "nog niet gestart", "niet geleverd per plek", "niet geleverd per plek", "niet te vergelijken"),
        ("Praktijk c", "nog niet gestart", "minder dan 5 jeugdigen", "0 tot 4", "niet te vergelijken"),
    )


def test_a_class_since_the_start_has_a_column_where_a_place_has_one():
    since = [SinceStart("a", -1, 1), SinceStart("c", 0, 3)]
    found = listed(ROWS, STRETCHES, Against(since=since), publication=PUBLICATION, until=UNTIL)
    assert found.headers[4] == "Sinds de eigen start, tegenover verwacht"
    told = ["lager", "nog niet gestart", "binnen verwachting (3 kleinere samen)"]
    assert [line[4] for line in found.lines] == told


def test_a_class_that_would_give_a_count_away_says_so():
    assert SinceStart("a", None, 3).words == "verborgen, anders herleidbaar"


def test_without_any_outcome_the_list_still_has_its_places():
    found = listed([ROWS[2]], STRETCHES, Against(), publication=PUBLICATION, until=UNTIL)
    assert found.headers[2] == "Aantal"
    assert found.lines[0][2] == "niet geleverd per plek"


def test_starts_are_the_first_day_of_who_began():
    later = Stretch("d", "Praktijk d", date(2026, 5, 1), None, None, False)
    assert starts_of([*STRETCHES, later], UNTIL) == {"a": date(2024, 1, 1)}


def plot(*more: Outcome):
    outcomes = [*EVEN, *more]
    found = compare(outcomes, {"a": date(2024, 1, 1)})
    assert found is not None
    return funnel_plot(found, {"a": date(2024, 1, 1)}, Setting.of(outcomes, HEADER, area="Aadorp", unit="praktijk"))


def test_the_funnel_in_words():
    told = plot(outcome("x", None, numerator_high=None))
    assert told.title == "Verwijzingen: 6 van de 6 praktijken liggen binnen verwachting"
    assert "Geen enkele ligt hoger dan toeval en gewone verschillen geven, geen enkele ligt lager." in told.sentence
    assert "Niet getoond: 1 praktijk zonder bereik." in told.suppression
    assert [dot.begun for dot in told.dots] == [True] + [False] * 5
    assert told.lines[0] == ("Praktijk a", "29 tot 31", "600", "30", "binnen verwachting")


def test_a_funnel_with_small_ones_counts_points():
    told = plot(*(small(place) for place in "pqrs"))
    assert "7 van de 7 punten" in told.title
    assert told.lines[-1][0] == "4 kleinere samen: Praktijk p, Praktijk q, Praktijk r, Praktijk s"
