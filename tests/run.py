"""Everything that `make test` looks at, in order: `python -m tests.run static|all`."""

import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COVERAGE = 95
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PYTHON = sys.executable
PYTEST = [PYTHON, "-m", "pytest"]
STATIC = {
    "ruff": [PYTHON, "-m", "ruff", "check", "."],
    "opmaak": [PYTHON, "-m", "ruff", "format", "--check", "."],
    "importvolgorde": [str(Path(sysconfig.get_path("scripts")) / "lint-imports")],
    "typen": [PYTHON, "-m", "mypy"],
    "sql": [PYTHON, "-m", "sqlfluff", "lint", "--disable-progress-bar", "queries"],
}
TESTS = {
    "tests": [*PYTEST, "-n", "2", "-m", "not browser", "--cov", "--cov-branch", f"--cov-fail-under={COVERAGE}",
              "--cov-report=term:skip-covered"],
}  # fmt: skip
BROWSER = {"browsertests": [*PYTEST, "-m", "browser", "tests/browser"]}


def browsers() -> Iterator[str]:
    """Where a Chromium may stand, the most wanted first."""
    yield os.environ.get("CHROMIUM", "")
    yield from (shutil.which(name) or "" for name in BROWSERS)
    ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    yield subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=False).stdout.strip()


def chromium() -> str:
    """The browser of the browser tests; on a Debian machine of which we are root it is installed when absent."""
    if found := next((path for path in browsers() if path and Path(path).exists()), None):
        return found
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=True, env=quiet)
        return str(shutil.which("chromium"))
    sys.exit(
        "De browsertests hebben Chromium of Chrome nodig. Installeer er een (Debian: sudo apt-get install chromium), "
        "of zet CHROMIUM op het pad van het programma."
    )


def passed(name: str, command: list[str]) -> bool:
    began = time.monotonic()
    print(f"== {name}", flush=True)
    code = subprocess.call(command, cwd=ROOT)
    print(f"== {name}: {'goed' if code == 0 else 'FOUT'} ({time.monotonic() - began:.0f} s)\n", flush=True)
    return code == 0


def main(what: str) -> None:
    """All steps run, also after one that fails, so that one run shows all there is to mend."""
    steps = STATIC | TESTS if what == "all" else STATIC
    failed = [name for name, command in steps.items() if not passed(name, command)]
    if what == "all":
        os.environ["CHROMIUM"] = chromium()
        failed += [name for name, command in BROWSER.items() if not passed(name, command)]
    sys.exit(f"Niet goed: {', '.join(failed)}" if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1])
