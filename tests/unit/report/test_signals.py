"""What is new is told when it is clear, in few lines; what can be chance, is small or was counted otherwise is not."""

from dataclasses import replace

from tests import pilots as made
from tests.unit.report.made import HEADER, cell, finding
from tests.unit.report.test_pilot import FALL, pilot
from voorkant.declare.home import Home
from voorkant.declare.userfolder import Owner
from voorkant.declare.visitfile import Visit, keep, read_visit
from voorkant.report import signals
from voorkant.report.rows import Finding

BEFORE = Visit("1", "2026-01-01", {HEADER.slug: "2024"}, {})
HIGHER = {"numerator": 80, "value": 11.0, "low": 9.0, "high": 13.0}


def found(measures, pilots=(), before=BEFORE):
    return signals.found(before, {header.slug: (header, item) for header, item in measures}, pilots)


def test_a_clear_change_is_told_with_both_figures():
    [told] = found([(HEADER, finding(**HIGHER))]).signals
    assert told.text == "Verwijzingen: hoger: ongunstiger. In 2025 11,0, in 2024 5,4."
    assert (told.sign, told.tone) == ("▼", "ongunstiger")


def test_what_can_be_chance_is_small_or_broken_is_not():
    quiet = [
        finding(),
        finding(**HIGHER | {"numerator": 12}),
        finding(broken=True, **HIGHER),
        Finding(None, None, cell(2025)),
        replace(finding(**HIGHER), old=None),
    ]
    assert [found([(HEADER, item)]).signals for item in quiet] == [()] * len(quiet)


def test_what_was_seen_is_not_new():
    seen = replace(BEFORE, measures={HEADER.slug: "2025"})
    told = found([(HEADER, finding(**HIGHER))], before=seen)
    assert (told.signals, told.newer, told.looked) == ((), 0, 1)


def test_three_at_most_verdicts_first_then_what_is_worse():
    headers = [
        replace(HEADER, slug=f"maat{n}", better=better)
        for n, better in enumerate(("higher", "lower", "neither", "lower"))
    ]
    told = found([(header, finding(**HIGHER)) for header in headers], [FALL]).signals
    assert [item.tone for item in told] == ["gunstiger", "ongunstiger", "ongunstiger"]
    assert told[0].text.startswith("Pilot ")
    assert told[0].text.endswith("Aantoonbare daling.")
    _, moments = signals.newest({}, [FALL])
    assert found([], [FALL], replace(BEFORE, verdicts=moments)).signals == ()
    assert found([], [pilot(list(made.refused()))]).signals[0].text.endswith("Nog geen uitspraak mogelijk.")


def test_a_visit_is_read_back_as_it_was_kept(tmp_path):
    home = Home(tmp_path)
    assert read_visit(home, Owner("Anne"), "GM9901") is None
    visit = Visit("2", "2026-11-26", {"contacten": "2025-Q3"}, {"ojg": "2025-06"})
    keep(home, Owner("Anne"), "GM9901", visit)
    assert read_visit(home, Owner("Anne"), "GM9901") == visit
    assert read_visit(home, Owner("Bram"), "GM9901") is None
