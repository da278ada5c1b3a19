"""`voorkant build` as a script uses it: what it publishes, what it refuses, and what it leaves alone."""

import csv
import io
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from filelock import FileLock

from tests.exports import write_home, write_quarter
from voorkant.__main__ import main
from voorkant.builder import publish
from voorkant.cube.reader import current
from voorkant.declare.home import Home
from voorkant.domain.problem import DataRefused

BSN = "naam;bsn;contactdatum\n" + "".join(f"Jan;{number};2024-01-01\n" for number in ("111222333", "123456782") * 15)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """(exit code, stdout, stderr) of one command."""
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    printed = capsys.readouterr()
    return int(left.value.code or 0), printed.out, printed.err


def build(capsys: pytest.CaptureFixture[str], home: Path) -> tuple[int, dict[str, Any], str]:
    code, out, err = run(capsys, "build", "--home", str(home), "--json")
    return code, json.loads(out) if out else {}, err


def rows(capsys: pytest.CaptureFixture[str], home: Path, slug: str, *options: str) -> dict[tuple[str, str], Any]:
    code, out, _ = run(capsys, "indicator", slug, "--home", str(home), "--format", "json", *options)
    assert code == 0
    return {(row["area"], row["period"]): row for row in json.loads(out)["rows"]}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return write_quarter(tmp_path / "home")


@pytest.fixture
def built(published: Home) -> Path:
    return published.path


@pytest.fixture
def small(quarter: Home) -> Path:
    return quarter.path


def test_a_build_publishes_and_the_same_files_again_are_nothing_new(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, outcome, _ = build(capsys, home)
    assert (code, outcome["publication"]) == (0, "000001")
    assert set(outcome["cubes"]) == {
        f"{scope}/{level}" for scope in ("regio", "GM9901", "GM9902") for level in ("intern", "openbaar")
    }
    for file in outcome["files"]:
        assert file["rows_in"] == file["rows_used"] + file["rows_refused"] + file["rows_skipped"] == file["rows_used"]
    pointer = (home / "published" / "current.json").read_bytes()
    code, outcome, err = build(capsys, home)
    assert (code, outcome["publication"]) == (3, None)
    assert "niets nieuws" in err
    assert (home / "published" / "current.json").read_bytes() == pointer


def test_the_figures_are_those_of_the_exports(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(capsys, built, "contacten", "--level", "gemeente", "--period", "year", "--protection", "intern")
    # 8 youths x 12 months = 96, a multiple of 3; 1,000 x 3 age groups
    assert (found["GM9901", "2024"]["numerator"], found["GM9901", "2024"]["denominator"]) == (96, 3000)
    assert found["GM9901", "2024"]["value"] == pytest.approx(32.0)
    reached = rows(capsys, built, "bereikte_jeugdigen", "--level", "gemeente", "--protection", "intern")[
        "GM9901", "2024"
    ]
    assert (reached["numerator"], reached["numerator_low"], reached["numerator_high"]) == (9, 8, 10)
    hidden = rows(capsys, built, "verwijzingen_sggz", "--level", "gemeente", "--protection", "intern")["GM9902", "2024"]
    assert (hidden["numerator"], hidden["value"], hidden["reason"]) == (None, None, "klein")
    share = rows(capsys, built, "zonder_verwijzing", "--level", "gemeente", "--protection", "intern")["GM9901", "2024"]
    assert share["reason"] == "klein"  # four of eight: both parts are below five


def test_openbaar_is_the_default_and_shows_no_practice(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(capsys, built, "contacten", "--level", "gemeente")
    assert {row["reason"] for row in found.values()} == {"klein"}  # eight youths: below ten
    assert rows(capsys, built, "contacten", "--level", "praktijk", "--period", "quarter") == {}
    region = rows(capsys, built, "contacten", "--level", "regio", "--period", "month")
    assert region["RG01", "2024-03"]["numerator"] == 15  # sixteen youths, on 3 and then on 5


def test_a_bsn_stops_its_file_and_leaves_nothing_of_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "exports" / "clienten.csv").write_text(BSN, encoding="utf-8")
    code, outcome, err = build(capsys, home)
    assert (code, outcome["publication"]) == (2, "000001")
    assert "pseudonymise" in err
    for path in (path for path in home.rglob("*") if path.is_file() and path.parent.name != "exports"):
        assert b"111222333" not in path.read_bytes(), path


def test_only_a_refused_file_publishes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / "raar.csv").write_text("kleur;maat\nrood;3\n", encoding="utf-8")
    for _ in range(2):
        code, outcome, err = build(capsys, tmp_path)
        assert (code, outcome["publication"], outcome["cubes"]) == (2, None, [])
        assert "kleur" in err
        assert outcome["files"][0]["kind"] is None
        assert outcome["files"][0]["findings"][0]["rule"] == "soort_onbekend"


def test_an_empty_folder_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "build", "--home", str(tmp_path))
    assert (code, out) == (1, "")
    assert "exports" in err
    assert "voorkant demo" in err


