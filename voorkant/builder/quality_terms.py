"""What *Kwaliteit* says of rows that were removed after their term, and of the terms that hold."""

from collections.abc import Mapping, Sequence
from datetime import date

from voorkant.builder.quality import Row
from voorkant.builder.store.history import Delivery
from voorkant.declare.retention import Terms
from voorkant.declare.source import Source
from voorkant.text import periods


def term_rows(terms: Terms, deliveries: Sequence[Delivery], sources: Mapping[str, Source]) -> list[Row]:
    """A row for each term, and one for each source of which periods can no longer be shown."""
    rows: list[Row] = [
        ("instelling", "", f"Bewaartermijn {sources[slug].title}", None, None, str(term))
        for slug, term in sorted(terms.items())
    ]
    last: dict[str, Delivery] = {}
    for item in (item for item in deliveries if item.purged):
        kind = item.kind or ""
        last[kind] = max(last.get(kind, item), item, key=_before)
    return rows + [_gone(kind, item) for kind, item in sorted(last.items())]


def _before(item: Delivery) -> str:
    return item.purged.before if item.purged else ""


def _gone(kind: str, item: Delivery) -> Row:
    first = periods.day(date.fromisoformat(_before(item)))
    removed = periods.day(date.fromisoformat(item.purged.at[:10])) if item.purged else ""
    said = f"De bewaartermijn is voorbij: deze rijen zijn op {removed} verwijderd. Dat is zo afgesproken."
    return "ontbreekt", kind, f"Gegevens van voor {first}", None, None, said
