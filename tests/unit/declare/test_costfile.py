"""What was entered of costs: kept with its source, who and when, and never without them."""

from dataclasses import replace

import pytest

from voorkant.declare.costfile import MOST, Cost, keep_cost, read_cost
from voorkant.declare.home import Home
from voorkant.domain.problem import DataRefused, Problem

COST = Cost("ojg-proef", 6500, "Contract 2025", 90_000, "Begroting 2026", "Anne", "2026-11-26")


@pytest.fixture
def home(tmp_path) -> Home:
    return Home(tmp_path)


def test_what_is_kept_is_read_back(home):
    assert read_cost(home, "ojg-proef") is None
    keep_cost(home, COST)
    assert read_cost(home, "ojg-proef") == COST
    keep_cost(home, replace(COST, each=0, each_source=""))
    assert read_cost(home, "ojg-proef") == replace(COST, each=0, each_source="")
    assert read_cost(home, "ojg-anders") is None


@pytest.mark.parametrize(
    ("change", "said"),
    [({"each": -1}, "hele euro's"), ({"yearly": MOST + 1}, "hele euro's"), ({"each_source": " "}, "bij elk bedrag"),
     ({"yearly_source": "x" * 201}, "hoogstens 200"), ({"each_source": "a\nb"}, "op een regel"),
     ({"each_source": "BSN 111222333"}, "persoonsgegeven")],
)  # fmt: skip
def test_what_cannot_be_defended_is_not_kept(home, change, said):
    with pytest.raises(Problem, match=said):
        keep_cost(home, replace(COST, **change))
    assert not (home.work / "costs").exists()


def test_a_name_leads_nowhere_else(home):
    with pytest.raises(Problem, match="bestaat niet"):
        keep_cost(home, replace(COST, pilot="../elders"))


NEGATIVE = "per_verwijzing = -5\nbron_verwijzing = ''\nper_jaar = 0\nbron_jaar = ''\ndoor = ''\nop = ''\n"


@pytest.mark.parametrize("text", ["per_verwijzing = 'veel'\n", NEGATIVE])
def test_a_damaged_file_is_refused(home, text):
    keep_cost(home, COST)
    (home.work / "costs" / "ojg-proef.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DataRefused, match=r"ojg-proef\.toml"):
        read_cost(home, "ojg-proef")
