"""The same key twice is found whatever keys look like, and never where keys differ, however long they are."""

from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from voorkant import ROOT
from voorkant.builder.ingest.read import read_file
from voorkant.declare.source import read_sources

SOURCES = read_sources(ROOT / "data" / "sources")
HEAD = "contact_id;contactdatum;praktijk_agb;minuten"
LONG = "x" * 256  # as far as keys are looked at before they are told apart exactly
keys = st.one_of(
    st.text("abé9", min_size=1, max_size=20),
    st.sampled_from([LONG + "a", LONG + "b", LONG, LONG[1:], "k" * 8, "k" * 9]),
)


@given(rows=st.lists(st.tuples(keys, st.integers(1, 2)), min_size=1, max_size=40), in_order=st.booleans())
def test_doubles_are_those_of_a_naive_count(rows: list[tuple[str, int]], in_order: bool) -> None:
    rows = [(f"k{key}", minutes) for key, minutes in (sorted(rows) if in_order else rows)]
    lines = [HEAD, *(f"{key};2024-03-15;01000001;{minutes}" for key, minutes in rows), ""]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        report = read_file(path, SOURCES)
    found = defaultdict(set)
    for item in report.refused_rows.to_pylist():
        found[item["rule"]].add(item["line"])
    by_key = defaultdict(list)
    for line, (key, minutes) in enumerate(rows, 2):
        by_key[key].append((line, minutes))
    other = {line for group in by_key.values() if len({m for _, m in group}) > 1 for line, _ in group}
    equal = {line for group in by_key.values() if len({m for _, m in group}) == 1 for line, _ in group[1:]}
    assert (found["dubbele_sleutel"], found["dubbele_rij"]) == (other, equal)
