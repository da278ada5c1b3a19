"""Cells, findings and figures for tests: verwijzingen_sggz in Aldermeer, per year."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from voorkant.report.bands import Band
from voorkant.report.figure import Figure
from voorkant.report.rows import Cell, Finding, Happening, Header, Publication

HEADER = Header(
    slug="verwijzingen_sggz", title="Verwijzingen", definition="Het aantal verwijzingen.", ladder="uitkomst",
    better="lower", counts="verwijzingen", shape="count", numerator_text="verwijzingen",
    denominator_text="jeugdigen van 0 tot en met 17 jaar", unit_text="verwijzingen per 1.000 jeugdigen",
    source_text="Verwijzingen naar de jeugd-GGZ", query="select 1",
)  # fmt: skip
PUBLICATION = Publication("proef-1", "intern", 5, 3)


def cell(year: int, **given: Any) -> Cell:
    values: dict[str, Any] = {
        "indicator": HEADER.slug, "programme": "", "area": "GM9901", "period": str(year), "start": date(year, 1, 1),
        "end": date(year, 12, 31), "numerator": 33, "numerator_low": 32, "numerator_high": 34, "denominator": 7200,
        "value": 4.6, "low": 3.2, "high": 6.4, "range_low": None, "range_high": None, "status": "definitief",
        "reason": None,
    }  # fmt: skip
    return Cell(**values | given)


def hidden(year: int, *, bounds: bool = True, denominator: int = 7200, **given: Any) -> Cell:
    nothing = dict.fromkeys(("numerator", "numerator_low", "numerator_high", "value", "low", "high"))
    limits = {"numerator_low": 0, "numerator_high": 4, "range_low": 0.0, "range_high": 4000 / denominator}
    return cell(year, **nothing | {"reason": "klein", "denominator": denominator} | (limits if bounds else {}) | given)


def finding(*, broken: bool = False, old: Cell | None = None, **given: Any) -> Finding:
    """2025 beside a slightly higher 2024, or beside `old`; `given` is what is different about 2025."""
    new = cell(2025, **given)
    before = old or cell(2024, numerator=39, value=5.4, low=3.9, high=7.4)
    return Finding(new, before, new, broken=broken)


def figure(
    cells: Sequence[Cell], found: Finding | None, *, header: Header = HEADER, happenings: Sequence[Happening] = ()
) -> Figure:
    return Figure(header, "Aldermeer", cells, found, PUBLICATION, happenings)


def band(year: str, indicator: str, part: str, known: tuple[int | None, int, int], status: str = "definitief") -> Band:
    """`known`: the count, and what it can be."""
    days = date(int(year), 1, 1), date(int(year), 12, 31)
    return Band(year, "year", *days, indicator, part, *known, status, "klein" if known[0] is None else None)


def event(day: date, slug: str = "", *, breaks: bool = False) -> Happening:
    return Happening("Iets", day, None, "beleid", None, None, breaks=breaks, indicator=slug)
