"""Where a municipality shows less than the cube plan allows: its lowest areas, and the periods of a kind of place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from voorkant.declare.cubeplan import DETAIL, PlanTable
from voorkant.declare.strict import Table
from voorkant.domain.area import Level
from voorkant.domain.period import PeriodType
from voorkant.domain.protection import Protection

DEPTHS = {
    "gemeente": frozenset({Level.LAND, Level.REGIO, Level.GEMEENTE}),
    "wijk": frozenset({Level.LAND, Level.REGIO, Level.GEMEENTE, Level.WIJK, Level.KERN}),
    "plek": frozenset(Level),
}
"""The levels down to each; a kern is as small as a wijk, and a `plek` is a practice or a school."""
PERIODS = {
    "maand": PeriodType.MONTH, "kwartaal": PeriodType.QUARTER, "halfjaar": PeriodType.HALF, "jaar": PeriodType.YEAR,
    "schooljaar": PeriodType.SCHOOLYEAR, "drie jaar": PeriodType.THREE_YEARS,
}  # fmt: skip


@dataclass(frozen=True)
class Narrowing:
    """How far a level of protection goes: by default as far as the plan."""

    lowest: str = "plek"
    periods: Mapping[Level, tuple[PeriodType, ...]] = field(default_factory=dict)  # of the levels that are named

    def allows(self, level: str, period: str) -> bool:
        own = Level(level)
        return own in DEPTHS[self.lowest] and PeriodType(period) in self.periods.get(own, tuple(PeriodType))

    @property
    def words(self) -> str:
        """What differs from the plan; empty when nothing does."""
        names = {period: name for name, period in PERIODS.items()}
        told = [f"{level} per {' en '.join(names[item] for item in kinds)}" for level, kinds in self.periods.items()]
        return "; ".join(([f"laagste gebied {self.lowest}"] if self.lowest != "plek" else []) + told)


def take_narrowing(rule: Table) -> Narrowing:
    """`laagste_gebied` and `perioden` of a level. DataRefused for a word that is none of the known ones."""
    lowest = rule.choice("laagste_gebied", tuple(DEPTHS), "plek")
    named = rule.table("perioden")
    periods = {}
    for name in named.names():
        if name not in tuple(Level):
            raise named.refuse(f"{name!r} is geen soort gebied. Kies uit: {', '.join(Level)}.")
        words = named.texts(name)
        if wrong := [word for word in words if word not in PERIODS]:
            raise named.refuse(f"{wrong[0]!r} is geen periode. Kies uit: {', '.join(PERIODS)}.")
        periods[Level(name)] = tuple(PERIODS[word] for word in words)
    named.done()
    return Narrowing(lowest, periods)


def narrowed(plan: tuple[PlanTable, ...], narrowings: Mapping[Protection, Narrowing]) -> tuple[PlanTable, ...]:
    """The plan as far as each level goes. An openbaar table stays within what is left of the intern ones."""
    if not any(item.words for item in narrowings.values()):
        return plan
    return tuple(_parts(plan, narrowings))


def _parts(plan: tuple[PlanTable, ...], narrowings: Mapping[Protection, Narrowing]) -> Iterator[PlanTable]:
    for table in plan:
        for level in table.levels:
            for period in table.periods:
                protections = tuple(
                    protection for protection in table.protections if _allowed(narrowings, protection, level, period)
                )
                if protections:
                    yield replace(table, levels=(level,), periods=(period,), protections=protections)


def _allowed(narrowings: Mapping[Protection, Narrowing], protection: str, level: str, period: str) -> bool:
    """True counts go no deeper than the intern level does; of which months they are is not for that to say."""
    inner = narrowings[Protection.INTERN]
    if protection == DETAIL:
        return Level(level) in DEPTHS[inner.lowest]
    return inner.allows(level, period) and narrowings[Protection(protection)].allows(level, period)
