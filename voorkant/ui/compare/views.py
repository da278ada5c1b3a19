"""One picture of what is compared: in order, over the years, or beside the size."""

from collections.abc import Callable
from functools import partial

from voorkant.charts.ready import Drawable
from voorkant.cube.reader import panel_sql
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.report.areafunnel import funnel_of
from voorkant.report.courses import courses_plot
from voorkant.report.handed import Handed
from voorkant.report.standings import Compared, rank_plot
from voorkant.ui import own
from voorkant.ui.alone import alone
from voorkant.ui.compare.asked import Asked
from voorkant.ui.panels import figure, origin
from voorkant.ui.panels.download import NO_PUBLIC, Files
from voorkant.ui.panels.figure import Account
from voorkant.ui.panels.notice import notice

HEIGHT = 340
VIEWS = {"volgorde": "Volgorde", "verloop": "Verloop", "trechter": "Naast de grootte"}
READS = {"verloop": "series"}
NO_VIEW = {
    "volgorde": "Van geen van deze {} is het te tonen: de aantallen zijn te klein. Kies een andere maat.",
    "verloop": "Daarvoor zijn twee jaren nodig, en een die te tonen is. Kies een andere maat.",
    "trechter": "Daarvoor zijn aantallen van ten minste vijf {} nodig. Kies een andere maat.",
}


@alone
def show(of: Asked, made: Compared, public: Callable[[], tuple[Asked, Compared] | None]) -> None:
    """The picture with its account; `public` makes the same of public figures, for its files."""
    view = own.choice("beeld", "Beeld", VIEWS)
    plot = plotted(of, made, view)
    if plot is None:
        notice("Dit beeld is er niet van deze maat", NO_VIEW[view].format(made.kind.many))
        return
    figure.draw(plot, height=HEIGHT)
    header = made.header
    queries = {
        "Wat er bij het publiceren wordt geteld": header.query,
        "Wat dit beeld uit de publicatie leest": panel_sql(READS.get(view, "compare")),
    }
    behind = origin.of(header, of.chosen)
    inside = partial(Handed, plot.key, plot, of.place, of.publication)
    files = Files(partial(_public, public, view), inside if of.protection == Protection.INTERN else None)
    about = Account(header.title, header.ladder, of.delivered(header.slug), queries, plot.title, files, behind)
    figure.explain(plot, about, of.chosen)


def plotted(of: Asked, made: Compared, view: str) -> Drawable | None:
    slug = made.header.slug
    if view == "verloop":
        years = of.years(slug, of.level)
        return courses_plot(made, years, of.years(slug, of.whole[0]), of.changes(slug, years))
    if view == "trechter":
        return funnel_of(made, [item for item in of.found[slug] if item.level == of.level])
    return rank_plot(made)


def _public(public: Callable[[], tuple[Asked, Compared] | None], view: str) -> Handed:
    """Problem where the public cube has nothing of it."""
    found = public()
    plot = plotted(*found, view) if found else None
    if found is None or plot is None:
        raise Problem(NO_PUBLIC)
    return Handed(plot.key, plot, found[0].place, found[0].publication)
