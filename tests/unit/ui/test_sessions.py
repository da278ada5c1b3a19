"""Sessions end when their time is over, and everywhere at once when their owner wants it."""

from datetime import timedelta

import pytest

from voorkant.ui.pace import KEYS, Pace
from voorkant.ui.sessions import LONGEST_EVER, Sessions

ANNA = {"iss": "https://op.nl", "sub": "1"}
IDLE, LONGEST = timedelta(minutes=30), timedelta(hours=8)


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sessions(clock) -> Sessions:
    return Sessions(clock)


def test_a_number_is_long_and_never_the_same(sessions):
    numbers = {sessions.open(ANNA, {}).number for _ in range(50)}
    assert len(numbers) == 50
    assert min(map(len, numbers)) >= 43
    assert all(number not in repr(sessions.find(number)) for number in numbers)


@pytest.mark.parametrize("number", [None, "", "nee"])
def test_another_number_is_nobody(sessions, number):
    sessions.open(ANNA, {})
    assert sessions.find(number) is None


def test_idle_time_counts_from_what_was_done_last(sessions, clock):
    session = sessions.open(ANNA, {})
    clock.now += 29 * 60
    sessions.touch(session)
    clock.now += 29 * 60
    assert sessions.over(session, IDLE, LONGEST) == ""
    clock.now += 60
    assert sessions.over(session, IDLE, LONGEST) == "stil"


def test_the_longest_time_counts_from_the_sign_in(sessions, clock):
    session = sessions.open(ANNA, {})
    for _ in range(8 * 4):
        clock.now += 15 * 60
        sessions.touch(session)
    assert sessions.over(session, IDLE, LONGEST) == "ten_hoogste"


def test_closing_counts_once(sessions):
    session = sessions.open(ANNA, {})
    assert sessions.close(session)
    assert not sessions.close(session)
    assert sessions.find(session.number) is None


def test_the_others_are_those_of_the_same_person_alone(sessions):
    here, there, bram = sessions.open(ANNA, {}), sessions.open(ANNA, {}), sessions.open({**ANNA, "sub": "2"}, {})
    foreign = sessions.open({**ANNA, "iss": "https://elders.nl"}, {})
    assert sessions.close_others(here) == 1
    left = [session for session in (here, there, bram, foreign) if sessions.find(session.number)]
    assert left == [here, bram, foreign]


def test_where_nobody_is_told_apart_nobody_else_is_signed_out(sessions):
    claims = {"preferred_username": "anna@x.nl"}
    here, other = sessions.open(claims, {}), sessions.open({"preferred_username": "bram@x.nl"}, {})
    assert sessions.close_others(here) == 0
    assert sessions.find(other.number) is other


def test_who_never_came_back_is_forgotten(sessions, clock):
    old = sessions.open(ANNA, {})
    clock.now += LONGEST_EVER
    sessions.open(ANNA, {})
    assert sessions.find(old.number) is None


def test_a_pace_is_of_each_key_and_of_a_time(clock):
    pace = Pace(2, 60.0, clock)
    assert [pace.wait("a") for _ in range(3)] == [0, 0, 60]
    assert pace.wait("b") == 0
    clock.now += 59.5
    assert pace.wait("a") == 1
    clock.now += 0.5
    assert pace.wait("a") == 0


def test_a_pace_remembers_so_many_and_no_more(clock):
    pace = Pace(1, 60.0, clock)
    for key in range(KEYS + 1):
        pace.wait(key)
    assert pace.wait(0) == 0
    assert pace.wait(KEYS) == 60
