"""The parts of a memo, each from what was gathered: proposals that its author may change, and fixed words."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from voorkant.charts.description import Description
from voorkant.declare.memofile import KINDS, Draft
from voorkant.declare.storyfile import TELLERS
from voorkant.report.council import Answer
from voorkant.report.memo.description import Block, Heading, Shown, Words
from voorkant.report.memo.gather import Gathered, Measure
from voorkant.report.pilot import Pilot
from voorkant.text import memo as words
from voorkant.text import periods
from voorkant.text.also import also_words, watched_words
from voorkant.text.pilotchecks import check_words, mark
from voorkant.text.pilotstory import refused, story


def digest(text: str) -> str:
    """What stands for a proposal beside what was written in its place."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def said(draft: Draft, key: str, proposal: str, *, look: str = "gewoon", note: str = "") -> Words:
    """A proposal, or what its author wrote in its place while the same was proposed."""
    found = draft.text(key)
    if found is None:
        return Words(key, proposal, proposal, look, note=note)
    if proposal and found.proposal != digest(proposal):
        return Words(key, proposal, proposal, look, note=note, stale=found.text)
    return Words(key, found.text, proposal, look, note=note)


def fixed(key: str, text: str, *, look: str = "gewoon", note: str = "") -> Words:
    return Words(key, text, text, look, fixed=True, note=note)


def aanleiding(of: Gathered) -> Iterator[Block]:
    period = periods.the(of.draft.period)
    yield said(of.draft, "aanleiding", words.opening(KINDS[of.draft.kind], of.place, period))


def kern(of: Gathered) -> Iterator[Block]:
    """What can be said in a line of each: verdicts as they are, and of a measure how sure it is."""
    for slug, answer in of.pilots:
        if answer and answer.pilot:
            yield fixed(f"kern:{slug}", f"{answer.pilot.declared.title}: {answer.label.words}.", look="punt")
    for item in of.measures:
        proposal = f"{item.title}: {item.answer.lines[0]} {item.answer.label.words}."
        yield said(of.draft, f"kern:{item.key}", proposal, look="punt")


def inzet(of: Gathered) -> Iterator[Block]:
    found = [item for item in of.measures if item.ladder == "inzet"]
    if found:
        yield fixed("inzet", words.ONLY_EFFORT)
    for item in found:
        yield from _measure(of, item)


def uitkomst(of: Gathered) -> Iterator[Block]:
    found = [item for item in of.measures if item.ladder != "inzet"]
    if found:
        yield fixed("uitkomst", words.ONLY_SEEN)
    for item in found:
        yield from _measure(of, item)


def _measure(of: Gathered, item: Measure) -> Iterator[Block]:
    yield Heading(item.title)
    note = (
        words.definition(item.header.definition, item.header.numerator_text, item.header.denominator_text)
        if item.header
        else ""
    )
    yield said(of.draft, item.key, item.answer.text, note=note)
    yield fixed(f"{item.key}:label", f"Hoe zeker: {_lower(item.answer)}.", look="klein")
    if item.figure and item.figure.cells[-1].period != of.draft.period:
        last = periods.the(item.figure.cells[-1].period)
        yield fixed(f"{item.key}:tot", words.short_of(periods.the(of.draft.period), last), look="klein")
    yield from _picture(item.answer)


def _lower(answer: Answer) -> str:
    label = answer.label.words
    return f"{label[:1].lower()}{label[1:]}"


def _picture(answer: Answer) -> Iterator[Block]:
    if answer.picture:
        yield Shown(answer.picture, answer.bars)


def vergelijking(of: Gathered) -> Iterator[Block]:
    for item in of.measures:
        if item.beside:
            yield Heading(item.title)
            yield said(of.draft, f"{item.key}:naast", item.beside.text)
            yield from _picture(_titled(item, of.place))
    if of.map:
        yield Heading(words.ON_THE_MAP)
        yield said(of.draft, "kaart", of.map.sentence)
        yield Shown(of.map)


def _titled(item: Measure, place: str) -> Answer:
    """The picture of a comparison, with a title that says with what."""
    picture = item.beside.picture if item.beside else None
    if not isinstance(picture, Description) or item.beside is None:
        return item.answer
    other = next((series.name for series in picture.series if series.name != place), "een ruimer gebied")
    return replace(item.beside, picture=replace(picture, title=f"{item.title}: {place} naast {other}"))


