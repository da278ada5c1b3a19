"""What claims give: what the settings name, and nothing else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from voorkant.declare.claims import Granted, Refused, Why, user_of
from voorkant.declare.login import Login

LOGIN = Login(
    provider="https://op.nl/.well-known/openid-configuration", client_id="a", address="https://v.nl", ask="Team",
    names=("preferred_username", "email"), claims=("roles", "groups"),
    roles={"manager": frozenset({"V.Manager", "g-1"}), "wethouder": frozenset({"V.Wethouder"})},
    gemeenten={"GM9901": frozenset({"g-aldermeer"}), "GM9902": frozenset({"g-beek"}), "regio": frozenset({"g-regio"})},
    idle=timedelta(minutes=30), longest=timedelta(hours=8),
)  # fmt: skip
ANNA = {"preferred_username": "anna@x.nl", "roles": ["V.Manager"], "groups": ["g-aldermeer"]}


def test_roles_and_gemeenten_come_from_what_the_settings_name():
    assert user_of(ANNA, LOGIN) == Granted("anna@x.nl", frozenset({"manager"}), frozenset({"GM9901"}))


def test_two_of_one_name_are_two_people():
    first, second = (user_of({**ANNA, "iss": "https://op.nl", "sub": sub}, LOGIN) for sub in ("1", "2"))
    assert first.subject == "https://op.nl 1"
    assert not first.within(second)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"roles": ["manager"]}, Why.NO_ROLE),  # the name of a role is no value that gives it
        ({"roles": []}, Why.NO_ROLE),
        ({"roles": None}, Why.NO_ROLE),
        ({"roles": {"V.Manager": True}}, Why.NO_ROLE),
        ({"roles": [["V.Manager"]]}, Why.NO_ROLE),
        ({"roles": ["v.manager"]}, Why.NO_ROLE),
        ({"groups": ["GM9901"]}, Why.NO_GEMEENTE),
        ({"preferred_username": " "}, Why.NO_NAME),
        ({"preferred_username": 5}, Why.NO_NAME),
        ({"roles": [], "hasgroups": True}, Why.TOO_MANY),
        ({"groups": None, "_claim_names": {"groups": "src1"}}, Why.TOO_MANY),
        ({"groups": None, "_claim_names": {"address": "src1"}}, Why.NO_GEMEENTE),
    ],
)
def test_anything_else_gives_nothing(changed, expected):
    found = user_of(ANNA | changed, LOGIN)
    assert isinstance(found, Refused)
    assert found.why == expected


def test_one_text_is_a_list_of_one():
    assert user_of(ANNA | {"roles": "V.Wethouder"}, LOGIN).roles == {"wethouder"}


def test_all_that_fits_counts():
    found = user_of(ANNA | {"groups": ["g-1", "g-aldermeer", "g-beek"], "roles": ["V.Wethouder"]}, LOGIN)
    assert (found.roles, found.scopes) == ({"manager", "wethouder"}, {"GM9901", "GM9902"})


def test_the_region_is_every_gemeente():
    assert user_of(ANNA | {"groups": ["g-regio", "g-beek"]}, LOGIN).scopes == {"*"}


def test_a_gemeente_can_be_of_everyone_who_has_a_role():
    alone = replace(LOGIN, gemeenten={"GM9901": frozenset({"*"})})
    assert user_of(ANNA | {"groups": []}, alone).scopes == {"GM9901"}
    assert user_of(ANNA | {"roles": []}, alone).why == Why.NO_ROLE


def test_the_second_best_name_and_one_line():
    assert user_of(ANNA | {"preferred_username": "", "email": "a\n b"}, LOGIN).name == "a b"


@pytest.mark.parametrize(
    ("later", "kept"),
    [
        ({}, True),
        ({"roles": frozenset({"manager", "raad"})}, True),
        ({"scopes": frozenset({"*"})}, True),
        ({"roles": frozenset()}, False),
        ({"scopes": frozenset({"GM9902"})}, False),
        ({"name": "bram@x.nl"}, False),
    ],
)
def test_what_was_given_is_still_given(later, kept):
    before = Granted("anna@x.nl", frozenset({"manager"}), frozenset({"GM9901"}))
    assert before.within(replace(before, **later)) is kept
    assert not before.within(Refused(Why.NO_ROLE))
