"""How people sign in: `[inloggen]` in `voorkant.toml`, and the secret that stands beside it. Without it: local mode."""

import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from voorkant.declare.home import Home
from voorkant.declare.privacy import Privacy, take_privacy
from voorkant.declare.serving import LOOPBACK, read_serving
from voorkant.declare.strict import Table, read_toml
from voorkant.domain.problem import DataRefused

REGION = "regio"
"""In `[inloggen.gemeenten]`: all gemeenten."""
EVERYONE = "*"
"""Among the values of `[inloggen.gemeenten]`: everyone who has a role."""
METADATA = "/.well-known/openid-configuration"
CALLBACK = "/oauth2callback"
SECRET, SECRET_FILE = "VOORKANT_CLIENT_SECRET", "VOORKANT_CLIENT_SECRET_FILE"
ANY_TENANT = re.compile(r"//login\.microsoftonline\.(com|us)/(common|organizations|consumers)(/|$)")
GEMEENTE = re.compile(r"GM\d{4}")
LEAST_IDLE, IDLE_MINUTES, MOST_IDLE = 5, 30, 8 * 60
"""Two minutes before the end a page says so."""
HOURS, MOST_HOURS = 8, 24


@dataclass(frozen=True)
class Login:
    """Who may sign in where, and what the provider's claims give them here."""

    provider: str  # where the provider says how it works
    client_id: str
    address: str  # where people find Voorkant: that of [server], without a slash at the end
    ask: str  # whom to ask for access
    names: tuple[str, ...]  # claims that can hold a user's name, best first
    claims: tuple[str, ...]  # claims that hold roles and groups
    roles: Mapping[str, frozenset[str]]  # role -> the values of which one gives it
    gemeenten: Mapping[str, frozenset[str]]  # code, or `regio` -> the values of which one gives it
    idle: timedelta
    longest: timedelta
    privacy: Privacy = field(default_factory=Privacy)

    @property
    def secure(self) -> bool:
        """Whether cookies can keep to https: always, but for a trial on this machine."""
        return self.address.startswith("https:")

    @property
    def path(self) -> str:
        """The path below which the app stands, without a slash at its end; empty at the root."""
        return urlsplit(self.address).path

    @property
    def cookie(self) -> str:
        """What the cookie of a session is called; by such a name a browser keeps it to this host and to https."""
        kind = ("__Secure-" if self.path else "__Host-") if self.secure else ""
        return f"{kind}voorkant_sessie"

    @property
    def callback(self) -> str:
        return self.address + CALLBACK


def take_login(top: Table) -> Login | None:
    """The login of a settings file; None for local mode. DataRefused when it is wrong or not whole."""
    if not top.has("inloggen"):
        return None
    table = top.table("inloggen")
    idle, hours = table.take("stil_minuten", int, IDLE_MINUTES), table.take("hoogstens_uren", int, HOURS)
    if not LEAST_IDLE <= idle <= MOST_IDLE:
        raise table.refuse(f"'stil_minuten' is {idle}; kies een getal van {LEAST_IDLE} tot en met {MOST_IDLE}.")
    if not 1 <= hours <= MOST_HOURS:
        raise table.refuse(f"'hoogstens_uren' is {hours}; kies een getal van 1 tot en met {MOST_HOURS}.")
    login = Login(
        provider=_provider(table),
        client_id=_filled(table, "client_id"),
        address=_address(top, table),
        ask=_filled(table, "toegang_vragen"),
        names=table.texts("naam", ("preferred_username", "email")),
        claims=table.texts("claims", ("roles", "groups")),
        roles=_values(table.table("rollen")),
        gemeenten=_values(table.table("gemeenten")),
        idle=timedelta(minutes=idle),
        longest=timedelta(hours=hours),
        privacy=take_privacy(table.table("privacy")),
    )
    table.done()
    _check(table, login)
    return login


