"""Everything that `make test` looks at, in order: `python -m tests.run static|all`."""

import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
            "chrome", "msedge")  # fmt: skip
"""The first is the same Chromium without windows, which takes a fifth less computing time."""
PYTHON = sys.executable
PYTEST = [PYTHON, "-m", "pytest"]
SHOWN = Lock()
"""Held by the one step that prints."""
SCRIPTS = Path(sysconfig.get_path("scripts"))
STATIC = {  # two at a time, so the long ones first
    "sql": [PYTHON, "-W", "ignore:resource_tracker:UserWarning",  # it leaves a semaphore of its pool to the exit
            "-m", "sqlfluff", "lint", "--processes", "2", "--disable-progress-bar", "queries"],
    "typen": [PYTHON, "-m", "mypy"],
    "ruff": [PYTHON, "-m", "ruff", "check", "."],
    "opmaak": [PYTHON, "-m", "ruff", "format", "--check", "."],
    "importvolgorde": [str(SCRIPTS / "lint-imports")],
    "onderdelen": [PYTHON, "-W", "ignore::UserWarning:cyclonedx",  # a list of packages has no tree
                   str(SCRIPTS / "cyclonedx-py"), "requirements", "requirements.txt", "--pyproject", "pyproject.toml",
                   "--output-reproducible", "-o", "var/sbom.cdx.json"],
    "compose": [str(SCRIPTS / "check-jsonschema"), "--builtin-schema", "vendor.compose-spec", "deploy/compose.yaml"],
}  # fmt: skip
if sys.platform == "linux":  # elsewhere these have nothing to install
    STATIC |= {
        "licenties": [str(SCRIPTS / "reuse"), "lint", "--quiet"],
        "container": [str(SCRIPTS / "hadolint"), "deploy/Dockerfile"],
    }
TESTS = [*PYTEST, "-p", "tests.covered", "-m", "not browser", "-n", "2", "--dist", "worksteal"]
BROWSER = [*PYTEST, "-m", "browser", "tests/browser"]
"""Beside all others and in one process: each process would start a browser and a server per home of its own.

It begins first, so that what it imports stands compiled when the two processes of the other tests begin at once.
"""


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
    return installed(BROWSERS[0]) or sys.exit(
        "De browsertests hebben Chromium of Chrome nodig. Installeer er een (Debian: sudo apt-get install chromium), "
        "of zet CHROMIUM op het pad van het programma."
    )


def nginx() -> str:
    """The proxy of the browser tests, found or installed like the browser; Debian has it where only root looks."""
    found = os.environ.get("NGINX") or shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    return (
        found
        or installed("nginx")
        or sys.exit(
            "De test van de proxy heeft nginx nodig. Installeer het (Debian: sudo apt-get install nginx), "
            "of zet NGINX op het pad van het programma."
        )
    )


def installed(package: str) -> str | None:
    """The program of a Debian package that was installed just now; None where we may not install."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return None
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", package], check=True, env=quiet)
    return shutil.which(package) or shutil.which(package, path="/usr/sbin")


def failing(name: str, command: list[str]) -> list[str]:
    """The name of the step when it fails; what it says is seen as it comes."""
    began = time.monotonic()
    print(f"== {name}", flush=True)
    return _ended(name, subprocess.call(command, cwd=ROOT), time.monotonic() - began)


def failing_apart(name: str, command: list[str]) -> list[str]:
    """The same for a step that runs beside another: what it says is kept together and shown at its end."""
    began = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    took = time.monotonic() - began
    with SHOWN:
        print(f"== {name}", flush=True)
        sys.stdout.buffer.write(done.stdout)
        return _ended(name, done.returncode, took)


def _ended(name: str, code: int, took: float) -> list[str]:
    print(f"== {name}: {'goed' if code == 0 else 'FOUT'} ({took:.0f} s)\n", flush=True)
    return [name] if code else []


def main(what: str) -> None:
    """All steps run, also after one that fails, so that one run shows all there is to mend."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # the tests start many processes: compile our code once
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # and side by side: threads of small sums would wait for a core
    (ROOT / "var").mkdir(exist_ok=True)
    with ThreadPoolExecutor(1) as beside:
        browser = None
        if what == "all":
            os.environ["CHROMIUM"], os.environ["NGINX"] = chromium(), nginx()
            browser = beside.submit(failing_apart, "browser", BROWSER)
        with ThreadPoolExecutor(2) as two:
            failed = [name for names in two.map(failing_apart, STATIC, STATIC.values()) for name in names]
        if browser:
            with SHOWN:  # what the browser tests say comes after it
                failed += failing("tests", TESTS)
            failed += browser.result()
    sys.exit(f"Niet goed: {', '.join(failed)}" if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1])
