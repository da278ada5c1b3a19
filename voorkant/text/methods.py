"""The sentences of the methods that watch figures; none of them speaks of a cause."""

from math import isfinite

from voorkant.analysis.spc import LEAST_BASELINE, LEAST_MEAN, Point
from voorkant.text.numbers import number, rate
from voorkant.text.reasons import SPC, TREND

POINTS = {
    Point.ABOVE: "boven de grens",
    Point.BELOW: "onder de grens",
    Point.RISING: "een van zeven die steeds stijgen",
    Point.FALLING: "een van zeven die steeds dalen",
    Point.NEAR_ABOVE: "een van twee dicht bij de bovengrens",
    Point.NEAR_BELOW: "een van twee dicht bij de ondergrens",
    Point.HIGH: "een van zeven boven het gemiddelde",
    Point.LOW: "een van zeven onder het gemiddelde",
    Point.COMMON: SPC["normaal"],
}
NO_SPC = "Nog geen uitspraak mogelijk"
NOT_FORESEEN = (
    "Nog niet te voorspellen: er zijn te weinig maanden voor de eerste start om de starts eens proef te leggen."
)
AT_ONCE = (
    "Alle eenheden beginnen in dezelfde maand: er is niets om mee te vergelijken, en hooguit een aanwijzing mogelijk."
)
PROVISIONAL = "Minder dan dertien punten: de grenzen zijn voorlopig."


def rate_sentence(observed: float, exposure: float, bounds: tuple[float, float, float], per: float = 1.0) -> str:
    """Events, of how many, and the rate with its interval; per how many, where that is not 1."""
    value, low, high = (rate(bound) if isfinite(bound) else "-" for bound in bounds)
    unit = "" if per == 1 else f" per {number(per, 0 if per == round(per) else 2)}"
    return f"{number(observed)} op {number(exposure)}: {value}{unit} (onzekerheidsmarge {low} tot {high})."


def too_few_for_rate(events: int) -> str:
    return f"Minder dan {events} gebeurtenissen: een gestandaardiseerd cijfer zou vooral van de weging afhangen."


def spc_too_small(mean: float, points: int) -> str:
    """Why a series is not judged: on small counts the rules see signals in chance."""
    return (
        f"{NO_SPC}: gemiddeld {number(mean, 1)} per punt over {points} punten; nodig zijn gemiddeld {LEAST_MEAN} over "
        f"{LEAST_BASELINE} punten. Neem langere perioden of een groter gebied."
    )


def spc_sentence(last: str, point: Point, limits: tuple[float, float, float]) -> str:
    """What the latest point is, against mean and limits."""
    mean, low, high = (rate(value) for value in limits)
    word = SPC["normaal" if point is Point.COMMON else "anders"]
    detail = "" if point is Point.COMMON else f" ({POINTS[point]})"
    return f"{last}: {word}{detail}. Gemiddeld {mean}, grenzen {low} tot {high}."


def funnel_sentence(outside: int, units: int) -> str:
    if not outside:
        return f"Alle {units} eenheden liggen binnen wat bij toeval en gewone verschillen hoort."
    verb = "ligt" if outside == 1 else "liggen"
    return f"{outside} van {units} eenheden {verb} buiten wat bij toeval en gewone verschillen hoort (99,8%)."


def spread_sentence(phi: float) -> str:
    return f"De eenheden verschillen {number(phi, 1)} keer zo sterk als bij toeval."


def trend_sentence(code: str, points: int) -> str:
    words = f"{TREND[code][:1].upper()}{TREND[code][1:]}"
    return f"{words} ({points} van 5)." if code == "te_weinig" else f"{words}."


def seen_sentence(smallest_fall: float) -> str:
    """What the data that are there can show."""
    return f"Met deze gegevens is een daling vanaf {number(smallest_fall * 100)}% in vier van de vijf gevallen te zien."


def planned_sentence(smallest_fall: float, expected: float) -> str:
    """What a plan will be able to show, said before it begins."""
    return (
        f"Een daling vanaf {number(smallest_fall * 100)}% zou in vier van de vijf gevallen te zien zijn, bij "
        f"{number(expected)} te verwachten gebeurtenissen."
    )
