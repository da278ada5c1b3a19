"""The small tools: CSV text, numbered codes, TOML."""

import tomllib
from datetime import date

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorkant.builder.demo.csvfile import CsvFile, Look, numbered, pick, words
from voorkant.builder.demo.faults import Fault, plant
from voorkant.builder.demo.people import sex_of
from voorkant.builder.demo.timeline import DAYS, WORKDAYS, day_number, dutch_text, iso_text, workday_in
from voorkant.declare.tomltext import to_toml


def test_numbered_codes():
    found = numbered("K", np.array([1, 42, 99_999]), 5, np.array([False, True, False]))
    assert found.to_pylist() == ["K00001", None, "K99999"]
    assert numbered("K", np.array([], dtype=np.int64), 5).to_pylist() == []


def test_a_file_in_the_look_of_its_supplier(tmp_path):
    look = Look(bom=True, crlf=True, quoted=True, footer=("Bron: wij",))
    with CsvFile(tmp_path / "a.csv", ["naam", "jaar"], look) as file:
        file.write(pa.table({"jaar": ["2025", "2024"], "naam": ["De; Eik", None]}))
    assert file.rows == 2
    assert (tmp_path / "a.csv").read_bytes() == (
        b'\xef\xbb\xbf"naam";"jaar"\r\n"De; Eik";"2025"\r\n;"2024"\r\nBron: wij\r\n'
    )


def test_a_delimiter_in_an_unquoted_cell_is_never_written(tmp_path):
    with pytest.raises(pa.ArrowInvalid), CsvFile(tmp_path / "a.csv", ["naam"], Look(footer=("Bron",))) as file:
        file.write(pa.table({"naam": ["De; Eik"]}))
    assert b"Bron" not in (tmp_path / "a.csv").read_bytes()


def test_words_and_chances():
    assert words(("nee", "ja"), np.array([1, 0]), np.array([False, True])).to_pylist() == ["ja", None]
    drawn = pick([1, 0, 3], 4_000, np.random.default_rng(1))
    assert np.bincount(drawn, minlength=3)[1] == 0
    assert (drawn == 2).mean() == pytest.approx(0.75, abs=0.03)


def test_faults_are_put_in_place():
    table = pa.table({"a": [str(number) for number in range(11)]})
    changed, planted = plant(table, (Fault("dubbel", 0.5), Fault("anders", 0.9, "a", "x")), file="f", first_line=2)
    assert changed["a"].to_pylist() == ["0", "1", "2", "3", "4", "5", "5", "6", "7", "8", "x", "10"]
    assert {(item.what, item.line) for item in planted} == {("dubbel", 8), ("anders", 12)}


def test_days():
    days = np.array([0, day_number("2024-02-29")])
    assert iso_text(days).to_pylist() == ["2018-01-01", "2024-02-29"]
    assert dutch_text(days, np.array([True, False])).to_pylist() == [None, "29-02-2024"]
    assert not set(DAYS[WORKDAYS].astype(str)) & {"2024-04-27", "2025-12-25", "2025-01-01"}
    months = np.repeat([0, 95], 500)
    drawn = DAYS[WORKDAYS[workday_in(months, np.random.default_rng(2))]].astype("datetime64[M]").astype(str)
    assert set(drawn[:500]) == {"2018-01"}
    assert set(drawn[500:]) == {"2025-12"}


def test_sexes_are_even():
    assert sex_of(np.arange(20_000)).mean() == pytest.approx(0.5, abs=0.02)


PLAIN = st.one_of(st.integers(-(2**40), 2**40), st.booleans(), st.text(), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
KEY = st.one_of(st.from_regex(r"[A-Za-z0-9_-]{1,8}", fullmatch=True), st.text(max_size=8))


@given(st.dictionaries(KEY, st.recursive(
    PLAIN,
    lambda inner: st.one_of(st.lists(PLAIN, max_size=3), st.dictionaries(KEY, inner, max_size=3),
                            st.lists(st.dictionaries(KEY, PLAIN, max_size=3), min_size=1, max_size=3)),
    max_leaves=8,
), max_size=5))  # fmt: skip
def test_toml_reads_back_as_it_was(values):
    assert tomllib.loads(to_toml(values)) == values
