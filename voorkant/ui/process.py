"""A command of ours that a page starts: in a process of its own, which goes on when the page is gone."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from voorkant import ROOT

START = (sys.executable, "-m", "voorkant")


def new_log(name: str) -> Path:
    """A place for what a command says; not in the home, because the demo wants that empty."""
    handle, path = tempfile.mkstemp(prefix=f"voorkant-{name}-", suffix=".log")
    os.close(handle)
    return Path(path)


def launch(command: list[str], log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as output:
        return subprocess.Popen(  # noqa: S603 - our own command, no text from outside
            command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )


def last_line(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else "Er kwam geen uitleg bij."
