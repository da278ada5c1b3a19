"""The checks beside a verdict, each with what it found in words, and whether it holds."""

from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from voorkant.analysis.assess import Assessment, Companions
from voorkant.analysis.assess_series import SeriesAssessment
from voorkant.analysis.gate import ALPHA, FEWEST_MONTHS_AFTER, FEWEST_MONTHS_BEFORE, MOST_MISSING, WIDE_MDE
from voorkant.analysis.timeseries import FEWEST_BEFORE
from voorkant.analysis.verdict import Finding
from voorkant.text.numbers import number


class State(StrEnum):
    """✓ holds, ! look at it, · says something without judging, ? could not be looked at."""

    GOOD = "goed"
    WARNING = "let_op"
    NOTE = "ter_informatie"
    UNKNOWN = "niet_te_bepalen"


STATE_WORDS = {
    State.GOOD: "✓ in orde",
    State.WARNING: "! let op",
    State.NOTE: "· ter informatie",
    State.UNKNOWN: "? niet te bepalen",
}


@dataclass(frozen=True)
class Check:
    """One thing that was looked at; `value` is None where it could not be."""

    name: str
    status: State
    value: float | None
    text: str


COUNTED_TO = 10**15
"""Beyond this a number of ways is only many; of hundreds of units it would not fit in a number."""


def held(name: str, value: float, *, fine: bool, text: str) -> Check:
    """A check that holds or not; unknown where there is no value."""
    if not isfinite(value):
        return Check(name, State.UNKNOWN, None, f"{text.partition(':')[0]}: niet te bepalen met deze gegevens.")
    return Check(name, State.GOOD if fine else State.WARNING, value, text)


def note(name: str, value: float, text: str) -> Check:
    return Check(name, State.NOTE, value, text)


def ratio_note(finding: Finding) -> Check:
    """The ratio with its interval, and of what level that is."""
    level = number(100 * (1 - finding.alpha), 0 if finding.alpha == ALPHA else 1)
    span = f"{_span(finding.low, finding.high)}; marge van {level}%"
    return note("verhouding", finding.ratio, f"Waargenomen gedeeld door verwacht: {number(finding.ratio, 2)} ({span}).")


def checks(found: Assessment) -> list[Check]:
    """Amounts first, then what was left out, then the other looks at the estimate."""
    there = found.standing
    amounts = [
        held("maanden_ervoor", there.before, fine=there.before >= FEWEST_MONTHS_BEFORE,
             text=f"Maanden voor de start: minstens {there.before} bij elke begonnen eenheid."),
        held("maanden_erna", there.after, fine=there.after >= FEWEST_MONTHS_AFTER,
             text=f"Maanden na de start: {number(there.after, 1)} bij de middelste eenheid."),
        held("ontbrekend", there.missing, fine=there.missing <= MOST_MISSING,
             text=f"Ontbrekende maanden: {number(there.missing * 100, 1)}%."),
        held("kleinste_daling", there.mde, fine=there.mde <= WIDE_MDE,
             text=f"Kleinste daling die zichtbaar is: {_percent(there.mde)}%."),
        note("verdelingen", float(min(there.assignments, COUNTED_TO)),
             f"Manieren om de starts over de eenheden te verdelen: {_many(there.assignments)}."),
    ]  # fmt: skip
    return amounts + _left_out(found) + (_looks(found, found.companions) if found.companions else [])


def series_checks(found: SeriesAssessment) -> list[Check]:
    """What was looked at in one series."""
    there = found.standing
    shown = [
        held("maanden_ervoor", there.before, fine=there.before >= FEWEST_BEFORE,
             text=f"Maanden voor de start: {there.before}."),
        held("maanden_erna", there.after, fine=there.after >= FEWEST_MONTHS_AFTER,
             text=f"Maanden na de start: {number(there.after)}."),
        held("ontbrekend", there.missing, fine=there.missing <= MOST_MISSING,
             text=f"Ontbrekende maanden: {number(there.missing * 100, 1)}%."),
        held("kleinste_daling", there.mde, fine=there.mde <= WIDE_MDE,
             text=f"Kleinste daling die zichtbaar is: {_percent(there.mde)}%."),
        Check("vergelijking", State.WARNING, 0.0, "Er is niets om mee te vergelijken: hooguit een aanwijzing."),
    ]  # fmt: skip
    if found.fitted:
        spread = found.fitted.dispersion
        shown.append(
            note("spreiding", spread, f"De maanden schommelen {number(spread, 1)} keer zo sterk als bij toeval.")
        )
    return shown


