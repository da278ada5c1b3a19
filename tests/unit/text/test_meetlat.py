"""Words of the meetlat."""

from voorkant.declare.meetlatfile import STATUSES
from voorkant.text.meetlat import STATUS, standing


def test_every_status_has_a_sign_and_a_word():
    assert tuple(STATUS) == STATUSES
    assert len({sign for sign, _ in STATUS.values()}) == len(STATUS)


def test_the_standing_names_what_there_is():
    assert (
        standing(["gehaald", "op_weg", "op_weg", "niet_gemeten"])
        == "1 van 4 stappen gehaald, 2 op weg, 1 niet gemeten."
    )
    assert standing(["gehaald"]) == "1 van 1 stappen gehaald."
