"""What a memo says follows from the publication; what its author changed is named, and not kept at other figures."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.report.memo.conftest import DRAFT
from voorkant.charts.description import Description
from voorkant.declare.memofile import ORDERS
from voorkant.declare.storyfile import Story, keep
from voorkant.domain.problem import Problem
from voorkant.report.memo.make import _grid, make, stale
from voorkant.report.memo.parts import digest


def texts(memo, key):
    [section] = [section for section in memo.sections if section.key == key]
    return [block.text for block in section.blocks if hasattr(block, "text")]


def test_parts_stand_in_the_chosen_order_and_empty_ones_not(memo):
    keys = [section.key for section in memo.sections]
    assert keys == [key for key in DRAFT.order if key in keys]
    assert {"verhalen"} == set(DRAFT.order) - set(keys)


def test_verdicts_are_verbatim_and_cannot_be_edited(memo):
    told = texts(memo, "pilots")
    assert "Oordeel: Aantoonbare daling." in told
    assert "Oordeel: Nog geen uitspraak mogelijk." in told
    assert any("Dit bewijst niet dat" in line for line in told)
    assert all(words.fixed for section, words in memo.words if section.key == "pilots")
    assert texts(memo, "nodig")


def test_process_is_no_outcome(memo):
    assert texts(memo, "inzet")[0].endswith("Daaruit volgt nog niet of er minder verwijzingen zijn.")
    assert "Contacten van het programma" in texts(memo, "inzet")
    assert "Contacten van het programma" not in texts(memo, "uitkomst")


def test_every_picture_has_its_table_its_source_and_a_number(memo):
    assert [shown.number for shown in memo.pictures] == list(range(1, len(memo.pictures) + 1))
    assert [grid.number for grid in memo.grids] == list(range(1, len(memo.grids) + 1))
    assert {grid.of for grid in memo.grids} >= {shown.number for shown in memo.pictures}
    [sources] = [grid for grid in memo.grids if grid.caption == "Bronnen van de figuren"]
    told = {number: line for numbers, *line in sources.lines for number in numbers.split(", ")}
    assert [*sorted(told, key=int)] == [str(shown.number) for shown in memo.pictures]
    for shown in memo.pictures:
        about = shown.picture
        assert told[str(shown.number)] == [about.source, about.period, about.status, about.suppression]
    assert len({tuple(line[1:]) for line in sources.lines}) == len(sources.lines)  # no line twice


def test_what_was_written_by_hand_is_named(ask, draft, memo):
    proposal = next(words for _, words in memo.words if words.key == ":verwijzingen_sggz").proposal
    first, _ = proposal.split(". ", 1)
    changed = draft.with_text(":verwijzingen_sggz", f"{first}. Dat is opvallend.", digest(proposal))
    told = texts(make(ask, changed), "verantwoording")
    assert "Wat er verandert: ‘Dat is opvallend.’" in told
    assert "Vervolg: ‘Het college komt hierop terug.’" in told
    left_out = draft.with_text(":verwijzingen_sggz", f"{first}.", digest(proposal))
    assert "Wat er verandert: een voorgestelde zin is weggelaten." in texts(make(ask, left_out), "verantwoording")
    plain = make(ask, replace(draft, texts=()))
    assert any("niets met de hand veranderd" in line for line in texts(plain, "verantwoording"))


def test_words_about_other_figures_are_not_taken_over(ask, draft):
    old = draft.with_text("ojg:contacten", "Het waren er 12.", digest("wat er toen stond"))
    made = make(ask, old)
    assert [words.stale for words in stale(made)] == ["Het waren er 12."]
    assert "Het waren er 12." not in texts(made, "inzet")


def test_the_code_stands_for_every_word_and_figure(ask, draft, memo):
    assert make(ask, draft) == memo
    assert make(ask, replace(draft, title="Anders")).about.code != memo.about.code
    linked = make(ask, draft, link="https://voorkant.example/{code}")
    assert linked.about.code == memo.about.code
    assert linked.about.link.endswith(memo.about.code)


def test_what_is_gone_is_said(ask, draft):
    made = make(ask, replace(draft, measures=(":weg", *draft.measures), questions=("weg",), stories=("weg-1",),
                              pilots=("weg",)))  # fmt: skip
    assert any("kent de maat ‘weg’ niet" in line for line in texts(made, "uitkomst"))
    gone = [line.partition("weggelaten: ")[2] for line in texts(made, "verantwoording") if "weggelaten" in line]
    assert gone == ["de vraag ‘weg’.", "een verhaal."]
    assert texts(made, "pilots")[1].startswith("Van deze pilot is")


def test_a_period_without_figures_is_refused_or_said(ask, draft):
    with pytest.raises(Problem, match="niets gepubliceerd voor Aldermeer"):
        make(ask, replace(draft, period="2019", since="", pilots=(), questions=()))
    later = make(ask, replace(draft, period="2027"))
    assert any("Over 2027 is hier nog geen cijfer" in line for line in texts(later, "inzet"))


def test_stories_only_when_ticked_and_public(ask, place, draft):
    told = Story(
        id="", text="Het hielp ons.", teller="ouder", told=date(2025, 3, 1), consent="Mag.", gemeente="GM9901",
        pin="figuur", pinned="contacten", public=True, who="A", day="2025-03-02",
    )  # fmt: skip
    name = keep(place, told)
    hidden = keep(place, replace(told, text="Niet voor buiten.", public=False))
    made = make(ask, replace(draft, stories=(name, hidden)))
    assert texts(made, "verhalen")[1] == "Het hielp ons.\nEen ouder, 1 maart 2025"
    assert "Niet voor buiten." not in repr(made)
    assert "verhalen" not in {section.key for section in make(ask, draft).sections}


@pytest.mark.parametrize("kind", ORDERS)
def test_each_kind_can_be_made(ask, draft, kind):
    made = make(ask, replace(draft, kind=kind, order=ORDERS[kind]))
    assert made.sections[0].key == ORDERS[kind][0]


def test_a_column_with_nothing_in_it_takes_no_room(memo):
    shown = next(item for item in memo.pictures if isinstance(item.picture, Description))
    bare = tuple(replace(point, numerator="", denominator="") for point in shown.picture.series[0].points)
    series = (replace(shown.picture.series[0], points=bare),)
    made = _grid(replace(shown, picture=replace(shown.picture, series=series)))
    assert [header.split()[0] for header in made.headers] == ["Periode", "Waarde", "Status"]
    assert [len(line) for line in made.lines] == [3] * len(bare)
