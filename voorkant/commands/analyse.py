"""`analyse`: one method on any table, answered in one form."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from voorkant.commands.exports import JSON
from voorkant.commands.output import document, message, result

COLUMN = "Kolom met "


class Method(StrEnum):
    """What can be asked."""

    RATE = "rate"
    PROPORTION = "proportion"
    DSR = "dsr"
    SPC = "spc"
    FUNNEL = "funnel"
    TREND = "trend"
    DID = "did"
    ITS = "its"
    POWER = "power"


PILOTS = (Method.DID, Method.ITS, Method.POWER)


def analyse(  # noqa: PLR0917 - typer makes an option of every parameter
    method: Annotated[Method, typer.Argument(metavar="METHODE", help=f"{', '.join(Method)}.")],
    csv: Annotated[Path, typer.Option("--csv", metavar="FILE", help="De tabel: een rij per eenheid en maand.")],
    unit: Annotated[str | None, typer.Option(help=f"{COLUMN}de eenheid: praktijk, school, wijk.")] = None,
    time: Annotated[str | None, typer.Option(help=f"{COLUMN}de maand of datum.")] = None,
    outcome: Annotated[str | None, typer.Option(help=f"{COLUMN}het aantal.")] = None,
    exposure: Annotated[str | None, typer.Option(help=f"{COLUMN}de noemer.")] = None,
    start: Annotated[str | None, typer.Option(help=f"{COLUMN}de start: JJJJ-MM of een datum; leeg is nooit.")] = None,
    stop: Annotated[str | None, typer.Option(help=f"{COLUMN}het einde van het programma.")] = None,
    stratum: Annotated[str | None, typer.Option(help=f"{COLUMN}de groep, voor dsr.")] = None,
    standard: Annotated[str | None, typer.Option(help=f"{COLUMN}het gewicht van de groep, voor dsr.")] = None,
    per: Annotated[float, typer.Option(min=1e-9, help="Per hoeveel een cijfer geldt, zoals 1000.")] = 1.0,
    baseline: Annotated[int | None, typer.Option(min=2, help="Hoeveel punten de grenzen bepalen, voor spc.")] = None,
    until: Annotated[str | None, typer.Option(help="Laatste maand van het plan, voor power.")] = None,
    moments: Annotated[int, typer.Option(min=1, max=12, help="Aantal afgesproken evaluatiemomenten.")] = 1,
    relevant: Annotated[float, typer.Option(min=0.05, max=0.99, help="Kleinste relevante verhouding.")] = 0.80,
    draws: Annotated[int, typer.Option(min=99, max=99_999, help="Hoe vaak de starts opnieuw worden verdeeld.")] = 999,
    seed: Annotated[int, typer.Option(min=0, help="Beginwaarde van het toeval.")] = 20180101,
    counted: Annotated[str, typer.Option(help="Wat er wordt geteld, in de zin.")] = "verwijzingen",
    programme: Annotated[str, typer.Option(help="Hoe het programma heet, in de zin.")] = "het programma",
    as_json: JSON = False,
) -> None:
    """Voer een methode uit op een tabel."""
    from voorkant.analysis.assess import Rules  # noqa: PLC0415 - the estimators are slow to import
    from voorkant.commands import answer, piloting, watching  # noqa: PLC0415
    from voorkant.commands.csvtable import read_csv  # noqa: PLC0415
    from voorkant.commands.grouped import Asked  # noqa: PLC0415
    from voorkant.commands.panelfile import Columns, needed  # noqa: PLC0415

    timed = method in (*PILOTS, Method.SPC, Method.TREND)
    needed(method.value, outcome=outcome, **({"time": time} if timed else {}))
    columns = Columns(time or "", outcome or "", unit, exposure, start, stop)
    table = read_csv(csv, [*columns.named, *filter(None, (stratum, standard))])
    if method in PILOTS:
        needed(method.value, start=start, **({} if method is Method.ITS else {"unit": unit}))
        case = piloting.read_case(table, columns, Rules(moments, relevant, draws, seed), (counted, programme))
        found = piloting.power(case, until) if method is Method.POWER else getattr(piloting, method.value)(case)
    else:
        found = getattr(watching, method.value)(Asked(table, columns, stratum, standard, per, baseline))
    for line, why in sorted(table.table.odd.skipped.items()):
        message(f"{csv.name}, regel {line}: overgeslagen ({why}).")
    if as_json:
        document(answer.as_json(found))
    else:
        result(answer.as_text(found))
