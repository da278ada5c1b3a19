"""Areas by their size beside the mean of all: which lie further from it than chance and usual differences bring."""

from collections.abc import Mapping, Sequence

import numpy as np

from voorkant.analysis.funnel import ratio_funnel, wider_limits
from voorkant.analysis.intervals import byar
from voorkant.charts import palette
from voorkant.charts.funnel import Dot, FunnelPlot, Limit
from voorkant.report.compare import Standing
from voorkant.report.standings import Compared, about
from voorkant.text import numbers
from voorkant.text.enumeration import listed
from voorkant.text.reasons import EXPECTED

FEWEST, STEPS = 5, 40
HEADERS = ("Aantal", "Noemer", "Waarde", "Naast verwacht")


def funnel_of(of: Compared, everyone: Sequence[Standing]) -> FunnelPlot | None:
    """None where too few areas have a figure, or where nothing is counted."""
    known = [item for item in everyone if item.numerator is not None and item.denominator]
    counts = np.array([float(item.numerator or 0) for item in known])
    sizes = np.array([float(item.denominator or 0) for item in known])
    if of.own.shape != "count" or len(known) < FEWEST or not counts.any():
        return None
    rate = float(counts.sum() / sizes.sum())
    found = ratio_funnel(counts, rate * sizes, interval=byar)
    judged = dict(zip((item.area for item in known), found.outside.tolist(), strict=True))
    along = np.geomspace(sizes.min(), sizes.max(), STEPS)
    ends = (rate * of.own.per * part for part in wider_limits(rate * along, found.spread, interval=byar))
    limits = tuple(Limit(*map(float, three)) for three in zip(along, *ends, strict=True))
    within = list(judged.values()).count(0)
    title = f"{of.header.title}: {within} van de {len(known)} {of.kind.many} binnen verwachting"
    sentence = _say(of, judged, known)
    return FunnelPlot(
        key="trechter-gemeenten", title=title, axis=of.axis, sentence=sentence, **about(of, everyone),
        alt=f"{title}. {of.header.unit_text}. {sentence}", headers=(of.kind.one.capitalize(), *HEADERS),
        size_axis=of.header.denominator_text.partition(" (")[0],  # whole it is wider than a phone
        lines=tuple(_line(item, judged[item.area]) for item in known), centre=of.own.per * rate, hue=palette.ACCENT,
        names=(of.own.name, of.kind.many if of.of_parts else f"andere {of.kind.many}"), limits=limits,
        dots=tuple(_dot(item, judged[item.area], own=item.area == of.own.area) for item in known),
    )  # fmt: skip


def _say(of: Compared, judged: Mapping[str, int], known: Sequence[Standing]) -> str:
    if of.of_parts:
        outside = [f"{item.name} ({EXPECTED[judged[item.area]]})" for item in known if judged[item.area]]
        told = f"Buiten verwachting: {listed(outside)}." if outside else "Geen enkele ligt buiten verwachting."
    else:
        mine = judged.get(of.own.area)
        told = f"{of.own.name}: {'niet te tonen' if mine is None else EXPECTED[mine]}."
    kind = of.kind
    return (
        f"Verwacht is wat een {kind.one} van die grootte zou hebben als alle {kind.many} evenveel hadden. {told} De "
        f"grenzen zijn van 99,8% en houden rekening met gewone verschillen tussen {kind.many}. {kind.no_cause}"
    )


def _count(item: Standing) -> str:
    return numbers.possible(item.numerator_low or 0, item.numerator_high or 0)


def _line(item: Standing, judged: int) -> tuple[str, ...]:
    size, value = numbers.number(item.denominator or 0), numbers.rate(item.value or 0.0)
    return item.name, _count(item), size, value, EXPECTED[judged]


def _dot(item: Standing, judged: int, *, own: bool) -> Dot:
    """Its bar is what the protected count can be."""
    size, value = item.denominator or 1, item.value or 0.0
    low, high = (item.per * (bound or 0) / size for bound in (item.numerator_low, item.numerator_high))
    words = f"{numbers.rate(value)}, {_count(item)} {EXPECTED[judged]}"
    return Dot(item.name, words, float(size), value, min(low, value), max(high, value), judged, own)
