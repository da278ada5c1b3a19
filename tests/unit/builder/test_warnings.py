"""A warning stops a publication from the page until someone says why it is right; the command line tells it."""

import json

import duckdb
import pytest

from tests.exports import contacts
from tests.unit.builder.test_undo import figures, silent
from tests.unit.builder.test_worker import ask_publication, bring, done
from tests.unit.commands.test_build import run
from voorkant.builder.build import build
from voorkant.builder.store.history import read_history
from voorkant.cube.reader import current
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.domain.job import Job, State, Status

ID = "ojg_contacten/maand_gedaald/2024-05"


def fallen() -> str:
    """The contacts, of which May lost three quarters."""
    head, *lines = contacts().splitlines()
    kept = [line for line in lines if "-05-2024" not in line or int(line.split(";")[0][-1]) <= 2]
    return "\n".join([head, *kept, ""])


@pytest.fixture
def home(published: Home) -> Home:
    return published


def publish(home: Home, checked: Job, name: str, **asked: dict[str, str]) -> Status:
    job = ask_publication(home, checked, name)
    Jobs(home).ask(Job(**{**vars(job), **asked}))
    return done(home, job)


def quality(home: Home, topic: str) -> list[tuple]:
    publication = current(home.published)
    assert publication
    with duckdb.connect(str(publication.folder / "regio" / "openbaar.duckdb"), read_only=True) as cube:
        return cube.execute("select source, item, period, value, text from quality where topic = ?", [topic]).fetchall()


def test_no_reason_no_publication_and_the_reason_is_kept(home: Home) -> None:
    checked = bring(home, ojg_2=fallen())
    [found] = done(home, checked).result["comparisons"]
    assert [item["id"] for item in found["ways"]["sleutel"]["warnings"]] == [ID]
    assert found["ways"]["sleutel"]["changes"]["unchanged"] == 180
    before, exports = figures(home), {path.name for path in home.exports.iterdir()}
    for name, reason in (("job81", ""), ("job82", "  "), ("job83", "bel 06-12345678"), ("job84", "x" * 501),
                         ("job85", "Jan met nummer 111222333")):  # fmt: skip
        status = publish(home, checked, name, reasons={ID: reason})
        assert (status.state, "Er is niets gepubliceerd" in status.step) == (State.FAILED, True)
        assert "mei 2024" in status.step
    assert figures(home) == before
    assert {path.name for path in home.exports.iterdir()} == exports
    assert publish(home, checked, "job86", reasons={ID: "Vakantie in mei."}).state is State.DONE
    last = read_history(home.records)[-1]
    assert (last.who, last.warnings[0]["reason"], last.changes["unchanged"]) == ("Anne", "Vakantie in mei.", 180)
    assert quality(home, "afwijking") == [
        (
            "ojg_contacten",
            "Een maand heeft veel minder rijen dan eerder.",
            "2024-05",
            None,
            "Bevestigd: Vakantie in mei.",
        )
    ]


def test_the_command_line_publishes_and_tells(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    (home.exports / "ojg_2.csv").write_text(fallen(), encoding="utf-8")
    code, out, err = run(capsys, "build", "--home", str(home.path), "--json")
    [file] = json.loads(out)["files"]
    assert (code, [item["id"] for item in file["warnings"]]) == (0, [ID])
    assert file["warnings"][0]["reason"] is None
    assert "niet bevestigd" in err
    assert [row[4] for row in quality(home, "afwijking")] == ["Niet bevestigd."]


def test_what_waits_in_the_inbox_is_weighed_along(home: Home) -> None:
    (home.exports / "ojg_2.csv").write_text(fallen(), encoding="utf-8")
    checked = bring(home, uitrol_2="programma;locatie;startdatum\nojg;01000001;2024-02-01\n")
    kinds = {found["kind"]: found for found in done(home, checked).result["comparisons"]}
    assert [item["id"] for item in kinds["ojg_contacten"]["ways"]["sleutel"]["warnings"]] == [ID]
    assert publish(home, checked, "job81").state is State.FAILED
    assert publish(home, checked, "job82", reasons={ID: "Klopt."}).state is State.DONE


def test_a_period_that_is_replaced_loses_what_is_not_delivered_again(home: Home) -> None:
    checked = bring(home, ojg_2=fallen())
    [found] = done(home, checked).result["comparisons"]
    assert found["ways"]["periode"]["changes"]["removed"] == 12
    assert found["ways"]["periode"]["replaced"] == ["2024-01", "2024-12"]
    asked = {"reasons": {ID: "Klopt."}, "replaces": {"ojg_contacten": "periode"}}
    assert publish(home, checked, "job81", **asked).state is State.DONE
    last = read_history(home.records)[-1]
    assert last.changes["removed"] == 12
    assert last.replaced is not None
    assert (last.replaced.first, last.replaced.last) == ("2024-01", "2024-12")


def test_the_settings_say_how_a_kind_replaces(home: Home) -> None:
    stated = home.settings.read_text(encoding="utf-8") + '\n[bronnen.ojg_contacten]\nvervangt = "periode"\n'
    home.settings.write_text(stated, encoding="utf-8")
    (home.exports / "ojg_2.csv").write_text(fallen(), encoding="utf-8")
    build(home, silent)
    assert read_history(home.records)[-1].changes["removed"] == 12


def test_a_check_leaves_nothing_of_the_rows_behind(home: Home) -> None:
    done(home, bring(home, ojg_2=fallen()))
    assert not (home.records / "check").exists()
    assert {path.name for path in (home.records / "rows").iterdir()} == {
        item.parquet for item in read_history(home.records)
    }
