"""The job that assesses pilots publishes the same deliveries anew, and takes in nothing that waits."""

import json
from pathlib import Path

import duckdb

from tests.unit.declare.test_pilot import PLAIN
from voorkant import __version__
from voorkant.analysis.randomisation import DRAWS, SEED
from voorkant.builder import worker
from voorkant.builder.store.history import read_history
from voorkant.cube.reader import current
from voorkant.declare.auditcheck import read_log
from voorkant.declare.auditlog import builder_log
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.declare.pilot import read_pilots
from voorkant.declare.register import Register
from voorkant.domain.job import Job, Kind, State, Status

TOML = PLAIN.replace('["2024-01", "2028-12"]', '["2024-01", "2025-12"]').replace(
    '["2026-12", "2027-12"]', '["2024-06", "2025-06"]'
)


def ask(home: Home, name: str = "job1") -> Status:
    job = Job(name, Kind.ASSESS, (), "Bram", "2026-11-26T10:00:00", role="beleidsmedewerker")
    Jobs(home).ask(job)
    worker.work(home, once=True)
    return Jobs(home).status(job)


def drafted(home: Home) -> Home:
    folder = home.work / "pilots"
    folder.mkdir(parents=True)
    (folder / "proef.toml").write_text(TOML, encoding="utf-8")
    return home


def told(home: Home, scope: str = "GM9901", protection: str = "intern") -> list[tuple]:
    found = current(home.published)
    assert found
    with duckdb.connect(str(found.folder / scope / f"{protection}.duckdb"), read_only=True) as cube:
        return cube.execute("select * from estimate").fetchall()


def states(home: Home, scope: str) -> list[str]:
    found = current(home.published)
    assert found
    with duckdb.connect(str(found.folder / scope / "intern.duckdb"), read_only=True) as cube:
        return [state for (state,) in cube.execute("select state from pilot").fetchall()]


def test_a_draft_is_published_and_once_locked_there_are_moments(published: Home) -> None:
    home = drafted(published)
    before = read_history(home.records)
    waiting = home.exports / "nieuw.csv"
    waiting.write_text("programma;locatie;startdatum\nojg;01000001;2024-02-01\n", encoding="utf-8")
    status = ask(home)
    assert (status.state, status.result["pilots"]) == (State.DONE, 1)
    assert states(home, "GM9901") == states(home, "regio") == ["concept"]
    assert states(home, "GM9902") == []
    with duckdb.connect(str(current(home.published).folder / "GM9901" / "openbaar.duckdb"), read_only=True) as cube:
        made_with = dict(
            cube.execute("select key, value from meta where key in ('version', 'seed', 'draws')").fetchall()
        )
    assert made_with == {"version": __version__, "seed": str(SEED), "draws": str(DRAWS)}
    assert {row[3] for row in told(home)} == {"plan_reden"}
    # the deliveries stay the same, and what waits stays out
    assert [item.sha256 for item in read_history(home.records)] == [item.sha256 for item in before]
    record = read_log(builder_log(home), "builder").records[-1]
    assert [record[name] for name in ("action", "who", "role")] == ["pilots_beoordeeld", "Bram", "beleidsmedewerker"]
    assert ask(home, "job2").result["publication"] is None  # nothing changed
    Register(home).lock(read_pilots(home)["proef"], who="Anne", at="2026-11-26T10:00:00+01:00")
    assert ask(home, "job3").state is State.DONE
    assert states(home, "GM9901") == ["vastgelegd"]
    verdicts = {row[1]: row[7] for row in told(home) if row[3] == "oordeel"}
    assert verdicts == {"2024-06": "geen_uitspraak"}  # the data end in 2024
    # both levels tell the same pilots, and openbaar counts are not finer
    names = {level: {row[3] for row in told(home, "regio", level)} for level in ("intern", "openbaar")}
    assert names["openbaar"] <= names["intern"] | {"reden"}
    assert json.dumps(told(home, "regio")) == json.dumps(told(home, "GM9901"))


def test_without_deliveries_it_says_what_to_do_first(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.work.mkdir()
    status = ask(home)
    assert status.state is State.FAILED
    assert "Publiceer eerst een levering" in status.step


def test_a_wrong_pilot_is_named_and_stands_in_the_way_of_no_other(published: Home) -> None:
    home = drafted(published)
    (home.work / "pilots" / "fout.toml").write_text(TOML.replace('"ojg"', '"ojh"'), encoding="utf-8")
    status = ask(home)
    assert (status.state, status.result["pilots"]) == (State.DONE, 1)
    [why] = status.result["refused_pilots"]
    assert why == "fout.toml: 'programme': het programma 'ojh' bestaat niet. Bedoeld: 'ojg'?"
    assert states(home, "GM9901") == ["concept"]
    assert notes(home, "intern") == [("Pilot fout", why)]
    assert notes(home, "openbaar") == []  # what someone wrote in it stays inside


def notes(home: Home, protection: str) -> list[tuple]:
    found = current(home.published)
    assert found
    with duckdb.connect(str(found.folder / "GM9901" / f"{protection}.duckdb"), read_only=True) as cube:
        return cube.execute("select item, text from quality where topic = 'pilot'").fetchall()