def test_a_wrong_setting_names_file_key_and_nearest_name(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "voorkant.toml").write_text('[regio]\nnaam = "Aa"\ngemeentes = []\n', encoding="utf-8")
    code, _, err = run(capsys, "build", "--home", str(small))
    assert code == 2
    assert "voorkant.toml, [regio]" in err
    assert "'gemeentes' is onbekend. Bedoeld: 'gemeenten'?" in err
    assert current(small / "published").name == "000001"


def test_a_crash_in_the_middle_leaves_the_former_publication(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (small / "exports" / "uitrol.csv").write_text(
        "programma;locatie;startdatum\nojg;01000001;2024-02-01\n", encoding="utf-8"
    )
    with monkeypatch.context() as broken:
        broken.setattr(publish, "write_cube", _break)
        with pytest.raises(RuntimeError):
            main(["build", "--home", str(small)])
    assert current(small / "published").name == "000001"
    assert [path.name for path in (small / "published").iterdir() if path.is_dir()] == ["000001"]
    code, outcome, _ = build(capsys, small)
    assert (code, outcome["publication"]) == (0, "000002")


def _break(*_: object, **__: object) -> None:
    raise RuntimeError("the power went")


def test_a_publication_that_was_not_pointed_to_is_made_again(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "published" / "current.json").unlink()
    code, outcome, _ = build(capsys, small)
    assert (code, outcome["publication"]) == (0, "000002")


def test_two_builds_at_once_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "records").mkdir()
    with FileLock(home / "records" / "build.lock"):
        code, _, err = run(capsys, "build", "--home", str(home))
    assert code == 1
    assert "al een publicatie" in err


