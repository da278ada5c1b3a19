"""The spread of a programme: bars that lie where the days are, and words that count the same places."""

from datetime import date

import pytest

from voorkant.charts.description import Event
from voorkant.report.rollout import Axis, Programme, Stretch, axis_of, spread
from voorkant.text import rollout as words

UNTIL = date(2025, 12, 31)
OJG = Programme("Ondersteuner", "praktijk", 4, 1)


def stretch(place: str, start: date | None, stop: date | None = None, hours: float | None = 40.0) -> Stretch:
    return Stretch(place, f"Praktijk {place}", start, stop, hours, begun=bool(start and start <= UNTIL))


ROWS = [
    stretch("a", date(2024, 1, 1), hours=90.0),
    stretch("b", date(2024, 7, 1), date(2024, 12, 31), 30.0),
    stretch("b", date(2025, 7, 2), date(2025, 9, 30), None),
    stretch("c", date(2026, 3, 1)),
    stretch("d", None, hours=None),
]


def made(rows=ROWS, **more):
    return spread(OJG, rows, place="Aadorp", until=UNTIL, **more)


def test_bars_lie_where_their_days_are():
    (whole,), (first, second) = (line.bars for line in made().begun)
    assert (whole.left, whole.width) == (0, 100)
    assert first.left == pytest.approx(100 * 182 / 730, abs=0.01)
    assert first.width == pytest.approx(100 * 183 / 730, abs=0.01)
    assert second.left + second.width == pytest.approx(100 * 638 / 730, abs=0.01)


def test_shades_are_thirds_of_the_most_hours():
    assert [bar.shade for line in made().begun for bar in line.bars] == [3, 2, 0]
    assert [bar.hours for line in made().begun for bar in line.bars] == ["90 uur", "30 uur", ""]


def test_who_has_not_begun_stands_apart():
    assert [line.when for line in made().waiting] == ["nog niet gestart; gepland: maart 2026", "nog niet gestart"]


def test_words_count_the_places():
    told = made().told
    assert told.title == "Uitrol: het programma werkt bij 1 van de 4 praktijken"
    assert "werkte het programma bij 1 praktijk. De eerste begon in januari 2024. Bij 1 praktijk is" in told.sentence
    assert "2 praktijken zijn nog niet begonnen." in told.sentence
    assert told.sentence in told.alt


def test_the_table_has_every_stretch():
    assert made().told.lines == (
        ("Praktijk a", "januari 2024", "loopt door", "90"),
        ("Praktijk b", "juli 2024", "december 2024", "30"),
        ("Praktijk b", "juli 2025", "september 2025", "uren niet bekend"),
        ("Praktijk c", "nog niet gestart; gepland: maart 2026", "–", "–"),
        ("Praktijk d", "nog niet gestart", "–", "–"),
    )


def test_a_stop_after_the_data_is_still_going_on():
    told = made([stretch("a", date(2024, 1, 1), date(2026, 5, 1))])
    assert told.begun[0].when == "sinds januari 2024, 40 uur per maand"
    assert "bij 1 van de 1 praktijk" in told.told.title
    assert "Alle praktijken zijn begonnen." in told.told.sentence


def test_nobody_began():
    told = made([stretch("d", None, hours=None)])
    assert told.begun == ()
    assert "De eerste" not in told.told.sentence
    assert axis_of([], UNTIL).first == date(2025, 1, 1)


def test_events_are_told_and_only_those_in_sight_are_marked():
    events = [
        Event("Iets", date(2024, 5, 1), None, "toen", number=1),
        Event("Meer", date(2025, 5, 1), None, "toen", number=2, shown=False),
    ]
    told = made(events=events).told
    assert [item.number for item in told.events] == [1, 2]
    assert [item.number for item in told.marked] == [1]


def test_a_year_that_has_only_just_begun_is_not_named():
    assert [year for _, year in Axis(date(2019, 1, 1), date(2025, 3, 31)).years] == list(range(2019, 2025))


def test_years_stand_at_their_first_day():
    assert made().axis.years == [(0, 2024), (pytest.approx(100 * 366 / 730, abs=0.01), 2025)]


def test_a_programme_of_a_whole_gemeente_has_nothing_to_spread_over():
    title = words.spread_title(1, 1, "gemeente")
    said = words.spread_sentence((1, 0, 0), date(2022, 1, 1), unit="gemeente", until=date(2025, 12, 31))
    shown = words.public("Veiligheidsteam", 1, 1, unit="gemeente", until=date(2025, 12, 31))
    assert title == "Uitrol: het programma werkt in de hele gemeente"
    assert said == "Op 31 december 2025 werkte het programma in de hele gemeente. Het begon in januari 2022."
    assert shown == "Veiligheidsteam werkte op 31 december 2025 in de hele gemeente."
