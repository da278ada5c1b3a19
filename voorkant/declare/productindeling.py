"""Which care class a product is: what is declared, and what a steward chose for the products that it leaves open."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from voorkant import ROOT
from voorkant.declare.atomic import write_atomically
from voorkant.declare.home import Home
from voorkant.declare.jobs import make_shared, storing
from voorkant.domain.problem import DataRefused

ZORGSOORTEN = ("preventief", "basis", "specialistisch", "overig")
SHIPPED = ROOT / "data" / "codes" / "productindeling.csv"
FIRST, LAST = date.min, date.max
_COLUMNS = ("productcategorie", "productcode", "regio", "vanaf", "tot", "zorgsoort")


@dataclass(frozen=True)
class Product:
    """A product in a time. An empty code stands for any product of its category that is not listed itself."""

    category: str
    code: str
    zorgsoort: str
    first: date = FIRST
    last: date = LAST


def chosen_path(home: Home) -> Path:
    return home.work / "productindeling.csv"


def read_products(home: Home) -> list[Product]:
    """The municipality's own table, else ours; where it says nothing of a product, what was chosen on the page."""
    own = home.path / "productindeling.csv"
    declared = read_table(own if own.exists() else SHIPPED)
    return [*declared, *(part for product in read_chosen(home) for part in _left_open(product, declared))]


def read_chosen(home: Home) -> list[Product]:
    path = chosen_path(home)
    return read_table(path) if path.exists() else []


def read_table(path: Path) -> list[Product]:
    """DataRefused with the line of what is wrong."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [_product(row, line) for line, row in enumerate(csv.DictReader(file, delimiter=";"), 2)]


def _product(row: Mapping[str, str | None], line: int) -> Product:
    zorgsoort = row.get("zorgsoort") or ""
    if zorgsoort not in ZORGSOORTEN:
        raise DataRefused(
            f"productindeling.csv, regel {line}: zorgsoort {row.get('zorgsoort')!r} is onbekend; "
            f"toegestaan: {', '.join(ZORGSOORTEN)}."
        )
    try:
        first, last = (date.fromisoformat(row.get(name) or usual) for name, usual in (("vanaf", str(FIRST)),
                                                                                      ("tot", str(LAST))))  # fmt: skip
    except ValueError as error:
        raise DataRefused(f"productindeling.csv, regel {line}: schrijf een dag als 2025-12-31.") from error
    return Product(row.get("productcategorie") or "", row.get("productcode") or "", zorgsoort, first, last)


def _left_open(product: Product, declared: Sequence[Product]) -> Iterable[Product]:
    """The parts of its time in which no declared row speaks of the same product."""
    same = sorted((item.first, item.last) for item in declared if _name(item) == _name(product))
    start = product.first
    for first, last in same:
        if start < first:
            yield replace(product, first=start, last=first - timedelta(days=1))
        if last == LAST:
            return
        start = max(start, last + timedelta(days=1))
    yield replace(product, first=start)


def _name(product: Product) -> tuple[str, str]:
    return product.category, product.code


def choose(home: Home, zorgsoorten: Mapping[tuple[str, str], str]) -> None:
    """Keep a care class per (category, code) in `work/`; an empty one takes an earlier choice back."""
    kept = {_name(item): item.zorgsoort for item in read_chosen(home)} | dict(zorgsoorten)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([category, code, "", "", "", zorgsoort] for (category, code), zorgsoort in sorted(kept.items())
                     if zorgsoort)  # fmt: skip
    with storing():
        make_shared(chosen_path(home).parent)
        write_atomically(chosen_path(home), text.getvalue())
