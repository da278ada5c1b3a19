"""Running the indicators: true numerators and denominators for every cell of the cube plan."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from voorkant.builder import counted
from voorkant.builder.database import Database, query_file
from voorkant.builder.region import Window
from voorkant.declare.cubeplan import Grain, PlanTable, grains
from voorkant.declare.indicator import Indicator
from voorkant.domain.protection import Protection

OBSERVED = """
    programme varchar, key bigint, youth bigint, day date, location varchar, area_code varchar, age_group varchar,
    sex varchar, verwijzer varchar, wachttijd varchar, termijn varchar, vervolg varchar, hulp varchar,
    hulpvraag varchar[], hit boolean, day_from date, day_to date, amount bigint, year integer, provisional boolean,
    numerator bigint, denominator bigint, value double
"""
MEASURED = """
    programme varchar, area_id bigint, period_id integer, dimension varchar, split_value varchar, numerator bigint,
    denominator bigint, youths bigint, others bigint
"""
TRUE_CELL = f"{MEASURED}, status varchar, reason varchar"
AMOUNT = """
    indicator varchar, programme varchar, area_id bigint, period_id integer, total bigint, largest bigint, volume bigint
"""


FEW = 200_000
"""So many rows are counted for all levels and period types at once; of more, each is cheaper by itself."""
START_SLACK = timedelta(days=92)
"""A programme's first contacts may come a quarter after its start."""


@dataclass(frozen=True)
class Measurement:
    """What measuring an indicator says of it as a whole; the cells themselves stand in `true_cell`."""

    unknown_keys: bool  # whether there are rows of which the youth is not known


def prepare(database: Database) -> None:
    """Make what all indicators share: denominators, where programmes work, how well practices are mapped."""
    # rows are grouped by programme in every count: a number for its name makes these a quarter cheaper
    database.execute("create type programme_name as enum (select slug from programme union select '')")
    database.fill("observed_shape", OBSERVED, [])
    database.create("denominator", query_file("measure", "denominator"))
    database.fill("true_amount", AMOUNT, [])
    database.create("active", query_file("measure", "active"))
    counted.prepare(database)


def measure(
    database: Database,
    indicator: Indicator,
    *,
    plan: tuple[PlanTable, ...],
    windows: Mapping[str, Window],
    linked: Collection[str] = (),
) -> Measurement | None:
    """Fill `true_cell` with all cells of an indicator; None when there is nothing to count and nothing counted.

    `linked`: the sources of which youths may be followed from one to another.
    """
    database.fill("true_cell", TRUE_CELL, [])
    tables = list(grains(plan, indicator, Protection.INTERN))
    unknown = None
    if indicator.stands or all(any(slug in windows for slug in group) for group in indicator.groups):
        observe(database, indicator)
        database.keep("observed_row", "from observed")  # looked at four times, and some take long to find
        database.fill("unlinked", "programme varchar", [(slug,) for slug in unlinked(database, indicator, linked)])
        unknown = _from_rows(database, indicator, tables=tables, windows=windows)
    if unknown is None:
        _plan(database, tables, few=True)
    found = counted.add_counted(database, indicator)
    return Measurement(unknown_keys=bool(unknown) or found) if unknown is not None or found else None


def _from_rows(
    database: Database, indicator: Indicator, *, tables: list[Grain], windows: Mapping[str, Window]
) -> bool | None:
    """Count the rows of an indicator; whether there are rows of which the youth is not known, None without rows."""
    series = _series_windows(database, indicator, windows)
    if not series:
        return None
    size, unknown = _observe(database)
    other_keys = _only(database, series)
    database.fill("measured", MEASURED, [])
    for turn, dimension in _plan(database, tables, few=size <= FEW):
        _count(database, indicator, dimension, turn=turn, of_youths=not other_keys)
    if indicator.shape == "sum":
        database.insert("true_amount", query_file("measure", "amount"), {"slug": indicator.slug})
    earliest = min((item.first for item in windows.values()), default=date.max)
    _windows(database, indicator, series, earliest=earliest)
    _cells(database, indicator)
    database.execute("drop table observation")  # before the next indicator's stands beside it
    return bool(unknown)


def observe(database: Database, indicator: Indicator) -> None:
    """Make `observed`: the rows of an indicator, with an empty column for what it does not have."""
    observe_query(database, indicator.query)


def observe_query(database: Database, query: str) -> None:
    """The same of any rows that are named by their role."""
    database.view("indicator_rows", query)
    database.view("observed", "select * from observed_shape union all by name select * from indicator_rows")


def _series_windows(database: Database, indicator: Indicator, windows: Mapping[str, Window]) -> dict[str, Window]:
    """Per programme ('' = none) the days on which all that it needs has rows; for a state, the years it stands for."""
    programmes = _programmes(database, indicator)
    if indicator.stands and window_of(indicator, windows) is None:  # its years are all that its source says of time
        first, until = database.rows("select min(day_from), max(day_to) from observed_row")[0]
        return {slug: Window(first, until) for slug in programmes}
    begun = {(slug, source): first for slug, source, first in database.rows(query_file("measure", "programme_source"))}
    found = {slug: _window(indicator, windows, begun=begun, programme=slug) for slug in programmes}
    return {slug: window for slug, window in found.items() if window}


def _programmes(database: Database, indicator: Indicator) -> list[str]:
    """Those with rows, without a programme that lists its indicators and not this one."""
    listed = database.rows("select programme, indicator from programme_indicator")
    others = {slug for slug, _ in listed} - {slug for slug, name in listed if name == indicator.slug}
    seen = database.rows("select distinct coalesce(programme, '') from observed_row")
    return [slug for (slug,) in seen if slug not in others]


