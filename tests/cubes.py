"""A small real publication for tests: two gemeenten, two years, with hidden, provisional and missing cells."""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import numpy as np
import pandas as pd

from tests import pilots
from tests.inserting import insert
from voorkant.analysis.intervals import poisson_interval, wilson
from voorkant.builder.database import query_file
from voorkant.cube.format import FORMAT, TABLES
from voorkant.domain.period import Period, PeriodType, periods_between

PUBLICATION = "proef-1"
FIRST, LAST = date(2024, 1, 1), date(2025, 12, 31)
RULES = {"intern": (5, 3), "openbaar": (10, 5)}
SMALL = ("wijk", "kern", "praktijk", "school")
"""Levels at which also no youths at all are hidden."""
FINE = ("month", "quarter", "half", "year", "schoolyear")
GROUPS = {"0-3": 0.2, "4-11": 0.45, "12-17": 0.35}
REFERRERS = {"huisarts": 0.33, "gemeentelijke toegang": 0.30}
ROUTES = {4: 0.6, 5: 0.38, 6: 0.02}
"""The split of who referred, by its number; the last one is small."""
WAITS = {"tot_4_weken": 0.2, "tot_7_weken": 0.32, "tot_10_weken": 0.2, "langer": 0.25, "onbekend": 0.03}
WAITED = dict(enumerate(WAITS.values(), 7))
TERMS = {
    "binnen_3_maanden": 0.14,
    "na_3_tot_6_maanden": 0.07,
    "na_6_tot_12_maanden": 0.09,
    "niet_binnen_12_maanden": 0.7,
}
FOLLOWED = dict(enumerate(TERMS.values(), 12))
VERVOLG = {"zonder_verwijzing": 0.58, "specialistisch": 0.2, "andere_hulp": 0.19, "onbekend": 0.03}
AFTER = {"hulp_3": 0.2, "hulp_6": 0.1, "hulp_12": 0.02, "geen": 0.68}
BY_VERVOLG = dict(enumerate(VERVOLG.values(), 16))
HELPED = {f"{name}:{term}": part * share for name, part in VERVOLG.items() for term, share in AFTER.items()}
AFTER_CLOSED = dict(enumerate(HELPED.values(), 20))
PARTED = {"verwijzingen_basis_ggz": ROUTES, "verwijzingen_sggz": ROUTES, "wachttijd": WAITED,
          "tijd_tot_verwijzing": FOLLOWED, "vervolg": BY_VERVOLG, "hulp_na_vervolg": AFTER_CLOSED}  # fmt: skip
ONLY = {
    "verwijzingen_basis_ggz": ("year",),
    "wachttijd": ("year",),
    "tijd_tot_verwijzing": ("quarter", "half", "year"),
    "terugkomst": ("year",),
    "vervolg": ("year",),
    "hulp_na_vervolg": ("year",),
}
"""The kinds of period of those that have few."""
CELL_COLUMNS = [part.split()[0] for part in TABLES["cell"].split(", ")]


@dataclass(frozen=True)
class Place:
    """An area: `youths` are its inhabitants (list size for a practice)."""

    code: str
    name: str
    level: str
    parent: str | None
    youths: int


REGION = [
    Place("NL00", "Nederland", "land", None, 3_300_000),
    Place("RG01", "Voorbeeldregio", "regio", "NL00", 12_600),
    Place("GM9901", "Aldermeer", "gemeente", "RG01", 7_200),
    Place("GM9902", "Beekerwoude", "gemeente", "RG01", 5_400),
    Place("GM9903", "Cederveen", "gemeente", "RG01", 4_100),
]
OWN = {
    "GM9901": [
        Place("GM9901", "Aldermeer", "gemeente", None, 7_200),
        Place("WK990100", "Aldermeer-Centrum", "wijk", "GM9901", 3_600),
        Place("WK990101", "Meerzicht", "wijk", "GM9901", 2_700),
        Place("WK990102", "Buitendijk", "wijk", "GM9901", 180),
        Place("01990001", "Praktijk De Linde", "praktijk", "WK990100", 820),
        Place("01990002", "Praktijk Meerzicht", "praktijk", "WK990101", 430),
        Place("01990003", "Praktijk Aan Zee", "praktijk", "WK990101", 640),
        Place("01990004", "Praktijk De Berk", "praktijk", "WK990100", 510),
        Place("01990005", "Praktijk Dijkzicht", "praktijk", "WK990100", 760),
        Place("01990006", "Praktijk Het Veer", "praktijk", "WK990102", 90),
    ],
    "GM9902": [
        Place("GM9902", "Beekerwoude", "gemeente", None, 5_400),
        Place("WK990200", "Beek", "wijk", "GM9902", 3_000),
        Place("WK990201", "Woudrand", "wijk", "GM9902", 2_400),
    ],
}

