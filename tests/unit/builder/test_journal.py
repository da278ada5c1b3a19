"""Nothing is published that cannot be put on record, and what is published is."""

import json
from datetime import timedelta

import pytest

from tests.unit.builder.test_undo import in_force, silent
from tests.unit.commands.test_build import run
from voorkant.builder import journal
from voorkant.builder.build import alone, build
from voorkant.builder.declared import read_declared
from voorkant.declare import clock
from voorkant.declare.auditcheck import check_logs
from voorkant.declare.auditlog import Action, Entry, app_log, builder_log
from voorkant.declare.home import Home
from voorkant.domain.job import Asker


@pytest.fixture
def home(quarter: Home) -> Home:
    return quarter


def told(home: Home) -> list[tuple[str, str, str]]:
    return [(item["action"], item["role"], item["publication"]) for item in check_logs(home)[1].records]


def test_a_publication_is_on_record_with_its_protection(home, capsys):
    code, out, err = run(capsys, "audit", "--home", str(home.path), "--json")
    (record,) = json.loads(out)["records"]
    assert (code, record["action"], record["publication"], record["log"]) == (0, "publiceren", "000001", "bouwer")
    assert record["filter"]["bescherming"]["intern"] == {"drempel": 5, "afronding": 3}
    assert "heel: 1 regels" in err
    assert "gepubliceerd (publicatie 000001)" in run(capsys, "audit", "--home", str(home.path))[1]
    tomorrow = (clock.now() + timedelta(days=1)).date().isoformat()
    assert "nog niets" in run(capsys, "audit", "--home", str(home.path), "--since", tomorrow)[1]
    assert run(capsys, "audit", "--home", str(home.path), "--since", "gisteren")[0] == 1


def test_other_rules_are_on_record_with_who_published_them(home):
    settings = home.settings.read_text(encoding="utf-8") + "\n[bescherming.intern]\ndrempel = 7\n"
    home.settings.write_text(settings, encoding="utf-8")
    journal.published(
        home, read_declared(home).settings, "000002", asker=Asker("Anne", "gegevensbeheerder"), action=Action.UNDO
    )
    assert told(home)[1:] == [
        ("bescherming_gewijzigd", "gegevensbeheerder", "000002"), ("ongedaan_maken", "gegevensbeheerder", "000002"),
    ]  # fmt: skip
    changed = check_logs(home)[1].records[1]["filter"]
    assert (changed["van"]["intern"]["drempel"], changed["naar"]["intern"]["drempel"]) == (5, 7)


def test_a_publication_whose_builder_was_killed_is_put_on_record_later(home):
    for path in home.records.glob("audit.*"):
        path.unlink()
    with alone(home):
        pass
    assert told(home) == [("publiceren", "onbekend", "000001")]


def cut_off(home: Home) -> None:
    builder_log(home).path.write_bytes(b"")


def changed(home: Home) -> None:
    home.work.mkdir(exist_ok=True)
    for _ in range(3):
        app_log(home).append(Entry(Action.DOWNLOAD, "Anne", "manager"))
    path = app_log(home).path
    path.write_bytes(path.read_bytes().replace(b"Anne", b"Bert", 1))


@pytest.mark.parametrize("damage", [cut_off, changed])
def test_with_a_log_that_was_changed_nothing_is_published(home, capsys, damage):
    damage(home)
    (home.exports / "nieuw.csv").write_text("gebiedscode;jaar;leeftijdsgroep;aantal\nGM9901;2024;0-3;9\n", "utf-8")
    for command in (["build"], ["undo"], ["key", "rotate"]):
        code, _, err = run(capsys, *command, "--home", str(home.path))
        assert (code, "Het logboek" in err, "klopt niet" in err) == (2, True, True), err
    assert in_force(home) == "000001"
    code, _, err = run(capsys, "audit", "--home", str(home.path))
    assert (code, "Fout in het logboek van de" in err) == (2, True)


def test_a_clock_that_was_set_back_publishes_nothing_until_someone_says_that_it_is_right(home, capsys, monkeypatch):
    long_ago = clock.now() - timedelta(days=400)
    monkeypatch.setattr(clock, "now", lambda: long_ago)
    code, _, err = run(capsys, "build", "--home", str(home.path))
    assert (code, "De klok" in err, "niets gepubliceerd" in err) == (2, True, True)
    assert run(capsys, "build", "--home", str(home.path), "--clock-is-right")[0] == 3
    journal.log(home, Action.ROTATE)
    assert run(capsys, "build", "--home", str(home.path))[0] == 3
    code, _, err = run(capsys, "audit", "--home", str(home.path))
    assert (code, "klok liep terug" in err) == (0, True)


def test_a_small_step_back_is_usual(home, monkeypatch):
    a_moment_ago = clock.now() - timedelta(minutes=2)
    monkeypatch.setattr(clock, "now", lambda: a_moment_ago)
    assert build(home, silent).exit_code == 3


def test_a_user_without_a_name(home, monkeypatch):
    monkeypatch.setattr(journal.getpass, "getuser", lambda: {}["geen naam"])
    journal.log(home, Action.PURGE)
    assert check_logs(home)[1].records[-1]["who"].isdigit()