def unlinked(database: Database, indicator: Indicator, linked: Collection[str]) -> list[str]:
    """The programmes ('' = none) of which the indicator would have to follow youths that may not be followed."""
    if not indicator.follows:
        return []
    begun = {(slug, source) for slug, source, _ in database.rows(query_file("measure", "programme_source"))}
    programmes = [slug for (slug,) in database.rows("select distinct coalesce(programme, '') from observed_row")]
    return [
        programme
        for programme in programmes
        if any(
            slug not in linked
            for group in indicator.groups
            for slug in group
            if len(group) == 1 or (programme, slug) in begun
        )
    ]


def window_of(indicator: Indicator, windows: Mapping[str, Window]) -> Window | None:
    """The days on which all that an indicator of no programme needs has rows; None when something has none."""
    return _window(indicator, windows, begun={}, programme="")


def _window(
    indicator: Indicator, windows: Mapping[str, Window], *, begun: Mapping[tuple[str, str], date], programme: str
) -> Window | None:
    """Where sources are alternatives, those that deliver the programme count, from its own first day."""
    needed = []
    for group in indicator.groups:
        own = {
            slug: Window(begun.get((programme, slug), windows[slug].first), _until(indicator, slug, windows[slug]))
            for slug in group
            if slug in windows and (len(group) == 1 or (programme, slug) in begun)
        }
        if not own:
            return None
        needed.append(Window(min(item.first for item in own.values()), min(item.until for item in own.values())))
    return Window(max(item.first for item in needed).replace(day=1), min(item.until for item in needed))


def _until(indicator: Indicator, source: str, window: Window) -> date:
    """What is followed in a source is known of a day once that time has gone by in it."""
    return window.until - timedelta(days=indicator.follow_days if source == indicator.follows else 0)


def _observe(database: Database) -> tuple[int, int]:
    """Make `observation`: the rows with their month and place as small numbers.

    Returned is how many there are, and of how many the youth is not known.
    """
    database.create("place", query_file("measure", "place"))
    database.create("place_area", query_file("measure", "place_area"))
    database.create("observation", query_file("measure", "observation"))
    size, unknown = database.rows("select count(*), count(*) filter (where youth is null) from observation")[0]
    return size, unknown


def _only(database: Database, series: Collection[str]) -> int:
    """Leave the programmes that get cells in `observation`; of how many rows the key is not the youth.

    Families are counted by measures of their own. With their rows every youth would have to be counted twice.
    """
    database.execute(
        "delete from observation where cast(programme as varchar) not in (select unnest($series))",
        {"series": list(series)},
    )
    (other,) = database.rows("select count(*) from observation where key is distinct from youth")[0]
    return int(other)


def _plan(database: Database, tables: list[Grain], *, few: bool) -> list[tuple[int, str]]:
    """Make `grain`: the tables, each with the turn in which it is counted. Returned is the dimension of each turn."""
    turns: dict[Grain | str, int] = {}
    rows = []
    for grain in tables:
        turn = turns.setdefault(grain.dimension if few else grain, len(turns))
        rows.append((grain.level, grain.period_type, grain.dimension, turn))
    database.fill("grain", "level varchar, period_type varchar, dimension varchar, turn integer", rows)
    return [(turn, key.dimension if isinstance(key, Grain) else key) for key, turn in turns.items()]


def _count(database: Database, indicator: Indicator, dimension: str, *, turn: int, of_youths: bool) -> None:
    params: dict[str, object] = {"turn": turn}
    if indicator.stands:
        name = "share_stock" if indicator.shape == "share" else "count_stock"
        params |= {} if indicator.shape == "share" else {"of_youths": of_youths}
    elif indicator.shape == "share":
        name = "share"
        params["dimension"] = dimension
    else:
        name = "count_split" if dimension else "count"
        params |= {"additive": indicator.additive, "of_youths": of_youths}
        if dimension:
            params["dimension"] = dimension
    database.insert("measured", query_file("measure", name), params)


def _windows(database: Database, indicator: Indicator, series: Mapping[str, Window], *, earliest: date) -> None:
    """Make `series_window`: per programme from when to when it has cells, and which of them are whole and final."""
    rows = []
    for programme, window in series.items():
        whole = _is_whole(database, indicator, window, programme=programme)
        # before a programme began there are cells too: they say that it was not there yet
        first = min(earliest, window.first) if whole else window.first
        whole_from = date.min if whole else window.first + timedelta(days=indicator.build_up_days)
        rows.append((programme, first, whole_from, window.until, final_day(window.until, indicator.lag_weeks)))
    columns = "programme varchar, first_day date, whole_from date, until_day date, final_day date"
    database.fill("series_window", columns, rows)


def _is_whole(database: Database, indicator: Indicator, window: Window, *, programme: str) -> bool:
    """Whether the source begins when the programme began, so that nothing is missing before it."""
    (begun,) = database.rows("select min(first_day) from dim_rollout where programme = ?", [programme])[0]
    return indicator.programmes and begun is not None and window.first <= begun + START_SLACK


def _cells(database: Database, indicator: Indicator) -> None:
    database.create("delivered", query_file("measure", "delivered"), {"is_outcome": indicator.ladder == "uitkomst"})
    stated = {
        "denominator": indicator.denominator,
        "min_coverage": indicator.min_coverage,
        "is_share": indicator.shape == "share",
    }
    database.insert("true_cell", query_file("measure", "cell"), stated)


def final_day(until: date, lag_weeks: int) -> date:
    """The last day on which a period may end to be final: complete, with the registration lag behind it."""
    return until - timedelta(weeks=lag_weeks)
