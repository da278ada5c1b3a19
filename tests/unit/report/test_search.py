"""Looking something up by a word."""

from voorkant.report.search import MOST, Hits, Thing, find

THINGS = [
    Thing("Cijfers", "Verwijzingen door de huisarts", "verwijzingen_sggz_huisarts", "/a"),
    Thing("Cijfers", "Afgesloten zonder verwijzing", "Een traject zonder verwijzingen.", "/b"),
    Thing("Wijken", "Ruïne-Oost", "WK990101", "/c"),
]


def names(wanted):
    return [(hits.kind, [thing.name for thing in hits.things]) for hits in find(THINGS, wanted)]


def test_every_word_must_be_there_and_the_name_comes_first():
    assert names("verwijzing") == [("Cijfers", ["Verwijzingen door de huisarts", "Afgesloten zonder verwijzing"])]
    assert names("verwijzingen traject") == [("Cijfers", ["Afgesloten zonder verwijzing"])]
    assert names("huisarts wijk") == []
    swapped = find([THINGS[1], THINGS[0]], "verwijzingen")
    assert [thing.address for thing in swapped[0].things] == ["/a", "/b"]


def test_accents_and_case_do_not_matter_and_codes_are_words():
    assert names("RUINE") == names("wk990101") == [("Wijken", ["Ruïne-Oost"])]


def test_one_letter_finds_nothing_and_many_are_counted():
    assert names("v") == names("  ") == []
    many = [Thing("Wijken", f"Wijk {number}", "", "/") for number in range(MOST + 3)]
    [found] = find(many, "wijk")
    assert found == Hits("Wijken", tuple(many[:MOST]), 3)
    assert find(many, "x" * 10_000) == []
