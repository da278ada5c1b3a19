"""`analyse`: every method on a table, one form of answer, and a sentence for every table that cannot be used."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.unit.analysis.made import MONTHS, panel, rolled_out
from voorkant.__main__ import main
from voorkant.analysis.assess import Rules, assess
from voorkant.analysis.panel import Panel

KEYS = ["method", "estimate", "low", "high", "p", "n_units_treated", "n_units_comparison", "observed", "expected",
        "mde", "checks", "verdict", "sentence"]  # fmt: skip
HEAD = "praktijk;maand;verwijzingen;lijst;start"
COLUMNS = [
    "--unit",
    "praktijk",
    "--time",
    "maand",
    "--outcome",
    "verwijzingen",
    "--exposure",
    "lijst",
    "--start",
    "start",
]
FIRST = 2019

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def analyse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Write lines to a file and analyse it: (exit code, stdout, stderr)."""

    def run(method: str, lines: Iterable[str], *options: str, head: str = HEAD) -> tuple[int, str, str]:
        path = tmp_path / "tabel.csv"
        path.write_text("\n".join([head, *lines, ""]), encoding="utf-8")
        with pytest.raises(SystemExit) as left:
            main(["analyse", method, "--csv", str(path), *options])
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return run


def month(place: int) -> str:
    return f"{FIRST + place // 12}-{place % 12 + 1:02d}"


def lines(found: Panel, start: Callable[[int], str] | None = None) -> list[str]:
    starts = ["" if begin >= found.months else month(begin) for begin in found.begin.tolist()]
    return [
        f"P{unit};{month(place)};{found.counts[unit, place]:.0f};{found.exposure[unit, place]:.0f};"
        f"{start(unit) if start else starts[unit]}"
        for unit in range(found.units)
        for place in range(found.months)
    ]


def answer(found: tuple[int, str, str]) -> dict[str, Any]:
    code, out, said = found
    assert code == 0, said
    told = json.loads(out)
    assert list(told) == KEYS
    assert all(set(check) == {"name", "status", "value", "text"} for check in told["checks"])
    return dict(told)


def check(told: dict[str, Any], name: str) -> dict[str, Any]:
    return next(item for item in told["checks"] if item["name"] == name)


def test_a_planted_fall_comes_out_as_one(analyse: Run) -> None:
    whole = rolled_out(ratio=0.65, rate=3)
    told = answer(analyse("did", lines(whole), *COLUMNS, "--json", "--draws", "199"))
    exact = Panel(whole.counts, np.round(whole.exposure), whole.begin, whole.full, whole.stop)
    direct = assess(exact, Rules(draws=199))
    assert told["estimate"] == pytest.approx(direct.ratio, rel=1e-9)
    assert direct.finding is not None
    assert (told["low"], told["high"], told["p"]) == (direct.finding.low, direct.finding.high, direct.finding.p)
    assert (told["n_units_treated"], told["n_units_comparison"]) == (10, 10)
    assert told["verdict"] == "Aantoonbare daling"
    assert told["sentence"].startswith("Aantoonbare daling: ")
    assert told["estimate"] == pytest.approx(told["observed"] / told["expected"])


def test_for_people_it_is_a_sentence_and_checks(analyse: Run) -> None:
    code, out, _ = analyse("did", lines(rolled_out(ratio=0.65, rate=3)), *COLUMNS, "--draws", "199",
                           "--counted", "meldingen", "--programme", "de OJG")  # fmt: skip
    assert code == 0
    assert "meldingen, zonder de OJG verwacht" in out.splitlines()[0]
    assert "✓ in orde: Maanden voor de start" in out
    assert "· ter informatie: Waargenomen gedeeld door verwacht: 0,6" in out
    assert "; marge van 95%)." in out


def test_all_at_once_names_the_way_out(analyse: Run) -> None:
    told = answer(analyse("did", lines(panel([30] * 5)), *COLUMNS, "--json"))
    assert (told["verdict"], told["estimate"], told["p"]) == ("Nog geen uitspraak mogelijk", None, None)
    assert "neem eenheden op die later of niet beginnen" in told["sentence"]
    assert check(told, "maanden_zonder_vergelijking")["value"] == 30


