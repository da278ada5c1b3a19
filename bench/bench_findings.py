"""A hundred thousand refused rows, read and written down for the supplier: at most five seconds for the workbook."""

import io
import sys
import tempfile
import time
from pathlib import Path

from voorkant import ROOT
from voorkant.builder.ingest.read import read_file
from voorkant.builder.ingest.report import every_finding, report_json
from voorkant.declare.source import read_sources
from voorkant.report.findings import findings_csv, findings_xlsx

ROWS, MOST_SECONDS = 100_000, 5


def main() -> int:
    text = io.StringIO()
    text.write("contact_id;contactdatum;praktijk_agb\n")
    text.writelines(f"K{row};{row}-13-2024;01000001\n" for row in range(ROWS))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "export.csv")
        path.write_text(text.getvalue(), encoding="utf-8")
        start = time.process_time()
        report = read_file(path, read_sources(ROOT / "data" / "sources"))
    read = time.process_time()
    findings = every_finding(report)
    listed = time.process_time()
    findings_xlsx([report_json(report)], findings)
    booked = time.process_time()
    findings_csv(findings)
    tabled = time.process_time() - booked
    seconds = booked - read
    print(f"{len(findings):,} findings: read {read - start:.1f} s, listed {listed - read:.1f} s, CSV {tabled:.1f} s")
    print(f"listed and in a workbook: {seconds:.1f} s (at most {MOST_SECONDS})")
    return int(seconds > MOST_SECONDS or len(findings) != ROWS)


if __name__ == "__main__":
    sys.exit(main())
