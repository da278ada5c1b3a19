"""A chart that lacks an element of the chart contract cannot be made."""

from dataclasses import fields, replace

import pytest

from tests.unit.charts.made import description, point
from voorkant.charts.description import Description
from voorkant.charts.table import table

OPTIONAL = {"events", "level"}
WORDS = [field.name for field in fields(Description) if field.type == "str" or field.type is str]


@pytest.mark.parametrize("name", WORDS)
def test_every_word_of_the_contract_is_asked_for(name):
    with pytest.raises(ValueError, match=name):
        description([point(0)], **{name: ""})


def test_a_chart_needs_a_series():
    with pytest.raises(ValueError, match="series"):
        description([point(0)], series=())


def test_the_table_says_what_the_chart_draws():
    rows = table(description([point(0), point(1, numerator="33 (32 tot 34)", denominator="7.200")]))
    assert rows[1] == {
        "Periode": "2024-Q2",
        "Waarde (verwijzingen per 1.000 jeugdigen)": "5,0 (4,0 tot 6,0)",
        "Teller": "33 (32 tot 34)",
        "Noemer": "7.200",
        "Status": "definitief",
    }
    assert rows[0]["Teller"] == "–"


def test_a_table_of_several_series_names_them():
    one = description([point(0)])
    both = description([point(0)], series=(one.series[0], replace(one.series[0], name="Verwacht")))
    unit = "verwijzingen per 1.000 jeugdigen"
    assert table(both) == [{
        "Periode": "2024-Q1", f"Verwijzingen ({unit})": "5,0 (4,0 tot 6,0)", "Verwijzingen (aantal)": "–",
        f"Verwacht ({unit})": "5,0 (4,0 tot 6,0)", "Verwacht (aantal)": "–", "Status": "definitief",
    }]  # fmt: skip
