"""The words of a comparison between areas: what differs, what can be chance, and how many were compared."""

from collections.abc import Sequence
from dataclasses import dataclass

from voorkant.domain.protection import Status
from voorkant.text import numbers, periods
from voorkant.text.direction import Direction, judgement
from voorkant.text.enumeration import listed
from voorkant.text.reasons import COMPARISON, SYMBOL, status_words

ALL_PUBLIC = (
    "Hier staan van alle gemeenten de openbare cijfers, ook van de eigen gemeente: anders zijn ze niet te vergelijken."
)
CHANCE = "kan toeval zijn"
MANY = 10
"""Above so many comparisons the wider limits are used: of twenty at 95% one lies outside by chance alone."""
DIFFERENCE = {Direction.HIGHER: "hoger", Direction.LOWER: "lager", Direction.UNCLEAR: "vergelijkbaar"}


@dataclass(frozen=True)
class Kind:
    """What is compared: one, and more than one."""

    one: str
    many: str

    def counted(self, count: int) -> str:
        return f"{numbers.number(count)} {self.one if count == 1 else self.many}"

    def and_others(self, name: str, count: int) -> str:
        """`Aldermeer en 2 andere gemeenten`; the name alone where there are none."""
        return f"{name} en {numbers.number(count)} andere {self.one if count == 1 else self.many}" if count else name

    @property
    def no_cause(self) -> str:
        return f"Waardoor {self.many} verschillen, zegt dit niet."


GEMEENTEN, WIJKEN, KERNEN = Kind("gemeente", "gemeenten"), Kind("wijk", "wijken"), Kind("kern", "kernen")
KINDS = {"gemeente": GEMEENTEN, "wijk": WIJKEN, "kern": KERNEN}
"""By the level of the areas."""


def when(period: str, *states: str) -> str:
    """`2024`, or `2025 (voorlopig)`: a part of a year beside whole ones looks like a fall."""
    open_ones = dict.fromkeys(status_words(status) for status in states if status != Status.DEFINITIEF)
    return periods.period(period) + (f" ({' of '.join(sorted(open_ones))})" if open_ones else "")


def standing(found: Direction, better: str) -> str:
    """`▲ lager: gunstiger`, `● vergelijkbaar`, `↑ hoger`, `○ niet vergeleken`."""
    if found is Direction.UNKNOWN:
        return f"{SYMBOL['niet_vergeleken']} {found}"
    if found is Direction.UNCLEAR:
        return f"{SYMBOL['vergelijkbaar']} {COMPARISON['vergelijkbaar']}"
    if better == "neither":
        return f"{'↑' if found is Direction.HIGHER else '↓'} {DIFFERENCE[found]}"
    code = judgement(found, better)
    return f"{SYMBOL[code]} {DIFFERENCE[found]}: {COMPARISON[code]}"


@dataclass(frozen=True)
class Beside:
    """An area beside others: its value in words, that of the benchmark, and which way it differs from each other."""

    name: str
    value: str
    benchmark: str  # `de regio (25,3)`; empty without one
    against: Direction
    others: Sequence[tuple[str, Direction]]


def summary(of: Beside, *, when: str, unit: str, better: str) -> str:
    """What one sees: the own value, the benchmark, and who of the others differs."""
    told = f"In {when} waren het in {of.name} {numbers.with_unit(of.value, unit)}."
    if of.benchmark:
        told += f" {_against(of.against, of.benchmark, better)}"
    return f"{told} {_others(of.others)}".strip()


def within(of: Beside, kind: Kind, *, when: str, unit: str, hidden: str = "") -> str:
    """What one sees of the parts of an area: how many of them differ from the whole, and which.

    `hidden`: what is said of the whole where that has no figure.
    """
    told = hidden or f"In {when} waren het in {of.name} {numbers.with_unit(of.value, unit)}."
    parts = []
    for found, words in ((Direction.HIGHER, "Hoger"), (Direction.LOWER, "Lager")):
        names = [name for name, direction in of.others if direction is found]
        if names:
            verb = "ligt" if len(names) == 1 else "liggen"
            parts.append(f"{words} {verb} {listed(names)}.")
    chance = sum(direction is Direction.UNCLEAR for _, direction in of.others)
    unknown = sum(direction is Direction.UNKNOWN for _, direction in of.others)
    if chance:
        parts.append(f"Bij {kind.counted(chance)} {CHANCE_OF[chance > 1]}.")
    if unknown:
        parts.append(f"Met {kind.counted(unknown)} is het niet te vergelijken.")
    return " ".join([told, *parts])


def hidden(name: str, why: str, *, when: str) -> str:
    """That the own area has no figure."""
    return f"In {when} is er van {name} geen cijfer te tonen: {why}."


def _against(found: Direction, benchmark: str, better: str) -> str:
    if found is Direction.UNKNOWN:
        return f"Met {benchmark} is het niet te vergelijken."
    if found is Direction.UNCLEAR:
        return f"Het verschil met {benchmark} {CHANCE}."
    judged = judgement(found, better)
    more = f": {COMPARISON[judged]}" if judged != "niet_vergeleken" else ""
    return f"Dat is {DIFFERENCE[found]} dan {benchmark}{more}."


def _others(others: Sequence[tuple[str, Direction]]) -> str:
    """Seen from the own area: who lies below it, who above, and of whom it can be chance."""
    if not others:
        return ""
    parts = []
    for found, words in ((Direction.HIGHER, "hoger dan"), (Direction.LOWER, "lager dan")):
        names = [name for name, direction in others if direction is found]
        parts += [f"{words} in {listed(names)}"] if names else []
    chance = [name for name, direction in others if direction is Direction.UNCLEAR]
    unknown = [name for name, direction in others if direction is Direction.UNKNOWN]
    told = f"Het ligt {' en '.join(parts)}." if parts else ""
    if chance:
        told += f" Bij {listed(chance)} {CHANCE_OF[len(chance) > 1]}."
    if unknown:
        told += f" Met {listed(unknown)} is het niet te vergelijken."
    return told.strip()


CHANCE_OF = {False: "kan het verschil toeval zijn", True: "kunnen de verschillen toeval zijn"}


def how_many(count: int, share: str) -> str:
    """How many were compared, and with which margin."""
    if not count:
        return "Met de regio of het gemiddelde is hier niets te vergelijken."
    told = f"{numbers.number(count)} vergelijkingen, elk met een marge van {share}."
    if count == 1:
        told = f"Een vergelijking, met een marge van {share}."
    if count > MANY:
        told += " Bij zo veel vergelijkingen ligt er bij 95% altijd wel een buiten de marge, ook zonder verschil."
    return told


def only_cbs(names: Sequence[str]) -> str:
    """Who does not stand in the list, and why."""
    return (
        f"Niet in de lijst: {listed(names)}. Daarvan is hier alleen bekend wat het CBS publiceert: kies ze alleen bij "
        "een maat van het CBS."
    )
