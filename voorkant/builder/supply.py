"""Who delivered, until when, and when the next delivery is due: facts only; whoever looks compares with the day."""

from collections.abc import Mapping, Sequence
from datetime import date

from voorkant.builder.database import Database, checked
from voorkant.builder.declared import Declared
from voorkant.builder.quality import Row
from voorkant.builder.region import Window, last_complete
from voorkant.builder.store.history import Delivery
from voorkant.builder.store.records import DELIVERY_ROWS
from voorkant.declare.source import Source
from voorkant.declare.supply import Supply, gemeente_column

FIGURE = "afspraak_cijfer"


def supply_rows(
    database: Database, declared: Declared, deliveries: Sequence[Delivery], windows: Mapping[str, Window]
) -> list[Row]:
    """The agreements: a row for each fact, with the place of the agreement in the settings as its value.

    Of what was never delivered there is no due day.
    """
    rows: list[Row] = []
    for number, supply in enumerate(declared.settings.supplies):
        source = declared.sources[supply.source]
        last = _last_delivery(database, supply, source, deliveries)
        until = _until(database, supply, source, windows) if last else None
        names = [declared.settings.gemeenten.get(code) or code for code in supply.gemeenten]
        facts: dict[str, tuple[str | None, str | None]] = {
            "afspraak_termijn": (None, supply.term),
            "afspraak_gemeenten": (None, ", ".join(names)),
            "afspraak_bestand": (last.at[:10], last.file) if last else (None, None),
            "afspraak_tot": (until.isoformat() if until else None, None),
            "afspraak_verwacht": (supply.expected(until).code if until else None, None),
            "afspraak_uiterlijk": (supply.due(until).isoformat() if until else None, None),
        }
        told = [(topic, period, text) for topic, (period, text) in facts.items()]
        told += [(FIGURE, None, item.title) for item in declared.indicators if supply.source in item.sources]
        rows += [(topic, supply.source, supply.supplier, period, float(number), text) for topic, period, text in told]
    return rows


def _last_delivery(
    database: Database, supply: Supply, source: Source, deliveries: Sequence[Delivery]
) -> Delivery | None:
    """The newest delivery of the kind; for a supplier of some gemeenten the newest that holds rows of those."""
    found = [item for item in deliveries if item.used and item.kind == supply.source]
    if supply.gemeenten:
        query = f"select distinct row_id // {DELIVERY_ROWS} {_of_gemeenten(source)}"
        numbers = {number for (number,) in database.rows(query, {"gemeenten": list(supply.gemeenten)})}
        found = [item for item in found if item.number in numbers]
    return found[-1] if found else None


def _of_gemeenten(source: Source) -> str:
    column = checked(gemeente_column(source) or "")
    return f"from {checked(f'src_{source.slug}')} where list_contains($gemeenten, {column})"


def _until(database: Database, supply: Supply, source: Source, windows: Mapping[str, Window]) -> date | None:
    """Until which day its rows are complete; None for a kind without a day or year."""
    if source.slug in windows:
        return _until_of_gemeenten(database, supply, source) if supply.gemeenten else windows[source.slug].until
    years = [column.name for column in source.columns if column.type == "year"]
    if not years:
        return None
    ((year,),) = database.rows(f"select max({checked(years[0])}) from {checked(f'src_{source.slug}')}")  # noqa: S608
    return date(year, 12, 31) if year else None


def _until_of_gemeenten(database: Database, supply: Supply, source: Source) -> date | None:
    """As the source as a whole is judged, on the rows of these gemeenten alone; what is stated is of the whole."""
    day = checked(source.day or database.rows("select verwijzing_day from build_setting")[0][0])
    query = f"""
        select cast(date_trunc('month', {day}) as date) as month, count(*) as n
        {_of_gemeenten(source)} and {day} is not null group by month
    """
    months = dict(database.rows(query, {"gemeenten": list(supply.gemeenten)}))
    return last_complete(months) if months else None
