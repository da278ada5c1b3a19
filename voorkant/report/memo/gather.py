"""All that a memo needs of a publication, asked once: answers on measures, pilots and questions, and the stories."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from voorkant.charts.areamap import MapPlot
from voorkant.declare.memofile import Draft
from voorkant.declare.questionfile import Question, read_questions
from voorkant.declare.storyfile import Story, read_stories
from voorkant.domain.area import Level
from voorkant.domain.period import PeriodType
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report import answering, asking, council
from voorkant.report.answering import Figures
from voorkant.report.asking import Asker
from voorkant.report.council import Answer
from voorkant.report.figure import Figure
from voorkant.report.memo.maps import region_map
from voorkant.report.rows import Header, Publication
from voorkant.text import periods
from voorkant.text.council import NO_INDICATOR
from voorkant.text.memo import NO_FIGURE_THEN


@dataclass(frozen=True)
class Measure:
    """A measure with what can be said of it; `beside`: the same next to a wider area. No header: it is gone."""

    key: str
    header: Header | None
    answer: Answer
    figure: Figure | None = None
    beside: Answer | None = None

    @property
    def title(self) -> str:
        return self.header.title if self.header else self.key.partition(":")[2]

    @property
    def ladder(self) -> str:
        return self.header.ladder if self.header else "uitkomst"


@dataclass(frozen=True)
class Gathered:
    """What a publication has to say on a draft."""

    draft: Draft
    place: str
    publication: Publication
    made: str
    measures: tuple[Measure, ...]
    pilots: tuple[tuple[str, Answer | None], ...]
    questions: tuple[tuple[Question, Answer], ...]
    stories: tuple[Story, ...]
    map: MapPlot | None
    gone: Mapping[str, str]  # what the draft names that is not there any more, and what that was


def gather(asker: Asker, draft: Draft) -> Gathered:
    """Everything public, whatever its author may see. DataRefused where there is no publication."""
    chosen = selection(draft)
    about = asker.about(chosen.gemeente, chosen.protection)
    known = {item.slug: item for item in read_questions(asker.home()) if item.gemeente in ("", draft.gemeente)}
    asked = [known[slug] for slug in draft.questions if slug in known]
    answers = answering.all_of(asker, asked, chosen)
    told = {item.id: item for item in read_stories(asker.home()) if item.public and item.gemeente == draft.gemeente}
    measures = tuple(_measures(asker, draft, chosen))
    gone = {slug: f"de vraag ‘{slug}’" for slug in draft.questions if slug not in known}
    gone |= {name: "een verhaal" for name in draft.stories if name not in told}  # its file says who told it, and when
    return Gathered(
        draft=draft,
        place=asking.place_name(asker, chosen),
        publication=asking.publication(asker, chosen),
        made=about.get("made_at", ""),
        measures=measures,
        pilots=tuple((slug, _pilot(asker, chosen, slug)) for slug in draft.pilots),
        questions=tuple((item, answers[item.slug]) for item in asked),
        stories=tuple(told[name] for name in draft.stories if name in told),
        map=_map(asker, draft, measures) if draft.compare else None,
        gone=gone,
    )


def _map(asker: Asker, draft: Draft, measures: Sequence[Measure]) -> MapPlot | None:
    """Of the first outcome that was chosen."""
    outcome = next((item for item in measures if item.header and item.header.ladder == "uitkomst"), None)
    if outcome is None or outcome.header is None:
        return None
    programme = outcome.key.partition(":")[0]
    return region_map(asker, outcome.header, programme, draft.gemeente, draft.asked.end.year)


def selection(draft: Draft) -> Selection:
    """The gemeente as a whole, in public, over the time of the draft."""
    return Selection(
        gemeente=draft.gemeente, area=draft.gemeente, level=Level.GEMEENTE, period_type=draft.asked.type,
        programme="", inzet="", uitkomst="", first=draft.since, last=draft.period, protection=Protection.OPENBAAR,
    )  # fmt: skip


def _measures(asker: Asker, draft: Draft, chosen: Selection) -> list[Measure]:
    """In the order of the draft; those of one programme share their reading."""
    found: dict[str, Measure] = {}
    for programme in dict.fromkeys(programme for programme, _ in draft.pairs):
        slugs = [slug for own, slug in draft.pairs if own == programme]
        wanted = replace(chosen, programme=programme)
        found |= {
            f"{programme}:{slug}": item for slug, item in _of(asker, slugs, wanted, compare=draft.compare).items()
        }
    return [found[key] for key in draft.measures]


def _of(asker: Asker, slugs: Sequence[str], wanted: Selection, *, compare: bool) -> dict[str, Measure]:
    figures = asking.figures(asker, wanted, slugs)
    headers = asking.headers(asker, wanted, slugs)
    return {slug: _measure(asker, slug, (headers.get(slug), figures), wanted, compare=compare) for slug in slugs}


def _measure(
    asker: Asker, slug: str, found: tuple[Header | None, Figures], wanted: Selection, *, compare: bool
) -> Measure:
    """`found`: its header, and the figures of all measures that are asked with it."""
    header, figures = found
    key = f"{wanted.programme}:{slug}"
    if header is None:
        return Measure(key, None, council.nothing(NO_INDICATOR.format(slug=slug)))
    if slug not in figures:
        said = NO_FIGURE_THEN.format(
            kind=periods.TYPES[PeriodType(wanted.period_type)],
            period=periods.period(wanted.last),
            source=header.source_text,
        )
        return Measure(key, header, council.nothing(said))
    answer = answering.of_figure(asker, figures, slug, "trend", wanted)
    beside = None
    if compare and header.ladder != "inzet" and answering.wider(asker, figures[slug], wanted, list(figures)):
        beside = answering.of_figure(asker, figures, slug, "compare", wanted)
    return Measure(key, header, answer, figures[slug], beside)


def _pilot(asker: Asker, chosen: Selection, slug: str) -> Answer | None:
    found = answering.one_pilot(asker, chosen, slug)
    return answering.of_pilot(asker, found, chosen) if found else None
