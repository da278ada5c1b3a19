"""What a memo of a gemeente can hold, from its public figures: measures, periods, pilots, questions and stories."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from voorkant.declare.home import find_home
from voorkant.declare.memofile import ORDERS, Draft
from voorkant.declare.storyfile import TELLERS, read_stories
from voorkant.domain.period import PeriodType
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.text import periods
from voorkant.ui import cache
from voorkant.ui.choices import Offer
from voorkant.ui.questions import keeping as questions

KINDS = (PeriodType.YEAR, PeriodType.HALF, PeriodType.QUARTER, PeriodType.SCHOOLYEAR)
FIRST_MEASURES, FIRST_PERIODS = 2, 8
HALF_YEARLY = "halfjaar"
NOTHING = (
    "Van deze gemeente is nog geen cijfer te tonen om over te schrijven: er is niets gepubliceerd, of elk aantal is "
    "te klein."
)


def measures(gemeente: str) -> dict[str, str]:
    """`programma:maat` -> its words; those of programmes that work here first."""
    return {_key(row): _words(row) for row in _rows(gemeente)}


def _rows(gemeente: str) -> list[dict[str, Any]]:
    return Offer(gemeente, Protection.OPENBAAR).indicators


def _key(row: dict[str, Any]) -> str:
    return f"{row['programme']}:{row['indicator']}"


def _words(row: dict[str, Any]) -> str:
    return f"{row['title']} ({row['programme_title']})" if row["programme"] else str(row["title"])


def spans(gemeente: str, kind: str) -> dict[str, str]:
    """The periods of a kind in which there are figures of the gemeente as a whole, the newest first."""
    found = cache.rows(gemeente, Protection.OPENBAAR, "memo_periods", area=gemeente, type=kind).named()
    return {row["code"]: periods.period(row["code"]) for row in found}


def pilots(gemeente: str) -> dict[str, str]:
    found = cache.rows(gemeente, Protection.OPENBAAR, "options_pilots").named()
    return {row["slug"]: row["title"] for row in found}


def asked(gemeente: str) -> dict[str, str]:
    return {slug: item.title for slug, item in questions.here(gemeente).items()}


def stories(gemeente: str) -> dict[str, str]:
    """Those that may go outside, by whose they are and how they begin."""
    found = [item for item in read_stories(find_home()) if item.gemeente == gemeente and item.public]
    return {
        item.id: f"{TELLERS[item.teller].capitalize()}, {periods.day(item.told)}: {item.text[:40]}" for item in found
    }


def first(gemeente: str, title: str, kind: str) -> Draft:
    """A new draft with what is most asked for: two measures of each side, all pilots, the newest year."""
    rows = _rows(gemeente)
    sides = [[_key(row) for row in rows if row["ladder"] == side and row["is_here"]] for side in ("inzet", "uitkomst")]
    taken = [key for side in sides for key in side[:FIRST_MEASURES]]
    codes = list(spans(gemeente, PeriodType.HALF if kind == HALF_YEARLY else PeriodType.YEAR))
    if not (rows and codes):
        raise Problem(NOTHING)
    return Draft(
        name="", title=" ".join(title.split()), kind=kind, gemeente=gemeente, period=codes[0],
        since=codes[:FIRST_PERIODS][-1], measures=tuple(taken), pilots=tuple(pilots(gemeente)),
        order=ORDERS[kind],
    )  # fmt: skip


def next_one(draft: Draft) -> Draft:
    """A copy for the period after it where there are figures of that, else for the newest."""
    codes: Sequence[str] = list(spans(draft.gemeente, draft.asked.type))
    later = [code for code in codes if code > draft.period]
    period = later[-1] if later else (codes[0] if codes else draft.period)
    return replace(draft, name="", title=f"{draft.title} ({periods.period(period)})", period=period, concept=True)
