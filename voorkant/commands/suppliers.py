"""`pseudonymise`, `template` and the report of `check`: what goes between a municipality and who delivers data."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from voorkant.commands.exports import HOME
from voorkant.commands.output import message, result
from voorkant.declare.home import Home, find_home
from voorkant.declare.settings import read_settings
from voorkant.declare.source import in_cents, read_sources
from voorkant.declare.strict import nearest
from voorkant.declare.supply import supply_of
from voorkant.domain.problem import Problem

if TYPE_CHECKING:  # pyarrow is slow to import
    from voorkant.declare.findingfile import FindingFile


def pseudonymise(
    source: Annotated[Path, typer.Argument(metavar="IN", help="De CSV met de nummers.")],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="De nieuwe CSV; mag nog niet bestaan.")],
    column: Annotated[list[str], typer.Option("--column", help="De kolom met nummers; mag vaker worden gegeven.")],
    home: HOME = None,
) -> None:
    """Vervang nummers van personen door pseudoniemen; de nummers zelf worden nergens bewaard."""
    from voorkant.builder.pseudonymise import pseudonymise as run  # noqa: PLC0415 - the reader is slow to import
    from voorkant.builder.pseudonymise import write  # noqa: PLC0415

    refuse_taken(out)
    where = Home(home.resolve()) if home else find_home()
    if not where.path.is_dir():
        raise Problem(f"De map {where.path} bestaat niet. Noem met --home de map waarin de sleutel staat.")
    made = run(source, column, where)
    write(made, out)
    names = ", ".join(f"'{old}'" + (f" (heet nu '{new}')" if new != old else "") for old, new in made.replaced)
    result(f"{out}: {made.rows} rijen; {made.distinct} verschillende waarden uit kolom {names} zijn nu pseudoniemen.")
    if made.empty:
        message(f"{made.empty} cellen hadden geen waarde en zijn leeg gebleven.")
    if made.left_out:
        message(f"{made.left_out} regels buiten de tabel (titels, lege regels, voetregels) zijn weggelaten.")
    message(f"Kijk het na met: voorkant check {out}. Verwijder daarna {source}.")


def refuse_taken(out: Path) -> None:
    """A file is never overwritten, and its folder must be there."""
    if out.exists():
        raise Problem(f"{out} bestaat al en wordt niet overschreven. Kies een andere naam.")
    if not out.parent.is_dir():
        raise Problem(f"De map {out.parent} bestaat niet. Maak hem aan of kies een andere.")


def refuse_report(out: Path | None) -> None:
    """Said before the reading starts: a report is .xlsx or .csv, and new."""
    if out is None:
        return
    if out.suffix.lower() not in {".xlsx", ".csv"}:
        raise Problem(f"Een verslag is een .xlsx of een .csv; geef {out.name} een van die twee als einde van de naam.")
    refuse_taken(out)
    if out.suffix.lower() == ".csv":
        refuse_taken(out.with_suffix(".txt"))


def write_report(out: Path, files: Sequence[Mapping[str, Any]], book: "FindingFile") -> None:
    """All findings for the supplier; beside a CSV the covering text is a file of its own."""
    from voorkant.report.csvfile import write_csv  # noqa: PLC0415 - slow to import, as the next
    from voorkant.report.findings import covering_text, csv_of, findings_xlsx  # noqa: PLC0415

    findings = book.taken()
    supply = supply_of([file["kind"] for file in files], read_settings(find_home().settings).supplies)
    if out.suffix.lower() == ".xlsx":
        out.write_bytes(findings_xlsx(files, findings, supply))
        message(f"{out}: {len(findings)} meldingen, met een begeleidende tekst voor de leverancier.")
    else:
        letter = out.with_suffix(".txt")
        with out.open("w", encoding="utf-8", newline="") as text:
            write_csv(text, *csv_of(findings))
        letter.write_text(covering_text(files, findings, supply), encoding="utf-8")
        message(f"{out}: {len(findings)} meldingen. De begeleidende tekst voor de leverancier staat in {letter}.")


def template(
    kind: Annotated[str, typer.Argument(metavar="SOORT", help="De soort export, zoals ojg_contacten.")],
    as_xlsx: Annotated[bool, typer.Option("--xlsx", help="Een Excelbestand met uitleg en keuzelijsten.")] = False,
    out: Annotated[Path | None, typer.Option("--out", help="Het nieuwe bestand; anders voorkant_SOORT.csv.")] = None,
    home: HOME = None,
) -> None:
    """Maak een bestand dat een leverancier kan invullen."""
    from voorkant.report.template import never, template_csv, template_xlsx  # noqa: PLC0415 - slow to import

    where = Home(home.resolve()) if home else find_home()
    sources = in_cents(read_sources(*where.declared("sources")), read_settings(where.settings).cents)
    if kind not in sources:
        raise Problem(f"De soort '{kind}' bestaat niet.{nearest(kind, sources)}")
    as_xlsx = as_xlsx or (out is not None and out.suffix.lower() == ".xlsx")
    target = out or Path(f"voorkant_{kind}.{'xlsx' if as_xlsx else 'csv'}")
    refuse_taken(target)
    target.write_bytes((template_xlsx if as_xlsx else template_csv)(sources[kind]))
    message(f"{target}: sjabloon voor {sources[kind].title}, met twee voorbeeldrijen. {never()}")
