"""Reading a cube: read-only, closed to files, one cursor a call, and a clear word when it is not what it should be."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.cubes import write_home
from voorkant.cube.reader import DIGESTS, REGIO, WORN, Cube, Publication, current, digest_of, panel_sql
from voorkant.domain.problem import DataRefused


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    found = current(write_home(tmp_path_factory.mktemp("home")) / "published")
    assert found
    return found


def _series(cube: Cube, level: str) -> list[tuple[Any, ...]]:
    stated = {"indicator": "contacten", "programme": "ojg", "level": level, "period_type": "year", "dimension": ""}
    frame = cube.query("series", **stated, areas=[], first="", last="")
    return list(frame.itertuples(index=False, name=None))


def test_threads_that_share_a_cube_each_get_their_own_rows(publication: Publication) -> None:
    cube = publication.cube("GM9901", "intern")
    levels = ["gemeente", "wijk", "praktijk"] * 60
    alone = {level: str(_series(cube, level)) for level in set(levels)}
    assert len(set(alone.values())) > 1
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda level: (level, str(_series(cube, level))), levels))
    assert all(rows == alone[level] for level, rows in together)


def _opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are opened from here on."""
    files, connect = [], duckdb.connect

    def noted(file: str, **settings: Any) -> duckdb.DuckDBPyConnection:
        files.append(file)
        return connect(file, **settings)

    monkeypatch.setattr("voorkant.cube.reader.duckdb.connect", noted)
    return files


