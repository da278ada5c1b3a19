"""A question goes to the right cube, and no answer crosses from one scope, level or publication to another."""

import json

import pytest

from tests.cubes import write_home
from voorkant.domain.problem import DataRefused, Problem
from voorkant.domain.protection import Protection
from voorkant.ui import access, audit, cache
from voorkant.ui.access import User

SERIES = {
    "indicator": "verwijzingen_sggz", "programme": "", "level": "gemeente", "period_type": "year", "dimension": "",
    "areas": ["GM9901"], "first": "", "last": "",
}  # fmt: skip


def numerators(scope: str, protection: str) -> list[float]:
    return list(cache.ask(scope, protection, "series", **SERIES)["numerator"])


def test_a_gemeente_answers_from_its_own_cube(published):
    assert cache.about("GM9901", "intern")["scope"] == "GM9901"
    assert cache.about("GM9901", "intern")["protection"] == "intern"


def test_a_gemeente_without_a_cube_answers_from_the_region(published):
    about = cache.about("GM0518", "intern")
    assert (about["scope"], about["protection"]) == ("regio", "openbaar")


def test_the_region_is_always_public(published):
    assert cache.about("regio", "intern")["protection"] == "openbaar"


def test_levels_do_not_cross(published):
    intern, public = numerators("GM9901", "intern"), numerators("GM9901", "openbaar")
    assert intern
    assert intern != public
    assert numerators("GM9901", "intern") == intern


def test_a_user_without_the_level_gets_nothing_from_a_warm_cache(published, monkeypatch):
    numerators("GM9901", "intern")
    outsider = User(name="Bo", roles=frozenset({"wethouder"}), scopes=frozenset({"GM9902"}), level=Protection.INTERN)
    monkeypatch.setattr(access, "current_user", lambda: outsider)
    told = []
    monkeypatch.setattr(audit, "denied", lambda *refusal: told.append(refusal))
    with pytest.raises(Problem, match="geen toegang"):
        numerators("GM9901", "intern")
    assert told == [("Bo", "wethouder", "intern van GM9901")]
    assert cache.about("GM9901", "openbaar")["scope"] == "regio"  # of others what the region tells, and no more


def test_a_new_publication_is_answered_from(published, tmp_path, monkeypatch):
    home = write_home(tmp_path / "home")
    monkeypatch.setenv("VOORKANT_HOME", str(home))
    before = cache.about("GM9901", "intern")
    folder = home / "published"
    name = json.loads((folder / "current.json").read_text(encoding="utf-8"))["publication"]
    (folder / name).rename(folder / "later")
    (folder / "current.json").write_text(json.dumps({"publication": "later"}), encoding="utf-8")
    assert cache.required().name == "later"
    assert cache.about("GM9901", "intern") == before


def test_one_run_of_a_page_keeps_to_one_publication(published, tmp_path, monkeypatch):
    home = write_home(tmp_path / "home")
    monkeypatch.setenv("VOORKANT_HOME", str(home))
    with cache.steady():
        before = cache.required()
        (home / "published" / "current.json").write_text(json.dumps({"publication": "later"}), encoding="utf-8")
        assert cache.required() == before
    assert cache.required().name == "later"


def test_without_publication_the_sentence_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("VOORKANT_HOME", str(tmp_path))
    assert cache.publication() is None
    with pytest.raises(DataRefused, match="voorkant build"):
        cache.ask("GM9901", "intern", "series", **SERIES)
