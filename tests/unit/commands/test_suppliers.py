"""`pseudonymise` and `template` as a data steward uses them: what comes out, and what is never left anywhere."""

import csv
import os
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from voorkant.__main__ import main
from voorkant.domain.codes import is_bsn

NUMBERS = [str(number) for number in range(123_456_000, 123_457_000) if is_bsn(str(number))]
HEAD = "bsn;contact_id;contactdatum;praktijk_agb;minuten;vervolg;afgerond"


def line(bsn: str, number: int = 1, *, after: str = "nog_lopend", minutes: str = "30") -> str:
    return f"{bsn};K{number};2024-03-15;01000001;{minutes};{after};nee"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("VOORKANT_HOME", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


class Desk:
    """A folder with exports in it, and what the command line says there."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def put(self, name: str, *lines: str, head: str = HEAD, encoding: str = "utf-8") -> Path:
        path = self.folder / name
        path.write_text("\n".join([head, *lines, ""]), encoding=encoding)
        return path

    def run(self, *arguments: object) -> tuple[int, str]:
        """(exit code, all that was said)."""
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        said = self._capsys.readouterr()
        return int(left.value.code or 0), said.out + said.err

    def pseudonymise(self, source: Path, *columns: str, out: str = "uit.csv") -> tuple[int, str]:
        return self.run("pseudonymise", source, self.folder / out, *(f"--column={name}" for name in columns or ["bsn"]))

    def rows(self, name: str = "uit.csv") -> list[dict[str, str]]:
        with (self.folder / name).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, delimiter=";"))

    def files(self) -> set[str]:
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}

    def hold(self, *numbers: str, but: Path) -> list[str]:
        """Files in which one of the numbers stands."""
        every = [path for path in self.folder.rglob("*") if path.is_file() and path != but]
        return [path.name for path in every if any(number.encode() in path.read_bytes() for number in numbers)]


@pytest.fixture
def desk(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    (tmp_path / "tmp").mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(tmp_path / "tmp"))
    return Desk(tmp_path, capsys)


def test_numbers_become_pseudonyms_and_the_privacy_stop_lets_the_file_pass(desk: Desk) -> None:
    source = desk.put("in.csv", *(line(bsn, place) for place, bsn in enumerate([*NUMBERS[:40], NUMBERS[0]])))
    assert desk.run("check", source)[0] == 2
    code, said = desk.pseudonymise(source)
    assert code == 0
    assert "41 rijen" in said
    assert "40 verschillende waarden" in said
    rows = desk.rows()
    assert list(rows[0]) == HEAD.replace("bsn", "client_id").split(";")
    assert rows[0]["client_id"] == rows[40]["client_id"] != rows[1]["client_id"]
    assert [row["contact_id"] for row in rows] == [f"K{place}" for place in range(41)]
    assert not any(number in said for number in NUMBERS)
    assert desk.hold(*NUMBERS[:40], but=source) == []
    code, checked = desk.run("check", desk.folder / "uit.csv")
    assert (code, "41 gebruikt" in checked) == (0, True)


def test_a_number_keeps_its_pseudonym_in_every_notation_file_and_column(desk: Desk) -> None:
    first = desk.put("een.csv", line("012345672", 1), line("123456782", 2))
    second = desk.put("twee.csv", *(line(bsn, 1) for bsn in ("12345672", " 0123.45.672", "12345672.0", "123456782")),
                      head=HEAD.replace("bsn", "Burgerservicenummer"), encoding="utf-16")  # fmt: skip
    assert desk.pseudonymise(first)[0] == desk.pseudonymise(second, "burgerservicenummer", out="uit2.csv")[0] == 0
    low, high = (row["client_id"] for row in desk.rows())
    assert [row["client_id"] for row in desk.rows("uit2.csv")] == [low, low, low, high]


def test_another_home_gives_other_pseudonyms(desk: Desk) -> None:
    (desk.folder / "buren").mkdir()
    source = desk.put("in.csv", line("123456782"))
    desk.pseudonymise(source)
    desk.run("pseudonymise", source, desk.folder / "b.csv", "--column", "bsn", "--home", desk.folder / "buren")
    assert desk.rows()[0]["client_id"] != desk.rows("b.csv")[0]["client_id"]


def test_no_value_gets_no_pseudonym(desk: Desk) -> None:
    source = desk.put(
        "in.csv", *(line(bsn, place) for place, bsn in enumerate(["", "onbekend", "000000000", "123456782"]))
    )
    code, said = desk.pseudonymise(source)
    assert (code, "1 verschillende waarden" in said, "3 cellen" in said) == (0, True, True)
    assert [bool(row["client_id"]) for row in desk.rows()] == [False, False, False, True]


def test_several_columns_keep_their_names(desk: Desk) -> None:
    source = desk.put("in.csv", f"{line('123456782')};111222333", head=f"{HEAD};bsn ouder")
    assert desk.pseudonymise(source, "bsn", "BSN_ouder")[0] == 0
    row = desk.rows()[0]
    assert row["bsn"] != row["bsn ouder"]
    assert row["bsn"].startswith("P")


def test_a_client_id_that_is_there_keeps_its_name_for_itself(desk: Desk) -> None:
    source = desk.put("in.csv", f"{line('123456782')};C1", head=f"{HEAD};client_id")
    assert desk.pseudonymise(source)[0] == 0
    assert desk.rows()[0]["client_id"] == "C1"


def test_formulas_are_disarmed_and_amounts_are_not(desk: Desk) -> None:
    source = desk.put(
        "in.csv", line("123456782", after="=1+1", minutes="-12,5"), line("111222333", after="-", minutes="+3")
    )
    desk.pseudonymise(source)
    assert [(row["vervolg"], row["minuten"]) for row in desk.rows()] == [("'=1+1", "-12,5"), ("-", "+3")]
    assert (desk.folder / "uit.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_text_with_newlines_and_quotes_stays_whole(desk: Desk) -> None:
    source = desk.put("in.csv", line("123456782", after='"a;b\n""c"""'))
    desk.pseudonymise(source)
    assert desk.rows()[0]["vervolg"] == 'a;b\n"c"'


REFUSED = {
    "a number in a note": ([f"{line('123456782')};moeder van 123.456.782"], f"{HEAD};opmerking", "Kolom 'opmerking'"),
    "a number of another row in a note": (
        [f"{line('123456782')};x", f"{line('111222333')};zus heeft bsn 123456782"], f"{HEAD};opmerking", "regel 3",
    ),
    "a number inside an id": ([f"{line('123456782')};T123456782-1"], f"{HEAD};traject_id", "Kolom 'traject_id'"),
    "a second column with numbers": (
        [f"{line(bsn)};{other}" for bsn, other in zip(NUMBERS[:30], NUMBERS[30:60], strict=True)],
        f"{HEAD};verzekerde", "--column 'verzekerde'",
    ),
    "names": ([f"{line('123456782')};Jansen"], f"{HEAD};achternaam", "Verwijder de kolom"),
    "contact details": ([f"{line('123456782', n)};a{n}@b.nl" for n in range(4)], f"{HEAD};traject_id", "traject_id"),
    "a ragged row": ([line("123456782"), "123456782;K2"], HEAD, "regel 3"),
    "lost digits": ([line("1,23E+08")], HEAD, "wetenschappelijke notatie, regel 2"),
    "no header": ([line("111222333")], line("123456782"), "kolomnamen"),
    "no rows": ([], HEAD, "geen rijen"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_not_certain_is_refused_and_leaves_nothing(desk: Desk, case: str) -> None:
    lines, head, told = REFUSED[case]
    source = desk.put("in.csv", *lines, head=head)
    before = desk.files()
    code, said = desk.pseudonymise(source, "123456782" if case == "no header" else "bsn")
    assert (code, told in said) == (2, True), said
    assert desk.files() - before <= {"home/secrets/pseudonym.key"}
    assert not any(number in said for number in ("123456782", "111222333", *NUMBERS))


def test_ids_that_look_like_a_number_by_chance_are_no_copies(desk: Desk) -> None:
    source = desk.put(
        "in.csv", f"{line('123456782')};111222333", f"{line('111222333', 2)};20240001", head=f"{HEAD};traject_id"
    )
    assert desk.pseudonymise(source)[0] == 0


def test_an_unknown_column_names_the_nearest(desk: Desk) -> None:
    code, said = desk.pseudonymise(desk.put("in.csv", line("123456782")), "bns")
    assert (code, "'bns'" in said, "Bedoeld: 'bsn'?" in said) == (1, True, True)


@pytest.mark.parametrize("name", ["in.csv", "bezet.csv", "weg/uit.csv"])
def test_nothing_is_overwritten_and_no_folder_is_made(desk: Desk, name: str) -> None:
    source = desk.put("in.csv", line("123456782"))
    (desk.folder / "bezet.csv").write_text("van mij", encoding="utf-8")
    before = {name: (desk.folder / name).read_bytes() for name in desk.files()}
    assert desk.pseudonymise(source, out=name)[0] == 1
    assert {name: (desk.folder / name).read_bytes() for name in desk.files()} == before


def test_a_disk_that_is_full_leaves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> None:
        raise OSError(28, os.strerror(28), str(target))

    source = desk.put("in.csv", line("123456782"))
    before = desk.files()
    monkeypatch.setattr(Path, "replace", full)
    assert desk.pseudonymise(source)[0] == 1
    assert desk.files() - before == {"home/secrets/pseudonym.key"}


def test_a_file_that_is_no_csv_is_refused(desk: Desk) -> None:
    source = desk.folder / "in.csv"
    source.write_bytes(b"%PDF-1.7 123456782")
    code, said = desk.pseudonymise(source)
    assert (code, "een PDF" in said) == (2, True)


def test_a_home_that_is_not_there_is_named(desk: Desk) -> None:
    source = desk.put("in.csv", line("123456782"))
    code, said = desk.run(
        "pseudonymise", source, desk.folder / "uit.csv", "--column", "bsn", "--home", desk.folder / "x"
    )
    assert (code, "--home" in said) == (1, True)


def test_a_check_writes_every_refused_row_for_the_supplier(desk: Desk) -> None:
    late = [line(f"C{number}", number).replace("2024-03-15", "gisteren") for number in (2, 3, 4)]
    source = desk.put("in.csv", line("C1", 1, after="raar"), *late, head=HEAD.replace("bsn", "client_id"))
    code, said = desk.run("check", source, "--report", desk.folder / "terug.csv")
    assert (code, "4 meldingen" in said) == (0, True)
    rows = [(row["ernst"], row["regelnummer"], row["kolom"], row["waarde"]) for row in desk.rows("terug.csv")]
    assert rows == [
        *(("geweigerd", str(number), "contactdatum", "gisteren") for number in (3, 4, 5)),
        ("waarschuwing", "2", "vervolg", "raar"),
    ]
    assert "- 3 keer geweigerd" in (desk.folder / "terug.txt").read_text(encoding="utf-8")


def test_the_report_greets_who_was_agreed_with(desk: Desk, home: Path) -> None:
    (home / "voorkant.toml").write_text(
        '[[levering]]\nbron = "ojg_contacten"\nleverancier = "Backoffice"\ntermijn = "maand"\n', encoding="utf-8"
    )
    source = desk.put("in.csv", line("C1", 1, after="raar"), head=HEAD.replace("bsn", "client_id"))
    assert desk.run("check", source, "--report", desk.folder / "terug.csv")[0] == 0
    assert "Beste Backoffice," in (desk.folder / "terug.txt").read_text(encoding="utf-8")


def test_a_refused_file_gets_a_report_that_names_no_number(desk: Desk) -> None:
    source = desk.put("in.csv", *(line(bsn, place) for place, bsn in enumerate(NUMBERS[:40])))
    code, _ = desk.run("check", source, "--json", "--report", desk.folder / "terug.xlsx")
    assert code == 2
    sheets = CalamineWorkbook.from_path(desk.folder / "terug.xlsx")
    told = str([sheets.get_sheet_by_name(name).to_python() for name in sheets.sheet_names])
    assert "burgerservicenummers" in told
    assert not any(number in told for number in NUMBERS)


@pytest.mark.parametrize(("name", "told"), [("terug.pdf", ".xlsx"), ("in.csv", "overschreven"), ("weg/t.xlsx", "weg")])
def test_a_report_that_cannot_be_written_is_said_before_reading(desk: Desk, name: str, told: str) -> None:
    source = desk.put("in.csv", line("C1"), head=HEAD.replace("bsn", "client_id"))
    before = source.read_bytes()
    code, said = desk.run("check", source, "--report", desk.folder / name)
    assert (code, told in said, "gebruikt" in said) == (1, True, False)
    assert source.read_bytes() == before


def test_a_template_passes_the_check(desk: Desk) -> None:
    code, said = desk.run("template", "ojg_contacten")
    assert (code, "Neem nooit op: burgerservicenummers" in said) == (0, True)
    code, said = desk.run("check", desk.folder / "voorkant_ojg_contacten.csv")
    assert (code, "2 gebruikt, 0 geweigerd" in said) == (0, True)


@pytest.mark.parametrize(
    ("options", "name"),
    [(["--xlsx"], "voorkant_scholen.xlsx"), (["--out", "vraag.xlsx"], "vraag.xlsx"), (["--out", "v.csv"], "v.csv")],
)
def test_a_template_goes_where_it_is_asked(desk: Desk, options: list[str], name: str) -> None:
    assert desk.run("template", "scholen", *options)[0] == 0
    assert (desk.folder / name).read_bytes().startswith(b"PK" if name.endswith("xlsx") else b"\xef\xbb\xbfbrin")
    assert desk.run("template", "scholen", *options)[0] == 1


def test_an_unknown_kind_names_the_nearest(desk: Desk) -> None:
    code, said = desk.run("template", "ojg_contact")
    assert (code, "Bedoeld: 'ojg_contacten'?" in said) == (1, True)


def test_a_template_of_a_kind_of_the_home(desk: Desk, home: Path) -> None:
    (home / "sources").mkdir()
    (home / "sources" / "eigen.toml").write_text(
        'title = "Eigen"\nrow = "een rij"\nkey = ["nr"]\n[columns.nr]\ntype = "id"\nrequired = true\n', encoding="utf-8"
    )
    assert desk.run("template", "eigen")[0] == 0
    assert len(desk.rows("voorkant_eigen.csv")) == 2


def test_totals_footers_and_repeated_headers_stay_what_they_are(desk: Desk) -> None:
    rows = [line("123456782", 1), line("111222333", 2), HEAD, "Totaal;;;;60;;", "Bron: systeem X;;;;;;"]
    code, said = desk.pseudonymise(desk.put("in.csv", *rows))
    assert (code, "2 verschillende waarden" in said) == (0, True)
    _, checked = desk.run("check", desk.folder / "uit.csv")
    assert "5 rijen: 2 gebruikt, 0 geweigerd, 3 overgeslagen" in checked


def test_a_person_who_is_called_as_a_footer_gets_a_pseudonym(desk: Desk) -> None:
    desk.pseudonymise(desk.put("in.csv", line("Bron"), line("Totaal", 2)))
    assert [row["client_id"][:1] for row in desk.rows()] == ["P", "T"]


def test_a_file_that_is_not_there_is_named(desk: Desk) -> None:
    code, said = desk.pseudonymise(desk.folder / "weg.csv")
    assert (code, "weg.csv: dit bestand bestaat niet" in said) == (1, True)


def test_a_file_that_is_too_large_is_refused_unread(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voorkant.builder.pseudonymise.MAX_BYTES", 10)
    code, said = desk.pseudonymise(desk.put("in.csv", line("123456782")))
    assert (code, "Splits de export" in said) == (2, True)
