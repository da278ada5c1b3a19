"""Rules of plausibility that the demo has no data for: money, summers, and kinds that are lists."""

from datetime import date
from pathlib import Path

import pytest

from tests.unit.builder.test_counting import Store
from voorkant.builder.compare import Comparison, Sides, can_replace_period, compare
from voorkant.builder.database import Database
from voorkant.builder.plausible import implausible
from voorkant.builder.store.records import stored


def compared(store: Store, replaces: str = "sleutel", stated: date | None = None) -> Comparison:
    """The last delivery beside those before it."""
    database, folder, source = Database(store.home), store.home.records, store.source
    old, new = store.deliveries[:-1], store.deliveries[-1:]
    sides = Sides(stored(database, folder, source, old), old, stored(database, folder, source, new), new)
    return compare(database, source, sides, ways=[replaces], stated=stated)[replaces]


def claims(month: int, amount: str, volume: str = "1") -> list[dict]:
    return [
        {"declaratie_id": f"{month}-{number}", "periode_start": f"2024-{month:02d}-01", "productcode": "A",
         "bedrag": amount, "volume": volume}
        for number in range(12)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("amount", "volume", "told"),
    [("100", "1", []), ("200", "2", []), ("10000", "1", [(100.0, 10000.0)]), ("1", "1", [(100.0, 1.0)])],
)
def test_amounts_that_are_a_hundred_times_off(tmp_path: Path, amount: str, volume: str, told: list) -> None:
    store = Store(tmp_path, "declaraties")
    store.deliver(*claims(1, "100"), *claims(2, "100"))
    store.deliver(*claims(3, amount, volume))
    found = [item for item in implausible(compared(store)) if item.rule == "bedrag_100_keer"]
    assert [(item.old, item.new) for item in found] == told
    assert all("euro" in item.text for item in found)


def helped(year: int, month: int, count: int) -> list[dict]:
    return [
        {"inzet_id": f"{year}-{month}-{number}", "startdatum": f"{year}-{month:02d}-15", "brin": "99AA00"}
        for number in range(count)
    ]


def test_a_summer_that_is_always_quiet_is_not_missed(tmp_path: Path) -> None:
    store = Store(tmp_path, "jeugdhulp_school")
    quiet = {7: 2, 8: 0}
    for year in (2023, 2024):
        for month in range(1, 13):
            if (year, month) < (2024, 7):
                store.deliver(*helped(year, month, quiet.get(month, 20)))
    store.deliver(*helped(2024, 6, 20), *helped(2024, 7, 2), *helped(2024, 9, 20))
    assert implausible(compared(store)) == []
    store.deliver(*helped(2024, 10, 3))
    assert [(item.rule, item.old, item.new) for item in implausible(compared(store))] == [("maand_gedaald", 17, 3)]


def test_a_list_is_compared_by_row_alone(tmp_path: Path) -> None:
    store = Store(tmp_path, "praktijken")
    store.deliver(*({"praktijk_agb": f"0100000{n}", "jaar": "2024", "naam": "A"} for n in range(5)))
    store.deliver({"praktijk_agb": "01000001", "jaar": "2024", "naam": "B"},
                  {"praktijk_agb": "01000002", "jaar": "2024", "naam": "A"},
                  {"praktijk_agb": "01000009", "jaar": "2024", "naam": "C"})  # fmt: skip
    found = compared(store)
    assert (found.months, implausible(found)) == ((), [])
    changes = found.changes
    assert (changes.added, changes.changed, changes.removed, changes.unchanged) == (1, 1, 0, 1)
    assert compared(store, "periode").changes.removed == 3


def test_rows_without_a_key_are_the_same_as_often_as_they_occur(tmp_path: Path) -> None:
    store = Store(tmp_path, "ervaringen")
    one = {"programma": "ojg", "datum": "2024-02-02", "vraag": "v", "score": "8"}
    store.deliver(one, one, one)
    store.deliver(one, one, one | {"score": "9"})
    found = compared(store, "periode")
    assert (found.changes.unchanged, found.changes.added, found.changes.removed) == (2, 1, 1)
    assert found.replaced is not None
    assert (found.replaced.first, found.replaced.last, found.replaced.before) == ("2024-02", "2024-02", 2)


def test_late_rows_lie_before_the_day_that_was_stated(tmp_path: Path) -> None:
    store = Store(tmp_path, "jeugdhulp_school")
    store.deliver(*helped(2024, 1, 5))
    store.deliver(*helped(2024, 2, 5), *helped(2024, 3, 5))
    assert compared(store, stated=date(2024, 2, 29)).changes.late == 5


def test_a_list_about_no_time_is_replaced_by_key_alone(tmp_path: Path) -> None:
    assert not can_replace_period(Store(tmp_path, "kernen").source)
