"""A pilot as a publication tells it: what was laid down, and per moment the verdict, the figures and the checks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from voorkant.analysis.gate import Lack, Refusal
from voorkant.analysis.verdict import Doubt, Verdict
from voorkant.declare.pilot import month
from voorkant.declare.register import State
from voorkant.text.also import Also, Watched
from voorkant.text.checks import State as Looks
from voorkant.text.pilotstory import FIRM, Figures, Setting
from voorkant.text.rollout import began_words

NOW = "nu"
NAN, INFINITE = float("nan"), float("inf")


@dataclass(frozen=True)
class Declaration:
    """What was laid down (panel pilots)."""

    slug: str
    title: str
    question: str
    programme: str
    programme_title: str
    unit: str
    comparison: str
    indicator: str
    indicator_title: str
    counts: str
    better: str
    unit_text: str
    source_text: str
    relevant: float
    first: str
    last: str
    moments: str
    gemeenten: str
    secondary: str
    guardrails: str
    budget: int | None
    state: str
    digest: str

    @property
    def planned(self) -> list[str]:
        """The evaluation moments, in order."""
        return self.moments.split(",")


@dataclass(frozen=True)
class Estimate:
    """One released outcome (panel pilot_estimates)."""

    slug: str
    moment: str
    scope: str
    name: str
    value: float | None
    low: float | None
    high: float | None
    text: str | None


@dataclass(frozen=True)
class Looked:
    """A check: whether it holds, and its value where that may be told."""

    name: str
    state: Looks
    value: float | None


@dataclass(frozen=True)
class At:
    """A pilot at one moment."""

    moment: str
    rows: tuple[Estimate, ...]

    @cached_property
    def _named(self) -> dict[str, Estimate]:
        return {row.name: row for row in self.rows if not row.scope}

    def text(self, name: str) -> str:
        found = self._named.get(name)
        return (found.text or "") if found else ""

    def value(self, name: str) -> float:
        found = self._named.get(name)
        return NAN if found is None or found.value is None else found.value

    @property
    def verdict(self) -> Verdict | None:
        code = self.text("oordeel")
        return Verdict(code) if code else None

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        return tuple(Doubt(row.text) for row in self.rows if row.name == "twijfel")

    @property
    def refusals(self) -> list[Refusal]:
        return self._reasons("weigering")

    @property
    def lacking(self) -> list[Refusal]:
        """Of a plan: why there will be no verdict, whatever the figures are."""
        return self._reasons("plan_tekort")

    def _reasons(self, name: str) -> list[Refusal]:
        return [
            Refusal(Lack(row.text), row.value or 0.0, row.low or 0.0, None if row.high is None else int(row.high))
            for row in self.rows
            if row.name == name
        ]

    @property
    def breaks(self) -> list[tuple[date, str]]:
        return [(date.fromisoformat(row.scope), row.text or "") for row in self.rows if row.name == "breuk"]

    @property
    def hidden(self) -> str:
        """The code of why there are figures that are not shown; empty when there are none."""
        return self.text("reden")

    @property
    def units(self) -> tuple[int, int, int] | None:
        """All units, those that began, and those compared with."""
        row = self._named.get("eenheden")
        return None if row is None else (int(row.value or 0), int(row.low or 0), int(row.high or 0))

    @property
    def figures(self) -> Figures | None:
        """The released figures; None where nothing was released."""
        names = ("waargenomen", "verwacht", "verhouding")
        if any(name not in self._named for name in names):
            return None
        seen, expected, ratio = (self._named[name] for name in names)
        return Figures(
            observed=seen.value or 0.0,
            expected=expected.value or 0.0,
            low=expected.low or 0.0,
            high=INFINITE if expected.high is None else expected.high,
            ratio=ratio.value or 0.0,
            ratio_low=ratio.low or 0.0,
            ratio_high=INFINITE if ratio.high is None else ratio.high,
            firm=self.text("toeval") == FIRM,
            verdict=self.verdict,
        )

    @property
    def left_out(self) -> tuple[float, float] | None:
        """The lowest and the highest ratio with one of the units left out; None where that may not be told."""
        row = self._named.get("een_eruit")
        return None if row is None or row.low is None or row.high is None else (row.low, row.high)

    @property
    def also(self) -> list[Also]:
        """The other outcomes, in the order of their titles."""
        titles = {row.scope: row.text or row.scope for row in self.rows if row.name == "ook_titel"}
        told = [row for row in self.rows if row.name == "ook_bekeken"]
        found = [Also(titles.get(row.scope, row.scope), row.text or "", row.value, row.low, row.high) for row in told]
        return sorted(found, key=lambda item: item.title)

    @property
    def watched(self) -> list[Watched]:
        """What the pilot keeps an eye on."""
        return [Watched(row.scope, row.text or "", row.value, row.low) for row in self.rows if row.name == "let_op"]

    @property
    def checks(self) -> list[Looked]:
        return [Looked(row.scope, Looks(row.text), row.value) for row in self.rows if row.name == "controle"]

    def points(self, name: str) -> list[Estimate]:
        """The points of a chart, in order of their months or quarters."""
        return sorted((row for row in self.rows if row.name == name), key=lambda row: _place(row.scope))


def _place(scope: str) -> tuple[int, str]:
    first = scope.split("..", maxsplit=1)[0]
    return (int(first), "") if first.lstrip("-").isdigit() else (0, first)


@dataclass(frozen=True)
class Pilot:
    """What was laid down and all that may be told of it."""

    declared: Declaration
    estimates: tuple[Estimate, ...]

    def at(self, moment: str) -> At:
        return At(moment, tuple(row for row in self.estimates if row.moment == moment))

    @property
    def passed(self) -> list[str]:
        """The moments that have a verdict, in order."""
        given = {row.moment for row in self.estimates if row.name == "oordeel"}
        return [item for item in self.declared.planned if item in given]

    @property
    def coming(self) -> str:
        """The next moment; empty when all have passed."""
        return next((item for item in self.declared.planned if item not in self.passed), "")

    @property
    def judged(self) -> At | None:
        """The moment whose verdict holds; None before the first."""
        return self.at(self.passed[-1]) if self.passed else None

    @property
    def now(self) -> At:
        return self.at(NOW)

    @property
    def is_draft(self) -> bool:
        """Whether nothing may be told of it but what it will be able to show."""
        return self.declared.state == State.DRAFT

    def setting(self, found: At) -> Setting:
        design = next((row.text for row in found.rows if row.name == "eenheden"), "")
        return Setting(
            counted=self.declared.counts or "gebeurtenissen",
            programme=self.declared.programme_title,
            relevant=self.declared.relevant,
            start=found.text("eerste_start") or self.declared.first,
            mde=found.value("kleinste_daling"),
            breakdown=found.value("trendverschil"),
            comparison=design != "tijdreeks",
            began=began_words(self.declared.unit, found.units[1]) if found.units else "",
            until=found.text("cijfers_tot"),
        )

    @property
    def plan(self) -> At:
        """What was foreseen."""
        return self.at("")


def pilots(declared: Sequence[Declaration], estimates: Iterable[Estimate]) -> list[Pilot]:
    """Each declaration with its own estimates, in the order of the declarations."""
    own: dict[str, list[Estimate]] = {item.slug: [] for item in declared}
    for row in estimates:
        own[row.slug].append(row)
    return [Pilot(item, tuple(own[item.slug])) for item in declared]


def months_left(pilot: Pilot) -> int | None:
    """Months from the newest figures until the next moment; None when there is none, or no figures."""
    until = pilot.now.text("cijfers_tot")
    if not pilot.coming or not until:
        return None
    first, last = month(until).start, month(pilot.coming).start
    return (last.year - first.year) * 12 + last.month - first.month
