#!/usr/bin/env python3
"""What if: one thing of a report is changed, and what is said of it compared with what must be.

    bench/perturb/run.py BINARY REPORT... [--seed 1] [--count 3000] [--only KIND...] [--examples N]

Each REPORT (a PDF, or a folder of them) is extracted once. Then its document.json is changed, COUNT times over all
reports and kinds of change, checked anew, and compared with what was said of it unchanged: nothing may differ, or
just what the change made. Printed are, for each kind, how many of the errors were found and how many of the new
findings are right. Ends with 1 where a number is `proved` in a wrong unit or with a wrong digit, or where a harmless
change brings a failure. The same seed gives the same changes.
"""
from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import figures  # noqa: F401  (registers its changes, as the next do)
import names  # noqa: F401
import shapes  # noqa: F401
import titles
import units  # noqa: F401
from change import CHANGES, Change, Report
from claims import check
from document import Document
from table import examples, table
from verdict import Verdict, judge

# changes that are tried before a kind is given up for a report: not each choice can be changed
TRIES = 5


def main() -> int:
    options = arguments()
    kinds = [kind for kind in CHANGES if not options.only or any(part in kind for part in options.only)]
    if not kinds:
        sys.exit("perturb: no change has such a name")
    titles.official |= official(options.binary)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        reports = extract(options.binary, options.reports, folder)
        print(f"{len(reports)} reports; seed {options.seed}")
        each = max(1, round(options.count / (len(reports) * len(kinds))))
        verdicts = [verdict for report in reports
                    for verdict in perturbed(options, report, kinds, each, folder)]
    print("\n".join(table(verdicts)))
    print("\n".join(examples(verdicts, options.examples)))
    return any(verdict.is_bad for verdict in verdicts)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("binary", type=Path)
    parser.add_argument("reports", type=Path, nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--only", nargs="+")
    parser.add_argument("--examples", type=int, default=2, help="of each class of false claim, by kind")
    return parser.parse_args()


def official(binary: Path) -> set[str]:
    """The titles of the catalogue."""
    lines = subprocess.run([binary, "catalogue"], capture_output=True, text=True, check=True).stdout.splitlines()
    return {re.split(r"\s{2,}", line)[1] for line in lines if len(re.split(r"\s{2,}", line)) > 1}


def extract(binary: Path, paths: list[Path], folder: Path) -> list[Report]:
    """The reports that have known tables, and what is said of them."""
    out = folder / "reports"
    pdfs = sorted(pdf for path in paths for pdf in (path.glob("*.pdf") if path.is_dir() else [path]))
    done = subprocess.run([binary, "extract", *pdfs, "--output", out, "--format", "json", "--quiet", "--ocr", "off"],
                          capture_output=True, text=True, check=False)
    documents = [Document(path.parent.name, json.loads(path.read_text())) for path in sorted(out.glob("*/document.json"))]
    if not documents:
        sys.exit(f"perturb: nothing was extracted: {done.stderr.strip()[-500:]}")
    reports = [Report(document, claims) for document, claims in zip(documents, check(binary, documents, folder))]
    return [report for report in reports if report.known()]


def perturbed(options: argparse.Namespace, report: Report, kinds: list[str], each: int,
              folder: Path) -> list[Verdict]:
    """One report's changes."""
    made: list[tuple[str, Change]] = []
    for kind in kinds:
        for number in range(each):
            dice = random.Random(f"{options.seed}/{report.document.name}/{kind}/{number}")
            found = next(filter(None, (CHANGES[kind](report, dice) for _ in range(TRIES))), None)
            if found:
                made.append((kind, found))
    claims = check(options.binary, [change.document for _, change in made], folder)
    return [judge(kind, report, change, after) for (kind, change), after in zip(made, claims)]


if __name__ == "__main__":
    sys.exit(main())
