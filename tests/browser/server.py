"""The app as a user starts it: `streamlit run app.py` on a free port, against a home."""

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from voorkant import ROOT

PATIENCE = 300
"""Tenths of a second that a start may take on a busy machine."""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def get(url: str) -> tuple[int, str]:
    """(status, text) of an address; status 0 when nobody answers."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own server
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError:
        return 0, ""


def log_of(home: Path, port: int) -> Path:
    """What the app of a home says on that port."""
    return home.parent / f"{home.name}-{port}.log"


@contextmanager
def serving(
    home: Path, *options: str, script: Path = ROOT / "app.py", started_by: str = "", port: int = 0, **environs: str
) -> Iterator[str]:
    """The address of a running app; it is stopped at the end. `started_by`: a module of the tests that starts it."""
    port = port or free_port()
    start = [started_by] if started_by else ["streamlit", "run", str(script)]
    command = [sys.executable, "-m", *start, "--server.port", str(port), *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "VOORKANT_HOME": str(home), **environs}
    log = log_of(home, port)
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=home.parent, env=environment, stdout=output, stderr=output)
        try:
            _wait(process, f"http://127.0.0.1:{port}/gezond/leeft", log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait(process: subprocess.Popen[bytes], health: str, log: Path) -> None:
    for _ in range(PATIENCE):
        if get(health)[0]:
            return
        try:
            process.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
        break
    raise AssertionError(f"the app did not start:\n{log.read_text(errors='replace')}")