PROGRAMMES = [(0, "", "", "", None, None), (1, "ojg", "Ondersteuner Jeugd & Gezin", "praktijk", 6, 2)]
YOUTHS = ("jeugdigen_0_17", "jeugdigen van 0 tot en met 17 jaar")
CLOSED = ("afgesloten_trajecten", "afgesloten trajecten")
LISTS = ("praktijk_0_17", "jeugdigen van 0 tot en met 17 jaar die bij een praktijk staan ingeschreven")
PUBLISHED = ("none", "alle jeugdigen van 0 tot en met 17 jaar")


@dataclass(frozen=True)
class Made:
    """An indicator: `rate` is per year and per youth, `growth` its change in the second year."""

    slug: str
    title: str
    ladder: str
    better: str
    counts: str
    shape: str
    numerator: str
    denominator: tuple[str, str]
    per: int
    unit: str
    source: tuple[str, str]
    rate: float
    growth: float
    programme: int = 0


OJG = ("ojg_contacten", "Contacten van de Ondersteuner Jeugd & Gezin")
GGZ = ("ggz_verwijzingen", "Verwijzingen naar de jeugd-GGZ")
CBS = ("cbs_jeugdzorg_gemeenten", "CBS, Jeugdzorg in natura (tabel 85098NED)")
INDICATORS = [
    Made("contacten", "Contacten van het programma", "inzet", "neither", "contacten", "count", "contacten",
         YOUTHS, 1000, "contacten per 1.000 jeugdigen", OJG, 0.11, 1.35, 1),
    Made("bereikte_jeugdigen", "Bereikte jeugdigen", "inzet", "neither", "jeugdigen", "count",
         "jeugdigen met een contact", YOUTHS, 1000, "bereikte jeugdigen per 1.000 jeugdigen", OJG, 0.05, 1.30, 1),
    Made("zonder_verwijzing", "Afgerond zonder verwijzing", "inzet", "neither", "trajecten", "share",
         "trajecten zonder verwijzing", CLOSED, 100, "% van de afgesloten trajecten", OJG, 0.54, 1.0, 1),
    Made("dekking", "Jeugdigen bij een praktijk met het programma", "inzet", "neither", "jeugdigen", "stock",
         "jeugdigen bij een praktijk met het programma", LISTS, 100, "% van de ingeschreven jeugdigen",
         ("praktijken", "Praktijken en uitrol"), 0.40, 1.25, 1),
    Made("verwijzingen_sggz", "Verwijzingen naar specialistische jeugd-GGZ", "uitkomst", "lower", "verwijzingen",
         "count", "verwijzingen", YOUTHS, 1000, "verwijzingen per 1.000 jeugdigen", GGZ, 0.019, 0.86),
    Made("verwijzingen_sggz_huisarts", "Verwijzingen door de huisarts naar specialistische jeugd-GGZ", "uitkomst",
         "lower", "verwijzingen", "count", "verwijzingen door de huisarts", YOUTHS, 1000,
         "verwijzingen per 1.000 jeugdigen", GGZ, 0.0075, 0.80),
    Made("verwijzingen_basis_ggz", "Verwijzingen naar basis-GGZ", "context", "neither", "verwijzingen", "count",
         "verwijzingen naar basis-GGZ", YOUTHS, 1000, "verwijzingen per 1.000 jeugdigen", GGZ, 0.008, 1.0),
    Made("terugkomst", "Specialistische hulp binnen een jaar na een traject", "uitkomst", "lower", "trajecten", "share",
         "trajecten met specialistische hulp binnen een jaar", CLOSED, 100, "% van de gevolgde trajecten", OJG,
         0.2, 1.0, 1),
    Made("tijd_tot_verwijzing", "Tijd van eerste contact tot verwijzing", "context", "neither", "trajecten", "count",
         "begonnen trajecten", YOUTHS, 1000, "begonnen trajecten per 1.000 jeugdigen", OJG, 0.05, 1.2, 1),
    Made("vervolg", "Vervolg van afgesloten trajecten", "context", "neither", "trajecten", "count",
         "afgesloten trajecten", YOUTHS, 1000, "afgesloten trajecten per 1.000 jeugdigen", OJG, 0.04, 1.2, 1),
    Made("hulp_na_vervolg", "Specialistische hulp na een afgesloten traject, naar vervolg", "context", "neither",
         "trajecten", "count", "gevolgde trajecten", YOUTHS, 1000, "gevolgde trajecten per 1.000 jeugdigen", OJG,
         0.04, 1.2, 1),
    Made("wachttijd", "Wachttijd tot specialistische jeugd-GGZ", "context", "neither", "verwijzingen", "count",
         "verwijzingen", YOUTHS, 1000, "verwijzingen per 1.000 jeugdigen", GGZ, 0.019, 0.86),
    Made("cbs_jeugdhulpgebruik", "Jeugdigen met jeugdhulp", "context", "neither", "jeugdigen", "published",
         "jeugdigen met jeugdhulp", PUBLISHED, 100, "% van de jongeren", CBS, 0.132, 1.03),
    Made("cbs_verwijzersaandeel", "Wie naar jeugdhulp verwijst", "context", "neither", "trajecten", "published",
         "trajecten naar verwijzer", ("none", "alle trajecten jeugdhulp"), 100, "% van de trajecten", CBS, 1.0, 1.0),
]  # fmt: skip
SPLITS = [(0, "", ""), *((number, "age_group", name) for number, name in enumerate(GROUPS, 1)),
          *((number, "verwijzer", name) for number, name in enumerate((*REFERRERS, "rechter"), 4)),
          *((number, "wachttijd", name) for number, name in enumerate(WAITS, 7)),
          *((number, "termijn", name) for number, name in enumerate(TERMS, 12)),
          *((number, "vervolg", name) for number, name in enumerate(VERVOLG, 16)),
          *((number, "hulp", name) for number, name in enumerate(HELPED, 20))]  # fmt: skip
