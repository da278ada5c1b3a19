"""Signing in, out and everywhere, against a real provider; and whatever may be wrong on the way."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.signing import Visitor, app_and_provider, recorded, told
from tests.browser.visit import barriers, english, settle
from tests.cubes import write_home

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, Path]]:
    """(app, provider, home)."""
    home = write_home(tmp_path_factory.mktemp("login") / "home")
    with app_and_provider(home) as (app, issuer):
        yield app, issuer, home


@pytest.fixture
def app(world) -> str:
    return world[0]


@pytest.fixture
def issuer(world) -> Iterator[str]:
    yield world[1]
    told(world[1], down=False, tampered="", later=0)


@pytest.fixture
def visitor(app) -> Visitor:
    return Visitor(app)


@pytest.fixture
def home(world) -> Iterator[Path]:
    """The home; its settings are put back."""
    settings = world[2] / "voorkant.toml"
    before = settings.read_text(encoding="utf-8")
    yield world[2]
    settings.write_text(before, encoding="utf-8")


def with_query(url: str, **changed: str) -> str:
    parts = urlsplit(url)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()} | changed
    return parts._replace(query=urlencode(query)).geturl()


def test_signing_in_gives_one_cookie_that_says_nothing(visitor, home):
    assert not visitor.inside
    answer = visitor.sign_in("anna")
    assert (answer.status, answer.to) == (303, "/")
    assert visitor.inside
    ours = next(line for line in answer.cookies if line.startswith("voorkant_sessie="))
    assert {"HttpOnly", "SameSite=Strict", "Path=/", f"Max-Age={8 * 3600}"} <= set(ours.split("; "))
    assert not any("_streamlit_user" in cookie.name for cookie in visitor.jar)
    assert len(visitor.cookie("voorkant_sessie")) > 40
    assert recorded(home)[-1] == ("ingelogd", "anna@aldermeer.nl", "")


def test_a_link_is_there_again_after_signing_in(visitor, app):
    there = visitor.begin(referer=f"{app}/kwaliteit?gemeente=GM9901")
    assert visitor.get(visitor.named(there, "anna")).to == "/kwaliteit?gemeente=GM9901"


@pytest.mark.parametrize("referer", ["https://elders.nl/kwaliteit", "{app}//elders.nl", "{app}/\\elders.nl"])
def test_a_link_leads_to_no_other_site(visitor, app, referer):
    assert visitor.get(visitor.named(visitor.begin(referer=referer.format(app=app)), "anna")).to == "/"


def test_each_sign_in_has_a_number_of_its_own_and_ends_the_one_before(app, visitor):
    visitor.sign_in("anna")
    first = visitor.cookie("voorkant_sessie")
    visitor.sign_in("anna")
    assert visitor.cookie("voorkant_sessie") != first
    thief = Visitor(app)
    assert thief.get(f"{app}/media/x.png", cookie=f"voorkant_sessie={first}").status == 401


def refused(visitor: Visitor, url: str, home: Path) -> None:
    before = len(recorded(home))
    assert visitor.get(url).to == "/?inloggen=mislukt"
    assert not visitor.inside
    assert [line[0] for line in recorded(home)[before:]] == ["inloggen_mislukt"]


def test_a_wrong_state_is_refused(visitor, home):
    refused(visitor, with_query(visitor.named(visitor.begin(), "anna"), state="anders"), home)


def test_the_state_of_another_browser_is_refused(app, visitor, home):
    other = Visitor(app)
    refused(visitor, other.named(other.begin(), "anna"), home)


def test_a_wrong_nonce_is_refused(visitor, home):
    refused(visitor, visitor.named(with_query(visitor.begin(), nonce="anders"), "anna"), home)


def test_a_code_counts_once(app, visitor, home):
    used = visitor.named(visitor.begin(), "anna")
    visitor.get(used)
    assert visitor.inside
    other = Visitor(app)
    fresh = other.named(other.begin(), "anna")
    code = parse_qs(urlsplit(used).query)["code"][0]
    refused(other, with_query(fresh, code=code), home)


def test_a_code_that_is_too_old_is_refused(visitor, issuer, home):
    late = visitor.named(visitor.begin(), "anna")
    told(issuer, later=900)
    refused(visitor, late, home)


@pytest.mark.parametrize("what", ["claims", "none", "aud", "iss", "exp"])
def test_a_token_that_is_not_as_it_should_be_is_refused(visitor, issuer, home, what):
    """Other claims under the same signature, no signature; and signed well: for another client, of elsewhere, old."""
    told(issuer, tampered=what)
    refused(visitor, visitor.named(visitor.begin(), "anna"), home)


def test_a_token_that_is_signed_anew_is_let_in(visitor, issuer):
    """So the others are refused for what is wrong in them."""
    told(issuer, tampered="nothing")
    visitor.sign_in("anna")
    assert visitor.inside


def test_who_refuses_at_the_provider_is_out(visitor, app, home):
    state = parse_qs(urlsplit(visitor.begin()).query)["state"][0]
    refused(visitor, f"{app}/oauth2callback?{urlencode({'error': 'access_denied', 'state': state})}", home)
    assert recorded(home)[-1][2] == "access_denied"


def test_new_keys_of_the_provider_are_taken_over(visitor, issuer):
    visitor.sign_in("anna")
    told(issuer, keys=True)
    assert visitor.inside
    visitor.sign_in("anna")
    assert visitor.inside


def test_a_provider_that_is_down_is_said_and_keeps_nobody_out(app, visitor, issuer, home):
    visitor.sign_in("anna")
    other = Visitor(app)
    halfway = other.named(other.begin(), "anna")
    told(issuer, down=True)
    assert visitor.inside
    assert Visitor(app).begin() == "/?inloggen=storing"
    assert recorded(home)[-1] == ("inloggen_mislukt", "onbekend", "aanbieder_onbereikbaar")
    refused(other, halfway, home)
    assert visitor.get(f"{app}/auth/logout").to == "/?inloggen=uitgelogd"
    assert not visitor.inside


def test_signing_out_ends_the_session_here_and_at_the_provider(app, visitor, issuer, home):
    visitor.sign_in("anna")
    kept = visitor.cookie("voorkant_sessie")
    there = visitor.get(f"{app}/auth/logout")
    assert there.to.startswith(f"{issuer}/session/end?")
    assert "id_token_hint=" in there.to
    assert visitor.cookie("voorkant_sessie") == ""
    assert Visitor(app).get(f"{app}/media/x.png", cookie=f"voorkant_sessie={kept}").status == 401
    assert recorded(home)[-1] == ("uitgelogd", "anna@aldermeer.nl", "")
    assert visitor.get(f"{app}/oauth2callback").to == "/?inloggen=uitgelogd"


@pytest.mark.parametrize("who", ["bram", "dirk"])
def test_who_has_no_role_is_put_on_record(visitor, home, who):
    visitor.sign_in(who)
    why = {"bram": "geen_rol", "dirk": "te_veel_groepen"}[who]
    assert recorded(home)[-1] == ("toegang_geweigerd", f"{who}@aldermeer.nl", why)
    assert not visitor.inside


@pytest.mark.parametrize("name", ["_streamlit_user", "voorkant_sessie"])
def test_a_cookie_that_was_made_up_opens_nothing(app, visitor, name):
    assert visitor.get(f"{app}/media/x.png", cookie=f"{name}=eyJpc19sb2dnZWRfaW4iOnRydWV9").status == 401


def test_settings_that_go_wrong_under_way_let_nobody_in(visitor, home):
    visitor.sign_in("anna")
    settings = home / "voorkant.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("client_id", "client"), encoding="utf-8")
    assert not visitor.inside
    settings.write_text("", encoding="utf-8")
    assert not visitor.inside


def enter(page: Page, address: str, who: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_label("Naam").fill(who)
    page.get_by_role("button", name="Verder").click()
    settle(page)


def test_a_day_of_work(page, app, watch):
    """From a link to the page behind it, in two tabs, and out of both."""
    page.goto(f"{app}/kwaliteit?openbaar=true")
    settle(page)
    assert english(page) == []
    assert barriers(page) == []
    assert watch.problems == []
    enter(page, f"{app}/kwaliteit?openbaar=true", "anna")
    expect(page.get_by_role("heading", name="Kwaliteit")).to_be_visible()
    assert page.url == f"{app}/kwaliteit?openbaar=true"
    expect(page.locator(".vk-account")).to_have_text(re.compile("anna@aldermeer.nl.*Beleidsmedewerker"))
    assert barriers(page) == []
    second = page.context.new_page()
    second.goto(f"{app}/verwijsroutes")
    settle(second)
    second.get_by_text("Tabel, downloads en query").first.click()
    settle(second)
    with second.expect_download() as download:
        second.get_by_role("button", name="Download CSV (openbaar)").first.click()
    assert Path(download.value.path()).stat().st_size > 0
    page.get_by_role("button", name="Uitloggen", exact=True).click()
    page.get_by_role("button", name="Ja").click()
    expect(page.get_by_text("Je bent uitgelogd.")).to_be_visible()
    expect(second.get_by_role("heading", name="Inloggen")).to_be_visible()
    second.close()


def test_who_has_no_role_reads_whom_to_ask(page, app):
    enter(page, app, "bram")
    expect(page.get_by_role("heading", name="Geen toegang")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Team Gegevens, telefoon 14 0990")
    expect(page.get_by_test_id("stSidebar")).to_have_count(0)
    assert english(page) == []
    assert barriers(page) == []


def test_a_session_that_is_about_to_end_can_be_kept(page, app):
    """The answer that there is little time is made up here, not to wait for it; what keeps the session is real."""
    kept = []

    def soon(route):
        if route.request.method == "GET" and not kept:
            route.fulfill(json={"rest": 100, "verlengbaar": True})
        else:
            kept.append(route.request.method)
            route.continue_()

    page.route("**/inloggen/sessie", soon)
    enter(page, f"{app}/begrippen", "anna")
    dialog = page.get_by_role("dialog", name="Ben je er nog?")
    expect(dialog).to_contain_text("Over 2 minuten word je uitgelogd.")
    assert barriers(page) == []
    expect(dialog.get_by_role("button", name="Blijf ingelogd")).to_be_focused()
    with page.expect_response("**/inloggen/sessie") as answer:
        page.keyboard.press("Enter")
    assert answer.value.json() == {"rest": 1800, "verlengbaar": True}
    expect(dialog).to_be_hidden()
    assert kept == ["POST"]
    page.unroute("**/inloggen/sessie")


def test_everywhere_and_settings_end_what_is_on_screen(page, app, visitor, home):
    visitor.sign_in("anna")
    enter(page, f"{app}/begrippen", "anna")
    page.get_by_role("button", name="Overal uitloggen").click()
    page.get_by_role("button", name="Ja").click()
    expect(page.get_by_text("Je bent uitgelogd.")).to_be_visible()
    assert not visitor.inside
    assert ("overal_uitgelogd", "anna@aldermeer.nl", "") in recorded(home)
    enter(page, f"{app}/begrippen", "anna")
    expect(page.get_by_role("heading", name="Inloggen")).to_have_count(0)
    settings = home / "voorkant.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("Voorkant.Beleid", "Elders"), encoding="utf-8")
    expect(page.get_by_text("Je sessie is afgelopen.")).to_be_visible()
    assert ("sessie_beeindigd", "anna@aldermeer.nl", "rechten_gewijzigd") in recorded(home)
