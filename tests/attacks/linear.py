"""The attacker's own equations over what was seen, and the least and most that each count can then be.

Nothing here is shared with the audit: other code, other order, one plain dictionary of cells.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from tests.attacks.seen import Key, Seen

PARTS_OF = {
    "verwijzingen_sggz_huisarts": "verwijzingen_sggz", "bereikte_jeugdigen": "contacten",
    "verwijzingen_sggz_jeugdigen": "verwijzingen_sggz", "wachttijd": "verwijzingen_sggz",
    "tijd_tot_verwijzing": "contacten", "vervolg": "contacten", "hulp_na_vervolg": "vervolg",
}  # fmt: skip
GROUPS_OF = {
    "terugkomst": ("zonder_verwijzing", "contacten"), "doel_behaald": ("zonder_verwijzing", "contacten"),
    "zonder_verwijzing": ("contacten",), "weinig_betrokkenen": ("bereikte_gezinnen",),
}  # fmt: skip
"""Where hits and rest of a share are counted too."""
GROUP_OF = {"vervolg": "zonder_verwijzing", "hulp_na_vervolg": "terugkomst"}
"""Counts of all that is in the group of a share."""
MANY = frozenset({"hulpvraag"})
"""Splits of which one row can have more values."""
FAR = 1e5
VERVOLG = ("zonder_verwijzing", "specialistisch", "andere_hulp", "onbekend")


class Attack:
    """Cells as variables 0..n-1; for shares the rest of the group as a second one."""

    def __init__(self, seen: dict[Key, Seen]) -> None:
        self.keys = sorted(seen)
        self.seen = seen
        self.number = {key: place for place, key in enumerate(self.keys)}
        shares = [key for key in self.keys if seen[key].shape == "share"]
        self.rest = {key: len(self.keys) + place for place, key in enumerate(shares)}
        size = len(self.keys) + len(shares)
        self.low, self.high = np.zeros(size), np.full(size, FAR)
        for key, place in self.number.items():
            self.low[place], self.high[place] = seen[key].low, min(seen[key].high, FAR)
        self.rows: list[tuple[dict[int, float], float, float]] = []
        self._within_cells()
        self._over_time()
        self._over_areas_and_splits()
        self._after_closing()
        self.narrow()

    def _within_cells(self) -> None:
        for key, rest in self.rest.items():
            cell = self.seen[key]
            self.low[rest] = self.low[self.number[key]] and 5 if cell.shown else 0
            if cell.group:
                self.rows.append(({self.number[key]: 1, rest: 1}, *cell.group))
            for other in (replace(key, indicator=slug) for slug in GROUPS_OF.get(key.indicator, ())):
                if other in self.number:
                    around = {self.number[other]: 1.0} | ({self.rest[other]: 1.0} if other in self.rest else {})
                    self.rows.append((around | {self.number[key]: -1.0, rest: -1.0}, 0, FAR))
        for key in self.keys:
            whole = PARTS_OF.get(key.indicator)
            other = self.number.get(replace(key, indicator=whole)) if whole else None
            if other is not None:
                self.rows.append(({other: 1, self.number[key]: -1}, 0, FAR))
            if key.indicator == "verwijzingen_sggz_huisarts" and not key.dimension:
                same = replace(key, indicator="verwijzingen_sggz", dimension="verwijzer", split="huisarts")
                if same in self.number:
                    self.rows.append(({self.number[same]: 1, self.number[key]: -1}, 0, 0))

    def _after_closing(self) -> None:
        """Who was closed without a referral, and who got help after it, are hits of shares too."""
        values: dict[Key, list[tuple[str, int]]] = defaultdict(list)
        for key in self.keys:
            share = replace(key, indicator=GROUP_OF.get(key.indicator, ""))
            if share in self.rest:
                group = {self.number[share]: 1.0, self.rest[share]: 1.0, self.number[key]: -1.0}
                self.rows.append((group, 0, 0))
            if key.dimension in ("vervolg", "hulp"):
                values[replace(key, dimension="", split="")].append((key.split, self.number[key]))
        for key, own in values.items():
            share = replace(key, indicator=GROUP_OF[key.indicator])
            if share in self.number:
                hits = {number: -1.0 for name, number in own if name == "zonder_verwijzing" or ":hulp_" in name}
                self.rows.append(({self.number[share]: 1.0} | hits, 0, 0))
            for wider, name in ((key, name) for name in VERVOLG if key.indicator == "hulp_na_vervolg"):
                whole = replace(wider, indicator="vervolg", dimension="vervolg", split=name)
                part = {number: -1.0 for value, number in own if value.startswith(f"{name}:")}
                if whole in self.number and part:
                    self.rows.append(({self.number[whole]: 1.0} | part, 0, FAR))

    def _over_time(self) -> None:
        series: dict[Key, list[Key]] = defaultdict(list)
        for key in self.keys:
            series[replace(key, period="")].append(key)
        for cells in series.values():
            for whole in cells:
                own = self.seen[whole]
                inside = [key for key in cells if key != whole and own.first <= self.seen[key].first
                          and self.seen[key].last <= own.last and self._length(key) < self._length(whole)]  # fmt: skip
                for length in {self._length(key) for key in inside}:
                    parts = [key for key in inside if self._length(key) == length and "/" not in key.period]
                    if parts:
                        self._whole(whole, parts, closed=len(parts) * length == self._length(whole))

    def _length(self, key: Key) -> int:
        return self.seen[key].last - self.seen[key].first + 1

    def _over_areas_and_splits(self) -> None:
        below: dict[tuple, list[Key]] = defaultdict(list)
        splits: dict[Key, list[Key]] = defaultdict(list)
        for key in self.keys:
            level = self.seen[key].level
            if level == "gemeente":
                below[replace(key, area="RG01"), level].append(key)
            elif level == "wijk":
                below[replace(key, area=f"GM{key.area[2:6]}"), level].append(key)
            if key.dimension:
                splits[replace(key, dimension="", split=""), key.dimension].append(key)
        for (whole, level), parts in below.items():
            if whole in self.number:
                self._whole(whole, parts, closed=level == "gemeente")
        for (whole, dimension), parts in splits.items():
            if whole in self.number:
                self._whole(whole, parts, closed=True, disjoint=dimension not in MANY)

    def _whole(self, whole: Key, parts: list[Key], *, closed: bool, disjoint: bool = True) -> None:
        """Rows add up to their whole; unique people are at most their sum, and at least each part."""
        for number in (self.number, self.rest):
            if whole not in number:
                continue
            known = [number[part] for part in parts if part in number]
            terms = {number[whole]: 1.0} | dict.fromkeys(known, -1.0)
            additive = disjoint and not self.seen[whole].people
            if additive or closed:
                self.rows.append((terms, 0 if additive else -FAR, 0 if closed else FAR))
            if not additive:
                self.rows += [({number[whole]: 1.0, part: -1.0}, 0, FAR) for part in known]

    def narrow(self) -> None:
        entries = [(row, column, weight) for row, (terms, _, _) in enumerate(self.rows)
                   for column, weight in terms.items()]  # fmt: skip
        row, column, weight = (np.array(part) for part in zip(*entries, strict=True))
        least, most = (np.array([item[side] for item in self.rows]) for side in (1, 2))
        self.matrix = sparse.csr_matrix((weight, (row, column)), shape=(len(self.rows), len(self.low)))
        self.least, self.most = least, most
        for _ in range(40):
            down = np.where(weight > 0, weight * self.low[column], weight * self.high[column])
            up = np.where(weight > 0, weight * self.high[column], weight * self.low[column])
            room_up = most[row] - np.bincount(row, down, len(most))[row] + down
            room_down = least[row] - np.bincount(row, up, len(most))[row] + up
            high = np.floor(np.where(weight > 0, room_up, -room_down) + 1e-6)
            low = np.ceil(np.where(weight > 0, room_down, -room_up) - 1e-6)
            before = self.low.sum(), self.high.sum()
            np.minimum.at(self.high, column, high)
            np.maximum.at(self.low, column, low)
            if before == (self.low.sum(), self.high.sum()):
                return

    def solve(self, keys: Iterable[Key], hops: int = 3) -> dict[Key, tuple[float, float]]:
        """HiGHS on the equations around each cell: outside them the attacker keeps what propagation gave."""
        by_column = self.matrix.tocsc()
        found = {}
        for key in keys:
            near = np.array([self.number[key]])
            for _ in range(hops):
                rows = np.unique(by_column[:, near].indices)
                near = np.unique(self.matrix[rows].indices)
            if not len(rows):  # nothing else says anything of it
                continue
            part = self.matrix[rows]
            used = np.unique(part.indices)
            part = part[:, used]
            aim = (used == self.number[key]).astype(float)
            inequality = sparse.vstack([part, -part])
            limit = np.concatenate([self.most[rows], -self.least[rows]])
            bounds = np.stack([self.low[used], self.high[used]], axis=1)
            ends = [linprog(sign * aim, A_ub=inequality, b_ub=limit, bounds=bounds, method="highs") for sign in (1, -1)]
            found[key] = tuple(sign * end.fun for sign, end in zip((1, -1), ends, strict=True))
        return found

    def ranges(self) -> dict[Key, tuple[float, float]]:
        return {key: (self.low[place], self.high[place]) for key, place in self.number.items()}
