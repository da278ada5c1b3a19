"""How long it took from referral to help, from protected counts by band: shares with their margin, and the picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from voorkant.charts.curve import Curve, CurvePlot, Reached
from voorkant.domain.protection import Status
from voorkant.report.bands import WHOLE, Band, Part, share
from voorkant.report.rows import Header, Publication
from voorkant.text import periods, waiting
from voorkant.text.reasons import status_words

BANDS = {"tot_4_weken": 4, "tot_7_weken": 7, "tot_10_weken": 10, "langer": 14}
"""The weeks at which a band ends; that of what took longer is only a place in the picture."""
FIRST, LAST = 4, 10
"""Treeknorm: weeks until the first talk, and until treatment."""
NO_TIME = "Niet getekend: de as telt weken vanaf de verwijzing."
ASKED = {"indicators": ["wachttijd"], "programme": "", "types": ["year"], "dimensions": ["wachttijd"]}
"""What panel route_bands is asked."""
HEADERS = ("Begonnen", "Erbij gekomen", "Deel tot dan", "Een jaar eerder")


@dataclass(frozen=True)
class Waited:
    """One year of a place."""

    period: str
    bands: Sequence[Band]

    @property
    def whole(self) -> Band | None:
        return next((item for item in self.bands if not item.part), None)

    @property
    def status(self) -> str:
        return self.bands[0].status

    def part(self, *names: str) -> Part | None:
        """What these bands are of all together; None where the year is hidden or has nobody."""
        bands = [item for item in self.bands if item.part]
        inside, outside = ([item for item in bands if (item.part in names) is there] for there in (True, False))
        return share(inside, outside, self.whole)

    def within(self, weeks: int) -> Part | None:
        return self.part(*(name for name, end in BANDS.items() if end <= weeks))

    @property
    def half(self) -> int | None:
        """Within how many weeks half of them had begun; None where that is not known, or took longer."""
        parts = {end: self.within(end) for end in BANDS.values() if end <= LAST}
        return next((end for end, part in parts.items() if part and (part.value or 0.0) >= WHOLE / 2), None)


def by_year(found: Sequence[Band]) -> dict[str, Waited]:
    """The years, the oldest first."""
    return {
        code: Waited(code, [item for item in found if item.period == code])
        for code in sorted({item.period for item in found})
    }


def newest(found: Sequence[Band]) -> Waited | None:
    """The newest year that is final and shown."""
    firm = [item for item in by_year(found).values() if item.status == Status.DEFINITIEF and item.within(LAST)]
    return firm[-1] if firm else None


@dataclass(frozen=True)
class Waits:
    """What the picture is about: a year, beside the one before it."""

    header: Header
    found: Sequence[Band]
    year: str
    place: str
    publication: Publication


def sentence(found: Waited) -> str:
    """How many began within the norms, within how long half did, and of how many nothing is known."""
    first, last, unknown = found.within(FIRST), found.within(LAST), found.part("onbekend")
    if first is None or last is None:
        return waiting.HIDDEN.format(period=periods.the(found.period))
    half = waiting.half(found.half) if found.half or last.value is not None else ""
    return " ".join(filter(None, (
        waiting.norms(periods.the(found.period), first.words, last.words), half,
        waiting.unknown(unknown.words) if unknown and unknown.value else "", waiting.NORM, waiting.NO_FALL,
    )))  # fmt: skip


def brief(found: Sequence[Band], year: str) -> str:
    """How many of a year began in time, within a longer story; empty where that is not told."""
    now = by_year(found).get(year)
    last = now.within(LAST) if now else None
    return "" if last is None or last.value is None else waiting.brief(last.words)


def beside(found: Sequence[Band]) -> str:
    """Beside figures of referrals: how many began in time, the year before too; empty where that is not known."""
    now = newest(found)
    last = now.within(LAST) if now else None
    if now is None or last is None:
        return ""
    before = by_year(found).get(str(int(now.period) - 1))
    was = before.within(LAST) if before else None
    return waiting.beside(periods.the(now.period), last.words, (before.period, was.words) if before and was else None)


def waiting_plot(of: Waits) -> CurvePlot | None:
    """None where the year has no figure that can be told."""
    years = by_year(of.found)
    now, before = years.get(of.year), years.get(str(int(of.year) - 1))
    if now is None or now.within(LAST) is None:
        return None
    title = f"Wachttijd van verwijzingen in {periods.the(of.year)}: hoeveel begon binnen de Treeknorm?"
    told, suppression = sentence(now), _suppressed(now, of)
    curves = [_curve(item, own=item is now) for item in (now, before) if item and item.within(LAST)]
    return CurvePlot(
        key="wachttijd", title=title, axis="deel van de verwijzingen waarvan de hulp was begonnen",
        denominator="alle verwijzingen naar specialistische jeugd-GGZ van dat jaar", sentence=told,
        source=of.header.source_text, period=periods.period(of.year), status=status_words(now.status),
        alt=f"Lijn. {title} {of.place}. {told} {suppression}", suppression=suppression, headers=HEADERS,
        lines=tuple(_line(name, now, before, of) for name in BANDS), no_events=NO_TIME,
        across="weken na de verwijzing", curves=tuple(curves), marks=waiting.MARKS,
        ticks=((0.0, "0"), *((float(end), waiting.TICK.get(name, str(end))) for name, end in BANDS.items())),
    )  # fmt: skip


def _curve(of: Waited, *, own: bool) -> Curve:
    points = [Reached(end, f"{waiting.BAND[name]}: {part.words}", part.value, part.low, part.high)
              for name, end in BANDS.items() if (part := of.within(end))]  # fmt: skip
    return Curve(periods.period(of.period), own, tuple(points))


def _line(name: str, now: Waited, before: Waited | None, of: Waits) -> tuple[str, ...]:
    """How many came at a moment, and the part until then, of this year and the one before."""
    item = next((item for item in now.bands if item.part == name), None)
    parts = (year.within(BANDS[name]) if year else None for year in (now, before))
    return (
        waiting.BAND[name],
        "0" if item is None else item.words(of.header, of.publication),
        *(part.words if part else "–" for part in parts),
    )


def _suppressed(of: Waited, about: Waits) -> str:
    missing = [waiting.COUNT[item.part] for item in of.bands if item.part and item.numerator is None]
    return waiting.suppressed(missing, about.publication.base)
