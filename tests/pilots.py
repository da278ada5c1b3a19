"""Pilots in a small publication: one with a fall, one that is refused, one before its first moment, and a draft."""

from collections.abc import Iterator
from typing import Any

FALL, REFUSED, YOUNG, DRAFT, ELSEWHERE = "ojg-proef", "scholen-proef", "ojg-jong", "ojg-concept", "ojg-elders"
QUESTIONS = {
    FALL: "Wordt er minder verwezen met een OJG?", REFUSED: "Helpt jeugdhulp op school?",
    YOUNG: "Werkt het ook hier?", DRAFT: "Werkt het straks?", ELSEWHERE: "Werkt het in Beekerwoude?",
}  # fmt: skip
STATES = {YOUNG: "vastgelegd", DRAFT: "concept"}
WHERE = {ELSEWHERE: "GM9902"}
Row = tuple[Any, ...]


def declared(scope: str) -> list[Row]:
    """The rows of `pilot` in a cube."""
    return [
        (number, slug, f"Pilot {slug}", question, "ojg", "school" if slug == REFUSED else "praktijk", "not_yet",
         "verwijzingen_sggz_huisarts", 0.8, "2019-01", "2026-12", "2024-06,2025-06" if slug != YOUNG else "2026-06",
         WHERE.get(slug, "GM9901"), "", "crisis,terugkomst" if slug == FALL else "", 180000 if slug == FALL else None,
         STATES.get(slug, "niet_vastgelegd"), f"kenmerk-{number}")
        for number, (slug, question) in enumerate(QUESTIONS.items(), 1)
        if scope in ("regio", WHERE.get(slug, "GM9901"))
    ]  # fmt: skip


def estimates(scope: str) -> list[Row]:
    """The rows of `estimate` in a cube."""
    made = {FALL: fall, REFUSED: refused, YOUNG: young, DRAFT: draft, ELSEWHERE: fall}
    return [(pilot[0], *row) for pilot in declared(scope) for row in made[pilot[1]]()]


def fall() -> Iterator[Row]:
    for moment in ("2024-06", "2025-06"):
        yield moment, "", "oordeel", None, None, None, "aantoonbare_daling"
        yield from figures(moment)
    yield from figures("nu")
    yield "2025-06", "verwijzingen_sggz", "ook_titel", None, None, None, "Alle verwijzingen"
    yield "2025-06", "verwijzingen_sggz", "ook_bekeken", 0.95, 0.80, 1.12, "geen_verschil"
    for code, shared, judged in (("01990001", 1.0, "-1"), ("01990002", 2.0, "0"), ("01990004", 2.0, "0")):
        yield "nu", code, "klasse", shared, None, None, judged
    yield "nu", "crisis", "let_op", 8.4, 5.1, None, "ongunstig"
    yield "nu", "terugkomst", "let_op", None, None, None, "niet_gekoppeld"
    yield from points()
    yield "", "gezien", "plan", 0.26, None, None, None
    yield "", "", "plan_genoeg_nu", None, None, None, "2025-10"


def figures(moment: str) -> Iterator[Row]:
    yield moment, "", "cijfers_tot", None, None, None, moment if moment != "nu" else "2025-10"
    yield moment, "", "eenheden", 28.0, 17.0, 27.0, "vergelijking"
    yield moment, "", "eerste_start", None, None, None, "2019-03"
    yield moment, "", "kleinste_daling", 0.26, None, None, None
    yield moment, "", "uren", 12.5, None, None, None
    yield moment, "", "trendverschil", 0.09, None, None, None
    yield moment, "", "waargenomen", 501.0, 500.0, 502.0, None
    yield moment, "", "verwacht", 720.0, 597.0, 873.0, "stap 3"
    yield moment, "", "verhouding", 0.70, 0.57, 0.84, None
    yield moment, "", "toeval", None, None, None, "tot_alpha"
    yield moment, "", "een_eruit", None, 0.68, 0.76, None
    yield moment, "maanden_ervoor", "controle", 14.0, None, None, "goed"
    yield moment, "een_eenheid_weg", "controle", None, None, None, "goed"
    yield moment, "start_een_jaar_eerder", "controle", None, None, None, "niet_te_bepalen"
    yield moment, "piek_vooraf", "controle", None, None, None, "let_op"
    if moment == "nu":
        yield moment, "uitrol_anders", "controle", 1.0, None, None, "let_op"


def points() -> Iterator[Row]:
    spans = ["2024-01..2024-06", "2024-07..2024-09", "2024-10..2025-03", "2025-04..2025-10"]
    for place, span in enumerate(spans):
        yield "nu", span, "reeks_waargenomen", 30.0 + 3 * place, 29.0, 31.0, None
        yield "nu", span, "reeks_verwacht", 40.0 + 3 * place, 30.0, 57.0, None
    for first, last in ((-2, -1), (0, 0), (1, 1), (2, 4)):
        yield "nu", f"{first}..{last}", "sinds_start", 0.8, 0.4, 1.3, None


def refused() -> Iterator[Row]:
    for moment in ("2024-06", "nu"):
        if moment != "nu":
            yield moment, "", "oordeel", None, None, None, "geen_uitspraak"
        yield moment, "", "cijfers_tot", None, None, None, "2024-06" if moment != "nu" else "2025-10"
        yield moment, "", "eenheden", 14.0, 6.0, 8.0, "vergelijking"
        yield moment, "", "weigering", 14.0, 0.0, None, "registratiebreuk"
        yield moment, "", "weigering", 4.0, 6.0, 2.0, "te_kort_erna"
        yield moment, "2021-01-01", "breuk", None, None, None, "Andere telling <van> verwijzingen"
        yield moment, "", "antwoord", None, None, None, "2026-01"
        yield moment, "registratie_stil", "controle", None, None, None, "let_op"


def young() -> Iterator[Row]:
    yield from (row for row in figures("nu") if row[1] != "uitrol_anders")
    yield "", "", "plan_genoeg", None, None, None, "2026-03"


def draft() -> Iterator[Row]:
    yield "", "zoals_gepland", "plan", 0.29, None, None, None
    yield "", "jaar_langer", "plan", 0.25, None, None, None
    yield "", "helft_meer_eenheden", "plan", 0.24, None, None, None
    yield "", "", "plan_genoeg", None, None, None, "2027-03"
