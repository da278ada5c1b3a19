"""Messages that correct or remove an earlier one in the same file: the latest counts, no row is lost sight of."""

import pytest

from voorkant.builder.ingest.dates import read_time
from voorkant.builder.ingest.outcome import Fault

from .conftest import Read, rules

HEAD = "toewijzingsnummer;toewijzingsdatum;toewijzingstijd;productcode;reden_wijziging;status_aanlevering"


def table(read: Read, *lines: str, head: str = HEAD):
    return read("\n".join([head, *lines, ""]), kind="ggz_verwijzingen")


def products(report) -> list[str | None]:
    return report.table.column("productcode").to_pylist()


def test_of_one_number_the_latest_day_and_time_count(read: Read) -> None:
    report = table(
        read, "1;2024-03-02;09:05;b;;1", "1;2024-03-02;10:00;c;;2", "1;2024-03-01;23:59;a;;1", "2;2024-03-01;;d;;1"
    )
    assert products(report) == ["c", "d"]
    assert dict(report.skipped) == {"latere versie in dit bestand": 2}
    assert (report.rows_in, report.rows_used, report.rows_refused, report.rows_skipped) == (4, 2, 0, 2)


def test_a_time_that_not_all_state_does_not_decide(read: Read) -> None:
    report = table(read, "1;2024-03-02;09:05;b;;", "1;2024-03-02;;c;;")
    assert (report.rows_used, rules(report)) == (0, ["dubbele_sleutel"])


def test_the_same_message_twice_is_a_double(read: Read) -> None:
    report = table(read, "1;2024-03-02;09:05;b;;", "1;2024-03-02;09:05;b;;")
    assert (report.rows_used, rules(report)) == (1, ["dubbele_rij"])


@pytest.mark.parametrize("removal", ["1;2024-03-01;09:00;a;13;", "1;2024-03-01;09:00;a;;3"])
def test_a_removal_goes_before_a_row_of_the_same_moment_and_is_kept(read: Read, removal: str) -> None:
    report = table(read, removal, "1;2024-03-01;09:00;a;;1", "2;2024-03-01;09:00;b;;1")
    assert report.rows_used == 2
    assert report.rows_skipped == 1
    assert rules(report) == ["verwijderbericht"]


def test_what_came_after_a_removal_counts(read: Read) -> None:
    report = table(read, "1;2024-03-01;09:00;a;13;", "1;2024-03-05;09:00;b;;1")
    assert (products(report), rules(report)) == (["b"], [])


def test_the_time_may_stand_behind_the_day(read: Read) -> None:
    head = "toewijzingsnummer;toewijzingsdatum;productcode"
    report = table(read, "1;2024-03-02T10:00:00;b", "1;2024-03-02T09:05:00;a", head=head)
    assert products(report) == ["b"]


def test_without_dates_the_same_number_is_still_refused(read: Read) -> None:
    report = table(read, "1;2024-03-02;a", "1;2024-03-02;b", head="toewijzingsnummer;verwijsdatum;productcode")
    assert (report.rows_used, rules(report)) == (0, ["dubbele_sleutel"])


@pytest.mark.parametrize(
    ("text", "told"),
    [("9:05", "09:05:00"), ("09:05:07", "09:05:07"), ("2024-03-01 14:30", "14:30:00"), ("2024-03-01", None),
     ("45352", None), ("2024-03-01T14:30:00.123+01:00", "14:30:00")],
)  # fmt: skip
def test_times(text: str, told: str | None) -> None:
    assert read_time(text) == told


@pytest.mark.parametrize("text", ["25:00", "12:61", "ochtend"])
def test_no_time(text: str) -> None:
    assert isinstance(read_time(text), Fault)