def _left_out(found: Assessment) -> list[Check]:
    """What of the input plays no part, with the reason."""
    ready = found.prepared
    counted = [
        ("begonnen_bij_begin", int(ready.always.sum()), "Eenheden die al begonnen waren toen de cijfers begonnen"),
        ("zonder_noemer", int(ready.without.sum()), "Eenheden zonder noemer of zonder aantallen"),
        ("niet_te_vergelijken", int(ready.apart.sum()), "Eenheden zonder een maand gemeen met de andere"),
        ("maanden_zonder_vergelijking", len(ready.dropped),
         "Maanden die niet meetellen, omdat iedereen toen al begonnen was"),
        ("registratie_stil", found.standing.broken,
         "Eenheden met een breuk in de registratie, of lange tijd zonder een enkele gebeurtenis"),
    ]  # fmt: skip
    return [
        Check(name, State.WARNING, float(amount), f"{words}: {amount}.") for name, amount, words in counted if amount
    ]


def _looks(found: Assessment, beside: Companions) -> list[Check]:
    ratio, alpha = found.ratio or 0.0, found.rules.alpha
    left_out = beside.left_out
    holes = {months: value for months, value in beside.donut.items() if months}
    kept = all((value - 1) * (ratio - 1) > 0 for value in holes.values())
    told = ", ".join(
        f"{number(value, 2)} zonder {months} maanden" for months, value in holes.items() if isfinite(value)
    )
    return [
        _second(found, left_out.interval(alpha)),
        held("een_eenheid_weg", left_out.highest if ratio < 1 else left_out.lowest, fine=left_out.keeps_sign,
             text=f"Steeds één eenheid weg: de verhouding loopt van {_span(left_out.lowest, left_out.highest)}."),
        held("maanden_vlak_ervoor", _nearest(holes, ratio), fine=kept,
             text=f"Maanden vlak voor de start weg: de verhouding is {told}."),
        held("start_een_jaar_eerder", beside.placebo.ratio, fine=beside.placebo.clean,
             text=f"Verzonnen start een jaar eerder: de verhouding is {number(beside.placebo.ratio, 2)} "
                  f"({_span(beside.placebo.low, beside.placebo.high)}). Een 1 sluit een trendverschil niet uit."),
        held("piek_vooraf", beside.peak.ratio, fine=not beside.peak.flags(ratio),
             text=f"Zes maanden voor de start: {number(beside.peak.ratio, 2)} keer wat te verwachten was."),
        note("rang", float(beside.rank.place), _rank(beside)),
        _breakdown(beside),
    ]  # fmt: skip


def _second(found: Assessment, second: tuple[float, float]) -> Check:
    """The interval of the jackknife, held against that of the verdict: whether both hold no difference, or neither."""
    name, words = "interval_zonder_een", f"Tweede interval, uit steeds één eenheid weglaten: {_span(*second)}."
    finding = found.finding
    if finding is None:
        return Check(name, State.NOTE, None, "Tweede interval: alleen bij een uitspraak.")
    if not isfinite(sum(second)):
        return Check(name, State.UNKNOWN, None, "Tweede interval: niet te bepalen met deze gegevens.")
    agree = (second[0] <= 1 <= second[1]) == (finding.low <= 1 <= finding.high)
    return held(name, finding.ratio, fine=agree, text=words)


def _nearest(holes: dict[int, float], ratio: float) -> float:
    """The ratio that says least of what the estimate says; nan where one of them cannot be known."""
    values = list(holes.values())
    return (max(values) if ratio < 1 else min(values)) if all(map(isfinite, values)) else float("nan")


def _rank(beside: Companions) -> str:
    if not len(beside.rank.placebos):
        return "Rang tussen eenheden die niet begonnen: er zijn er te weinig."
    return (
        f"Rang tussen eenheden die niet begonnen, alsof die ook waren begonnen: {beside.rank.place} van "
        f"{beside.rank.of}."
    )


def _breakdown(beside: Companions) -> Check:
    if not isfinite(beside.breakdown):
        return Check("trendverschil", State.UNKNOWN, None, "Extra trendverschil dat alles verklaart: niet te bepalen.")
    words = f"Een extra trendverschil van {number(beside.breakdown * 100, 1)}% per jaar zou het verschil verklaren."
    return note("trendverschil", beside.breakdown, words)


def _percent(share: float) -> str:
    return number(share * 100) if isfinite(share) else "-"


def _span(low: float, high: float) -> str:
    return f"{number(low, 2)} tot {number(high, 2)}" if isfinite(low + high) else "-"


def _many(ways: int) -> str:
    return number(ways) if ways <= 1_000_000 else "meer dan een miljoen"  # noqa: PLR2004 - a word says more than digits