def test_a_worn_cube_is_opened_anew_so_that_what_duckdb_keeps_goes(
    publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waits in its queue stands in no table of its own; what that comes to was measured (docs/measurements.md)."""
    files = _opened(monkeypatch)
    cube = publication.cube("GM9901", "intern")
    answers = {str(cube.rows("options_gemeenten").values) for _ in range(2 * WORN)}
    assert (len(answers), len(files)) == (1, 2)
    cube.rows("options_gemeenten")
    assert len(files) == 3


def test_a_worn_cube_waits_until_nobody_is_asking(publication: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voorkant.cube.reader.WORN", 5)
    cube, files = publication.cube("GM9901", "intern"), _opened(monkeypatch)
    with cube._asked() as cursor:
        cursor.execute("select * from cell")
        for _ in range(10):
            cube.rows("options_gemeenten")
        assert cursor.fetchone()
    assert not files
    cube.rows("options_gemeenten")
    assert len(files) == 1


def test_many_threads_have_their_answers_while_a_cube_is_opened_anew(
    publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("voorkant.cube.reader.WORN", 3)
    cube, files = publication.cube("GM9901", "intern"), _opened(monkeypatch)
    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(lambda _: str(cube.rows("options_gemeenten").values), range(200)))
    assert len(answers) == 1
    cube.rows("options_gemeenten")
    assert files


def test_a_worn_cube_whose_file_is_gone_stays_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voorkant.cube.reader.WORN", 1)
    cube = listed(tmp_path).cube(REGIO, "openbaar")
    before = cube.rows("options_gemeenten").values
    cube.path.unlink()
    assert cube.rows("options_gemeenten").values == before


@pytest.mark.parametrize("publication_of", ["listed", "older"])
def test_a_worn_cube_that_was_changed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, publication_of: str
) -> None:
    """By its digest, or where there is none because it cannot be opened; and again when it is asked once more."""
    monkeypatch.setattr("voorkant.cube.reader.WORN", 1)
    found = listed(tmp_path) if publication_of == "listed" else current(write_home(tmp_path) / "published")
    assert found
    cube = found.cube(REGIO, "openbaar")
    cube.rows("options_gemeenten")
    cube.path.write_bytes(b"no cube")
    for _ in range(2):
        with pytest.raises(DataRefused, match="voorkant build"):
            cube.rows("options_gemeenten")
    cube.path.unlink()
    if publication_of == "older":  # closed by then
        with pytest.raises(DataRefused, match="ontbreekt of is"):
            cube.rows("options_gemeenten")


@pytest.mark.parametrize(
    "statement",
    [
        "create table stolen (n integer)",
        "delete from cell",
        "attach ':memory:' as other",
        "copy cell to '/tmp/cells.csv'",
        "select * from read_csv('/etc/hostname')",
        "set memory_limit = '4GB'",
        "install httpfs",
    ],
)
def test_a_cube_can_only_be_read(publication: Publication, statement: str) -> None:
    cube = publication.cube(REGIO, "openbaar")
    with pytest.raises(duckdb.Error), cube._connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_scope_or_panel_is_never_a_path(publication: Publication) -> None:
    with pytest.raises(DataRefused, match="Onbekend gebied"):
        publication.cube("../../records", "intern")
    with pytest.raises(ValueError, match="no panel"):
        panel_sql("../measure/cell")


def test_a_missing_cube_says_what_to_do(publication: Publication) -> None:
    with pytest.raises(DataRefused, match="voorkant build"):
        publication.cube("GM0001", "intern")


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[]", b'{"naam": "000001"}'])
def test_a_damaged_pointer_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "current.json").write_bytes(content)
    with pytest.raises(DataRefused, match="voorkant build"):
        current(tmp_path)


def listed(folder: Path) -> Publication:
    """A publication that holds the digests of its cubes, as the builder writes them."""
    found = current(write_home(folder) / "published")
    assert found
    names = sorted(path.relative_to(found.folder).as_posix() for path in found.folder.rglob("*.duckdb"))
    lines = "".join(f"{digest_of(found.folder / name)}  {name}\n" for name in names)
    (found.folder / DIGESTS).write_text(lines, encoding="utf-8")
    return found


def test_what_was_published_is_whole_and_opens(tmp_path: Path) -> None:
    found = listed(tmp_path)
    assert found.is_whole
    assert found.cube(REGIO, "openbaar").meta["protection"] == "openbaar"
    (found.folder / REGIO / "intern.duckdb").unlink()
    assert not found.is_whole
    with pytest.raises(DataRefused, match="ontbreekt"):
        found.cube(REGIO, "intern")


def test_a_cube_that_was_changed_afterwards_is_refused(tmp_path: Path) -> None:
    """It opens and has all tables: only its digest tells that one number is another."""
    found = listed(tmp_path)
    with duckdb.connect(str(found.folder / REGIO / "openbaar.duckdb")) as connection:
        connection.execute("update cell set numerator = numerator + 1")
    assert not found.is_whole
    with pytest.raises(DataRefused, match=r"veranderd of verwisseld.*voorkant build"):
        found.cube(REGIO, "openbaar")


@pytest.mark.parametrize("other", ["regio/intern.duckdb", "GM9901/openbaar.duckdb"])
def test_a_cube_of_another_level_or_gemeente_is_refused(tmp_path: Path, other: str) -> None:
    """Also where there are no digests to tell."""
    for found in (listed(tmp_path / "listed"), current(write_home(tmp_path / "older") / "published")):
        assert found
        target = found.folder / REGIO / "openbaar.duckdb"
        target.write_bytes((found.folder / other).read_bytes())
        with pytest.raises(DataRefused, match="veranderd of verwisseld"):
            found.cube(REGIO, "openbaar")


def test_a_cube_of_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "000001" / "regio" / "openbaar.duckdb"
    path.parent.mkdir(parents=True)
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table meta as select 'format' as key, '99' as value")
    with pytest.raises(DataRefused, match="andere versie"):
        Cube(path)


def test_a_cube_without_all_tables_is_refused(tmp_path: Path) -> None:
    path = write_home(tmp_path) / "published" / "proef-1" / "regio" / "openbaar.duckdb"
    Cube(path)
    with duckdb.connect(str(path.with_name("intern.duckdb"))) as connection:
        connection.execute("drop table offer")
    with pytest.raises(DataRefused, match="andere versie"):
        Cube(path.with_name("intern.duckdb"))


def test_without_a_pointer_there_is_no_publication(tmp_path: Path) -> None:
    assert current(tmp_path) is None
