#!/usr/bin/env python3
"""Layout variations: made-up reports set in a few hundred ways, extracted and compared.

    bench/variations/run.py BINARY [--only PART...] [--show] [--folder FOLDER]

Each variation changes one thing about otherwise plain tables (line styles, fonts, signs, page
breaks, seals, hidden text, ...) or, z-combo, many at once. Printed is a line for each that does
not come out perfect, then the totals. known.txt lists those in which numbers are wrong, that
is, stand in a row that does not have them: an unlisted one ends the run with 1, a listed one
that passes is reported, so that it is taken off the list.

Python packages: requirements.txt; some variations need WeasyPrint, Chromium or LibreOffice (soffice,
with openpyxl and python-docx) and are skipped without. Debian packages: fonts-arphic-uming
fonts-arphic-gbsn00lp fonts-wqy-zenhei fonts-liberation fonts-noto-cjk fontconfig poppler-utils.
"""
import argparse
import importlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import fonts
from compare import Verdict, compare
from registry import VARIATIONS, Case

HERE = Path(__file__).resolve().parent
DRAWN = ("looks", "numbers", "codes", "headers", "breaks", "structures", "tableless",
         "geometry", "overlays", "glyphs", "mixed")
GROUPS = {"r": "rulings", "t": "text", "n": "numbers", "c": "codes", "h": "headers",
          "k": "continuation marks", "p": "page breaks", "s": "structures", "g": "geometry",
          "w": "overlays", "u": "fonts and content", "f": "pages without tables", "q": "large",
          "z": "mixed", "x": "spreadsheets", "d": "word processor", "h5": "web pages", "hc": "web pages by a browser"}
SECONDS = 60        # for one extraction


def main():
    options = arguments()
    fonts.register()
    skipped = register()
    names = [name for name in VARIATIONS
             if not options.only or any(part in name for part in options.only)]
    if not names:
        sys.exit("variations: no variation has such a name")
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        cases = make(names, folder)
        verdicts = {case.name: judge(case, options) for case in cases}
    print_totals(verdicts)
    for line in skipped:
        print(f"variations: SKIPPED: {line}", file=sys.stderr)
    return ratchet(verdicts)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("binary", type=Path)
    parser.add_argument("--only", nargs="+", metavar="PART", help="names that hold a PART")
    parser.add_argument("--show", action="store_true", help="the rows that are not right")
    parser.add_argument("--folder", type=Path, help="keep PDFs, truth and output here")
    options = parser.parse_args()
    if not shutil.which(options.binary):
        parser.error(f"{options.binary} is no program; build it: make build")
    return options


def register():
    """Import all modules of variations; the reasons for those left out."""
    for module in DRAWN:
        importlib.import_module(f"drawn.{module}")
    skipped = []
    for module, what in (("office", "LibreOffice"), ("web", "WeasyPrint")):
        try:
            importlib.import_module(module)
        except ImportError as error:
            skipped.append(f"variations by {what}: {error}")
    return skipped


def make(names, folder):
    """The cases with their PDFs and truth files."""
    for part in ("pdf", "truth", "source", "output"):
        shutil.rmtree(folder / part, ignore_errors=True)
        (folder / part).mkdir(parents=True)
    cases = [Case(name, folder) for name in names]
    late = [finish for case in cases if (finish := VARIATIONS[case.name](case))]
    if late:
        sys.modules["office"].convert(folder / "source", folder / "pdf")
    for finish in late:
        finish()
    return cases


def judge(case, options):
    """Extract, compare, print what is not perfect."""
    truth = json.loads(case.truth.read_text())["tables"]
    output = case.folder / "output"
    command = [options.binary, "extract", "--ocr", "off", case.pdf, "--output", output, "--quiet"]
    trouble = ""
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
        if run.returncode and truth:
            trouble = run.stderr.strip()
    except subprocess.TimeoutExpired:
        trouble = f"took longer than {SECONDS} s"
    document = output / case.name / "document.json"
    given = json.loads(document.read_text())["tables"] if document.exists() else []
    faults = []
    verdict = compare(truth, given, faults)
    if not verdict.perfect:
        print(line(case.name, verdict), trouble)
        if options.show:
            print(*faults, sep="\n")
    return verdict


def line(name, verdict):
    return (f"{name:36} F1 {verdict.f1:.3f}  whole {verdict.whole}/{verdict.tables}  "
            f"wrong {verdict.wrong}  misplaced {verdict.misplaced}  lost {verdict.lost}  "
            f"surplus rows {verdict.surplus}  false tables {verdict.false}")


def print_totals(verdicts):
    groups = defaultdict(list)
    for name, verdict in verdicts.items():
        groups[GROUPS[name.split("-")[0]]].append(verdict)
    print()
    for group, members in [*groups.items(), ("all", list(verdicts.values()))]:
        perfect = sum(verdict.perfect for verdict in members)
        print(line(f"{group}: {perfect}/{len(members)} perfect", sum(members, Verdict())))


def ratchet(verdicts):
    """1 if numbers are wrong in a variation that known.txt does not list."""
    known = dict(entry.split(maxsplit=1) for entry in (HERE / "known.txt").read_text().splitlines()
                 if entry and not entry.startswith("#"))
    failed = {name for name, verdict in verdicts.items() if verdict.wrong}
    for name in sorted(known.keys() - VARIATIONS.keys()):
        if name.split("-")[0] not in ("x", "d", "h5"):      # those may be skipped here
            print(f"known.txt lists {name}, which is no variation")
    for name in sorted((known.keys() & verdicts.keys()) - failed):
        print(f"{name} has no wrong number any more: take it off known.txt")
    new = sorted(failed - known.keys())
    for name in new:
        print(f"{name} has wrong numbers and is not listed in known.txt")
    return 1 if new else 0


if __name__ == "__main__":
    sys.exit(main())
