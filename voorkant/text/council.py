"""Answers to questions of the council: at most three sentences each, and how sure they are in one label."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from voorkant.analysis.verdict import Verdict
from voorkant.text import numbers, periods, sentences
from voorkant.text.direction import Direction, Margin, direction, judgement
from voorkant.text.enumeration import listed
from voorkant.text.pilots import NO_CAUSE
from voorkant.text.reasons import COMPARISON, SYMBOL
from voorkant.text.sentences import Change, Reading
from voorkant.text.verdicts import VERDICTS, title, tone

MOST_LINES, MOST_NAMED = 3, 6
"""Sentences of an answer, and wijken that one names: a large gemeente has dozens."""
NOT_COMPARED = "niet_vergeleken"
OTHER_PLACES = "Waardoor gebieden verschillen, is hiermee niet te zeggen."
BY_CHANCE = "Welke wijken voorop staan, kan toeval zijn: hun marges overlappen."
WHO_ONLY = "Dit zegt hoe het verdeeld is, niet of dat te veel of te weinig is."
NO_PILOT = (
    "Van dit programma is hier geen pilot om naar te kijken. Of het werkt, is dan niet te zeggen: leg op Pilots vast "
    "waar en wanneer het begint, en wat ermee wordt vergeleken."
)
NO_FIGURE = (
    "Hierover is voor deze plek niets gepubliceerd. Nodig zijn leveringen over ten minste een heel jaar van: {source}."
)
NO_INDICATOR = "Deze publicatie kent de maat ‘{slug}’ niet. Lever wat ervoor nodig is, of kies een andere maat."
NO_GROUPS = (
    "Hoe dit over deze groepen is verdeeld, is niet bekend: de kolom {column} is nergens gevuld. Vraag die op bij wie "
    "dit levert: {source}."
)
NO_YEAR = (
    "Hoe dit over deze groepen is verdeeld, is nog niet te zeggen: van geen enkel heel jaar is het cijfer definitief."
)
ALL_SMALL = "Hoe dit over deze groepen is verdeeld, is hier niet te tonen: de aantallen zijn te klein."
COLUMNS = {"verwijzer": "verwijzer_type", "age_group": "geboortejaar", "sex": "geslacht", "hulpvraag": "hulpvraag"}
"""Of what can be split: the column in an export that says to which group something belongs."""
FEW_PLACES = "Deze gemeente heeft te weinig wijken om naast elkaar te zetten: dat kan vanaf drie."
NO_PLACES = (
    "Er zijn te weinig wijken waarvan beide cijfers te tonen zijn. De aantallen zijn te klein, of de wijk staat niet "
    "in de leveringen."
)
NOT_HERE = "Dit programma is er niet in deze gemeente."
NO_VERDICT = "Een oordeel is er nog niet: dat komt op een moment dat vooraf is afgesproken."
HIDDEN_PILOT = "De aantallen van deze pilot zijn te klein om te tonen."
UNKNOWN = {
    "inzet": "Of er door deze inzet minder verwijzingen zijn.",
    "uitkomst": "Waardoor dit verandert. Daarvoor is een vergelijking nodig, zoals bij een pilot.",
    "context": "Of dit met de inzet van de gemeente te maken heeft.",
}
PILOT_UNKNOWN = "Wat er zonder het programma was gebeurd. Dat is geschat uit wie nog niet was begonnen."
UNCHECKED = "Nog niet nagekeken."
WORDS = {"M": "jongens", "V": "meisjes"}


@dataclass(frozen=True)
class Label:
    """How sure an answer is: a sign, its words, and the code of the comparison that gives the colour."""

    sign: str
    words: str
    tone: str = NOT_COMPARED


NO_ANSWER = Label("…", "Nog geen antwoord")
DESCRIBES = Label("○", "Beschrijving, zonder vergelijking")
NOT_YET = Label("○", "Nog niet te vergelijken")
CHANCE = Label(SYMBOL["vergelijkbaar"], "Geen duidelijk verschil: kan toeval zijn", "vergelijkbaar")


def label(found: Direction, better: str) -> Label:
    """Of a figure beside another: as sure as its margins allow, and never about a cause."""
    if found is Direction.UNKNOWN:
        return NOT_YET
    if not found.clear:
        return CHANCE
    code = judgement(found, better)
    if code == NOT_COMPARED:
        return Label("↑" if found is Direction.HIGHER else "↓", f"Duidelijk {found}, oorzaak onbekend")
    return Label(SYMBOL[code], f"Duidelijk {found}: {COMPARISON[code]}, oorzaak onbekend", code)


def of_verdict(verdict: Verdict | None, relevant: float, better: str) -> Label:
    """Of a pilot: its verdict, and no more than that."""
    if verdict is None:
        return Label("○", "Nog geen oordeel")
    return Label(VERDICTS[verdict].icon, title(verdict, relevant), tone(verdict, better))


def moved(found: Change, counts: str) -> str:
    """How a figure compares with a year earlier, in one sentence."""
    if found.began:
        part = found.old.period if found.old else found.new.period
        return (
            f"Het programma begon op {periods.day(found.began)}, dus {periods.the(part)} is geen hele periode en "
            "vergelijken kan nog niet."
        )
    return sentences.change(found, counts).removesuffix(sentences.OBSERVED).rstrip()


def course(found: Direction, first: Reading, last: Reading) -> str:
    """The course of five periods or more, as the trend test has it."""
    was, now = (numbers.in_short(item.margin.value, item.unit) for item in (first, last))
    span = f"Van {periods.the(first.period)} tot en met {periods.the(last.period)}"
    if not found.clear:
        return f"{span} is er geen duidelijke verandering: wat er beweegt, kan toeval zijn."
    return f"{span} {'stijgt' if found is Direction.HIGHER else 'daalt'} het, van {was} naar {now}."


def caveat(ladder: str, found: Direction) -> str:
    """What must not be read into it; empty where nothing was claimed."""
    if ladder == "inzet":
        return sentences.PROCESS_ONLY
    return sentences.OBSERVED if found.clear else ""


def wider(own: Reading, other: Margin | None, name: str) -> tuple[str, Direction]:
    """The own figure beside that of the region or the country."""
    if other is None:
        return (
            f"Van {periods.the(own.period)} is er geen cijfer van de regio of het land om mee te vergelijken.",
            Direction.UNKNOWN,
        )
    said, found = sentences.benchmark(own, other, name), direction(own.margin, other)
    if found is Direction.UNKNOWN:
        said = f"{said.removesuffix('.')}; zonder marge is niet te zeggen of dat een duidelijk verschil is."
    return said, found


def part_words(code: str) -> str:
    """A group as a reader knows it: `gemeentelijke toegang`, `0 tot en met 3 jaar`, `meisjes`."""
    low, dash, high = code.partition("-")
    if dash and low.isdigit():
        return f"{low} tot en met {high} jaar"
    return WORDS.get(code, code.replace("_", " "))


@dataclass(frozen=True)
class Share:
    """A group with its part of the whole, in percent, and what that can be; None where the count is hidden."""

    part: str
    share: float | None
    low: float
    high: float

    @property
    def words(self) -> str:
        """`ongeveer 71% (69 tot 74%)`, or what a hidden part can be."""
        told = numbers.share(self.share, self.low, self.high)
        return told if self.share is None else f"ongeveer {told}"

    @property
    def named(self) -> str:
        """`huisarts met ongeveer 71% (69 tot 74%)`."""
        return f"{part_words(self.part)} met {self.words}"


def parts(shares: Sequence[Share], *, total: str, period: str, place: str) -> tuple[str, ...]:
    """The largest groups, then which are hidden."""
    shown = [item for item in shares if item.share is not None]
    if not shown:
        return (f"In {periods.the(period)} waren er in {place} {total}; alle groepen zijn te klein om te tonen.",)
    first, *rest = shown
    second = f", daarna {rest[0].named}" if rest else ""
    said = f"Van de {total} in {place} in {periods.the(period)} is de grootste groep {first.named}{second}."
    hidden = [part_words(item.part) for item in shares if item.share is None]
    small = f"Te klein om te tonen: {listed(hidden)}." if hidden else ""
    return tuple(filter(None, (said, small, WHO_ONLY)))


@dataclass(frozen=True)
class Most:
    """The wijken in which an outcome is highest: which, in words of its unit, and among how many; `apart` from others.

    `apart`: whether the margins of the first lie above those of all others.
    """

    names: Sequence[str]
    unit: str
    known: int
    apart: bool


def _named(names: Sequence[str]) -> str:
    """The first ones by name, and how many others."""
    more = len(names) - MOST_NAMED + 1
    return listed(names if more <= 1 else [*names[: MOST_NAMED - 1], f"{numbers.number(more)} andere"])


def places(most: Most, both: Sequence[str], period: str) -> tuple[str, ...]:
    """`both`: those of the first that are among the most reached too."""
    what = (
        "was het percentage het hoogst" if most.unit.startswith(numbers.PERCENT) else f"waren er de meeste {most.unit}"
    )
    among = f"van {numbers.number(most.known)} wijken met beide cijfers"
    said = f"In {periods.the(period)} {what} in {_named(most.names)} ({among})."
    if len(both) == len(most.names):
        told = "Dat zijn ook de wijken waar de inzet het hoogst is."
    elif both:
        verb = "hoort" if len(both) == 1 else "horen"
        told = f"Daarvan {verb} ook bij de wijken waar de inzet het hoogst is: {_named(both)}."
    else:
        told = "Geen daarvan hoort bij de wijken waar de inzet het hoogst is."
    return said, told, OTHER_PLACES if most.apart else BY_CHANCE


def judged(verdict: Verdict, programme: str, meaning: str) -> str:
    """The last sentence about a pilot: that a difference proves no cause, else why the verdict is no firmer."""
    return f"{NO_CAUSE.format(programme=programme)}." if verdict in (Verdict.FALL, Verdict.RISE) else meaning


def checked(who: str, day: str, publication: str, *, holds: bool) -> str:
    """Who looked at an answer, and whether it is still the same; `day` is an ISO day."""
    when = periods.day(date.fromisoformat(day))
    if holds:
        return f"Nagekeken op {when} door {who}, bij publicatie {publication}."
    return (
        f"Niet meer nagekeken: het antwoord is veranderd sinds {who} het op {when} nakeek (publicatie {publication})."
    )