def test_units_without_denominator_and_from_the_start_are_named(analyse: Run) -> None:
    whole = panel([0, 30, 33, 36, *[MONTHS] * 8], ratio=0.7, rate=4)
    rows = lines(whole)
    rows = [
        ";".join([*line.split(";")[:3], "", *line.split(";")[4:]]) if line.startswith("P4;") else line for line in rows
    ]
    told = answer(analyse("did", rows, *COLUMNS, "--json", "--draws", "99"))
    assert check(told, "begonnen_bij_begin")["value"] == 1
    assert check(told, "zonder_noemer")["value"] == 1
    assert (told["n_units_treated"], told["n_units_comparison"]) == (3, 7)


def test_a_start_in_mid_month_after_the_data_or_unknown(analyse: Run) -> None:
    whole = rolled_out(rate=3)
    starts = {0: "2020-09-15", 1: "15-12-2020", 2: "2030-01", 3: "voorjaar 2021"}
    own = [month(begin) if begin < MONTHS else "" for begin in whole.begin.tolist()]
    told = answer(analyse("did", lines(whole, lambda unit: starts.get(unit, own[unit])), *COLUMNS, "--json"))
    assert check(told, "start_na_de_cijfers")["value"] == 1
    assert told["verdict"] == "Nog geen uitspraak mogelijk"
    assert "eenheden waarvan de maand van de start onbekend is: 1" in told["sentence"]
    assert (told["n_units_treated"], told["n_units_comparison"]) == (8, 11)


def test_hidden_counts_give_no_verdict(analyse: Run) -> None:
    rows = lines(rolled_out(rate=3))
    told = answer(
        analyse("did", [rows[0].replace(";3;", ";<5;").replace(";2;", ";<5;"), *rows[1:]], *COLUMNS, "--json")
    )
    hidden = [";".join([*row.split(";")[:2], "<5", *row.split(";")[3:]]) if place == 0 else row
              for place, row in enumerate(rows)]  # fmt: skip
    told = answer(analyse("did", hidden, *COLUMNS, "--json"))
    assert "er zijn aantallen verborgen" in told["sentence"]
    assert check(told, "verborgen")["value"] == 1


def test_without_denominators_it_says_what_is_assumed(analyse: Run) -> None:
    options = [item for item in COLUMNS if item not in ("--exposure", "lijst")]
    told = answer(analyse("did", lines(rolled_out(rate=3)), *options, "--json", "--draws", "99"))
    assert check(told, "geen_noemer")["status"] == "let_op"


