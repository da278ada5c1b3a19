"""The app below a path behind nginx, with the configuration that is shipped, as others reach it."""

import json
import ssl
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect

from tests.browser import served
from tests.browser.server import free_port, get, log_of, serving
from tests.browser.signing import provider, settled
from tests.browser.visit import Watch, english, settle
from tests.cubes import write_home

pytestmark = pytest.mark.browser
TOKEN = "only-for-the-monitor-of-this-test"  # noqa: S105 - of nobody
SITE = """
proxys = ["127.0.0.1"]
inbedden_door = ["https://intranet.voorbeeld.nl"]

[server.veiligheid]
contact = ["mailto:veiligheid@voorbeeld.nl"]
geldig_tot = 2027-06-30
"""


@dataclass(frozen=True)
class Site:
    app: str
    plain: str
    secure: str
    logs: Path
    app_log: Path
    issuer: str
    context: ssl.SSLContext

    def ask(self, path: str, **headers: str) -> httpx.Response:
        with httpx.Client(verify=self.context, http2=False) as client:
            return client.get(self.secure + path, headers=headers)

    def logged(self) -> list[dict]:
        """What the app wrote down: every line of it is JSON."""
        return [json.loads(line) for line in self.app_log.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    plain, secure = free_port(), free_port()
    home = write_home(folder / "home")
    quiet = ("--logger.level=error", "--logger.hideWelcomeMessage=true")
    address = f"https://127.0.0.1:{secure}/jeugd"
    with ExitStack() as running:
        issuer = running.enter_context(provider(address))
        settled(home, address, issuer, SITE)
        app = running.enter_context(serving(home, *quiet, VOORKANT_METRICS_TOKEN=TOKEN))
        logs = running.enter_context(served.nginx(folder, app, plain=plain, secure=secure))
        yield Site(
            app,
            f"http://127.0.0.1:{plain}",
            f"https://127.0.0.1:{secure}",
            logs,
            log_of(home, int(app.rpartition(":")[2])),
            issuer,
            ssl.create_default_context(cafile=folder / "fullchain.pem"),
        )


def test_a_page_in_a_browser_needs_nothing_but_the_site_and_breaks_no_policy(site: Site, chromium: Browser):
    watch = Watch()
    with chromium.new_context(locale="en-US", ignore_https_errors=True) as context:
        page = context.new_page()
        watch.attach(page)
        page.goto(f"{site.secure}/jeugd/kwaliteit?gemeente=GM9902")
        page.get_by_role("button", name="Inloggen").click()
        page.get_by_label("Naam").fill("anna")
        page.get_by_role("button", name="Verder").click()
        settle(page)
        expect(page.get_by_role("heading", name="Kwaliteit")).to_be_visible()
        assert page.url.startswith(f"{site.secure}/jeugd/kwaliteit?gemeente=")
        page.get_by_role("link", name="Overzicht").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Hoe staat het ervoor")
        assert page.url.startswith(f"{site.secure}/jeugd/")
        page.get_by_role("link", name="Verwijsroutes").click()
        settle(page)
        page.get_by_text("Tabel, downloads en query").first.click()
        settle(page)
        with page.expect_download() as download:
            page.get_by_role("button", name="Download CSV (openbaar)").first.click()
        assert Path(download.value.path()).stat().st_size > 0
        assert english(page) == []
        assert watch.problems == []
        known = tuple(place.encode() for place in (site.secure, site.issuer, "data:", "blob:"))
        assert [part for part in watch.wire if b"://" in part[:8] and not part.startswith(known)] == []


def test_the_headers_know_https_and_who_may_frame(site: Site):
    answer = site.ask("/jeugd/kwaliteit")
    assert answer.status_code == 200
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert answer.headers["content-security-policy"].endswith("frame-ancestors 'self' https://intranet.voorbeeld.nl")
    assert "x-frame-options" not in answer.headers
    assert "uvicorn" not in answer.headers.get("server", "")


def test_plain_http_leads_to_https(site: Site):
    answer = httpx.get(f"{site.plain}/jeugd/kwaliteit?gemeente=GM9902")
    assert answer.status_code == 301
    assert answer.headers["location"].startswith("https://127.0.0.1")


def test_a_request_has_one_number_in_both_logs_and_its_selection_in_neither(site: Site):
    answer = site.ask("/jeugd/nergens?gemeente=GM9902", **{"x-request-id": "verzonnen", "x-forwarded-for": "10.9.8.7"})
    number = answer.headers["x-request-id"]
    site.ask("/jeugd/gezond")  # by then the line of the former one is there
    own = [line for line in site.logged() if line.get("request_id") == number]
    assert [(line["path"], line["client"]) for line in own] == [("/jeugd/nergens", "127.0.0.1")]
    proxied = [json.loads(line) for line in (site.logs / "voorkant.log").read_text().splitlines()]
    assert number in {line["request_id"] for line in proxied}
    assert "GM9902" not in site.app_log.read_text() + (site.logs / "voorkant.log").read_text()


def test_metrics_are_for_who_has_the_token_and_not_through_the_proxy(site: Site):
    right = {"authorization": f"Bearer {TOKEN}"}
    inside = f"{site.app}/jeugd/_stcore/metrics"
    assert httpx.get(inside, headers=right).status_code == 200
    assert httpx.get(inside, headers={"authorization": "Bearer verkeerd"}).status_code == 404
    assert httpx.get(inside).status_code == 404
    assert site.ask("/jeugd/_stcore/metrics", **right).status_code == 404
    assert TOKEN not in site.app_log.read_text()


def test_health_and_whom_to_tell(site: Site):
    assert get(f"{site.app}/gezond")[0] == get(f"{site.app}/gezond/leeft")[0] == 200
    told = site.ask("/.well-known/security.txt").text.splitlines()
    assert told[:2] == ["Contact: mailto:veiligheid@voorbeeld.nl", "Expires: 2027-06-30T00:00:00Z"]


def test_the_app_answers_no_other_name(site: Site):
    assert httpx.get(f"{site.app}/jeugd/", headers={"host": "elders.nl"}).status_code == 421


@pytest.mark.parametrize("headers", [{}, {"cookie": "x=" + "y" * 40_000}])
def test_what_is_too_large_is_refused_at_the_door(site: Site, headers: dict[str, str]):
    path = "/jeugd/" if headers else "/jeugd/?x=" + "y" * 40_000
    assert site.ask(path, **headers).status_code in (400, 414, 431)
    assert site.ask("/jeugd/gezond").status_code == 200
