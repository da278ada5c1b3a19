"""Every finding of a check in a file: written as they come, read back a batch at a time. There can be ten million."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Self

import pyarrow as pa
import pyarrow.parquet as pq

from voorkant.domain.finding import Severity

TEXTS = ("file", "severity", "rule", "rule_text", "sheet", "place", "column", "value", "suggestion")
SCHEMA = pa.schema([(name, pa.string()) for name in TEXTS] + [("line", pa.int64()), ("count", pa.int64())])
BATCH = 50_000
Finding = Mapping[str, Any]


class FindingFile:
    """A file in the making, under its own name from `close` on; nothing is left of it when that was never reached."""

    def __init__(self, path: Path) -> None:
        self._path, self._draft = path, path.with_suffix(".tmp")
        self._writer = pq.ParquetWriter(self._draft, SCHEMA)
        self._often: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._writer.close()
        self._draft.unlink(missing_ok=True)

    def add(self, findings: Iterable[Finding], kind: str = "") -> None:
        """More findings, of a file of this kind."""
        waiting = iter(findings)
        while batch := list(islice(waiting, BATCH)):
            for item in batch:
                self._often[item["severity"], item["rule_text"], item["rule"]][kind] += item["count"]
            self._writer.write_table(pa.Table.from_pylist(batch, schema=SCHEMA))

    def close(self) -> None:
        self._writer.close()
        self._draft.replace(self._path)

    def taken(self) -> "Stored":
        """What was added, of a file that nobody else has to find."""
        self.close()
        found = Stored(self._path)
        self._path.unlink()
        return found

    def rules(self) -> list[dict[str, Any]]:
        """How often each rule was met, in all and per kind of export, by importance."""
        order = list(Severity)
        ranked = sorted(
            self._often.items(), key=lambda pair: (order.index(Severity(pair[0][0])), -pair[1].total())
        )  # the first that was met stands first among equals
        return [
            {"severity": severity, "rule_text": text, "rule": rule, "count": met.total(), "kinds": dict(met)}
            for (severity, text, rule), met in ranked
        ]


class Stored:
    """The findings in such a file, of some files or of all; can be walked through more than once."""

    def __init__(self, path: Path, files: list[str] | None = None) -> None:
        filters = None if files is None else [("file", "in", files)]
        # as numbers in a list of texts: ten million findings have few different ones
        self._table = pq.read_table(path, filters=filters, read_dictionary=list(TEXTS))

    def __len__(self) -> int:
        return int(self._table.num_rows)

    def __iter__(self) -> Iterator[Finding]:
        for batch in self._table.to_batches(max_chunksize=BATCH):
            yield from batch.to_pylist()
