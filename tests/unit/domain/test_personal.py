"""What may not stand in a reason: contact details and numbers of persons; codes of practices may."""

import pytest

from voorkant.domain.personal import holds_personal, objection


@pytest.mark.parametrize(
    "text",
    ["mail jan@voorbeeld.nl even", "bel 06-12345678.", "bel 06 12 34 56 78 maar", "op NL91 ABNA 0417 1643 00",
     "nummer 111222333", "nummer 1112.22.333", "(0512-123456)"],
)  # fmt: skip
def test_personal(text: str) -> None:
    assert holds_personal(text)


@pytest.mark.parametrize(
    "text",
    ["Praktijk 01990106 is gestopt op 1-3-2025.", "Praktijk 01000006 stopt.", "In 2024 waren het er 12.345.",
     "De praktijk is in Q3 gestopt; 111222334 is geen nummer."],
)  # fmt: skip
def test_not_personal(text: str) -> None:
    assert not holds_personal(text)


def test_an_objection_says_what_to_do() -> None:
    assert objection("Vakantie.") == ""
    assert "Vul" in objection(" \n")
    assert "Kort" in objection("a" * 501)
    assert "zonder gegevens van een persoon" in objection("06-12345678")
