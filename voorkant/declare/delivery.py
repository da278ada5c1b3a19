"""What a source says of one delivery after another: which rows win, which go, and what is compared with the former."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from voorkant.declare.strict import Table

REPLACING = ("sleutel", "periode")
"""How a redelivery replaces: row by row where the key is the same, or all rows of the months that it holds."""


@dataclass(frozen=True)
class Redelivery:
    """All of it has a default: a source that says nothing replaces by key and is compared by month alone."""

    replaces: str = "sleutel"
    within: tuple[str, ...] = ()  # a replaced period is that of rows that agree in these columns
    latest_by: tuple[str, ...] = ()  # of one key the row with the latest of these wins, where all its rows state them
    removed_when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # values that take an earlier row away
    location: str | None = None  # the column that names the practice, school or place
    codes: tuple[str, ...] = ()  # columns of which the shares of the values are compared

    @property
    def columns(self) -> Iterator[str]:
        """Every column that is named."""
        yield from (*self.within, *self.latest_by, *self.removed_when, *self.codes)
        if self.location:
            yield self.location


def read_redelivery(top: Table, *, has_key: bool) -> Redelivery:
    """From the top of a source's file. Without a key only a period can be replaced."""
    table = top.table("delivery")
    removed = table.table("removed_when")
    found = Redelivery(
        replaces=table.choice("replaces", REPLACING, "sleutel" if has_key else "periode"),
        within=table.texts("within", ()),
        latest_by=table.texts("latest_by", ()),
        removed_when={name: removed.texts(name) for name in removed.names()},
        location=table.take("location", str, None),
        codes=table.texts("codes", ()),
    )
    table.done()
    if not has_key and (found.replaces == "sleutel" or found.latest_by or found.removed_when):
        raise table.refuse("zonder 'key' kan een rij geen andere vervangen: laat 'latest_by' en 'removed_when' weg.")
    return found