def test_months_that_are_not_there_are_missing_and_not_zero(analyse: Run) -> None:
    rows = [row for row in lines(rolled_out(rate=3)) if not row.startswith(("P12;2020", "P13;2020"))]
    told = answer(analyse("did", rows, *COLUMNS, "--json", "--draws", "99"))
    assert check(told, "ontbrekend")["value"] == pytest.approx(24 / 1200)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("P0;2019-01;-3;400;", "kan niet onder nul zijn"), ("P0;2019-01;2,5;400;", "geheel getal"),
        ("P0;2019-01;veel;400;", "niet te lezen"), ("P0;2019;3;400;", "een maand"),
        (";2019-01;3;400;", "eenheid ontbreekt"), ("P0;2019-01;3;-1;", "onder nul"),
        ("P1;2019-01;3;400;2020-01", "elders in het bestand"), ("P1;2019-02;3;400;", "dezelfde eenheid en maand"),
        ("P0;2019-01;3", "meer of minder velden"), ("P0;1850-01;3;400;", "honderd jaar"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_used_is_named_by_its_line(analyse: Run, row: str, told: str) -> None:
    others = ["P1;2019-02;3;400;2020-03", "P1;2019-03;4;400;2020-03"]
    code, out, said = analyse("did", [row, *others], *COLUMNS)
    assert (code, out) == (2, "")
    assert told in said
    assert "veel" not in said.replace("te veel", "")


@pytest.mark.parametrize(
    ("method", "options", "told"),
    [
        ("did", COLUMNS[2:], "--unit"), ("did", COLUMNS[:-2], "--start"),
        ("rate", ["--outcome", "verwijzingen"], "--exposure"),
        ("spc", ["--outcome", "verwijzingen"], "--time"), ("did", [*COLUMNS[:-1], "begin"], "'begin'"),
        ("power", [*COLUMNS, "--until", "2025"], "--until is een maand"),
        ("power", [*COLUMNS, "--until", "x"], "--until"),
    ],
)  # fmt: skip
def test_wrong_use_names_the_option(analyse: Run, method: str, options: list[str], told: str) -> None:
    code, _, said = analyse(method, lines(panel([30, MONTHS])), *options)
    assert (code, told in said) == (1, True), said


def test_a_file_that_is_not_there_or_empty(analyse: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, said = analyse("did", [], *COLUMNS)
    assert (code, "geen rijen" in said) == (2, True)
    with pytest.raises(SystemExit) as left:
        main(["analyse", "did", "--csv", str(tmp_path / "weg.csv"), *COLUMNS])
    assert (left.value.code, "weg.csv" in capsys.readouterr().err) == (1, True)


def test_a_series_of_those_that_started_together(analyse: Run) -> None:
    whole = panel([36] * 4, ratio=0.5, rate=8)
    told = answer(analyse("its", lines(whole), *COLUMNS, "--json"))
    assert told["verdict"].startswith("Aanwijzing voor een daling")
    assert "volgens de lijn van ervoor verwacht" in told["sentence"]
    assert (told["n_units_treated"], told["n_units_comparison"]) == (4, 0)
    assert told["low"] < told["estimate"] < told["high"] < 1


def test_a_series_has_one_start(analyse: Run) -> None:
    code, _, said = analyse("its", lines(panel([30, 33])), *COLUMNS)
    assert (code, "één start" in said) == (1, True)
    code, _, said = analyse("its", lines(panel([MONTHS])), *COLUMNS)
    assert (code, "Geen enkele eenheid begint" in said) == (1, True)


def test_power_of_a_plan(analyse: Run) -> None:
    plan = lines(panel([MONTHS] * 20, rate=3), lambda unit: f"2024-0{1 + unit % 9}" if unit < 10 else "")
    told = answer(analyse("power", plan, *COLUMNS, "--json", "--until", "2026-12"))
    assert 0.05 < told["mde"] < 0.5
    assert (told["n_units_treated"], told["n_units_comparison"], told["estimate"]) == (10, 10, None)
    shorter = answer(analyse("power", plan, *COLUMNS, "--json", "--until", "2025-06"))
    assert shorter["mde"] > told["mde"]
    begun = answer(analyse("power", lines(rolled_out(rate=3)), *COLUMNS, "--json"))
    assert begun["sentence"].startswith("Met deze gegevens is een daling vanaf")
    assert 0.05 < begun["mde"] < 0.5
    two = lines(panel([MONTHS] * 20, rate=3), lambda unit: "2024-03" if unit < 2 else "")
    few = check(answer(analyse("power", two, *COLUMNS, "--json")), "te_weinig_begonnen")
    assert few["text"] == "Zo komt er geen oordeel: begonnen eenheden die meetellen: 2, nodig: 3."
    early = answer(analyse("power", lines(panel([5, 5, 5])), *COLUMNS, "--json"))
    assert (early["mde"], early["verdict"]) == (None, "Nog geen uitspraak mogelijk")
    assert check(early, "alles_tegelijk")["status"] == "let_op"
    code, _, said = analyse("power", lines(panel([MONTHS])), *COLUMNS)
    assert (code, "geplande maand" in said) == (1, True)


def test_rates_and_shares(analyse: Run) -> None:
    rows = ["A;12;1000", "B;25;1100", "C;;900", "D;5;"]
    options = ("--outcome", "n", "--exposure", "van", "--unit", "wijk", "--json")
    told = answer(analyse("rate", rows, *options, "--per", "1000", head="wijk;n;van"))
    assert told["estimate"] == pytest.approx(37 / 2100 * 1000)
    assert told["low"] < told["estimate"] < told["high"]
    assert [item["name"] for item in told["checks"]] == ["ontbrekend", "A", "B"]
    share = answer(analyse("proportion", ["A;65;100"], *options, head="wijk;n;van"))
    assert (share["low"], share["high"]) == pytest.approx((0.5525444, 0.7363575), rel=1e-6)
    code, _, said = analyse("proportion", ["A;101;100"], *options, head="wijk;n;van")
    assert (code, "groter zijn dan het geheel" in said) == (2, True)
    code, _, said = analyse("rate", ["A;;100"], *options, head="wijk;n;van")
    assert (code, "geen enkele rij" in said) == (2, True)


def test_standardised_rates(analyse: Run) -> None:
    rows = ["0-3;30;1000;25", "4-11;50;2000;45", "12-17;40;1500;30"]
    options = ("--outcome", "n", "--exposure", "van", "--stratum", "leeftijd", "--standard", "gewicht", "--per", "1000",
               "--json")  # fmt: skip
    told = answer(analyse("dsr", rows, *options, head="leeftijd;n;van;gewicht"))
    assert told["estimate"] == pytest.approx(0.25 * 30 + 0.45 * 25 + 0.30 * 40 / 1.5)
    few = answer(analyse("dsr", ["0-3;3;1000;25"], *options, head="leeftijd;n;van;gewicht"))
    assert (few["estimate"], few["verdict"]) == (None, "Nog geen uitspraak mogelijk")
    for bad, words in (("0-3;3;1000;26", "hetzelfde gewicht"), ("0-3;3;0;25", "boven nul")):
        code, _, said = analyse("dsr", ["0-3;30;0;25" if "0;25" in bad else rows[0], bad], *options,
                                head="leeftijd;n;van;gewicht")  # fmt: skip
        assert (code, words in said) == (2, True), said


def test_a_control_chart(analyse: Run) -> None:
    values = [50, 52, 48, 51, 49, 50, 53, 47, 50, 51, 49, 52, 90]
    rows = [f"{month(place)};{value}" for place, value in enumerate(values)]
    options = ("--time", "maand", "--outcome", "n", "--json")
    told = answer(analyse("spc", rows, *options, "--baseline", "12", head="maand;n"))
    assert (told["verdict"], told["observed"]) == ("duidelijk anders", 90)
    assert check(told, "2020-01")["text"] == "2020-01: boven de grens."
    small = answer(analyse("spc", [row[:-1] for row in rows], *options, head="maand;n"))
    assert small["verdict"] == "Nog geen uitspraak mogelijk"
    short = answer(analyse("spc", rows[:12], *options, head="maand;n"))
    assert (short["verdict"], check(short, "voorlopige_grenzen")["value"]) == ("normale schommeling", 12)


def test_a_control_chart_with_denominators(analyse: Run) -> None:
    rows = [f"{FIRST + place // 4}-Q{place % 4 + 1};{50 + place % 3};{1000 + 10 * place}" for place in range(16)]
    options = ("--time", "kwartaal", "--outcome", "n", "--exposure", "van", "--per", "1000", "--json")
    told = answer(analyse("spc", rows, *options, head="kwartaal;n;van"))
    assert told["verdict"] in ("normale schommeling", "duidelijk anders")
    assert told["low"] < told["expected"] < told["high"]
    code, _, said = analyse("spc", ["eens;12;100"], *options, head="kwartaal;n;van")
    assert (code, "hier hoort een periode" in said) == (2, True)


def test_a_funnel_names_the_unit_outside(analyse: Run) -> None:
    rows = [f"U{place};{100 + place % 7};1000" for place in range(20)] + ["ver;200;1000"]
    options = ("--unit", "wijk", "--outcome", "n", "--exposure", "van", "--json")
    told = answer(analyse("funnel", rows, *options, head="wijk;n;van"))
    assert told["verdict"] == "duidelijk anders"
    assert check(told, "ver")["text"] == "ver: boven de bovengrens."
    assert sum(item["status"] == "let_op" for item in told["checks"]) == 1
    calm = answer(analyse("funnel", rows[:-1], *options, head="wijk;n;van"))
    assert calm["sentence"].startswith("Alle 20 eenheden")
    code, _, said = analyse("funnel", rows[:1], *options, head="wijk;n;van")
    assert (code, "twee eenheden" in said) == (2, True)


def test_a_trend_of_five_years(analyse: Run) -> None:
    rows = [f"{2020 + place};{100 + 40 * place};10000" for place in range(5)]
    options = ("--time", "jaar", "--outcome", "n", "--exposure", "van", "--per", "1000", "--json")
    told = answer(analyse("trend", rows, *options, head="jaar;n;van"))
    assert (told["verdict"], told["p"] < 0.002) == ("stijgt", True)
    few = answer(analyse("trend", rows[:3], *options, head="jaar;n;van"))
    assert (few["verdict"], few["sentence"], few["estimate"]) == (
        "te weinig perioden",
        "Te weinig perioden (3 van 5).",
        None,
    )
    gap = answer(analyse("trend", [*rows[:4], "2024;;10000"], *options, head="jaar;n;van"))
    assert check(gap, "ontbrekend")["value"] == 1


def test_lines_that_are_no_rows_are_told(analyse: Run) -> None:
    code, out, said = analyse("rate", ["A;12;1000", "Bron: eigen telling"], "--outcome", "n", "--exposure", "van",
                              head="wijk;n;van")  # fmt: skip
    assert (code, out.startswith("12 op 1.000")) == (0, True)
    assert "tabel.csv, regel 3: overgeslagen (voetregel)." in said


def test_missing_as_statistical_software_writes_it(analyse: Run) -> None:
    rows = ["A;12;1000", "B;NA;1100", "C;3;NaN"]
    told = answer(
        analyse("rate", rows, "--outcome", "n", "--exposure", "van", "--unit", "wijk", "--json", head="wijk;n;van")
    )
    assert (told["observed"], check(told, "ontbrekend")["value"]) == (12, 2)
    whole = [f"{row}NA" if row.endswith(";") else row for row in lines(rolled_out(ratio=0.65, rate=3))]
    assert answer(analyse("did", whole, *COLUMNS, "--json", "--draws", "99"))["n_units_comparison"] == 10


def test_for_people_a_rate_says_of_whom_and_per_how_many(analyse: Run) -> None:
    options = ("--outcome", "n", "--exposure", "van", "--unit", "wijk", "--per", "1000")
    _, out, _ = analyse("rate", ["A;12;1000", "B;25;1100"], *options, head="wijk;n;van")
    assert out.startswith("37 op 2.100: 17,6 per 1.000 (onzekerheidsmarge ")
    assert "ter informatie: B: 25 op 1.100: 22,7 per 1.000 (" in out


def test_each_unit_has_a_standardised_rate_of_its_own(analyse: Run) -> None:
    rows = ["A;jong;30;1000;25", "A;oud;50;2000;45", "B;jong;40;1500;25", "B;oud;3;100;45", "C;jong;9;100;25"]
    options = ("--outcome", "n", "--exposure", "van", "--stratum", "leeftijd", "--standard", "gewicht", "--unit",
               "wijk", "--per", "1000", "--json")  # fmt: skip
    told = answer(analyse("dsr", rows, *options, head="wijk;leeftijd;n;van;gewicht"))
    assert check(told, "A")["value"] == pytest.approx((30 / 1000 * 25 + 50 / 2000 * 45) / 70 * 1000)
    assert check(told, "C")["text"] == "C: elke groep heeft een aantal en een noemer boven nul nodig. Vul 'oud' aan."
    assert (check(told, "C")["status"], check(told, "C")["value"]) == ("niet_te_bepalen", None)
    code, _, said = analyse("dsr", [*rows[:3], "B;oud;NA;100;45"], *options, head="wijk;leeftijd;n;van;gewicht")
    assert (code, "Vul 'oud' aan" in said) == (2, True)
