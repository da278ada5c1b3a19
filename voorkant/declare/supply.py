"""What was agreed with who delivers data: `[[levering]]` in `voorkant.toml`, and when the next one is due."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from voorkant.declare.source import Source
from voorkant.declare.strict import Table, nearest
from voorkant.domain.period import Period, PeriodType, period_of
from voorkant.domain.problem import DataRefused

TERMS = {
    "maand": PeriodType.MONTH, "kwartaal": PeriodType.QUARTER, "halfjaar": PeriodType.HALF, "jaar": PeriodType.YEAR,
    "schooljaar": PeriodType.SCHOOLYEAR,
}  # fmt: skip
DAYS = 42
"""After the end of a period, before its delivery is late."""
_CONTACT = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


@dataclass(frozen=True)
class Supply:
    """One agreement. `gemeenten`: those whose rows this supplier delivers; empty = all of the source."""

    source: str
    supplier: str
    term: str
    days: int = DAYS
    contact: str = ""  # the e-mail address of an organisation, for the message to it
    gemeenten: tuple[str, ...] = ()

    def expected(self, until: date) -> Period:
        """The first period that is not whole yet when the data go until this day."""
        return period_of(until + timedelta(days=1), TERMS[self.term])

    def due(self, until: date) -> date:
        """The last day on which the next delivery is in time."""
        return self.expected(until).end + timedelta(days=self.days)


def read_supplies(top: Table) -> tuple[Supply, ...]:
    """What `[[levering]]` says. DataRefused for an unknown term, or the same agreement twice."""
    found: list[Supply] = []
    for table in top.tables("levering"):
        supply = Supply(
            source=table.take("bron", str),
            supplier=table.take("leverancier", str),
            term=table.choice("termijn", TERMS),
            days=table.take("dagen", int, DAYS),
            contact=table.take("contact", str, ""),
            gemeenten=table.texts("gemeenten", ()),
        )
        table.done()
        _refuse_odd(table, supply, found)
        found.append(supply)
    return tuple(found)


def _refuse_odd(table: Table, supply: Supply, others: Iterable[Supply]) -> None:
    if not supply.supplier.strip():
        raise table.refuse("'leverancier' is leeg. Noem de organisatie die levert.")
    if supply.days < 0:
        raise table.refuse("'dagen' is het aantal dagen na afloop van de termijn: 0 of meer.")
    if supply.contact and not _CONTACT.fullmatch(supply.contact):
        raise table.refuse("'contact' is een e-mailadres van de organisatie, zoals gegevens@leverancier.nl.")
    if any((other.source, other.supplier) == (supply.source, supply.supplier) for other in others):
        raise table.refuse(f"'{supply.supplier}' staat er al voor '{supply.source}'. Voeg ze samen.")


def check_supplies(supplies: Iterable[Supply], sources: Mapping[str, Source]) -> None:
    """DataRefused for an agreement about a source that does not exist, or about gemeenten that it does not name."""
    for supply in supplies:
        where = f"voorkant.toml, [[levering]] van '{supply.supplier}'"
        if supply.source not in sources:
            raise DataRefused(f"{where}: de bron '{supply.source}' bestaat niet.{nearest(supply.source, sources)}")
        if supply.gemeenten and gemeente_column(sources[supply.source]) is None:
            raise DataRefused(f"{where}: '{supply.source}' heeft geen gemeentecode. Laat 'gemeenten' weg.")


def gemeente_column(source: Source) -> str | None:
    """The column that says of which gemeente a row is."""
    return next((column.name for column in source.columns if column.type == "gemeente"), None)


def supply_of(kinds: Collection[str | None], supplies: Iterable[Supply]) -> Supply | None:
    """The one agreement that files of these kinds belong to; None when it is not certain who delivered them."""
    fitting = [supply for supply in supplies if supply.source in kinds]
    return fitting[0] if len(fitting) == 1 and len(set(kinds)) == 1 else None
