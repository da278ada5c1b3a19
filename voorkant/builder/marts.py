"""Making the marts: the canonical tables that indicators read, in the order that their SQL asks for."""

import csv
import re
from collections.abc import Iterable
from graphlib import TopologicalSorter

from voorkant import ROOT
from voorkant.builder.database import QUERIES, Database, query_file
from voorkant.declare.eventfile import KeptEvent
from voorkant.declare.home import Home
from voorkant.declare.productindeling import read_products
from voorkant.declare.programme import Programme
from voorkant.declare.settings import VERWIJZING_DAYS

CODES = ROOT / "data" / "codes"
MATERIALISED = frozenset({"dim_age", "dim_location", "dim_rollout", "fct_inwoners"})
"""Marts that several queries read, worth keeping; the others are views."""
LARGE = frozenset({"fct_contact", "fct_traject", "fct_verwijzing"})
"""The same, with a row for each that was delivered."""
FILLED = 0.99
_WORD = re.compile(r"[a-z_][a-z0-9_]*")


def read_codes(name: str) -> list[dict[str, str]]:
    """The rows of a code list in `data/codes`."""
    with (CODES / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def build_marts(database: Database, home: Home, programmes: Iterable[Programme]) -> None:
    """Make the lookup tables and every mart from the `src_` relations."""
    _lookups(database, home, programmes)
    for folder, name in _in_order():
        query = query_file(folder, name)
        if name in MATERIALISED:
            database.create(name, query)
        elif name in LARGE:
            database.keep(name, query)
        else:
            database.view(name, query)


def _in_order() -> list[tuple[str, str]]:
    """Staging and marts sorted so that each stands behind what it reads; the order is read from the SQL."""
    folder_of = {
        path.stem: folder for folder in ("staging", "marts") for path in sorted((QUERIES / folder).glob("*.sql"))
    }
    reads = {
        name: {word for word in _WORD.findall(query_file(folder, name)) if word in folder_of and word != name}
        for name, folder in folder_of.items()
    }
    return [(folder_of[name], name) for name in TopologicalSorter(reads).static_order()]


def _lookups(database: Database, home: Home, programmes: Iterable[Programme]) -> None:
    listed = list(programmes)
    database.create("year_number", "select cast(range as integer) as age from range(0, 151)")
    database.create(
        "build_setting", "select cast($day as varchar) as verwijzing_day", {"day": verwijzing_day(database)}
    )
    database.fill("programme", "slug varchar, title varchar, unit varchar",
          [("", "", "")] + [(item.slug, item.title, item.unit) for item in listed])  # fmt: skip
    database.fill("programme_indicator", "programme varchar, indicator varchar",
          [(item.slug, slug) for item in listed for slug in item.indicators])  # fmt: skip
    database.fill("code_verwijzer", "code varchar, verwijzer varchar",
          [(row["code"], row["verwijzer"]) for row in read_codes("verwijzer")])  # fmt: skip
    database.fill("code_gemeente", "code varchar, name varchar",
          sorted({row["code"]: row["naam"] for row in read_codes("cbs_gemeenten")}.items()))  # fmt: skip
    columns = "productcategorie varchar, productcode varchar, vanaf date, tot date, zorgsoort varchar"
    products = read_products(home)
    database.fill("productindeling", columns,
          [(item.category, item.code, item.first, item.last, item.zorgsoort) for item in products])  # fmt: skip


def verwijzing_day(database: Database) -> str:
    """The one kind of date that stands for the day of a referral: the best that is filled in practically every row."""
    counts = database.rows(
        "select count(*), count(verwijsdatum), count(verzoekdatum), count(toewijzingsdatum), count(ingangsdatum) "
        "from src_ggz_verwijzingen"
    )[0]
    for day, filled in zip(VERWIJZING_DAYS, counts[1:], strict=True):
        if filled and filled >= FILLED * counts[0]:
            return day
    return max(zip(counts[1:], VERWIJZING_DAYS, strict=True))[1]


def add_events(database: Database) -> None:
    """Make `all_event`: the municipality's own events and the national ones that ship with Voorkant."""
    keep_events(database, ())
    database.create("all_event", "select * from dim_event")
    with (ROOT / "data" / "events_nl.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            (row["titel"], row["start"], row["einde"] or None, row["gebied"] or None, None, row["soort"],
             row["toelichting"], row["bron"], row["indicator"] or None, row["breuk"] == "ja", row["openbaar"] == "ja")
            for row in csv.DictReader(file, delimiter=";")
        ]  # fmt: skip
    database.add("all_event", rows)


def keep_events(database: Database, kept: Iterable[KeptEvent]) -> None:
    """Make `kept_event`: what the page keeps. It breaks the series of pilots, and is published with no cube."""
    columns = (
        "title varchar, first_day date, area_code varchar, location varchar, indicator varchar, breaks boolean, "
        "is_public boolean"
    )
    rows = [
        (item.title, item.start, item.area if item.area and not item.is_of_place else None,
         item.area if item.is_of_place else None, item.indicator, item.breaks, item.public)
        for item in kept
    ]  # fmt: skip
    database.fill("kept_event", columns, rows)
