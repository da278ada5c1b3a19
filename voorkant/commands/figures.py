"""`indicator`: the figures that a page would show, for scripts."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated, Any

import pandas as pd
import typer

from voorkant.commands.exports import HOME
from voorkant.commands.output import document, message, result
from voorkant.cube.reader import REGIO, Cube, Publication, current
from voorkant.declare.home import Home, find_home
from voorkant.domain.area import Level
from voorkant.domain.formula import harmless
from voorkant.domain.period import PeriodType, parse_period
from voorkant.domain.problem import DataRefused, Problem
from voorkant.domain.protection import Protection
from voorkant.text.periods import TYPES
from voorkant.text.reasons import Small, reason_words

FIELDS = (
    "area area_name period split numerator numerator_low numerator_high denominator value low high status reason"
).split()
WHOLE = ("numerator", "numerator_low", "numerator_high", "denominator")
WORDS = "reason_text"
"""The reason in Dutch: in CSV, which people read too."""
NEAR = 3
Format = StrEnum("Format", {"csv": "csv", "json": "json"})


def indicator(  # noqa: PLR0917 - typer makes an option of every parameter
    slug: Annotated[str | None, typer.Argument(help="De indicator.")] = None,
    home: HOME = None,
    list_all: Annotated[bool, typer.Option("--list", help="Noem alle indicatoren.")] = False,
    level: Annotated[Level, typer.Option()] = Level.GEMEENTE,
    period: Annotated[PeriodType, typer.Option()] = PeriodType.YEAR,
    programme: Annotated[str | None, typer.Option(help="Slug van het programma.")] = None,
    split: Annotated[str, typer.Option(help="Uitsplitsing, zoals age_group, sex of verwijzer.")] = "",
    scope: Annotated[str | None, typer.Option(help="Een gemeentecode, of regio.")] = None,
    area: Annotated[list[str] | None, typer.Option(help="Gebiedscode; mag vaker.")] = None,
    first: Annotated[str, typer.Option("--from", help="Eerste periode.")] = "",
    last: Annotated[str, typer.Option("--to", help="Laatste periode.")] = "",
    protection: Annotated[Protection, typer.Option()] = Protection.OPENBAAR,
    form: Annotated[Format, typer.Option("--format")] = Format.csv,
) -> None:
    """Toon wat een pagina van een indicator zou tonen."""
    where = Home(home.resolve()) if home else find_home()
    publication = current(where.published)
    if publication is None:
        raise DataRefused(
            f"In {where.path} is nog niets gepubliceerd. Draai eerst 'voorkant build --home {where.path}'."
        )
    if list_all or slug is None:
        result("\n".join(f"{row.slug}\t{row.title}" for row in _indicators(publication).itertuples()))
        return
    for code in filter(None, (first, last)):
        try:
            parse_period(code)
        except ValueError as error:
            raise Problem(str(error)) from error
    wish = Wish(slug, programme, scope, protection, level)
    ask = {"period_type": period.value, "dimension": split, "areas": area or [], "first": first, "last": last}
    rows = series(publication, wish, ask)
    if rows.empty:
        message(f"Er zijn geen cijfers van {slug} per {level.value} en {TYPES[period]} bij deze keuze. Niet elke "
                "indicator is er op elk niveau en in elke periode; data/cubeplan.toml zegt welke.")  # fmt: skip
    if form is Format.json:
        document({"indicator": slug, "protection": protection.value, "scope": scope, "publication": publication.name,
                  "rows": [_plain(row) for row in rows.to_dict("records")]})  # fmt: skip
    else:
        result(_csv(rows.assign(**{WORDS: _words(publication, wish, rows)})))


@dataclass(frozen=True)
class Wish:
    """Which figures are asked for, and from whose cubes."""

    slug: str
    programme: str | None
    scope: str | None
    protection: Protection
    level: Level


def _indicators(publication: Publication) -> pd.DataFrame:
    return publication.cube(REGIO, Protection.OPENBAAR).query("indicators")


def _declared(publication: Publication, slug: str) -> Any:
    found = _indicators(publication).set_index("slug")
    if slug not in found.index:
        raise Problem(f"De indicator {slug!r} bestaat niet. Kies uit: {', '.join(found.index)}.")
    return found.loc[slug]


def series(publication: Publication, wish: Wish, ask: dict[str, Any]) -> pd.DataFrame:
    """The rows of an indicator. Without a scope, a level below the region comes from every gemeente's own cube."""
    declared = _declared(publication, wish.slug)
    if not ask["dimension"] and slug_has_no_total(declared):
        ask = ask | {"dimension": declared.splits.split(",")[0]}
    frames: list[pd.DataFrame] = []
    cubes = _cubes(publication, wish)
    _known(cubes, wish, ask["areas"])
    for name, cube in cubes:
        programme = wish.programme if wish.programme is not None else _default_programme(cube, wish.slug)
        rows = cube.query("series", indicator=wish.slug, programme=programme, level=wish.level.value, **ask)
        frames.append(rows if name != REGIO or wish.scope else rows[~rows["area"].isin(_own_areas(frames))])
    return pd.concat(frames, ignore_index=True).sort_values(["area", "start", "split"], kind="stable")[FIELDS]


