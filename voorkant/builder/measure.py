"""Running the indicators: true numerators and denominators for every cell of the cube plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from voorkant.builder.database import Database, query_file
from voorkant.builder.region import Window
from voorkant.declare.cubeplan import Grain, PlanTable, grains
from voorkant.declare.indicator import Indicator
from voorkant.domain.protection import Protection

OBSERVED = """
    programme varchar, key bigint, youth bigint, day date, location varchar, area_code varchar, age_group varchar,
    sex varchar, verwijzer varchar, hulpvraag varchar[], hit boolean, day_from date, day_to date, amount bigint,
    year integer, provisional boolean, numerator bigint, denominator bigint, value double
"""
MEASURED = """
    programme varchar, area_id bigint, period_id integer, dimension varchar, split_value varchar, numerator bigint,
    denominator bigint, youths bigint, others bigint
"""
TRUE_CELL = f"{MEASURED}, status varchar, reason varchar"


START_SLACK = timedelta(days=92)
"""A programme's first contacts may come a quarter after its start."""


@dataclass(frozen=True)
class Measurement:
    """What measuring an indicator says of it as a whole; the cells themselves stand in `true_cell`."""

    window: Window
    unknown_keys: bool  # whether there are rows of which the youth is not known


def prepare(database: Database) -> None:
    """Make what all indicators share: denominators, where programmes work, how well practices are mapped."""
    database.fill("observed_shape", OBSERVED, [])
    database.create("denominator", query_file("measure", "denominator"))
    database.create("active", query_file("measure", "active"))


def measure(
    database: Database, indicator: Indicator, *, plan: tuple[PlanTable, ...], windows: Mapping[str, Window]
) -> Measurement | None:
    """Fill `true_cell` with all cells of an indicator; None when its sources have no rows."""
    database.fill("true_cell", TRUE_CELL, [])
    observe(database, indicator)
    window = _window(database, indicator, windows)
    if window is None:
        return None
    unknown_keys = _observe(database)
    database.fill("measured", MEASURED, [])
    tables = list(grains(plan, indicator, Protection.INTERN))
    for grain in tables:
        _count(database, indicator, grain)
    _cells(
        database,
        indicator,
        tables,
        window,
        earliest=min((item.first for item in windows.values()), default=window.first),
    )
    return Measurement(window, unknown_keys)


def observe(database: Database, indicator: Indicator) -> None:
    """Make `observed`: the rows of an indicator, with an empty column for what it does not have."""
    database.view("indicator_rows", indicator.query)
    database.view("observed", "select * from observed_shape union all by name select * from indicator_rows")


def _window(database: Database, indicator: Indicator, windows: Mapping[str, Window]) -> Window | None:
    """The days on which all of an indicator's sources have rows; for a state, the years that it stands for."""
    if indicator.stands:
        first, until = database.rows("select min(day_from), max(day_to) from observed")[0]
        return Window(first, until) if first else None
    found = [windows[slug] for slug in indicator.sources if slug in windows]
    if len(found) < len(indicator.sources):
        return None
    return Window(max(window.first for window in found).replace(day=1), min(window.until for window in found))


def _observe(database: Database) -> bool:
    """Make `observation`: the rows with their month and place as small numbers."""
    database.create("place_listed", query_file("measure", "place_area"))
    database.create("place", query_file("measure", "place"))
    database.create("place_area", query_file("measure", "place_number"))
    database.create("observation", query_file("measure", "observation"))
    return bool(database.rows("select count(*) from observation where youth is null")[0][0])


def _count(database: Database, indicator: Indicator, grain: Grain) -> None:
    params: dict[str, object] = {"level": grain.level, "period_type": grain.period_type}
    if indicator.shape == "share" and indicator.stands:
        name = "share_stock"
    elif indicator.shape == "share":
        name = "share"
        params["dimension"] = grain.dimension
    else:
        name = "count_split" if grain.dimension else "count"
        params["additive"] = indicator.additive
        if grain.dimension:
            params["dimension"] = grain.dimension
    database.insert("measured", query_file("measure", name), params)


def _cells(database: Database, indicator: Indicator, tables: list[Grain], window: Window, *, earliest: date) -> None:
    rows = [(grain.level, grain.period_type, grain.dimension) for grain in tables]
    database.fill("grain", "level varchar, period_type varchar, dimension varchar", rows)
    database.create("delivered", query_file("measure", "delivered"), {"is_outcome": indicator.ladder == "uitkomst"})
    whole = _is_whole(database, indicator, window)
    stated = {
        "denominator": indicator.denominator,
        # before a programme began there are cells too: they say that it was not there yet
        "first": min(earliest, window.first) if whole else window.first,
        "whole_from": date.min if whole else window.first,
        "until": window.until,
        "final": final_day(window.until, indicator.lag_weeks),
        "min_coverage": indicator.min_coverage,
        "is_share": indicator.shape == "share",
    }
    database.insert("true_cell", query_file("measure", "cell"), stated)


def _is_whole(database: Database, indicator: Indicator, window: Window) -> bool:
    """Whether the source begins when its programme began, so that nothing is missing before it."""
    (begun,) = database.rows(
        "select min(first_day) from dim_rollout where programme in (select programme from observation)"
    )[0]
    return indicator.programmes and begun is not None and window.first <= begun + START_SLACK


def final_day(until: date, lag_weeks: int) -> date:
    """The last day on which a period may end to be final: complete, with the registration lag behind it."""
    return until - timedelta(weeks=lag_weeks)