ROLLOUT = [
    ("01990001", date(2024, 3, 1), None, 52.0),
    ("01990002", date(2025, 1, 1), None, 26.0),
    ("01990004", date(2024, 1, 15), date(2024, 12, 31), 17.3),
    ("01990004", date(2025, 4, 1), date(2025, 9, 30), None),
    ("01990006", date(2026, 9, 1), None, 17.3),
]
"""Where the programme works in GM9901: two go on, one came back and stopped, one is planned, two have no start."""
EVENTS = [
    ("Start Ondersteuner Jeugd & Gezin", date(2024, 9, 1), None, "GM9901", "pilot", "Eerste praktijk begint.",
     "Gemeente Aldermeer", "", False),
    ("Griepgolf", date(2025, 1, 13), date(2025, 3, 2), None, "beleid", "Minder spreekuren.", "RIVM", "", False),
    ("Andere telling van verwijzingen", date(2025, 7, 1), None, None, "gegevens", "Nieuw berichtenverkeer.",
     "Gemeente Aldermeer", "verwijzingen_sggz_huisarts", True),
]  # fmt: skip
QUALITY = [
    ("levering", "ojg_contacten", "ojg_2025.csv", "2026-01-12", 1240, "rijen"),
    ("levering", "ojg_contacten", "ojg_2025.csv", "2026-01-12", 1235, "gebruikt"),
    ("levering", "ojg_contacten", "ojg_2025.csv", "2026-01-12", 5, "geweigerd"),
    ("levering", "ojg_contacten", "ojg_2025.csv", "2026-01-12", 0, "overgeslagen"),
    ("levering", "ggz_verwijzingen", "ggz_2025.csv", "2026-01-14", 420, "rijen"),
    ("levering", "ggz_verwijzingen", "ggz_2025.csv", "2026-01-14", 415, "gebruikt"),
    ("levering", "ggz_verwijzingen", "ggz_2025.csv", "2026-01-14", 0, "geweigerd"),
    ("levering", "ggz_verwijzingen", "ggz_2025.csv", "2026-01-14", 5, "overgeslagen"),
    ("geweigerd", "ojg_contacten", "De datum bestaat niet.", None, 5, "Verbeter de datum en lever opnieuw."),
    ("overgeslagen", "ggz_verwijzingen", "Totaalregel: de onderdelen staan in het bestand.", None, 5, ""),
    ("melding", "ggz_verwijzingen", "Productcode zonder indeling.", None, 5, "Vul productindeling.csv aan."),
    ("gegevens_tot", "ojg_contacten", "", "2025-12-31", None, ""),
    ("gegevens_tot", "ggz_verwijzingen", "", "2025-12-31", None, ""),
    ("ontbreekt", "ggz_verwijzingen", "Verwijzingen per praktijk in Beekerwoude", None, None,
     "De levering noemt geen verwijzer. Vraag de kolom verwijzer_agb op."),
    ("instelling", "", "Kleine aantallen", None, None, "Onder de drempel wordt een aantal niet getoond."),
]  # fmt: skip

