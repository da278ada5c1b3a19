"""`check`, `build` and `demo`: the commands that read or write exports."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from voorkant.commands.output import document, message, result
from voorkant.declare.home import Home, find_home

if TYPE_CHECKING:
    from voorkant.builder.build import Outcome

JSON = Annotated[bool, typer.Option("--json", help="Schrijf een JSON-document naar stdout.")]
HOME = Annotated[Path | None, typer.Option("--home", help="De map van de gemeente; anders VOORKANT_HOME of de demo.")]


def check(
    paths: Annotated[list[Path], typer.Argument(metavar="BESTAND|MAP...", help="Wat er wordt nagekeken.")],
    kind: Annotated[str | None, typer.Option(help="De soort export, als die niet uit de kop blijkt.")] = None,
    as_json: JSON = False,
    send_back: Annotated[
        Path | None,
        typer.Option("--report", metavar="OUT.xlsx|OUT.csv", help="Schrijf alle meldingen op voor de leverancier."),
    ] = None,
) -> None:
    """Lees en controleer bestanden; er wordt niets van bewaard."""
    from voorkant.builder.check import check_files  # noqa: PLC0415 - the reader is slow to import
    from voorkant.builder.ingest.report import describe, every_finding, report_json  # noqa: PLC0415
    from voorkant.commands.suppliers import refuse_report, write_report  # noqa: PLC0415 - it knows our options
    from voorkant.declare.findingfile import FindingFile  # noqa: PLC0415

    refuse_report(send_back)
    reports: list[dict[str, Any]] = []
    with ExitStack() as stack:
        book = send_back and stack.enter_context(FindingFile(send_back.with_name(f".{send_back.name}.parquet")))
        for report in check_files(paths, kind):
            reports.append(report_json(report))
            if book:
                book.add(every_finding(report))
            if not as_json:
                result(describe(report))
        if as_json:
            document({"files": reports})
        if send_back and book:
            write_report(send_back, reports, book)
    if any(is_refused(report) for report in reports):
        raise typer.Exit(2)


def is_refused(report: dict[str, Any]) -> bool:
    """Whether a file was refused as a whole."""
    return any(finding["severity"] == "stop" for finding in report["findings"])


def build(
    home: HOME = None,
    as_json: JSON = False,
    clock_is_right: Annotated[
        bool, typer.Option("--clock-is-right", help="De klok loopt nu goed, en liep bij de vorige publicatie voor.")
    ] = False,
) -> None:
    """Lees wat in exports/ staat en publiceer het."""
    from voorkant.builder.build import build as run  # noqa: PLC0415 - DuckDB is slow to import
    from voorkant.builder.order import Order  # noqa: PLC0415

    where = Home(home.resolve()) if home else find_home()
    outcome = run(where, message, Order(clock_is_right=clock_is_right))
    if as_json:
        document({"files": outcome.files, "publication": outcome.publication, "cubes": outcome.cubes,
                  "seconds": outcome.seconds, "refused_pilots": outcome.refused_pilots})  # fmt: skip
    tell(outcome)
    raise typer.Exit(outcome.exit_code)


def tell(outcome: "Outcome") -> None:
    """What a build did, a line per file."""
    for report in outcome.files:
        message(f"{report['file']}: {report['rows_in']} regels, {report['rows_used']} gebruikt, "
                f"{report['rows_refused']} geweigerd, {report['rows_skipped']} overgeslagen")  # fmt: skip
        for finding in (item for item in report["findings"] if item["severity"] == "stop"):
            message(f"  geweigerd: {finding.get('rule_text', finding['rule'])}. {finding['suggestion']}")
        for warning in report.get("warnings", ()):
            message(f"  niet bevestigd: {warning['rule_text']} {warning['text']}")
    for why in outcome.refused_pilots:
        message(f"Pilot niet beoordeeld: {why}")
    message(_closing(outcome.publication, outcome.exit_code))


def _closing(publication: str | None, exit_code: int) -> str:
    if publication:
        return f"Publicatie {publication} staat klaar."
    return "Er is niets nieuws; de publicatie blijft zoals hij was." if exit_code == 3 else "Er is niets gepubliceerd."  # noqa: PLR2004 - exit code 3 is "nothing new"


def demo(
    out: Annotated[Path, typer.Option("--out", help="De map waarin de demo komt.")],
    seed: Annotated[int, typer.Option(help="Hetzelfde getal geeft dezelfde demo.")] = 1,
    rows: Annotated[int | None, typer.Option(help="Aantal contacten; anders de kleine demo.")] = None,
) -> None:
    """Maak de demo: verzonnen exports met bekende waarheid."""
    from voorkant.builder.demo import keep_demo, lock_demo, write_demo  # noqa: PLC0415 - only this command needs it

    write_demo(out, seed=seed, rows=rows, progress=message)
    lock_demo(out)
    keep_demo(out)
    message(f"De demo staat in {out}.")
