"""The virtual environment beside the checkout, and how it follows a lock file."""

import hashlib
import importlib.util
import os
import sys
from pathlib import Path

from bootstrap.step import ROOT, Stop, finish, step

PIP = "bootstrap/pip.txt"
"""The one that comes with an older Python takes twice the computing time for the same packages, and does as well."""


class Venv:
    """A virtual environment beside the checkout that follows a lock file."""

    def __init__(self, name: str = ".venv") -> None:
        self.path = ROOT / name
        self.python = str(self.path / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))

    def follow(self, lock: str, *extra: str) -> None:
        """Install the lock when it is not the one that stands there; `extra` goes on top of it."""
        wanted = hashlib.sha256((ROOT / lock).read_bytes() + " ".join(extra).encode()).hexdigest()
        stamp = self.path / f"{lock}.sha256"
        if stamp.exists() and stamp.read_text() == wanted and Path(self.python).exists():
            return
        self._make()
        self._pip(f"Pakketten installeren ({lock})", "--require-hashes", "-r", lock)
        if extra:
            self._pip(f"Daarbovenop {' '.join(extra)}", "--no-deps", *extra)
        self._pip("Voorkant zelf installeren", "--no-deps", "--no-build-isolation", "-e", ".", binary=False)
        stamp.write_text(wanted)

    def _make(self) -> None:
        if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
            raise Stop(
                "Deze Python kan geen virtuele omgeving maken: de module venv ontbreekt. "
                "Installeer die (Debian en Ubuntu: apt-get install python3-venv) en probeer opnieuw."
            )
        if not Path(self.python).exists() or not list(self.path.glob("*.sha256")):
            finish(step(f"Virtuele omgeving maken ({self.path.name})", [sys.executable, "-m", "venv", str(self.path)]))
            self._pip("Nieuwere pip installeren", "--require-hashes", "-r", PIP, needed=False)

    def _pip(self, label: str, *arguments: str, binary: bool = True, needed: bool = True) -> None:
        # compiled at first use: most of what is installed is never imported, and compiling is a third of the time
        quiet = ["--no-input", "--no-compile", "--disable-pip-version-check", "--progress-bar=off"]
        pip = [self.python, "-m", "pip", "install", *quiet]
        ended = step(label, [*pip, *(["--only-binary", ":all:"] if binary else []), *arguments])
        if needed:
            finish(ended)


def prepared(lock: str = "requirements.txt") -> str:
    """The Python of an environment that follows the lock."""
    venv = Venv()
    venv.follow(lock)
    return venv.python