OF_PARTS = {"cbs_verwijzersaandeel": "verwijzer", "wachttijd": "wachttijd", "tijd_tot_verwijzing": "termijn",
            "vervolg": "vervolg", "hulp_na_vervolg": "hulp"}  # fmt: skip
"""By what an indicator is split that is of its parts alone."""


def write_home(folder: Path, *, empty: bool = False, suppressed: bool = False) -> Path:
    """A home with one publication: `empty` has no cells, `suppressed` hides every own cell."""
    root = folder / "published" / PUBLICATION
    for scope in ("regio", *OWN):
        for protection in RULES:
            path = root / scope / f"{protection}.duckdb"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_cube(scope, protection, empty=empty, suppressed=suppressed))
    (folder / "geo").mkdir(exist_ok=True)
    (folder / "geo" / "grenzen.geojson").write_text(json.dumps(_boundaries()), encoding="utf-8")
    (folder / "published" / "current.json").write_text(json.dumps({"publication": PUBLICATION}), encoding="utf-8")
    return folder


def _boundaries() -> dict:
    """A square in the sea for every gemeente but the last, and for the wijken of the first."""
    codes = [place.code for place in [*REGION, *OWN["GM9901"]] if place.level in ("gemeente", "wijk")]
    features = []
    for number, code in enumerate(code for code in codes if code != "GM9903"):
        west, south = 4.0 + 0.1 * number, 54.0
        ring = [[west, south], [west + 0.1, south], [west + 0.1, 54.1], [west, 54.1], [west, south]]
        shape = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "properties": {"statcode": code}, "geometry": shape})
    return {"type": "FeatureCollection", "features": features}


@cache
def _cube(scope: str, protection: str, *, empty: bool, suppressed: bool) -> bytes:
    """The file of a cube; made once, as many tests want a home of their own."""
    places = {"regio": REGION, **OWN}[scope]
    cells = [] if empty else list(_cells(places, protection, suppressed=suppressed))
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{protection}.duckdb"
        _write_cube(path, scope, places, cells)
        return path.read_bytes()


