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
from voorkant.report import asking, council, councilparts
from voorkant.report.asking import Asker, Wanted
from voorkant.report.bands import Band
from voorkant.report.council import Answer, Picture
from voorkant.report.councilparts import FEWEST, Part, Place, Setting
from voorkant.report.figure import Figure, event
from voorkant.report.pilot import Declaration, Estimate, Pilot, pilots
from voorkant.report.rows import Cell, Happening, Header, numbered, rows
from voorkant.text.council import NO_FIGURE, NO_INDICATOR, NO_PILOT

Figures = Mapping[str, Figure]
OF_FIGURES = ("trend", "level", "compare")
FAMILY = "gezin"
PLACE_TYPES = (PeriodType.THREE_YEARS, PeriodType.YEAR)
HEADS = ("oordeel", "weigering")
"""What it takes to choose among the pilots of a programme."""


def asked(question: Question, chosen: Selection) -> Selection:
    """What a question is about: public, of its own area and period, whatever the sidebar says."""
    area = question.area or chosen.gemeente
    level = Level.GEMEENTE if area == chosen.gemeente else Level.WIJK
    return replace(
        chosen, area=area, level=level, programme=question.programme, period_type=question.period, first="", last="",
        protection=Protection.OPENBAAR,
    )  # fmt: skip


def all_of(asker: Asker, questions: Iterable[Question], chosen: Selection) -> dict[str, Answer]:
    """By slug; questions about the same programme, area and period share their reading."""
    together: dict[Selection, list[Question]] = {}
    for question in questions:
        together.setdefault(asked(question, chosen), []).append(question)
    slugs = {wanted: _slugs(group) for wanted, group in together.items()}
    figures = asking.figures_of(asker, slugs)
    return {
        question.slug: _answer(asker, question, wanted, figures[wanted])
        for wanted, group in together.items()
        for question in group
    }


def _slugs(questions: Iterable[Question]) -> list[str]:
    return sorted({item.indicators[0] for item in questions if item.answer in OF_FIGURES})


def _answer(asker: Asker, question: Question, wanted: Selection, figures: Figures) -> Answer:
    if question.answer == "effect":
        return _effect(asker, question, wanted)
    slug = question.indicators[-1]
    header = asking.headers(asker, wanted, [slug]).get(slug)
    if header is None:
        return council.nothing(NO_INDICATOR.format(slug=slug))
    match question.answer:
        case "parts":
            return _parts(asker, question, wanted, header)
        case "places":
            return _places(asker, question, wanted, header)
    slug = question.indicators[0]
    if slug not in figures:
        return council.nothing(NO_FIGURE.format(source=header.source_text))
    return of_figure(asker, figures, slug, question.answer, wanted)


def of_figure(asker: Asker, figures: Figures, slug: str, answer: str, wanted: Selection) -> Answer:
    """The answer of one of the measures of a selection: its course or height, or beside a wider area."""
    found = figures[slug]
    alone = [item for item in found.happenings if item.concerns(found.header.slug)]  # numbered as one chart
    found = replace(found, happenings=alone)
    return council.figure(found, answer, wider(asker, found, wanted, list(figures)) if answer == "compare" else None)


def wider(asker: Asker, own: Figure, wanted: Selection, slugs: Sequence[str]) -> Figure | None:
    """The same measure of the region, or of the country where the region has no value in the newest period.

    `slugs`: all measures that are asked with it. Each question takes time, and of the next the answer is there.
    """
    firm = own.firm
    if firm is None or not asker.has_region:
        return None
    around = [cell for cell in _around(asker, wanted, slugs) if cell.indicator == own.header.slug]
    for area in (REGIO_CODE, LAND_CODE):
        cells = [cell for cell in around if cell.area == area and cell.period >= wanted.first]
        if any(cell.period == firm.new.period and cell.value is not None for cell in cells):
            return replace(own, place=_name(asker, area), cells=cells, finding=None)
    return None


def _around(asker: Asker, wanted: Selection, slugs: Sequence[str]) -> list[Cell]:
    about = {"programmes": [wanted.programme], "period_type": wanted.period_type, "last": wanted.last}
    areas = [REGIO_CODE, LAND_CODE]
    return rows(asker.rows(REGIO, Protection.OPENBAAR, "figure", indicators=slugs, areas=areas, **about), Cell)


def _name(asker: Asker, area: str) -> str:
    if area == REGIO_CODE:
        return "de regio"
    [found] = asker.rows(REGIO, Protection.OPENBAAR, "place", area=area).named()
    return str(found["name"])


