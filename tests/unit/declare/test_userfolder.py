"""Folders of users: of one person each, whatever they are called, and nothing lost that was kept by a name alone."""

import pytest

from voorkant.declare.keptfile import Shelf
from voorkant.declare.userfolder import Folders, Owner, named
from voorkant.domain.problem import Problem

ANNA, OTHER = Owner("Anna Bakker", "https://op.nl 1"), Owner("Anna Bakker", "https://op.nl 2")


@pytest.fixture
def folders(tmp_path):
    return Folders(tmp_path / "drafts")


def put(folder, name="brief"):
    Shelf(folder).write(name, {"title": name})


def kept(folder):
    return [path.stem for path in Shelf(folder).paths()]


def test_two_of_one_name_share_nothing(folders):
    put(folders.write(ANNA))
    assert kept(folders.read(ANNA)) == ["brief"]
    assert kept(folders.read(OTHER)) == []
    assert folders.write(ANNA) != folders.write(OTHER)


def test_who_gets_another_name_keeps_what_is_theirs(folders):
    put(folders.write(ANNA))
    assert kept(folders.read(Owner("Anna de Vries", ANNA.subject))) == ["brief"]
    assert folders.write(Owner("Anna de Vries", ANNA.subject)) == folders.read(ANNA)


def test_what_was_kept_by_a_name_is_there_for_each_of_that_name(folders):
    before = folders.write(Owner(ANNA.name))
    put(before)
    for owner in (ANNA, OTHER):
        assert kept(folders.read(owner)) == ["brief"]
        put(folders.write(owner), "nieuw")
        assert kept(folders.read(owner)) == ["brief", "nieuw"]
    assert kept(before) == ["brief"]
    assert kept(folders.read(Owner("Bram", "https://op.nl 3"))) == []


def test_a_copy_that_was_broken_off_is_made_whole(folders):
    put(folders.write(Owner(ANNA.name)))
    own = folders._own(ANNA)
    put(own.with_name(f".{own.name}"), "half")
    assert kept(folders.read(ANNA)) == ["brief"]
    assert "brief" in kept(folders.write(ANNA))


def test_a_name_or_a_folder_is_enough_where_it_is_one_person(folders):
    put(folders.write(Owner(ANNA.name)))
    assert kept(folders.of_name("Anna Bakker")) == ["brief"]
    put(folders.write(ANNA), "nieuw")
    assert kept(folders.of_name("Anna Bakker")) == ["brief", "nieuw"]
    put(folders.write(OTHER), "ander")
    with pytest.raises(Problem, match=r"2 gebruikers die 'Anna Bakker' heten.*anna-bakker\.[0-9a-f]{32}, anna-bakker"):
        folders.of_name("Anna Bakker")
    assert kept(folders.of_name(folders.read(OTHER).name)) == ["ander", "brief"]
    assert kept(folders.of_name("Bram")) == []


def test_a_name_that_is_all_letters_is_not_taken_for_the_folder_of_before(folders):
    put(folders.write(Owner("anna")))
    put(folders.write(Owner("anna", "iss 1")), "nieuw")
    assert kept(folders.of_name("anna")) == ["brief", "nieuw"]


def test_a_name_never_leads_out_of_the_folder(folders):
    names = ("../../etc", "etc", "..", "/", "gebruiker", "*", "[a-z]")
    for found in (list(map(folders.of_name, names)), [folders.write(Owner(name, "iss 1")) for name in names]):
        assert {folder.parent for folder in found} == {folders.parent}
    assert len({named(name) for name in names}) == len(names)  # nor to those of another
