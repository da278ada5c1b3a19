"""Questions of the council, one TOML each: ours, the municipality's, and in `work/questions/` those of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from voorkant.declare.home import Home
from voorkant.declare.keptfile import Shelf, each, text_objections
from voorkant.declare.strict import Table, read_toml
from voorkant.declare.unchanged import while_same
from voorkant.domain.problem import Problem

ANSWERS = {
    "trend": "hoe het verloopt",
    "level": "hoe hoog het is",
    "compare": "of het meer of minder is dan in de regio of het land",
    "parts": "hoe het verdeeld is over groepen",
    "places": "of de inzet komt waar de meeste verwijzingen zijn",
    "effect": "of een pilot werkt",
}
"""What an answer can be about, with its words."""
PERIODS = ("year", "schoolyear", "half", "quarter")
LAST, LONGEST = 99, 160
PAIR = 2
_SLUG = re.compile(r"[a-z0-9_-]{0,80}")
_AREA = re.compile(r"|(?:GM\d{4}|WK[0-9A-Z]{6})")


@dataclass(frozen=True)
class Question:
    """A question and how it is answered. Empty `gemeente` = for all, empty `area` = the gemeente as a whole."""

    slug: str
    title: str
    answer: str
    indicators: tuple[str, ...] = ()
    programme: str = ""
    pilot: str = ""
    split: str = ""
    gemeente: str = ""
    area: str = ""
    period: str = "year"
    place: int = LAST
    who: str = ""
    day: str = ""

    @property
    def kept(self) -> bool:
        """Whether someone added it on the page."""
        return bool(self.who)


def read_questions(home: Home, *, strict: bool = False) -> tuple[Question, ...]:
    """All questions in their order; those of the municipality win over ours. A damaged file as keptfile.py says.

    DataRefused for a wrong one that the municipality declared: whoever wrote it has to know.
    """
    kept = {path.stem: path for path in _shelf(home).paths()}
    paths = {path.stem: path for folder in home.declared("questions") for path in sorted(folder.glob("*.toml"))}
    declared = [path for stem, path in paths.items() if stem not in kept]
    found = each(declared, _kept, strict=True) + each(kept.values(), _kept, strict=strict)
    return tuple(sorted(found, key=lambda item: (item.place, item.slug)))


@while_same
def _kept(path: Path) -> Question:
    return _question(read_toml(path), path.stem)


def _shelf(home: Home) -> Shelf:
    return Shelf(home.work / "questions")


def _question(table: Table, slug: str) -> Question:
    found = Question(
        slug=slug,
        title=table.take("title", str),
        answer=table.choice("answer", ANSWERS),
        indicators=table.texts("indicators", ()),
        programme=table.take("programme", str, ""),
        pilot=table.take("pilot", str, ""),
        split=table.take("split", str, ""),
        gemeente=table.take("gemeente", str, ""),
        area=table.take("area", str, ""),
        period=table.choice("period", PERIODS, "year"),
        place=table.take("place", int, LAST),
        who=table.take("who", str, ""),
        day=table.take("day", str, ""),
    )
    table.done()
    if objection := next(objections(found), ""):
        raise table.refuse(objection)
    return found


def objections(question: Question) -> Iterator[str]:
    """Why a question cannot be kept, in Dutch."""
    if not question.title.strip().endswith("?") or len(question.title) > LONGEST:
        yield f"Schrijf een vraag van hoogstens {LONGEST} tekens, met een vraagteken aan het eind."
    if question.answer not in ANSWERS or question.period not in PERIODS:
        yield "Kies waar het antwoord over gaat, en per welke periode."
    codes = (question.slug, question.programme, question.pilot, question.split, *question.indicators)
    if not all(map(_SLUG.fullmatch, codes)) or not all(map(_AREA.fullmatch, (question.gemeente, question.area))):
        yield "Een maat, programma, pilot of gebied bestaat niet. Kies ze uit de lijst."
    yield from _lacks(question)
    yield from text_objections(question.title)


def _lacks(question: Question) -> Iterator[str]:
    """What a kind of answer needs and the question does not name."""
    if question.answer == "effect":
        if not (question.pilot or question.programme):
            yield "Kies van welke pilot of van welk programma de uitkomst wordt gevraagd."
        return
    if not question.indicators:
        yield "Kies de maat die het antwoord geeft."
    if question.answer == "places" and len(question.indicators) != PAIR:
        yield "Kies twee maten: eerst die van de inzet, dan die van de uitkomst."
    if question.answer == "parts" and not question.split:
        yield "Kies naar welke groepen het wordt verdeeld."


def keep(home: Home, question: Question) -> str:
    """Write a question of the page; its name. Problem when it cannot be kept so."""
    if objection := next(objections(question), ""):
        raise Problem(objection)
    name = question.slug or _shelf(home).free_name("vraag", question.title)
    told = {
        "title": question.title.strip(), "answer": question.answer, "indicators": list(question.indicators),
        "programme": question.programme, "pilot": question.pilot, "split": question.split,
        "gemeente": question.gemeente, "area": question.area, "period": question.period, "who": question.who,
        "day": question.day,
    }  # fmt: skip
    _shelf(home).write(name, told)
    return name


def remove(home: Home, name: str) -> None:
    """Take a question of the page away."""
    _shelf(home).remove(name)
