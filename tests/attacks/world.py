"""A small world of which everything is known: contacts of youths in wijken, as an export and as counts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from tests.attacks.seen import Key, Seen
from tests.exports import SETTINGS
from voorkant.builder.build import build
from voorkant.cube.reader import current
from voorkant.declare.home import Home

SMALL = ("wijk", "kern", "praktijk", "school")
THRESHOLD = {"intern": 5, "openbaar": 10}
VALUES = {"intern": 3, "openbaar": 5}
"""How many values a small count must keep."""
Rules = tuple[tuple[int, int], tuple[int, int]]
"""(threshold, base) of `intern` and of `openbaar`."""
RULES: Rules = ((5, 3), (10, 5))
HEAD = "contact_id;traject_id;client_id;contactdatum;praktijk_agb;gemeentecode;wijkcode;leeftijd;geslacht"


@dataclass(frozen=True)
class Contact:
    """One contact: of a youth, in a month counted from January 2024, in a wijk `1|2` + `00..`."""

    youth: int
    month: int
    gemeente: int
    wijk: int
    sex: int


def some(seed: int, youths: int = 150, wijken: int = 4) -> list[Contact]:
    """Contacts by chance, most youths with a few, spread unevenly over so many wijken in each gemeente."""
    chance = np.random.default_rng(seed)
    found = []
    for youth in range(youths):
        gemeente, wijk, sex = (
            1 + int(chance.random() < 0.3),
            int(chance.geometric(0.4)) % wijken,
            int(chance.integers(1, 3)),
        )
        found += [Contact(youth, int(month), gemeente, wijk, sex)
                  for month in chance.integers(0, 24, chance.integers(1, 5))]  # fmt: skip
    return found


def exported(contacts: Iterable[Contact]) -> str:
    lines = [
        f"CONTACT{number:05d};T{item.youth};K{item.youth};15-{item.month % 12 + 1:02d}-{2024 + item.month // 12};"
        f"0100000{item.gemeente};GM990{item.gemeente};WK990{item.gemeente}{item.wijk:02d};10;{item.sex}"
        for number, item in enumerate(contacts)
    ]
    return "\n".join([HEAD, *lines]) + "\n"


def publish(
    folder: Path, contacts: Iterable[Contact], name: str = "ojg_contacten.csv", *, rules: Rules = RULES
) -> Path:
    """Deliver the contacts and publish; returns the folder of the publication."""
    deliver(folder, contacts, name, rules=rules)
    build(Home(folder), lambda _: None)
    published = current(folder / "published")
    assert published is not None
    return published.folder


def deliver(
    folder: Path, contacts: Iterable[Contact], name: str = "ojg_contacten.csv", *, rules: Rules = RULES
) -> None:
    """Put the contacts in the inbox of a home, with its settings."""
    (folder / "exports").mkdir(parents=True, exist_ok=True)
    (folder / "voorkant.toml").write_text(
        SETTINGS + "[bronnen.ojg_contacten]\ngegevens_tot = 2025-12-31\n" + _stated(rules), encoding="utf-8"
    )
    (folder / "exports" / name).write_text(exported(contacts), encoding="utf-8")


def _stated(rules: Rules) -> str:
    """What the settings say of rules; nothing where they are the usual ones."""
    return (
        ""
        if rules == RULES
        else "".join(
            f"[bescherming.{level}]\ndrempel = {threshold}\nafronding = {base}\n"
            for level, (threshold, base) in zip(THRESHOLD, rules, strict=True)
        )
    )


def truth(seen: dict[Key, Seen], contacts: list[Contact]) -> dict[Key, tuple[int, int]]:
    """(count, youths) of every cell of contacts and of reached youths, counted by hand."""
    found = {}
    for key, cell in seen.items():
        if key.indicator not in ("contacten", "bereikte_jeugdigen") or key.dimension not in ("", "sex", "age_group"):
            continue
        own = [item for item in contacts if cell.first <= 2024 * 12 + item.month <= cell.last and _in(item, key)]
        youths = len({item.youth for item in own})
        found[key] = (len(own) if key.indicator == "contacten" else youths, youths)
    return found


def _in(item: Contact, key: Key) -> bool:
    wijk, gemeente = f"WK990{item.gemeente}{item.wijk:02d}", f"GM990{item.gemeente}"
    if key.area not in (wijk, gemeente, "RG01", f"0100000{item.gemeente}"):
        return False
    if key.dimension == "sex":
        return key.split == {1: "M", 2: "V"}[item.sex]
    return key.dimension != "age_group" or key.split == "4-11"


def is_small(cell: Seen, youths: int, level: str, rules: Rules = RULES) -> bool:
    return 0 < youths < dict(zip(THRESHOLD, rules, strict=True))[level][0] or (youths == 0 and cell.level in SMALL)


def recovered(
    ranges: dict[Key, tuple[float, float]],
    seen: dict[Key, Seen],
    known: dict[Key, tuple[int, int]],
    level: str,
    rules: Rules = RULES,
) -> list[Key]:
    """The small cells of which too few values are left. Fails when an attack excludes the truth: it proves nothing."""
    found, wanted = [], min(dict(zip(THRESHOLD, rules, strict=True))[level][1], VALUES[level])
    for key, (count, youths) in known.items():
        low, high = ranges[key]
        assert low <= count <= high, f"{key} is {count}, outside {low}..{high}"
        if seen[key].reason != "nvt" and is_small(seen[key], youths, level, rules) and high - low + 1 < wanted:
            found.append(key)
    return found


def both(former: dict[Key, Seen], now: dict[Key, Seen], moved: dict[Key, int]) -> dict[Key, Seen]:
    """What an attacker knows who knows exactly which rows were added between two publications."""
    found = {}
    for key, cell in now.items():
        before = former.get(key)
        if before is None or key not in moved or cell.shape == "share":
            found[key] = cell
            continue
        found[key] = replace(
            cell, low=max(cell.low, before.low + moved[key]), high=min(cell.high, before.high + moved[key])
        )
    return found
