"""Weighing what was taken in: what it changes, what stands out, and whether someone said why that is right."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from voorkant.builder.compare import Comparison, Sides, can_replace_period, compare, told
from voorkant.builder.database import Database
from voorkant.builder.declared import Declared
from voorkant.builder.order import Order
from voorkant.builder.plausible import Concern, implausible
from voorkant.builder.store.history import Delivery
from voorkant.builder.store.records import stored
from voorkant.declare.home import Home
from voorkant.declare.settings import Settings
from voorkant.declare.source import Source
from voorkant.domain.personal import objection
from voorkant.domain.problem import Problem


def way(source: Source, settings: Settings, asked: Mapping[str, str]) -> str:
    """How a redelivery of a kind replaces: as asked for, else as the municipality stated, else as the source says."""
    if not source.key:
        return "periode"
    wanted = asked.get(source.slug) or settings.replaces.get(source.slug) or source.delivery.replaces
    return wanted if can_replace_period(source) else "sleutel"


def weigh(
    home: Home, declared: Declared, *, known: Sequence[Delivery], new: Sequence[Delivery], order: Order
) -> list[Delivery]:
    """The new deliveries with who brought them, what they change and what stands out. Problem for an open warning."""
    found = _comparisons(home, declared, known, new, order)
    concerns = {kind: implausible(comparison) for kind, comparison in found.items()}
    if order.strict:
        _refuse_open([concern for listed in concerns.values() for concern in listed], order.reasons)
    last = {item.kind: item.number for item in new if item.used}
    return [
        replace(
            item,
            who=order.asker.name,
            replaced=found[item.kind].replaced if item.used and item.kind in found else None,
            # with the last table of a kind: together they are one delivery
            **_account(found, concerns, item.kind, order) if last.get(item.kind) == item.number else {},
        )
        for item in new
    ]


def _comparisons(
    home: Home, declared: Declared, known: Sequence[Delivery], new: Sequence[Delivery], order: Order
) -> dict[str, Comparison]:
    """Per kind that was delivered before, what comes in now beside what counts."""
    counting = {item.kind for item in known if item.counts}
    kinds = sorted({item.kind for item in new if item.used and item.kind in counting and item.kind})
    if not kinds:
        return {}
    folder, settings = home.records / "rows", declared.settings
    database = Database(home)
    try:
        found = {}
        for source in (declared.sources[kind] for kind in kinds):
            old, own = (of_kind(items, source) for items in (known, new))
            sides = Sides(stored(database, folder, source, old), old, stored(database, folder, source, own), own)
            how, stated = way(source, settings, order.replaces), settings.data_until.get(source.slug)
            found[source.slug] = compare(database, source, sides, ways=[how], stated=stated)[how]
        return found
    finally:
        database.close()


def of_kind(items: Iterable[Delivery], source: Source) -> list[Delivery]:
    """The deliveries of a kind of which rows count."""
    return [item for item in items if item.counts and item.kind == source.slug]


def _account(
    found: Mapping[str, Comparison], concerns: Mapping[str, list[Concern]], kind: str | None, order: Order
) -> dict[str, Any]:
    if kind not in found:
        return {}
    said = [
        concern.told() | {"reason": order.reasons.get(concern.id, "").strip() or None} for concern in concerns[kind]
    ]
    return {"changes": told(found[kind]), "warnings": tuple(said)}


def _refuse_open(concerns: Sequence[Concern], reasons: Mapping[str, str]) -> None:
    """Problem where a warning has no reason, or one that cannot be kept."""
    for concern in concerns:
        if words := objection(reasons.get(concern.id, "")):
            raise Problem(f"Er is niets gepubliceerd. {words} Het gaat om: {concern.text}")
