"""Make the home that the audit and the attacks find hardest: a whole region with one in forty of its referrals.

`python -m bench.sparse_home HOME TO`: takes the exports of a home, such as the demo's, and what was declared with them.
Then `voorkant build --home TO`, and `VOORKANT_ATTACK=TO python -m pytest tests/attacks`.
"""

import shutil
import sys
from pathlib import Path

KEPT = 40
REFERRALS = "ggz_verwijzingen*.csv"
MADE = ("records", "published", "work", "secrets")


def sparse(home: Path, to: Path) -> None:
    """Copy a home without what was made of it, and leave every fortieth referral."""
    shutil.copytree(home, to, ignore=shutil.ignore_patterns(*MADE))
    for path in (to / "exports").glob(REFERRALS):
        head, *rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join([head, *rows[::KEPT]]), encoding="utf-8")


if __name__ == "__main__":
    sparse(Path(sys.argv[1]), Path(sys.argv[2]))
