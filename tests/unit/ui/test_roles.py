"""The first page leads each role to what is theirs."""

from dataclasses import replace

import pytest

from voorkant.ui import access, controls, roles
from voorkant.ui.access import LOCAL, PAGES


def test_every_role_has_steps_to_pages_that_it_may_open():
    assert set(roles.FIRST) == set(roles.NAMES) == access.ROLES
    rules = {rule.title: rule for rule in PAGES}
    for role, steps in roles.FIRST.items():
        shown = [rules[step.page] for step in steps if step.page in rules]
        assert len(shown) >= 2
        assert all(role in access.ACTIONS[rule.action] for rule in shown)


@pytest.mark.parametrize("role", sorted(access.ROLES))
def test_steps_are_links_in_the_order_of_the_role(role, monkeypatch):
    monkeypatch.setattr(controls, "link", lambda _chosen, page: f"/{page}?a=1&b=2")
    monkeypatch.setattr(access, "current_user", lambda: replace(LOCAL, roles=frozenset({role})))
    made = roles.markup(role, None)
    places = [made.find(f">{step.page.replace('&', '&amp;')}</a>") for step in roles.FIRST[role]]
    there = [place for place in places if place >= 0]
    assert there == sorted(there) != []
    assert "?a=1&amp;b=2" in made
