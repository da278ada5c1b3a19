"""Protecting, once, at publication: from true cells to intern cells, and from those to openbaar ones."""

from dataclasses import dataclass
from typing import Any

from voorkant.builder.database import Database, checked, query_file
from voorkant.declare.indicator import Indicator
from voorkant.declare.settings import Settings
from voorkant.domain.protection import Protection

PEOPLE = frozenset({"jeugdigen", "leerlingen", "gezinnen"})
PROTECTED = """
    protection varchar, indicator varchar, programme varchar, area_id bigint, period_id integer, dimension varchar,
    split_value varchar, numerator bigint, numerator_low bigint, numerator_high bigint, denominator bigint,
    value double, status varchar, reason varchar, shape varchar, per integer
"""
KEPT = """
    indicator varchar, kind varchar, programme varchar, area_id bigint, period_id integer, dimension varchar,
    split_value varchar, numerator bigint, numerator_low bigint, numerator_high bigint, denominator bigint,
    status varchar, reason varchar, youths bigint, others bigint, true_numerator bigint, true_denominator bigint,
    true_youths bigint, true_others bigint
"""
PEOPLE_KIND, ROWS, SHARE, FIXED = "people", "rows", "share", "fixed"
STEPS = {
    "euro": {Protection.INTERN: 200, Protection.OPENBAAR: 1000},
    "weken": {Protection.INTERN: 2, Protection.OPENBAAR: 6},
}
"""What an amount per youth is rounded to; an odd number of times as much in public, so that none lies in the middle."""
DOUBT = 0.1
"""Hidden when the rounding leaves less of the amount of its largest youth in doubt."""
CBS_LIMIT, CBS_MARGIN = 9, 2
"""The CBS publishes nothing below 10 and rounds to 5."""


def prepare(database: Database) -> None:
    database.fill("protected_cell", PROTECTED, [])
    for protection in Protection:
        database.fill(f"kept_{protection.value}", KEPT, [])


@dataclass(frozen=True)
class Judged:
    """An indicator that was measured, with what decides how its cells are protected."""

    indicator: Indicator
    unknown_keys: bool  # whether there are rows of which the youth is not known

    @property
    def kind(self) -> str:
        """What its cells count: unique people, rows behind which people stand, a share of rows, or nobody.

        ValueError for a shape without a rule: it would be published without protection. So is a state of several kinds
        of period: the audit takes the youths of a quarter for youths of its year, and those on its last day are not.
        """
        if not self.indicator.sensitive:
            return FIXED
        match self.indicator.shape:
            case "share":
                return SHARE
            case "sum" if self._is_apart:
                return PEOPLE_KIND
            case "count" if not self.indicator.stands or len(self.indicator.periods) == 1:
                return PEOPLE_KIND if self.is_people and not self.unknown_keys else ROWS
        raise ValueError(f"{self.indicator.slug}: no rule protects the shape {self.indicator.shape}")

    @property
    def is_people(self) -> bool:
        """Of an amount the youths are counted, and audited; `add` puts the amount in their place."""
        return self.indicator.shape == "sum" or (self.indicator.counts in PEOPLE and self.indicator.shape == "count")

    @property
    def _is_apart(self) -> bool:
        """Whether no amount can follow from others but that of a gemeente from the region's: the rule rests on it."""
        item = self.indicator
        return item.periods == ("year",) and set(item.levels) <= {"regio", "gemeente"} and not item.splits

    @property
    def params(self) -> dict[str, Any]:
        return {
            "sensitive": self.indicator.sensitive,
            "is_share": self.indicator.shape == "share",
            "people": self.is_people,
            "unknown_keys": self.unknown_keys,
        }


def protect_intern(database: Database, judged: Judged, settings: Settings) -> None:
    """Keep the intern cells of the indicator in `true_cell`."""
    rule = settings.rules[Protection.INTERN]
    stated = {"threshold": rule.shown_from(), "base": rule.base}
    database.create("intern_cell", query_file("protect", "intern"), judged.params | stated)
    _keep(database, judged, Protection.INTERN)


def protect_openbaar(database: Database, judged: Judged, settings: Settings) -> None:
    """Keep the openbaar cells of an indicator, made from its intern cells as the audit left them."""
    intern, openbaar = settings.rules[Protection.INTERN], settings.rules[Protection.OPENBAAR]
    database.create("intern_cell", query_file("protect", "kept"), {"slug": judged.indicator.slug})
    stated = {"threshold": openbaar.shown_from(intern), "limit": openbaar.hidden_limit(intern), "base": openbaar.base,
              "inner_base": intern.base}  # fmt: skip
    database.create("openbaar_cell", query_file("protect", "openbaar"), judged.params | stated)
    _keep(database, judged, Protection.OPENBAAR)


def _keep(database: Database, judged: Judged, protection: Protection) -> None:
    database.view("level_cell", f"select * from {checked(protection.value)}_cell")  # noqa: S608 - a checked name
    stated = {"slug": judged.indicator.slug, "kind": judged.kind}
    database.insert(f"kept_{protection.value}", query_file("protect", "keep"), stated)


def end_state(database: Database, indicator: Indicator, protection: Protection) -> None:
    """Tell a state no longer from where the audit left hidden what adds to it or takes from it."""
    if indicator.flows:
        level = f"kept_{checked(protection.value)}"
        database.view("kept", f"select * from {level}")  # noqa: S608 - a checked name
        stated = {"slug": indicator.slug, "flows": list(indicator.flows)}
        database.create("ended", query_file("protect", "state"), stated)
        database.create(level, "select * from ended")


def add(database: Database, indicator: Indicator, protection: Protection, settings: Settings) -> None:
    """Add the kept cells of an indicator to what is published."""
    database.view("kept", f"select * from kept_{checked(protection.value)}")  # noqa: S608 - a checked name
    if indicator.shape == "sum":
        _add_amounts(database, indicator, protection, settings)
        return
    stated = {"protection": protection.value, "slug": indicator.slug, "per": indicator.per, "shape": indicator.shape}
    database.insert("protected_cell", query_file("protect", "add"), stated)


def _add_amounts(database: Database, indicator: Indicator, protection: Protection, settings: Settings) -> None:
    """The youths were audited as a count; the amounts of intern decide which can be told, and what openbaar says."""
    steps = STEPS[indicator.counts]
    inner = steps[Protection.INTERN]
    judged = {"slug": indicator.slug, "step": inner, "most": settings.dominance / 100, "doubt": DOUBT}
    database.create("told_amount", query_file("protect", "amount"), judged)
    stated = {"protection": protection.value, "slug": indicator.slug, "per": indicator.per, "step": steps[protection]}
    database.insert("protected_cell", query_file("protect", "add_amount"), stated)


def add_ratio(database: Database, indicator: Indicator) -> None:
    """Add the cells of a ratio, from the protected cells of its two indicators: with them it tells nothing new."""
    front, back = indicator.over
    stated = {"slug": indicator.slug, "front": front, "back": back, "per": indicator.per}
    database.insert("protected_cell", query_file("protect", "ratio"), stated)


def add_published(database: Database, indicator: Indicator) -> None:
    """Add the cells of an indicator that arrives already counted and protected; they are not rounded again."""
    for dimension in indicator.splits or ("",):
        stated = {"slug": indicator.slug, "dimension": dimension, "per": indicator.per}
        database.insert(
            "protected_cell",
            query_file("protect", "add_published"),
            stated | {"hidden": CBS_LIMIT, "margin": CBS_MARGIN},
        )
