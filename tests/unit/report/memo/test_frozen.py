"""Snapshots: whole or not there, the same bytes for ever, and readable by every later version."""

import json
from dataclasses import replace

import pytest

from tests.unit.report.memo.conftest import DRAFT
from voorkant import ROOT
from voorkant.declare import snapshotfile
from voorkant.declare.home import Home
from voorkant.declare.snapshotfile import NAME, read_snapshots
from voorkant.domain.problem import DataRefused
from voorkant.report.memo.frozen import freeze, since
from voorkant.report.memo.standalone import write

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


@pytest.mark.parametrize(("change", "said"), [({"format": 2}, "nieuwere Voorkant"), ({"extra": 1}, "beschadigd")])
def test_one_of_another_form_is_refused(frozen, kept, change, said):
    path = kept.work / "snapshots" / frozen[0].code / NAME
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | change), encoding="utf-8")
    with pytest.raises(DataRefused, match=said):
        read_snapshots(kept)


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
    assert all("nieuwe levering" in item.why for item in told.revised)
    assert told.revised[1].new == "staat er niet meer"
    assert [line.partition(":")[0] for line in told.redefined] == ["Verwijzingen naar specialistische jeugd-GGZ"]
    assert told.gone == ("Een maat van toen",)


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
