"""The account of deliveries for the steward's page: who, when, which file, how many rows, what changed.

It is made from the history each time that changes. Rows themselves, and values of them, are not in it.
"""

import json
from collections.abc import Sequence
from typing import Any

from voorkant.builder.store.history import Delivery
from voorkant.declare.atomic import write_atomically
from voorkant.declare.home import Home
from voorkant.declare.jobs import make_shared

COUNTS = ("rows_in", "rows_used", "rows_refused", "rows_skipped")


def write(home: Home, history: Sequence[Delivery]) -> None:
    """Replace `work/deliveries.json`, newest first."""
    make_shared(home.work)
    told = [_told(item) for item in reversed(history)]
    write_atomically(home.work / "deliveries.json", json.dumps(told, ensure_ascii=False))


def _told(item: Delivery) -> dict[str, Any]:
    return {
        "file": item.file,
        "hash": item.file_sha256[:8],
        "kind": item.kind,
        "who": item.who,
        "at": item.at,
        "publication": item.publication,
        "used": item.used,
        **{key: item.report.get(key, 0) for key in COUNTS},
        "changes": item.changes,
        "warnings": list(item.warnings),
        "replaced": [item.replaced.first, item.replaced.last] if item.replaced else None,
        "purged": item.purged.rows if item.purged else 0,
        "undone": {"by": item.undone.by, "at": item.undone.at} if item.undone else None,
    }
