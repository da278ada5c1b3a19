"""Where the figures and data stand that others published, and how a file of them is read."""

import csv
from pathlib import Path

import numpy as np

from voorkant import ROOT

REFERENCE = ROOT.parent / "shared" / "reference"
EXPECTED = REFERENCE / "expected"
Z_95, Z_998 = 1.959963984540054, 3.090232306167813


def rows(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    """The rows of a published file; headers without the line ends that one of them has."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{key.strip(): value for key, value in row.items()} for row in csv.DictReader(file, delimiter=delimiter)]


def array(*values: float) -> np.ndarray:
    return np.array(values, dtype="float64")


def column(found: list[dict[str, str]], name: str) -> np.ndarray:
    """A column as numbers; what is not available is missing."""
    return array(*(float("nan") if row[name] in ("", "NA") else float(row[name]) for row in found))