def pilots(of: Gathered) -> Iterator[Block]:
    for slug, answer in of.pilots:
        if answer is None or answer.pilot is None:
            yield Heading(slug)
            yield fixed(f"pilot:{slug}", words.NO_STATEMENT)
        else:
            yield from _pilot(answer, answer.pilot)


def _pilot(answer: Answer, found: Pilot) -> Iterator[Block]:
    """Its verdict verbatim, what led to it, and what stands beside it."""
    declared, at = found.declared, found.judged or found.now
    key = f"pilot:{declared.slug}"
    yield Heading(declared.title)
    yield fixed(f"{key}:vraag", f"De vraag van de pilot: {declared.question}")
    yield fixed(f"{key}:oordeel", f"Oordeel: {answer.label.words}.", look="oordeel")
    for number, line in enumerate(_lines(answer, found)):
        yield fixed(f"{key}:{number}", line)
    yield from _picture(answer)
    beside = [also_words(item, among=len(at.also)) for item in at.also]
    beside += [watched_words(item) for item in found.now.watched]
    checks = [check_words(item.name, item.state, item.value) for item in at.checks if mark(item.state)[0] == "!"]
    for name, lines in (("ook", beside), ("let-op", checks)):
        if lines:
            yield Heading({"ook": "Ook bekeken", "let-op": "Let op bij dit oordeel"}[name])
            yield from (fixed(f"{key}:{name}:{number}", line, look="punt") for number, line in enumerate(lines))


def _lines(answer: Answer, found: Pilot) -> tuple[str, ...]:
    """The whole story where there are figures, else the answer with every reason."""
    at = found.judged or found.now
    if at.figures is None:
        return (
            *answer.lines[:1],
            *(f"{why} {mend}" for why, mend in refused(at.refusals, at.text("antwoord"))[1:]),
            *answer.lines[1:],
        )
    told = story(at.figures, found.setting(at))
    return (*told, *(line for line in answer.lines if not any(line in known for known in told)))


def vragen(of: Gathered) -> Iterator[Block]:
    told = [item.answer for item in of.measures] + [answer for _, answer in of.pilots if answer]
    shown = {answer.picture.key for answer in told if answer.picture}
    for question, answer in of.questions:
        yield Heading(question.title)
        yield said(of.draft, f"vraag:{question.slug}", answer.text)
        yield fixed(f"vraag:{question.slug}:label", f"Hoe zeker: {_lower(answer)}.", look="klein")
        if answer.picture and answer.picture.key not in shown:
            yield from _picture(answer)


def verhalen(of: Gathered) -> Iterator[Block]:
    if of.stories:
        yield fixed("verhalen", words.APART)
    for item in of.stories:
        told = f"{TELLERS[item.teller].capitalize()}, {periods.day(item.told)}"
        yield fixed(f"verhaal:{item.id}", f"{item.text}\n{told}", look="verhaal")


def onbekend(of: Gathered) -> Iterator[Block]:
    answers = [item.answer for item in of.measures] + [answer for _, answer in of.pilots if answer]
    answers += [answer for _, answer in of.questions]
    yield from _points(of, "onbekend", (line for answer in answers for line in answer.unknown))


def nodig(of: Gathered) -> Iterator[Block]:
    """What is lacking for an answer, by what lacks it."""
    yield from _points(of, "nodig", _needs(of))


def _needs(of: Gathered) -> Iterator[str]:
    for _, answer in of.pilots:
        at = answer.pilot.now if answer and answer.pilot else None
        yield from (mend for _, mend in refused(at.refusals, at.text("antwoord"))) if at else ()
    for item in of.measures:
        if item.answer.figure is None:
            yield f"{item.title}: {item.answer.text}"
    if any(item.ladder == "uitkomst" for item in of.measures) and not of.pilots:
        yield words.MORE_UNITS


def _points(of: Gathered, key: str, lines: Iterable[str]) -> Iterator[Block]:
    found = list(dict.fromkeys(lines))
    yield from (said(of.draft, f"{key}:{digest(line)}", line, look="punt") for line in found)


def vervolg(of: Gathered) -> Iterator[Block]:
    """The author's own words: nothing is proposed."""
    yield said(of.draft, "vervolg", "")
