"""The map in a memo: an outcome of all gemeenten of the region in the newest year that is final."""

from functools import lru_cache

from voorkant.charts.areamap import MapPlot
from voorkant.cube.reader import REGIO
from voorkant.declare.boundaries import Boundaries, read_boundaries, stamp
from voorkant.declare.home import Home
from voorkant.domain.area import Level
from voorkant.domain.period import PeriodType
from voorkant.domain.protection import Protection, Status
from voorkant.report.areamap import Mapped, Place, map_plot
from voorkant.report.asking import Asker
from voorkant.report.rows import Header, Publication, rows


@lru_cache(maxsize=4)
def _boundaries(home: Home, _stamp: tuple[tuple[str, int, int], ...]) -> Boundaries:
    """Read anew only when the folder changed."""
    return read_boundaries(home, "GM")


def region_map(asker: Asker, header: Header, programme: str, own: str, until: int) -> MapPlot | None:
    """`until`: the last year that may be drawn. None without a region, figures of it, or boundaries."""
    if not asker.has_region or not stamp(asker.home()):
        return None
    wanted = {"indicator": header.slug, "programme": programme, "level": Level.GEMEENTE, "dimension": "",
              "period_type": PeriodType.YEAR, "areas": [], "first": "", "last": str(until)}  # fmt: skip
    found = rows(asker.rows(REGIO, Protection.OPENBAAR, "series", **wanted), Place)
    years = sorted({item.period for item in found if item.status == Status.DEFINITIEF and item.value is not None})
    if not years:
        return None
    places = sorted(found, key=lambda item: (item.period, item.area_name))
    publication = Publication.of(asker.about(REGIO, Protection.OPENBAAR))
    of = Mapped(header, places, years[-1], own, "gemeenten", publication)
    return map_plot(of, _boundaries(asker.home(), stamp(asker.home())))
