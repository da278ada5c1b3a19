"""Publications in which much is not there: each page of figures says what it needs, and never what is not so."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from tests.cubes import write_home
from tests.pages.app import open_app
from tests.pages.said import ENGLISH, FORBIDDEN, charts, elements, html, page_words

PAGES = ("overzicht", "voorkant_achterkant", "maat", "vergelijken", "kaart", "verwijsroutes")
NOT_HERE = "programme_id in (select programme_id from programme where slug = 'ojg')"
OTHER_MONTHS = "period_id not in (select period_id from period where code = '2025-03')"
SPLIT = "split_id in (select split_id from split where dimension = '{}')"
OTHERS = "level = 'gemeente' and code <> 'GM9901'"
ODD = {
    "programma niet hier": (
        f"update cell set numerator = null, value = null, low = null, high = null, reason = 'nvt' where {NOT_HERE}",
        "update offer set shown = null where programme = 'ojg'",
    ),
    "een maand": (
        f"delete from cell where {OTHER_MONTHS}",
        "delete from offer where type <> 'month'",
        "update offer set first_day = '2025-03-01', last_day = '2025-03-31'",
    ),
    "een gemeente": (
        f"delete from cell where area_id in (select area_id from area where {OTHERS})",
        f"delete from area where {OTHERS}",
    ),
    "een levert niet aan": (
        "delete from cell where area_id in (select area_id from area where code = 'GM9903') and indicator_id not in "
        "(select indicator_id from indicator where shape = 'published')",
    ),
    "stromen verborgen": (
        "update cell set numerator = null, numerator_low = 0, numerator_high = 4, reason = 'klein' where "
        f"{SPLIT.format('verwijzer')} and numerator < 60 and (select value from meta where key = 'scope') <> 'regio'",
    ),
    "geen verwijzer": (f"delete from cell where {SPLIT.format('verwijzer')}",),
    "geen pseudoniem": (
        "delete from meta where key = 'linked'",
        "insert into meta values ('linked', 'ja')",
        "delete from cell where indicator_id in (select indicator_id from indicator where slug in "
        "('terugkomst', 'tijd_tot_verwijzing', 'hulp_na_vervolg'))",
        "delete from offer where indicator in ('terugkomst', 'tijd_tot_verwijzing', 'hulp_na_vervolg')",
    ),
    "niet gekoppeld": (
        "update cell set numerator = null, numerator_low = null, numerator_high = null, value = null, low = null, "
        "high = null, reason = 'niet_gekoppeld' where indicator_id in (select indicator_id from indicator where slug "
        "in ('terugkomst', 'tijd_tot_verwijzing', 'hulp_na_vervolg'))",
    ),
    "geen achterkant": (
        "delete from cell where indicator_id in (select indicator_id from indicator where ladder <> 'inzet')",
        "delete from offer where indicator in (select slug from indicator where ladder <> 'inzet')",
        "delete from indicator where ladder <> 'inzet'",
    ),
    "geen noemers": (
        "update cell set value = null, low = null, high = null, denominator = null, reason = 'geen_cijfer'",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The home of a name, made when it is asked for."""
    homes: dict[str, Path] = {}

    def home(name: str) -> Path:
        if name not in homes:
            homes[name] = write_home(tmp_path_factory.mktemp("odd") / "home")
            for cube in homes[name].glob("published/*/*/*.duckdb"):
                with duckdb.connect(str(cube)) as connection:
                    for change in ODD[name]:
                        connection.execute(change)
        return homes[name]

    return home


