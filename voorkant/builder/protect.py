"""Protecting, once, at publication: from true cells to intern cells, and from those to openbaar ones."""

from typing import Any

from voorkant.builder.database import Database, query_file
from voorkant.declare.indicator import Indicator
from voorkant.declare.settings import Rule, Settings
from voorkant.domain.protection import Protection

PEOPLE = frozenset({"jeugdigen", "leerlingen", "gezinnen"})
PROTECTED = """
    protection varchar, indicator varchar, programme varchar, area_id bigint, period_id integer, dimension varchar,
    split_value varchar, numerator bigint, numerator_low bigint, numerator_high bigint, denominator bigint,
    value double, status varchar, reason varchar, shape varchar, per integer
"""
CBS_LIMIT, CBS_MARGIN = 9, 2
"""The CBS publishes nothing below 10 and rounds to 5."""


def prepare(database: Database) -> None:
    database.fill("protected_cell", PROTECTED, [])


def protect(database: Database, indicator: Indicator, settings: Settings, *, unknown_keys: bool) -> None:
    """Add the protected cells of the indicator in `true_cell`, at both levels."""
    intern, openbaar = settings.rules[Protection.INTERN], settings.rules[Protection.OPENBAAR]
    judged = {
        "sensitive": indicator.sensitive,
        "is_share": indicator.shape == "share",
        "people": indicator.counts in PEOPLE and indicator.shape == "count",
        "unknown_keys": unknown_keys,
    }
    database.create("intern_cell", query_file("protect", "intern"), judged | _params(intern))
    _add(database, indicator, Protection.INTERN, "select * from intern_cell")
    outer = {"inner_base": intern.base, "limit": openbaar.hidden_limit(intern)}
    database.create("openbaar_cell", query_file("protect", "openbaar"), judged | _params(openbaar) | outer)
    _add(database, indicator, Protection.OPENBAAR, "select * from openbaar_cell")


def _params(rule: Rule) -> dict[str, Any]:
    return {"threshold": rule.threshold, "base": rule.base}


def _add(database: Database, indicator: Indicator, protection: Protection, cells: str) -> None:
    database.view("level_cell", cells)
    stated = {"protection": protection.value, "slug": indicator.slug, "per": indicator.per, "shape": indicator.shape}
    database.insert("protected_cell", query_file("protect", "add"), stated)


def add_published(database: Database, indicator: Indicator) -> None:
    """Add the cells of an indicator that arrives already counted and protected; they are not rounded again."""
    for dimension in indicator.splits or ("",):
        stated = {"slug": indicator.slug, "dimension": dimension, "per": indicator.per}
        database.insert(
            "protected_cell",
            query_file("protect", "add_published"),
            stated | {"hidden": CBS_LIMIT, "margin": CBS_MARGIN},
        )
