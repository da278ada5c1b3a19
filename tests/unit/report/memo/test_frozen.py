"""Snapshots: whole or not there, the same bytes for ever, and readable by every later version."""

import json
from dataclasses import replace

import pytest

from tests.unit.report.memo.conftest import DRAFT
from voorkant import ROOT
from voorkant.declare import snapshotfile
from voorkant.declare.home import Home
from voorkant.declare.snapshotfile import NAME, Measured, read_snapshots
from voorkant.domain.problem import DataRefused
from voorkant.report import asking
from voorkant.report.memo.description import Grid, Heading, Shown, Words
from voorkant.report.memo.frozen import Since, freeze, freeze_view, readable, since, since_view
from voorkant.report.memo.gather import selection
from voorkant.report.memo.plain import blocks
from voorkant.report.memo.seen import Seen, View
from voorkant.report.memo.seen import memo as seen_memo
from voorkant.report.memo.standalone import write
from voorkant.text import snapshots

OLDER_VIEW = ROOT / "tests" / "unit" / "report" / "memo" / "snapshot_view_2.json"
OLDER = ROOT / "tests" / "unit" / "report" / "memo" / "snapshot_0_1_0.json"


@pytest.fixture(scope="module")
def frozen(ask):
    return freeze(ask, DRAFT, "https://voorkant.example/{code}", who="Anne", at="2026-11-26T12:00:00+01:00")


@pytest.fixture
def kept(frozen, tmp_path):
    home = Home(tmp_path)
    snapshotfile.keep(home, *frozen)
    return home


def test_what_was_handed_out_stays_the_same_bytes(frozen, kept):
    snapshot, files = frozen
    assert read_snapshots(kept) == {snapshot.code: snapshot}
    assert {suffix for suffix in files if snapshotfile.file(kept, snapshot, suffix) != files[suffix]} == set()
    snapshotfile.keep(kept, replace(snapshot, who="Iemand anders"), {})
    assert read_snapshots(kept)[snapshot.code].who == "Anne"
    assert f"https://voorkant.example/{snapshot.code}".encode() in files["html"]


def test_a_file_that_was_changed_is_not_given(frozen, kept):
    snapshot, _ = frozen
    (kept.work / "snapshots" / snapshot.code / "stuk.pdf").write_bytes(b"anders")
    (kept.work / "snapshots" / snapshot.code / "stuk.docx").unlink()
    for suffix in ("pdf", "docx"):
        with pytest.raises(DataRefused, match="niet meer wat het was"):
            snapshotfile.file(kept, snapshot, suffix)
    with pytest.raises(ValueError, match="no file ends in"):
        snapshotfile.file(kept, snapshot, "../x")
    with pytest.raises(DataRefused, match="bestaat niet"):
        snapshotfile.file(kept, replace(snapshot, code="../../etc"), "pdf")


@pytest.mark.parametrize(("change", "said"), [({"format": 4}, "nieuwere Voorkant"), ({"extra": 1}, "beschadigd")])
def test_one_of_another_form_is_refused(frozen, kept, change, said):
    path = kept.work / "snapshots" / frozen[0].code / NAME
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | change), encoding="utf-8")
    with pytest.raises(DataRefused, match=said):
        read_snapshots(kept, strict=True)
    assert read_snapshots(kept) == {}


def test_nothing_changed_is_nothing_told(ask, frozen):
    assert since(ask, frozen[0]).newer == ""
    assert since(ask, frozen[0]).revised == ()


def test_an_older_one_is_read_and_compared(ask, tmp_path):
    """As version 0.1.0 kept it; it may never be changed to make this pass."""
    place = tmp_path / "work" / "snapshots" / "0123456789"
    place.mkdir(parents=True)
    (place / NAME).write_bytes(OLDER.read_bytes())
    [found] = read_snapshots(Home(tmp_path)).values()
    told = since(ask, found)
    assert told.newer == "proef-1"
    assert [(item.row, item.old) for item in told.revised] == [("2024", "1,0 (0,5 tot 2,0)"), ("2019", "7")]
    assert all("andere leveringen" in item.why for item in told.revised)
    assert told.revised[1].new == "staat er niet meer"
    assert [line.partition(":")[0] for line in told.redefined] == ["Verwijzingen naar specialistische jeugd-GGZ"]
    assert told.gone == ("Een maat van toen",)


