"""What `python start.py <command>` does."""

import os
import shutil
import sys
from pathlib import Path

from bootstrap.serve import port_to_use, serve
from bootstrap.step import ROOT, Stop, finish, passed_on, step
from bootstrap.venv import Venv, prepared

DEMO = ROOT / "var" / "demo"
REFUSED, NOTHING_NEW = 2, 3  # exit codes of `voorkant build` (docs/architecture.md)


def home_folder(python: str) -> Path:
    """The home that VOORKANT_HOME names, else the demo, which is made when it is not there."""
    if named := os.environ.get("VOORKANT_HOME"):
        return Path(named).expanduser().resolve()
    if not DEMO.exists():
        make_demo(python)
    return DEMO


def make_demo(python: str) -> None:
    """Write the demo beside its place and move it there when whole, so that an interrupted run leaves no half demo."""
    fresh = DEMO.with_name("demo-nieuw")
    shutil.rmtree(fresh, ignore_errors=True)
    finish(step("Demogegevens maken", [python, "-m", "voorkant", "demo", "--out", str(fresh)]))
    shutil.rmtree(DEMO, ignore_errors=True)
    fresh.replace(DEMO)


def build(python: str, home: Path) -> None:
    """Publish what is in the inbox. What went wrong is told, and stops the app only when there is nothing to show."""
    command = [python, "-m", "voorkant", "build", "--home", str(home)]
    code, output = step("Gegevens inlezen en publiceren", command, good=(0, REFUSED, NOTHING_NEW))
    if code in (0, NOTHING_NEW):
        return
    print(output, file=sys.stderr)
    if not published(home):
        raise Stop("Er is geen publicatie om te tonen. Los op wat hierboven staat en start opnieuw.", code)
    print("De app toont de laatste publicatie.", file=sys.stderr)


def published(home: Path) -> bool:
    return (home / "published" / "current.json").exists()


def run(port: str | None) -> None:
    """Serve the home. Where a publication stands the app starts at once: a page shows the next one when it is there."""
    chosen = port_to_use(port)
    python = prepared()
    home = home_folder(python)
    later = published(home)
    if not later:
        build(python, home)
    serve(python, home, chosen, then=lambda: build(python, home) if later else None)


def demo() -> None:
    make_demo(prepared())
    print(f"De demo staat in {DEMO.relative_to(ROOT)}. Tonen: make run, of python start.py run.")


def publish() -> None:
    python = prepared()
    build(python, home_folder(python))


def check() -> None:
    passed_on([prepared("requirements-dev.txt"), "-m", "tests.run", "static"])


def test() -> None:
    passed_on([prepared("requirements-dev.txt"), "-m", "tests.run", "all"])


def test_next() -> None:
    """The queries once more, on the next major version of DuckDB."""
    venv = Venv(".venv-next")
    venv.follow("requirements-dev.txt", "duckdb==2.0.*")
    passed_on([venv.python, "-m", "pytest", "-n", "2", "tests/unit", "tests/queries"])


def bench() -> None:
    python = prepared("requirements-dev.txt")
    for script in sorted((ROOT / "bench").glob("bench_*.py")):
        passed_on([python, str(script)], PYTHONPATH=str(ROOT))


def attack() -> None:
    """Every attack in full, on a publication of the home: the demo unless VOORKANT_HOME names another."""
    python = prepared("requirements-dev.txt")
    home = home_folder(python)
    build(python, home)
    passed_on([python, "-m", "pytest", "-n", "2", "--dist", "worksteal", "tests/attacks"], VOORKANT_ATTACK=str(home))


COMMANDS = {"demo": demo, "build": publish, "test": test, "check": check, "test-next": test_next, "bench": bench,
            "attack": attack}  # fmt: skip
USAGE = f"Gebruik: python start.py run [--port N] | {' | '.join(COMMANDS)}"


def dispatch(arguments: list[str]) -> int:
    """Carry out what was asked: the exit code."""
    try:
        match arguments:
            case ["run"]:
                run(os.environ.get("VOORKANT_PORT") or None)
            case ["run", "--port", port]:
                run(port)
            case [command] if command in COMMANDS:
                COMMANDS[command]()
            case _:
                print(USAGE, file=sys.stderr)
                return 1
    except Stop as stop:
        if str(stop):
            print(stop, file=sys.stderr)
        return stop.code
    except KeyboardInterrupt:
        print("\nAfgebroken.", file=sys.stderr)
        return 1
    return 0
