"""The lines of what is new since a visit: what, since when and how large; or one calm line."""

from voorkant.text import numbers, periods
from voorkant.text.direction import direction_words
from voorkant.text.sentences import OBSERVED, Change

CAUTION = OBSERVED


def moved(title: str, change: Change, better: str) -> tuple[str, str]:
    """(sign, line): a clear change, with both figures."""
    if change.old is None:
        raise ValueError("a change has two figures")
    sign, _, way = direction_words(change.direction, better).partition(" ")
    now, was = (numbers.in_short(item.margin.value, item.unit) for item in (change.new, change.old))
    when, before = periods.the(change.new.period), periods.the(change.old.period)
    return sign, f"{title}: {way}. In {when} {now}, in {before} {was}."


def verdict(title: str, words: str, moment: str) -> str:
    return f"Pilot {title} is beoordeeld met de cijfers tot en met {periods.period(moment)}: {words}."


def calm(newer: int, looked: int) -> str:
    """That nothing stands out, and how much was looked at."""
    if not newer:
        return f"Er is opnieuw gepubliceerd. Van geen van de {looked} maten is er een nieuwere periode."
    return f"Van {newer} van de {looked} maten is er een nieuwere periode. Geen daarvan verandert duidelijk."


def chosen(count: int, newer: int, looked: int) -> str:
    """How the lines were chosen."""
    return (
        f"Van {newer} van de {looked} maten is er een nieuwere periode; de {count} duidelijkste staan hier. {CAUTION}"
    )