@pytest.fixture
def opened_odd(odd: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    def open_page(name: str, page: str, **query: str) -> AppTest:
        app = open_app(odd(name), monkeypatch, f"pages/beeld/{page}.py", **query)
        assert not app.exception
        return app

    return open_page


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("page", PAGES)
def test_each_page_of_figures_stands(opened_odd, name, page):
    said = page_words(opened_odd(name, page))
    assert len(said) > 100
    assert not ENGLISH.search(said)
    assert not FORBIDDEN.search(said)
    assert "nan" not in said.lower().split()


def test_who_is_alone_or_has_no_year_is_told_so(opened_odd):
    assert "nog geen heel jaar gepubliceerd" in page_words(opened_odd("een maand", "overzicht"))
    assert "Van andere gemeenten zijn er geen cijfers" in page_words(opened_odd("een gemeente", "vergelijken"))
    assert "1 gemeente in 2024" in page_words(opened_odd("een gemeente", "kaart"))


def test_who_delivers_nothing_is_named_below_the_gemeenten_to_compare_with(opened_odd, opened):
    app = opened_odd("een levert niet aan", "vergelijken", met="GM9902")
    said = page_words(app)
    names = [item.partition("</th>")[0] for item in "".join(html(app, "vk-table")).split('scope="row">')[1:]]
    assert "Niet in de lijst: Cederveen." in said
    assert names[:2] == ["Aldermeer", "Beekerwoude"]
    assert "Cederveen" not in names
    assert "Niet in de lijst" not in page_words(opened("demo", "pages/beeld/vergelijken.py"))


def test_the_other_side_is_drawn_where_the_programme_is_not_there(opened_odd):
    app = opened_odd("programma niet hier", "voorkant_achterkant")
    assert "Ondersteuner Jeugd & Gezin loopt niet in Aldermeer." in page_words(app)
    assert [title.split(":")[0] for title in elements(app, "vk-title")] == [
        "Verwijzingen naar specialistische jeugd-GGZ"
    ]
    assert "twee perioden waarin beide" not in page_words(app)


def test_a_measure_of_a_programme_that_is_not_there_says_so(opened_odd):
    app = opened_odd("programma niet hier", "maat", maat="contacten")
    assert "Ondersteuner Jeugd & Gezin loopt niet in Aldermeer." in page_words(app)
    assert charts(app) == []
    assert "Deze maat op andere pagina's" in page_words(app)


def test_a_route_says_once_that_the_programme_is_not_there(opened_odd):
    app = opened_odd("programma niet hier", "verwijsroutes")
    assert page_words(app).count("loopt niet in Aldermeer") == 1
    assert "pseudoniem" not in page_words(app)
    assert len(charts(app)) == 2, "who referred, and waiting"


def test_where_much_is_hidden_the_region_is_one_link_away(opened_odd, opened):
    app = opened_odd("stromen verborgen", "verwijsroutes")
    (line,) = html(app, "vk-wider")
    assert "stromen te klein om te tonen." in line
    assert "plek=regio" in line
    assert "De regio laat er meer zien" in line
    there = opened_odd("stromen verborgen", "verwijsroutes", plek="regio")
    assert html(there, "vk-wider") == html(opened("demo", "pages/beeld/verwijsroutes.py"), "vk-wider") == []


def test_a_route_says_what_it_needs(opened_odd):
    assert "Vraag de kolom verwijzer_type op" in page_words(opened_odd("geen verwijzer", "verwijsroutes"))
    said = page_words(opened_odd("geen pseudoniem", "verwijsroutes"))
    assert said.count("staat geen pseudoniem van de jeugdige") == 1
    assert "[koppeling]" not in said, "that is in order here"
    assert "twaalf maanden" not in said
    said = page_words(opened_odd("niet gekoppeld", "verwijsroutes"))
    assert said.count("mogen hier niet aan elkaar worden gekoppeld") == 1
    assert "pseudoniem" not in said
    said = page_words(opened_odd("een maand", "verwijsroutes", programma="ojg"))
    assert "pseudoniem" not in said


def test_one_side_alone_is_drawn_and_the_other_says_what_it_needs(opened_odd):
    app = opened_odd("geen achterkant", "voorkant_achterkant")
    assert "Er is geen achterkant Van wat er aan de achterkant verandert is hier niets gepubliceerd." in page_words(app)
    assert len(charts(app)) == 1


def test_a_region_of_one_gemeente_is_not_offered(opened_odd):
    assert "De regio (openbaar)" not in page_words(opened_odd("een gemeente", "verwijsroutes"))