def _ask(asker: Asker, wanted: Selection, panel: str, kind: type[Any], **params: Any) -> list[Any]:
    return asker.of(wanted, panel, kind, programme=wanted.programme, **params)


def _setting(asker: Asker, wanted: Selection, header: Header) -> Setting:
    return Setting(header, asking.place_name(asker, wanted), asking.publication(asker, wanted))


def _parts(asker: Asker, question: Question, wanted: Selection, header: Header) -> Answer:
    found = _ask(
        asker, wanted, "answer_parts", Part, indicator=header.slug, area=wanted.area, period_type=wanted.period_type,
        dimension=question.split,
    )  # fmt: skip
    if not found:
        about = {
            "indicators": [header.slug],
            "area": wanted.area,
            "types": [wanted.period_type],
            "dimensions": [question.split],
        }
        every = [asker.of(wanted, "route_bands", Band, programme=of, **about) for of in {"", wanted.programme}]
        return councilparts.lacking([item for bands in every for item in bands], header, question.split)
    return councilparts.parts(found, _setting(asker, wanted, header))


def _places(asker: Asker, question: Question, wanted: Selection, header: Header) -> Answer:
    front, back = question.indicators
    about = {"front": front, "back": back, "period_types": list(PLACE_TYPES), "fewest": FEWEST}
    found = _ask(asker, wanted, "answer_places", Place, **about)
    wijken = asker.rows(wanted.gemeente, wanted.protection, "options_areas", level=Level.WIJK).values
    return councilparts.places(found, _setting(asker, wanted, header), len(wijken))


def _effect(asker: Asker, question: Question, wanted: Selection) -> Answer:
    slug = _pilot(question, read_pilots(asker, wanted.gemeente, [], HEADS))
    found = one_pilot(asker, wanted, slug) if slug else None
    return of_pilot(asker, found, wanted) if found else council.nothing(NO_PILOT)


def of_pilot(asker: Asker, found: Pilot, wanted: Selection) -> Answer:
    """What may be said of a pilot, with the events of its time in its chart."""
    made = council.pilot(found, _places_of(asker, found))
    return replace(made, picture=_with_events(asker, made.picture, found, wanted))


def read_pilots(asker: Asker, scope: str, slugs: Sequence[str], names: Sequence[str]) -> list[Pilot]:
    """The pilots of a public cube: all where no slug is named, with only the estimates of these names."""
    declared = rows(asker.rows(scope, Protection.OPENBAAR, "pilots", slugs=list(slugs)), Declaration)
    about = {"slugs": list(slugs), "names": list(names)}
    return pilots(declared, rows(asker.rows(scope, Protection.OPENBAAR, "pilot_estimates", **about), Estimate))


def one_pilot(asker: Asker, wanted: Selection, slug: str) -> Pilot | None:
    """From the gemeente's cube, else from that of the region; None where neither has it."""
    found = read_pilots(asker, wanted.gemeente, [slug], ())
    if not found and asker.has_region:
        found = read_pilots(asker, REGIO, [slug], ())
    return found[0] if found else None


def _places_of(asker: Asker, pilot: Pilot) -> str:
    """The names of its gemeenten; a code where the publication does not know the name."""
    found = asker.rows(REGIO, Protection.OPENBAAR, "options_gemeenten").named() if asker.has_region else []
    known = {row["code"]: row["name"] for row in found}
    return ", ".join(known.get(code, code) for code in pilot.declared.gemeenten.split(","))


def _with_events(asker: Asker, picture: Picture | None, of: Pilot, wanted: Selection) -> Picture | None:
    """The chart with what happened in its time in one of the gemeenten of the pilot, or wider."""
    if not isinstance(picture, Description):
        return picture
    areas, slugs = [*of.declared.gemeenten.split(","), REGIO_CODE, LAND_CODE], [of.declared.indicator]
    about = Wanted(slugs, areas, picture.first, picture.last)
    delivered = asker.of(wanted, "figure_events", Happening)
    found = numbered(asking.together(asker.home(), delivered, wanted.protection, about), picture.first, picture.last)
    out = asker.left_out()
    return replace(picture, events=tuple(event(item, n, shown=item.code not in out) for n, item in found))


def _pilot(question: Question, there: Sequence[Pilot]) -> str:
    """The one that is named; else that of the programme which has most to say. Empty where there is none."""
    if question.pilot:
        return question.pilot if any(item.declared.slug == question.pilot for item in there) else ""
    found = [item for item in there if item.declared.programme == question.programme and item.declared.unit != FAMILY]
    found.sort(key=lambda item: (item.judged is None, bool(item.now.refusals), item.is_draft))
    return found[0].declared.slug if found else ""
