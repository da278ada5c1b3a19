"""Long steps on screen: quiet commands behind one line that counts the seconds."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Stop(Exception):  # noqa: N818 - it ends the command with its sentence
    """A Dutch sentence for the user, and the exit code that goes with it."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


class Line:
    """One line on screen that counts the seconds of a long step; without a terminal it is printed once."""

    def __init__(self, label: str) -> None:
        self.label, self.began, self.live = label, time.monotonic(), sys.stderr.isatty()
        self.show("\r" if self.live else "\n")

    def show(self, end: str, word: str = "") -> None:
        seconds = int(time.monotonic() - self.began)
        text = f"{self.label} ... {word}{f'{seconds} s' if seconds or word else ''}"
        print(text, end=end, file=sys.stderr, flush=True)

    def tick(self) -> None:
        if self.live:
            self.show("\r")

    def done(self, *, good: bool) -> None:
        self.show("\n", "klaar in " if good else "mislukt na ")


def step(label: str, command: list[str], *, good: tuple[int, ...] = (0,)) -> tuple[int, str]:
    """Run a long command quietly behind a counting line: (exit code, everything that it wrote)."""
    line = Line(label)
    with tempfile.TemporaryFile() as out:
        with subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT, env=utf8()) as process:
            while (code := waited(process)) is None:
                line.tick()
        line.done(good=code in good)
        out.seek(0)
        return code, out.read().decode("utf-8", "replace").strip()


def waited(process: subprocess.Popen[bytes]) -> int | None:
    try:
        return process.wait(timeout=1)
    except subprocess.TimeoutExpired:
        return None


def utf8(**more: str) -> dict[str, str]:
    """The environment for a child: Dutch letters must survive a Windows console."""
    return {**os.environ, "PYTHONUTF8": "1", **more}


def finish(result: tuple[int, str]) -> None:
    """Stop when a step failed, with the end of what it wrote."""
    code, output = result
    if code:
        raise Stop("\n".join([*output.splitlines()[-25:], "", "Deze stap is mislukt; de reden staat hierboven."]))


def passed_on(command: list[str], **more: str) -> None:
    """Run a command that speaks for itself, and end with its exit code."""
    if code := subprocess.call(command, cwd=ROOT, env=utf8(**more)):
        raise Stop("", code)
