"""The spread of a programme: a bar per place, from its start to its stop, on one time axis."""

from collections.abc import Iterator
from html import escape

from voorkant.cube.reader import panel_sql
from voorkant.report.figure import event
from voorkant.report.rollout import Bar, Line, Spread, Stretch, axis_of, spread
from voorkant.report.rows import numbered
from voorkant.text import rollout as words
from voorkant.ui import own
from voorkant.ui.alone import alone
from voorkant.ui.panels import answers, events, figure, inside
from voorkant.ui.rollout.asked import Asked, delivered


@alone
def show(of: Asked) -> None:
    """Picture, sentence and account."""
    stretches = of.ask_rollout("rollout_places", Stretch, until=of.until)
    axis = axis_of(stretches, of.until)
    found = numbered(answers.happenings(of.chosen, [], axis.first, axis.last), axis.first, axis.last)
    out = own.left_out()
    marks = [event(item, number, shown=item.code not in out) for number, item in found]
    picture = spread(of.programme, stretches, place=of.place, until=of.until, events=marks)
    told = picture.told
    figure.picture(told, "".join(_picture(picture)))
    events.row(found)
    queries = {"Wat dit beeld uit de publicatie leest": panel_sql("rollout_places")}
    files = inside.files(told, of.chosen)
    about = figure.Account(f"Uitrol van {of.programme.title}", "inzet", delivered(of), queries, told.title, files)
    figure.explain(told, about, of.chosen)


def _picture(of: Spread) -> Iterator[str]:
    """A list of places; its words stand in the text, so that it reads without its bars."""
    yield '<div class="vk-spread">'
    yield f'<div class="vk-spread-years" aria-hidden="true"><span></span><div>{"".join(_years(of))}</div></div>'
    lines = "".join(f'<u style="left:{of.axis.part(mark.start)}%"></u>' for mark in of.told.marked)
    yield f'<ul class="vk-spread-places">{"".join(_place(line, lines) for line in of.begun)}</ul>'
    if of.told.marked:
        yield f'<div class="vk-spread-events" aria-hidden="true"><span></span><div>{"".join(_marks(of))}</div></div>'
    if of.waiting:
        names = "".join(f"<li>{escape(line.name)} <small>{escape(_more(line))}</small></li>" for line in of.waiting)
        yield f'<p class="vk-spread-waiting">Nog niet gestart ({len(of.waiting)})</p>'
        yield f'<ul class="vk-spread-names">{names}</ul>'
    yield "</div>"


def _years(of: Spread) -> Iterator[str]:
    for left, year in of.axis.years:
        yield f'<i style="left:{left}%">{year}</i>'


def _marks(of: Spread) -> Iterator[str]:
    for mark in of.told.marked:
        yield f'<b style="--at:{of.axis.part(mark.start)}%">{mark.number}</b>'


def _place(line: Line, events: str) -> str:
    bars = "".join(map(_bar, line.bars))
    return (
        f"<li><div>{escape(line.name)}<small>{escape(line.when)}</small></div>"
        f'<div class="vk-track" aria-hidden="true">{events}{bars}</div></li>'
    )


def _bar(bar: Bar) -> str:
    place = f"left:{bar.left}%;width:{bar.width}%"
    return f'<span class="vk-hours-{bar.shade}" style="{place}"><i>{escape(bar.hours)}</i></span>'


def _more(line: Line) -> str:
    """What there is to say of a place that has not begun beside that."""
    return line.when.removeprefix(words.NOT_BEGUN).removeprefix("; ")