def _check(table: Table, login: Login) -> None:
    for code in login.gemeenten:
        if code != REGION and not GEMEENTE.fullmatch(code):
            raise table.refuse(
                f"[inloggen.gemeenten] noemt '{code}'. Gebruik een gemeentecode zoals GM0344, of '{REGION}' voor alle."
            )
    for name, mapping in (("rollen", login.roles), ("gemeenten", login.gemeenten)):
        if not any(mapping.values()):
            raise table.refuse(
                f"[inloggen.{name}] is leeg, zodat niemand toegang zou krijgen. Noem ten minste één rol of groep."
            )
    if EVERYONE in set().union(*login.roles.values()):
        raise table.refuse(f"'{EVERYONE}' mag niet in [inloggen.rollen]: een rol heeft niet iedereen. Noem de groepen.")
    if not login.names or not login.claims:
        raise table.refuse("'naam' en 'claims' moeten ten minste één claim noemen, of weggelaten worden.")


def _filled(table: Table, key: str) -> str:
    text: str = table.take(key, str).strip()
    if not text:
        raise table.refuse(f"'{key}' is leeg. Vul '{key}' in.")
    return text


def _values(table: Table) -> dict[str, frozenset[str]]:
    found = {name: table.texts(name) for name in table.names()}
    for name, texts in found.items():
        if any(not text.strip() for text in texts):
            raise table.refuse(f"'{name}' bevat een lege tekst. Haal die weg.")
    return {name: frozenset(texts) for name, texts in found.items()}


def _url(table: Table, key: str) -> SplitResult:
    """An address that is safe to send people to: https, or http on this machine."""
    text = _filled(table, key)
    parts = urlsplit(text)
    if not parts.hostname or parts.query or parts.fragment or parts.username is not None:
        raise table.refuse(f"'{key}' is {text!r}, maar hier hoort een webadres dat met https:// begint.")
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise table.refuse(f"'{key}' is {text!r}, maar moet met https:// beginnen.")
    return parts


def _provider(table: Table) -> str:
    url = _url(table, "aanbieder").geturl().rstrip("/").removesuffix(METADATA)
    if ANY_TENANT.search(url):
        raise table.refuse(
            f"'aanbieder' is {url!r}: daarmee kan iedereen met een Microsoft-account inloggen. Gebruik het adres met "
            "het nummer (tenant-id) van de eigen organisatie."
        )
    return url + METADATA


def _address(top: Table, table: Table) -> str:
    """Where people find the app is how it is served: the provider sends them back to there."""
    if table.has("adres"):
        raise table.refuse("'adres' hoort bij [server]. Zet het daar.")
    if not (address := read_serving(top).address.rstrip("/")):
        raise table.refuse("er is geen adres om na het inloggen naar terug te keren. Zet 'adres' in [server].")
    return address


def read_login(path: Path) -> Login | None:
    """The login of a home's settings file; None without one. DataRefused when it cannot be read or is wrong."""
    return take_login(read_toml(path)) if path.exists() else None


def secret_file(home: Home) -> Path:
    named = os.environ.get(SECRET_FILE)
    return Path(named).expanduser() if named else home.path / "inloggen.geheim"


def read_secret(home: Home) -> str:
    """The client secret: of the environment, else of its file, which nobody else may read. DataRefused without it."""
    if given := os.environ.get(SECRET, "").strip():
        return given
    path = secret_file(home)
    try:
        text, mode = path.read_text(encoding="utf-8").strip(), path.stat().st_mode
    except (OSError, UnicodeDecodeError) as error:
        raise DataRefused(
            f"{path}: het clientgeheim voor inloggen kan niet worden gelezen. Zet het daar in, op één regel, "
            f"of geef het mee in {SECRET}."
        ) from error
    if os.name != "nt" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise DataRefused(f"{path}: anderen kunnen dit geheim lezen. Draai: chmod 600 {path}")
    if not text or "\n" in text:
        raise DataRefused(f"{path}: hier hoort alleen het clientgeheim te staan, op één regel.")
    return text
