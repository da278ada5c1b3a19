"""Which rows count after corrections, removals and replaced periods, on deliveries that are small enough to read."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from voorkant import ROOT
from voorkant.builder.database import Database
from voorkant.builder.store.history import Delivery, Replaced
from voorkant.builder.store.records import relate, schema, write_rows
from voorkant.declare.home import Home
from voorkant.declare.source import read_sources

SOURCES = read_sources(ROOT / "data" / "sources")


class Store:
    """Deliveries of one kind in a record store."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.source, self.home = SOURCES[kind], Home(folder)
        self.deliveries: list[Delivery] = []

    def deliver(self, *rows: dict, replaced: tuple[str, str] | None = None) -> None:
        number = len(self.deliveries) + 1
        columns = {name for row in rows for name in row}
        types = schema(self.source)
        names = [name for name in types.names if name in columns]
        table = pa.table(
            {
                name: pa.array([row.get(name) for row in rows], pa.string()).cast(types.field(name).type)
                for name in names
            }
            | {"line": pa.array(range(2, len(rows) + 2), pa.int32())}
        )
        months = Replaced(*replaced, before=number) if replaced else None
        item = Delivery(number, f"{number}.csv", str(number), self.source.slug, "", replaced=months)
        write_rows(self.home.records / item.parquet, table, self.source, number)
        self.deliveries.append(item)

    def counting(self, *columns: str) -> set[tuple]:
        self.database = Database(self.home)
        relate(self.database, self.home.records, self.source, self.deliveries)
        return set(self.database.rows(f"select {', '.join(columns)} from src_{self.source.slug}"))


@pytest.fixture
def store(tmp_path: Path):
    return lambda kind: Store(tmp_path, kind)


def referral(number: str, day: str | None = None, time: str | None = None, product: str = "a", **more: str) -> dict:
    return {"verwijzing_id": number, "toewijzingsdatum": day, "toewijzingstijd": time, "productcode": product, **more}


def test_the_latest_message_wins_also_when_it_was_delivered_before(store) -> None:
    found = store("ggz_verwijzingen")
    found.deliver(referral("1", "2024-03-02", "10:00:00", "new"), referral("2", "2024-03-01", product="old"))
    found.deliver(referral("1", "2024-03-02", "09:00:00", "late"), referral("2", "2024-03-02", product="new"))
    assert found.counting("verwijzing_id", "productcode") == {("1", "new"), ("2", "new")}


def test_where_a_row_states_no_moment_the_later_delivery_wins(store) -> None:
    found = store("ggz_verwijzingen")
    found.deliver(referral("1", "2024-03-02", "10:00:00"))
    found.deliver(referral("1", product="b"))
    assert found.counting("productcode") == {("b",)}


@pytest.mark.parametrize("sign", [{"reden_wijziging": "13"}, {"status_aanlevering": "3"}])
def test_a_removal_takes_the_earlier_row_away_and_is_no_row_itself(store, sign) -> None:
    found = store("ggz_verwijzingen")
    found.deliver(referral("1", "2024-03-02"), referral("2", "2024-03-02"), referral("3", "2024-03-02", **sign))
    assert found.counting("verwijzing_id") == {("1",), ("2",)}
    found.deliver(referral("1", "2024-03-02", **sign))
    assert found.counting("verwijzing_id") == {("2",)}
    found.deliver(referral("1", "2024-03-09"))
    assert found.counting("verwijzing_id") == {("1",), ("2",)}


def contact(number: str, day: str, kind: str = "steun") -> dict:
    return {"contact_id": number, "contactdatum": day, "voorziening": kind}


def test_a_replaced_period_takes_all_earlier_rows_of_its_months_and_its_programme(store) -> None:
    found = store("preventie_contacten")
    found.deliver(
        contact("1", "2024-01-31"), contact("2", "2024-02-01"), contact("3", "2024-03-31"), contact("4", "2024-04-01"),
        contact("5", "2024-03-01", "ander"),
    )  # fmt: skip
    found.deliver(contact("9", "2024-02-10"), replaced=("2024-02", "2024-03"))
    assert found.counting("contact_id") == {("1",), ("4",), ("5",), ("9",)}
    found.deliver(contact("3", "2024-03-31"))
    assert found.counting("contact_id") == {("1",), ("3",), ("4",), ("5",), ("9",)}


def answer(score: str, *, day: str | None = None, period: str | None = None) -> dict:
    return {"programma": "ojg", "datum": day, "periode": period, "vraag": "v", "score": score}


def test_rows_without_a_key_are_replaced_by_period_and_a_longer_period_stays(store) -> None:
    found = store("ervaringen")
    found.deliver(
        answer("1", period="2024-Q1"), answer("2", period="2024"), answer("3", day="2024-03-31"),
        answer("4", period="2024-03"), answer("5", period="2024-H1"), answer("6", period="2023/2024"),
        answer("7", day="2024-04-01"),
    )  # fmt: skip
    found.deliver(answer("8", day="2024-02-02"), answer("8", day="2024-02-02"), replaced=("2024-01", "2024-03"))
    assert found.counting("score") == {(2.0,), (5.0,), (6.0,), (7.0,), (8.0,)}
    [(rows,)] = found.database.rows("select count(*) from src_ervaringen")
    assert rows == 6


def test_lists_by_year_are_replaced_by_year(store) -> None:
    found = store("praktijken")
    found.deliver({"praktijk_agb": "01000001", "jaar": "2023"}, {"praktijk_agb": "01000001", "jaar": "2024"})
    found.deliver({"praktijk_agb": "01000002", "jaar": "2024"}, replaced=("2024-01", "2024-12"))
    assert found.counting("praktijk_agb", "jaar") == {("01000001", 2023), ("01000002", 2024)}


def test_a_list_about_no_time_has_no_period(store) -> None:
    found = store("kernen")
    found.deliver({"kern": "K1"})
    found.deliver({"kern": "K2"}, replaced=("2024-01", "2024-12"))
    with pytest.raises(ValueError, match="no time"):
        found.counting("kern")


def test_a_column_that_was_declared_later_is_empty_in_older_files(store, tmp_path) -> None:
    found = store("ggz_verwijzingen")
    found.deliver(referral("1"))
    path = tmp_path / "records" / "000001.parquet"
    pq.write_table(pq.read_table(path).drop(["reden_wijziging", "status_aanlevering", "toewijzingstijd"]), path)
    found.deliver(referral("2"))
    assert found.counting("verwijzing_id", "reden_wijziging") == {("1", None), ("2", None)}
