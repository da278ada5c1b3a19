"""The plain sentences that stand under a figure: level, margin, direction, and what is not shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from voorkant.text import numbers, periods
from voorkant.text.direction import Direction, Margin, direction
from voorkant.text.reasons import status_words

ONE = {
    "jeugdigen": "jeugdige",
    "gezinnen": "gezin",
    "trajecten": "traject",
    "contacten": "contact",
    "verwijzingen": "verwijzing",
    "leerlingen": "leerling",
    "perioden": "periode",
    "antwoorden": "antwoord",
    "weken": "week",
    "euro": "euro",
}
PROCESS_ONLY = "Dit zegt nog niet of er minder verwijzingen zijn."
NO_PROOF = "Dat beide samen bewegen is geen bewijs dat het een door het ander komt."
OTHER_DENOMINATOR = "De twee hebben elk een eigen noemer: vergelijk de richting, niet de hoogte."
NO_PROOF_EITHER = "Ook als beide samen zouden bewegen, is dat geen bewijs dat het een door het ander komt."
NO_PAIR = "Er zijn nog geen twee perioden waarin beide cijfers definitief en te tonen zijn."
ABSENT = "Dit programma is er hier niet"
NOT_HERE = "{} loopt niet in {}. Kies in de zijbalk een ander programma of een andere gemeente."
ZEROS = (
    "Alleen perioden zonder {counts} zijn te tonen: in andere perioden is het aantal verborgen. Een lijn op 0 is dus "
    "niet het verloop."
)
OBSERVED = "Dat is waargenomen; de oorzaak staat hiermee niet vast."
ROUNDED_UNITS = ("euro ", "weken ")
"""How the unit of a sum begins, which is told in large steps: 4,782 euro is told as 5,000 to the public."""


@dataclass(frozen=True)
class Reading:
    """One shown figure: `unit` as in the indicator's header, `count` None where the source gives none."""

    period: str
    status: str
    margin: Margin
    unit: str
    count: int | None = None
    denominator: int | None = None

    @property
    def words(self) -> str:
        """`4,9 verwijzingen per 1.000 jeugdigen`."""
        return numbers.with_unit(numbers.rate(self.margin.value), self.unit)


@dataclass(frozen=True)
class Change:
    """The same figure at two moments; `broken` when its definition changed in between.

    `began`: when the programme did, where one of the two periods had begun by then and is not whole. `trend`: what the
    trend over exactly these years says, which is told beside it: of the same years there is one answer.
    """

    new: Reading
    old: Reading | None
    broken: bool = False
    began: date | None = None
    trend: Direction | None = None

    @property
    def direction(self) -> Direction:
        if self.old is None or self.broken or self.began:
            return Direction.UNKNOWN
        if self.trend:
            rose = self.new.margin.value > self.old.margin.value
            seen = Direction.HIGHER if rose else Direction.LOWER
            return self.trend if self.trend is seen else Direction.UNCLEAR
        return direction(self.new.margin, self.old.margin)


def amount(count: int, counted: str) -> str:
    """`1 verwijzing`, `12 verwijzingen`, `geen verwijzingen`."""
    if count == 0:
        return f"geen {counted}"
    return f"{numbers.number(count)} {ONE.get(counted, counted) if count == 1 else counted}"


def amount_difference(new: int, old: int, counted: str) -> str:
    """`12 verwijzingen minder`, `1 verwijzing meer`, `evenveel verwijzingen`."""
    if new == old:
        return f"evenveel {counted}"
    return f"{amount(abs(new - old), counted)} {'meer' if new > old else 'minder'}"


def margin_words(margin: Margin) -> str:
    """The margin between brackets, or that the source gives none."""
    if margin.low is None or margin.high is None:
        return "zonder onzekerheidsmarge"
    return f"onzekerheidsmarge {numbers.between(margin.low, margin.high)}"


def level(reading: Reading, place: str) -> str:
    """What the figure is, when, where, how uncertain and of what status."""
    status = status_words(reading.status)
    about, rounded = ("ongeveer ", "afgerond, ") if reading.unit.startswith(ROUNDED_UNITS) else ("", "")
    return (
        f"In {periods.the(reading.period)} ging het in {place} om {about}{reading.words} "
        f"({rounded}{margin_words(reading.margin)}; {status})."
    )