def test_a_later_delivery_wins_by_key(quarter_twice: Home, capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(capsys, quarter_twice.path, "contacten", "--level", "gemeente", "--protection", "intern")
    assert found["GM9901", "2024"]["denominator"] == 4000
    assert found["GM9902", "2024"]["denominator"] == 3000


def test_a_damaged_or_foreign_cube_is_refused_with_what_to_do(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cube = small / "published" / "000001" / "regio" / "openbaar.duckdb"
    cube.chmod(0o644)
    cube.write_bytes(b"no database")
    code, _, err = run(capsys, "indicator", "contacten", "--home", str(small), "--level", "regio")
    assert code == 2
    assert "voorkant build" in err
    code, outcome, _ = build(capsys, small)  # nothing is new, but what was published is not there any more
    assert (code, outcome["publication"]) == (0, "000002")
    assert run(capsys, "indicator", "contacten", "--home", str(small), "--level", "regio")[0] == 0


def test_a_check_of_a_home_reads_its_exports_alone(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "check", str(small), "--json")
    assert code == 0
    assert {item["file"] for item in json.loads(out)["files"]} == {path.name for path in (small / "exports").iterdir()}


def test_records_are_for_the_builder_alone(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if os.name == "posix":
        assert (small / "records").stat().st_mode & 0o077 == 0
        assert (small / "secrets" / "pseudonym.key").stat().st_mode & 0o077 == 0


def test_a_readable_key_is_refused(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "secrets" / "pseudonym.key").chmod(0o644)
    (small / "exports" / "nieuw.csv").write_text(
        (small / "exports" / "uitrol.csv").read_text() + "\n", encoding="utf-8"
    )
    code, _, err = run(capsys, "build", "--home", str(small))
    assert code == 2
    assert "chmod 600" in err


def test_indicator_list_and_wrong_words(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "indicator", "--list", "--home", str(built))
    assert code == 0
    assert "verwijzingen_sggz\t" in out
    for arguments in (
        ["indicator", "bestaat_niet"],
        ["indicator", "contacten", "--from", "2024-13"],
        ["indicator", "contacten", "--scope", "GM0001"],
        ["indicator", "contacten", "--programme", "oj"],
        ["indicator", "verwijzingen_sggz", "--programme", "ojg"],
        ["indicator", "contacten", "--area", "GM9903"],
    ):
        code, _, err = run(capsys, *arguments, "--home", str(built))
        assert code == 1
        assert err.startswith("Fout: ")
    assert "GM9902" in err


def test_a_table_says_why_in_dutch_and_an_empty_one_that_there_is_none(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask = ["indicator", "verwijzingen_sggz", "--home", str(built)]
    code, out, err = run(capsys, *ask, "--period", "month")
    table = list(csv.DictReader(io.StringIO(out)))
    assert (code, err) == (0, "")
    assert {(row["reason"], row["reason_text"]) for row in table} >= {("klein", "minder dan 10 jeugdigen (afgerond)")}
    code, out, err = run(capsys, *ask, "--level", "wijk", "--period", "month")
    assert (code, len(out.splitlines())) == (0, 1)
    assert "geen cijfers van verwijzingen_sggz" in err


def test_wrong_use_is_exit_1_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["bestaatniet"], ["build", "--huis"], ["indicator", "x", "--level", "straat"], ["demo"]):
        code, _, err = run(capsys, *arguments)
        assert code == 1
        assert err.startswith("Fout: ")
        assert "--help" in err


def test_a_pointer_that_is_damaged_is_named(tmp_path: Path) -> None:
    (tmp_path / "current.json").write_text("{", encoding="utf-8")
    with pytest.raises(DataRefused, match="voorkant build"):
        current(tmp_path)


def test_sheets_and_files_in_a_zip_are_taken_in_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = write_home(tmp_path / "home")
    exports = home / "exports"
    with zipfile.ZipFile(exports / "levering.zip", "w") as packed:
        packed.write(exports / "ggz_verwijzingen.csv", "map/ggz_verwijzingen.csv")
    with xlsxwriter.Workbook(exports / "lijsten.xlsx") as book:
        for name in ("praktijken", "uitrol"):
            sheet = book.add_worksheet(name)
            for row, line in enumerate((exports / f"{name}.csv").read_text(encoding="utf-8").splitlines()):
                sheet.write_row(row, 0, line.split(";"))
            (exports / f"{name}.csv").unlink()
    (exports / "ggz_verwijzingen.csv").unlink()
    code, outcome, _ = build(capsys, home)
    assert code == 0
    assert {file["file"]: file["rows_used"] for file in outcome["files"]} == {
        "bevolking.csv": 24,
        "levering.zip!map/ggz_verwijzingen.csv": 120,
        "lijsten.xlsx!praktijken": 2,
        "lijsten.xlsx!uitrol": 2,
        "ojg_contacten.csv": 192,
    }
    found = rows(capsys, home, "contacten", "--level", "gemeente", "--protection", "intern")
    assert found["GM9901", "2024"]["numerator"] == 96
    assert build(capsys, home)[0] == 3
