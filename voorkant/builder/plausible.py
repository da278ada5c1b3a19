"""Plausibility: what in a delivery is so unlike the former one that someone has to say why it is right."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import fmean
from typing import Any

from voorkant.builder.compare import OLDEST, Comparison, Tally
from voorkant.domain.period import MONTHS
from voorkant.text import numbers, periods

FALL = 0.4
"""A month that keeps at most this share of its rows has fallen by 60% or more."""
RISE = 1.8
"""Rows that come on top of a complete month and make it this large: most likely the same ones under new numbers."""
ENOUGH = 10
"""Fewer rows in a month rise and fall by chance alone: of 10 expected, 4 or fewer come once in 35 times."""
REDELIVERED = 0.1
"""From this share of a month's rows on, a delivery holds the month again; below it are corrections of single rows."""
GONE, GONE_MONTHS = 8, 6
"""A practice with this many rows expected has none by chance once in 3,000 times. What is expected in new months is its
mean over this many before them: someone who stopped is not missed for a whole year."""
HUNDRED_TIMES = 50
"""From here on 100 times is nearer than 1: euros among eurocents, or the other way around."""
ENOUGH_AMOUNTS = 5
OUTSIDE = 0.05
"""More ages outside 0-23 than one in twenty, and twice the share of before, is a wrong column and no odd case."""
NEW_CODE = 5
"""A code that is new to a few rows is a rare one; from here on it was introduced, or misread."""
SHARE_ROWS, SHARE_MONTHS = 30, 6
"""A share over fewer rows, or a range over fewer months, says too little."""
SHARE_Z, SHARE_POINTS = 3.29, 0.05
"""Beyond the range by more than chance gives once in a thousand, and by five points at least: dozens are looked at."""

RULES = {
    "maand_gedaald": "Een maand heeft veel minder rijen dan eerder.",
    "maand_ontbreekt": "Een maand heeft geen enkele rij.",
    "maand_gestegen": "Een maand die compleet was, krijgt er veel rijen bij.",
    "plek_verdwenen": "Een praktijk, school of plek komt niet meer voor.",
    "bedrag_100_keer": "De bedragen zijn ongeveer 100 keer zo groot of zo klein als eerder.",
    "leeftijd_buiten": f"Veel leeftijden liggen buiten 0 tot en met {OLDEST} jaar.",
    "code_nieuw": "Een code komt voor het eerst voor.",
    "aandeel_anders": "Het aandeel van een code ligt buiten wat eerder voorkwam.",
}
"""Rule -> its sentence without any figure, as everyone may read it."""


@dataclass(frozen=True)
class Concern:
    """Something to confirm: one rule at one place."""

    kind: str
    rule: str
    place: str  # a month, practice or code; empty for the delivery as a whole
    old: float
    new: float
    text: str

    @property
    def id(self) -> str:
        return f"{self.kind}/{self.rule}/{self.place}"

    def told(self) -> dict[str, Any]:
        """For a report and for the history."""
        return {"id": self.id, "rule_text": RULES[self.rule], **asdict(self)}


def implausible(found: Comparison) -> list[Concern]:
    """All warnings about a delivery; none where nothing of its kind was delivered before."""
    core = _core(found)
    return [*_months(found, core), *_places(found, core), *_amounts(found), *_ages(found), *_codes(found, core)]


def _core(found: Comparison) -> list[str]:
    """The months that the delivery holds as a whole, in order and without gaps; late rows lie before them."""
    old = {month.code: month.old for month in found.months}
    if found.replaces == "periode":
        whole = found.delivered
    else:
        newest = max((code for code, count in old.items() if count), default="")
        whole = [month.code for month in found.months if month.new
                 and (month.code > newest or month.known >= REDELIVERED * month.old > 0)]  # fmt: skip
    return _between(whole[0], whole[-1]) if whole else []


def _between(first: str, last: str) -> list[str]:
    begin, end = _index(first), _index(last)
    return [_code(index) for index in range(begin, end + 1)]


def _index(code: str) -> int:
    return int(code[:4]) * MONTHS + int(code[5:]) - 1


def _code(index: int) -> str:
    return f"{index // MONTHS}-{index % MONTHS + 1:02d}"


def _months(found: Comparison, core: Sequence[str]) -> Iterator[Concern]:
    kind = found.source.slug
    old = {month.code: month.old for month in found.months if month.old}
    new = {month.code: month.new for month in found.months if month.new}
    for code in core:
        usual, count, when = _usual(code, old, new), new.get(code, 0), periods.period(code)
        if usual < ENOUGH or count > FALL * usual:
            continue
        was = f"eerder {'waren het er' if code in old else 'was het gemiddeld'} {numbers.number(round(usual))}"
        if count:
            text = f"{when}: {_rows(count)}; {was}."
            yield Concern(kind, "maand_gedaald", code, round(usual), count, text)
        else:
            yield Concern(kind, "maand_ontbreekt", code, round(usual), 0, f"{when}: geen enkele rij; {was}.")
    yield from _risen(found)


def _risen(found: Comparison) -> Iterator[Concern]:
    until = found.until.strftime("%Y-%m") if found.until and found.replaces == "sleutel" else ""
    for month in found.months:
        total = month.old + month.new - month.known
        if month.old >= ENOUGH and month.code <= until and total >= RISE * month.old:
            text = f"{periods.period(month.code)}: {_rows(month.old)} worden er {numbers.number(total)}."
            yield Concern(found.source.slug, "maand_gestegen", month.code, month.old, total, text)


