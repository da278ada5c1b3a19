"""Budgets by year as a picture with its table: preventive beside specialist help."""

from collections.abc import Sequence
from dataclasses import dataclass

from voorkant.charts.told import Told
from voorkant.declare.budgetfile import Budget
from voorkant.text import budgets as words
from voorkant.text.periods import span

HEADERS = ("Jaar", "Voorkant", "Achterkant", "Voorkant : achterkant")


@dataclass(frozen=True)
class Year:
    """What is budgeted in a year; 0 where nothing was stated."""

    year: int
    front: int
    back: int

    @property
    def row(self) -> tuple[str, ...]:
        amounts = (words.euro(amount) if amount else "niet opgegeven" for amount in (self.front, self.back))
        return str(self.year), *amounts, words.ratio(self.front, self.back) or "–"


def years(found: Sequence[Budget]) -> list[Year]:
    """Both sides added up, a year; the oldest first."""
    sums: dict[int, dict[str, int]] = {}
    for item in found:
        year = sums.setdefault(item.year, {"voorkant": 0, "achterkant": 0})
        year[item.side] += item.euro
    return [Year(year, sides["voorkant"], sides["achterkant"]) for year, sides in sorted(sums.items())]


def told(found: Sequence[Budget], place: str) -> Told:
    """ValueError without any budget."""
    shown = years(found)
    last = shown[-1]
    title = "Begroot voor voorkant en achterkant: hoe verhoudt het zich?"
    sentence = words.sentence(last.year, last.front, last.back)
    period = span(str(shown[0].year), str(last.year))
    tasks = ", ".join(f"{item.task} ({item.side})" for item in found if item.year == last.year)
    return Told(
        key="begroting",
        title=title,
        axis=f"euro per jaar; in {last.year}: {tasks}",
        denominator="niet van toepassing: bedragen van de hele gemeente",
        sentence=sentence,
        alt=f"{title} {place}, {period}. {sentence}",
        source="; ".join(dict.fromkeys(item.source for item in found)),
        period=period,
        status="zoals begroot",
        suppression="Alles wordt getoond: een begroting gaat niet over personen.",
        headers=HEADERS,
        lines=tuple(year.row for year in shown),
        no_events="Niet getekend: het zijn bedragen per jaar.",
    )
