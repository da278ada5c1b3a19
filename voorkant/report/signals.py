"""What is new since someone's last visit and clear enough to be told: few signals, and none of what can be chance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from voorkant.declare.visitfile import Visit
from voorkant.report.pilot import Pilot
from voorkant.report.rows import Finding, Header
from voorkant.text import signals as words
from voorkant.text.direction import judgement
from voorkant.text.verdicts import VERDICTS, title, tone

MOST, LEAST = 3, 30
"""No more signals than this, and none of fewer counts."""
ORDER = ("ongunstiger", "gunstiger", "niet_vergeleken", "vergelijkbaar")


@dataclass(frozen=True)
class Signal:
    """What stands there; `slug` is of a measure, or of a pilot where `ladder` is empty."""

    slug: str
    name: str
    ladder: str
    sign: str
    text: str
    tone: str


@dataclass(frozen=True)
class Found:
    """The signals, and of how many measures with newer figures they were chosen."""

    signals: tuple[Signal, ...]
    newer: int
    looked: int


Measures = Mapping[str, tuple[Header, Finding]]


def newest(measures: Measures, pilots: Sequence[Pilot]) -> tuple[dict[str, str], dict[str, str]]:
    """What to remember of a visit: of each measure its newest final period, of each pilot its last judged moment."""
    periods = {slug: finding.new.period for slug, (_, finding) in measures.items() if finding.new}
    return periods, {item.declared.slug: item.passed[-1] for item in pilots if item.passed}


def found(before: Visit, measures: Measures, pilots: Sequence[Pilot]) -> Found:
    """Verdicts first, then what is worse; one measure gives one signal at most."""
    periods, moments = newest(measures, pilots)
    fresh = [slug for slug, period in periods.items() if period > before.measures.get(slug, "")]
    told = [_verdict(item) for item in pilots
            if moments.get(item.declared.slug, "") > before.verdicts.get(item.declared.slug, "")]  # fmt: skip
    moved = [signal for slug in fresh if (signal := _moved(*measures[slug]))]
    moved.sort(key=lambda signal: ORDER.index(signal.tone))
    return Found((*told, *moved)[:MOST], len(fresh), len(measures))


def _moved(header: Header, finding: Finding) -> Signal | None:
    """None where the margins overlap, the count is small, or what is counted changed."""
    change = finding.change(header.unit_text)
    if change is None or change.old is None or finding.new is None or not change.direction.clear:
        return None
    if finding.new.numerator is not None and finding.new.numerator < LEAST:
        return None
    code = judgement(change.direction, header.better)
    sign, text = words.moved(header.title, change, header.better)
    return Signal(header.slug, header.title, header.ladder, sign, text, code)


def _verdict(pilot: Pilot) -> Signal:
    declared, judged = pilot.declared, pilot.judged
    verdict = judged.verdict if judged else None
    if verdict is None:
        raise ValueError("a pilot without a verdict is no signal")
    said = words.verdict(declared.title, title(verdict, declared.relevant), pilot.passed[-1])
    return Signal(declared.slug, declared.title, "", VERDICTS[verdict].icon, said, tone(verdict, declared.better))
