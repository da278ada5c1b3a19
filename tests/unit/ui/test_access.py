"""Nothing is open without a rule, and a rule holds where the work is done."""

from dataclasses import replace

import pytest

from tests.logins import SETTINGS
from voorkant import ROOT
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.ui import access, audit
from voorkant.ui.access import ACTIONS, PAGES, SELECTION, SINGLE, User

LIMITED = User(name="Anne", roles=frozenset({"wethouder"}), scopes=frozenset({"GM9901"}), level=Protection.OPENBAAR)


def test_every_page_file_has_a_rule():
    files = {path for path in (ROOT / "pages").rglob("*.py") if path.name != "__init__.py"}
    assert files == {rule.file for rule in PAGES if rule.file.exists()}


def test_every_page_asks_a_declared_action_and_known_controls():
    assert {rule.action for rule in PAGES} <= set(ACTIONS)
    assert all(rule.controls <= SELECTION | SINGLE | {"pilot"} for rule in PAGES)


def test_the_local_user_may_everything_but_detail():
    user = access.current_user()
    assert {action for action in ACTIONS if not user.may(action)} == {"bekijk_detail"}
    assert user.may_read("GM0001", "intern")
    assert not user.may_read("GM0001", "detail")


@pytest.mark.parametrize(
    ("scope", "protection", "open_"),
    [("regio", "openbaar", True), ("GM9901", "openbaar", True), ("GM9902", "openbaar", False),
     ("GM9901", "intern", False), ("regio", "intern", False)],
)  # fmt: skip
def test_a_cube_is_open_by_scope_and_level(scope, protection, open_):
    assert LIMITED.may_read(scope, protection) is open_


def test_require_refuses_what_no_role_holds(monkeypatch):
    monkeypatch.setattr(access, "current_user", lambda: LIMITED)
    access.require("bekijk_beeld")
    with pytest.raises(Problem, match="geen toegang"):
        access.require("demo_klaarzetten")


def test_the_menu_leaves_out_what_may_not_be_opened(monkeypatch):
    nobody = User(name="Niemand", roles=frozenset(), scopes=frozenset(), level=Protection.OPENBAAR)
    assert access.menu()
    monkeypatch.setattr(access, "current_user", lambda: nobody)
    assert access.menu() == []


def test_an_undeclared_action_is_an_error():
    with pytest.raises(KeyError):
        LIMITED.may("vergeten")


def test_what_is_of_another_gemeente_is_refused_and_put_on_record(monkeypatch):
    told = []
    monkeypatch.setattr(audit, "denied", lambda *refusal: told.append(refusal))
    monkeypatch.setattr(access, "current_user", lambda: LIMITED)
    access.require_own("GM9901")
    with pytest.raises(Problem, match="geen toegang"):
        access.require_own("GM9901", "GM9902")
    assert told == [("Anne", "wethouder", "van GM9902")]


def test_before_anything_is_published_a_home_is_shared_by_all_who_people_sign_in_for(tmp_path, monkeypatch):
    monkeypatch.setenv("VOORKANT_HOME", str(tmp_path))
    steward = replace(LIMITED, roles=frozenset({"gegevensbeheerder"}))
    assert (steward.holds_all, steward.may("publiceren")) == (True, True)
    (tmp_path / "voorkant.toml").write_text(f'{SETTINGS}GM9902 = ["*"]\n', encoding="utf-8")
    assert (steward.holds_all, steward.may("publiceren")) == (False, False)
    assert replace(steward, scopes=frozenset({"GM9901", "GM9902"})).may("publiceren")
