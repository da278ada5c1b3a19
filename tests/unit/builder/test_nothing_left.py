"""After a delivery that is refused for its personal data nothing of it is anywhere but where its owner put it."""

import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from tests.exports import ROLLOUT, SETTINGS
from tests.unit.builder.ingest.books import book, packed_named
from tests.unit.builder.ingest.conftest import HEAD, contact, contacts
from tests.unit.builder.ingest.test_privacy import BSNS
from tests.unit.commands.test_build import run
from voorkant.builder import worker
from voorkant.commands import jobs as commands
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.domain.job import Job, JobFile, Kind

NAME, MAIL = "Kanarievogel", "kanarie@voorbeeld.nl"
SECRETS = (*BSNS, NAME, MAIL)
WITH_BSN = contacts(*(contact(number, client_id=bsn) for number, bsn in enumerate(BSNS)))
WITH_NAMES = contacts(contact(1) + f";{NAME}", head=f"{HEAD};achternaam")
DELIVERIES: dict[str, Callable[[], bytes]] = {
    "bsn.csv": WITH_BSN.encode,
    "kop.csv": f"bsn;naam;dag\n{BSNS[0]};{NAME};2024-01-01\n".encode,
    "wide.csv": lambda: WITH_BSN.encode("utf-16"),
    "float.csv": lambda: contacts(*(contact(n, client_id=f"{bsn}.0") for n, bsn in enumerate(BSNS))).encode(),
    "namen.csv": WITH_NAMES.encode,
    "mail.csv": lambda: contacts(*(contact(n, client_id=f"{n}{MAIL}") for n in range(9))).encode(),
    "map.xlsx": lambda: book([line.split(";") for line in WITH_BSN.splitlines()], [["naam", "bsn"], [NAME, BSNS[0]]]),
    "deel.zip": lambda: packed_named({"goed.csv": contacts(contact(1)), "map/bsn.csv": WITH_BSN}),
    "nul.csv": (WITH_BSN + "\0").encode,
    "vreemd.csv": f"kleur;nummer\n{NAME};{BSNS[0]}\n".encode,
    "kapot.xlsx": lambda: book([line.split(";") for line in WITH_BSN.splitlines()])[:-200],
    "lang.csv": (WITH_BSN + f"{NAME};{BSNS[0]}" * 90_000 + "\n").encode,
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home with one small file, and a folder for whatever is written beside it."""
    found = Home(tmp_path / "home")
    found.exports.mkdir(parents=True)
    (found.exports / "uitrol.csv").write_text(ROLLOUT, encoding="utf-8")
    found.settings.write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    monkeypatch.setenv("VOORKANT_HOME", str(found.path))
    return found


def contents(path: Path) -> Iterator[str]:
    """All that a file says, also where it is packed."""
    raw = path.read_bytes()
    yield raw.decode("latin-1")
    yield raw.decode("utf-16-le", errors="replace")
    if path.suffix == ".parquet":
        yield str(pq.read_table(path).to_pylist())
    elif path.suffix == ".duckdb":
        with duckdb.connect(str(path), read_only=True) as cube:
            for (table,) in cube.execute("select table_name from duckdb_tables()").fetchall():
                yield str(cube.execute(f'select * from "{table}"').fetchall())
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            yield from (packed.read(name).decode("latin-1") for name in packed.namelist())


def leaks(home: Home, *printed: str) -> list[str]:
    """Where a number or name stands: in a file below the test's own folder that is not the owner's, or on screen."""
    found = [f"screen: {secret}" for text in printed for secret in SECRETS if secret in text]
    for path in home.path.parent.rglob("*"):
        if home.exports not in path.parents and path.parent.name != "owner" and path.is_file():
            found += [f"{path}: {secret}" for text in contents(path) for secret in SECRETS if secret in text]
    return found


def ask(home: Home, name: str, raw: bytes) -> tuple[Job, Jobs]:
    """Bring the file in on the page, and have it checked."""
    jobs, file = Jobs(home), JobFile(name, f"job1/{name}")
    jobs.upload(file).parent.mkdir(parents=True)
    jobs.upload(file).write_bytes(raw)
    job = Job("job1", Kind.CHECK, (file,), "Anne", "2026-11-23T10:00:00")
    jobs.ask(job)
    worker.work(home, once=True)
    return job, jobs


@pytest.mark.parametrize("name", DELIVERIES)
def test_nothing_is_left_of_a_file_that_is_checked(home, tmp_path, capsys, name):
    raw = DELIVERIES[name]()
    owner = tmp_path / "owner"
    owner.mkdir()
    (owner / name).write_bytes(raw)
    report = tmp_path / "verslag.xlsx"
    code, out, err = run(capsys, "check", str(owner / name), "--report", str(report))
    assert code == 2
    assert leaks(home, out, err) == []

    job, jobs = ask(home, name, raw)
    files = jobs.status(job).result["files"]
    assert all(item["refused"] for item in files)
    if any(item["removed"] for item in files):
        assert not jobs.upload(job.files[0]).exists()
    jobs.remove_uploads(job.files)  # one that is refused for another reason waits there until its page is closed
    printed = capsys.readouterr()
    assert leaks(home, printed.out, printed.err) == []


def test_nothing_is_left_of_files_that_are_built(home, capsys):
    for name, make in DELIVERIES.items():
        (home.exports / name).write_bytes(make())
    code, out, err = run(capsys, "build", "--home", str(home.path), "--json")
    assert code == 2
    assert {item["file"].partition("!")[0] for item in json.loads(out)["files"] if not item["rows_used"]} >= set(
        DELIVERIES
    )
    assert leaks(home, out, err) == []

    for name, make in DELIVERIES.items():
        raw = make()
        (home.exports / f"nog een keer {name}").write_bytes(raw + b"\n" if name.endswith(".csv") else raw)
    commands.keep_watch(home, range(3))
    printed = capsys.readouterr()
    assert leaks(home, printed.out, printed.err) == []


def test_the_search_finds_what_is_there(home, tmp_path):
    (tmp_path / "temp" / "rest.txt").write_text(f"van {NAME}", encoding="utf-8")
    (home.path / "rest.zip").write_bytes(packed_named({"a.csv": WITH_BSN * 9}))
    (home.exports / "van de eigenaar.csv").write_text(NAME, encoding="utf-8")
    found = " ".join(leaks(home, f"Fout in {MAIL}"))
    assert all(word in found for word in (f"rest.txt: {NAME}", f"rest.zip: {BSNS[0]}", f"screen: {MAIL}"))
    assert "eigenaar" not in found
