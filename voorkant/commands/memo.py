"""`memo`: the files of a council memo from a draft, for scripts and timers."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from voorkant.commands.exports import HOME
from voorkant.commands.output import message, result
from voorkant.declare.home import Home, find_home
from voorkant.declare.keptfile import Shelf
from voorkant.declare.memofile import KINDS, Draft, drafts_in, folders, read_draft
from voorkant.declare.strict import read_toml
from voorkant.domain.period import parse_period
from voorkant.domain.problem import DataRefused, Problem

NO_DRAFT = "Zeg met --from welk concept, of met --all dat het om alle gaat."


def memo(  # noqa: PLR0917 - typer makes an option of every parameter
    draft: Annotated[
        str | None, typer.Option("--from", metavar="CONCEPT", help="Naam of .toml van een concept.")
    ] = None,
    period: Annotated[str | None, typer.Option(help="De nieuwste periode, zoals 2025 of 2025-Q3.")] = None,
    out: Annotated[Path | None, typer.Option(help="Het bestand, of met --all de map.")] = None,
    form: Annotated[str, typer.Option("--format", help="Met --all: docx, pdf, pptx of xlsx.")] = "docx",
    user: Annotated[str, typer.Option(help="Van wie: de naam, of de map in work/drafts.")] = "lokale modus",
    every: Annotated[bool, typer.Option("--all", help="Van alle concepten van deze gebruiker.")] = False,
    check: Annotated[Path | None, typer.Option("--check-template", metavar="SJABLOON.docx")] = None,
    give: Annotated[str | None, typer.Option("--template", metavar="SOORT", help=f"{', '.join(KINDS)}.")] = None,
    home: HOME = None,
) -> None:
    """Maak een raadsbrief van een concept, of kijk een sjabloon na."""
    where = Home(home.resolve()) if home else find_home()
    if draft and every:
        raise Problem("Kies --from of --all, en niet allebei.")
    if check:
        _check(check)
    elif give:
        _give(give, out)
    elif every:
        _every(where, user, period, out, form)
    else:
        if not draft or not out:
            raise Problem(NO_DRAFT if not draft else "Zeg met --out waar het bestand komt.")
        _write(where, _named(where, user, draft), period, out)


def _named(home: Home, user: str, name: str) -> Draft:
    """A draft by its name, or of a file."""
    if name.endswith(".toml"):
        return read_draft(read_toml(Path(name)), Path(name).stem)
    found = _drafts(home, user)
    if name not in found:
        raise Problem(f"Het concept {name!r} bestaat niet. Er zijn: {', '.join(found) or 'geen'}.")
    return found[name]


def _drafts(home: Home, user: str) -> dict[str, Draft]:
    return drafts_in(Shelf(folders(home).of_name(user)))


def _every(home: Home, user: str, period: str | None, out: Path | None, form: str) -> None:
    """One that cannot be made does not hold up the others; it is told at the end."""
    if not out:
        raise Problem("Zeg met --out in welke map de bestanden komen.")
    from voorkant.report.memo.files import FORMATS  # noqa: PLC0415 - it loads what draws

    if form not in FORMATS:
        raise Problem(f"Een brief kan geen {form!r} zijn. Kies bij --format uit: {', '.join(FORMATS)}.")
    failed, drafts = [], _drafts(home, user)
    if not drafts:
        known = ", ".join(sorted(path.name for path in folders(home).parent.glob("[!.]*"))) or "niets"
        raise Problem(f"{user!r} heeft geen concepten. In {folders(home).parent} staat: {known}.")
    out.mkdir(parents=True, exist_ok=True)
    for name, draft in drafts.items():
        try:
            _write(home, draft, period, out / f"{name}.{form}")
        except Problem as problem:
            failed.append(f"{name}: {problem}")
    if failed:
        raise DataRefused("\n".join(["Niet gemaakt:", *(f"- {told}" for told in failed)]))


def _write(home: Home, draft: Draft, period: str | None, out: Path) -> None:
    from voorkant.report.memo.files import written  # noqa: PLC0415 - it loads what draws
    from voorkant.report.memo.make import make, stale  # noqa: PLC0415
    from voorkant.report.opened import asker  # noqa: PLC0415

    wanted = _moved(draft, period) if period else draft
    made = make(asker(home), wanted)
    out.write_bytes(written(made, out.suffix.removeprefix("."), home))
    result(f"{out}\t{made.about.code}")
    if old := stale(made):
        message(f"{len(old)} aangepaste teksten horen bij andere cijfers en zijn niet overgenomen.")


def _moved(draft: Draft, period: str) -> Draft:
    """The same draft until another period; where it began later, or by another kind, it begins at the beginning."""
    try:
        wanted = parse_period(period)
    except ValueError as error:
        raise Problem(f"{error}.") from error
    since = parse_period(draft.since) if draft.since else wanted
    begins = since.type is wanted.type and since.start <= wanted.start
    return replace(draft, period=period, since=draft.since if begins else "")


def _check(path: Path) -> None:
    from voorkant.report.memo.wordcheck import FIELDS, objections, opened  # noqa: PLC0415

    try:
        found = list(objections(opened(path.read_bytes())))
    except DataRefused as refused:
        raise DataRefused(f"{path}: {refused}") from refused
    if found:
        raise DataRefused("\n".join([f"{path}: dit sjabloon is niet te gebruiken:", *(f"- {told}" for told in found)]))
    result(
        "Dit sjabloon is te gebruiken. De velden:\n" + "\n".join(f"{{{{ {name} }}}}\t{FIELDS[name]}" for name in FIELDS)
    )


def _give(kind: str, out: Path | None) -> None:
    from voorkant.report.memo.wordtemplate import template  # noqa: PLC0415

    if kind not in KINDS or not out:
        raise Problem(f"Kies een soort ({', '.join(KINDS)}) en zeg met --out waar het sjabloon komt.")
    out.write_bytes(template(kind))
    result(str(out))
