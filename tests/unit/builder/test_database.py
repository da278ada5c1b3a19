"""The builder's DuckDB reads and writes in the home's own two folders, and cannot be talked out of that."""

import os
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from voorkant.builder.database import MUCH, Database, literal
from voorkant.declare.home import Home
from voorkant.domain.problem import Problem


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    (tmp_path / "outside.csv").write_text("a\n1\n", encoding="utf-8")
    (tmp_path / "home" / "exports").mkdir(parents=True)
    (tmp_path / "home" / "exports" / "in.csv").write_text("a\n1\n", encoding="utf-8")
    found = Database(Home(tmp_path / "home"))
    yield found
    found.close()


REFUSED = [
    "select * from read_csv('{outside}')",
    "select * from '{outside}'",
    "select * from read_csv('{home}/exports/in.csv')",
    "select * from read_text('{home}/records/../../outside.csv')",
    "copy (select 1) to '{outside}.copy'",
    "attach '{outside}.db' as other",
    "export database '{outside}.folder'",
    "install httpfs",
    "load httpfs",
    "select * from read_csv('https://127.0.0.1/a.csv')",
    "set enable_external_access = true",
    "set allowed_directories = ['/']",
    "set memory_limit = '100GB'",
    "set temp_directory = '/tmp'",
    "reset lock_configuration",
    "create persistent secret s (type s3)",
]


@pytest.mark.parametrize("sql", REFUSED)
def test_it_refuses(database, tmp_path, sql):
    with pytest.raises((duckdb.Error, OSError)):
        database.execute(sql.format(outside=tmp_path / "outside.csv", home=tmp_path / "home"))
    assert {path.name for path in tmp_path.iterdir()} == {"outside.csv", "home"}


def test_its_own_folders_are_open(database, tmp_path):
    own = tmp_path / "home" / "records" / "a.parquet"
    database.execute(f"copy (select 1 as a) to {literal(own)}")
    assert database.rows(f"select a from read_parquet({literal(own)})") == [(1,)]


def test_two_threads_only_for_who_has_much_to_read(database, tmp_path):
    assert database.rows("select current_setting('threads')") == [(1,)]
    kept = tmp_path / "home" / "records" / "rows" / "000001.parquet"
    kept.parent.mkdir()
    kept.write_bytes(b"PAR1")
    os.truncate(kept, MUCH + 1)  # it takes no room
    larger = Database(Home(tmp_path / "home"))
    assert larger.rows("select current_setting('threads')") == [(2,)]
    larger.close()


def test_a_value_is_never_a_statement(database):
    text = "'; create table planted (a int); --"
    database.fill("words", "word varchar", [(text,)])
    assert database.rows("select word from words where word = $word", {"word": text}) == [(text,)]
    assert database.rows("select count(*) from duckdb_tables() where table_name = 'planted'") == [(0,)]


ENDLESS = "select count(*) from range(10000000) as a, range(10000000) as b where a.range + b.range = 3"


def test_a_statement_without_end_is_stopped_and_the_next_one_runs(database, monkeypatch):
    monkeypatch.setattr("voorkant.builder.database.MINUTES", 0.001)
    with pytest.raises(Problem, match="duurde langer dan"):
        database.execute(ENDLESS)
    assert database.rows("select 1") == [(1,)]


ROWS = "select range as n, null::varchar as word, [range::varchar] as words, date '2024-02-29' as day from range(3)"


def test_a_table_that_is_kept_as_a_file_is_a_table(database, tmp_path):
    database.keep("many", ROWS)
    assert database.rows("describe many") == database.rows(f"describe {ROWS}")
    assert sorted(database.rows("from many")) == sorted(database.rows(ROWS))


def test_a_kept_table_gives_way_to_the_next_and_leaves_nothing(database, tmp_path):
    database.keep("many", "select 1 as a")
    database.keep("many", "select a + 1 as a from many")
    assert database.rows("from many") == [(2,)]
    assert len(list((tmp_path / "home" / "records" / "tmp").glob("*.parquet"))) == 1
    database.close()
    assert list((tmp_path / "home" / "records" / "tmp").iterdir()) == []


def test_a_kept_table_has_a_plain_name(database):
    with pytest.raises(ValueError, match="is not a table name"):
        database.keep("../many", "select 1 as a")
