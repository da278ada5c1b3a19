"""The tables of a cube, format 1: what the builder writes and the app reads.

One cube is a read-only DuckDB file `published/<publication>/<scope>/<protection>.duckdb`, where scope is a gemeente
code or `regio`. Counts are whole numbers; `value`, `low` and `high` are in the indicator's `per`.
"""

FORMAT = 1

TABLES = {
    # format, publication, scope, scope_name, protection, threshold, base, made_at, data_until, checksum of the cells;
    # since_<programme>: the first day on which it worked anywhere in the scope, where uitrol tells that
    "meta": "key VARCHAR NOT NULL, value VARCHAR",
    # parent_id null at the top; a practice or school hangs under its wijk, else its gemeente
    "area": "area_id INTEGER NOT NULL, code VARCHAR NOT NULL, name VARCHAR NOT NULL, level VARCHAR NOT NULL, "
    "parent_id INTEGER, valid_from DATE, valid_to DATE",
    "period": "period_id INTEGER NOT NULL, type VARCHAR NOT NULL, code VARCHAR NOT NULL, "
    '"start" DATE NOT NULL, "end" DATE NOT NULL',
    # programme_id 0 = none; places: how many of its unit the scope has, running: at how many of them it works on the
    # last day of the data (null where a unit is no place, such as gezin)
    "programme": "programme_id INTEGER NOT NULL, slug VARCHAR NOT NULL, title VARCHAR NOT NULL, unit VARCHAR NOT NULL, "
    "places INTEGER, running INTEGER",
    # where a programme works, from a day; no persons, but practices and schools: filled at intern, of a gemeente alone
    "rollout": "programme_id INTEGER NOT NULL, area_id INTEGER NOT NULL, first_day DATE NOT NULL, last_day DATE, "
    "hours_per_month DOUBLE",
    # ladder inzet|uitkomst|context; better lower|higher|neither; denominator_text: "jeugdigen van 0 tot en met 17 jaar"
    "indicator": "indicator_id INTEGER NOT NULL, slug VARCHAR NOT NULL, title VARCHAR NOT NULL, "
    "definition VARCHAR NOT NULL, ladder VARCHAR NOT NULL, better VARCHAR NOT NULL, counts VARCHAR NOT NULL, "
    "shape VARCHAR NOT NULL, numerator_text VARCHAR NOT NULL, denominator VARCHAR NOT NULL, "
    "denominator_text VARCHAR NOT NULL, per INTEGER NOT NULL, unit_text VARCHAR NOT NULL, sources VARCHAR NOT NULL, "
    "source_text VARCHAR NOT NULL, lag_weeks INTEGER NOT NULL, splits VARCHAR NOT NULL, query VARCHAR NOT NULL",
    # split_id 0 = the total, with empty dimension and value
    "split": "split_id INTEGER NOT NULL, dimension VARCHAR NOT NULL, value VARCHAR NOT NULL",
    "cell": "indicator_id INTEGER NOT NULL, programme_id INTEGER NOT NULL, area_id INTEGER NOT NULL, "
    "period_id INTEGER NOT NULL, split_id INTEGER NOT NULL, numerator BIGINT, numerator_low BIGINT, "
    "numerator_high BIGINT, denominator BIGINT, value DOUBLE, low DOUBLE, high DOUBLE, "
    "status VARCHAR NOT NULL, reason VARCHAR",
    # what the controls of a page can offer, by the codes they show: first_day and last_day of all its cells, and the
    # share of them that shows a figure, without those that were never delivered (null when there are no others)
    "offer": "indicator VARCHAR NOT NULL, programme VARCHAR NOT NULL, level VARCHAR NOT NULL, area VARCHAR NOT NULL, "
    "type VARCHAR NOT NULL, first_day DATE NOT NULL, last_day DATE NOT NULL, shown DOUBLE",
    # what was laid down. first, last: months; moments, gemeenten, secondary, guardrails: codes with commas; state: how
    # firm it is (declare/register.py); digest: of what the estimates were made for
    "pilot": "pilot_id INTEGER NOT NULL, slug VARCHAR NOT NULL, title VARCHAR NOT NULL, question VARCHAR NOT NULL, "
    "programme VARCHAR NOT NULL, unit VARCHAR NOT NULL, comparison VARCHAR NOT NULL, indicator VARCHAR NOT NULL, "
    'relevant DOUBLE NOT NULL, "first" VARCHAR NOT NULL, "last" VARCHAR NOT NULL, moments VARCHAR NOT NULL, '
    "gemeenten VARCHAR NOT NULL, secondary VARCHAR NOT NULL, guardrails VARCHAR NOT NULL, budget INTEGER, "
    "state VARCHAR NOT NULL, digest VARCHAR NOT NULL",
    # moment: an evaluation moment, nu, or empty for what was foreseen; scope: empty = the pilot as a whole, else the
    # name of a check, the day of a break, the code of a practice (its class), or what a point of a chart stands for
    # (2020-01..2020-06, -2..-1)
    "estimate": "pilot_id INTEGER NOT NULL, moment VARCHAR NOT NULL, scope VARCHAR NOT NULL, name VARCHAR NOT NULL, "
    "value DOUBLE, low DOUBLE, high DOUBLE, text VARCHAR",
    # what charts draw: empty indicator = all; breaks = a series is cut at start; area_code null = everywhere
    "event": 'title VARCHAR NOT NULL, "start" DATE NOT NULL, "end" DATE, area_code VARCHAR, kind VARCHAR NOT NULL, '
    "note VARCHAR, source VARCHAR, indicator VARCHAR, breaks BOOLEAN NOT NULL",
    # topic: levering | geweigerd | overgeslagen | melding | afwijking | regel_uit | regel_was_uit | volledigheid |
    # ontbreekt | instelling | afspraak_* | toets | nut; value: percent, rounded count or the place of an agreement;
    # period: a code or a date, and the text is Dutch
    "quality": "topic VARCHAR NOT NULL, source VARCHAR NOT NULL, item VARCHAR NOT NULL, period VARCHAR, value DOUBLE, "
    "text VARCHAR",
}
"""Column definitions by table, in the order in which they are written."""
