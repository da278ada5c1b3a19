"""Who refers to which help: what is drawn, what stands in the table alone, and what is said of it."""

from dataclasses import replace
from itertools import pairwise

from tests.unit.report.made import band
from tests.unit.report.test_compare import HEADER
from voorkant.charts.flow import FlowPlot
from voorkant.charts.ready import ready
from voorkant.report.bands import Band
from voorkant.report.routeflow import Routes, flow_plot, knows_who, sentence, summary, years
from voorkant.report.rows import Publication
from voorkant.text.routes import wider

INTERN = Publication("p1", "intern", 5, 3)
SGGZ, BASIS, OTHER = "verwijzingen_sggz", "verwijzingen_basis_ggz", "verwijzingen_overig"


def route(indicator: str, verwijzer: str, count: int | None, year: str = "2024", **more: object) -> Band:
    known = (None, 0, 4) if count is None else (count, count - 1, count + 1) if count else (0, 0, 0)
    return replace(band(year, indicator, verwijzer, known), **more)


FOUND = [
    route(SGGZ, "", 90), route(SGGZ, "huisarts", 60), route(SGGZ, "medisch_specialist", 30),
    route(SGGZ, "rechter", None),
    route(BASIS, "", 45), route(BASIS, "huisarts", 42), route(BASIS, "rechter", 0),
    route(OTHER, "", None), route(OTHER, "verwijzer_onbekend", 99),
    route(SGGZ, "", 60, "2025", status="voorlopig"),
]  # fmt: skip


def routes(*found: Band) -> Routes:
    return Routes(HEADER, found or FOUND, "2024", "Aa", INTERN)


def plot() -> FlowPlot:
    made = flow_plot(routes())
    assert made is not None
    return made


def test_the_newest_final_year_comes_first() -> None:
    assert years(FOUND) == ({"2025": "2025", "2024": "2024"}, "2024")
    assert years(FOUND[-1:])[1] == "2025", "where none is final, the newest"


def test_what_is_hidden_stands_in_the_table_alone() -> None:
    made = plot()
    assert [node.name for node in made.nodes] == [
        "Huisarts 102", "Medisch specialist 30", "Verwijzer onbekend 99",
        "Specialistische jeugd-GGZ 90", "Basis-GGZ 45", "Andere jeugdhulp",
    ]  # fmt: skip
    assert [(item.start, item.end, item.size) for item in made.streams] == [
        (0, 3, 60),
        (0, 4, 42),
        (1, 3, 30),
        (2, 5, 99),
    ]
    assert ("rechter", "specialistische jeugd-GGZ", "minder dan 5 jeugdigen") in made.lines
    assert len(made.lines) == 5, "nobody went from the rechter to basis-GGZ"
    assert "rechter naar specialistische jeugd-GGZ" in made.suppression
    assert "afgerond op 3" in made.suppression


def test_the_words_add_up_what_is_known_and_claim_no_more() -> None:
    said = summary(replace(routes(), found=[item for item in FOUND if item.indicator != OTHER]))
    assert said.startswith(
        "Verwijzingen naar jeugdhulp in Aa in 2024: 135, plus of min 2. Daarvan gingen er 90 naar spec"
    )
    assert "Een verwijzing is nog geen hulp" in said
    assert summary(routes()).startswith(
        "Verwijzingen naar jeugdhulp in Aa in 2024: 90 naar specialistische jeugd-GGZ en 45 naar basis-GGZ. "
        "Niet te tonen: naar andere jeugdhulp."
    ), "what is hidden is no part of a sum"
    assert sentence(routes()) == (
        "De meeste verwijzingen: huisarts (102, plus of min 2), daarna medisch specialist (30, plus of min 1)."
    )


def test_it_is_known_how_many_streams_are_hidden() -> None:
    assert routes().hidden == (1, 5)
    assert wider((1, 5)) == "Hier is 1 van de 5 stromen te klein om te tonen."


def test_without_verwijzer_or_figures_there_is_nothing_to_draw() -> None:
    unknown = routes(route(SGGZ, "", 90), route(SGGZ, "verwijzer_onbekend", 90))
    assert knows_who(FOUND)
    assert not knows_who(unknown.found)
    assert "verwijzer_type" in sentence(unknown)
    hidden = routes(route(SGGZ, "", None), route(SGGZ, "huisarts", None))
    assert (flow_plot(hidden), summary(hidden)) == (None, "")


def test_bands_are_as_wide_as_what_goes_along_them_and_names_have_room() -> None:
    drawn = ready(plot(), height=400).to_dict()
    bars = [shape for shape in drawn["layout"]["shapes"] if shape["type"] == "rect"]
    high = [bar["y1"] - bar["y0"] for bar in bars]
    assert [round(one / high[0] * 102) for one in high] == [102, 30, 99, 90, 42, 99]
    names = [note["y"] for note in drawn["layout"]["annotations"][:3]]
    assert all(below - above >= 25 for above, below in pairwise(names)), "two lines a name"
    assert len(drawn["layout"]["shapes"]) == len(bars) + 4
    (told,) = drawn["data"]
    assert told["hovertext"][0] == "<b>Huisarts 102 → Specialistische jeugd-GGZ 90</b><br>60 (59 tot 61)"
    assert ready(plot(), height=10).to_dict()["layout"]["height"] > 100, "many names take more"
