"""`analyse` with the methods that judge a programme: comparison of units, one series, and what a plan can show."""

from dataclasses import dataclass

import numpy as np

from voorkant import ROOT
from voorkant.analysis.assess import Rules, assess, seen_so_far
from voorkant.analysis.assess_series import assess_series, summed
from voorkant.analysis.foresee import at_once, lacking
from voorkant.analysis.power import planned
from voorkant.analysis.timeseries import Series
from voorkant.analysis.verdict import Finding, Verdict
from voorkant.commands.answer import Answer
from voorkant.commands.csvtable import CsvTable, read_csv
from voorkant.commands.panelfile import MONTHS, NEVER, Columns, Pilot, only_months, read_pilot
from voorkant.domain.period import PeriodType, parse_period
from voorkant.domain.problem import Problem
from voorkant.text.checks import Check, State, checks, note, ratio_note, series_checks
from voorkant.text.methods import AT_ONCE, NOT_FORESEEN, planned_sentence, seen_sentence
from voorkant.text.pilots import Telling, told
from voorkant.text.verdicts import VERDICTS, lack_words, title

FOLLOWED = 24
"""Months after the last planned start that a plan counts on, where no end is given."""


@dataclass(frozen=True)
class Case:
    """A pilot as it was read, the rules for it, and the words for what is counted."""

    pilot: Pilot
    rules: Rules
    counted: str
    programme: str

    def telling(self, mde: float, breakdown: float = float("nan"), *, comparison: bool = True) -> Telling:
        return Telling(self.counted, self.programme, self.rules.relevant, mde, breakdown, self.pilot.last, comparison)


def read_case(table: CsvTable, columns: Columns, rules: Rules, words: tuple[str, str]) -> Case:
    """`words`: what is counted, and the name of the programme."""
    pilot = read_pilot(table, columns)
    known = Rules(rules.moments, rules.relevant, rules.draws, rules.seed, suppressed=pilot.hidden > 0,
                  starts_unknown=pilot.starts_unknown)  # fmt: skip
    return Case(pilot, known, *words)


def did(case: Case) -> Answer:
    """Observed against expected, with units that have not started as the comparison."""
    found = assess(only_months(case.pilot), case.rules)
    beside = found.companions
    telling = case.telling(found.standing.mde, beside.breakdown if beside else float("nan"))
    finding = found.finding
    return Answer(
        "did",
        title(found.judgement.verdict, case.rules.relevant),
        told(found.judgement, finding, telling),
        found.ratio,
        finding.low if finding else None,
        finding.high if finding else None,
        finding.p if finding else None,
        found.standing.treated,
        found.prepared.panel.units - found.standing.treated,
        found.observed if found.ratio is not None else None,
        found.expected if found.ratio is not None else None,
        found.standing.mde,
        [*_ratio(finding), *checks(found), *_of_input(case)],
    )


def _ratio(finding: Finding | None) -> list[Check]:
    return [ratio_note(finding)] if finding else []


def _of_input(case: Case) -> list[Check]:
    """What of the file stands apart, beside what the analysis itself left out."""
    pilot, found = case.pilot, []
    if not pilot.has_exposure:
        words = "Er is geen kolom met noemers: aangenomen is dat het aantal jeugdigen gelijk bleef."
        found.append(Check("geen_noemer", State.WARNING, None, words))
    if pilot.starts_later:
        words = f"Eenheden die na de laatste maand beginnen, en nu nog niet begonnen zijn: {pilot.starts_later}."
        found.append(note("start_na_de_cijfers", float(pilot.starts_later), words))
    if pilot.hidden:
        words = f"Aantallen die verborgen zijn: {pilot.hidden}."
        found.append(Check("verborgen", State.WARNING, float(pilot.hidden), words))
    return found


