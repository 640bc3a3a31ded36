#!/usr/bin/env python3
"""Makes the sample reports and their truth files.

    pip install -r samples/requirements.txt
    python3 samples/make_samples.py

Debian packages: fonts-arphic-gbsn00lp fonts-arphic-gkai00mp fonts-wqy-zenhei fonts-liberation
fontconfig poppler-utils (pdftoppm draws the pages of the scanned sample).

Everything is made from the plain files under samples/data, which README.md describes. Two runs
give the same bytes as long as the versions of fonts, libraries and poppler are the same.
"""
import sys
from pathlib import Path

from generator.arithmetic import check_ministry, check_shanghai
from generator.report import Report
from generator.scan import scan
from generator.truth import write_truth

HERE = Path(__file__).resolve().parent
LARGEST_FILE = 1_000_000    # bytes: the samples live in a git repository


def main():
    truth_folder = HERE / "truth"
    truth_folder.mkdir(exist_ok=True)
    ministry = Report(HERE / "data" / "ministry-2024")
    check_ministry(ministry.tables)
    make(ministry, HERE / "ministry-2024.pdf", truth_folder)
    make(ministry, HERE / "ministry-2024-unruled.pdf", truth_folder, ruling="none")
    scan(HERE / "ministry-2024.pdf", HERE / "ministry-2024-scanned.pdf")
    shanghai = Report(HERE / "data" / "shanghai-2024")
    check_shanghai(shanghai.tables)
    make(shanghai, HERE / "shanghai-2024.pdf", truth_folder)
    return check_sizes(sorted(HERE.glob("*.pdf")))


def make(report, pdf, truth_folder, ruling=None):
    """Write one PDF and the truth file of the same name."""
    truth = {"document": pdf.name, **report.write(pdf, ruling)}
    write_truth(truth_folder / f"{pdf.stem}.json", truth)


def check_sizes(files):
    """Print each file's size; the exit status is 1 if one of them is too large."""
    for file in files:
        print(f"{file.name}: {file.stat().st_size} bytes")
    return int(any(file.stat().st_size > LARGEST_FILE for file in files))


if __name__ == "__main__":
    sys.exit(main())
