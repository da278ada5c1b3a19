"""True counts per place and month, of programmes with a recorded ground: a cube of their own for each programme.

They are measured after all that is protected, audited and estimated is done, in a table that nothing of that reads:
what the protected cubes say is the same with and without them.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from voorkant.builder import measure, publish
from voorkant.builder.database import Database, query_file
from voorkant.builder.declared import Declared, Progress
from voorkant.builder.region import Window
from voorkant.cube.reader import DETAIL, REGIO
from voorkant.declare.cubeplan import DETAIL as LEVEL
from voorkant.declare.indicator import Indicator
from voorkant.domain.protection import Protection

COLUMNS = f"{publish.TABLES['cell']}, programme varchar"
OPEN = {"threshold": "1", "base": "1", "hidden_limit": "0"}
"""What such a cube says of its protection: there is none."""
HERE = "select 1 from detail_cell inner join area using (area_id) where programme = ? and gemeente_code = ? limit 1"


def prepare(
    database: Database, declared: Declared, windows: Mapping[str, Window], joined: Collection[str], progress: Progress
) -> None:
    """Make `detail_cell`; empty where nobody has a ground."""
    database.fill("detail_cell", COLUMNS, [])
    grounds = declared.settings.detail
    database.fill("detail_ground", "programme varchar", [(slug,) for slug in grounds])
    wanted = {name for slug in grounds for name in declared.programmes[slug].indicators}
    plan = tuple(
        replace(table, protections=(Protection.INTERN,)) for table in declared.plan if LEVEL in table.protections
    )
    for indicator in (item for item in declared.indicators if item.slug in wanted and _counts(item)):
        progress(f"Ware aantallen: {indicator.title}")
        if measure.measure(database, indicator, plan=plan, windows=windows, linked=joined):
            stated = {"slug": indicator.slug, "per": indicator.per}
            database.create("detail_new", query_file("protect", "detail"), stated)
            database.insert("detail_cell", "select * exclude (programme), programme from detail_new")


def _counts(indicator: Indicator) -> bool:
    """Of a programme itself; not what follows its youths into the records of others, and no amounts."""
    return indicator.programmes and indicator.shape in ("count", "share") and not indicator.follows


def write(
    database: Database, draft: publish.Draft, stamp: Mapping[str, str], about: Mapping[str, str]
) -> Iterator[str]:
    """Write a cube of each programme in each gemeente that has any of it; their names."""
    meta = {**stamp, **about, **OPEN}
    programmes = database.rows("select distinct programme from detail_cell order by programme")
    for scope in (scope for scope in publish.scopes(database) if scope.code != REGIO):
        for (programme,) in programmes:
            name = f"{DETAIL}{programme}"
            if database.rows(HERE, [programme, scope.code]):
                database.fill("detail_wanted", "programme varchar", [(programme,)])
                publish.write_cube(database, draft.cube_path(scope, name), scope, name, meta=meta)
                yield f"{scope.code}/{name}"
