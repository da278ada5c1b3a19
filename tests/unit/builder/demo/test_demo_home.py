"""The demo as a whole: the same bytes for the same seed, small enough to ship, and nobody's home overwritten."""

from filecmp import dircmp
from pathlib import Path

import pytest

from voorkant import ROOT
from voorkant.builder.demo import write_demo
from voorkant.declare.home import Home
from voorkant.declare.programme import read_programmes
from voorkant.declare.questionfile import read_questions
from voorkant.declare.settings import read_settings
from voorkant.declare.strict import read_toml
from voorkant.domain.problem import Problem

LARGEST = 10_000_000


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_seed_gives_the_same_bytes(home, tmp_path):
    write_demo(tmp_path / "again")
    assert files(tmp_path / "again") == files(home)


def test_another_seed_gives_another_region(home, tmp_path):
    write_demo(tmp_path / "other", seed=2)
    assert (tmp_path / "other/exports/bevolking.csv").read_bytes() != (home / "exports/bevolking.csv").read_bytes()


def test_what_ships_is_what_the_generator_makes(home):
    shipped = dircmp(ROOT / "data" / "demo", home, ignore=[])
    assert (shipped.left_only, shipped.right_only) == ([], [])
    assert files(ROOT / "data" / "demo") == files(home)


def test_it_is_small_enough_to_ship(home):
    assert sum(len(content) for content in files(home).values()) <= LARGEST


def test_it_can_be_made_again_in_the_same_place_with_what_was_published_from_it(tmp_path):
    write_demo(tmp_path)
    (tmp_path / "published").mkdir()
    told = write_demo(tmp_path, rows=500)
    assert told["files"]["ojg_contacten.csv"] == 500
    assert (tmp_path / "published").is_dir()


def test_a_run_that_broke_off_can_be_done_again(tmp_path, monkeypatch):
    def broken(_world: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("voorkant.builder.demo.exports.write_published", broken)
        with pytest.raises(OSError, match="space"):
            write_demo(tmp_path / "home")
    write_demo(tmp_path / "home", rows=300)
    assert (tmp_path / "home" / "voorkant.toml").is_file()


@pytest.mark.parametrize("name", ["voorkant.toml", "waarheid.toml"])
def test_the_home_of_a_gemeente_is_never_overwritten(tmp_path, name):
    (tmp_path / name).write_text('[regio]\nnaam = "Van ons"\n', encoding="utf-8")
    with pytest.raises(Problem, match="niet door de demo gemaakt"):
        write_demo(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "demo").write_text("", encoding="utf-8")
    with pytest.raises(Problem, match="Kies met --out"):
        write_demo(tmp_path / "demo")


@pytest.mark.parametrize("wrong", [{"seed": -1}, {"rows": 0}])
def test_numbers_that_make_no_demo_are_refused(tmp_path, wrong):
    with pytest.raises(Problem, match="Kies een ander getal"):
        write_demo(tmp_path / "demo", **wrong)
    assert not (tmp_path / "demo").exists()


@pytest.mark.parametrize("rows", [1, 199, 200, 3_001, 40_000])
def test_as_many_contacts_as_asked_for(tmp_path, rows):
    told = write_demo(tmp_path / "demo", rows=rows)
    lines = (tmp_path / "demo/exports/ojg_contacten.csv").read_bytes().splitlines()
    assert len(lines) - 1 == told["files"]["ojg_contacten.csv"] == rows


def test_chunks_are_not_seen_in_the_rows(tmp_path, monkeypatch):
    monkeypatch.setattr("voorkant.builder.demo.contacts.CHUNK", 7_000)
    write_demo(tmp_path / "demo", rows=20_000)
    text = (tmp_path / "demo/exports/ojg_contacten.csv").read_text("utf-8-sig")
    rows = [line.split(";") for line in text.splitlines()[1:]]
    numbers = [int(row[0][1:]) for row in rows]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == len(numbers) - 1  # one row stands there twice on purpose
    closed = {row[0]: row[1] for row in rows if row[-1] == "ja"}
    assert len(set(closed.values())) == len(closed)


def test_the_verwijzingen_grow_to_a_fifth_of_the_contacts(tmp_path):
    told = write_demo(tmp_path / "demo", rows=400_000)
    assert 70_000 <= told["files"]["ggz_verwijzingen.csv"] <= 84_000


def test_progress_is_told_in_dutch(tmp_path):
    said: list[str] = []
    write_demo(tmp_path / "demo", rows=2_000, progress=said.append)
    assert said[0] == "Contacten: 2.000 van 2.000"
    assert said[-1].startswith("Verwijzingen: ")


def test_the_declarations_can_be_read(home):
    settings = read_settings(home / "voorkant.toml")
    assert len(settings.gemeenten) == 12
    assert settings.linked_sources == ("ojg_contacten", "ggz_verwijzingen", "jeugdhulp_school")
    programmes = read_programmes(*Home(home).declared("programmes"))
    pilots = {path.stem: read_toml(path) for path in sorted((home / "pilots").glob("*.toml"))}
    assert len(pilots) == 8
    for pilot in pilots.values():
        assert pilot.take("programme", str) in programmes
        assert set(pilot.texts("gemeenten")) <= set(settings.gemeenten)
        assert pilot.take("unit", str) == programmes[pilot.take("programme", str)].unit


def test_questions_name_indicators_programmes_and_pilots_that_exist(home):
    indicators = {path.stem for path in (ROOT / "queries" / "indicators").iterdir()}
    programmes = read_programmes(*Home(home).declared("programmes"))
    questions = read_questions(Home(home))
    assert len(questions) == 12 + 3
    for question in questions:
        assert set(question.indicators) <= indicators
        assert question.programme in {"", *programmes}
        assert not question.pilot or (home / "pilots" / f"{question.pilot}.toml").is_file()
