"""Drafts of council memos: one TOML each in `work/drafts/<user>/`, with all that was chosen and written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from voorkant.declare.home import Home
from voorkant.declare.keptfile import Shelf, text_objections
from voorkant.declare.strict import Table, read_toml
from voorkant.declare.tomltext import to_toml
from voorkant.declare.userfolder import Folders, Owner
from voorkant.domain.period import Period, parse_period
from voorkant.domain.problem import Problem

KINDS = {
    "raadsbrief": "Raadsinformatiebrief",
    "bijlage": "Bijlage bij een collegevoorstel",
    "evaluatie": "Evaluatie van een pilot",
    "halfjaar": "Halfjaarrapportage",
}
"""What a memo can be, with its name on paper."""
SECTIONS = (
    "aanleiding", "kern", "inzet", "uitkomst", "vergelijking", "pilots", "vragen", "verhalen", "onbekend", "nodig",
    "vervolg", "tabellen", "verantwoording",
)  # fmt: skip
"""All parts of a memo, in the order in which they are offered."""
ALWAYS = "verantwoording"
"""The part that no memo can do without: sources, protection, and what was changed by hand."""
ORDERS = {
    "raadsbrief": (
        "kern", "aanleiding", "inzet", "uitkomst", "vergelijking", "pilots", "verhalen", "onbekend", "nodig", "vervolg",
        "verantwoording", "tabellen",
    ),
    "bijlage": (
        "kern", "inzet", "uitkomst", "vergelijking", "pilots", "onbekend", "nodig", "verantwoording", "tabellen",
    ),
    "evaluatie": (
        "kern", "aanleiding", "pilots", "inzet", "uitkomst", "verhalen", "onbekend", "nodig", "vervolg",
        "verantwoording", "tabellen",
    ),
    "halfjaar": (
        "kern", "inzet", "uitkomst", "vergelijking", "pilots", "vragen", "verhalen", "onbekend", "vervolg",
        "verantwoording", "tabellen",
    ),
}  # fmt: skip
"""What each kind starts with; the author ticks and moves."""
LONGEST_TITLE, LONGEST_TEXT, MOST_MEASURES = 160, 4000, 8
CHOICES = {
    "title": "titel", "period": "nieuwste periode", "since": "eerste periode", "measures": "maten", "pilots": "pilots",
    "questions": "vragen", "stories": "verhalen", "compare": "naast de regio of het land",
    "concept": "het woord CONCEPT", "editable": "grafieken in Word",
}  # fmt: skip
"""What is chosen of a draft in one go, with its words."""
_SLUG = re.compile(r"[a-z0-9_-]{1,80}")
_MEASURE = re.compile(r"[a-z0-9_-]{0,80}:[a-z0-9_-]{1,80}")
_GEMEENTE = re.compile(r"GM\d{4}")


@dataclass(frozen=True)
class Text:
    """What the author wrote in the place of a proposal; `proposal` stands for what was proposed then."""

    key: str
    text: str
    proposal: str = ""


@dataclass(frozen=True)
class Draft:
    """A memo that is being made. `measures`: `programma:maat`; `order`: the parts that are in, in their order."""

    name: str
    title: str
    kind: str
    gemeente: str
    period: str  # code of the newest period; its kind says by what the figures are divided
    since: str = ""  # code of the first period; empty = from the beginning
    measures: tuple[str, ...] = ()
    compare: bool = True
    pilots: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    texts: tuple[Text, ...] = ()
    concept: bool = True
    editable: bool = False  # charts in the Word document that can be edited, in place of pictures
    day: str = ""

    @property
    def asked(self) -> Period:
        """ValueError for a code that is none."""
        return parse_period(self.period)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """(programme, measure) of what was chosen, in order."""
        return [(programme, slug) for programme, _, slug in (item.partition(":") for item in self.measures)]

    def text(self, key: str) -> Text | None:
        return next((item for item in self.texts if item.key == key), None)

    def with_text(self, key: str, text: str, proposal: str) -> "Draft":
        """The same with other words in one place; the proposal itself is kept as no text at all."""
        others = tuple(item for item in self.texts if item.key != key)
        return replace(self, texts=others if text.strip() in ("", proposal) else (*others, Text(key, text, proposal)))


def folders(home: Home) -> Folders:
    """Whose drafts stand where; nobody is led to those of another."""
    return Folders(home.work / "drafts")


def read_drafts(home: Home, owner: Owner) -> dict[str, Draft]:
    """By name. DataRefused for a damaged file."""
    return drafts_in(Shelf(folders(home).read(owner)))


def drafts_in(shelf: Shelf) -> dict[str, Draft]:
    return {path.stem: read_draft(read_toml(path), path.stem) for path in shelf.paths()}


def read_draft(table: Table, name: str) -> Draft:
    """The draft of a table. DataRefused with what is wrong."""
    found = Draft(
        name=name,
        title=table.take("title", str),
        kind=table.choice("kind", KINDS),
        gemeente=table.take("gemeente", str),
        period=table.take("period", str),
        since=table.take("since", str, ""),
        measures=table.texts("measures", ()),
        compare=table.take("compare", bool, True),
        pilots=table.texts("pilots", ()),
        questions=table.texts("questions", ()),
        stories=table.texts("stories", ()),
        order=table.texts("order", ()),
        texts=tuple(_text(item) for item in table.tables("texts")),
        concept=table.take("concept", bool, True),
        editable=table.take("editable", bool, False),
        day=table.take("day", str, ""),
    )
    table.done(objections(found))
    return found


def _text(table: Table) -> Text:
    found = Text(table.take("key", str), table.take("text", str), table.take("proposal", str, ""))
    table.done()
    return found


def objections(draft: Draft) -> Iterator[str]:
    """Why a draft cannot be kept, in Dutch."""
    if not draft.title.strip() or len(draft.title) > LONGEST_TITLE:
        yield f"Geef de brief een titel van hoogstens {LONGEST_TITLE} tekens."
    if draft.kind not in KINDS or not _GEMEENTE.fullmatch(draft.gemeente):
        yield "Kies een gemeente en een soort stuk."
    yield from _periods(draft.period, draft.since)
    if not all(map(_MEASURE.fullmatch, draft.measures)) or len(draft.measures) > MOST_MEASURES:
        yield f"Kies hoogstens {MOST_MEASURES} maten uit de lijst."
    if not all(map(_SLUG.fullmatch, (*draft.pilots, *draft.questions, *draft.stories))):
        yield "Een pilot, vraag of verhaal bestaat niet. Kies ze uit de lijst."
    if set(draft.order) - set(SECTIONS) or len(set(draft.order)) < len(draft.order):
        yield f"Een onderdeel bestaat niet of staat er twee keer. Er zijn: {', '.join(SECTIONS)}."
    if any(len(item.text) > LONGEST_TEXT for item in draft.texts):
        yield f"Houd elke tekst korter dan {LONGEST_TEXT} tekens."
    yield from text_objections(draft.title, *(item.text for item in draft.texts))


def _periods(last: str, first: str) -> Iterator[str]:
    try:
        end = parse_period(last)
        begin = parse_period(first) if first else end
    except ValueError as error:
        yield f"{error}."
        return
    if begin.type is not end.type or begin.start > end.start:
        yield "De eerste periode ligt na de laatste, of is van een andere soort. Kies een andere eerste periode."


def keep(home: Home, owner: Owner, draft: Draft) -> str:
    """Write a draft, or replace it; its name. Problem when it cannot be kept so."""
    if objection := next(objections(draft), ""):
        raise Problem(objection)
    kept = Shelf(folders(home).write(owner))
    name = draft.name or kept.free_name("brief", draft.title)
    kept.write(name, _values(draft))
    return name


def as_toml(draft: Draft) -> str:
    """The same text as in its file: what `read_draft` reads back."""
    return to_toml(_values(draft)) + "\n"


def _values(draft: Draft) -> dict[str, object]:
    told: dict[str, object] = {
        "title": draft.title.strip(), "kind": draft.kind, "gemeente": draft.gemeente, "period": draft.period,
        "since": draft.since, "measures": list(draft.measures), "compare": draft.compare, "pilots": list(draft.pilots),
        "questions": list(draft.questions), "stories": list(draft.stories), "order": list(draft.order),
        "concept": draft.concept, "editable": draft.editable, "day": draft.day,
    }  # fmt: skip
    if draft.texts:
        told["texts"] = [{"key": item.key, "text": item.text, "proposal": item.proposal} for item in draft.texts]
    return told


def remove(home: Home, owner: Owner, name: str) -> None:
    Shelf(folders(home).write(owner)).remove(name)


def differing(draft: Draft, other: Draft) -> list[str]:
    """Which of the choices are not the same in both."""
    return [name for name in CHOICES if getattr(draft, name) != getattr(other, name)]


def moved(order: Sequence[str], key: str, places: int) -> tuple[str, ...]:
    """The order with one part so many places further on; at an end it stays, and what is not in it does not come in."""
    if key not in order:
        return tuple(order)
    rest = [item for item in order if item != key]
    place = min(max(order.index(key) + places, 0), len(rest))
    return (*rest[:place], key, *rest[place:])
