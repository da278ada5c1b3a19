"""A file of which every header is renamed, with a mapping, reads to the same table as the original."""

import io
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from voorkant import ROOT
from voorkant.builder.ingest.privacy import looks_personal, shown_header
from voorkant.builder.ingest.read import read_file
from voorkant.builder.ingest.report import FileReport
from voorkant.declare.mapping import FileMapping
from voorkant.declare.source import read_sources
from voorkant.domain.names import fingerprint, plain

SOURCES = read_sources(ROOT / "data" / "sources")
KIND = SOURCES["preventie_contacten"]
COLUMNS = ["contact_id", "voorziening", "contactdatum", "geslacht", "minuten", "vervolg", "afgerond"]
WORDS = {"geslacht": {"gg": "M", "hh": "V", "ii": ""}, "vervolg": {"klaar": "zelf_afgehandeld", "weg": "overig"}}
CELLS = {
    "geslacht": st.sampled_from(["M", "gg", "hh", "ii", "zz", ""]),
    "minuten": st.sampled_from(["30", "x", ""]),
    "vervolg": st.sampled_from(["klaar", "weg", "sggz", "?"]),
    "afgerond": st.sampled_from(["ja", "nee", ""]),
}
ORIGINAL = {"gg": "M", "hh": "V", "ii": "", "klaar": "zelf_afgehandeld", "weg": "overig"}

headers = st.lists(
    st.text(st.sampled_from("abdefgimnoprsuvwz -_()éA1"), min_size=3, max_size=12).map(str.strip),
    min_size=len(COLUMNS), max_size=len(COLUMNS), unique_by=plain,
)  # fmt: skip
rows = st.lists(st.fixed_dictionaries(CELLS), min_size=1, max_size=12)


def read(header: list[str], lines: list[list[str]], mapping: FileMapping | None = None) -> FileReport:
    text = io.StringIO()
    text.writelines(";".join(line) + "\n" for line in [header, *lines])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        path.write_text(text.getvalue(), encoding="utf-8")
        return read_file(path, SOURCES, mappings={fingerprint(header): mapping} if mapping else {})


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(header=headers, cells=rows, order=st.permutations(range(len(COLUMNS))))
def test_a_renamed_file_reads_as_the_original(header: list[str], cells: list[dict[str, str]], order: list[int]) -> None:
    known = {plain(name) for source in SOURCES.values() for column in source.columns
             for name in (column.name, *column.synonyms)}  # fmt: skip
    assume(all(plain(name) and plain(name) not in known and not plain(name).isdigit() for name in header))
    assume(not any(looks_personal(name) or shown_header(name) != name for name in header))
    fixed = [[f"C{number}", "steun", f"{1 + number:02d}-03-2024"] for number in range(len(cells))]
    lines = [[*start, *(row[name] for name in CELLS)] for start, row in zip(fixed, cells, strict=True)]
    plainly = read(COLUMNS, [[ORIGINAL.get(cell, cell) for cell in line] for line in lines])
    mapping = FileMapping(KIND.slug, "", dict(zip(header, COLUMNS, strict=True)), WORDS)
    turned = [[line[place] for place in order] for line in lines]
    renamed = read([header[place] for place in order], turned, mapping)
    assert renamed.kind == KIND.slug
    assert renamed.table.to_pylist() == plainly.table.to_pylist()
    assert renamed.rows_refused == plainly.rows_refused