def its(case: Case) -> Answer:
    """One series: all units that started, added up, with the line of the months before carried on."""
    series, units = _series(case.pilot)
    found = assess_series(series, case.rules, units)
    finding, fitted = found.finding, found.fitted
    return Answer(
        "its",
        title(found.judgement.verdict, case.rules.relevant),
        told(found.judgement, finding, case.telling(found.standing.mde, comparison=False)),
        fitted.observed / fitted.expected if fitted else None,
        finding.low if finding else None,
        finding.high if finding else None,
        finding.p if finding else None,
        units,
        0,
        fitted.observed if fitted else None,
        fitted.expected if fitted else None,
        found.standing.mde,
        [*_ratio(finding), *series_checks(found), *_of_input(case)],
    )


def _series(pilot: Pilot) -> tuple[Series, int]:
    """The sum of the units that started. Problem when they did not start together."""
    panel = pilot.panel
    started = panel.begin < panel.months
    if not started.any():
        raise Problem("Geen enkele eenheid begint binnen de maanden van het bestand. Vul de kolom van --start in.")
    corona = np.array([_is_corona(pilot, place) for place in range(panel.months)])
    series = summed(panel, corona, pilot.first.month)
    if series is None:
        raise Problem("Een tijdreeks kent één start. Gebruik did, of houd alleen eenheden over die samen begonnen.")
    return series, int(started.sum())


def _is_corona(pilot: Pilot, place: int) -> bool:
    """Whether a month lies in one of the closings of schools that the project ships as events."""
    month = pilot.month(place)
    return any(first <= (month.year, month.month) <= last for first, last in _closings())


def _closings() -> list[tuple[tuple[int, int], tuple[int, int]]]:
    table = read_csv(ROOT / "data" / "events_nl.csv", ["soort", "start", "einde"])
    spans = zip(table.texts("soort"), table.texts("start"), table.texts("einde"), strict=True)
    return [(_year_month(start), _year_month(end)) for kind, start, end in spans if kind == "corona"]


def _year_month(day: str) -> tuple[int, int]:
    return int(day[:4]), int(day[5:7])


def _until(pilot: Pilot, month: str) -> int:
    """The place behind the last month of a plan."""
    try:
        period = parse_period(month)
    except ValueError as error:
        raise Problem(f"--until: {error}.") from error
    if period.type is not PeriodType.MONTH:
        raise Problem("--until is een maand, zoals 2027-12.")
    first = pilot.first.year * MONTHS + pilot.first.month
    return period.start.year * MONTHS + period.start.month - first + 1


def power(case: Case, until: str | None) -> Answer:
    """What the planned starts will show, by the months before the first; else what the data since then can show."""
    panel = case.pilot.panel
    starts = panel.begin[panel.begin < NEVER]
    if not starts.size:
        raise Problem("Geen enkele eenheid heeft een start. Vul in de kolom van --start de geplande maand in.")
    end = _until(case.pilot, until) if until else int(starts.max()) + FOLLOWED
    found = planned(panel, end, case.rules.alpha, case.rules.seed)
    if found is not None:
        verdict, mde, sentence = None, found.smallest_fall, planned_sentence(found.smallest_fall, found.expected)
    elif (seen := seen_so_far(only_months(case.pilot), case.rules.alpha)) is not None:
        verdict, mde, sentence = None, seen.smallest_fall, seen_sentence(seen.smallest_fall)
    else:
        verdict, mde, sentence = VERDICTS[Verdict.REFUSED].title, float("nan"), NOT_FORESEEN
    return Answer("power", verdict, sentence, n_units_treated=len(starts), n_units_comparison=panel.units - len(starts),
                  expected=found.expected if found else None, mde=mde,
                  checks=[*_in_the_way(case, end), *_of_input(case)])  # fmt: skip


def _in_the_way(case: Case, end: int) -> list[Check]:
    """Why a plan will get no verdict, whatever will be counted."""
    panel = case.pilot.panel
    if at_once(panel, end):
        return [Check("alles_tegelijk", State.WARNING, None, AT_ONCE)]
    return [
        Check(item.lack.value, State.WARNING, float(item.found), f"Zo komt er geen oordeel: {lack_words(item)[0]}.")
        for item in lacking(panel, end, case.rules.alpha, starts_unknown=case.pilot.starts_unknown)
    ]
