"""The box that finds things, on Overzicht: what it finds links to exactly that, and never beyond the level."""

from html import unescape

from tests.pages.said import ENGLISH, html, words
from voorkant.domain.protection import Protection
from voorkant.ui import access, lookup
from voorkant.ui.access import User

PAGE = "pages/beeld/overzicht.py"


def found(app, wanted):
    app.text_input(key="opzoeken").set_value(wanted).run()
    assert not app.exception
    [block] = html(app, "vk-found")
    assert not ENGLISH.search(words(block))
    return unescape(block)


def test_measures_questions_places_pilots_and_pages_are_found(opened):
    app = opened("demo", PAGE, gemeente="GM9901")
    block = found(app, "verwijzing")
    assert "Afgerond zonder verwijzing (Ondersteuner Jeugd & Gezin)" in block
    assert "maat?gemeente=GM9901&programma=ojg&maat=zonder_verwijzing&" in block
    assert "vraag=verwijzingen" in block
    for wanted, parts in (
        ("linde", ("niveau=praktijk", "gebied=01990001")),
        ("meerz", ("niveau=wijk", "gebied=WK990101")),
    ):
        assert all(part in found(app, wanted) for part in parts)
    assert "pilot=ojg-proef" in found(app, "pilot ojg-proef")
    assert "/kwaliteit?" in found(app, "kwaliteit")
    assert "maat=cbs_jeugdhulpgebruik&" in found(app, "jeugdhulp jeugdigen met")
    assert "Niets gevonden met ‘<b>xyz’" in found(app, "<b>xyz")
    assert "ten minste 2 letters" in found(app, "v")


def test_what_may_not_be_seen_is_not_found(opened):
    app = opened("demo", PAGE, gemeente="GM9901", openbaar="true", opzoeken="linde")
    [block] = html(app, "vk-found")
    assert "Niets gevonden" in block


def test_who_opens_no_measures_is_not_asked_for_one(opened, monkeypatch):
    assert opened("demo", PAGE).text_input(key=lookup.KEY).label == lookup.ALL
    council = User("Anne", frozenset({"raad"}), frozenset({"*"}), Protection.OPENBAAR)
    monkeypatch.setattr(access, "current_user", lambda: council)
    assert opened("demo", PAGE).text_input(key=lookup.KEY).label == lookup.FEW