def change(found: Change, counted: str) -> str:
    """How the figure compares with the earlier one, without naming a cause."""
    if found.began:
        part = found.old.period if found.old else found.new.period
        return (
            f"Het programma begon op {periods.day(found.began)}. {periods.period(part).capitalize()} is dus geen hele "
            "periode, en vergelijken kan nog niet."
        )
    if found.old is None:
        return "Van dezelfde periode eerder is er geen cijfer om mee te vergelijken."
    when, was = periods.the(found.old.period), numbers.in_short(found.old.margin.value, found.old.unit)
    if found.broken:
        return f"In {when} was het {was}; de telling is sindsdien veranderd, dus vergelijken kan niet."
    match found.direction:
        case Direction.UNKNOWN:
            return (
                f"In {when} was het {was}; zonder onzekerheidsmarge is niet te zeggen of dat een duidelijk verschil is."
            )
        case Direction.UNCLEAR:
            return f"In {when} was het {was}: geen duidelijke verandering, het verschil kan toeval zijn."
    return f"Dat is {found.direction} dan in {when} ({was}){_amounts(found.new, found.old, counted)}. {OBSERVED}"


def _amounts(new: Reading, old: Reading, counted: str) -> str:
    """The difference in counts, only where it points the same way as the rates."""
    if new.count is None or old.count is None or new.unit.startswith(numbers.PERCENT):
        return ""
    if (new.count - old.count) * (new.margin.value - old.margin.value) <= 0:
        return ""
    return f": ongeveer {amount_difference(new.count, old.count, counted)}"


def benchmark(own: Reading, other: Margin | None, name: str) -> str:
    """How the own figure compares with that of a wider area; empty where that has no figure."""
    if other is None:
        return ""
    found, value = direction(own.margin, other), numbers.in_short(other.value, own.unit)
    if found.clear:
        return f"{found.capitalize()} dan {name} ({value})."
    if found is Direction.UNCLEAR:
        return f"Vergelijkbaar met {name} ({value}): de marges overlappen."
    return f"{name[:1].upper()}{name[1:]}: {value}."


def _moved(found: Change, old: Reading, side: str, title: str) -> str:
    verb = {Direction.HIGHER: "steeg", Direction.LOWER: "daalde"}.get(found.direction, "ging")
    was = numbers.in_short(old.margin.value, old.unit)
    told = f"{verb} aan de {side} ‘{title}’ van {was} naar {found.new.words}"
    if was == numbers.in_short(found.new.margin.value, found.new.unit):  # nobody goes from 0 to 0
        told = f"bleef aan de {side} ‘{title}’ {found.new.words}"
        if found.direction is Direction.UNCLEAR:
            return told
    if found.broken:
        return f"{told} (niet vergeleken: de telling is veranderd)"
    return told if found.direction.clear else f"{told} ({found.direction})"


def paired(inzet: tuple[str, Change], uitkomst: tuple[str, Change]) -> str:
    """Both movements with their numbers, and that moving together is no proof. Both changes are of the same periods."""
    (inzet_title, front), (uitkomst_title, back) = inzet, uitkomst
    if front.old is None or back.old is None:
        return f"{NO_PAIR} {NO_PROOF_EITHER}"
    proof = NO_PROOF if front.direction.clear and back.direction.clear else NO_PROOF_EITHER
    one = _moved(front, front.old, "voorkant", inzet_title)
    other = _moved(back, back.old, "achterkant", uitkomst_title)
    return f"Tussen {periods.the(back.old.period)} en {periods.the(back.new.period)} {one}, en {other}. {proof}"


def suppression(reasons: Mapping[str, int], shown: int, *, base: int | None) -> str:
    """How many periods are not shown, by reason in words, and how counts are rounded."""
    rounding = f" Aantallen zijn afgerond op {base}." if base else ""
    if not reasons:
        return f"Alle perioden worden getoond.{rounding}"
    hidden = sum(reasons.values())
    listed = ", ".join(f"{words} ({numbers.number(count)})" for words, count in sorted(reasons.items()))
    if not shown:
        return f"Geen enkele periode wordt getoond: {listed}.{rounding}"
    verb = "wordt" if hidden == 1 else "worden"
    return f"{hidden} van de {amount(hidden + shown, 'perioden')} {verb} niet getoond: {listed}.{rounding}"
