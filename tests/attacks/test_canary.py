"""Planted counts and pseudonyms are nowhere but where the builder alone looks: in no cube, page, file or message."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from tests.attacks import walk, world
from tests.pages import said
from tests.pages.app import open_app
from voorkant.builder.build import build
from voorkant.cube.reader import current
from voorkant.declare.home import Home
from voorkant.domain.protection import Protection

COUNT = 1237
"""Contacts of two youths, all in one wijk of a gemeente where nobody else is."""
YOUTHS = (7_700_001, 7_700_002)
RAW = [f"K{youth}" for youth in YOUTHS] + [f"T{youth}" for youth in YOUTHS]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """(the home after a publication, what the build said)."""
    home = tmp_path_factory.mktemp("canary")
    few = [world.Contact(YOUTHS[number % 2], number % 24, 2, 1, 1) for number in range(COUNT)]
    others = [item for item in world.some(seed=9, youths=60) if item.gemeente == 1]
    messages: list[str] = []
    world.deliver(home, [*few, *others])
    build(Home(home), messages.append)
    return home, messages


def pseudonyms(home: Path) -> set[str]:
    """The keyed pseudonyms that the record store holds: none may leave it."""
    found: set[str] = set()
    for path in (home / "records" / "rows").rglob("*.parquet"):
        table = pq.read_table(path)
        for column in {"client_id", "traject_id", "contact_id"} & set(table.column_names):
            found |= {str(value) for value in table[column].to_pylist()}
    return found


def everything(home: Path) -> Iterator[tuple[Path, str]]:
    """All that a reader of the home can open: what lies outside `exports/`, `records/` and `secrets/`."""
    for path in home.rglob("*"):
        if path.is_file() and path.relative_to(home).parts[0] not in ("exports", "records", "secrets"):
            yield path, path.read_bytes().decode("latin-1")
            if path.suffix == ".duckdb":
                with duckdb.connect(str(path), read_only=True) as cube:
                    for (table,) in cube.execute("select table_name from duckdb_tables()").fetchall():
                        yield path, str(cube.execute(f'select * from "{table}"').fetchall())


def test_no_pseudonym_and_no_planted_count_leaves_the_builder(told: tuple[Path, list[str]]) -> None:
    home, messages = told
    hidden = pseudonyms(home)
    assert len(hidden) > COUNT
    secrets = {*RAW, *hidden}
    for path, text in [*everything(home), (Path("messages"), "\n".join(messages))]:
        assert not [secret for secret in secrets if secret in text], path
        assert f" {COUNT}," not in text, path


def test_no_page_says_a_planted_count(told: tuple[Path, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    home, _ = told
    for page in [*walk.WALKED, "pages/verantwoording/kwaliteit.py"]:
        for public in ("true", "false"):
            app = said.unfolded(open_app(home, monkeypatch, page, gemeente="GM9902", openbaar=public))
            assert not app.exception
            whole = f"{said.page_words(app)} {said.charts(app)} {dict(app.query_params)}"
            assert not {str(COUNT), f"{COUNT:,}".replace(",", "."), *RAW} & set(whole.split())
            assert not [secret for secret in RAW if secret in whole]


def test_what_the_app_opens_cannot_read_the_record_store(told: tuple[Path, list[str]]) -> None:
    home, _ = told
    published = current(home / "published")
    assert published is not None
    row_file = next((home / "records").rglob("*.parquet"))
    with published.cube("GM9902", Protection.INTERN)._connection.cursor() as cursor:
        with pytest.raises(duckdb.PermissionException):
            cursor.execute(f"select * from read_parquet('{row_file}')")
        with pytest.raises(duckdb.PermissionException):
            cursor.execute(f"attach '{home / 'records' / 'else.duckdb'}'")