def test_words_that_a_table_once_repeated_are_no_revision():
    assert snapshots.as_now("Waargenomen (verwijzingen per maand)", "5,0 waargenomen") == "5,0"
    assert snapshots.as_now("Verwacht (verwijzingen per maand)", "8,7 verwacht (1,7 tot 26,7)") == "8,7 (1,7 tot 26,7)"
    assert snapshots.as_now("Waarde (%)", "5,0 waargenomen") == "5,0 waargenomen"


def test_a_draft_without_figures_now_has_lost_them_all(ask, frozen):
    snapshot = frozen[0]
    nowhere = replace(
        snapshot,
        draft=snapshot.draft.replace('period = "2025"', 'period = "2019"').replace('since = "2024"', 'since = ""'),
    )
    nowhere = replace(
        nowhere,
        draft=nowhere.draft.replace("pilots = [", "pilots = [] # ").replace("questions = [", "questions = [] # "),
    )
    assert len(since(ask, nowhere).gone) == len({table.title for table in snapshot.tables})


def test_a_page_of_its_own_asks_for_nothing(memo):
    page = write(memo).decode()
    assert page == write(memo).decode()
    assert '<html lang="nl">' in page
    assert "<script" not in page
    assert "http" not in page.replace('http-equiv="content-security-policy"', "")
    assert page.count("<h1>") == 1
    assert "Jeugdhulp in cijfers &amp; &lt;beeld&gt;" in page
    assert page.count('alt="') == page.count("<img ") == len(memo.pictures)


def test_headings_that_hold_effort_and_outcome_apart_stay_in_a_view(view):
    markup = (
        "<h2>Wat verandert er</h2><h3>Verwijzingen</h3><p>12</p><h2>Wat doet de inzet</h2><h3>Contacten</h3><p>3</p>"
    )
    twice = [Words("", "Het daalt."), Words("beeld", "Het daalt.")]
    made = seen_memo(view, Seen([*blocks(f"{markup}<h2>Om te klikken</h2><h2>Leeg</h2>"), *twice], {}))
    page = write(made).decode()
    assert "<h3>Wat doet de inzet</h3><h4>Contacten</h4>" in page
    assert "Om te klikken" not in page
    assert page.count("Het daalt.") == 1


@pytest.fixture
def seen(memo):
    picture = memo.pictures[0].picture
    blocks = [
        Heading("Verwijzingen"), Words("", "Het waren er 12.", fixed=True), Shown(picture),
        Words(picture.key, picture.sentence, fixed=True),
        Grid("Stappen", ("Stap", "Oordeel"), (("1", "ja"), ("1", "nee"))), Heading("Niets hieronder"),
    ]  # fmt: skip
    return Seen(blocks, {"Verwijzingen": Measured("Verwijzingen", "Verwijzingen", "Hoeveel.", "abc", "een bestand")})


@pytest.fixture
def view(ask):
    of = asking.publication(ask, selection(DRAFT))
    address = "voorkant_achterkant?gemeente=GM9901&openbaar=true"
    return View(
        "Voorkant & achterkant", "GM9901", "Veldermonde", address, {"Gemeente": "Veldermonde"}, "2025", of, "/{code}"
    )


def test_a_view_is_kept_with_all_that_it_says(place, view, seen, tmp_path):
    snapshot, files = freeze_view(place, view, seen, who="Anne", at="2026-11-26T12:00:00+01:00")
    home = Home(tmp_path)
    snapshotfile.keep(home, snapshot, files)
    assert read_snapshots(home) == {snapshot.code: snapshot}
    assert set(files) == {"pdf", "xlsx", "html", "zip"}
    assert {suffix for suffix in files if snapshotfile.file(home, snapshot, suffix) != files[suffix]} == set()
    page = files["html"].decode()
    for word in (
        "Het waren er 12.",
        "Hoeveel.",
        "Wat er gekozen was",
        seen.blocks[3].text,
        f"/{snapshot.code}",
        "Stappen",
    ):
        assert word in page
    assert "Niets hieronder" not in page
    assert since_view(snapshot, view, seen) == Since("")


