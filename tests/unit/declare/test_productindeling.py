"""Care classes of products: what the municipality declares goes first, a choice fills what it leaves open."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorkant.declare.home import Home
from voorkant.declare.productindeling import Product, choose, chosen_path, read_chosen, read_products
from voorkant.domain.problem import DataRefused

HEAD = "productcategorie;productcode;regio;vanaf;tot;zorgsoort\n"


def own(home: Home, *lines: str) -> None:
    home.path.mkdir(parents=True, exist_ok=True)
    (home.path / "productindeling.csv").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def of(home: Home, category: str, code: str) -> list[Product]:
    return [item for item in read_products(home) if (item.category, item.code) == (category, code)]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_a_choice_fills_what_is_not_declared(home):
    choose(home, {("54", "54009"): "specialistisch", ("51", ""): "overig"})
    assert of(home, "54", "54009") == [Product("54", "54009", "specialistisch")]
    assert of(home, "51", "") == [Product("51", "", "basis")]


def test_a_choice_can_be_changed_and_taken_back(home):
    choose(home, {("54", "54009"): "basis"})
    choose(home, {("54", "54009"): "overig", ("54", "54010"): "basis"})
    choose(home, {("54", "54010"): ""})
    assert read_chosen(home) == [Product("54", "54009", "overig")]


def test_only_the_time_that_is_left_open_is_filled(home):
    own(home, "54;54009;;2020-01-01;2021-12-31;basis", "54;54009;;2023-01-01;;overig")
    choose(home, {("54", "54009"): "specialistisch"})
    filled = [(item.first, item.last) for item in of(home, "54", "54009") if item.zorgsoort == "specialistisch"]
    assert filled == [(date.min, date(2019, 12, 31)), (date(2022, 1, 1), date(2022, 12, 31))]


days = st.dates(date(2020, 1, 1), date(2021, 1, 1))


@given(st.lists(st.tuples(days, days).map(sorted), max_size=4), days)
def test_every_day_has_a_class_and_a_choice_never_doubles_one(tmp_path_factory, spans, day):
    home = Home(tmp_path_factory.mktemp("h"))
    own(home, *(f"54;1;;{first};{last};basis" for first, last in spans))
    choose(home, {("54", "1"): "overig"})
    classes = {item.zorgsoort for item in of(home, "54", "1") if item.first <= day <= item.last}
    assert classes == ({"basis"} if any(first <= day <= last for first, last in spans) else {"overig"})


@pytest.mark.parametrize(("line", "told"), [("54;1;;;;duur", "'duur'"), ("54;1;;1-1-2024;;basis", "2025-12-31")])
def test_a_mistake_names_its_line(home, line, told):
    own(home, "51;;;;;basis", line)
    with pytest.raises(DataRefused, match="regel 3") as refused:
        read_products(home)
    assert told in str(refused.value)


def test_a_choice_that_was_spoiled_is_said(home):
    choose(home, {})
    chosen_path(home).write_text(HEAD + "54;1;;;;x\n", encoding="utf-8")
    with pytest.raises(DataRefused, match="productindeling"):
        read_products(home)
