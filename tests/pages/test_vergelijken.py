"""Vergelijken: a sentence about the chosen gemeenten, one picture, why these, and a matrix."""

from tests.pages.app import text
from tests.pages.said import FORBIDDEN, charts, elements, html, page_words, unfolded
from voorkant.declare.compared import read_groups
from voorkant.declare.home import Home

PAGE = "pages/beeld/vergelijken.py"


def test_a_peer_is_swapped_and_the_sentence_goes_along(opened, full):
    app = opened("demo", PAGE)
    (before,) = elements(app, "vk-pair")
    assert before.startswith("In 2024 waren het in Aldermeer ")
    assert "Beekerwoude" in before
    assert "Cederveen" in before
    assert [chart["layout"]["yaxis"]["categoryarray"] for chart in charts(app)] != []
    app.multiselect(key="eigen_met").set_value(["GM9903"]).run()
    (after,) = elements(app, "vk-pair")
    assert "Beekerwoude" not in after
    assert app.query_params["met"] == "GM9903"
    assert any("met=GM9903" in block for block in html(app, "vk-copy"))
    app.multiselect(key="eigen_met").set_value([]).run()
    assert app.query_params["met"] == "geen"
    app.selectbox(key="eigen_naast").set_value("alle").run()
    assert elements(app, "vk-pair") == [before], "another group brings its own gemeenten"
    said = page_words(app)
    assert not FORBIDDEN.search(said)
    assert "Waarom deze gemeenten?" in said
    assert "Wachttijd" not in said, "its whole counts referrals, which stand there already"
    for view, words in (("verloop", "het verloop in Aldermeer"), ("trechter", "Dit beeld is er niet van deze maat")):
        app.radio(key="eigen_beeld").set_value(view).run()
        assert words in page_words(app)
        assert not app.exception


def test_a_link_brings_the_same_gemeenten_and_what_is_unknown_is_left_out(opened):
    app = opened("demo", PAGE, met="GM9902.GM0000", maat="contacten", naast="weg")
    assert app.multiselect(key="eigen_met").value == ["GM9902"]
    assert elements(app, "vk-title")[0].startswith("Contacten van het programma: 2 gemeenten")


def test_gemeenten_are_kept_as_a_group(tmp_path, monkeypatch, full):
    from tests.cubes import write_home  # noqa: PLC0415 - a home of its own
    from tests.pages.app import open_app  # noqa: PLC0415

    home = write_home(tmp_path / "home")
    app = open_app(home, monkeypatch, PAGE, met="GM9903")
    app.session_state["groep_bewaren"] = True
    app.run()
    app.text_input(key="groep_naam").set_value("Buren")
    app.button(key="groep_bewaren_nu").click().run()
    (group,) = read_groups(Home(home))
    assert (group.title, group.gemeenten) == ("Buren", ("GM9903",))
    app.selectbox(key="eigen_naast").set_value(group.id).run()
    assert app.multiselect(key="eigen_met").value == ["GM9903"]
    app.button(key=f"groep_weg_{group.id}").click().run()
    assert read_groups(Home(home)) == ()
    assert not app.exception


def test_wijken_stand_beside_their_gemeente_and_groups_on_one_scale(opened):
    """A wijk is hidden at the level of the screen; its page has the words, and files of both levels."""
    app = opened("demo", PAGE, wat="wijk")
    assert app.title[0].value == "Hoe liggen de wijken van Aldermeer naast elkaar?"
    (said,) = elements(app, "vk-pair")
    assert said.startswith("In 2024 waren het in Aldermeer ")
    assert elements(app, "vk-title")[0].endswith("3 wijken in 2024")
    assert "minder dan 5 jeugdigen" in page_words(app)
    labels = [button.proto.label for button in unfolded(app).get("download_button")]
    assert {"Download PNG (openbaar)", "Download PNG (intern)"} <= set(labels)
    app.multiselect(key="eigen_delen").set_value(["WK990100"]).run()
    assert app.query_params["delen"] == "WK990100"
    assert elements(app, "vk-title")[0].endswith("1 wijk in 2024")
    for view, words in (("verloop", "3 wijken van Aldermeer"), ("trechter", "Dit beeld is er niet van deze maat")):
        app.radio(key="eigen_beeld").set_value(view).run()
        assert words in page_words(app)
    app.radio(key="eigen_wat").set_value("groep").run()
    (chart,) = charts(app)
    assert chart["layout"]["yaxis"]["range"] == chart["layout"]["yaxis3"]["range"]
    assert "hoe verloopt het naar leeftijd?" in page_words(app)
    assert "te weinig jaren" in str(chart["layout"]["annotations"])
    labels = [button.proto.label for button in unfolded(app).get("download_button")]
    assert {"Download PNG (openbaar)", "Download CSV (intern)"} <= set(labels)
    app.radio(key="eigen_wat").set_value("praktijk").run()
    assert "niet op volgorde" in page_words(app)
    assert "Praktijk De Linde" in page_words(app)
    assert not app.exception


def test_without_figures_the_page_says_what_it_needs(opened):
    empty = opened("empty", PAGE)
    assert "Er is niets te vergelijken" in text(empty)
    for what, words in (("wijk", "Per wijk is er nog geen jaarcijfer"), ("groep", "Er is niets naar groepen")):
        empty.radio(key="eigen_wat").set_value(what).run()
        assert words in text(empty)
    hidden = opened("suppressed", PAGE)
    assert "geen cijfer te tonen" in text(hidden)
    for what, words in (("wijk", "niet te vergelijken"), ("groep", "te weinig groepen")):
        hidden.radio(key="eigen_wat").set_value(what).run()
        assert words in text(hidden)
        assert not hidden.exception
