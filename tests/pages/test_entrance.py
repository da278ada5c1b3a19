"""What stands before the menu, at every address: the page to sign in, and the page of who has no access."""

import pytest

from tests.logins import SETTINGS as BASE
from tests.pages.app import open_app, text
from voorkant.declare.claims import Why
from voorkant.ui import entrance, privacy, signed
from voorkant.ui.entrance import TOLD_WORDS, WHY_WORDS
from voorkant.ui.sessions import SESSIONS

SETTINGS = BASE.replace("Team Gegevens", "Team <Gegevens>")


@pytest.fixture
def home(unpublished, monkeypatch):
    """A home in which people sign in; without a publication, so that a page that opens is seen at once."""
    unpublished.mkdir()
    (unpublished / "voorkant.toml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.setattr(signed.Mode, "signing_in", True)
    return unpublished


@pytest.fixture
def anna(monkeypatch):
    """Someone who signed in, with these claims."""

    def enter(**claims):
        session = SESSIONS.open({"sub": "a", "preferred_username": "anna@x.nl", **claims}, {})
        monkeypatch.setattr(signed, "session", lambda _login: session)
        return session

    yield enter
    SESSIONS.clear()


@pytest.mark.parametrize("path", [None, "pages/verantwoording/kwaliteit.py"])
def test_nobody_gets_further_than_the_page_to_sign_in(home, monkeypatch, path):
    app = open_app(home, monkeypatch, path)
    assert not app.exception
    assert [title.value for title in app.title] == ["Inloggen"]
    assert [button.label for button in app.button] == ["Inloggen"]
    assert "Team &lt;Gegevens&gt;" in text(app)


@pytest.mark.parametrize("told", sorted(TOLD_WORDS))
def test_the_address_says_how_it_went(home, monkeypatch, told):
    app = open_app(home, monkeypatch, inloggen=told)
    assert app.info[0].value == TOLD_WORDS[told]


def test_an_address_says_nothing_of_its_own(home, monkeypatch):
    assert len(open_app(home, monkeypatch, inloggen="<b>Betaal hier</b>").info) == 0


def test_who_has_no_role_reads_whom_to_ask(home, monkeypatch, anna):
    anna(groups=[])
    app = open_app(home, monkeypatch)
    assert not app.exception
    assert [title.value for title in app.title] == ["Geen toegang"]
    assert WHY_WORDS[Why.NO_ROLE] in text(app)
    assert "anna@x.nl" in text(app)
    assert "Team &lt;Gegevens&gt;" in text(app)


def test_every_reason_has_words():
    assert set(WHY_WORDS) == set(Why)


def test_settings_that_went_wrong_are_a_calm_page(home, monkeypatch, anna):
    anna(groups=["g-managers"])
    (home / "voorkant.toml").write_text("[inloggen]\n", encoding="utf-8")
    app = open_app(home, monkeypatch)
    assert not app.exception
    assert "niemand nu toegang" in text(app)
    assert len(app.button) == 0


def test_who_is_in_sees_as_whom_and_the_way_out(home, monkeypatch, anna):
    session = anna(groups=["g-managers"])
    app = open_app(home, monkeypatch)
    assert not app.exception
    assert "Nog geen publicatie" in text(app)
    assert "anna@x.nl</strong>Manager" in text(app)
    assert "Een gegevensbeheerder kan ze publiceren" in text(app)  # and starts nothing: that takes the role
    assert "demo_klaarzetten" not in [button.key for button in app.button]
    other = SESSIONS.open(session.claims, {})
    told = []
    monkeypatch.setattr(entrance.audit, "log", lambda action, **about: told.append((str(action), about)))
    monkeypatch.setattr(entrance.st, "logout", lambda: told.append("uit"))
    app.button(key="overal_uitloggen").click().run()
    assert told == ["uit", ("overal_uitgelogd", {"sessies": 2})]
    assert SESSIONS.find(other.number) is None
    app.button(key="uitloggen").click().run()
    assert told[-1] == "uit"


@pytest.mark.parametrize(("page", "lines"), [("gegevens_inladen", 1), ("overzicht", 0), ("bestaatniet", 0), ("", 0)])
def test_who_asks_for_a_page_that_is_not_theirs_is_put_on_record(home, monkeypatch, anna, page, lines):
    session = anna(groups=["g-managers"], preferred_username=f"anna-{page}@x.nl")
    told = []
    monkeypatch.setattr(entrance.audit, "log_of", lambda who, role, action, **about: told.append((who, about)))
    monkeypatch.setattr(type(entrance.st.context), "url", f"https://voorkant.nl/{page}?gemeente=GM9901")
    assert not open_app(home, monkeypatch).exception
    assert told == [(session.claims["preferred_username"], {"wat": "gegevens_inladen"})] * lines


def test_the_buttons_of_the_way_in_and_out(home, monkeypatch, anna):
    told = []
    monkeypatch.setattr(entrance.st, "login", lambda: told.append("in"))
    monkeypatch.setattr(entrance.st, "logout", lambda: told.append("uit"))
    open_app(home, monkeypatch).button(key="inloggen").click().run()
    anna(groups=[])
    open_app(home, monkeypatch).button(key="uitloggen").click().run()
    assert told == ["in", "uit"]


def test_the_local_mode_says_so_where_there_is_no_header(unpublished, monkeypatch):
    assert "Lokale modus" in text(open_app(unpublished, monkeypatch))


PRIVACY = """[inloggen.privacy]
verantwoordelijke = "Gemeente <Veldermonde>"
grond = "Artikel 6 van de AVG."
logboek_bewaren = "drie jaar."
contact = "fg@veldermonde.nl"
verklaring = "https://veldermonde.nl/privacy"
"""


def test_who_signs_in_reads_what_is_noted_about_them(home, monkeypatch, anna):
    """Before, and after under their name; in general words, or in those of the gemeente."""
    before = text(open_app(home, monkeypatch))
    assert "bepaalt je gemeente of regio" in before
    assert "Vraag het aan: Team &lt;Gegevens&gt;." in before
    (home / "voorkant.toml").write_text(SETTINGS + PRIVACY, encoding="utf-8")
    anna(groups=["g-managers"])
    after = text(open_app(home, monkeypatch))
    for words in ("Gemeente &lt;Veldermonde&gt; is verantwoordelijk", "Artikel 6 van de AVG.", "fg@veldermonde.nl",
                  "Het logboek blijft drie jaar. ", 'href="https://veldermonde.nl/privacy"', "30 minuten"):  # fmt: skip
        assert words in after


def test_the_local_user_reads_that_nobody_is_known(full, monkeypatch):
    assert privacy.LOCAL in text(open_app(full, monkeypatch, "pages/verantwoording/begrippen.py"))