@cache
def all_periods() -> list[Period]:
    """Every period of the fixture, the CBS years included."""
    kinds = [PeriodType(kind) for kind in FINE]
    found = [period for kind in kinds for period in periods_between(FIRST, LAST, kind) if period.end <= LAST]
    blocks = periods_between(date(2023, 1, 1), LAST, PeriodType.THREE_YEARS)
    return [*found, *periods_between(date(2021, 1, 1), date(2023, 12, 31), PeriodType.YEAR), *blocks]


def _write_cube(path: Path, scope: str, places: list[Place], cells: list[tuple]) -> None:
    protection, name = path.stem, {"regio": "Voorbeeldregio"}.get(scope, places[0].name)
    threshold, base = RULES[protection]
    meta = {"format": FORMAT, "publication": PUBLICATION, "scope": scope, "scope_name": name, "protection": protection,
            "threshold": threshold, "base": base, "made_at": "2026-01-15T09:30:00", "data_until": "2025-12-31",
            "version": "0.0.0", "seed": "42", "draws": "999",
            "checksum": "0"}  # fmt: skip
    ids = {place.code: number for number, place in enumerate(places, 1)}
    rows = {
        "meta": [(key, str(value)) for key, value in meta.items()],
        "area": [(ids[p.code], p.code, p.name, p.level, ids.get(p.parent or ""), None, None) for p in places],
        "period": [(n, p.type.value, p.code, p.start, p.end) for n, p in enumerate(all_periods(), 1)],
        "programme": PROGRAMMES,
        "rollout": [(1, ids[code], *rest) for code, *rest in ROLLOUT if code in ids and protection == "intern"],
        "indicator": [_indicator_row(number, made) for number, made in enumerate(INDICATORS, 1)],
        "split": SPLITS,
        "event": EVENTS,
        "quality": QUALITY,
        "pilot": pilots.declared(scope) if cells else [],
        "estimate": pilots.estimates(scope) if cells else [],
    }
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute(f"attach '{path}' as target")
        connection.execute("use target")
        for table, columns in TABLES.items():
            connection.execute(f"create table {table} ({columns})")
            insert(connection, table, rows.get(table, []))
        if cells:
            frame = pd.DataFrame(cells, columns=CELL_COLUMNS)
            connection.register("frame", frame)
            connection.execute("insert into cell select * from frame order by all")
        connection.execute(f"insert into offer {query_file('publish', 'offer')}")


def _indicator_row(number: int, made: Made) -> tuple:
    splits = OF_PARTS.get(made.slug, "age_group" if made.shape == "count" else "")
    definition = f"{made.title}: {made.numerator}, gedeeld door {made.denominator[1]}."
    return (number, made.slug, made.title, definition, made.ladder, made.better, made.counts, made.shape,
            made.numerator, made.denominator[0], made.denominator[1], made.per, made.unit, *made.source, 6, splits,
            f"-- {made.slug}")  # fmt: skip


def _cells(places: list[Place], protection: str, *, suppressed: bool) -> Iterator[tuple]:
    for number, made in enumerate(INDICATORS, 1):
        for area_id, place in enumerate(places, 1):
            if place.level == "land" and made.shape != "published":
                continue
            for period_id, period in enumerate(all_periods(), 1):
                for split_id, share in _shares(made, place, period, protection):
                    if cell := _cell(made, place, period, share):
                        own = suppressed and place.level not in ("land", "regio")
                        yield (number, made.programme, area_id, period_id, split_id, *_protected(cell, protection, own))


