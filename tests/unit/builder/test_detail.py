"""A ground gives a cube with true counts of that programme, and changes nothing in the protected ones."""

import shutil
from pathlib import Path

import duckdb
import pytest

from voorkant.builder.build import build
from voorkant.cube.reader import current
from voorkant.declare.auditcheck import check_logs
from voorkant.declare.home import Home
from voorkant.text.auditwords import about

GROUND = '\n[detail.ojg]\nrollen = ["manager"]\ngrond = "Begeleiding; DPIA 3"\n'
CELLS = """
    select indicator.slug, programme.slug, area.code, area.level, period.code, period.type, split.dimension,
        split.value, cell.numerator, cell.denominator, cell.numerator_low, cell.numerator_high, cell.reason
    from cell join indicator using (indicator_id) join programme using (programme_id) join area using (area_id)
        join period using (period_id) join split using (split_id)
    order by all
"""


@pytest.fixture(scope="module")
def home(published_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The same deliveries twice: published without a ground, and with one."""
    made = Home(Path(shutil.copytree(published_once, tmp_path_factory.mktemp("grounded") / "home")))
    with made.settings.open("a", encoding="utf-8") as settings:
        settings.write(GROUND)
    build(made, lambda _step: None)
    return made


def rows(path: Path, sql: str = CELLS) -> list[tuple]:
    with duckdb.connect(str(path), read_only=True) as cube:
        return cube.execute(sql).fetchall()


def folders(home: Home) -> tuple[Path, Path]:
    now = current(home.published)
    assert now is not None
    return home.published / "000001", now.folder


def test_there_is_a_cube_per_gemeente_and_programme_with_a_ground(home):
    before, after = folders(home)
    assert list(before.glob("*/detail-*")) == []
    assert sorted(path.relative_to(after).as_posix() for path in after.glob("*/detail-*")) == [
        "GM9901/detail-ojg.duckdb",
        "GM9902/detail-ojg.duckdb",
    ]
    assert current(home.published).is_whole


def test_it_holds_the_true_counts_of_its_own_places_and_months_alone(home):
    found = rows(folders(home)[1] / "GM9901" / "detail-ojg.duckdb")
    assert {(row[1], row[2], row[3], row[5], row[6]) for row in found} == {("ojg", "01000001", "praktijk", "month", "")}
    assert {row[0] for row in found} == {"bereikte_jeugdigen", "contacten", "zonder_verwijzing"}
    assert [row[8] for row in found if row[0] == "contacten"] == [8] * 12  # eight youths with a contact every month
    assert [row[8:10] for row in found if row[0] == "zonder_verwijzing" and row[4] == "2024-12"] == [(4, 8)]


def test_nothing_else_says_anything_else(home):
    before, after = folders(home)
    names = sorted(path.relative_to(before).as_posix() for path in before.glob("*/*.duckdb"))
    assert names
    for name in names:
        assert rows(before / name) == rows(after / name), name
        assert rows(before / name, "select * from quality order by all") == rows(
            after / name, "select * from quality order by all"
        )


def test_the_change_is_on_record(home):
    changed = [item for item in check_logs(home)[1].records if item["action"] == "bescherming_gewijzigd"]
    assert "detail ojg manager" in about(changed[-1])
    told = (home.work / "audit-bouwer.json").read_text(encoding="utf-8")
    assert '"bescherming_gewijzigd"' in told
