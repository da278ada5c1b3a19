"""A folder of twenty broken files of twelve kinds ends with the figures of the truth, and every fault is named."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.broken.clean import clean_home
from tests.broken.files import BSNS, Folder
from tests.broken.table import Place
from tests.unit.builder.test_broken_off import figures
from tests.unit.builder.test_undo import silent
from voorkant.builder.build import Outcome, build
from voorkant.builder.declared import read_declared
from voorkant.builder.ingest.read import read_files
from voorkant.builder.ingest.report import FileReport, every_finding
from voorkant.builder.store.history import read_history
from voorkant.declare.home import Home

Built = tuple[Home, Folder, Outcome]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    home = Home(tmp_path_factory.mktemp("broken") / "home")
    folder = Folder(home.exports, clean_home(home.path))
    return home, folder, build(home, silent)


@pytest.fixture(scope="module")
def reports(built: Built) -> list[FileReport]:
    home, _, _ = built
    declared = read_declared(home)
    return [
        report
        for path in sorted(home.exports.iterdir())
        for report in read_files(path, declared.sources, extra_areas=declared.settings.gemeenten)
    ]


def test_there_are_twenty_files_of_twelve_kinds(built):
    home, folder, _ = built
    assert len(list(home.exports.iterdir())) == 20
    assert len({made.kind for made in folder.broken}) == 12


def named(reports: list[FileReport]) -> Iterator[Place]:
    for report in reports:
        for found in every_finding(report):
            yield report.file, found["rule"], found["line"], found["column"]


def test_every_fault_is_named_where_it_was_planted_and_nothing_else_is(built, reports):
    _, folder, _ = built
    told = Counter(place for place in named(reports) if not place[0].startswith("8 "))
    assert set(told) == folder.planted
    assert set(told.values()) == {1}


def test_a_fault_that_moves_is_missed(built, reports):
    """The comparison is exact: each fault, taken a line further, is no longer found."""
    _, folder, _ = built
    told = set(named(reports))
    moved = {(file, rule, line + 1, column) for file, rule, line, column in folder.planted if line}
    assert len(moved) > 40
    assert not moved & told - folder.planted


def test_every_row_is_counted(built, reports):
    _, folder, _ = built
    found = {report.file: report for report in reports}
    for made in folder.broken:
        report = found[made.file]
        records = len(made.rows) + made.skipped
        counts = (report.kind, report.rows_in, report.rows_used, report.rows_skipped)
        assert counts == (made.kind, records, len(made.truth), made.skipped), made.file


def test_the_same_file_is_taken_in_once(built):
    home, _, outcome = built
    files = [report["file"] for report in outcome.files]
    assert len(files) == len(set(files)) == 20
    assert sum(item.used for item in read_history(home.records)) == 18
    assert outcome.exit_code == 2


def test_the_figures_are_those_of_a_home_with_only_the_truth(built, tmp_path):
    home, folder, _ = built
    truth = Home(tmp_path / "home")
    clean_home(truth.path)
    for kind, (names, rows) in folder.truth().items():
        with (truth.exports / f"{kind}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([names, *rows])
    assert build(truth, silent).exit_code == 0
    expected, found = figures(truth), figures(home)
    assert sum(map(len, expected.values())) > 1_000
    assert found == expected


def test_the_stored_rows_are_the_truth_counted_by_hand(built):
    """Per gemeente, before anything is protected: without the engine that makes the figures."""
    home, folder, _ = built
    truth = folder.truth()
    for kind, number in (("ojg_contacten", "contact_id"), ("ggz_verwijzingen", "verwijzing_id")):
        names, rows = truth[kind]
        deliveries = [item.parquet for item in read_history(home.records) if item.used and item.kind == kind]
        files = [str(home.records / "rows" / name) for name in deliveries]
        query = f"select coalesce(gemeentecode, ''), count(distinct {number}) from read_parquet(?) group by all"
        stored = dict(duckdb.execute(query, [files]).fetchall())
        assert stored == Counter(_gemeente(row[names.index("gemeentecode")]) for row in rows)


def _gemeente(text: str) -> str:
    return f"GM{text}" if text.isdigit() else text


def test_nothing_of_the_refused_file_is_anywhere_else(built):
    home, _, _ = built
    kept = [path for path in home.path.rglob("*") if path.is_file() and home.exports not in path.parents]
    assert kept
    assert not [(path, bsn) for path in kept for bsn in BSNS if bsn.encode() in path.read_bytes()]


def test_the_truth_is_not_that_of_the_clean_rows(built, tmp_path):
    """The faults matter: with all rows as they were before, the figures are others."""
    home, _, _ = built
    clean = Home(tmp_path / "home")
    for kind, (names, rows) in clean_home(clean.path).items():
        with (Path(clean.exports) / f"{kind}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([names, *rows])
    build(clean, silent)
    assert figures(clean) != figures(home)