def slug_has_no_total(declared: Any) -> bool:
    """Whether an indicator only exists in parts, such as the share of each referrer."""
    return bool(declared["shape"] == "published" and declared["splits"])


def _cubes(publication: Publication, wish: Wish) -> list[tuple[str, Cube]]:
    scopes = publication.scopes()
    if wish.scope is not None and wish.scope not in scopes:
        raise Problem(f"Er is geen publicatie voor {wish.scope!r}. Kies uit: {', '.join(scopes)}.")
    if wish.scope is not None:
        names = [wish.scope]
    elif wish.level in (Level.LAND, Level.REGIO):
        names = [REGIO]
    else:
        names = [*(name for name in scopes if name != REGIO), REGIO]
    return [(name, publication.cube(name, wish.protection)) for name in names]


def _known(cubes: Iterable[tuple[str, Cube]], wish: Wish, areas: Iterable[str]) -> None:
    """Problem for a programme or an area that no cube has: an empty answer looks like a figure that is not there."""
    programmes, codes = set(), set()
    for _, cube in cubes:
        programmes |= {found for (found,) in cube.rows("indicator_programmes", indicator=wish.slug).values}
        codes |= {code for code, _ in cube.rows("options_areas", level=wish.level.value).values}
    if wish.programme is not None and wish.programme not in programmes:
        own = ", ".join(sorted(programmes - {""}))
        raise Problem(f"{wish.slug} heeft geen cijfers van het programma {wish.programme!r}. "
                      + (f"Kies uit: {own}." if own else "Deze indicator is er niet per programma."))  # fmt: skip
    for code in areas:
        if code not in codes:
            near = get_close_matches(code, codes, NEAR)
            meant = f" Bedoelt u {' of '.join(near)}?" if near else ""
            raise Problem(f"Het gebied {code!r} is er niet op het niveau {wish.level.value}.{meant}")


def _words(publication: Publication, wish: Wish, rows: pd.DataFrame) -> list[str]:
    declared = _declared(publication, wish.slug)
    threshold = int(publication.cube(REGIO, wish.protection).meta["threshold"])
    small = Small(threshold, rounded=wish.protection is Protection.OPENBAAR)
    published = declared["shape"] == "published"
    return ["" if pd.isna(code) else reason_words(code, small=small, published=published, counts=declared["counts"])
            for code in rows["reason"]]  # fmt: skip


def _own_areas(frames: list[pd.DataFrame]) -> set[str]:
    return {area for frame in frames for area in frame["area"]}


def _default_programme(cube: Cube, slug: str) -> str:
    """The programme when none is named: `ojg` where it has figures, else the first that has."""
    slugs = list(cube.query("indicator_programmes", indicator=slug)["slug"])
    return "ojg" if "ojg" in slugs else (slugs or [""])[0]


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {key: None if pd.isna(value) else int(value) if key in WHOLE else value for key, value in row.items()}


def _csv(rows: pd.DataFrame) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*FIELDS, WORDS])
    writer.writerows([[_cell(value) for value in _plain(row).values()] for row in rows.to_dict("records")])
    return out.getvalue()


def _cell(value: Any) -> Any:
    """Names come from files of others: none of them is run by a spreadsheet that opens this."""
    return "" if value is None else harmless(value) if isinstance(value, str) else value