def test_of_a_view_is_told_what_became_of_each_word(place, view, seen):
    snapshot, _ = freeze_view(place, view, seen, who="Anne", at="2026-11-26T12:00:00+01:00")
    other = Measured("Verwijzingen", "Verwijzingen", "Anders.", "abc", "twee bestanden")
    blocks = [seen.blocks[0], Words("", "Het waren er 13.", fixed=True), *seen.blocks[2:4],
              Grid("Stappen", ("Stap", "Oordeel"), (("1", "ja"), ("1", "ja")))]  # fmt: skip
    later = replace(view, publication=replace(view.publication, name="proef-2"))
    found = since_view(snapshot, later, Seen(blocks, {"Verwijzingen": other}))
    assert {(item.table, item.old, item.new) for item in found.revised} == {
        ("Verwijzingen", "Het waren er 12.", "Het waren er 13."), ("Stappen", "nee", "ja"),
    }  # fmt: skip
    assert found.newer == "proef-2"
    assert found.redefined == ("Verwijzingen: toen ‘Hoeveel.’ Nu ‘Anders.’",)
    assert set(since_view(snapshot, view, Seen(blocks[:1])).gone) == {
        "Verwijzingen", seen.blocks[2].picture.title, "De zin onder een figuur", "Stappen",
    }  # fmt: skip


def test_what_is_revised_has_the_reason_of_its_own_measure_and_the_name_of_its_figure(place, view, seen):
    shown = seen.blocks[2]
    title = shown.picture.title.partition(":")[0]
    measures = {name: Measured(name, name, "Hoeveel.", "abc", "een bestand", "a.csv") for name in (title, "Anders")}
    key = shown.picture.key
    blocks = [shown, Words(key, "Het waren er 12.", fixed=True), Words("", "Ook dit.", fixed=True)]
    snapshot, _ = freeze_view(place, view, Seen(blocks, measures), who="Anne", at="2026-11-26T12:00:00+01:00")
    now = measures | {"Anders": replace(measures["Anders"], definition="Ook wie."),
                      title: replace(measures[title], delivered="twee bestanden", below="b.csv")}  # fmt: skip
    later = [shown, Words(key, "Het waren er 13.", fixed=True), Words("", "Dat ook.", fixed=True)]
    sentence, other = since_view(snapshot, view, Seen(later, now)).revised
    files = (
        f"andere leveringen ({title}: toen een bestand, nu twee bestanden · noemer van {title}: toen a.csv, nu b.csv)"
    )
    assert (sentence.row, sentence.why) == (shown.picture.title, files)
    assert other.why == f"de definitie van ‘Anders’ is veranderd en {files}"
    assert [
        line[0] for item in readable(snapshot) for line in item.lines if item.title == "De zin onder een figuur"
    ] == [shown.picture.title]


def test_a_view_is_frozen_in_public_alone(place, view, seen):
    inside = replace(view, publication=replace(view.publication, protection="intern"))
    with pytest.raises(ValueError, match="in public alone"):
        freeze_view(place, inside, seen, who="Anne", at="2026-11-26T12:00:00+01:00")


def test_a_view_without_pictures_has_no_file_of_them(place, view):
    _, files = freeze_view(
        place, view, Seen([Words("", "Alleen dit.", fixed=True)]), who="A", at="2026-11-26T12:00:00+01:00"
    )
    assert set(files) == {"pdf", "xlsx", "html"}


def test_a_view_of_an_older_version_is_read_and_compared(view, seen, tmp_path):
    """As format 2 had it; it may never be changed to make this pass."""
    place = tmp_path / "work" / "snapshots" / "abcdef0123"
    place.mkdir(parents=True)
    (place / NAME).write_bytes(OLDER_VIEW.read_bytes())
    [found] = read_snapshots(Home(tmp_path)).values()
    told = since_view(found, view, seen)
    assert [(item.row, item.old, item.new) for item in told.revised] == [
        ("Zin 1", "Het waren er 9.", "Het waren er 12.")
    ]
    assert found.view == "voorkant_achterkant?gemeente=GM9901&openbaar=true"
