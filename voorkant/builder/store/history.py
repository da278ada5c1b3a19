"""The history of deliveries, `records/history.json`: replaced as a whole, so a crash leaves the former one."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from voorkant.declare.atomic import write_atomically
from voorkant.domain.problem import DataRefused


@dataclass(frozen=True)
class Delivery:
    """One table that was taken in, or refused as a whole (`kind` or `rows` then say so).

    A sheet of a workbook and a file in a zip are named behind `!`, in `file` and in `sha256`.
    """

    number: int
    file: str
    sha256: str
    kind: str | None
    at: str  # the time it was taken in, for people to read
    report: dict[str, Any] = field(default_factory=dict)  # as `check --json` prints it
    used: bool = True
    reading: str = ""  # how files were read then (`Declared.reading`)

    @property
    def file_sha256(self) -> str:
        """The hash of the whole file that was brought in."""
        return self.sha256.partition("!")[0]

    @property
    def parquet(self) -> str:
        return f"{self.number:06d}.parquet"


def read_history(records: Path) -> list[Delivery]:
    """All deliveries, oldest first. DataRefused when the file is damaged."""
    path = records / "history.json"
    try:
        return [Delivery(**item) for item in json.loads(path.read_text(encoding="utf-8"))]
    except FileNotFoundError:
        return []
    except (json.JSONDecodeError, TypeError) as error:
        raise DataRefused(
            f"{path.name} in de map records is beschadigd. Zet een reservekopie terug, of verwijder de map records "
            "om alle exports opnieuw in te lezen."
        ) from error


def write_history(records: Path, deliveries: list[Delivery]) -> None:
    write_atomically(records / "history.json", json.dumps([asdict(item) for item in deliveries], ensure_ascii=False))
