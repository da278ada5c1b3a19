"""Protecting, once, at publication: from true cells to intern cells, and from those to openbaar ones."""

from voorkant.builder.database import Database, query_file
from voorkant.declare.indicator import Indicator
from voorkant.declare.settings import Settings
from voorkant.domain.protection import Protection

PEOPLE = frozenset({"jeugdigen", "leerlingen", "gezinnen"})
PROTECTED = """
    indicator varchar, programme varchar, area_id bigint, period_id integer, dimension varchar, split_value varchar,
    numerator bigint, numerator_low bigint, numerator_high bigint, denominator bigint, value double, status varchar,
    reason varchar, shape varchar, per integer
"""
CBS_LIMIT, CBS_MARGIN = 9, 2
"""The CBS publishes nothing below 10 and rounds to 5."""


def prepare(database: Database) -> None:
    for protection in Protection:
        database.execute(f"create or replace table protected_{protection.value} ({PROTECTED})")


def protect(database: Database, indicator: Indicator, settings: Settings, *, unknown_keys: bool) -> None:
    """Add the protected cells of the indicator in `true_cell` to both levels."""
    intern, openbaar = settings.rules[Protection.INTERN], settings.rules[Protection.OPENBAAR]
    judged = {
        "sensitive": indicator.sensitive, "is_share": indicator.shape == "share",
        "people": indicator.counts in PEOPLE and indicator.shape == "count", "unknown_keys": unknown_keys,
    }  # fmt: skip
    database.create("intern_cell", query_file("protect", "intern"),
                    {"threshold": intern.threshold, "base": intern.base} | judged)  # fmt: skip
    database.create("openbaar_cell", query_file("protect", "openbaar"),
                    {"threshold": openbaar.threshold, "base": openbaar.base, "inner_base": intern.base} | judged)  # fmt: skip
    for protection in Protection:
        database.execute(
            f"""
            insert into protected_{protection.value}
            select $slug, programme, area_id, period_id, dimension, split_value, numerator, numerator_low,
                numerator_high, denominator, 1.0 * $per * numerator / nullif(denominator, 0), status,
                case
                    when reason is null and numerator is not null and coalesce(denominator, 0) = 0
                        then case when $shape = 'share' then 'geen_cijfer' else 'niet_geleverd' end
                    else reason
                end,
                $shape, $per
            from {protection.value}_cell
            """,
            {"slug": indicator.slug, "per": indicator.per, "shape": indicator.shape},
        )


def add_published(database: Database, indicator: Indicator) -> None:
    """Add the cells of an indicator that arrives already counted and protected; they are not rounded again."""
    for dimension in indicator.splits or ("",):
        database.create("published_cell", query_file("measure", "published"), {"dimension": dimension})
        for protection in Protection:
            database.execute(
                f"""
                insert into protected_{protection.value}
                select $slug, programme, area_id, period_id, dimension, split_value, numerator,
                    case when reason = 'klein' then 0 else greatest(0, numerator - $margin) end,
                    case when reason = 'klein' then $limit else numerator + $margin end,
                    denominator, value, status, reason, 'published', $per
                from published_cell
                """,
                {"slug": indicator.slug, "per": indicator.per, "margin": CBS_MARGIN, "limit": CBS_LIMIT},
            )
