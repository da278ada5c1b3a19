"""The answer to every question, from the public figures of a gemeente and the region."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from voorkant.charts.description import Description
from voorkant.cube.reader import REGIO
from voorkant.declare.questionfile import Question
from voorkant.domain.area import LAND_CODE, REGIO_CODE, Level
from voorkant.domain.period import PeriodType
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report import council, councilparts
from voorkant.report.council import Answer, Picture
from voorkant.report.councilparts import FEWEST, Part, Place, Setting
from voorkant.report.figure import Figure, event
from voorkant.report.pilot import Pilot
from voorkant.report.rows import Cell, Happening, Header, numbered, rows
from voorkant.text.council import NO_FIGURE, NO_INDICATOR, NO_PILOT
from voorkant.ui import cache, choices, own
from voorkant.ui.events import register
from voorkant.ui.panels import answers
from voorkant.ui.pilots import read

Figures = Mapping[str, Figure]
OF_FIGURES = ("trend", "level", "compare")
FAMILY = "gezin"
PLACE_TYPES = (PeriodType.THREE_YEARS, PeriodType.YEAR)


def asked(question: Question, chosen: Selection) -> Selection:
    """What a question is about: public, of its own area and period, whatever the sidebar says."""
    area = question.area or chosen.gemeente
    level = Level.GEMEENTE if area == chosen.gemeente else Level.WIJK
    return replace(
        chosen, area=area, level=level, programme=question.programme, period_type=question.period, first="", last="",
        protection=Protection.OPENBAAR,
    )  # fmt: skip


def all_of(questions: Iterable[Question], chosen: Selection) -> dict[str, Answer]:
    """By slug; questions about the same programme, area and period share their reading."""
    together: dict[Selection, list[Question]] = {}
    for question in questions:
        together.setdefault(asked(question, chosen), []).append(question)
    found: dict[str, Answer] = {}
    for wanted, group in together.items():
        slugs = sorted({slug for item in group if item.answer in OF_FIGURES for slug in item.indicators[:1]})
        figures = answers.figures(wanted, slugs) if slugs else {}
        found |= {question.slug: _answer(question, wanted, figures) for question in group}
    return found


def _answer(question: Question, wanted: Selection, figures: Figures) -> Answer:
    if question.answer == "effect":
        return _effect(question, wanted)
    slug = question.indicators[-1]
    header = answers.headers(wanted, [slug]).get(slug)
    if header is None:
        return council.nothing(NO_INDICATOR.format(slug=slug))
    match question.answer:
        case "parts":
            return _parts(question, wanted, header)
        case "places":
            return _places(question, wanted, header)
    found = figures.get(question.indicators[0])
    if found is None:
        return council.nothing(NO_FIGURE.format(source=header.source_text))
    alone = [item for item in found.happenings if item.concerns(found.header.slug)]  # numbered as one chart
    found = replace(found, happenings=alone)
    return council.figure(found, question.answer, _wider(found, wanted) if question.answer == "compare" else None)


def _wider(own: Figure, wanted: Selection) -> Figure | None:
    """The same measure of the region, or of the country where the region has no value in the newest period."""
    firm = own.firm
    if firm is None or not choices.has_region():
        return None
    asked_of = {"indicators": [own.header.slug], "programme": wanted.programme, "period_type": wanted.period_type}
    for area in (REGIO_CODE, LAND_CODE):
        cells = rows(cache.rows(REGIO, Protection.OPENBAAR, "figure", area=area, last="", **asked_of), Cell)
        if any(cell.period == firm.new.period and cell.value is not None for cell in cells):
            return replace(own, place=_name(area), cells=cells, finding=None)
    return None


def _name(area: str) -> str:
    if area == REGIO_CODE:
        return "de regio"
    [found] = cache.rows(REGIO, Protection.OPENBAAR, "place", area=area).named()
    return str(found["name"])


def _ask(wanted: Selection, panel: str, kind: type[Any], **params: Any) -> list[Any]:
    return rows(cache.rows(wanted.gemeente, wanted.protection, panel, programme=wanted.programme, **params), kind)


def _setting(wanted: Selection, header: Header) -> Setting:
    return Setting(header, answers.place_name(wanted), answers.publication(wanted))


def _parts(question: Question, wanted: Selection, header: Header) -> Answer:
    found = _ask(
        wanted, "answer_parts", Part, indicator=header.slug, area=wanted.area, period_type=wanted.period_type,
        dimension=question.split,
    )  # fmt: skip
    return councilparts.parts(found, _setting(wanted, header))


def _places(question: Question, wanted: Selection, header: Header) -> Answer:
    front, back = question.indicators
    found = _ask(wanted, "answer_places", Place, front=front, back=back, period_types=list(PLACE_TYPES), fewest=FEWEST)
    return councilparts.places(found, _setting(wanted, header))


def _effect(question: Question, wanted: Selection) -> Answer:
    slug = _pilot(question, read.own(wanted))
    found = read.public(replace(wanted, pilot=slug)) if slug else None
    if found is None:
        return council.nothing(NO_PILOT)
    made = council.pilot(found, read.places(found))
    return replace(made, picture=_with_events(made.picture, found, wanted))


def _with_events(picture: Picture | None, of: Pilot, wanted: Selection) -> Picture | None:
    """The chart with what happened in its time in one of the gemeenten of the pilot, or wider."""
    if not isinstance(picture, Description):
        return picture
    areas, slugs = [*of.declared.gemeenten.split(","), REGIO_CODE, LAND_CODE], [of.declared.indicator]
    delivered = rows(cache.rows(wanted.gemeente, wanted.protection, "figure_events"), Happening)
    about = register.Wanted(slugs, areas, picture.first, picture.last)
    found = numbered(register.happenings(delivered, wanted.protection, about), picture.first, picture.last)
    out = own.left_out()
    return replace(picture, events=tuple(event(item, n, shown=item.code not in out) for n, item in found))


def _pilot(question: Question, there: Sequence[Pilot]) -> str:
    """The one that is named; else that of the programme which has most to say. Empty where there is none."""
    if question.pilot:
        return question.pilot if any(item.declared.slug == question.pilot for item in there) else ""
    found = [item for item in there if item.declared.programme == question.programme and item.declared.unit != FAMILY]
    found.sort(key=lambda item: (item.judged is None, bool(item.now.refusals), item.is_draft))
    return found[0].declared.slug if found else ""
