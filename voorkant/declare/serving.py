"""How the app is reached when others than this machine may: `[server]` in voorkant.toml. All of it has a default."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from ipaddress import ip_network
from urllib.parse import SplitResult, urlsplit

from voorkant.declare.strict import Table

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_NOT_IN_A_POLICY = frozenset(" ;,'\"*\r\n\t")
"""A sign that would end the list of who may frame the app, or open it to all."""


@dataclass(frozen=True)
class Serving:
    """Where people find the app, which proxies it believes, who may frame it, and whom to tell about a weakness."""

    address: str = ""  # https://host/path, as people type it; empty: this machine alone
    proxies: tuple[str, ...] = ()  # addresses or networks whose forwarded headers are believed
    framed_by: tuple[str, ...] = ()  # origins of pages that may show the app in a frame
    contact: tuple[str, ...] = ()
    contact_until: date | None = None
    policy: str = ""

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or ""

    @property
    def prefix(self) -> str:
        """The path below which the app stands, without a slash at its end; empty at the root."""
        return urlsplit(self.address).path.rstrip("/")

    @property
    def is_secure(self) -> bool:
        return self.address.startswith("https://")

    @property
    def hosts(self) -> frozenset[str]:
        """The names that a request may ask for; this machine's own are for its health check."""
        return LOOPBACK | ({self.host} if self.host else set())


def read_serving(top: Table) -> Serving:
    """The table `[server]`. DataRefused for what is wrong in it."""
    table = top.table("server")
    safety = table.table("veiligheid")
    serving = Serving(
        address=_address(table),
        proxies=_proxies(table),
        framed_by=tuple(_origin(table, text) for text in table.texts("inbedden_door", ())),
        contact=safety.texts("contact", ()),
        contact_until=safety.take("geldig_tot", date, None),
        policy=safety.take("beleid", str, ""),
    )
    _complete(safety, serving)
    table.done()
    safety.done()
    return serving


def _address(table: Table) -> str:
    text: str = table.take("adres", str, "")
    parts = _split(table, "adres", text)
    if text and (not parts.hostname or parts.scheme not in ("https", "http") or parts.query or parts.fragment):
        raise table.refuse(
            f"'adres' is {text!r}. Schrijf het zoals in de browser, bijvoorbeeld https://jeugd.regio.nl."
        )
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise table.refuse(
            f"'adres' is {text!r}, maar zonder https kan iedereen onderweg meelezen. Begin met https://."
        )
    return text


def _proxies(table: Table) -> tuple[str, ...]:
    named: Sequence[str] = table.texts("proxys", ())
    for text in named:
        try:
            wide = ip_network(text).prefixlen == 0
        except ValueError as error:
            raise table.refuse(
                f"'proxys' noemt {text!r}. Schrijf een adres zoals 10.0.0.5 of een netwerk zoals 10.0.0.0/28."
            ) from error
        if wide:
            raise table.refuse(f"'proxys' noemt {text!r}: dat is elke machine. Noem alleen de proxy zelf.")
    return tuple(named)


def _origin(table: Table, text: str) -> str:
    parts = _split(table, "inbedden_door", text)
    whole = f"{parts.scheme}://{parts.netloc}" == text and parts.hostname and not _NOT_IN_A_POLICY & set(text)
    if not whole or parts.scheme != "https":
        raise table.refuse(
            f"'inbedden_door' noemt {text!r}. Schrijf alleen https:// en de naam, bijvoorbeeld https://intranet.regio.nl."
        )
    return text


def _split(table: Table, key: str, text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        _ = parts.port  # a port that is no number is found out here
    except ValueError as error:
        raise table.refuse(f"'{key}' is {text!r}, en dat is geen webadres ({error}).") from error
    return parts


def _complete(safety: Table, serving: Serving) -> None:
    wrong = [text for text in serving.contact if not text.startswith(("https://", "mailto:", "tel:"))]
    if wrong:
        raise safety.refuse(f"'contact' noemt {wrong[0]!r}. Begin met mailto:, https:// of tel:.")
    if bool(serving.contact) != (serving.contact_until is not None):
        raise safety.refuse("'contact' en 'geldig_tot' horen bij elkaar. Vul beide in, of geen van beide.")
    if serving.policy and not serving.policy.startswith("https://"):
        raise safety.refuse(f"'beleid' is {serving.policy!r}. Begin met https://.")
