"""What a check proposes: columns with samples that are safe to show, words with counts, and what stays open."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.exports import write_home
from voorkant.builder import proposals
from voorkant.builder.build import DONE, NOTHING_NEW, REFUSED, build
from voorkant.builder.declared import Declared, read_declared
from voorkant.builder.store.history import read_history
from voorkant.commands.jobs import keep_watch
from voorkant.declare.home import Home
from voorkant.declare.mapping import FileMapping, save_mapping
from voorkant.domain.names import fingerprint

HEADER = "Bezoeknr;Hulpaanbod;Dag van bezoek;Achternaam;sekse;sekse;;87654321"
STRANGE = f"{HEADER}\n1;steungezinnen;01-03-2024;Jansen;man;man;;x\n2;steungezinnen;02-03-2024;Smit;v;v;;y\n"
CONTACTS = "contact_id;voorziening;contactdatum;vervolg;afgerond\n" + "".join(
    f"{number};steun;01-03-2024;{'klaar' if number < 3 else 'jan@voorbeeld.nl'};{'gereed' if number else 'ja'}\n"
    for number in range(5)
)
KNOWN = "Bezoeknr;Hulpaanbod;Dag van bezoek\n1;steungezinnen;01-03-2024\n"
MAPPED = FileMapping(
    "preventie_contacten", "", {"Bezoeknr": "contact_id", "Hulpaanbod": "voorziening", "Dag van bezoek": "contactdatum"}
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def declared(home: Home) -> Declared:
    return read_declared(home)


def told(declared: Declared, text: str, path: Path) -> dict:
    path.write_text(text, encoding="utf-8")
    found = proposals.told(declared.read(path)[0], declared)
    assert found
    return found


def test_an_unknown_file_has_kinds_and_columns_to_choose_from(declared, tmp_path):
    found = told(declared, STRANGE, tmp_path / "x.csv")
    assert (found["kind"], found["open"]) == (None, True)
    assert found["kinds"]
    why = [header["why"] for header in found["headers"]]
    assert why == [
        "",
        "",
        "",
        "persoonlijk",
        "",
        "dubbel",
        "leeg",
        "gegeven",
    ]
    assert set(found["columns"]) == {item["slug"] for item in found["kinds"]}


def test_samples_of_what_nobody_mapped_are_patterns(declared, tmp_path):
    found = told(declared, STRANGE, tmp_path / "x.csv")
    samples = found["samples"][found["kinds"][0]["slug"]]
    assert "Jansen" not in str(found)
    assert "steungezinnen" not in str(found)
    assert samples[2] == ["99-99-9999"]


def test_unknown_words_are_counted_and_masked_ones_left_out(declared, tmp_path):
    found = told(declared, CONTACTS, tmp_path / "x.csv")
    assert found["open"]
    assert [(word["text"], word["count"]) for word in found["words"]["vervolg"]] == [("klaar", 3)]
    assert [(word["text"], word["count"]) for word in found["words"]["afgerond"]] == [("gereed", 4)]


def test_words_of_a_list_are_counted_one_by_one(declared, tmp_path):
    kind = declared.sources["preventie_contacten"]
    listed = replace(kind.column("hulpvraag"), values=(("slapen", ()), ("school", ())))
    columns = tuple(listed if column.name == "hulpvraag" else column for column in kind.columns)
    own = replace(declared, sources={**declared.sources, kind.slug: replace(kind, columns=columns)})
    text = "contact_id;voorziening;contactdatum;hulpvraag\n1;s;01-03-2024;slapen|spelen\n2;s;01-03-2024;spelen|eten\n"
    found = told(own, text, tmp_path / "x.csv")
    assert {word["text"]: word["count"] for word in found["words"]["hulpvraag"]} == {"spelen": 2, "eten": 1}


def test_a_file_that_is_known_is_not_open(declared, tmp_path):
    found = told(declared, CONTACTS.replace("klaar", "overig").replace("gereed", "ja").replace("jan@voorbeeld.nl", ""),
                 tmp_path / "x.csv")  # fmt: skip
    assert (found["open"], found["kinds"]) == (False, [])


def test_a_file_without_header_has_nothing_to_decide(declared, tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes(b"")
    assert proposals.told(declared.read(path)[0], declared) is None


def test_what_waits_in_the_inbox_is_taken_in_once_its_header_is_mapped(home):
    write_home(home.path)
    (home.exports / "vreemd.csv").write_text(KNOWN, encoding="utf-8")
    assert build(home, lambda _step: None).exit_code == REFUSED
    assert build(home, lambda _step: None).exit_code == NOTHING_NEW
    save_mapping(home, fingerprint(KNOWN.splitlines()[0].split(";")), MAPPED)
    outcome = build(home, lambda _step: None)
    assert (outcome.exit_code, [file["file"] for file in outcome.files]) == (DONE, ["vreemd.csv"])
    found = [item for item in read_history(home.records) if item.file == "vreemd.csv"]
    assert [(item.kind, item.used) for item in found] == [("preventie_contacten", True)]
    assert build(home, lambda _step: None).exit_code == NOTHING_NEW


def test_a_watch_sees_that_a_header_was_mapped(home, monkeypatch):
    home.exports.mkdir(parents=True)
    (home.exports / "vreemd.csv").write_text(KNOWN, encoding="utf-8")
    built: list[int] = []
    at: list[int] = []
    monkeypatch.setattr("voorkant.commands.jobs._build", lambda _home: built.append(at[-1]) or True)

    def ticks():
        for tick in range(8):
            at.append(tick)
            if tick == 4:
                save_mapping(home, fingerprint(["a", "b"]), MAPPED)
            yield

    keep_watch(home, ticks())
    assert built == [0, 5]
