"""Who refers, how long it takes and what comes of a first contact: no small count follows from what is published."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from tests.attacks import world
from tests.attacks.linear import Attack
from tests.attacks.seen import LEVELS, Key, Seen, read
from tests.exports import SETTINGS
from voorkant.builder.build import build
from voorkant.cube.reader import current
from voorkant.declare.home import Home

SPECIALIST = "verwijzingen_sggz"
HELP = {"52": SPECIALIST, "51": "verwijzingen_basis_ggz", "45": "verwijzingen_overig"}
WHO = {"01": "gemeentelijke_toegang", "02": "huisarts", "05": "medisch_specialist", "08": "rechter"}
WAITS = (("tot_4_weken", 28), ("tot_7_weken", 49), ("tot_10_weken", 70), ("langer", 999))
TERMS = (("binnen_3_maanden", 91), ("na_3_tot_6_maanden", 182), ("na_6_tot_12_maanden", 365))
AFTER = ((3, 91), (6, 182), (12, 365))
LINKED = SETTINGS + '[koppeling]\nbronnen = ["ojg_contacten", "ggz_verwijzingen"]\ngrond = "proef"\ndpia = "proef"\n'
VERVOLG = {"zelf_afgehandeld": "zonder_verwijzing", "specialistische_ggz": "specialistisch",
           "basis_ggz": "andere_hulp", "onbekend": "onbekend"}  # fmt: skip
Contact = tuple[int, date, str]
"""Gemeente, day and vervolg of a traject of one contact."""
Counted = tuple[str, str, str, str, date, int, int]
"""indicator, programme, dimension, value, day, gemeente, youth."""


@dataclass(frozen=True)
class Referral:
    youth: int
    gemeente: int
    day: date
    product: str
    who: str
    wait: int | None


def some(seed: int) -> tuple[list[Referral], dict[int, Contact]]:
    """Referrals over two years, and of part of the youths their one contact."""
    chance = np.random.default_rng(seed)
    referrals, contacts = [], {}
    for youth in range(130):
        place = 1 + int(chance.random() < 0.35)
        for _ in range(int(chance.integers(0, 3))):
            day = date(2023, 1, 2) + timedelta(days=int(chance.integers(0, 720)))
            product = str(chance.choice(list(HELP), p=[0.6, 0.2, 0.2]))
            who = str(chance.choice(list(WHO), p=[0.4, 0.4, 0.12, 0.08]))
            wait = int(chance.integers(0, 110)) if chance.random() < 0.9 else None
            referrals.append(Referral(youth, place, day, product, who, wait))
        if chance.random() < 0.8:
            day = date(2023, 1, 2) + timedelta(days=int(chance.integers(0, 360)))
            contacts[youth] = place, day, str(chance.choice(list(VERVOLG), p=[0.5, 0.25, 0.15, 0.1]))
    return referrals, contacts


def published(folder: Path, referrals: list[Referral], contacts: dict[int, Contact]) -> Path:
    (folder / "exports").mkdir(parents=True)
    (folder / "voorkant.toml").write_text(LINKED, encoding="utf-8")
    told = ["verwijzing_id;client_id;verwijsdatum;ingangsdatum;verwijzer_type;gemeentecode;leeftijd;productcategorie"]
    told += [
        f"V{n:05d};K{one.youth};{one.day};{'' if one.wait is None else one.day + timedelta(days=one.wait)};{one.who};"
        f"GM990{one.gemeente};10;{one.product}"
        for n, one in enumerate(referrals)
    ]
    (folder / "exports" / "verwijzingen.csv").write_text("\n".join(told) + "\n", encoding="utf-8")
    lines = [f"{world.HEAD};afgerond;vervolg"]
    lines += [f"C{youth:05d};T{youth};K{youth};{day};0100000{place};GM990{place};;10;1;ja;{vervolg}"
              for youth, (place, day, vervolg) in contacts.items()]  # fmt: skip
    (folder / "exports" / "contacten.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    build(Home(folder), lambda _: None)
    found = current(folder / "published")
    assert found is not None
    return found.folder


def counted(referrals: list[Referral], contacts: dict[int, Contact]) -> Iterator[Counted]:
    """What each indicator counts, by hand, with the value of its split."""
    last = max(one.day for one in referrals)
    for one in referrals:
        about = one.day, one.gemeente, one.youth
        yield HELP[one.product], "", "verwijzer", WHO[one.who], *about
        if HELP[one.product] == SPECIALIST:
            yield "verwijzingen_sggz_jeugdigen", "", "", "", *about
            band = "onbekend" if one.wait is None else next(name for name, end in WAITS if one.wait <= end)
            yield "wachttijd", "", "wachttijd", band, *about
    for youth, (place, day, vervolg) in contacts.items():
        yield "vervolg", "ojg", "vervolg", VERVOLG[vervolg], day, place, youth
        own = [(one.day - day).days for one in referrals if one.youth == youth and HELP[one.product] == SPECIALIST]
        days = [passed for passed in own if 0 <= passed <= 365]
        over = "niet_binnen_12_maanden" if (last - day).days >= 365 else "nog_niet_bekend"
        term = next((name for name, end in TERMS if days and min(days) <= end), over)
        yield "tijd_tot_verwijzing", "ojg", "termijn", term, day, place, youth
        if over != "nog_niet_bekend":
            begun = [(one.day - day).days + one.wait for one in referrals
                     if one.youth == youth and HELP[one.product] == SPECIALIST and one.wait is not None]  # fmt: skip
            begun = [passed for passed in begun if 0 <= passed <= 365]
            term = next((f"hulp_{months}" for months, end in AFTER if begun and min(begun) <= end), "geen")
            yield "hulp_na_vervolg", "ojg", "hulp", f"{VERVOLG[vervolg]}:{term}", day, place, youth


def truth(seen: dict[Key, Seen], rows: list[Counted]) -> dict[Key, tuple[int, int]]:
    """(count, youths) of every cell of these indicators."""
    of = {row[0] for row in rows}
    parts: dict[tuple, list[tuple[int, int]]] = defaultdict(list)
    for slug, programme, dimension, value, day, place, youth in rows:
        for area in (f"GM990{place}", "RG01"):
            for split in {("", ""), (dimension, value)}:
                parts[slug, programme, area, *split].append((day.year * 12 + day.month - 1, youth))
    found = {}
    for key, cell in seen.items():
        if (
            key.indicator in of
            and key.dimension in ("", "verwijzer", "wachttijd", "termijn", "vervolg", "hulp")
            and cell.level != "praktijk"
        ):
            mine = [youth for month, youth in parts[key.indicator, key.programme, key.area, key.dimension, key.split]
                    if cell.first <= month <= cell.last]  # fmt: skip
            found[key] = len(set(mine)) if cell.people else len(mine), len(set(mine))
    return found


@pytest.mark.parametrize("seed", [3, 5])
def test_no_small_count_of_a_route_is_recovered(tmp_path: Path, seed: int) -> None:
    referrals, contacts = some(seed)
    folder = published(tmp_path / "home", referrals, contacts)
    rows = list(counted(referrals, contacts))
    for level in LEVELS:
        seen = read(folder, level)
        known = truth(seen, rows)
        assert {key.indicator for key in known} == {row[0] for row in rows}, "all of them are published"
        attack = Attack(seen)
        assert world.recovered(attack.ranges(), seen, known, level) == []
        hidden = [key for key in known if not seen[key].shown][:20]
        assert world.recovered(attack.ranges() | attack.solve(hidden), seen, known, level) == []
