"""The real CBS exports, when they lie beside the checkout: every row accounted for, every figure as published."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.unit.commands.test_build import build, run
from voorkant import ROOT

CBS = ROOT.parent / "shared" / "data" / "cbs"
pytestmark = pytest.mark.skipif(not CBS.is_dir(), reason="the CBS exports are not beside the checkout")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cbs")
    (folder / "exports").mkdir()
    for path in CBS.glob("*.csv"):
        shutil.copyfile(path, folder / "exports" / path.name)
    return folder


def rows(capsys: pytest.CaptureFixture[str], home: Path, slug: str, *options: str) -> list[dict[str, Any]]:
    code, out, _ = run(capsys, "indicator", slug, "--home", str(home), "--format", "json", *options)
    assert code == 0
    return list(json.loads(out)["rows"])


def test_the_published_figures_come_through_unchanged(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, outcome, _ = build(capsys, home)
    assert code == 0
    assert (
        [file["rows_in"] for file in outcome["files"]]
        == [file["rows_used"] for file in outcome["files"]]
        == [346, 7287, 356]
    )
    (land,) = rows(capsys, home, "cbs_jeugdhulpgebruik", "--level", "land")
    assert (land["value"], land["status"]) == (13.2, "voorlopig")
    gemeenten = rows(capsys, home, "cbs_jeugdhulpgebruik", "--level", "gemeente")
    assert {row["area"]: row["value"] for row in gemeenten}["GM1969"] == 13.8
    assert sum(row["value"] is not None for row in gemeenten) == 345
    assert {row["reason"] for row in gemeenten if row["value"] is None} == {"geen_cijfer"}
    shares = rows(capsys, home, "cbs_verwijzersaandeel", "--level", "land", "--from", "2022")
    by_referrer = {row["split"]: round(row["value"], 1) for row in shares}
    assert (by_referrer["huisarts"], by_referrer["gemeentelijke_toegang"]) == (32.7, 30.1)
    for row in rows(capsys, home, "cbs_verwijzersaandeel", "--level", "wijk", "--area", "WK196908"):
        assert (row["value"], row["numerator"], row["numerator_low"], row["numerator_high"]) == (None, None, 0, 9)
        assert row["reason"] == "klein"
