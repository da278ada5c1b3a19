"""The table that is shown is the one that holds, and nothing in it is left without words."""

from voorkant.declare import detail
from voorkant.domain.protection import Protection
from voorkant.ui import permit_table
from voorkant.ui.access import PAGES, page
from voorkant.ui.permits import ACTIONS, DETAIL, INSIDE, LEVELS, ROLE_NAMES, ROLES, WORDS, level_of


def test_every_role_and_action_has_words():
    assert set(ROLE_NAMES) == set(LEVELS) == ROLES
    assert set(WORDS) == set(ACTIONS)
    assert all(roles <= ROLES for roles in ACTIONS.values())


def test_a_ground_for_true_counts_can_be_given_to_whom_the_table_allows_them():
    assert set(detail.ROLES) == ACTIONS[DETAIL]


def test_a_level_follows_from_the_roles():
    assert level_of(frozenset({"raad", "manager"})) == Protection.INTERN
    assert level_of(frozenset({"raad", "regio", "functionaris"})) == Protection.OPENBAAR
    assert ACTIONS["bekijk_intern"] == INSIDE


def test_the_level_of_a_page_in_words():
    assert permit_table.level_words(page("Overzicht")) == permit_table.OWN
    assert permit_table.level_words(page("Vragen van de raad")) == "openbaar"
    assert permit_table.level_words(page("Detail per plek")) == "detail"


def test_who_may_in_words():
    assert permit_table.who(ROLES) == "iedereen met een rol"
    assert permit_table.who({"raad", "manager"}) == "manager, raadslid of griffie"
    assert all(permit_table.who(ACTIONS[rule.action]) for rule in PAGES)