def _usual(code: str, old: Mapping[str, int], new: Mapping[str, int]) -> float:
    """What a month held before; a new one: the mean of the twelve before it, or its own month a year ago if lower.

    So a summer without school is not missed every year again.
    """
    if code in old:
        return old[code]
    all_known = {**new, **old}
    first, year_ago = min(all_known), _code(_index(code) - MONTHS)
    before = [all_known.get(other, 0) for other in _before(code) if other >= first]
    if not before:
        return 0
    complete = first <= year_ago
    return min(fmean(before), all_known.get(year_ago, 0)) if complete else fmean(before)


def _before(code: str) -> list[str]:
    return [_code(_index(code) - back) for back in range(1, MONTHS + 1)]


def _rows(count: int) -> str:
    return "1 rij" if count == 1 else f"{numbers.number(count)} rijen"


def _expected(tally: Tally, core: Sequence[str], known: Sequence[str]) -> float:
    """The rows that a place had in the months of the core; for new months its mean over those just before."""
    again = sum(tally.old.get(code, 0) for code in core)
    fresh = [code for code in core if code not in known]
    if not fresh:
        return again
    before = [code for code in _before(fresh[0])[:GONE_MONTHS] if code in known]
    return again + len(fresh) * (fmean(tally.old.get(code, 0) for code in before) if before else 0)


def _places(found: Comparison, core: Sequence[str]) -> Iterator[Concern]:
    known = [month.code for month in found.months if month.old]
    for tally in found.tallies:
        if tally.feature != found.source.delivery.location or any(code in tally.new for code in core):
            continue
        expected = _expected(tally, core, known)
        if expected >= GONE:
            text = f"{tally.value}: geen enkele rij; eerder waren het er {numbers.number(round(expected))}."
            yield Concern(found.source.slug, "plek_verdwenen", tally.value, round(expected), 0, text)


def _amounts(found: Comparison) -> Iterator[Concern]:
    middle = found.middle
    if not middle or not middle.old_amount or not middle.new_amount:
        return
    if min(middle.old_amounts, middle.new_amounts) < ENOUGH_AMOUNTS:
        return
    ratio = middle.new_amount / middle.old_amount
    if ratio >= HUNDRED_TIMES or ratio <= 1 / HUNDRED_TIMES:
        old, new = round(middle.old_amount, 2), round(middle.new_amount, 2)
        text = f"Het middelste bedrag is {numbers.rate(new)} euro; eerder was het {numbers.rate(old)} euro."
        yield Concern(found.source.slug, "bedrag_100_keer", "", old, new, text)


def _ages(found: Comparison) -> Iterator[Concern]:
    middle = found.middle
    if not middle or not middle.new_ages or middle.new_outside < ENOUGH_AMOUNTS:
        return
    share = middle.new_outside / middle.new_ages
    before = middle.old_outside / middle.old_ages if middle.old_ages else 0.0
    if share >= max(OUTSIDE, 2 * before):
        old, new = round(100 * before), round(100 * share)
        text = f"{new}% van de leeftijden ligt buiten 0 tot en met {OLDEST} jaar; eerder was dat {old}%."
        yield Concern(found.source.slug, "leeftijd_buiten", "", old, new, text)


def _codes(found: Comparison, core: Sequence[str]) -> Iterator[Concern]:
    features: dict[str, list[Tally]] = {}
    for tally in found.tallies:
        if tally.feature != found.source.delivery.location:
            features.setdefault(tally.feature, []).append(tally)
    for tallies in features.values():
        delivered = any(tally.old for tally in tallies)  # a column that is new as a whole says nothing of its codes
        for tally in tallies if delivered else ():
            count = sum(tally.new.values())
            if not tally.old and count >= NEW_CODE:
                text = f"{tally.value} ({tally.feature}): {_rows(count)}; eerder geen."
                yield Concern(found.source.slug, "code_nieuw", f"{tally.feature} {tally.value}", 0, count, text)
        yield from _shares(found, core, tallies)


def _shares(found: Comparison, core: Sequence[str], tallies: Sequence[Tally]) -> Iterator[Concern]:
    """Over the whole core, against the lowest and highest month among the twelve before it and the core as it was."""
    total = sum(tally.new.get(code, 0) for tally in tallies for code in core)
    if total < SHARE_ROWS:
        return
    sizes = {code: sum(tally.old.get(code, 0) for tally in tallies) for code in {*_before(core[0]), *core}}
    full = [code for code, size in sizes.items() if size >= ENOUGH]
    if len(full) < SHARE_MONTHS:
        return
    for tally in (tally for tally in tallies if tally.old):
        shares = [tally.old.get(code, 0) / sizes[code] for code in full]
        share = sum(tally.new.get(code, 0) for code in core) / total
        low, high = _widened(min(shares), total, side=-1), _widened(max(shares), total, side=1)
        if not low <= share <= high:
            nearest = min(shares) if share < low else max(shares)
            text = (f"{tally.value} ({tally.feature}): {round(100 * share)}% van de rijen; in de twaalf maanden ervoor "
                    f"{round(100 * min(shares))}% tot {round(100 * max(shares))}%.")  # fmt: skip
            place = f"{tally.feature} {tally.value}"
            yield Concern(found.source.slug, "aandeel_anders", place, round(100 * nearest), round(100 * share), text)


def _widened(bound: float, total: int, *, side: int) -> float:
    return bound + side * max(SHARE_POINTS, SHARE_Z * math.sqrt(bound * (1 - bound) / total))
