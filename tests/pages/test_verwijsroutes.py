"""Verwijsroutes: who refers to which help, in words, as a flow and in a table, and what the page needs."""

from tests.pages.said import FORBIDDEN, charts, elements, page_words

PAGE = "pages/beeld/verwijsroutes.py"


def test_a_route_is_told_drawn_and_chosen(opened):
    app = opened("demo", PAGE)
    (said,) = elements(app, "vk-pair")
    assert said.startswith("Verwijzingen naar jeugdhulp in Aldermeer in 2024: 195, plus of min 2.")
    assert "van die specialistische verwijzingen begon de hulp binnen 10 weken." in said
    assert "Van de trajecten van Ondersteuner Jeugd & Gezin die in het 4e kwartaal 2024 begonnen, was " in said
    assert elements(app, "vk-sentence")[0].startswith("De meeste verwijzingen: huisarts (")
    assert said.endswith("of er te veel of te weinig wordt verwezen.")
    assert elements(app, "vk-title") == [
        "Verwijzingen in 2024: wie verwees waarnaartoe?",
        "Ondersteuner Jeugd & Gezin: hoeveel trajecten werden gevolgd door een verwijzing, per startkwartaal?",
        "Ondersteuner Jeugd & Gezin: hoe lang na het eerste contact volgt een verwijzing?",
        "Wachttijd van verwijzingen in 2024: hoeveel begon binnen de Treeknorm?",
        "Afgesloten trajecten in 2024: wat volgde er?",
        "Specialistische hulp binnen een jaar na een traject: hoe verloopt het?",
    ]
    assert "Niet getekend, want minder dan 5 jeugdigen: rechter naar" in page_words(app)
    app.selectbox(key="eigen_jaar").set_value("2025").run()
    assert elements(app, "vk-pair")[0].startswith("Verwijzingen naar jeugdhulp in Aldermeer in 2025:")
    app.radio(key="eigen_plek").set_value("regio").run()
    assert elements(app, "vk-pair")[0].startswith("Verwijzingen naar jeugdhulp in de regio in 2025:")
    assert (app.query_params["jaar"], app.query_params["plek"]) == ("2025", "regio")
    assert len(charts(app)) == 6
    assert not FORBIDDEN.search(page_words(app))
    assert not app.exception


def test_without_figures_the_page_says_what_it_needs(opened):
    assert "Nodig is een levering van verwijzingen" in page_words(opened("empty", PAGE, plek="weg"))
    assert "Van geen enkele verwijzer is een aantal te tonen" in page_words(opened("suppressed", PAGE, jaar="1900"))
