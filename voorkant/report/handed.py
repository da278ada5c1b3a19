"""A figure as it leaves the screen: the same words, table and drawing, as CSV, Excel or a picture."""

from collections.abc import Callable
from dataclasses import dataclass

from voorkant.charts import picture
from voorkant.charts.ready import Drawable
from voorkant.charts.sheet.sheet import Around
from voorkant.charts.told import Told
from voorkant.domain.protection import Protection
from voorkant.report.figure import Figure
from voorkant.report.rows import Publication
from voorkant.report.sheet import INTERN, figure_csv, shown_csv
from voorkant.report.workbook import figure_xlsx, shown_xlsx
from voorkant.text.periods import day

PUBLIC = "Openbare versie: kleine aantallen zijn verborgen."


@dataclass(frozen=True)
class Handed:
    """What is shown, where and of which publication; `figure` holds the cells behind it where there are any."""

    name: str
    shown: Drawable | Told
    place: str
    publication: Publication
    figure: Figure | None = None


@dataclass(frozen=True)
class Format:
    """A kind of file: its word on the button, its suffix and media type, and what writes it."""

    word: str
    suffix: str
    media: str
    write: Callable[[Handed], bytes]


def csv(of: Handed) -> bytes:
    return figure_csv(of.figure, of.shown) if of.figure else shown_csv(of.shown, of.publication)


def xlsx(of: Handed) -> bytes:
    return figure_xlsx(of.figure, of.shown) if of.figure else shown_xlsx(of.shown, of.publication)


def png(of: Handed) -> bytes:
    """The chart as on screen; of a picture that the screen makes of HTML its table."""
    shown = of.shown
    mark = INTERN if _internal(of) else ""
    return picture.whole(shown, Around(shown.title, shown.axis, shown.sentence, _notes(of), mark))


def _notes(of: Handed) -> tuple[str, ...]:
    """What a picture must carry because it stands alone: where, when, from what, what is hidden, and how old."""
    shown, publication = of.shown, of.publication
    events = "; ".join(f"{item.number} {item.title} ({item.when})" for item in shown.marked)
    made = f" van {day(publication.made)}" if publication.made else ""
    until = f", gegevens tot en met {day(publication.data_until)}" if publication.data_until else ""
    return (
        f"{of.place} · {shown.period} · {shown.status}",
        f"Noemer: {shown.denominator}. Bron: {shown.source}.",
        f"Niet getoond: {shown.suppression}",
        *([f"Gebeurtenissen: {events}."] if events else []),
        f"Publicatie {publication.name}{made}{until}. {'Interne versie.' if _internal(of) else PUBLIC}",
    )


def _internal(of: Handed) -> bool:
    return of.publication.protection == Protection.INTERN


FORMATS = (
    Format("CSV", "csv", "text/csv", csv),
    Format("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx),
    Format("PNG", "png", "image/png", png),
)
