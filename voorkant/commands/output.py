"""Printing: results on stdout, messages on stderr."""

import json
import sys
from typing import Any


def message(text: str) -> None:
    """A line for people; never on stdout, where scripts read."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def result(text: str) -> None:
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def document(value: Any) -> None:
    """One JSON document on stdout."""
    result(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False))
