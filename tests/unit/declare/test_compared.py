"""`vergelijken.toml`, and groups that are kept."""

import pytest

from voorkant.declare.compared import Group, keep, read_factors, read_groups, remove
from voorkant.declare.home import Home
from voorkant.domain.problem import DataRefused, Problem

TEXT = """
[[factor]]
titel = "Stedelijkheid"
bron = "CBS 2024"
[factor.waarden]
GM9901 = 2
GM9902 = 3.5
[[groep]]
titel = "Kustgemeenten"
gemeenten = ["GM9902"]
"""


def _home(tmp_path, text=""):
    if text:
        (tmp_path / "vergelijken.toml").write_text(text, encoding="utf-8")
    return Home(tmp_path)


def test_without_a_file_there_is_nothing(tmp_path) -> None:
    assert read_factors(_home(tmp_path)) == read_groups(_home(tmp_path)) == ()


def test_a_file_declares_factors_and_groups(tmp_path) -> None:
    home = _home(tmp_path, TEXT)
    (factor,) = read_factors(home)
    assert (factor.title, factor.source, dict(factor.values)) == (
        "Stedelijkheid",
        "CBS 2024",
        {"GM9901": 2.0, "GM9902": 3.5},
    )
    assert read_groups(home) == (Group("Kustgemeenten", ("GM9902",)),)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("GM9901 = 2", "Aldermeer = 2"), "GM0344"), (('["GM9902"]', "[]"), "ten minste een gemeente"),
        (("titel", "naam"), "titel"),
    ],
)  # fmt: skip
def test_a_wrong_file_says_what_is_wrong(tmp_path, change, said) -> None:
    home = _home(tmp_path, TEXT.replace(*change))
    with pytest.raises(DataRefused, match=said):
        _ = read_factors(home), read_groups(home)


def test_a_group_is_kept_beside_those_of_the_file_and_removed(tmp_path) -> None:
    home = _home(tmp_path, TEXT)
    name = keep(home, Group(" Buren ", ("GM9901", "GM9902")))
    assert read_groups(home)[1] == Group("Buren", ("GM9901", "GM9902"), name)
    remove(home, name)
    assert len(read_groups(home)) == 1


WRONG = [("", "GM9901"), ("Buren", "Aldermeer"), ("x" * 61, "GM9901"), ("123456782", "GM9901")]


@pytest.mark.parametrize("group", [Group("Buren", ()), *(Group(title, (code,)) for title, code in WRONG)])
def test_a_group_that_cannot_be_kept_is_refused(tmp_path, group) -> None:
    with pytest.raises(Problem):
        keep(_home(tmp_path), group)