def _shares(made: Made, place: Place, period: Period, protection: str) -> list[tuple[int, float]]:
    """(split_id, share of the total) of the cells that the cube plan gives this area and period."""
    kind = period.type.value
    if made.shape == "published":
        wanted = kind == "year" and period.end < FIRST and place.level in ("land", "regio", "gemeente", "wijk")
        named = made.slug == "cbs_verwijzersaandeel"
        if place.level == "regio" or not wanted or (named and place.level == "wijk"):
            return []
        return list(enumerate(REFERRERS.values(), 4)) if named else [(0, 1.0)]
    if period.start < FIRST and kind != "3year":
        return []
    practice = ("quarter", "year") if made.ladder == "inzet" else ("year", "3year")
    offered = {"wijk": ("half", "year") if protection == "intern" else ("year",), "praktijk": practice}
    if (place.level == "praktijk" and protection == "openbaar") or kind not in offered.get(place.level, FINE):
        return []
    wide = place.level in ("regio", "gemeente") and kind in ONLY.get(made.slug, ("year",))
    if made.slug in ONLY and not wide:
        return []
    grouped = made.shape == "count" and wide and place.level == "gemeente" and made.slug not in ONLY
    return [
        (0, 1.0),
        *(enumerate(GROUPS.values(), 1) if grouped else ()),
        *(PARTED.get(made.slug, {}) if wide else {}).items(),
    ]


@dataclass(frozen=True)
class _True:
    made: Made
    small: bool
    count: int
    denominator: int
    status: str
    reason: str | None = None


def _cell(made: Made, place: Place, period: Period, share: float) -> _True:
    months = 12 if made.shape in ("stock", "published") else round((period.end - period.start).days / 30.4)
    grown = made.growth if period.start.year > 2024 else 1.0
    season = 1 + (0.15 * math.sin(period.start.month) if months < 12 else 0)
    expected = place.youths * made.rate * share * grown * season * months / 12
    denominator = place.youths
    if made.denominator[0] == "afgesloten_trajecten":
        denominator = max(round(place.youths * 0.03 * months / 12), 1)
        expected = denominator * made.rate
    status, reason = _state(made, place, period)
    return _True(made, place.level in SMALL, round(expected), denominator, status, reason)


def _state(made: Made, place: Place, period: Period) -> tuple[str, str | None]:
    if made.shape == "published":
        return ("voorlopig" if period.start.year == 2023 else "definitief"), None
    status = "definitief" if period.end < date(2025, 10, 1) else "voorlopig"
    if made.ladder == "inzet":
        if place.code == "01990002" and period.end < date(2025, 1, 1):
            return status, "nvt"
        return "definitief", None
    if period.type.value == "month" and period.start == date(2025, 12, 1):
        return "onvolledig", None
    if period.code == "2024-Q2" and place.code == "GM9902":
        return status, "niet_geleverd"
    return status, "herleidbaar" if place.code == "WK990201" and period.code == "2024" else None


def _protected(cell: _True, protection: str, hide: bool) -> tuple:
    """numerator .. reason of a cell, protected as contracts say: intern first, openbaar from intern."""
    if cell.reason in ("nvt", "niet_geleverd"):
        return (None,) * 7 + (cell.status, cell.reason)
    if cell.made.shape == "published":
        if hide or cell.count < 10:
            return None, 0, 9, cell.denominator, None, None, None, cell.status, "klein"
        value = round(100 * cell.count / cell.denominator, 1)
        return cell.count, cell.count, cell.count, cell.denominator, value, None, None, cell.status, None
    count, reach = cell.count, 0
    for level in ("intern", "openbaar")[: 1 + (protection == "openbaar")]:
        threshold, base = RULES[level]
        if hide or cell.reason == "herleidbaar" or (count < threshold and (count > 0 or cell.small)):
            reason = "herleidbaar" if cell.reason == "herleidbaar" else "klein"
            ceiling = (2 if reason == "herleidbaar" else 1) * threshold - 1
            return None, 0, ceiling, cell.denominator, None, None, None, cell.status, reason
        count, reach = base * round(count / base), reach + base // 2
    low, high = _interval(cell, count)
    value = cell.made.per * count / cell.denominator
    return count, max(count - reach, 0), count + reach, cell.denominator, value, low, high, cell.status, None


def _interval(cell: _True, count: int) -> tuple[float, float]:
    hits, total = np.array([float(count)]), np.array([float(cell.denominator)])
    if cell.made.shape == "count":
        low, high = (bound / total for bound in poisson_interval(hits))
    else:
        low, high = wilson(np.minimum(hits, total), total)
    return float(low[0]) * cell.made.per, float(high[0]) * cell.made.per
