"""`voorkant memo` as a script uses it: files of drafts, all of them for a timer, and a look at a template."""

from dataclasses import replace

import docx
import pytest

from tests.unit.commands.test_build import run
from tests.unit.report.memo.conftest import DRAFT
from voorkant.commands.memo import _moved
from voorkant.declare.home import Home
from voorkant.declare.keptfile import Shelf
from voorkant.declare.memofile import drafts_in, folders, keep
from voorkant.declare.userfolder import Owner
from voorkant.report.opened import asker

USER = Owner("lokale modus")


@pytest.fixture
def draft(published):
    """On a home with a real publication of 2024."""
    made = DRAFT.__class__(
        "", "Een brief", "bijlage", "GM9901", "2024", measures=(":verwijzingen_sggz",), order=DRAFT.order
    )
    return keep(published, USER, made.with_text(":verwijzingen_sggz", "Het waren er veel.", "anders"))


def test_a_draft_becomes_a_file_and_says_what_was_not_taken_over(published, draft, capsys, tmp_path):
    out = tmp_path / "brief.docx"
    code, said, told = run(capsys, "memo", "--from", draft, "--out", str(out), "--home", str(published.path))
    assert code == 0
    assert said.startswith(f"{out}\t")
    assert "1 aangepaste teksten horen bij andere cijfers" in told
    assert any("Verwijzingen" in item.text for item in docx.Document(str(out)).paragraphs)
    own = folders(published).read(USER) / f"{draft}.toml"
    code, again, _ = run(
        capsys, "memo", "--from", str(own), "--period", "2024-H1", "--out", str(out), "--home", str(published.path)
    )
    assert code == 0
    assert again != said


def test_a_timer_makes_all_and_one_that_fails_holds_up_no_other(published, draft, capsys, tmp_path):
    keep(published, USER, DRAFT.__class__("", "Zonder cijfers", "bijlage", "GM9902", "2019", measures=(":instroom",)))
    code, said, told = run(capsys, "memo", "--all", "--out", str(tmp_path / "uit"), "--home", str(published.path))
    assert code == 2
    assert "\n- brief-zonder-cijfers: Over 2019" in told
    assert [path.name for path in (tmp_path / "uit").iterdir()] == [f"{draft}.docx"]
    assert said.count("\n") == 1
    file = next((tmp_path / "uit").iterdir())
    told = run(capsys, "memo", "--all", "--out", str(file), "--home", str(published.path))[2]
    assert f"{file} is een bestand en geen map" in told


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--out", "x.docx"), "--from"),
        (("--from", "weg"), "--out"),
        (("--from", "weg", "--out", "x.docx"), "Het concept 'weg' bestaat niet. Er zijn: geen."),
        (("--all",), "in welke map"),
        (("--all", "--user", "Niemand", "--out", "uit"), "'Niemand' heeft geen concepten. In"),
        (("--template", "roman", "--out", "x.docx"), "Kies een soort"),
        (("--check-template", "bestaat-niet.docx"), "bestaat-niet.docx bestaat niet"),
        (("--check-template", "."), ". is een map"),
        (("--all", "--from", "weg", "--out", "uit"), "niet allebei"),
        (("--all", "--out", "uit", "--format", "doc"), "Kies bij --format uit: docx"),
    ],
)
def test_wrong_use_is_said(capsys, tmp_path, given, said):
    code, _, told = run(capsys, "memo", *given, "--home", str(tmp_path))
    assert code == 1
    assert said in told
    assert "--from heeft een waarde nodig" in run(capsys, "memo", "--from")[2]


def test_a_wrong_period_and_a_wrong_kind_of_file_are_said(published, draft, capsys, tmp_path):
    begin = ("memo", "--from", draft, "--home", str(published.path), "--out")
    assert "onbekende periode" in run(capsys, *begin, str(tmp_path / "x.docx"), "--period", "ooit")[2]
    assert "kan geen .odt zijn" in run(capsys, *begin, str(tmp_path / "x.odt"))[2]
    assert f"{tmp_path / 'weg' / 'x.html'} bestaat niet" in run(capsys, *begin, str(tmp_path / "weg" / "x.html"))[2]


def test_a_draft_that_began_after_its_new_period_begins_at_the_beginning(published, draft):
    held = replace(drafts_in(Shelf(folders(published).read(USER)))[draft], since="2024")
    assert [_moved(held, period).since for period in ("2025", "2024", "2023", "2024-Q1")] == ["2024", "2024", "", ""]


def test_a_template_is_given_and_looked_at(capsys, tmp_path):
    path = tmp_path / "eigen.docx"
    assert run(capsys, "memo", "--template", "evaluatie", "--out", str(path))[0] == 0
    code, said, _ = run(capsys, "memo", "--check-template", str(path))
    assert code == 0
    assert "{{ kenmerk }}" in said
    path.write_bytes(b"%PDF")
    code, _, told = run(capsys, "memo", "--check-template", str(path))
    assert code == 2
    assert f"{path}: Dit sjabloon is niet te gebruiken: het is geen .docx" in told
    document = docx.Document()
    document.add_paragraph("{{ titl }}")
    document.save(str(path))
    code, _, told = run(capsys, "memo", "--check-template", str(path))
    assert code == 2
    assert "Bedoeld: 'titel'?" in told


def test_an_own_template_of_the_home_is_used(published, draft, capsys, tmp_path):
    (published.path / "templates").mkdir()
    document = docx.Document()
    document.add_paragraph("Eigen huisstijl van {{ gemeente }}")
    document.add_paragraph("{{ inhoud }}")
    document.save(str(published.path / "templates" / "bijlage.docx"))
    out = tmp_path / "brief.docx"
    run(capsys, "memo", "--from", draft, "--out", str(out), "--home", str(published.path))
    assert docx.Document(str(out)).paragraphs[0].text == "Eigen huisstijl van Aa"
    (published.path / "templates" / "bijlage.docx").write_bytes(b"%PDF")
    told = run(capsys, "memo", "--from", draft, "--out", str(out), "--home", str(published.path))[2]
    assert "templates/bijlage.docx: Dit sjabloon is niet te gebruiken" in told


def test_without_a_publication_a_command_says_so(tmp_path):
    with pytest.raises(Exception, match="nog niets gepubliceerd"):
        asker(Home(tmp_path))
