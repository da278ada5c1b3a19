"""Dutch words for agreements about deliveries: how often, and whether the next one is late."""

from datetime import date, timedelta

from voorkant.text import periods

EVERY = {
    "maand": "elke maand", "kwartaal": "elk kwartaal", "halfjaar": "elk halfjaar", "jaar": "elk jaar",
    "schooljaar": "elk schooljaar",
}  # fmt: skip
NEVER, UNKNOWN, IN_TIME = "nog nooit geleverd", "niet te bepalen", "op tijd"


def state(*, delivered: bool, due: date | None, today: date) -> str:
    """Where a supplier stands on a day. `due`: the last day on which the next delivery is in time."""
    if not delivered:
        return NEVER
    if due is None:
        return UNKNOWN
    return f"te laat sinds {periods.day(due + timedelta(days=1))}" if today > due else IN_TIME


def awaited(expected: str, due: date) -> str:
    """What comes next, and until when it is in time."""
    return f"{periods.period(expected)}, uiterlijk {periods.day(due)}"


def agreed(term: str, days: int) -> str:
    """The agreement in a sentence."""
    after = "meteen na afloop" if not days else f"binnen {days} {'dag' if days == 1 else 'dagen'} na afloop"
    return f"Afgesproken is een levering {EVERY[term]}, {after}."
